// kubectl delete, scale, label, annotate, set image, patch: changes of what stands.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { qualifiedSingular, resourceOfKind } from '../api/resources.ts'
import type { KubeObject, Labels } from '../api/meta.ts'
import type { PodSpec } from '../api/podtypes.ts'
import type { PodTemplate } from '../api/types.ts'
import { readYaml, type Kubectl } from './context.ts'
import { refOf } from './output.ts'
import { fetch, namespaceOf, readTargets } from './targets.ts'

const POLL = 100_000_000

export const NO_RESOURCES =
  'You must provide one or more resources by argument or filename.\nExample resource specifications include:\n' +
  "   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'"

export function* remove(k: Kubectl): Blocking<number> {
  const grace = k.flag('grace-period') ?? (k.has('now') ? '1' : k.has('force') ? '0' : null)
  const seconds = grace === null ? null : Number(grace)
  const forced = k.has('force') && seconds === 0
  if (forced) {
    k.p.io.err(
      'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
    )
  }
  const objects = yield* doomed(k)
  if (objects === null) return 1
  let failed = false
  const gone: KubeObject[] = []
  for (const object of objects) {
    const done = yield* k.api.remove(object, forced ? 0 : seconds)
    if (isApiError(done)) {
      if (done.code === 0) return k.refuse(done)
      if (done.code === 404 && k.has('ignore-not-found')) continue
      failed = true
      k.p.io.err(`${k.words(done)}\n`)
      continue
    }
    const resource = resourceOfKind(object.kind)
    const name = resource ? qualifiedSingular(resource) : object.kind
    const verb = forced ? 'force deleted' : 'deleted'
    const where = resource?.namespaced ? ` from ${object.metadata.namespace ?? 'default'} namespace` : ''
    k.out(
      k.flag('output') === 'name'
        ? `${refOf(object)}\n`
        : `${name} "${object.metadata.name}" ${verb}${where}\n`,
    )
    // The very object: another may take its name at once.
    gone.push(done)
  }
  if (k.flag('wait') !== 'false') for (const object of gone) yield* untilGone(k, object)
  return failed ? 1 : 0
}

/** What is to go; null when nothing was named. */
function* doomed(k: Kubectl): Blocking<KubeObject[] | null> {
  if (k.all('filename').length > 0) {
    return (yield* k.objects()).map((object) => {
      const namespaced = resourceOfKind(object.kind)?.namespaced ?? false
      const namespace = object.metadata.namespace ?? k.namespace
      return { ...object, metadata: { ...object.metadata, ...(namespaced ? { namespace } : {}) } }
    })
  }
  if (k.operands.length === 0) return k.fail(NO_RESOURCES)
  if (k.has('all') && k.flag('selector') !== null)
    return k.fail("setting 'all' parameter but found a non empty selector. ")
  const targets = readTargets(k)
  const whole = targets.some(({ name }) => name === null)
  if (whole && !k.has('all') && k.flag('selector') === null && k.flag('field-selector') === null) {
    return k.fail('resource(s) were provided, but no name was specified')
  }
  const found: KubeObject[] = []
  for (const target of targets) {
    const { resource, name } = target
    if (name === null) {
      found.push(...(yield* fetch(k, target)))
      continue
    }
    const namespace = namespaceOf(k, resource)
    found.push({
      apiVersion: resource.apiVersion,
      kind: resource.kind,
      metadata: { name, ...(namespace === null ? {} : { namespace }) },
    })
  }
  if (found.length === 0) k.out('No resources found\n')
  return found
}

export function* untilGone(k: Kubectl, { kind, metadata }: KubeObject): Blocking<void> {
  const resource = resourceOfKind(kind)
  while (resource) {
    const left = yield* k.api.get(resource, metadata.namespace ?? null, metadata.name)
    if (isApiError(left)) return
    if (metadata.uid !== undefined && left.metadata.uid !== metadata.uid) return
    yield* k.p.clock.sleep(POLL)
  }
}

export function* scale(k: Kubectl): Blocking<number> {
  const replicas = k.flag('replicas')
  if (replicas === null) return k.fail('required flag(s) "replicas" not set')
  if ((k.number('replicas', '--replicas') ?? 0) < 0) {
    return k.fail('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0')
  }
  for (const target of readTargets(k)) {
    if (target.name === null && !k.has('all') && k.flag('selector') === null) {
      return k.fail('resource(s) were provided, but no name was specified')
    }
    for (const object of yield* fetch(k, target)) {
      if (!['Deployment', 'ReplicaSet', 'StatefulSet'].includes(object.kind)) {
        k.p.io.err('Error from server (NotFound): the server could not find the requested resource\n')
        return 1
      }
      const { replicas: now } = object.spec as { replicas: number }
      const asked = k.flag('current-replicas')
      if (asked !== null && asked !== '-1' && Number(asked) !== now) {
        return k.fail(`Expected replicas to be ${asked}, was ${now}`)
      }
      yield* k.must(k.api.patch(object, { spec: { replicas: Number(replicas) } }))
      k.out(`${refOf(object)} scaled\n`)
    }
  }
  return 0
}

