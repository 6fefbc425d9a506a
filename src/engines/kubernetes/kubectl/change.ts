// kubectl delete, scale, label, annotate, cordon, set image: changes of what stands.
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import { qualifiedSingular, resourceOfKind } from '../api/resources.ts'
import type { Deployment, KubeObject, Labels, Node } from '../api/types.ts'
import type { Kubectl } from './context.ts'
import { refOf } from './output.ts'
import { fetch, namespaceOf, readTargets } from './targets.ts'

const POLL = 100_000_000

const NO_RESOURCES =
  'You must provide one or more resources by argument or filename.\nExample resource specifications include:\n' +
  "   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'"

export function* remove(k: Kubectl): Blocking<number> {
  const objects = yield* doomed(k)
  if (objects === null) return 1
  const grace = k.flag('grace-period') ?? (k.has('now') ? '1' : null)
  const seconds = grace === null ? null : Number(grace)
  const forced = k.has('force') && seconds === 0
  if (forced) {
    k.p.io.err(
      'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
    )
  }
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
    gone.push(object)
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

function* untilGone(k: Kubectl, { kind, metadata }: KubeObject): Blocking<void> {
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
  for (const target of readTargets(k)) {
    for (const object of yield* fetch(k, target)) {
      if (object.kind !== 'Deployment' && object.kind !== 'ReplicaSet') {
        return k.fail(`cannot scale a ${object.kind.toLowerCase()}`)
      }
      const spec = { ...(object.spec as object), replicas: Number(replicas) }
      yield* k.must(k.api.replace({ ...object, spec }))
      k.out(`${refOf(object)} scaled\n`)
    }
  }
  return 0
}

/** kubectl label and annotate. */
export function* label(k: Kubectl): Blocking<number> {
  const what = k.command === 'label' ? 'labels' : 'annotations'
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
      return k.fail(`'${key}' already has a value (${old}), and --overwrite is false`)
    }
    labels[key] = value
  }
  return labels
}

export function* cordon(k: Kubectl): Blocking<number> {
  const unschedulable = k.command === 'cordon'
  const [name] = k.operands
  if (name === undefined)
    return k.fail(`USAGE: ${k.command} NODE [flags]\nSee 'kubectl ${k.command} -h' for help and examples`)
  const node = yield* k.must(k.api.get<Node>(k.resource('nodes'), null, name))
  const { unschedulable: now = false, ...spec } = node.spec
  const word = unschedulable ? 'cordoned' : 'uncordoned'
  if (now === unschedulable) k.out(`node/${name} already ${word}\n`)
  else {
    yield* k.must(k.api.replace({ ...node, spec: { ...spec, ...(unschedulable ? { unschedulable } : {}) } }))
    k.out(`node/${name} ${word}\n`)
  }
  return 0
}

/** kubectl set image deployment/web web=nginx:1.28. */
export function* set(k: Kubectl): Blocking<number> {
  const [what, target = '', ...more] = k.operands
  if (what !== 'image') return k.fail(`set ${what ?? ''} is not supported in vethlab`)
  const words = target.includes('/') ? more : more.slice(1)
  const [first] = readTargets(k, target.includes('/') ? [target] : [target, more[0] ?? ''])
  if (!first || words.length === 0) return k.fail('at least one image update is required')
  for (const object of yield* fetch(k, first)) {
    const deployment = object as Deployment
    const { template } = deployment.spec
    const images = new Map(
      words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
    )
    for (const name of images.keys()) {
      if (name !== '*' && !template.spec.containers.some((one) => one.name === name)) {
        return k.fail(`unable to find container named "${name}"`)
      }
    }
    const containers = template.spec.containers.map((one) => ({
      ...one,
      image: images.get(one.name) ?? images.get('*') ?? one.image,
    }))
    const spec = { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers } } }
    yield* k.must(k.api.replace({ ...deployment, spec }))
    k.out(`${refOf(deployment)} image updated\n`)
  }
  return 0
}
