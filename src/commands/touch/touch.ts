import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TouchOption = 'a' | 'c' | 'f' | 'm'

const OPTIONS: OptionTable<TouchOption> = {
  a: ['-a', 'change only the access time'],
  c: ['-c, --no-create', 'do not create any files'],
  f: ['-f', '(ignored)'],
  m: ['-m', 'change only the modification time'],
}

export const touchCommand: Command = defineTool<TouchOption>({
  name: 'touch',
  path: '/usr/bin/touch',
  summary: 'update the modification time of files to now, creating those that are not there',
  usage: ['[OPTION]... FILE...'],
  options: OPTIONS,
  refused: ['-d, --date=STRING', '-h, --no-dereference', '-r, --reference=FILE', '-t STAMP', '--time=WORD'],
  main: touch,
})

function touch(tool: Tool, args: Args<TouchOption>): number {
  const { fs } = tool.p
  if (args.operands.length === 0) return tool.usageError('missing file operand')
  let status = 0
  for (const name of args.operands) {
    if (isErrno(fs.stat(name))) {
      if (args.has('c')) continue
      const file = fs.open(name, { write: true, create: true })
      if (isErrno(file)) {
        tool.complain(`cannot touch ${quote(name)}: ${file.text}`)
        status = 1
      } else file.close()
      continue
    }
    const error = args.has('a') && !args.has('m') ? null : fs.touch(name)
    if (error === null) continue
    tool.complain(`setting times of ${quote(name)}: ${error.text}`)
    status = 1
  }
  return status
}
