import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { baseName } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type BasenameOption = 'a' | 's' | 'z'

const OPTIONS: OptionTable<BasenameOption> = {
  a: ['-a, --multiple', 'support multiple arguments and treat each as a NAME'],
  s: ['-s, --suffix=SUFFIX', 'remove a trailing SUFFIX; implies -a'],
  z: ['-z, --zero', 'end each output line with NUL, not newline'],
}

export const basenameCommand: Command = defineTool<BasenameOption>({
  name: 'basename',
  path: '/usr/bin/basename',
  summary: 'print a name without its directories',
  usage: ['NAME [SUFFIX]', 'OPTION... NAME...'],
  options: OPTIONS,
  stopAtOperand: true,
  main: basename,
})

function basename(tool: Tool, args: Args<BasenameOption>): number {
  const [first, second, third] = args.operands
  if (first === undefined) return tool.usageError('missing operand')
  const many = args.has('a') || args.has('s')
  if (!many && third !== undefined) return tool.usageError(`extra operand ‘${third}’`)
  const suffix = args.last('s') ?? (many ? '' : (second ?? ''))
  for (const name of many ? args.operands : [first]) {
    const base = baseName(name)
    const bare =
      suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base
    tool.out.print(`${bare}${args.has('z') ? '\0' : '\n'}`)
  }
  return 0
}
