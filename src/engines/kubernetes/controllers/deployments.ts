// A deployment keeps one replica set a template, and goes from the old to the new step by step.
// (Ref: pkg/controller/deployment/{sync,rolling}.go)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { withCondition } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { formatTime } from '../api/time.ts'
import type { Cache } from '../api/watch.ts'
import type { Deployment, ReplicaSet } from '../api/types.ts'
import { isOwnedBy, ownerReference, write } from './owned.ts'

const HASH = 'pod-template-hash'
const REVISION = 'deployment.kubernetes.io/revision'
/** maxSurge and maxUnavailable. */
const QUARTER = 0.25
const SOURCE = { component: 'deployment-controller' }

export function* reconcileDeployments(cache: Cache, api: ApiClient): Blocking<void> {
  for (const deployment of cache.all<Deployment>('Deployment')) yield* reconcile(cache, api, deployment)
}

function* reconcile(cache: Cache, api: ApiClient, deployment: Deployment): Blocking<void> {
  const owned = cache.all<ReplicaSet>('ReplicaSet').filter((set) => isOwnedBy(set, deployment))
  const hash = templateHash(deployment)
  const current = owned.find(({ metadata }) => metadata.labels?.[HASH] === hash)
  const old = owned.filter((set) => set !== current)
  const wanted = deployment.spec.replicas
  const room = wanted + Math.ceil(wanted * QUARTER) - sum(old, replicasOf)
  const most =
    old.length === 0
      ? wanted
      : Math.max(0, Math.min(wanted, Math.max(room, current ? replicasOf(current) : 0)))
  if (!current) yield* createSet(cache, api, deployment, hash, most, owned)
  else if (replicasOf(current) !== most) yield* scale(cache, api, deployment, current, most)
  yield* shrinkOld(cache, api, deployment, old, current)
  yield* updateStatus(cache, api, deployment, owned, current)
}

function replicasOf({ spec }: ReplicaSet): number {
  return spec.replicas
}

function readyOf({ status }: ReplicaSet): number {
  return status.readyReplicas ?? 0
}

function sum(sets: readonly ReplicaSet[], of: (set: ReplicaSet) => number): number {
  return sets.reduce((total, set) => total + of(set), 0)
}

/** FNV-1a of the template, in letters that spell nothing. Ref: pkg/controller/controller_utils.go:ComputeHash() */
function templateHash({ spec }: Deployment): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(spec.template))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  return [...String(hash)].map((digit) => letters[digit.charCodeAt(0) % letters.length]).join('')
}

function* createSet(
  cache: Cache,
  api: ApiClient,
  deployment: Deployment,
  hash: string,
  replicas: number,
  owned: readonly ReplicaSet[],
): Blocking<void> {
  const { metadata, spec } = deployment
  const labels = { ...spec.template.metadata.labels, [HASH]: hash }
  const revision = 1 + Math.max(0, ...owned.map((set) => Number(set.metadata.annotations?.[REVISION] ?? 0)))
  const set: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      namespace: metadata.namespace ?? 'default',
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(spec.replicas),
        [REVISION]: String(revision),
      },
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      replicas,
      selector: { ...spec.selector, matchLabels: { ...spec.selector.matchLabels, [HASH]: hash } },
      template: { ...spec.template, metadata: { ...spec.template.metadata, labels } },
    },
    status: { replicas: 0 },
  }
  const made = yield* write(cache, api.create(set))
  if (!made) return
  yield* recordEvent(api, SOURCE, deployment, 'Normal', 'ScalingReplicaSet', scaled('up', made, 0, replicas))
  if (metadata.annotations?.[REVISION] === String(revision)) return
  const annotations = { ...metadata.annotations, [REVISION]: String(revision) }
  yield* write(cache, api.replace({ ...deployment, metadata: { ...metadata, annotations } }))
}

function scaled(way: 'up' | 'down', { metadata }: ReplicaSet, from: number, to: number): string {
  return `Scaled ${way} replica set ${metadata.name} from ${from} to ${to}`
}

function* scale(
  cache: Cache,
  api: ApiClient,
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
): Blocking<void> {
  const before = replicasOf(set)
  const done = yield* write(cache, api.replace({ ...set, spec: { ...set.spec, replicas } }))
  if (!done) return
  const words = scaled(replicas > before ? 'up' : 'down', set, before, replicas)
  yield* recordEvent(api, SOURCE, deployment, 'Normal', 'ScalingReplicaSet', words)
}

/** So many of the old may go that enough are ready all the while; those that are not ready go first. */
function* shrinkOld(
  cache: Cache,
  api: ApiClient,
  deployment: Deployment,
  old: readonly ReplicaSet[],
  current: ReplicaSet | undefined,
): Blocking<void> {
  if (!current) return
  const wanted = deployment.spec.replicas
  const least = wanted - Math.floor(wanted * QUARTER)
  let spare = sum([...old, current], readyOf) - least
  for (const set of old) {
    const [have, ready] = [replicasOf(set), readyOf(set)]
    if (have === 0) continue
    const fewer = have - ready + Math.max(0, Math.min(spare, ready))
    if (fewer <= 0) continue
    spare -= Math.max(0, Math.min(spare, ready))
    yield* scale(cache, api, deployment, set, have - fewer)
  }
}

function* updateStatus(
  cache: Cache,
  api: ApiClient,
  stale: Deployment,
  owned: readonly ReplicaSet[],
  current: ReplicaSet | undefined,
): Blocking<void> {
  const { name, namespace = 'default' } = stale.metadata
  const deployment = cache.get<Deployment>('Deployment', namespace, name) ?? stale
  const { spec, metadata, status } = deployment
  const ready = sum(owned, readyOf)
  const least = spec.replicas - Math.floor(spec.replicas * QUARTER)
  const now = formatTime(Math.floor(api.p.clock.epoch()))
  const enough = ready >= least
  const whole = ready === spec.replicas && current !== undefined && readyOf(current) === spec.replicas
  const conditions = withCondition(
    withCondition(status.conditions ?? [], now, {
      type: 'Available',
      status: enough ? 'True' : 'False',
      lastUpdateTime: now,
      reason: enough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
      message: enough
        ? 'Deployment has minimum availability.'
        : 'Deployment does not have minimum availability.',
    }),
    now,
    {
      type: 'Progressing',
      status: 'True',
      lastUpdateTime: now,
      reason: whole ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
      message: current
        ? `ReplicaSet "${current.metadata.name}" ${whole ? 'has successfully progressed.' : 'is progressing.'}`
        : 'Created new replica set',
    },
  )
  const replicas = sum(owned, (set) => set.status.replicas)
  const unavailable = Math.max(0, spec.replicas - ready)
  const next: Deployment['status'] = {
    ...(ready > 0 ? { availableReplicas: ready } : {}),
    conditions,
    ...(metadata.generation === undefined ? {} : { observedGeneration: metadata.generation }),
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    ...(replicas > 0 ? { replicas } : {}),
    ...(unavailable > 0 ? { unavailableReplicas: unavailable } : {}),
    ...(current && current.status.replicas > 0 ? { updatedReplicas: current.status.replicas } : {}),
  }
  if (fingerprint(next) === fingerprint(status)) return
  yield* write(cache, api.replace({ ...deployment, status: next }, '/status'))
}

/** What counts as a change: not when it was looked at. */
function fingerprint(status: Deployment['status']): string {
  const plain = (status.conditions ?? []).map(({ type, status: is, reason }) => `${type}${is}${reason}`)
  const { conditions: _, ...numbers } = status
  return JSON.stringify([Object.entries(numbers).sort(), plain])
}
