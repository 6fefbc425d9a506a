import type { Blocking, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { joinPath } from '../lib/paths.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote, quoteWord } from '../lib/quote.ts'
import { humanSize } from '../lib/sizes.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type DuOption = 'a' | 'b' | 'c' | 'd' | 'h' | 'k' | 'm' | 's'

const OPTIONS: OptionTable<DuOption> = {
  a: ['-a, --all', 'write counts for all files, not just directories'],
  b: ['-b, --bytes', 'print apparent sizes in bytes'],
  c: ['-c, --total', 'produce a grand total'],
  d: [
    '-d, --max-depth=N',
    'print the total for a directory only if it is N or fewer levels below the argument',
  ],
  h: ['-h, --human-readable', 'print sizes in human readable format (e.g., 1K 234M 2G)'],
  k: ['-k', 'like --block-size=1K'],
  m: ['-m', 'like --block-size=1M'],
  s: ['-s, --summarize', 'display only a total for each argument'],
}

/** Octets that a file takes at least, as on a file system of blocks. */
const BLOCK = 4096

export const duCommand: Command = defineTool<DuOption>({
  name: 'du',
  path: '/usr/bin/du',
  summary: 'estimate file space usage, in blocks of 4 KiB',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: [
    '-x, --one-file-system',
    '-L, --dereference',
    '-l, --count-links',
    '-0, --null',
    '-S, --separate-dirs',
    '--exclude=PATTERN',
    '--time',
    '-t, --threshold=SIZE',
    '--inodes',
    '-B, --block-size=SIZE',
  ],
  main: du,
})

function* du(tool: Tool, args: Args<DuOption>): Blocking<number> {
  const depth = args.last('d')
  if (depth !== null && !/^\d+$/.test(depth)) {
    return tool.usageError(`invalid maximum depth ${quoteWord(depth)}`)
  }
  if (args.has('s') && args.has('a')) return tool.usageError('cannot both summarize and show all entries')
  const deepest = args.has('s') ? 0 : depth === null ? Infinity : Number(depth)
  let status = 0
  let total = 0
  const walk: DuWalk = {
    p: tool.p,
    apparent: args.has('b'),
    all: args.has('a'),
    deepest,
    *found(size, path) {
      tool.out.print(`${shown(args, size)}\t${path}\n`)
      yield* tool.out.room()
    },
    failed: (path, error) => tool.complain(`cannot access ${quote(path)}: ${error.text}`),
  }
  for (const name of args.operands.length > 0 ? args.operands : ['.']) {
    const size = yield* measure(walk, name, 0)
    if (size === null) status = 1
    else total += size
  }
  if (args.has('c')) tool.out.print(`${shown(args, total)}\ttotal\n`)
  return status
}

export interface DuWalk {
  readonly p: Process
  /** Octets of files as they are, not of the blocks they take. */
  readonly apparent: boolean
  readonly all: boolean
  readonly deepest: number
  found(size: number, path: string): Blocking<void>
  failed(path: string, error: Errno): void
}

/** Octets below a path; null when it cannot be looked at. */
export function* measure(walk: DuWalk, path: string, level: number): Blocking<number | null> {
  const { fs } = walk.p
  const stat = fs.lstat(path)
  if (isErrno(stat)) {
    walk.failed(path, stat)
    return null
  }
  const directory = stat.kind === 'dir'
  let size = walk.apparent ? stat.size : Math.ceil(stat.size / BLOCK) * BLOCK
  if (stat.kind === 'link' && !walk.apparent) size = 0
  const names = directory ? fs.readdirUnsorted(path) : []
  for (const name of isErrno(names) ? [] : names)
    size += (yield* measure(walk, joinPath(path, name), level + 1)) ?? 0
  if (level <= walk.deepest && (directory || level === 0 || walk.all)) yield* walk.found(size, path)
  return size
}

function shown(args: Args<DuOption>, size: number): string {
  const unit = args.lastOf('b', 'h', 'k', 'm') ?? 'k'
  if (unit === 'h') return humanSize(size)
  return String(Math.ceil(size / { b: 1, k: 1024, m: 1024 ** 2 }[unit]))
}
