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
    const uid = tool.p.procs.uid()
    const name = uid === 0 ? 'root' : uid === 65_534 ? 'nobody' : null
    if (name === null) {
      tool.complain(`cannot find name for user ID ${uid}`)
      return 1
    }
    tool.out.print(`${name}\n`)
    return 0
  },
})
