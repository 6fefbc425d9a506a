// pivot_root of util-linux 2.38.
import type { Command } from '../command.ts'
import { defineTool } from '../lib/tool.ts'

export const pivotRootCommand: Command = defineTool<never>({
  name: 'pivot_root',
  path: '/usr/sbin/pivot_root',
  summary: 'change the root filesystem',
  usage: ['[options] new_root put_old'],
  options: {},
  main: (tool, args) => {
    const [root, old] = args.operands
    if (root === undefined || old === undefined || args.operands.length > 2)
      return tool.usageError('bad usage')
    const error = tool.p.fs.pivotRoot(root, old)
    if (!error) return 0
    tool.complain(`failed to change root from \`${root}' to \`${old}': ${error.text}`)
    return 1
  },
})
