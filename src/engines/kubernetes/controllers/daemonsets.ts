// A daemon set keeps one pod on every node that lets it. (Ref: pkg/controller/daemon/daemon_controller.go)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isActive, isReady } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import type { Pod, Toleration } from '../api/podtypes.ts'
import { matchesLabels } from '../api/selector.ts'
import { untolerated } from '../api/taints.ts'
import type { DaemonSet, Node } from '../api/types.ts'
import type { Cache } from '../api/watch.ts'
import { isOwnedBy, podOf, remove, templateHash, write } from './owned.ts'

const SOURCE = { component: 'daemonset-controller' }
const HASH = 'controller-revision-hash'

/** What its pods put up with. Ref: pkg/controller/daemon/util/daemonset_util.go */
const TOLERATIONS: readonly Toleration[] = [
  ...['not-ready', 'unreachable'].map((what) => [what, 'NoExecute']),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((what) => [
    what,
    'NoSchedule',
  ]),
].map(([what, effect]) => ({ effect: effect ?? '', key: `node.kubernetes.io/${what}`, operator: 'Exists' }))

export function* reconcileDaemonSets(cache: Cache, api: ApiClient): Blocking<void> {
  for (const set of cache.all<DaemonSet>('DaemonSet')) yield* reconcile(cache, api, set)
}

function* reconcile(cache: Cache, api: ApiClient, set: DaemonSet): Blocking<void> {
  const { template } = set.spec
  const { name, namespace = 'default' } = set.metadata
  const hash = templateHash(template)
  const tolerations = [...(template.spec.tolerations ?? []), ...TOLERATIONS]
  const nodes = cache.all<Node>('Node').filter((node) => {
    return (
      matchesLabels(template.spec.nodeSelector ?? {}, node.metadata.labels) && !untolerated(node, tolerations)
    )
  })
  const owned = (): Pod[] =>
    cache.all<Pod>('Pod', namespace).filter((pod) => isOwnedBy(pod, set) && isActive(pod))
  for (const node of nodes) {
    if (owned().some(({ spec }) => spec.nodeName === node.metadata.name)) continue
    // One that still ends there is waited for.
    const ending = cache.all<Pod>('Pod', namespace).some((pod) => {
      return (
        isOwnedBy(pod, set) &&
        pod.spec.nodeName === node.metadata.name &&
        pod.metadata.deletionTimestamp !== undefined
      )
    })
    if (ending) continue
    const pod = podOf(
      set,
      template,
      `${name}-`,
      { [HASH]: hash },
      { nodeName: node.metadata.name, tolerations },
    )
    const made = yield* write(cache, api.create(pod))
    if (made)
      yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulCreate', `Created pod: ${made.metadata.name}`)
  }
  const names = new Set(nodes.map(({ metadata }) => metadata.name))
  const astray = owned().filter(({ spec }) => !names.has(spec.nodeName ?? ''))
  // One at a time is made anew when the template has changed, those that are not ready first.
  const old = owned().filter(({ metadata }) => metadata.labels?.[HASH] !== hash)
  const broken = owned().filter((pod) => !isReady(pod))
  const next = old.find((pod) => !isReady(pod)) ?? (broken.length === 0 ? old[0] : undefined)
  for (const pod of [...astray, ...(next && !astray.includes(next) ? [next] : [])]) {
    yield* remove(cache, api, pod)
    yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`)
  }
  const pods = owned()
  const ready = pods.filter(isReady).length
  const status: DaemonSet['status'] = {
    currentNumberScheduled: pods.length,
    desiredNumberScheduled: nodes.length,
    ...(ready > 0 ? { numberAvailable: ready } : {}),
    numberMisscheduled: 0,
    numberReady: ready,
    ...(nodes.length > ready ? { numberUnavailable: nodes.length - ready } : {}),
    observedGeneration: set.metadata.generation ?? 1,
    ...(pods.length > 0
      ? { updatedNumberScheduled: pods.filter(({ metadata }) => metadata.labels?.[HASH] === hash).length }
      : {}),
  }
  const present = cache.get<DaemonSet>('DaemonSet', namespace, name)
  if (!present || JSON.stringify(present.status) === JSON.stringify(status)) return
  yield* write(cache, api.replace({ ...present, status }, '/status'))
}
