import type { Blocking } from '../../os/program.ts'
import { reap } from '../children.ts'
import { waitForJob } from '../foreground.ts'
import type { Job } from '../jobs.ts'
import type { ShellState } from '../state.ts'
import { builtin } from './builtin.ts'

export const fg = builtin('fg', '[job_spec]', 'Move job to the foreground.', (shell, args) => {
  const job = pick(shell, 'fg', args[0] ?? '%+')
  return job ? foreground(shell, job) : 1
})

export const bg = builtin('bg', '[job_spec ...]', 'Move jobs to the background.', (shell, args) => {
  let status = 0
  for (const spec of args.length > 0 ? args : ['%+']) {
    const job = pick(shell, 'bg', spec)
    if (!job) return 1
    if (job.state === 'running') {
      shell.report(`bg: job ${job.id} already in background`)
      continue
    }
    job.state = 'running'
    job.notified = false
    job.foreground = false
    const mark = shell.jobs.mark(job)
    status = shell.emit('bg', `[${job.id}]${mark} ${job.command} &\n`)
    shell.p.procs.kill(-job.pgid, 'CONT')
  }
  return status
})

function pick(shell: ShellState, name: string, spec: string): Job | null {
  if (!shell.option('monitor')) {
    shell.report(`${name}: no job control`)
    return null
  }
  reap(shell)
  const job = shell.jobs.find(spec)
  if (job === 'ambiguous') shell.report(`${name}: ${spec}: ambiguous job spec`)
  else if (job === null) shell.report(`${name}: ${spec === '%+' ? 'current' : spec}: no such job`)
  else if (job.state === 'done') shell.report(`${name}: job has terminated`)
  else return job
  return null
}

function* foreground(shell: ShellState, job: Job): Blocking<number> {
  shell.emit('fg', `${job.command}\n`)
  job.foreground = true
  job.notified = false
  const stopped = job.state === 'stopped'
  job.state = 'running'
  const tty = shell.p.io.fds.get(0)?.tty
  if (tty) tty.foreground = job.pgid
  if (stopped) shell.p.procs.kill(-job.pgid, 'CONT')
  const statuses = yield* waitForJob(shell, job)
  return statuses.at(-1) ?? 0
}
