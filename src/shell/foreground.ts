// Waiting for a foreground pipeline, with or without job control.
import type { Blocking, ChildStatus } from '../os/program.ts'
import { reap, waitFor } from './children.ts'
import type { Job } from './jobs.ts'
import { formatJob, signalText } from './jobs.ts'
import type { ShellState } from './state.ts'

/** The statuses of a pipeline's elements, once all have ended or it was stopped. */
export function* waitForeground(
  shell: ShellState,
  pids: readonly number[],
  command: () => string,
): Blocking<number[]> {
  // bash does so at each SIGCHLD: what has ended by now is no zombie when the command, which has yet to begin, looks.
  reap(shell)
  if (shell.option('monitor')) {
    const job = shell.jobs.add(pids, pids[0] ?? 0, command(), shell.p.fs.cwd(), true)
    return yield* waitForJob(shell, job)
  }
  const statuses: ChildStatus[] = []
  for (const pid of pids) statuses.push(yield* waitFor(shell, pid))
  statuses.forEach((status) => reportDeath(shell, status, command))
  forget(shell, pids)
  return statuses.map((status) => status.status)
}

/** Gives the terminal to a job and waits until it ends or stops; the shell has the terminal again afterwards. */
export function* waitForJob(shell: ShellState, job: Job): Blocking<number[]> {
  const tty = terminalOf(shell)
  if (tty) tty.foreground = job.pgid
  const statuses: number[] = []
  for (const pid of job.pids) {
    const known = job.ended.get(pid)
    const status = known ?? (yield* waitFor(shell, pid, true))
    statuses.push(status.status)
    if (status.stopped) break
  }
  if (tty) {
    tty.foreground = shell.p.procs.get(shell.p.pid)?.pgid ?? shell.p.pid
    tty.mode = 'cooked'
  }
  if (job.state === 'stopped') {
    job.foreground = false
    job.notified = true
    shell.jobs.touch(job)
    shell.err(`\n${formatJob(shell.jobs, job, shell.p.fs.cwd(), shell.dialect?.name === 'ash')}`)
    return job.pids.map(() => statuses.at(-1) ?? 148)
  }
  shell.jobs.remove(job)
  const last = job.ended.get(job.pids.at(-1) ?? 0)
  const killer = [...job.ended.values()].find((status) => status.signal)?.signal
  if (killer === 'INT') {
    if (last?.signal === 'INT') shell.interrupted = true
    else shell.err('\n')
  } else if (last?.signal && last.signal !== 'PIPE') shell.err(`${signalText(last.signal)}\n`)
  forget(shell, job.pids)
  return statuses
}

function terminalOf(shell: ShellState): NonNullable<ReturnType<typeof shell.p.io.fds.get>>['tty'] {
  return shell.interactive ? (shell.p.io.fds.get(0)?.tty ?? null) : null
}

/** A shell that is not interactive tells of foreground commands that a signal ended. */
function reportDeath(shell: ShellState, status: ChildStatus, command: () => string): void {
  const { signal } = status
  if (!signal || signal === 'INT' || signal === 'PIPE' || shell.interactive) return
  if (signal === 'TERM') shell.err('Terminated\n')
  else shell.report(deathNotice(status.pid, signalText(signal), command()))
}

function deathNotice(pid: number, text: string, command: string): string {
  return `${String(pid).padStart(5)} ${text.padEnd(23)} ${command}`
}

/** Tells of background jobs that a signal ended, and forgets those that are done (not interactive). */
export function reportDeadJobs(shell: ShellState): void {
  if (shell.interactive) return
  reap(shell)
  for (const job of shell.jobs.jobs.filter((one) => one.state === 'done')) {
    const last = job.ended.get(job.pids.at(-1) ?? 0)
    const signal = last?.signal
    if (last && signal && !['INT', 'PIPE', 'TERM'].includes(signal) && !job.notified)
      shell.report(deathNotice(last.pid, signalText(signal), job.command))
    job.notified = true
  }
}

/** A pid may be used again: statuses of foreground children are not kept. */
function forget(shell: ShellState, pids: readonly number[]): void {
  for (const pid of pids) shell.jobs.statuses.delete(pid)
}
