import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const disown: PlainBuiltin = builtin(
  'disown',
  '[-h] [-ar] [jobspec ... | pid ...]',
  'Remove jobs from current shell.',
  (shell, args) => {
    const options = parseOptions(args, 'har')
    if (options.wrong !== null) return invalidOption(shell, disown, options.wrong)
    const { letters, rest } = options
    const table = shell.jobs
    if (rest.length === 0 && (letters.has('a') || letters.has('r'))) {
      for (const job of table.jobs.filter((one) => letters.has('a') || one.state === 'running'))
        table.remove(job)
      return 0
    }
    let status = 0
    for (const spec of rest.length > 0 ? rest : ['current']) {
      const job = /^\d+$/.test(spec)
        ? (table.jobs.find((one) => one.pids.includes(Number(spec))) ?? null)
        : table.find(spec === 'current' ? '%+' : spec)
      if (job === null || job === 'ambiguous') {
        shell.report(`disown: ${spec}: no such job`)
        status = 1
      } else if (!letters.has('h')) table.remove(job)
    }
    return status
  },
)
