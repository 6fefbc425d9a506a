// A replica set keeps so many pods of its template. (Ref: pkg/controller/replicaset/replica_set.go)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isActive, isReady } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { matches } from '../api/selector.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { ReplicaSet } from '../api/types.ts'
import { isOwnedBy, ownerReference, podOf, remove, write } from './owned.ts'

const SOURCE = { component: 'replicaset-controller' }

export function* reconcileReplicaSets(cache: Cache, api: ApiClient): Blocking<void> {
  for (const set of cache.all<ReplicaSet>('ReplicaSet')) yield* reconcile(cache, api, set)
}

function* reconcile(cache: Cache, api: ApiClient, set: ReplicaSet): Blocking<void> {
  const { namespace = 'default' } = set.metadata
  const pods = cache.all<Pod>('Pod', namespace)
  // Pods that answer the selector and belong to nobody are taken in.
  for (const pod of pods) {
    const orphan = (pod.metadata.ownerReferences ?? []).length === 0
    if (!orphan || !isActive(pod) || !matches(set.spec.selector, pod.metadata.labels)) continue
    const metadata = { ...pod.metadata, ownerReferences: [ownerReference(set)] }
    yield* write(cache, api.replace({ ...pod, metadata }))
  }
  const owned = cache.all<Pod>('Pod', namespace).filter((pod) => isOwnedBy(pod, set) && isActive(pod))
  const astray = owned.filter((pod) => !matches(set.spec.selector, pod.metadata.labels))
  for (const pod of astray) {
    const { ownerReferences: _, ...metadata } = pod.metadata
    yield* write(cache, api.replace({ ...pod, metadata }))
  }
  const kept = owned.filter((pod) => !astray.includes(pod))
  for (let n = kept.length; n < set.spec.replicas; n++) yield* createPod(cache, api, set)
  for (const pod of surplus(kept, set.spec.replicas)) {
    yield* remove(cache, api, pod)
    yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`)
  }
  yield* updateStatus(cache, api, set)
}

function* createPod(cache: Cache, api: ApiClient, set: ReplicaSet): Blocking<void> {
  const pod = podOf(set, set.spec.template, `${set.metadata.name}-`, {}, {})
  const made = yield* write(cache, api.create(pod))
  if (!made) return
  yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulCreate', `Created pod: ${made.metadata.name}`)
}

/** Those that go when there are too many: on no node, not ready, youngest. */
function surplus(pods: readonly Pod[], wanted: number): readonly Pod[] {
  const worth = (pod: Pod): number => (pod.spec.nodeName ? 2 : 0) + (isReady(pod) ? 1 : 0)
  const order = [...pods].sort((a, b) => {
    if (worth(a) !== worth(b)) return worth(a) - worth(b)
    const [x = '', y = ''] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp]
    return x < y ? 1 : x > y ? -1 : 0
  })
  return order.slice(0, Math.max(0, pods.length - wanted))
}

function* updateStatus(cache: Cache, api: ApiClient, stale: ReplicaSet): Blocking<void> {
  const { name, namespace = 'default' } = stale.metadata
  const set = cache.get<ReplicaSet>('ReplicaSet', namespace, name)
  if (!set) return
  const owned = cache.all<Pod>('Pod', namespace).filter((pod) => isOwnedBy(pod, set) && isActive(pod))
  const ready = owned.filter(isReady).length
  const { generation } = set.metadata
  const next: ReplicaSet['status'] = {
    ...(ready > 0 ? { availableReplicas: ready } : {}),
    ...(owned.length > 0 ? { fullyLabeledReplicas: owned.length } : {}),
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    replicas: owned.length,
  }
  if (JSON.stringify(next) === JSON.stringify(set.status)) return
  yield* write(cache, api.replace({ ...set, status: next }, '/status'))
}
