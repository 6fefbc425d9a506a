import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Signal } from '../../uapi/signal.ts'
import { SIGNALS } from '../../uapi/signal.ts'
import { assign } from '../assign.ts'
import { jobStatus, reap, waitFor } from '../children.ts'
import { reportDeadJobs } from '../foreground.ts'
import type { Job } from '../jobs.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const wait: PlainBuiltin = builtin(
  'wait',
  '[-fn] [-p var] [id ...]',
  'Wait for job completion and return exit status.',
  (shell, args) => {
    const options = parseOptions(args, 'fn', 'p')
    if (options.wrong !== null) return invalidOption(shell, wait, options.wrong)
    return run(shell, options.letters.has('n'), options.values.get('p') ?? null, options.rest)
  },
)

function* run(
  shell: ShellState,
  any: boolean,
  variable: string | null,
  ids: readonly string[],
): Blocking<number> {
  reap(shell)
  if (any) return yield* waitAny(shell, variable)
  let status = 0
  if (ids.length === 0) {
    for (const job of shell.jobs.jobs.filter((one) => one.state !== 'stopped')) {
      const interrupted = yield* untilDone(shell, job)
      if (interrupted !== null) return interrupted
    }
    finish(shell)
    return 0
  }
  for (const id of ids) {
    status = yield* waitOne(shell, id)
    if (variable !== null && /^\d+$/.test(id)) assign(shell, variable, null, id)
  }
  finish(shell)
  return status
}

/** Jobs that are done and waited for are gone. */
function finish(shell: ShellState): void {
  reportDeadJobs(shell)
  for (const job of shell.jobs.jobs.filter((one) => one.state === 'done' && !shell.interactive))
    shell.jobs.remove(job)
}

/** Null when it is done; the status to return when a trapped signal or Ctrl-C came first. */
function* untilDone(shell: ShellState, job: Job): Blocking<number | null> {
  while (job.state === 'running') {
    const pid = job.pids.find((one) => !job.ended.has(one)) ?? 0
    const status = yield* shell.p.procs.wait(pid, { untraced: shell.interactive })
    if (!isErrno(status)) shell.jobs.record(status)
    else if (status.name === 'EINTR') {
      const [signal] = shell.pendingTraps
      if (signal) return 128 + SIGNALS[signal]
      if (shell.interrupted) return 130
    } else return null
  }
  return null
}

function* waitOne(shell: ShellState, id: string): Blocking<number> {
  if (id.startsWith('%')) {
    const job = shell.jobs.find(id)
    if (job === null || job === 'ambiguous') return shell.fail('wait', `${id}: no such job`, 127)
    const interrupted = yield* untilDone(shell, job)
    return interrupted ?? jobStatus(shell, job)
  }
  if (!/^\d+$/.test(id)) return shell.fail('wait', `\`${id}': not a pid or valid job spec`, 1)
  const pid = Number(id)
  const job = shell.jobs.jobs.find((one) => one.pids.includes(pid))
  if (!job) {
    const known = shell.jobs.statuses.get(pid)
    if (known !== undefined) return known
    // One that was disowned is a child all the same; its status bash keeps no more.
    const now = shell.p.procs.poll(pid)
    if (isErrno(now)) return shell.fail('wait', `pid ${pid} is not a child of this shell`, 127)
    if (!now) yield* waitFor(shell, pid)
    return 0
  }
  while (!job.ended.has(pid) && job.state === 'running') {
    const status = yield* shell.p.procs.wait(pid)
    if (!isErrno(status)) shell.jobs.record(status)
    else if (status.name !== 'EINTR') break
    else if (shell.pendingTraps[0]) return 128 + SIGNALS[shell.pendingTraps[0] satisfies Signal]
    else if (shell.interrupted) return 130
  }
  return job.ended.get(pid)?.status ?? shell.jobs.statuses.get(pid) ?? 127
}

/** `-n`: the next one to end. */
function* waitAny(shell: ShellState, variable: string | null): Blocking<number> {
  for (;;) {
    const done = shell.jobs.jobs.find((job) => job.state === 'done' && !job.notified)
    if (done) {
      done.notified = true
      const status = jobStatus(shell, done)
      if (variable !== null) assign(shell, variable, null, String(done.pids.at(-1)))
      shell.jobs.remove(done)
      return status
    }
    if (!shell.jobs.jobs.some((job) => job.state === 'running')) return 127
    const status = yield* shell.p.procs.wait(null)
    if (!isErrno(status)) shell.jobs.record(status)
    else if (status.name !== 'EINTR') return 127
    else if (shell.pendingTraps[0]) return 128 + SIGNALS[shell.pendingTraps[0]]
    else if (shell.interrupted) return 130
  }
}
