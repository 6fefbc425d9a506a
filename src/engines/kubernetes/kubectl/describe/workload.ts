// kubectl describe of what makes pods. (Ref: kubectl/pkg/describe/describe.go)
import type { KubeObject } from '../../api/meta.ts'
import type { Pod } from '../../api/podtypes.ts'
import { parseTime } from '../../api/time.ts'
import type {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  LabelSelector,
  ReplicaSet,
  StatefulSet,
} from '../../api/types.ts'
import { formatSelector } from '../columns.ts'
import { humanDuration } from '../duration.ts'
import { annotationLines, labelLines, longTime, NONE } from './lines.ts'
import { templateLines } from './pod.ts'
import type { Tabbed } from './tabbed.ts'

const REVISION = 'deployment.kubernetes.io/revision'

/** `sets`: those it owns. */
export function describeDeployment(t: Tabbed, deployment: Deployment, sets: readonly ReplicaSet[]): void {
  const { metadata, spec, status } = deployment
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('CreationTimestamp:', longTime(metadata.creationTimestamp))
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  t.row('Selector:', formatSelector(spec.selector))
  t.row(
    'Replicas:',
    `${spec.replicas} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable`,
  )
  const { type = 'RollingUpdate', rollingUpdate } = spec.strategy ?? {}
  t.row('StrategyType:', type)
  t.row('MinReadySeconds:', '0')
  if (rollingUpdate) {
    const { maxUnavailable = '25%', maxSurge = '25%' } = rollingUpdate
    t.row('RollingUpdateStrategy:', `${maxUnavailable} max unavailable, ${maxSurge} max surge`)
  }
  templateLines(t, spec.template)
  t.line('Conditions:')
  t.row('  Type', 'Status', 'Reason')
  t.row('  ----', '------', '------')
  for (const { type: what, status: is, reason = '' } of status.conditions ?? [])
    t.row(`  ${what} `, is, reason)
  const say = (list: readonly ReplicaSet[]): string => {
    const texts = list.map(
      (set) => `${set.metadata.name} (${set.status.replicas}/${set.spec.replicas} replicas created)`,
    )
    return texts.join(', ') || NONE
  }
  const revision = metadata.annotations?.[REVISION]
  const current = sets.filter((set) => set.metadata.annotations?.[REVISION] === revision)
  t.row('OldReplicaSets:', say(sets.filter((set) => !current.includes(set))))
  t.row('NewReplicaSet:', say(current))
}

function ownerLine(t: Tabbed, { metadata }: KubeObject): void {
  const [owner] = metadata.ownerReferences ?? []
  if (owner) t.row('Controlled By:', `${owner.kind}/${owner.name}`)
}

interface Set extends KubeObject {
  spec: { selector: LabelSelector }
}

function setHead(t: Tabbed, set: Set): void {
  t.row('Name:', set.metadata.name)
  t.row('Namespace:', set.metadata.namespace ?? '')
  t.row('Selector:', formatSelector(set.spec.selector))
}

function podsStatus(pods: readonly Pod[]): string {
  const of = (phase: string): number => pods.filter(({ status }) => status.phase === phase).length
  return `${of('Running')} Running / ${of('Pending')} Waiting / ${of('Succeeded')} Succeeded / ${of('Failed')} Failed`
}

/** `pods`: those that answer its selector. */
export function describeReplicaSet(t: Tabbed, set: ReplicaSet, pods: readonly Pod[]): void {
  setHead(t, set)
  labelLines(t, 'Labels', set.metadata.labels)
  annotationLines(t, set.metadata.annotations)
  ownerLine(t, set)
  t.row('Replicas:', `${set.status.replicas} current / ${set.spec.replicas} desired`)
  t.row('Pods Status:', podsStatus(pods))
  templateLines(t, set.spec.template)
}

