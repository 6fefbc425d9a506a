import type { Command } from '../command.ts'
import { defineTool } from '../lib/tool.ts'

export const pwdCommand: Command = defineTool<'L' | 'P'>({
  name: 'pwd',
  path: '/usr/bin/pwd',
  summary: 'print the name of the current directory',
  usage: ['[OPTION]...'],
  options: {
    L: ['-L, --logical', 'use PWD from environment, even if it contains symlinks'],
    P: ['-P, --physical', 'avoid all symlinks (default)'],
  },
  main: (tool, args) => {
    const { env, fs } = tool.p
    const [extra] = args.operands
    if (extra !== undefined) tool.complain('ignoring non-option arguments')
    const logical = env.get('PWD') ?? ''
    const usable =
      args.lastOf('L', 'P') === 'L' && logical.startsWith('/') && fs.realpath(logical) === fs.realpath('.')
    tool.out.print(`${usable ? logical : fs.realpath('.')}\n`)
    return 0
  },
})
