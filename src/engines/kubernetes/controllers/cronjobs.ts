// A cron job makes a job whenever its time has come. (Ref: pkg/controller/cronjob/cronjob_controllerv2.go)
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiClient } from '../api/client.ts'
import { isTrue } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import { lastDue, parseSchedule } from '../api/schedule.ts'
import { formatTime, parseTime } from '../api/time.ts'
import type { CronJob, Job } from '../api/types.ts'
import type { Cache } from '../api/watch.ts'
import { isOwnedBy, ownerReference, remove, write } from './owned.ts'

const SECOND = 1_000_000_000
const MINUTE = 60
const SOURCE = { component: 'cronjob-controller' }
const SCHEDULED = 'batch.kubernetes.io/cronjob-scheduled-timestamp'

/** Never ends: looks at the beginning of every minute. */
export function* runCronJobs(cache: Cache, api: ApiClient): Blocking<void> {
  const { clock } = api.p
  for (;;) {
    const rest = MINUTE - (clock.epoch() % MINUTE)
    yield* clock.sleep(Math.ceil(rest * SECOND))
    for (const cron of cache.all<CronJob>('CronJob')) yield* schedule(cache, api, cron)
  }
}

function* schedule(cache: Cache, api: ApiClient, cron: CronJob): Blocking<void> {
  const { name, namespace = 'default', creationTimestamp = '' } = cron.metadata
  const parsed = parseSchedule(cron.spec.schedule)
  if (typeof parsed === 'string' || cron.spec.suspend) return
  const now = Math.floor(api.p.clock.epoch())
  const since = parseTime(cron.status.lastScheduleTime ?? creationTimestamp)
  const due = lastDue(parsed, since, now)
  if (due === null) return
  const active = jobsOf(cache, cron).filter((job) => !isOver(job))
  if (active.length > 0 && cron.spec.concurrencyPolicy === 'Forbid') {
    const words = 'Not starting job because prior execution is running and concurrency policy is Forbid'
    return yield* recordEvent(api, SOURCE, cron, 'Normal', 'JobAlreadyActive', words)
  }
  if (cron.spec.concurrencyPolicy === 'Replace') {
    for (const job of active) {
      yield* remove(cache, api, job)
      yield* tell(api, cron, 'SuccessfulDelete', `Deleted job ${job.metadata.name}`)
    }
  }
  const { metadata, spec } = cron.spec.jobTemplate
  const made = yield* api.create<Job>({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      ...metadata,
      name: `${name}-${due / MINUTE}`,
      namespace,
      annotations: { ...metadata?.annotations, [SCHEDULED]: formatTime(due) },
      ownerReferences: [ownerReference(cron)],
    },
    spec,
    status: {},
  })
  if (isApiError(made)) return
  cache.take({ type: 'MODIFIED', object: made })
  yield* tell(api, cron, 'SuccessfulCreate', `Created job ${made.metadata.name}`)
  yield* save(cache, api, cron, { ...cron.status, lastScheduleTime: formatTime(due) })
}

/** What its jobs have come to. */
export function* reconcileCronJobs(cache: Cache, api: ApiClient): Blocking<void> {
  for (const cron of cache.all<CronJob>('CronJob')) {
    const known = new Set((cron.status.active ?? []).map(({ uid }) => uid))
    const jobs = jobsOf(cache, cron)
    for (const job of jobs.filter((one) => isOver(one) && known.has(one.metadata.uid ?? ''))) {
      const condition = isTrue(job, 'Complete') ? 'Complete' : 'Failed'
      const words = `Saw completed job: ${job.metadata.name}, condition: ${condition}`
      yield* tell(api, cron, 'SawCompletedJob', words)
    }
    const ends = jobs
      .flatMap(({ status: { completionTime } }) => (completionTime === undefined ? [] : [completionTime]))
      .sort()
    const last = ends.at(-1)
    yield* save(cache, api, cron, {
      ...cron.status,
      ...(last === undefined ? {} : { lastSuccessfulTime: last }),
    })
    yield* forget(cache, api, cron, jobs, 'Complete', cron.spec.successfulJobsHistoryLimit)
    yield* forget(cache, api, cron, jobs, 'Failed', cron.spec.failedJobsHistoryLimit)
  }
}

function* forget(
  cache: Cache,
  api: ApiClient,
  cron: CronJob,
  jobs: readonly Job[],
  condition: string,
  kept: number,
): Blocking<void> {
  const over = jobs.filter((job) => isTrue(job, condition))
  for (const job of over.slice(0, Math.max(0, over.length - kept))) {
    yield* remove(cache, api, job)
    yield* tell(api, cron, 'SuccessfulDelete', `Deleted job ${job.metadata.name}`)
  }
}

function* save(cache: Cache, api: ApiClient, cron: CronJob, more: CronJob['status']): Blocking<void> {
  const present = cache.get<CronJob>('CronJob', cron.metadata.namespace ?? 'default', cron.metadata.name)
  if (!present) return
  const active = jobsOf(cache, cron).filter((job) => !isOver(job))
  const references = active.map(({ apiVersion, kind, metadata: { name, namespace = '', uid = '' } }) => {
    return { apiVersion, kind, name, namespace, uid }
  })
  const { active: _, ...rest } = { ...present.status, ...more }
  const status = { ...(references.length > 0 ? { active: references } : {}), ...rest }
  if (JSON.stringify(present.status) === JSON.stringify(status)) return
  yield* write(cache, api.replace({ ...present, status }, '/status'))
}

function jobsOf(cache: Cache, cron: CronJob): Job[] {
  return cache.all<Job>('Job', cron.metadata.namespace ?? null).filter((job) => isOwnedBy(job, cron))
}

function isOver(job: Job): boolean {
  return isTrue(job, 'Complete') || isTrue(job, 'Failed')
}

function tell(api: ApiClient, cron: CronJob, reason: string, message: string): Blocking<void> {
  return recordEvent(api, SOURCE, cron, 'Normal', reason, message)
}
