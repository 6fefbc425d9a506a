import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool } from '../lib/tool.ts'

type NprocOption = 'all' | 'ignore'

const OPTIONS: OptionTable<NprocOption> = {
  all: ['--all', 'print the number of installed processors'],
  ignore: ['--ignore=N', 'if possible, exclude N processing units'],
}

export const nprocCommand: Command = defineTool<NprocOption>({
  name: 'nproc',
  path: '/usr/bin/nproc',
  summary: 'print the number of processing units',
  usage: ['[OPTION]...'],
  options: OPTIONS,
  main(tool, args) {
    const [extra] = args.operands
    if (extra !== undefined) return tool.usageError(`extra operand ${quoteWord(extra)}`)
    const text = tool.p.fs.readText('/proc/cpuinfo')
    const count = isErrno(text) ? 1 : (text.match(/^processor\b/gm) ?? []).length
    const ignored = args.last('ignore') ?? '0'
    if (!/^\d+$/.test(ignored)) {
      tool.complain(`${quoteWord(ignored)}: invalid number to ignore`)
      return 1
    }
    tool.out.print(`${Math.max(1, count - Number(ignored))}\n`)
    return 0
  },
})
