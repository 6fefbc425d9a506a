// kubectl cordon, drain and taint: who may run on a node. (Ref: kubectl/pkg/drain, kubectl/pkg/cmd/taint)
import type { Blocking } from '../../../os/program.ts'
import { isApiError } from '../api/client.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Taint } from '../api/taints.ts'
import type { Node } from '../api/types.ts'
import type { Kubectl } from './context.ts'
import { fetch } from './targets.ts'

const POLL = 100_000_000
const SEE = "\nSee 'kubectl taint -h' for help and examples"
const NAME_PART =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
const EFFECTS = new Set(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])

function* nodesNamed(k: Kubectl): Blocking<Node[]> {
  const resource = k.resource('nodes')
  if (k.flag('selector') !== null) return (yield* fetch(k, { resource, name: null })) as Node[]
  if (k.operands.length === 0) {
    return k.fail(`USAGE: ${k.command} NODE [flags]\nSee 'kubectl ${k.command} -h' for help and examples`)
  }
  const found: Node[] = []
  for (const word of k.operands) {
    found.push(yield* k.must(k.api.get<Node>(resource, null, word.replace(/^nodes?\//, ''))))
  }
  return found
}

export function* cordon(k: Kubectl): Blocking<number> {
  for (const node of yield* nodesNamed(k)) yield* setSchedulable(k, node, k.command === 'uncordon')
  return 0
}

function* setSchedulable(k: Kubectl, node: Node, schedulable: boolean): Blocking<void> {
  const { name } = node.metadata
  const word = schedulable ? 'uncordoned' : 'cordoned'
  if ((node.spec.unschedulable ?? false) !== schedulable) return k.out(`node/${name} already ${word}\n`)
  yield* k.must(k.api.patch(node, { spec: { unschedulable: schedulable ? null : true } }))
  k.out(`node/${name} ${word}\n`)
}

// ---- drain

const MIRROR = 'kubernetes.io/config.mirror'

export function* drain(k: Kubectl): Blocking<number> {
  for (const node of yield* nodesNamed(k)) {
    yield* setSchedulable(k, node, false)
    const { name } = node.metadata
    const all = yield* k.must(k.api.list<Pod>(k.resource('pods'), null))
    // Ref: kubectl/pkg/drain/filters.go:mirrorPodFilter()
    const pods = all.filter(
      ({ spec, metadata }) => spec.nodeName === name && metadata.annotations?.[MIRROR] === undefined,
    )
    const errors = objections(k, pods)
    if (errors.length > 0) {
      const words = errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`
      k.p.io.err(`error: unable to drain node "${name}" due to error: ${words}, continuing command...\n`)
      k.p.io.err(`There are pending nodes to be drained:\n ${name}\n${errors.join('\n')}\n`)
      return 1
    }
    const daemons = pods.filter((pod) => ownerOf(pod) === 'DaemonSet')
    const single = pods.filter((pod) => ownerOf(pod) === null)
    const warnings = [
      ...(daemons.length > 0 ? [`ignoring DaemonSet-managed Pods: ${names(daemons)}`] : []),
      ...(single.length > 0 ? [`deleting Pods that declare no controller: ${names(single)}`] : []),
    ]
    if (warnings.length > 0) k.p.io.err(`Warning: ${warnings.join('; ')}\n`)
    yield* evict(
      k,
      pods.filter((pod) => !daemons.includes(pod)),
    )
    k.out(`node/${name} drained\n`)
  }
  return 0
}

function ownerOf({ metadata }: Pod): string | null {
  return metadata.ownerReferences?.[0]?.kind ?? null
}

function names(pods: readonly Pod[]): string {
  return pods.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).join(', ')
}

/** Why pods may not be taken away. Ref: kubectl/pkg/drain/filters.go */
function objections(k: Kubectl, pods: readonly Pod[]): string[] {
  const local = pods.filter(
    (pod) => (pod.spec.volumes ?? []).some(({ emptyDir }) => emptyDir) && ownerOf(pod) !== 'DaemonSet',
  )
  const single = pods.filter((pod) => ownerOf(pod) === null)
  const daemons = pods.filter((pod) => ownerOf(pod) === 'DaemonSet')
  const say = (found: readonly Pod[], allowed: boolean, words: string): string[] => {
    return found.length > 0 && !allowed ? [`cannot delete ${words}: ${names(found)}`] : []
  }
  return [
    ...say(daemons, k.has('ignore-daemonsets'), 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)'),
    ...say(
      local,
      k.has('delete-emptydir-data'),
      'Pods with local storage (use --delete-emptydir-data to override)',
    ),
    ...say(single, k.has('force'), 'cannot delete Pods that declare no controller (use --force to override)'),
  ]
}

function* evict(k: Kubectl, pods: readonly Pod[]): Blocking<void> {
  for (const pod of pods) {
    k.out(`evicting pod ${pod.metadata.namespace}/${pod.metadata.name}\n`)
    yield* k.must(k.api.remove(pod))
  }
  const left = new Set(pods)
  while (left.size > 0) {
    for (const pod of left) {
      const { name, namespace = 'default', uid } = pod.metadata
      const found = yield* k.api.get<Pod>(k.resource('pods'), namespace, name)
      if (!isApiError(found) && found.metadata.uid === uid) continue
      left.delete(pod)
      k.out(`pod/${name} evicted\n`)
    }
    yield* k.p.clock.sleep(POLL)
  }
}

// ---- taint

export function* taint(k: Kubectl): Blocking<number> {
  const [type = '', ...words] = k.operands
  if (!/^nodes?$|^no$/.test(type)) {
    return k.fail(
      type === ''
        ? 'one or more resources must be specified as <resource> <name>'
        : `invalid resource type ${type}, only node types are supported`,
    )
  }
  const changes = words.filter((word) => /[=:]|-$/.test(word) && isTaint(word))
  const chosen = words.filter((word) => !changes.includes(word))
  if (changes.length === 0) return k.fail('at least one taint update is required')
  const resource = k.resource('nodes')
  const all = k.has('all') || k.flag('selector') !== null
  if (!all && chosen.length === 0)
    return k.fail("at least one resource name must be specified since '--all' parameter is not set")
  const nodes = all ? ((yield* fetch(k, { resource, name: null })) as Node[]) : []
  for (const name of chosen) nodes.push(yield* k.must(k.api.get<Node>(resource, null, name)))
  for (const node of nodes) yield* taintOne(k, node, changes)
  return 0
}

function isTaint(word: string): boolean {
  return /^[\w./-]+(?:=[\w.-]*)?(?::\w+)?-?$/.test(word)
}

function* taintOne(k: Kubectl, node: Node, changes: readonly string[]): Blocking<void> {
  const { name } = node.metadata
  let taints: Taint[] = [...(node.spec.taints ?? [])]
  let [added, removed, modified] = [false, false, false]
  for (const word of changes) {
    const gone = word.endsWith('-')
    const [, key = '', value = '', effect = ''] = /^([^=:]+?)(?:=([^:]*))?(?::(\w+))?-?$/.exec(word) ?? []
    if (effect !== '' && !EFFECTS.has(effect))
      return k.fail(`invalid taint effect: ${effect}, unsupported taint effect${SEE}`)
    const same = (one: Taint): boolean => one.key === key && (effect === '' || one.effect === effect)
    if (gone) {
      if (!taints.some(same)) return k.fail(`taint "${word.slice(0, -1)}" not found`)
      taints = taints.filter((one) => !same(one))
      removed = true
      continue
    }
    if (effect === '') return k.fail(`invalid taint spec: ${word}, ${NAME_PART}${SEE}`)
    const taintNow: Taint = { effect, key, ...(value === '' ? {} : { value }) }
    const old = taints.find(same)
    if (old && !k.has('overwrite')) {
      return k.fail(`node ${name} already has ${key} taint(s) with same effect(s) and --overwrite is false`)
    }
    if (old) modified = true
    else added = true
    taints = [...taints.filter((one) => one !== old), taintNow]
  }
  const { taints: _, ...spec } = node.spec
  const changed = { ...node, spec: { ...spec, ...(taints.length > 0 ? { taints } : {}) } }
  if (k.dryRun !== 'client') yield* k.must(k.api.replace(changed, '', k.dryRun === 'server'))
  const verb = removed && !added && !modified ? 'untainted' : modified ? 'modified' : 'tainted'
  k.out(`node/${name} ${verb}\n`)
}
