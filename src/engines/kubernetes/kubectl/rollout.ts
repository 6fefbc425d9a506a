// kubectl rollout. (Ref: kubectl/pkg/polymorphichelpers/{rollout_status,history,rollback}.go)
import type { Blocking } from '../../../os/program.ts'
import { isTrue } from '../api/conditions.ts'
import type { KubeObject } from '../api/meta.ts'
import { resourceOfKind } from '../api/resources.ts'
import { formatTime } from '../api/time.ts'
import type { DaemonSet, Deployment, PodTemplate, ReplicaSet, StatefulSet } from '../api/types.ts'
import type { Kubectl } from './context.ts'
import { templateLines } from './describe/pod.ts'
import { Tabbed } from './describe/tabbed.ts'
import { dryWords } from './dryrun.ts'
import { goDuration } from './duration.ts'
import { formatTable, refOf } from './output.ts'
import { fetch, readTargets } from './targets.ts'

const POLL = 100_000_000
const SECOND = 1_000_000_000
const REVISION = 'deployment.kubernetes.io/revision'
const CAUSE = 'kubernetes.io/change-cause'
const HASH = 'pod-template-hash'
const KINDS = new Set(['Deployment', 'DaemonSet', 'StatefulSet'])
const VERBS: Readonly<Record<string, (k: Kubectl, object: KubeObject) => Blocking<number>>> = {
  history,
  pause: (k, object) => setPaused(k, object, true),
  restart,
  resume: (k, object) => setPaused(k, object, false),
  status,
  undo,
}

export function* rollout(k: Kubectl): Blocking<number> {
  const [verb = '', ...names] = k.operands
  if (k.dryRun !== null && verb !== 'undo') return k.fail('unknown flag: --dry-run')
  const act = VERBS[verb]
  if (!act)
    return k.fail(
      verb === ''
        ? 'the help of kubectl rollout is not supported in vethlab'
        : `unknown command "${k.operands.join(' ')}"\nSee 'kubectl rollout -h' for help and examples`,
    )
  if (names.length === 0) return k.fail('required resource not specified')
  let code = 0
  for (const target of readTargets(k, names)) {
    for (const object of yield* fetch(k, target)) {
      if (!KINDS.has(object.kind)) {
        return k.fail(
          verb === 'status' || verb === 'history'
            ? `no ${verb === 'status' ? 'status viewer' : 'history viewer'} has been implemented for ${verb === 'status' ? object.kind : `"${object.kind}"`}`
            : `${target.resource.plural} "${object.metadata.name}" ${verb}ing is not supported`,
        )
      }
      code = (yield* act(k, object)) || code
    }
  }
  return code
}

interface Templated extends KubeObject {
  spec: { template: PodTemplate; paused?: boolean }
}

function* restart(k: Kubectl, object: KubeObject): Blocking<number> {
  if ((object as Templated).spec.paused) {
    return k.fail(
      `deployments.apps "${object.metadata.name}" can't restart paused deployment (run rollout resume first)`,
    )
  }
  const now = formatTime(Math.floor(k.p.clock.epoch()))
  const annotations = { 'kubectl.kubernetes.io/restartedAt': now }
  yield* k.must(k.api.patch(object, { spec: { template: { metadata: { annotations } } } }))
  k.out(`${refOf(object)} restarted\n`)
  return 0
}

function* setPaused(k: Kubectl, object: KubeObject, paused: boolean): Blocking<number> {
  if (object.kind !== 'Deployment') {
    return k.fail(
      `${resourceOfKind(object.kind)?.plural}.apps "${object.metadata.name}" ${paused ? 'pausing' : 'resuming'} is not supported`,
    )
  }
  const before = (object as Templated).spec.paused === true
  const word = paused ? 'paused' : 'resumed'
  if (before === paused) {
    return k.fail(
      `${resourceOfKind(object.kind)?.plural}.apps "${object.metadata.name}" ${paused ? 'is already paused' : 'is not paused'}`,
    )
  }
  yield* k.must(k.api.patch(object, { spec: { paused: paused ? true : null } }))
  k.out(`${refOf(object)} ${word}\n`)
  return 0
}

// ---- history

function* revisions(k: Kubectl, { metadata }: KubeObject): Blocking<ReplicaSet[]> {
  const resource = k.resource('replicasets')
  const all = yield* k.must(k.api.list<ReplicaSet>(resource, metadata.namespace ?? null))
  const own = all.filter((set) =>
    (set.metadata.ownerReferences ?? []).some(({ uid }) => uid === metadata.uid),
  )
  return own.sort((a, b) => revisionOf(a) - revisionOf(b))
}

function revisionOf({ metadata }: KubeObject): number {
  return Number(metadata.annotations?.[REVISION] ?? 0)
}

function* history(k: Kubectl, object: KubeObject): Blocking<number> {
  if (object.kind !== 'Deployment')
    return k.fail(`rollout history of ${object.kind} is not supported in vethlab`)
  const sets = yield* revisions(k, object)
  const asked = k.flag('revision')
  if (asked !== null && asked !== '0') {
    const set = sets.find((one) => revisionOf(one) === Number(asked))
    if (!set) return k.fail('unable to find the specified revision')
    const t = new Tabbed()
    const cause = set.metadata.annotations?.[CAUSE]
    const { template } = set.spec
    const annotations = {
      ...template.metadata.annotations,
      ...(cause === undefined ? {} : { [CAUSE]: cause }),
    }
    const shown = Object.keys(annotations).length > 0 ? { annotations } : {}
    templateLines(t, { ...template, metadata: { ...template.metadata, ...shown } })
    k.out(`${refOf(object)} with revision #${asked}\n${t.raw()}\n`)
    return 0
  }
  const rows = sets.map((set) => [String(revisionOf(set)), set.metadata.annotations?.[CAUSE] ?? '<none>'])
  k.out(`${refOf(object)} \n${formatTable([['REVISION', 'CHANGE-CAUSE'], ...rows], { least: 0, gap: 2 })}\n`)
  return 0
}

