// kube-scheduler: which node a pod goes to. (Ref: pkg/scheduler)
import type { Command } from '../../../commands/command.ts'
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isActive, isTrue, withCondition } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { klog } from '../api/klog.ts'
import { matchesLabels } from '../api/selector.ts'
import { parseQuantity } from '../api/quantity.ts'
import { serverOf } from '../api/server.ts'
import { untolerated } from '../api/taints.ts'
import { formatTime } from '../api/time.ts'
import { follow, type Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Node } from '../api/types.ts'
import { VERSION } from '../api/version.ts'
import { write } from './owned.ts'

const SOURCE = { component: 'default-scheduler' }

export const schedulerCommand: Command = {
  name: 'kube-scheduler',
  path: '/usr/local/bin/kube-scheduler',
  summary: 'the scheduler of a Kubernetes cluster',
  supports: ['node selectors, taints, cordoned nodes; else the node with the fewest pods'],
  *run(p) {
    klog(p, 'serving.go:386', 'Generated self-signed cert in-memory')
    klog(p, 'server.go:175', `"Starting Kubernetes Scheduler" version="${VERSION}"`)
    return yield* follow(p, serverOf(p), ['Pod', 'Node'], schedule)
  },
}

function* schedule(cache: Cache, api: ApiClient): Blocking<void> {
  for (const pod of cache.all<Pod>('Pod')) {
    if (pod.spec.nodeName !== undefined || pod.metadata.deletionTimestamp !== undefined) continue
    const now = formatTime(Math.floor(api.p.clock.epoch()))
    const nodes = cache.all<Node>('Node')
    const refusals = nodes.map((node) => refusal(cache, pod, node))
    const fit = nodes.filter((_, i) => refusals[i] === null)
    if (fit.length === 0) yield* refuse(cache, api, pod, now, refusals)
    else yield* bind(cache, api, pod, now, leastLoaded(cache, fit))
  }
}

/** Why a pod cannot go to a node; null when it can. */
function refusal(cache: Cache, pod: Pod, node: Node): string | null {
  if (node.spec.unschedulable === true) return 'node(s) were unschedulable'
  if (!isTrue(node, 'Ready')) return 'node(s) had untolerated taint(s)'
  if (!matchesLabels(pod.spec.nodeSelector ?? {}, node.metadata.labels)) {
    return "node(s) didn't match Pod's node affinity/selector"
  }
  const taint = untolerated(node, pod.spec.tolerations ?? [])
  if (taint) return `node(s) had untolerated taint(s)`
  if (clashes(cache, pod, node)) return "node(s) didn't have free ports for the requested pod ports"
  for (const what of ['cpu', 'memory'] as const) {
    const used = podsOn(cache, node).reduce((sum, one) => sum + requested(one, what), 0)
    if (used + requested(pod, what) > parseQuantity(node.status.allocatable[what] ?? '0'))
      return `Insufficient ${what}`
  }
  return null
}

function podsOn(cache: Cache, { metadata }: Node): Pod[] {
  return cache.all<Pod>('Pod').filter((pod) => pod.spec.nodeName === metadata.name && isActive(pod))
}

function clashes(cache: Cache, pod: Pod, node: Node): boolean {
  const ports = ({ spec }: Pod): string[] => {
    return spec.containers
      .flatMap((one) => one.ports ?? [])
      .flatMap(({ hostPort, containerPort, protocol = 'TCP' }) => {
        const port = hostPort ?? (spec.hostNetwork ? containerPort : undefined)
        return port === undefined ? [] : [`${port}/${protocol}`]
      })
  }
  const taken = new Set(podsOn(cache, node).flatMap(ports))
  return ports(pod).some((port) => taken.has(port))
}

function requested({ spec }: Pod, what: 'cpu' | 'memory'): number {
  return spec.containers.reduce((sum, { resources }) => {
    return sum + parseQuantity(resources?.requests?.[what] ?? resources?.limits?.[what] ?? '0')
  }, 0)
}

function leastLoaded(cache: Cache, nodes: readonly Node[]): string {
  // What runs on every node, or belongs to one, tells nothing of its load.
  const load = (node: Node): number => podsOn(cache, node).filter(({ spec }) => !spec.hostNetwork).length
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
