import { ENOENT, ENOTDIR, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { dirName, joinPath } from '../lib/paths.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type RealpathOption = 'e' | 'm' | 'q' | 's' | 'z' | 'to' | 'base'

const OPTIONS: OptionTable<RealpathOption> = {
  e: ['-e, --canonicalize-existing', 'all components of the path must exist'],
  m: ['-m, --canonicalize-missing', 'no path components need exist or be a directory'],
  q: ['-q, --quiet', 'suppress most error messages'],
  to: ['--relative-to=DIR', 'print the resolved path relative to DIR'],
  base: ['--relative-base=DIR', 'print absolute paths unless paths below DIR'],
  s: ['-s, --strip, --no-symlinks', "don't expand symlinks"],
  z: ['-z, --zero', 'end each output line with NUL, not newline'],
}

export const realpathCommand: Command = defineTool<RealpathOption>({
  name: 'realpath',
  path: '/usr/bin/realpath',
  summary: 'print the resolved absolute file name; all but the last component must exist',
  usage: ['[OPTION]... FILE...'],
  options: OPTIONS,
  refused: ['-L, --logical', '-P, --physical'],
  main: realpath,
})

function realpath(tool: Tool, args: Args<RealpathOption>): number {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  let status = 0
  for (const name of args.operands) {
    const path = resolved(tool, args, name)
    if (isErrno(path)) {
      if (!args.has('q')) tool.complain(`${quoteFile(name)}: ${path.text}`)
      status = 1
    } else tool.out.print(`${relative(tool, args, path)}${args.has('z') ? '\0' : '\n'}`)
  }
  return status
}

function resolved(tool: Tool, args: Args<RealpathOption>, name: string): string | Errno {
  const { fs } = tool.p
  if (name === '') return ENOENT
  const path = args.has('s')
    ? stripped(joinPath(name.startsWith('/') ? '' : fs.cwd(), name))
    : fs.realpath(name)
  const how = args.lastOf('e', 'm')
  if (how === 'm') return path
  const stat = fs.stat(how === 'e' ? path : dirName(path))
  if (isErrno(stat)) return stat
  return how !== 'e' && stat.kind !== 'dir' ? ENOTDIR : path
}

/** Without `.`, `..` and doubled slashes. */
function stripped(path: string): string {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}

function relative(tool: Tool, args: Args<RealpathOption>, path: string): string {
  const base = args.last('base')
  const below = base === null ? null : tool.p.fs.realpath(base)
  if (below !== null && path !== below && !path.startsWith(`${below}/`)) return path
  const to = args.last('to')
  if (to === null && below === null) return path
  const from = (to === null ? (below ?? '/') : tool.p.fs.realpath(to))
    .split('/')
    .filter((name) => name !== '')
  const names = path.split('/').filter((name) => name !== '')
  let shared = 0
  while (shared < from.length && from[shared] === names[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...names.slice(shared)].join('/') || '.'
}
