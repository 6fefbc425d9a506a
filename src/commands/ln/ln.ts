import { EEXIST, isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { baseName, dirName, joinPath } from '../lib/paths.ts'
import { quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type LnOption = 'f' | 'n' | 'r' | 's' | 't' | 'T' | 'v'

const OPTIONS: OptionTable<LnOption> = {
  f: ['-f, --force', 'remove existing destination files'],
  n: ['-n, --no-dereference', 'treat LINK_NAME as a normal file if it is a symbolic link to a directory'],
  r: ['-r, --relative', 'with -s, create links relative to link location'],
  s: ['-s, --symbolic', 'make symbolic links instead of hard links'],
  t: ['-t, --target-directory=DIRECTORY', 'specify the DIRECTORY in which to create the links'],
  T: ['-T, --no-target-directory', 'treat LINK_NAME as a normal file always'],
  v: ['-v, --verbose', 'print name of each linked file'],
}

export const lnCommand: Command = defineTool<LnOption>({
  name: 'ln',
  path: '/usr/bin/ln',
  summary: 'make symbolic links',
  usage: ['-s [OPTION]... TARGET LINK_NAME', '-s [OPTION]... TARGET', '-s [OPTION]... TARGET... DIRECTORY'],
  options: OPTIONS,
  refused: [
    '-b',
    '--backup[=CONTROL]',
    '-d, -F, --directory',
    '-i, --interactive',
    '-L, --logical',
    '-P, --physical',
    '-S, --suffix=SUFFIX',
  ],
  main: ln,
})

function ln(tool: Tool, args: Args<LnOption>): number {
  const { fs } = tool.p
  const { operands } = args
  if (operands.length === 0) return tool.usageError('missing file operand')
  if (!args.has('s')) return tool.unsupported('a hard link')
  const isDirectory = (path: string): boolean => {
    const own = fs.lstat(path)
    if (args.has('n') && !isErrno(own) && own.kind === 'link') return false
    const stat = fs.stat(path)
    return !isErrno(stat) && stat.kind === 'dir'
  }
  const directory = args.last('t')
  const last = operands.at(-1) ?? ''
  let pairs: readonly (readonly [string, string])[]
  if (directory !== null) pairs = operands.map((target) => [target, joinPath(directory, baseName(target))])
  else if (operands.length === 1) pairs = [[last, joinPath('.', baseName(last))]]
  else if (!args.has('T') && isDirectory(last)) {
    pairs = operands.slice(0, -1).map((target) => [target, joinPath(last, baseName(target))])
  } else if (operands.length === 2) pairs = [[operands[0] ?? '', last]]
  else {
    const stat = fs.stat(last)
    tool.complain(`target ${quote(last)}: ${isErrno(stat) ? stat.text : 'Not a directory'}`)
    return 1
  }
  let status = 0
  for (const [target, link] of pairs) if (!makeLink(tool, args, target, link)) status = 1
  return status
}

function makeLink(tool: Tool, args: Args<LnOption>, target: string, link: string): boolean {
  const { fs } = tool.p
  const text = args.has('r') ? relative(fs.realpath(dirName(link)), fs.realpath(target)) : target
  let error = fs.symlink(text, link)
  if (error === EEXIST && args.has('f')) error = fs.unlink(link) ?? fs.symlink(text, link)
  if (error !== null) {
    tool.complain(`failed to create symbolic link ${quote(link)}: ${error.text}`)
    return false
  }
  if (args.has('v')) tool.out.print(`${quote(link)} -> ${quote(text)}\n`)
  return true
}

/** The way from one absolute directory to another path. */
function relative(from: string, to: string): string {
  const [a, b] = [from.split('/').filter(Boolean), to.split('/').filter(Boolean)]
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.'
}
