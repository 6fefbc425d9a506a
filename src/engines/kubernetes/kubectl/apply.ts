// kubectl apply, create -f, replace, and what is made of what stands and what is wanted.
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiError } from '../api/client.ts'
import { resourceOfKind } from '../api/resources.ts'
import { isMap, mergeKey } from '../apiserver/patch.ts'
import type { KubeObject } from '../api/meta.ts'
import { absentKind } from './absent.ts'
import type { Kubectl } from './context.ts'
import { refOf, toJson, toStructuredJson, toYaml } from './output.ts'

const LAST = 'kubectl.kubernetes.io/last-applied-configuration'

export function* apply(k: Kubectl): Blocking<number> {
  if (k.all('filename').length === 0) return k.fail('must specify one of -f and -k')
  const objects = yield* k.objects()
  if (objects.length === 0) return k.fail('no objects passed to apply')
  let failed = false
  for (const object of objects) {
    const said = yield* applyOne(k, object)
    if (said === null) failed = true
    else k.out(said)
  }
  return failed ? 1 : 0
}

/** What is said of it; null when it went wrong. */
function* applyOne(k: Kubectl, given: KubeObject): Blocking<string | null> {
  const resource = resourceOfKind(given.kind)
  if (!resource && absentKind(given.kind) !== null) {
    k.p.io.err(
      `error: ${given.kind} "${given.metadata.name}": ${absentKind(given.kind)} are not supported in vethlab\n`,
    )
    return null
  }
  if (!resource || resource.apiVersion !== given.apiVersion) {
    const file = k.all('filename')[0] === '-' ? 'STDIN' : (k.all('filename')[0] ?? '')
    k.p.io.err(
      `error: resource mapping not found for name: "${given.metadata.name}" namespace: "${given.metadata.namespace ?? ''}" from "${file}": no matches for kind "${given.kind}" in version "${given.apiVersion}"\nensure CRDs are installed first\n`,
    )
    return null
  }
  const namespace = resource.namespaced ? (given.metadata.namespace ?? k.namespace) : undefined
  const metadata = { ...given.metadata, ...(namespace === undefined ? {} : { namespace }) }
  const annotated = { ...given, metadata: { annotations: {}, ...metadata } }
  const config = `${JSON.stringify(sortTop(annotated))}\n`
  const wanted = {
    ...given,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [LAST]: config } },
  }
  const ref = refOf(given)
  const live = yield* k.api.get<KubeObject>(resource, namespace ?? null, given.metadata.name)
  if (isApiError(live)) {
    if (live.code !== 404) return k.refuse(live)
    if (k.has('dry-run')) return `${ref} created (dry run)\n`
    return (yield* say(k, k.api.create(wanted))) ? `${ref} created\n` : null
  }
  const before = JSON.parse(live.metadata.annotations?.[LAST] ?? '{}') as object
  const merged = merge(live, before, wanted) as KubeObject
  if (k.has('dry-run')) return `${ref} configured (dry run)\n`
  const done = yield* k.api.replace(merged)
  if (isApiError(done)) {
    k.p.io.err(`${k.words(done)}\n`)
    return null
  }
  const same = JSON.stringify(strip(done)) === JSON.stringify(strip(live))
  return `${ref} ${same ? 'unchanged' : 'configured'}\n`
}

function* say(k: Kubectl, request: ReturnType<typeof k.api.create>): Blocking<boolean> {
  const done = yield* request
  if (!isApiError(done)) return true
  k.p.io.err(`${creationError(k, done)}\n`)
  return false
}

/** What the server says of an object that a file has; what it has against its values stands for itself. */
function creationError(k: Kubectl, error: ApiError): string {
  if (error.code === 0) return k.refuse(error)
  if (error.reason === 'Invalid') return k.words(error)
  const file = k.all('filename')[0] ?? ''
  const source = file === '-' ? 'STDIN' : file
  return `Error from server (${error.reason}): error when creating "${source}": ${error.message}`
}

/** What differs whenever it is written does not count. */
function strip({ metadata, spec, ...rest }: KubeObject): object {
  const { resourceVersion: _, generation: __, annotations, ...plain } = metadata
  const { [LAST]: ___, ...others } = annotations ?? {}
  return { ...rest, metadata: { ...plain, annotations: others }, spec }
}

function sortTop(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortTop)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sortTop(item)]))
}

/** Three ways: what was wanted before and is not now goes, what others wrote stays. */
function merge(live: unknown, before: unknown, wanted: unknown): unknown {
  if (isMap(live) && isMap(wanted)) {
    const old = isMap(before) ? before : {}
    const kept = Object.entries(live).filter(([key]) => key in wanted || !(key in old))
    const result: Record<string, unknown> = Object.fromEntries(kept)
    for (const [key, value] of Object.entries(wanted)) {
      result[key] = key in live ? merge(live[key], old[key], value) : value
    }
    return result
  }
  if (Array.isArray(live) && Array.isArray(wanted)) {
    const key = mergeKey(wanted)
    if (key === null) return wanted
    const find = (list: unknown, item: Record<string, unknown>): unknown => {
      return Array.isArray(list) ? list.find((other) => isMap(other) && other[key] === item[key]) : undefined
    }
    return wanted.map((item: Record<string, unknown>) => {
      const there = find(live, item)
      return there === undefined ? item : merge(there, find(before, item), item)
    })
  }
  return wanted
}

/** Makes an object, or shows it with --dry-run; says so in kubectl's words. */
export function* createObject(k: Kubectl, object: KubeObject, verb: string = 'created'): Blocking<number> {
  const dry = k.has('dry-run')
  const output = k.flag('output')
  const resource = resourceOfKind(object.kind)
  const namespace = k.flag('namespace') ?? (dry ? undefined : k.namespace)
  const space = resource?.namespaced && namespace !== undefined ? { namespace } : {}
  const whole = { ...object, metadata: { ...object.metadata, ...space } }
  const made = dry ? whole : yield* k.must(k.api.create(whole))
  if (output === 'yaml') k.out(toYaml(made))
  else if (output === 'json') k.out(dry ? toStructuredJson(made) : toJson(made))
  else if (output === 'name') k.out(`${refOf(made)}\n`)
  else k.out(`${refOf(made)} ${verb}${dry ? ' (dry run)' : ''}\n`)
  return 0
}

export function* createFromFiles(k: Kubectl): Blocking<number> {
  let failed = false
  for (const object of yield* k.objects()) {
    const resource = resourceOfKind(object.kind)
    if (!resource && absentKind(object.kind) !== null) k.resource(object.kind)
    if (!resource) return k.fail(`no matches for kind "${object.kind}" in version "${object.apiVersion}"`)
    const namespace = object.metadata.namespace ?? k.namespace
    const made = yield* k.api.create({
      ...object,
      metadata: { ...object.metadata, ...(resource.namespaced ? { namespace } : {}) },
    })
    if (!isApiError(made)) {
      k.out(`${refOf(made)} created\n`)
      continue
    }
    failed = true
    k.p.io.err(`${creationError(k, made)}\n`)
  }
  return failed ? 1 : 0
}
