import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { dirName } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

const OPTIONS: OptionTable<'z'> = { z: ['-z, --zero', 'end each output line with NUL, not newline'] }

export const dirnameCommand: Command = defineTool<'z'>({
  name: 'dirname',
  path: '/usr/bin/dirname',
  summary: 'print the directories of a name',
  usage: ['[OPTION] NAME...'],
  options: OPTIONS,
  main: dirname,
})

function dirname(tool: Tool, args: Args<'z'>): number {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  for (const name of args.operands) tool.out.print(`${dirName(name)}${args.has('z') ? '\0' : '\n'}`)
  return 0
}
