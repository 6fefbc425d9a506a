// Waiting for children.
import type { Blocking, ChildStatus } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import type { Job } from './jobs.ts'
import type { ShellState } from './state.ts'

/** Takes note of every child that has ended or stopped, without waiting. */
export function reap(shell: ShellState): void {
  for (;;) {
    const status = shell.p.procs.poll(null)
    if (status === null || !('pid' in status)) return
    shell.jobs.record(status)
  }
}

/** The status of a whole job: of its last command, or under pipefail of the last that failed. */
export function jobStatus(shell: ShellState, job: Job): number {
  const all = job.pids.map((pid) => job.ended.get(pid)?.status ?? 0)
  if (shell.option('pipefail')) return all.findLast((status) => status !== 0) ?? 0
  return all.at(-1) ?? 0
}

/** Waits for one child to end (or, with `untraced`, to stop). */
export function* waitFor(shell: ShellState, pid: number, untraced = false): Blocking<ChildStatus> {
  for (;;) {
    const known = shell.jobs.statuses.get(pid)
    if (known !== undefined) return { pid, status: known, signal: null, stopped: false }
    const status = yield* shell.p.procs.wait(pid, { untraced })
    if (!isErrno(status)) {
      shell.jobs.record(status)
      return status
    }
    if (status.name !== 'EINTR') return { pid, status: 127, signal: null, stopped: false }
  }
}
