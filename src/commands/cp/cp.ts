import type { Command } from '../command.ts'
import { copyPath, destinations } from '../lib/copy.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type CpOption = 'a' | 'd' | 'f' | 'H' | 'L' | 'n' | 'P' | 'p' | 'r' | 't' | 'T' | 'u' | 'v'

const OPTIONS: OptionTable<CpOption> = {
  a: ['-a, --archive', 'same as -dR, keeping modes'],
  d: ['-d', 'same as --no-dereference'],
  f: ['-f, --force', 'replace destination files that cannot be opened'],
  n: ['-n, --no-clobber', 'do not overwrite an existing file'],
  P: ['-P, --no-dereference', 'never follow symbolic links in SOURCE'],
  H: ['-H', 'follow command-line symbolic links in SOURCE'],
  L: ['-L, --dereference', 'always follow symbolic links in SOURCE'],
  p: ['-p, --preserve[=ATTR_LIST]', 'preserve mode'],
  r: ['-r, -R, --recursive', 'copy directories recursively'],
  t: ['-t, --target-directory=DIRECTORY', 'copy all SOURCE arguments into DIRECTORY'],
  T: ['-T, --no-target-directory', 'treat DEST as a normal file'],
  u: ['-u, --update', 'copy only when SOURCE is newer than the destination'],
  v: ['-v, --verbose', 'explain what is being done'],
}

export const cpCommand: Command = defineTool<CpOption>({
  name: 'cp',
  path: '/usr/bin/cp',
  summary: 'copy files and directories',
  usage: [
    '[OPTION]... [-T] SOURCE DEST',
    '[OPTION]... SOURCE... DIRECTORY',
    '[OPTION]... -t DIRECTORY SOURCE...',
  ],
  options: OPTIONS,
  refused: [
    '--attributes-only',
    '-b',
    '--backup[=CONTROL]',
    '--copy-contents',
    '-i, --interactive',
    '-l, --link',
    '--no-preserve=LIST',
    '--parents',
    '--reflink[=WHEN]',
    '--remove-destination',
    '--sparse=WHEN',
    '--strip-trailing-slashes',
    '-s, --symbolic-link',
    '-S, --suffix=SUFFIX',
    '-x, --one-file-system',
    '-Z',
    '--context[=CTX]',
  ],
  main: cp,
})

function cp(tool: Tool, args: Args<CpOption>): number {
  const list = destinations(tool, args.operands, args.last('t'), args.has('T'))
  if (typeof list === 'number') return list
  const recursive = args.has('r') || args.has('a')
  const links = args.lastOf('H', 'L', 'P', 'd', 'a')
  const options = {
    recursive,
    linksAtTop: links === 'P' || links === 'd' || links === 'a' || (links === null && recursive),
    force: args.has('f'),
    noClobber: args.has('n'),
    update: args.has('u'),
    verbose: args.has('v'),
  }
  let status = 0
  for (const { from, to } of list) if (!copyPath(tool, from, to, options)) status = 1
  return status
}
