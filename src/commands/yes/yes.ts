import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

const LINES_AT_ONCE = 512

export const yesCommand: Command = defineTool<never>({
  name: 'yes',
  path: '/usr/bin/yes',
  summary: 'print a line until killed',
  usage: ['[STRING]...'],
  options: {},
  main: yes,
})

function* yes(tool: Tool, args: Args<never>): Blocking<number> {
  const block = `${args.operands.length > 0 ? args.operands.join(' ') : 'y'}\n`.repeat(LINES_AT_ONCE)
  while (tool.out.error === null) {
    tool.out.print(block)
    yield* tool.out.room()
  }
  return 1
}
