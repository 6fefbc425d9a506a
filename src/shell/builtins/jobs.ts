import { reap } from '../children.ts'
import type { Job } from '../jobs.ts'
import { formatJob } from '../jobs.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, notSupported, parseOptions } from './builtin.ts'

export const jobs: PlainBuiltin = builtin(
  'jobs',
  '[-lnprs] [jobspec ...] or jobs -x command [args]',
  'Display status of jobs.',
  (shell, args) => {
    const options = parseOptions(args, 'lnprsx')
    if (options.wrong !== null) return invalidOption(shell, jobs, options.wrong)
    const { letters, rest } = options
    if (letters.has('x')) return notSupported(shell, 'jobs', '-x')
    reap(shell)
    const table = shell.jobs
    let wanted: readonly Job[] = table.jobs.length > 0 || shell.subshell === 0 ? table.jobs : table.inherited
    let status = 0
    if (rest.length > 0) {
      const found: Job[] = []
      for (const spec of rest) {
        const job = table.find(spec)
        if (job === null || job === 'ambiguous') {
          shell.report(`jobs: ${spec}: no such job`)
          status = 1
        } else found.push(job)
      }
      wanted = found
    }
    if (letters.has('r')) wanted = wanted.filter((job) => job.state === 'running')
    if (letters.has('s')) wanted = wanted.filter((job) => job.state === 'stopped')
    if (letters.has('n')) wanted = wanted.filter((job) => !job.notified)
    let out = ''
    for (const job of wanted) {
      if (letters.has('p')) out += `${job.pgid}\n`
      else if (letters.has('l')) {
        const line = formatJob(table, job, shell.p.fs.cwd(), shell.dialect?.name === 'ash')
        out += line.replace(/^(\[\d+\].)\s+/, `$1 ${String(job.pids.at(-1) ?? 0).padStart(5)} `)
      } else out += formatJob(table, job, shell.p.fs.cwd(), shell.dialect?.name === 'ash')
    }
    for (const job of wanted) {
      job.notified = true
      if (job.state === 'done') table.remove(job)
    }
    return shell.emit('jobs', out, status)
  },
)
