import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, readLines } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { compareBytes, comparator, type Ordering } from './compare.ts'
import { parseKey, type SortKey } from './key.ts'
import { sorted } from './mergesort.ts'

type SortOption =
  | 'b'
  | 'c'
  | 'C'
  | 'd'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'k'
  | 'm'
  | 'M'
  | 'n'
  | 'o'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'V'
  | 'z'

const OPTIONS: OptionTable<SortOption> = {
  b: ['-b, --ignore-leading-blanks', 'ignore leading blanks'],
  d: ['-d, --dictionary-order', 'consider only blanks and alphanumeric characters'],
  f: ['-f, --ignore-case', 'fold lower case to upper case characters'],
  g: ['-g, --general-numeric-sort', 'compare according to general numerical value'],
  i: ['-i, --ignore-nonprinting', 'consider only printable characters'],
  M: ['-M, --month-sort', "compare (unknown) < 'JAN' < ... < 'DEC'"],
  h: ['-h, --human-numeric-sort', 'compare human readable numbers (e.g., 2K 1G)'],
  n: ['-n, --numeric-sort', 'compare according to string numerical value'],
  r: ['-r, --reverse', 'reverse the result of comparisons'],
  V: ['-V, --version-sort', 'natural sort of (version) numbers within text'],
  c: ['-c, --check', 'check for sorted input; do not sort'],
  C: ['-C', 'like -c, but do not report first bad line'],
  k: ['-k, --key=KEYDEF', 'sort via a key; KEYDEF gives location and type'],
  m: ['-m, --merge', 'merge already sorted files'],
  o: ['-o, --output=FILE', 'write result to FILE instead of standard output'],
  s: ['-s, --stable', 'stabilize sort by disabling last-resort comparison'],
  t: ['-t, --field-separator=SEP', 'use SEP instead of non-blank to blank transition'],
  u: ['-u, --unique', 'output only the first of an equal run'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

const TROUBLE = 2

export const sortCommand: Command = defineTool<SortOption>({
  name: 'sort',
  path: '/usr/bin/sort',
  summary: 'sort lines of text files',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: [
    '-R, --random-sort',
    '-S, --buffer-size=SIZE',
    '-T, --temporary-directory=DIR',
    '--batch-size=NMERGE',
    '--compress-program=PROG',
    '--debug',
    '--files0-from=F',
    '--parallel=N',
    '--random-source=FILE',
    '--sort=WORD',
  ],
  badUsage: TROUBLE,
  main: sort,
})

const ORDERINGS = ['b', 'd', 'f', 'g', 'h', 'i', 'M', 'n', 'r', 'V'] as const

function* sort(tool: Tool, args: Args<SortOption>): Blocking<number> {
  const ordering: Ordering = new Set(ORDERINGS.filter((id) => args.has(id)))
  const keys: SortKey[] = []
  for (const text of args.all('k')) {
    const key = parseKey(text, ordering)
    if ('error' in key) {
      tool.complain(key.error)
      return TROUBLE
    }
    keys.push(key)
  }
  const tab = args.last('t')
  const separator = tab === '\\0' ? '\0' : tab
  if (separator === '') {
    tool.complain('empty tab')
    return TROUBLE
  }
  if (separator !== null && [...separator].length > 1) {
    tool.complain(`multi-character tab ‘${separator}’`)
    return TROUBLE
  }
  const end = args.has('z') ? 0 : 10
  const byKeys = comparator(keys, ordering, separator)
  const last = args.has('s') || args.has('u')
  const reverse = ordering.has('r')
  const compare = (a: string, b: string): number => {
    const order = byKeys(a, b)
    if (order !== 0 || last) return order
    return reverse ? compareBytes(b, a) : compareBytes(a, b)
  }
  if (args.has('c') || args.has('C')) return yield* check(tool, args, compare, end)
  const files: (readonly string[])[] = []
  for (const name of args.operands.length > 0 ? args.operands : ['-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(
        input.name === 'EISDIR'
          ? `read failed: ${quoteFile(name)}: ${input.text}`
          : `cannot read: ${quoteFile(name)}: ${input.text}`,
      )
      return TROUBLE
    }
    files.push(yield* readLines(input, end))
    input.close()
  }
  const lines = args.has('m') ? merge(files, compare) : yield* sorted(tool.p, files.flat(), compare)
  const kept = args.has('u')
    ? lines.filter((line, i) => i === 0 || compare(lines[i - 1] ?? '', line) !== 0)
    : lines
  const terminator = end === 0 ? '\0' : '\n'
  const target = args.last('o')
  if (target !== null) {
    const error = tool.p.fs.writeFile(target, kept.map((line) => line + terminator).join(''))
    if (error === null) return 0
    tool.complain(`open failed: ${quoteFile(target)}: ${error.text}`)
    return TROUBLE
  }
  for (const line of kept) {
    tool.out.print(line + terminator)
    yield* tool.out.room()
  }
  return 0
}

/** Takes the least of the first lines of all files again and again, so that what is not sorted stays as it is. */
function merge(files: readonly (readonly string[])[], compare: (a: string, b: string) => number): string[] {
  const queues = files.map((lines) => ({ lines, at: 0 }))
  const merged: string[] = []
  for (;;) {
    let least: (typeof queues)[number] | null = null
    let line = ''
    for (const queue of queues) {
      const head = queue.lines[queue.at]
      if (head === undefined || (least !== null && compare(head, line) >= 0)) continue
      least = queue
      line = head
    }
    if (least === null) return merged
    merged.push(line)
    least.at++
  }
}

function* check(
  tool: Tool,
  args: Args<SortOption>,
  compare: (a: string, b: string) => number,
  end: number,
): Blocking<number> {
  const [name = '-', extra] = args.operands
  if (extra !== undefined) {
    tool.complain(`extra operand ${quoteFile(extra)} not allowed with -${args.has('C') ? 'C' : 'c'}`)
    return TROUBLE
  }
  const input = openInput(tool.p, name)
  if (isErrno(input)) {
    tool.complain(`cannot read: ${quoteFile(name)}: ${input.text}`)
    return TROUBLE
  }
  const most = args.has('u') ? -1 : 0
  let before: string | null = null
  for (let n = 1; ; n++) {
    const line: string | null = yield* input.line(end)
    if (line === null) return 0
    if (before !== null && compare(before, line) > most) {
      if (!args.has('C')) tool.complain(`${name}:${n}: disorder: ${line}`)
      return 1
    }
    before = line
  }
}