/** kubectl label and annotate. */
export function* label(k: Kubectl): Blocking<number> {
  const what = k.command === 'label' ? 'labels' : 'annotations'
  if (k.operands.length === 0)
    return k.fail('one or more resources must be specified as <resource> <name> or <resource>/<name>')
  const pairs = k.operands.filter((word) =>
    /[^=]=|[^-]-$/.test(word) && !word.includes('/') ? isPair(word) : isPair(word),
  )
  const names = k.operands.filter((word) => !pairs.includes(word))
  if (pairs.length === 0)
    return k.fail(`at least one ${k.command === 'label' ? 'label' : 'annotation'} update is required`)
  for (const target of readTargets(k, names)) {
    if (target.name === null && !k.has('all') && k.flag('selector') === null) {
      return k.fail('resource(s) were provided, but no name was specified')
    }
    for (const object of yield* fetch(k, target)) {
      const before = object.metadata[what] ?? {}
      for (const pair of pairs) {
        const key = pair.slice(0, -1)
        if (k.command === 'label' && pair.endsWith('-') && !(key in before))
          k.out(`label "${key}" not found.\n`)
      }
      const changed = change(k, before, pairs)
      yield* k.must(k.api.replace({ ...object, metadata: { ...object.metadata, [what]: changed } }))
      const same = JSON.stringify(changed) === JSON.stringify(before)
      const removed = pairs.every((word) => word.endsWith('-'))
      const verb =
        k.command === 'annotate' ? 'annotated' : same ? 'not labeled' : removed ? 'unlabeled' : 'labeled'
      k.out(`${refOf(object)} ${verb}\n`)
    }
  }
  return 0
}

function isPair(word: string): boolean {
  return /^[\w./-]+=/.test(word) || /^[\w./-]+-$/.test(word)
}

function change(k: Kubectl, before: Labels, pairs: readonly string[]): Labels {
  const labels = { ...before }
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 0) {
      const { [pair.slice(0, -1)]: _, ...rest } = labels
      for (const key of Object.keys(labels)) if (!(key in rest)) delete labels[key]
      continue
    }
    const [key, value] = [pair.slice(0, at), pair.slice(at + 1)]
    const old = labels[key]
    if (old !== undefined && old !== value && !k.has('overwrite')) {
      const words = `'${key}' already has a value (${old})`
      return k.fail(
        k.command === 'label'
          ? `${words}, and --overwrite is false`
          : `--overwrite is false but found the following declared annotation(s): ${words}`,
      )
    }
    labels[key] = value
  }
  return labels
}

/** kubectl set image deployment/web web=nginx:1.28. */
export function* set(k: Kubectl): Blocking<number> {
  const [what, target = '', ...more] = k.operands
  if (what === undefined) return k.fail('the help of kubectl set is not supported in vethlab')
  if (what !== 'image') return k.fail(`kubectl set ${what} is not supported in vethlab`)
  if (target === '') return k.fail(NO_RESOURCES)
  const words = target.includes('/') ? more : more.slice(1)
  const stray = words.find((word) => !word.includes('='))
  if (stray !== undefined) readTargets(k, [target, stray])
  const [first] = readTargets(k, target.includes('/') ? [target] : [target, more[0] ?? ''])
  if (!first || words.length === 0) return k.fail('at least one image update is required')
  const images = new Map(
    words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  )
  for (const object of yield* fetch(k, first)) {
    const spec = podSpecOf(object)
    if (!spec) {
      return k.fail(`the object is not a pod or does not have a pod template: ${object.metadata.name}`)
    }
    for (const name of images.keys()) {
      if (name === '*' || spec.containers.some((one) => one.name === name)) continue
      return k.fail(`unable to find container named "${name}"`)
    }
    const containers = spec.containers.map(({ name, image }) => {
      return { name, image: images.get(name) ?? images.get('*') ?? image }
    })
    const changed = { spec: { containers } }
    yield* k.must(k.api.patch(object, object.kind === 'Pod' ? changed : { spec: { template: changed } }))
    k.out(`${refOf(object)} image updated\n`)
  }
  return 0
}

/** Of a pod, or of what makes pods. */
function podSpecOf({ kind, spec }: KubeObject): PodSpec | null {
  if (kind === 'Pod') return spec as PodSpec
  return (spec as { template?: PodTemplate } | undefined)?.template?.spec ?? null
}

/** kubectl patch. */
export function* patch(k: Kubectl): Blocking<number> {
  const text = k.flag('patch')
  if (text === null)
    return k.fail('must specify --patch or --patch-file containing the contents of the patch')
  const type = k.flag('type') ?? 'strategic'
  if (type === 'json') return k.fail('patches of type json are not supported in vethlab')
  if (type !== 'strategic' && type !== 'merge') {
    return k.fail(`--type must be one of [json merge strategic], not "${type}"`)
  }
  const change = readYaml(text)
  if (change instanceof Error)
    return k.fail(`unable to parse "${text}": yaml: ${change.message.split('\n')[0]}`)
  const [target] = readTargets(k)
  if (!target || target.name === null) return k.fail('resource(s) were provided, but no name was specified')
  for (const object of yield* fetch(k, target)) {
    const done = yield* k.must(k.api.patch<KubeObject>(object, change as object))
    const same =
      done.metadata.generation === object.metadata.generation &&
      JSON.stringify(withoutVersion(done)) === JSON.stringify(withoutVersion(object))
    k.out(`${refOf(object)} patched${same ? ' (no change)' : ''}\n`)
  }
  return 0
}

function withoutVersion({ metadata: { resourceVersion: _, ...metadata }, ...object }: KubeObject): object {
  return { ...object, metadata }
}
