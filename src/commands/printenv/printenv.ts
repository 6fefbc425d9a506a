import type { Command } from '../command.ts'
import { defineTool } from '../lib/tool.ts'

export const printenvCommand: Command = defineTool<'z'>({
  name: 'printenv',
  path: '/usr/bin/printenv',
  summary: 'print environment variables',
  usage: ['[OPTION]... [VARIABLE]...'],
  options: { z: ['-0, --null', 'end each output line with NUL, not newline'] },
  badUsage: 2,
  stopAtOperand: true,
  main: (tool, args) => {
    const { env } = tool.p
    const end = args.has('z') ? '\0' : '\n'
    if (args.operands.length === 0) {
      for (const [name, value] of env) tool.out.print(`${name}=${value}${end}`)
      return 0
    }
    let status = 0
    for (const name of args.operands) {
      const value = env.get(name)
      if (value === undefined) status = 1
      else tool.out.print(`${value}${end}`)
    }
    return status
  },
})
