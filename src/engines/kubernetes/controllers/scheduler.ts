// kube-scheduler: which node a pod goes to. (Ref: pkg/scheduler)
import type { Command } from '../../../commands/command.ts'
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isTrue, withCondition } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { matchesLabels } from '../api/selector.ts'
import { serverOf } from '../api/server.ts'
import { formatTime } from '../api/time.ts'
import { follow, type Cache } from '../api/watch.ts'
import type { Node, Pod } from '../api/types.ts'
import { write } from './owned.ts'

const SOURCE = { component: 'default-scheduler' }

export const schedulerCommand: Command = {
  name: 'kube-scheduler',
  path: '/usr/local/bin/kube-scheduler',
  summary: 'the scheduler of a Kubernetes cluster',
  supports: ['node selectors, taints, cordoned nodes; else the node with the fewest pods'],
  *run(p) {
    return yield* follow(p, serverOf(p), ['Pod', 'Node'], schedule)
  },
}

function* schedule(cache: Cache, api: ApiClient): Blocking<void> {
  for (const pod of cache.all<Pod>('Pod')) {
    if (pod.spec.nodeName !== undefined || pod.metadata.deletionTimestamp !== undefined) continue
    const now = formatTime(Math.floor(api.p.clock.epoch()))
    const nodes = cache.all<Node>('Node')
    const refusals = nodes.map((node) => refusal(pod, node))
    const fit = nodes.filter((_, i) => refusals[i] === null)
    if (fit.length === 0) yield* refuse(cache, api, pod, now, refusals)
    else yield* bind(cache, api, pod, now, leastLoaded(cache, fit))
  }
}

/** Why a pod cannot go to a node; null when it can. */
function refusal(pod: Pod, node: Node): string | null {
  if (node.spec.unschedulable === true) return 'node(s) were unschedulable'
  if (!isTrue(node, 'Ready')) return 'node(s) had untolerated taint {node.kubernetes.io/not-ready: }'
  if (!matchesLabels(pod.spec.nodeSelector ?? {}, node.metadata.labels)) {
    return "node(s) didn't match Pod's node affinity/selector"
  }
  const tolerations = (pod.spec.tolerations ?? []) as { key?: string; operator?: string; effect?: string }[]
  for (const { key, value, effect } of node.spec.taints ?? []) {
    const tolerated = tolerations.some((one) => {
      return (one.key === undefined || one.key === key) && (one.effect === undefined || one.effect === effect)
    })
    if (effect !== 'PreferNoSchedule' && !tolerated)
      return `node(s) had untolerated taint {${key}: ${value ?? ''}}`
  }
  return null
}

function leastLoaded(cache: Cache, nodes: readonly Node[]): string {
  const pods = cache.all<Pod>('Pod')
  const load = ({ metadata }: Node): number =>
    pods.filter(({ spec }) => spec.nodeName === metadata.name).length
  const [best] = [...nodes].sort((a, b) => load(a) - load(b))
  return best?.metadata.name ?? ''
}

function* bind(cache: Cache, api: ApiClient, pod: Pod, now: string, nodeName: string): Blocking<void> {
  const bound = yield* write(cache, api.replace({ ...pod, spec: { ...pod.spec, nodeName } }))
  if (!bound) return
  const conditions = withCondition(pod.status.conditions ?? [], now, { type: 'PodScheduled', status: 'True' })
  const plain = conditions.map(({ reason: _, message: __, ...one }) => one)
  yield* write(cache, api.replace({ ...bound, status: { ...bound.status, conditions: plain } }, '/status'))
  const { namespace, name } = pod.metadata
  const words = `Successfully assigned ${namespace}/${name} to ${nodeName}`
  yield* recordEvent(api, SOURCE, pod, 'Normal', 'Scheduled', words)
}

/** Told once, until something else is in the way. Ref: framework/types.go:FitError.Error() */
function* refuse(
  cache: Cache,
  api: ApiClient,
  pod: Pod,
  now: string,
  refusals: readonly (string | null)[],
): Blocking<void> {
  const counts = new Map<string, number>()
  for (const why of refusals) if (why !== null) counts.set(why, (counts.get(why) ?? 0) + 1)
  const reasons = [...counts].map(([why, count]) => `${count} ${why}`).sort()
  const message =
    refusals.length === 0
      ? 'no nodes available to schedule pods'
      : `0/${refusals.length} nodes are available: ${reasons.join(', ')}. no new claims to deallocate, ` +
        `preemption: 0/${refusals.length} nodes are available: ${refusals.length} Preemption is not helpful for scheduling.`
  const before = pod.status.conditions ?? []
  if (before.some((one) => one.type === 'PodScheduled' && one.message === message)) return
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }
  const conditions = withCondition(before, now, condition)
  yield* write(cache, api.replace({ ...pod, status: { ...pod.status, conditions } }, '/status'))
  yield* recordEvent(api, SOURCE, pod, 'Warning', 'FailedScheduling', message)
}
