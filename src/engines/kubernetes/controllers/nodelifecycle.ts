// Nodes that are not heard of any more: their pods are no longer ready, and go when they are missed too long.
// (Ref: pkg/controller/nodelifecycle/node_lifecycle_controller.go, pkg/controller/tainteviction)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { conditionOf, withCondition } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Pod } from '../api/podtypes.ts'
import { formatTime, parseTime } from '../api/time.ts'
import { tolerates, type Taint } from '../api/taints.ts'
import type { Node } from '../api/types.ts'
import type { Cache } from '../api/watch.ts'
import { remove, write } from './owned.ts'

const SECOND = 1_000_000_000
/** --node-monitor-period, --node-monitor-grace-period. */
const PERIOD = 5
const GRACE = 50
const UNREACHABLE = 'node.kubernetes.io/unreachable'
const SILENT = { reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' }

/** When a node's lease was renewed: seconds since 1970. */
interface Lease extends KubeObject {
  spec: { renewTime: string }
}

export function* monitorNodes(cache: Cache, api: ApiClient): Blocking<void> {
  const { clock } = api.p
  for (;;) {
    const until = clock.now() + PERIOD * SECOND
    while (clock.now() < until) yield* clock.wait([], until)
    for (const node of cache.all<Node>('Node')) yield* look(cache, api, node, Math.floor(clock.epoch()))
  }
}

function* look(cache: Cache, api: ApiClient, node: Node, now: number): Blocking<void> {
  const { name } = node.metadata
  const lease = cache.get<Lease>('Lease', 'kube-node-lease', name)
  if (!lease) return
  const silent = now - parseTime(lease.spec.renewTime) > GRACE
  const known = conditionOf(node, 'Ready')?.status !== 'Unknown'
  if (silent && known) yield* lose(cache, api, node, formatTime(now))
  else if (silent) yield* evict(cache, api, node, now)
  else if (!known) yield* regain(cache, api, node, formatTime(now))
}

function* lose(cache: Cache, api: ApiClient, node: Node, now: string): Blocking<void> {
  let { conditions } = node.status
  for (const { type } of conditions) {
    const { lastHeartbeatTime } = conditionOf(node, type) ?? {}
    const beat = lastHeartbeatTime === undefined ? {} : { lastHeartbeatTime }
    conditions = withCondition(conditions, now, { type, status: 'Unknown', ...SILENT, ...beat })
  }
  const taints: Taint[] = [
    { key: UNREACHABLE, effect: 'NoSchedule' },
    { key: UNREACHABLE, effect: 'NoExecute', timeAdded: now },
  ]
  yield* save(cache, api, node, conditions, [...otherTaints(node), ...taints])
  yield* recordEvent(
    api,
    { component: 'node-controller' },
    node,
    'Normal',
    'NodeNotReady',
    `Node ${node.metadata.name} status is now: NodeNotReady`,
  )
  for (const pod of podsOn(cache, node)) {
    const unready = withCondition(pod.status.conditions ?? [], now, { type: 'Ready', status: 'False' })
    yield* write(cache, api.replace({ ...pod, status: { ...pod.status, conditions: unready } }, '/status'))
    yield* recordEvent(
      api,
      { component: 'node-controller' },
      pod,
      'Warning',
      'NodeNotReady',
      'Node is not ready',
    )
  }
}

/** As its kubelet tells it once it is heard of again. */
function* regain(cache: Cache, api: ApiClient, node: Node, now: string): Blocking<void> {
  const fine: Readonly<Record<string, readonly [string, string]>> = {
    MemoryPressure: ['KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
    DiskPressure: ['KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
    PIDPressure: ['KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
    Ready: ['KubeletReady', 'kubelet is posting ready status'],
  }
  let { conditions } = node.status
  for (const [type, [reason, message]] of Object.entries(fine)) {
    const status = type === 'Ready' ? 'True' : 'False'
    conditions = withCondition(conditions, now, { type, status, reason, message, lastHeartbeatTime: now })
  }
  yield* save(cache, api, node, conditions, otherTaints(node))
  for (const pod of podsOn(cache, node)) {
    const containers = conditionOf(pod, 'ContainersReady')?.status ?? 'False'
    const ready = withCondition(pod.status.conditions ?? [], now, { type: 'Ready', status: containers })
    yield* write(cache, api.replace({ ...pod, status: { ...pod.status, conditions: ready } }, '/status'))
  }
}

/** Those that put up with it no longer. */
function* evict(cache: Cache, api: ApiClient, node: Node, now: number): Blocking<void> {
  const taint = (node.spec.taints ?? []).find(
    ({ key, effect }) => key === UNREACHABLE && effect === 'NoExecute',
  )
  if (!taint) return
  const since = parseTime(taint.timeAdded ?? formatTime(now))
  for (const pod of podsOn(cache, node)) {
    if (pod.metadata.deletionTimestamp !== undefined) continue
    const tolerations = (pod.spec.tolerations ?? []).filter((one) => tolerates([one], taint))
    const last = Math.max(0, ...tolerations.map(({ tolerationSeconds = Infinity }) => tolerationSeconds))
    if (now - since < last) continue
    yield* recordEvent(
      api,
      { component: 'taint-eviction-controller' },
      pod,
      'Normal',
      'TaintManagerEviction',
      `Marking for deletion Pod ${pod.metadata.namespace}/${pod.metadata.name}`,
    )
    yield* remove(cache, api, pod)
  }
}

function otherTaints({ spec }: Node): Taint[] {
  return (spec.taints ?? []).filter(({ key }) => key !== UNREACHABLE)
}

function podsOn(cache: Cache, { metadata }: Node): Pod[] {
  return cache.all<Pod>('Pod').filter(({ spec }) => spec.nodeName === metadata.name)
}

function* save(
  cache: Cache,
  api: ApiClient,
  node: Node,
  conditions: Node['status']['conditions'],
  taints: readonly Taint[],
): Blocking<void> {
  const { taints: _, ...spec } = node.spec
  const tainted = { ...node, spec: { ...spec, ...(taints.length > 0 ? { taints: [...taints] } : {}) } }
  const saved = yield* write(cache, api.replace(tainted))
  if (saved)
    yield* write(cache, api.replace({ ...saved, status: { ...saved.status, conditions } }, '/status'))
}
