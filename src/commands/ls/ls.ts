import type { Blocking, FileStat } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { quote, quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Lister, type Entry } from './lister.ts'

export type LsOption =
  | 'a'
  | 'A'
  | 'C'
  | 'd'
  | 'F'
  | 'p'
  | 'h'
  | 'i'
  | 'l'
  | 'L'
  | 'm'
  | 'n'
  | 'g'
  | 'o'
  | 'G'
  | 'r'
  | 'R'
  | 's'
  | 'S'
  | 't'
  | 'U'
  | 'f'
  | 'v'
  | 'X'
  | 'x'
  | 'w'
  | 'one'
  | 'color'
  | 'Q'
  | 'N'
  | 'full'
  | 'dirsFirst'
  | 'k'

const OPTIONS: OptionTable<LsOption> = {
  a: ['-a, --all', 'do not ignore entries starting with .'],
  A: ['-A, --almost-all', 'do not list implied . and ..'],
  C: ['-C', 'list entries by columns'],
  color: ['--color[=WHEN]', 'color the names; WHEN is always, never or auto'],
  d: ['-d, --directory', 'list directories themselves, not their contents'],
  f: ['-f', 'list all entries in directory order'],
  F: ['-F, --classify[=WHEN]', 'append indicator (one of */=>@|) to entries'],
  g: ['-g', 'like -l, but do not list owner'],
  dirsFirst: ['--group-directories-first', 'group directories before files'],
  G: ['-G, --no-group', "in a long listing, don't print group names"],
  h: ['-h, --human-readable', 'with -l and -s, print sizes like 1K 234M 2G'],
  i: ['-i, --inode', 'print the index number of each file'],
  k: ['-k, --kibibytes', 'default to 1024-byte blocks'],
  l: ['-l', 'use a long listing format'],
  L: ['-L, --dereference', 'show what a symbolic link references'],
  m: ['-m', 'fill width with a comma separated list of entries'],
  n: ['-n, --numeric-uid-gid', 'like -l, but list numeric user and group IDs'],
  N: ['-N, --literal', 'print entry names without quoting'],
  o: ['-o', 'like -l, but do not list group information'],
  p: ['-p', 'append / indicator to directories'],
  Q: ['-Q, --quote-name', 'enclose entry names in double quotes'],
  r: ['-r, --reverse', 'reverse order while sorting'],
  R: ['-R, --recursive', 'list subdirectories recursively'],
  s: ['-s, --size', 'print the allocated size of each file, in blocks'],
  S: ['-S', 'sort by file size, largest first'],
  t: ['-t', 'sort by time, newest first'],
  U: ['-U', 'do not sort; list entries in directory order'],
  v: ['-v', 'natural sort of (version) numbers within text'],
  w: ['-w, --width=COLS', 'set output width to COLS; 0 means no limit'],
  x: ['-x', 'list entries by lines instead of by columns'],
  X: ['-X', 'sort alphabetically by entry extension'],
  full: ['--full-time', 'like -l with the whole time'],
  one: ['-1', 'list one file per line'],
}

const SERIOUS = 2

export const lsCommand: Command = defineTool<LsOption>({
  name: 'ls',
  path: '/usr/bin/ls',
  summary: 'list directory contents',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: [
    '--dereference-command-line-symlink-to-dir',
    '--show-control-chars',
    '--author',
    '-b, --escape',
    '--block-size=SIZE',
    '-B, --ignore-backups',
    '-c',
    '-D, --dired',
    '--file-type',
    '--format=WORD',
    '-H, --dereference-command-line',
    '--hide=PATTERN',
    '--hyperlink[=WHEN]',
    '--indicator-style=WORD',
    '-I, --ignore=PATTERN',
    '-q, --hide-control-chars',
    '--quoting-style=WORD',
    '--si',
    '--sort=WORD',
    '--time=WORD',
    '--time-style=STYLE',
    '-T, --tabsize=COLS',
    '-u',
    '-Z, --context',
    '--zero',
  ],
  badUsage: SERIOUS,
  main: ls,
})

function* ls(tool: Tool, args: Args<LsOption>): Blocking<number> {
  const lister = new Lister(tool, args)
  let status = 0
  const fail = (message: string, worse: number): void => {
    tool.complain(message)
    status = Math.max(status, worse)
  }
  const names = args.operands.length > 0 ? args.operands : ['.']
  const files: Entry[] = []
  const directories: Entry[] = []
  for (const name of names) {
    const entry = readEntry(tool, args, name, true)
    if (entry === null) continue
    if ('error' in entry) {
      fail(`cannot access ${quote(name)}: ${entry.error}`, SERIOUS)
      continue
    }
    if (entry.stat.kind === 'dir' && !args.has('d')) directories.push(entry)
    else files.push(entry)
  }
  if (files.length > 0) lister.print(lister.sort(files), false)
  let first = files.length === 0
  const headed = names.length > 1 || args.has('R')
  const queue = lister.sort(directories)
  for (let next = queue.shift(); next; next = queue.shift()) {
    const list = tool.p.fs[args.has('U') || args.has('f') ? 'readdirUnsorted' : 'readdir'](next.name)
    if (isErrno(list)) {
      fail(`cannot open directory ${quote(next.name)}: ${list.text}`, args.operands.length > 0 ? SERIOUS : 1)
      continue
    }
    if (headed) tool.out.print(`${first ? '' : '\n'}${quoteFile(next.name)}:\n`)
    first = false
    const all = args.has('a') || args.has('f')
    const shown = all ? ['.', '..', ...list] : args.has('A') ? list : list.filter((n) => !n.startsWith('.'))
    const entries: Entry[] = []
    for (const name of shown) {
      const entry = readEntry(tool, args, joinPath(next.name, name), false)
      if (entry === null) continue
      if ('error' in entry) fail(`cannot access ${quote(joinPath(next.name, name))}: ${entry.error}`, 1)
      else entries.push({ ...entry, name })
    }
    const sorted = lister.sort(entries)
    lister.print(sorted, true)
    if (args.has('R')) {
      const inside = sorted.filter((e) => e.stat.kind === 'dir' && e.name !== '.' && e.name !== '..')
      const { name: parent } = next
      queue.unshift(...inside.map((e) => ({ ...e, name: joinPath(parent, e.name) })))
    }
    yield* tool.out.room()
  }
  return status
}

/** On the command line a link to a directory is followed, but with -l, -d and -F. */
function readEntry(
  tool: Tool,
  args: Args<LsOption>,
  path: string,
  named: boolean,
): Entry | { readonly error: string } | null {
  const { fs } = tool.p
  const own = fs.lstat(path)
  if (isErrno(own)) return named || own.name !== 'ENOENT' ? { error: own.text } : null
  const long = args.has('l') || args.has('n') || args.has('g') || args.has('o') || args.has('full')
  let stat: FileStat = own
  if (own.kind === 'link') {
    const target = fs.stat(path)
    const follow = args.has('L') || (named && !long && !args.has('d') && !args.has('F'))
    if (args.has('L') && isErrno(target)) return { error: target.text }
    if (follow && !isErrno(target) && (args.has('L') || target.kind === 'dir')) stat = target
  }
  return { name: path, path, stat }
}
