import type { Command } from '../command.ts'
import { defineTool } from '../lib/tool.ts'

export const whoamiCommand: Command = defineTool<never>({
  name: 'whoami',
  path: '/usr/bin/whoami',
  summary: 'print the name of the user',
  usage: ['[OPTION]...'],
  options: {},
  main: (tool, args) => {
    const [extra] = args.operands
    if (extra !== undefined) return tool.usageError(`extra operand ‘${extra}’`)
    tool.out.print('root\n')
    return 0
  },
})
