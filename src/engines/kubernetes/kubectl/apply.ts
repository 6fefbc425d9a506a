// kubectl apply, create -f, replace, and what is made of what stands and what is wanted.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { resourceOfKind, type Resource } from '../api/resources.ts'
import { isMap, mergeKey } from '../apiserver/patch.ts'
import type { KubeObject } from '../api/meta.ts'
import { absentKind } from './absent.ts'
import type { Kubectl } from './context.ts'
import { dryWords } from './dryrun.ts'
import { Failures } from './failures.ts'
import { toYaml } from './goyaml.ts'
import { refOf, toJson, toStructuredJson } from './output.ts'

const LAST = 'kubectl.kubernetes.io/last-applied-configuration'

export function* apply(k: Kubectl): Blocking<number> {
  if (k.all('filename').length === 0) return k.fail('must specify one of -f and -k')
  const objects = yield* k.objects()
  if (objects.length === 0) return k.fail('no objects passed to apply')
  const failures = new Failures()
  for (const object of objects) k.out(yield* applyOne(k, object, failures))
  return failures.tell(k)
}

/** What is said of it; nothing when it went wrong. */
function* applyOne(k: Kubectl, given: KubeObject, failures: Failures): Blocking<string> {
  const resource = resourceOfKind(given.kind)
  const source = sourceOf(k)
  const { name } = given.metadata
  if (!resource && absentKind(given.kind) !== null) {
    failures.add(`${given.kind} "${name}": ${absentKind(given.kind)} are not supported in vethlab`)
    return ''
  }
  if (!resource || resource.apiVersion !== given.apiVersion) {
    failures.add(
      `resource mapping not found for name: "${name}" namespace: "${given.metadata.namespace ?? ''}" from "${source}": no matches for kind "${given.kind}" in version "${given.apiVersion}"\nensure CRDs are installed first`,
    )
    return ''
  }
  const namespace = resource.namespaced ? (given.metadata.namespace ?? k.namespace) : undefined
  const metadata = { ...given.metadata, ...(namespace === undefined ? {} : { namespace }) }
  const annotated = { ...given, metadata: { annotations: {}, ...metadata } }
  const config = `${goJson(sortTop(annotated))}\n`
  const wanted = {
    ...given,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [LAST]: config } },
  }
  const ref = refOf(given)
  if (name === '') {
    failures.add(
      `error when retrieving current configuration of:\n${described(resource, namespace ?? '')}\nfrom server for: "${source}": resource name may not be empty`,
    )
    return ''
  }
  const dry = k.dryRun
  const live = yield* k.api.get<KubeObject>(resource, namespace ?? null, name)
  if (isApiError(live)) {
    if (live.code !== 404) return k.refuse(live)
    if (dry === 'client') return `${ref} created${dryWords(k)}\n`
    const made = yield* k.api.create(wanted, dry === 'server')
    if (!isApiError(made)) return `${ref} created${dryWords(k)}\n`
    failures.refused(k, made, `error when creating "${source}": `)
    return ''
  }
  const before = JSON.parse(live.metadata.annotations?.[LAST] ?? '{}') as object
  const merged = merge(live, before, wanted) as KubeObject
  if (dry === 'client') return `${ref} configured${dryWords(k)}\n`
  const done = yield* k.api.replace(merged, '', dry === 'server')
  if (isApiError(done)) {
    failures.refused(k, done, '')
    return ''
  }
  const same = JSON.stringify(strip(done)) === JSON.stringify(strip(live))
  return `${ref} ${same ? 'unchanged' : 'configured'}${dryWords(k)}\n`
}

/** Where an object was read. */
function sourceOf(k: Kubectl): string {
  const file = k.all('filename')[0] ?? ''
  return file === '-' ? 'STDIN' : file
}

function described({ apiVersion, kind, plural }: Resource, namespace: string): string {
  const group = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`
  return `Resource: "${group}, Resource=${plural}", GroupVersionKind: "${group}, Kind=${kind}"\nName: "", Namespace: "${namespace}"`
}

/** What differs whenever it is written does not count. */
function strip({ metadata, spec, ...rest }: KubeObject): object {
  const { resourceVersion: _, generation: __, annotations, ...plain } = metadata
  const { [LAST]: ___, ...others } = annotations ?? {}
  return { ...rest, metadata: { ...plain, annotations: others }, spec }
}

/** Ref: encoding/json: what means something in HTML is escaped. */
function goJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
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
    const merged = wanted.map((item: Record<string, unknown>) => {
      const there = find(live, item)
      return there === undefined ? item : merge(there, find(before, item), item)
    })
    // What others have added stays; tolerations are of one piece.
    if (key === 'key') return merged
    return merged.concat(live.filter((item) => isMap(item) && !find(wanted, item) && !find(before, item)))
  }
  return wanted
}

/** Makes an object, or shows it with --dry-run; says so in kubectl's words. `what`: as its failure is told. */
export function* createObject(
  k: Kubectl,
  object: KubeObject,
  { verb = 'created', what = '' }: { readonly verb?: string; readonly what?: string } = {},
): Blocking<number> {
  const dry = k.dryRun === 'client'
  const output = k.flag('output')
  const resource = resourceOfKind(object.kind)
  const namespace = k.flag('namespace') ?? (dry ? undefined : k.namespace)
  const space = resource?.namespaced && namespace !== undefined ? { namespace } : {}
  const whole = { ...object, metadata: { ...object.metadata, ...space } }
  const made = dry ? whole : yield* k.api.create(whole, k.dryRun === 'server')
  if (isApiError(made)) {
    return what === '' || made.code === 0
      ? k.refuse(made)
      : k.fail(`failed to create ${what} ${made.message}`)
  }
  if (output === 'yaml') k.out(toYaml(made))
  else if (output === 'json') k.out(dry ? toStructuredJson(made) : toJson(made))
  else if (output === 'name') k.out(`${refOf(made)}\n`)
  else k.out(`${refOf(made)} ${verb}${dryWords(k)}\n`)
  return 0
}

export function* createFromFiles(k: Kubectl): Blocking<number> {
  const failures = new Failures()
  const dry = k.dryRun
  for (const object of yield* k.objects()) {
    const resource = resourceOfKind(object.kind)
    if (!resource && absentKind(object.kind) !== null) k.resource(object.kind)
    if (!resource) return k.fail(`no matches for kind "${object.kind}" in version "${object.apiVersion}"`)
    const namespace = object.metadata.namespace ?? k.namespace
    const whole = {
      ...object,
      metadata: { ...object.metadata, ...(resource.namespaced ? { namespace } : {}) },
    }
    const made = dry === 'client' ? whole : yield* k.api.create(whole, dry === 'server')
    if (isApiError(made)) failures.refused(k, made, `error when creating "${sourceOf(k)}": `)
    else k.out(`${refOf(made)} created${dryWords(k)}\n`)
  }
  return failures.tell(k)
}
