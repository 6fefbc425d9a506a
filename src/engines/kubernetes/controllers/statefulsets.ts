// A stateful set keeps pods that are told apart by their numbers, made and ended in their order.
// (Ref: pkg/controller/statefulset/stateful_set_control.go)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isReady } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import type { Pod } from '../api/podtypes.ts'
import type { StatefulSet } from '../api/types.ts'
import type { Cache } from '../api/watch.ts'
import { isOwnedBy, podOf, remove, templateHash, write } from './owned.ts'

const SOURCE = { component: 'statefulset-controller' }
const HASH = 'controller-revision-hash'

export function* reconcileStatefulSets(cache: Cache, api: ApiClient): Blocking<void> {
  for (const set of cache.all<StatefulSet>('StatefulSet')) {
    yield* reconcile(cache, api, set)
    yield* updateStatus(cache, api, set)
  }
}

function ordinal({ metadata }: Pod): number {
  return Number(/-(\d+)$/.exec(metadata.name)?.[1] ?? -1)
}

function owned(cache: Cache, set: StatefulSet): Pod[] {
  const pods = cache.all<Pod>('Pod', set.metadata.namespace ?? 'default').filter((pod) => isOwnedBy(pod, set))
  return pods.sort((a, b) => ordinal(a) - ordinal(b))
}

function revision({ metadata, spec }: StatefulSet): string {
  return `${metadata.name}-${templateHash(spec.template)}`
}

/** One step: what comes after waits until this is done. */
function* reconcile(cache: Cache, api: ApiClient, set: StatefulSet): Blocking<void> {
  const { replicas, podManagementPolicy } = set.spec
  const pods = owned(cache, set)
  const parallel = podManagementPolicy === 'Parallel'
  const over = (pod: Pod): boolean => pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed'
  for (let i = 0; i < replicas; i++) {
    const pod = pods.find((one) => ordinal(one) === i)
    if (!pod) yield* create(cache, api, set, i)
    else if (pod.metadata.deletionTimestamp !== undefined && !parallel) return
    else if (over(pod)) yield* end(cache, api, set, pod)
    if (!parallel && (!pod || !isReady(pod))) return
  }
  for (const pod of pods.filter((one) => ordinal(one) >= replicas).reverse()) {
    if (pod.metadata.deletionTimestamp === undefined) yield* end(cache, api, set, pod)
    if (!parallel) return
  }
  const hash = revision(set)
  const old = pods.findLast(({ metadata }) => metadata.labels?.[HASH] !== hash)
  if (old && old.metadata.deletionTimestamp === undefined) yield* end(cache, api, set, old)
}

function* create(cache: Cache, api: ApiClient, set: StatefulSet, i: number): Blocking<void> {
  const { serviceName, template } = set.spec
  const name = `${set.metadata.name}-${i}`
  const labels = {
    'apps.kubernetes.io/pod-index': String(i),
    [HASH]: revision(set),
    'statefulset.kubernetes.io/pod-name': name,
  }
  const pod = podOf(set, template, name, labels, {
    hostname: name,
    ...(serviceName ? { subdomain: serviceName } : {}),
  })
  const made = yield* write(cache, api.create(pod))
  if (!made) return
  const words = `create Pod ${name} in StatefulSet ${set.metadata.name} successful`
  yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulCreate', words)
}

function* end(cache: Cache, api: ApiClient, set: StatefulSet, pod: Pod): Blocking<void> {
  yield* remove(cache, api, pod)
  const words = `delete Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`
  yield* recordEvent(api, SOURCE, set, 'Normal', 'SuccessfulDelete', words)
}

function* updateStatus(cache: Cache, api: ApiClient, set: StatefulSet): Blocking<void> {
  const { name, namespace = 'default', generation = 1 } = set.metadata
  const present = cache.get<StatefulSet>('StatefulSet', namespace, name)
  if (!present) return
  const pods = owned(cache, set).filter(({ metadata }) => metadata.deletionTimestamp === undefined)
  const ready = pods.filter(isReady).length
  const hash = revision(set)
  const updated = pods.filter(({ metadata }) => metadata.labels?.[HASH] === hash).length
  const status = {
    availableReplicas: ready,
    collisionCount: 0,
    currentReplicas: updated,
    currentRevision: hash,
    observedGeneration: generation,
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    replicas: pods.length,
    updateRevision: hash,
    updatedReplicas: updated,
  }
  if (JSON.stringify(present.status) === JSON.stringify(status)) return
  yield* write(cache, api.replace({ ...present, status }, '/status'))
}
