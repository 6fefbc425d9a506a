import type { Command } from '../command.ts'
import { destinations, movePath } from '../lib/copy.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MvOption = 'f' | 'n' | 't' | 'T' | 'u' | 'v'

const OPTIONS: OptionTable<MvOption> = {
  f: ['-f, --force', 'do not prompt before overwriting'],
  n: ['-n, --no-clobber', 'do not overwrite an existing file'],
  t: ['-t, --target-directory=DIRECTORY', 'move all SOURCE arguments into DIRECTORY'],
  T: ['-T, --no-target-directory', 'treat DEST as a normal file'],
  u: ['-u, --update', 'move only when SOURCE is newer than the destination'],
  v: ['-v, --verbose', 'explain what is being done'],
}

export const mvCommand: Command = defineTool<MvOption>({
  name: 'mv',
  path: '/usr/bin/mv',
  summary: 'move or rename files',
  usage: [
    '[OPTION]... [-T] SOURCE DEST',
    '[OPTION]... SOURCE... DIRECTORY',
    '[OPTION]... -t DIRECTORY SOURCE...',
  ],
  options: OPTIONS,
  refused: [
    '-b',
    '--backup[=CONTROL]',
    '-i, --interactive',
    '--strip-trailing-slashes',
    '-S, --suffix=SUFFIX',
    '-Z, --context',
  ],
  main: mv,
})

function mv(tool: Tool, args: Args<MvOption>): number {
  const list = destinations(tool, args.operands, args.last('t'), args.has('T'))
  if (typeof list === 'number') return list
  const options = {
    recursive: true,
    linksAtTop: true,
    force: true,
    noClobber: args.lastOf('f', 'n') === 'n',
    update: args.has('u'),
    verbose: args.has('v'),
  }
  let status = 0
  for (const { from, to } of list) if (!movePath(tool, from, to, options)) status = 1
  return status
}