export function describeDaemonSet(t: Tabbed, set: DaemonSet, pods: readonly Pod[]): void {
  const { spec, status } = set
  setHead(t, set)
  labelLines(t, 'Node-Selector', spec.template.spec.nodeSelector)
  labelLines(t, 'Labels', set.metadata.labels)
  annotationLines(t, set.metadata.annotations)
  for (const [title, number = 0] of [
    ['Desired Number of Nodes Scheduled', status.desiredNumberScheduled],
    ['Current Number of Nodes Scheduled', status.currentNumberScheduled],
    ['Number of Nodes Scheduled with Up-to-date Pods', status.updatedNumberScheduled],
    ['Number of Nodes Scheduled with Available Pods', status.numberAvailable],
    ['Number of Nodes Misscheduled', status.numberMisscheduled],
  ] as const) {
    t.line(`${title}: ${number}`)
  }
  t.row('Pods Status:', podsStatus(pods))
  templateLines(t, spec.template)
}

export function describeStatefulSet(t: Tabbed, set: StatefulSet, pods: readonly Pod[]): void {
  const { metadata, spec, status } = set
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('CreationTimestamp:', longTime(metadata.creationTimestamp))
  t.row('Selector:', formatSelector(spec.selector))
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  t.row('Replicas:', `${spec.replicas} desired | ${status.replicas} total`)
  t.row('Update Strategy:', 'RollingUpdate')
  t.row('  Partition:', '0')
  t.row('Pods Status:', podsStatus(pods))
  templateLines(t, spec.template)
  t.row('Volume Claims:', NONE)
}

export function describeCronJob(t: Tabbed, cron: CronJob): void {
  const { metadata, spec, status } = cron
  const job = spec.jobTemplate.spec
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  const unset = '<unset>'
  const shown = (number: number | undefined): string => (number === undefined ? unset : String(number))
  t.row('Schedule:', spec.schedule)
  t.row('Concurrency Policy:', spec.concurrencyPolicy ?? 'Allow')
  t.row('Suspend:', spec.suspend ? 'True' : 'False')
  t.row('Successful Job History Limit:', String(spec.successfulJobsHistoryLimit))
  t.row('Failed Job History Limit:', String(spec.failedJobsHistoryLimit))
  const { startingDeadlineSeconds: deadline } = spec
  t.row('Starting Deadline Seconds:', deadline === undefined ? unset : `${deadline}s`)
  t.row('Selector:', job.selector ? formatSelector(job.selector) : unset)
  t.row('Parallelism:', shown(job.parallelism))
  t.row('Completions:', shown(job.completions))
  templateLines(t, job.template)
  t.row('Last Schedule Time:', status.lastScheduleTime ? longTime(status.lastScheduleTime) : unset)
  t.row('Active Jobs:', (status.active ?? []).map(({ name }) => name).join(', ') || NONE)
}

export function describeJob(t: Tabbed, job: Job): void {
  const { metadata, spec, status } = job
  setHead(t, job as Set)
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  ownerLine(t, job)
  t.row('Parallelism:', String(spec.parallelism ?? 1))
  t.row('Completions:', String(spec.completions ?? 1))
  t.row('Completion Mode:', 'NonIndexed')
  t.row('Suspend:', 'false')
  t.row('Backoff Limit:', String(spec.backoffLimit ?? 6))
  if (status.startTime) t.row('Start Time:', longTime(status.startTime))
  if (status.completionTime) t.row('Completed At:', longTime(status.completionTime))
  if (status.startTime && status.completionTime) {
    t.row('Duration:', humanDuration(parseTime(status.completionTime) - parseTime(status.startTime)))
  }
  const { active = 0, ready, succeeded = 0, failed = 0 } = status
  t.row(
    'Pods Statuses:',
    `${active} Active${ready === undefined ? '' : ` (${ready} Ready)`} / ${succeeded} Succeeded / ${failed} Failed`,
  )
  templateLines(t, spec.template)
}
