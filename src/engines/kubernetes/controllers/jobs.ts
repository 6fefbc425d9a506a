// A job runs pods until enough of them have done their work. (Ref: pkg/controller/job/job_controller.go)
import type { Blocking } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { ApiClient } from '../api/client.ts'
import { isActive, isReady, isTrue } from '../api/conditions.ts'
import { recordEvent } from '../api/events.ts'
import type { Condition } from '../api/meta.ts'
import type { Pod } from '../api/podtypes.ts'
import { formatTime, parseTime } from '../api/time.ts'
import type { Job } from '../api/types.ts'
import type { Cache } from '../api/watch.ts'
import { isOwnedBy, podOf, remove, write } from './owned.ts'

const SOURCE = { component: 'job-controller' }

const SECOND = 1_000_000_000
/** What a first failure costs, and what they cost at most, in seconds. */
const FIRST_DELAY = 10
const LONGEST_DELAY = 600

export class Jobs {
  readonly #changed = new WaitQueue()
  /** When the next pod is tried in place of one that failed. */
  #due = Infinity
  #busy = false
  #again = false

  #later(due: number): void {
    this.#due = Math.min(this.#due, due)
  }

  *reconcile(cache: Cache, api: ApiClient): Blocking<void> {
    this.#again = true
    if (this.#busy) return
    this.#busy = true
    while (this.#again) {
      this.#again = false
      this.#due = Infinity
      for (const job of cache.all<Job>('Job')) {
        if (isTrue(job, 'Complete') || isTrue(job, 'Failed')) continue
        this.#later(yield* reconcile(cache, api, job))
      }
    }
    this.#busy = false
    this.#changed.wake()
  }

  /** Never ends: looks again when a pod is due. */
  *retry(cache: Cache, api: ApiClient): Blocking<void> {
    const { clock } = api.p
    for (;;) {
      yield* clock.wait([this.#changed], this.#due)
      if (clock.now() >= this.#due) yield* this.reconcile(cache, api)
    }
  }
}

/** How long after its last failure a job waits. Ref: pkg/controller/job/backoff_utils.go:getRemainingTime() */
function delayOf(failed: readonly Pod[], now: number): number {
  if (failed.length === 0) return 0
  const ends = failed.flatMap(({ status: { containerStatuses = [] } }) => {
    return containerStatuses.flatMap(({ state }) =>
      state.terminated ? [parseTime(state.terminated.finishedAt)] : [],
    )
  })
  const delay = Math.min(FIRST_DELAY * 2 ** (failed.length - 1), LONGEST_DELAY)
  return Math.max(0, Math.max(0, ...ends) + delay - now)
}

/** When it is to be looked at again. */
function* reconcile(cache: Cache, api: ApiClient, job: Job): Blocking<number> {
  const { name, namespace = 'default' } = job.metadata
  const { completions = 1, parallelism = 1, backoffLimit = 6, template } = job.spec
  const pods = cache.all<Pod>('Pod', namespace).filter((pod) => isOwnedBy(pod, job))
  const of = (phase: string): Pod[] => pods.filter(({ status }) => status.phase === phase)
  const [succeeded, failed] = [of('Succeeded').length, of('Failed').length]
  const delay = delayOf(of('Failed'), api.p.clock.epoch())
  const active = pods.filter(isActive)
  const complete = succeeded >= completions
  const given = failed > backoffLimit
  const wanted = complete || given ? 0 : Math.min(parallelism, completions - succeeded)
  const waits = delay > 0 && active.length < wanted
  for (let n = active.length; n < wanted && !waits; n++) {
    const pod = podOf(job, template, `${name}-`, {}, {})
    const made = yield* write(cache, api.create(pod))
    if (!made) continue
    active.push(made)
    yield* recordEvent(api, SOURCE, job, 'Normal', 'SuccessfulCreate', `Created pod: ${made.metadata.name}`)
  }
  if (complete || given) for (const pod of active) yield* remove(cache, api, pod)
  yield* updateStatus(cache, api, job, {
    active: active.length,
    ready: active.filter(isReady).length,
    succeeded,
    failed,
  })
  return waits ? api.p.clock.now() + delay * SECOND : Infinity
}

interface Counts {
  readonly active: number
  readonly ready: number
  readonly succeeded: number
  readonly failed: number
}

function* updateStatus(cache: Cache, api: ApiClient, job: Job, counts: Counts): Blocking<void> {
  const { name, namespace = 'default' } = job.metadata
  const { completions = 1, backoffLimit = 6 } = job.spec
  const present = cache.get<Job>('Job', namespace, name)
  if (!present) return
  const now = formatTime(Math.floor(api.p.clock.epoch()))
  const done = counts.succeeded >= completions
  const given = counts.failed > backoffLimit
  const condition = (type: string, reason: string, message: string): Condition => {
    return { type, status: 'True', lastProbeTime: now, lastTransitionTime: now, reason, message } as Condition
  }
  const [reached, spent] = [
    'Reached expected number of succeeded pods',
    'Job has reached the specified backoff limit',
  ]
  const conditions = done
    ? ['SuccessCriteriaMet', 'Complete'].map((type) => condition(type, 'CompletionsReached', reached))
    : given
      ? ['FailureTarget', 'Failed'].map((type) => condition(type, 'BackoffLimitExceeded', spent))
      : []
  const over = done || given
  const status: Job['status'] = {
    ...(counts.active > 0 && !over ? { active: counts.active } : {}),
    ...(done ? { completionTime: now } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(counts.failed > 0 ? { failed: counts.failed } : {}),
    ready: over ? 0 : counts.ready,
    startTime: present.status.startTime ?? now,
    ...(counts.succeeded > 0 ? { succeeded: counts.succeeded } : {}),
  }
  if (JSON.stringify(present.status) === JSON.stringify(status)) return
  yield* write(cache, api.replace({ ...present, status }, '/status'))
  if (done) yield* recordEvent(api, SOURCE, job, 'Normal', 'Completed', 'Job completed')
  if (given) yield* recordEvent(api, SOURCE, job, 'Warning', 'BackoffLimitExceeded', spent)
}
