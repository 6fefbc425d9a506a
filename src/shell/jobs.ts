// Jobs: background and stopped pipelines, and the statuses of children that have ended.
import type { ChildStatus } from '../os/program.ts'
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'

export interface Job {
  readonly id: number
  /** In the pipeline's order. */
  readonly pids: readonly number[]
  readonly pgid: number
  /** As bash prints the command. */
  readonly command: string
  /** Directory it was started in. */
  readonly cwd: string
  state: 'running' | 'stopped' | 'done'
  /** The status of those that have ended. */
  readonly ended: Map<number, ChildStatus>
  stopSignal: Signal | null
  foreground: boolean
  /** The person has been told of its present state. */
  notified: boolean
}

export class JobTable {
  jobs: Job[] = []
  /** Ids, the most recently started or stopped last: the last is `%+`, the one before it `%-`. */
  recent: number[] = []
  /** Statuses of ended children, kept for `wait PID`. */
  readonly statuses = new Map<number, number>()
  /** What is to be done once a child has ended. */
  readonly atEnd = new Map<number, () => void>()
  /** Jobs of the shell this one was forked from: `jobs` may list them, nothing else. */
  readonly inherited: readonly Job[]

  constructor(inherited: readonly Job[]) {
    this.inherited = inherited
  }

  add(pids: readonly number[], pgid: number, command: string, cwd: string, foreground: boolean): Job {
    const id = Math.max(0, ...this.jobs.map((job) => job.id)) + 1
    const job: Job = {
      id,
      pids,
      pgid,
      command,
      cwd,
      state: 'running',
      ended: new Map(),
      stopSignal: null,
      foreground,
      notified: false,
    }
    this.jobs.push(job)
    if (!foreground) this.touch(job)
    return job
  }

  /** Makes it the current job. */
  touch(job: Job): void {
    this.recent = this.recent.filter((id) => id !== job.id)
    this.recent.push(job.id)
  }

  remove(job: Job): void {
    this.jobs = this.jobs.filter((other) => other !== job)
    this.recent = this.recent.filter((id) => id !== job.id)
  }

  /** Takes note of what `wait` told about a child. */
  record(status: ChildStatus): void {
    const job = this.jobs.find((j) => j.pids.includes(status.pid))
    if (status.stopped) {
      if (!job) return
      job.state = 'stopped'
      job.stopSignal = status.signal
      job.notified = false
      this.touch(job)
      return
    }
    this.statuses.set(status.pid, status.status)
    this.atEnd.get(status.pid)?.()
    this.atEnd.delete(status.pid)
    if (!job) return
    job.ended.set(status.pid, status)
    if (!job.pids.every((pid) => job.ended.has(pid))) return
    job.state = 'done'
    job.notified = false
  }

  /** `%+` or `+`, `%-`; null when there is none. Stopped jobs go before running ones. */
  mark(job: Job): '+' | '-' | ' ' {
    const order = this.order()
    return order[0] === job ? '+' : order[1] === job ? '-' : ' '
  }

  order(): Job[] {
    const live = this.recent
      .map((id) => this.jobs.find((job) => job.id === id))
      .filter((job) => job !== undefined)
    live.reverse()
    return [
      ...live.filter((job) => job.state === 'stopped'),
      ...live.filter((job) => job.state !== 'stopped'),
    ]
  }

  /** By `%1`, `%%`, `%+`, `%-`, `%name`, `%?text`; `ambiguous` when two commands begin so. */
  find(spec: string): Job | 'ambiguous' | null {
    const word = spec.startsWith('%') ? spec.slice(1) : spec
    if (word === '' || word === '%' || word === '+') return this.order()[0] ?? null
    if (word === '-') return this.order()[1] ?? this.order()[0] ?? null
    if (/^\d+$/.test(word)) return this.jobs.find((job) => job.id === Number(word)) ?? null
    const inside = word.startsWith('?') ? word.slice(1) : null
    const found = this.jobs.filter((job) =>
      inside === null ? job.command.startsWith(word) : job.command.includes(inside),
    )
    return found.length > 1 ? 'ambiguous' : (found[0] ?? null)
  }
}

/** strsignal(3), as the shell's notices have it. */
const SIGNAL_TEXTS: Partial<Record<Signal, string>> = {
  HUP: 'Hangup',
  INT: 'Interrupt',
  QUIT: 'Quit',
  ILL: 'Illegal instruction',
  TRAP: 'Trace/breakpoint trap',
  ABRT: 'Aborted',
  BUS: 'Bus error',
  FPE: 'Floating point exception',
  KILL: 'Killed',
  USR1: 'User defined signal 1',
  SEGV: 'Segmentation fault',
  USR2: 'User defined signal 2',
  PIPE: 'Broken pipe',
  ALRM: 'Alarm clock',
  TERM: 'Terminated',
  STOP: 'Stopped (signal)',
  TSTP: 'Stopped',
  TTIN: 'Stopped (tty input)',
  TTOU: 'Stopped (tty output)',
}

export function signalText(signal: Signal): string {
  return SIGNAL_TEXTS[signal] ?? `Signal ${SIGNALS[signal]}`
}

/** The state column: `Running`, `Done`, `Exit 3`, `Stopped`, `Terminated`. */
export function stateText(job: Job): string {
  if (job.state === 'running') return 'Running'
  if (job.state === 'stopped') return signalText(job.stopSignal ?? 'TSTP')
  const last = job.ended.get(job.pids.at(-1) ?? 0)
  if (last?.signal) return signalText(last.signal)
  return last?.status ? `Exit ${last.status}` : 'Done'
}

/** A line of `jobs`, or of a notice: `[1]+  Running                 sleep 100 &`. */
/** `ash`: as BusyBox's shell has it. */
export function formatJob(table: JobTable, job: Job, cwd: string, ash: boolean): string {
  const ampersand = job.state === 'running' ? ' &' : ''
  const where = job.cwd === cwd ? '' : `  (wd: ${job.cwd})`
  if (ash) return `[${job.id}]${table.mark(job)}  ${stateText(job).padEnd(26)} ${job.command}\n`
  return `[${job.id}]${table.mark(job)}  ${stateText(job).padEnd(23)} ${job.command}${ampersand}${where}\n`
}
