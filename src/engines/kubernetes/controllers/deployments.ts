// A deployment keeps one replica set a template, and goes from the old to the new step by step.
// (Ref: pkg/controller/deployment/{sync,rolling}.go)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { withCondition } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { formatTime } from '../api/time.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Deployment, ReplicaSet } from '../api/types.ts'
import { isOwnedBy, ownerReference, templateHash, write } from './owned.ts'

const HASH = 'pod-template-hash'
const REVISION = 'deployment.kubernetes.io/revision'
const DESIRED = 'deployment.kubernetes.io/desired-replicas'
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'
const SOURCE = { component: 'deployment-controller' }

export function* reconcileDeployments(cache: Cache, api: ApiClient): Blocking<void> {
  for (const deployment of cache.all<Deployment>('Deployment')) yield* reconcile(cache, api, deployment)
}

function* reconcile(cache: Cache, api: ApiClient, deployment: Deployment): Blocking<void> {
  const owned = cache.all<ReplicaSet>('ReplicaSet').filter((set) => isOwnedBy(set, deployment))
  const hash = templateHash(deployment.spec.template)
  const current = owned.find(({ metadata }) => metadata.labels?.[HASH] === hash)
  const old = owned.filter((set) => set !== current)
  const { replicas: wanted, strategy, paused } = deployment.spec
  if (!paused) {
    const most = mostOf(cache, deployment, old, current)
    if (!current) yield* createSet(cache, api, deployment, hash, most, owned)
    else {
      yield* renumber(cache, api, deployment, current, owned)
      if (replicasOf(current) !== most) yield* scale(cache, api, deployment, current, most)
    }
    if (strategy?.type !== 'Recreate') yield* shrinkOld(cache, api, deployment, old, current)
    else for (const set of old) if (replicasOf(set) > 0) yield* scale(cache, api, deployment, set, 0)
  } else if (current && replicasOf(current) !== wanted && old.every((set) => replicasOf(set) === 0)) {
    yield* scale(cache, api, deployment, current, wanted)
  }
  yield* updateStatus(cache, api, deployment, owned, current)
}

/** How many of the new there may be now. */
function mostOf(
  cache: Cache,
  deployment: Deployment,
  old: readonly ReplicaSet[],
  current: ReplicaSet | undefined,
): number {
  const { replicas: wanted, strategy } = deployment.spec
  if (old.length === 0) return wanted
  const have = current ? replicasOf(current) : 0
  if (strategy?.type === 'Recreate') {
    const pods = cache.all<Pod>('Pod', deployment.metadata.namespace ?? 'default')
    return old.some((set) => pods.some((pod) => isOwnedBy(pod, set))) ? have : wanted
  }
  const room = wanted + surge(deployment) - sum(old, replicasOf)
  return Math.max(0, Math.min(wanted, Math.max(room, have)))
}

/** A number, or a share of the replicas. Ref: apimachinery/pkg/util/intstr */
function share(value: string | number, replicas: number, round: (n: number) => number): number {
  return typeof value === 'number' ? value : round((replicas * parseInt(value, 10)) / 100)
}

function surge({ spec }: Deployment): number {
  return share(spec.strategy?.rollingUpdate?.maxSurge ?? '25%', spec.replicas, Math.ceil)
}

/** Ref: pkg/controller/deployment/util/deployment_util.go:ResolveFenceposts() */
function mayLack(deployment: Deployment): number {
  const { strategy, replicas } = deployment.spec
  const most = share(strategy?.rollingUpdate?.maxUnavailable ?? '25%', replicas, Math.floor)
  return most === 0 && surge(deployment) === 0 ? 1 : most
}

function nextRevision(owned: readonly ReplicaSet[]): number {
  return 1 + Math.max(0, ...owned.map(revisionOf))
}

function revisionOf({ metadata }: ReplicaSet): number {
  return Number(metadata.annotations?.[REVISION] ?? 0)
}

/** A template that was there before becomes the newest revision again. */
function* renumber(
  cache: Cache,
  api: ApiClient,
  deployment: Deployment,
  current: ReplicaSet,
  owned: readonly ReplicaSet[],
): Blocking<void> {
  if (revisionOf(current) === nextRevision(owned) - 1) return
  const revision = nextRevision(owned)
  const annotations = { ...current.metadata.annotations, ...annotationsOf(deployment, revision) }
  yield* write(cache, api.patch(current, { metadata: { annotations } }))
  yield* write(cache, api.patch(deployment, { metadata: { annotations: { [REVISION]: String(revision) } } }))
}

/** What a set takes over of its deployment's, and numbers of its own. */
function annotationsOf(deployment: Deployment, revision: number): Record<string, string> {
  const { spec, metadata } = deployment
  const others = Object.entries(metadata.annotations ?? {}).filter(
    ([key]) => key !== REVISION && key !== LAST_APPLIED,
  )
  return {
    ...Object.fromEntries(others),
    [DESIRED]: String(spec.replicas),
    'deployment.kubernetes.io/max-replicas': String(spec.replicas + surge(deployment)),
    [REVISION]: String(revision),
  }
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
  const revision = nextRevision(owned)
  const set: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      namespace: metadata.namespace ?? 'default',
      labels,
      annotations: annotationsOf(deployment, revision),
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
  const done = yield* write(
    cache,
    api.patch<ReplicaSet>(set, {
      spec: { replicas },
      metadata: { annotations: { [DESIRED]: String(deployment.spec.replicas) } },
    }),
  )
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
  const least = wanted - mayLack(deployment)
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
  const least = spec.replicas - mayLack(deployment)
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
  const unavailable = Math.max(0, replicas - ready)
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
