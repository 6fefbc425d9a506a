import type { Command } from '../command.ts'
import { applyMode } from '../lib/mode.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MkfifoOption = 'm'

const OPTIONS: OptionTable<MkfifoOption> = {
  m: ['-m, --mode=MODE', 'set file permission bits to MODE, not a=rw - umask'],
}

export const mkfifoCommand: Command = defineTool<MkfifoOption>({
  name: 'mkfifo',
  path: '/usr/bin/mkfifo',
  summary: 'create named pipes',
  usage: ['[OPTION]... NAME...'],
  options: OPTIONS,
  refused: ['-Z', '--context[=CTX]'],
  main: mkfifo,
})

function mkfifo(tool: Tool, args: Args<MkfifoOption>): number {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  const text = args.last('m')
  const mode = text === null ? 0o644 : applyMode(text, 0o666, false)
  if (mode === null) {
    tool.complain('invalid mode')
    return 1
  }
  let status = 0
  for (const name of args.operands) {
    const error = tool.p.fs.mkfifo(name, mode)
    if (error === null) continue
    tool.complain(`cannot create fifo ${quote(name)}: ${error.text}`)
    status = 1
  }
  return status
}
