import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool } from '../lib/tool.ts'

type TtyOption = 's'

const OPTIONS: OptionTable<TtyOption> = {
  s: ['-s, --silent, --quiet', 'print nothing, only return an exit status'],
}

export const ttyCommand: Command = defineTool<TtyOption>({
  name: 'tty',
  path: '/usr/bin/tty',
  summary: 'print the file name of the terminal connected to standard input',
  usage: ['[OPTION]...'],
  options: OPTIONS,
  badUsage: 2,
  main({ p, out, usageError }, args) {
    const [extra] = args.operands
    if (extra !== undefined) return usageError(`extra operand ${quoteWord(extra)}`)
    const terminal = p.io.isatty(0)
    if (args.has('s')) return terminal ? 0 : 1
    const path = p.fs.readlink('/proc/self/fd/0')
    out.print(terminal && !isErrno(path) ? `${path}\n` : 'not a tty\n')
    return terminal ? 0 : 1
  },
})