function* undo(k: Kubectl, object: KubeObject): Blocking<number> {
  if (object.kind !== 'Deployment')
    return k.fail(`rollout undo of ${object.kind} is not supported in vethlab`)
  const deployment = object as Deployment
  const sets = yield* revisions(k, object)
  const asked = Number(k.flag('to-revision') ?? 0)
  const found = asked === 0 ? sets.at(-2) : sets.find((set) => revisionOf(set) === asked)
  if (!found) {
    return k.fail(
      asked === 0
        ? `no rollout history found for deployment "${object.metadata.name}"`
        : `unable to find specified revision ${asked} in history`,
    )
  }
  if ((object as Templated).spec.paused) {
    return k.fail(
      `you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again`,
    )
  }
  const { [HASH]: _, ...labels } = found.spec.template.metadata.labels ?? {}
  const template = { ...found.spec.template, metadata: { ...found.spec.template.metadata, labels } }
  if (JSON.stringify(template) === JSON.stringify(deployment.spec.template)) {
    k.out(
      `${refOf(object)} skipped rollback (current template already matches revision ${asked || revisionOf(found)})\n`,
    )
    return 0
  }
  const back = { ...deployment, spec: { ...deployment.spec, template } }
  if (k.dryRun !== 'client') yield* k.must(k.api.replace(back, '', k.dryRun === 'server'))
  k.out(`${refOf(object)} rolled back${dryWords(k)}\n`)
  return 0
}

// ---- status

function* status(k: Kubectl, first: KubeObject): Blocking<number> {
  const { name, namespace = 'default' } = first.metadata
  const resource = resourceOfKind(first.kind)
  const patience = goDuration(k.flag('timeout') ?? '0s')
  const until = patience === 0 ? Infinity : k.p.clock.now() + patience * SECOND
  let said = ''
  while (resource) {
    const object = yield* k.must(k.api.get<KubeObject>(resource, namespace, name))
    const words = progress(object)
    if ('error' in words) return k.fail(words.error)
    if (words.text !== said) k.out(words.text)
    said = words.text
    if (words.done || k.flag('watch') === 'false') return 0
    if (k.p.clock.now() >= until) return k.fail('timed out waiting for the condition')
    yield* k.p.clock.sleep(POLL)
  }
  return 1
}

type Progress = { readonly text: string; readonly done: boolean } | { readonly error: string }

function progress(object: KubeObject): Progress {
  const { generation = 0 } = object.metadata
  const { observedGeneration = 0 } = (object.status ?? {}) as { observedGeneration?: number }
  switch (object.kind) {
    case 'DaemonSet':
      return generation > observedGeneration
        ? waiting('Waiting for daemon set spec update to be observed...')
        : ofDaemonSet(object as DaemonSet)
    case 'StatefulSet':
      return generation > observedGeneration
        ? waiting('Waiting for statefulset spec update to be observed...')
        : ofStatefulSet(object as StatefulSet)
    default:
      return generation > observedGeneration
        ? waiting('Waiting for deployment spec update to be observed...')
        : ofDeployment(object as Deployment)
  }
}

function waiting(text: string): Progress {
  return { text: `${text}\n`, done: false }
}

function ofDeployment(deployment: Deployment): Progress {
  const { metadata, spec, status: now } = deployment
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = now
  const start = `Waiting for deployment "${metadata.name}" rollout to finish:`
  if (
    (now.conditions ?? []).some(
      ({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
    )
  ) {
    return { error: `deployment "${metadata.name}" exceeded its progress deadline` }
  }
  if (updatedReplicas < spec.replicas) {
    return waiting(`${start} ${updatedReplicas} out of ${spec.replicas} new replicas have been updated...`)
  }
  if (replicas > updatedReplicas) {
    return waiting(`${start} ${replicas - updatedReplicas} old replicas are pending termination...`)
  }
  if (availableReplicas < updatedReplicas) {
    return waiting(`${start} ${availableReplicas} of ${updatedReplicas} updated replicas are available...`)
  }
  if (!isTrue(deployment, 'Available') && spec.replicas > 0) {
    return waiting(`${start} 0 of ${spec.replicas} updated replicas are available...`)
  }
  return { text: `deployment "${metadata.name}" successfully rolled out\n`, done: true }
}

function ofDaemonSet({ metadata, status: now }: DaemonSet): Progress {
  const {
    desiredNumberScheduled: wanted,
    updatedNumberScheduled: updated = 0,
    numberAvailable: available = 0,
  } = now
  const start = `Waiting for daemon set "${metadata.name}" rollout to finish:`
  if (updated < wanted) return waiting(`${start} ${updated} out of ${wanted} new pods have been updated...`)
  if (available < wanted) return waiting(`${start} ${available} of ${wanted} updated pods are available...`)
  return { text: `daemon set "${metadata.name}" successfully rolled out\n`, done: true }
}

/** Its strategy has a partition, if only of none. */
function ofStatefulSet({ spec, status: now }: StatefulSet): Progress {
  const { readyReplicas = 0, updatedReplicas = 0 } = now as StatefulSet['status'] & {
    updatedReplicas?: number
  }
  if (readyReplicas < spec.replicas)
    return waiting(`Waiting for ${spec.replicas - readyReplicas} pods to be ready...`)
  if (updatedReplicas < spec.replicas) {
    return waiting(
      `Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${spec.replicas} new pods have been updated...`,
    )
  }
  return {
    text: `partitioned roll out complete: ${updatedReplicas} new pods have been updated...\n`,
    done: true,
  }
}
