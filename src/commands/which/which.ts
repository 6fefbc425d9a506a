import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type WhichOption = 'a' | 's'

const OPTIONS: OptionTable<WhichOption> = {
  a: ['-a', 'print all matches, not only the first'],
  s: ['-s', 'print nothing'],
}

export const whichCommand: Command = defineTool<WhichOption>({
  name: 'which',
  path: '/usr/bin/which',
  summary: 'print where a command is found',
  usage: ['[-a] args'],
  options: OPTIONS,
  afterBadOption: (tool) => {
    tool.out.print('Usage: /usr/bin/which [-a] args\n')
    return 2
  },
  main: which,
})

function which(tool: Tool, args: Args<WhichOption>): number {
  let status = 0
  if (args.operands.length === 0) return 1
  for (const name of args.operands) {
    const found = name.includes('/') ? [name] : search(tool, name)
    const runnable = found.filter((path) => isExecutable(tool, path))
    if (runnable.length === 0) status = 1
    if (args.has('s')) continue
    for (const path of args.has('a') ? runnable : runnable.slice(0, 1)) tool.out.print(`${path}\n`)
  }
  return status
}

function search(tool: Tool, name: string): readonly string[] {
  return (tool.p.env.get('PATH') ?? '').split(':').map((directory) => joinPath(directory || '.', name))
}

function isExecutable(tool: Tool, path: string): boolean {
  const stat = tool.p.fs.stat(path)
  return !isErrno(stat) && stat.kind !== 'dir' && (stat.mode & 0o111) !== 0
}
