import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, type Input } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type WcOption = 'c' | 'm' | 'l' | 'L' | 'w'

const OPTIONS: OptionTable<WcOption> = {
  c: ['-c, --bytes', 'print the byte counts'],
  m: ['-m, --chars', 'print the character counts'],
  l: ['-l, --lines', 'print the newline counts'],
  L: ['-L, --max-line-length', 'print the maximum display width'],
  w: ['-w, --words', 'print the word counts'],
}

/** In the order they are printed. */
const COLUMNS = ['l', 'w', 'm', 'c', 'L'] as const
type Counts = Record<(typeof COLUMNS)[number], number>

const TAB = 9
const NEWLINE = 10
const VERTICAL_TAB = 11
const CARRIAGE_RETURN = 13

export const wcCommand: Command = defineTool<WcOption>({
  name: 'wc',
  path: '/usr/bin/wc',
  summary: 'count newlines, words and bytes',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: ['--files0-from=F'],
  main: wc,
})

function* wc(tool: Tool, args: Args<WcOption>): Blocking<number> {
  const asked = COLUMNS.filter((c) => args.has(c))
  const columns = asked.length > 0 ? asked : (['l', 'w', 'c'] as const)
  const names = args.operands
  const width = numberWidth(tool, names, columns.length)
  let total: Counts = { l: 0, w: 0, m: 0, c: 0, L: 0 }
  let status = 0
  for (const name of names.length > 0 ? names : ['-']) {
    const input = openInput(tool.p, name)
    let counts: Counts = { l: 0, w: 0, m: 0, c: 0, L: 0 }
    if (isErrno(input)) {
      tool.complain(`${quoteFile(name)}: ${input.text}`)
      status = 1
      if (input.name !== 'EISDIR') continue
    } else {
      counts = yield* countInput(input, columns)
      if (input.error !== null) {
        tool.complain(`${quoteFile(name)}: ${input.error.text}`)
        status = 1
      }
      input.close()
    }
    print(tool, counts, columns, width, names.length > 0 ? name : '')
    total = {
      l: total.l + counts.l,
      w: total.w + counts.w,
      m: total.m + counts.m,
      c: total.c + counts.c,
      L: Math.max(total.L, counts.L),
    }
  }
  if (names.length > 1) print(tool, total, columns, width, 'total')
  return status
}

function print(
  tool: Tool,
  counts: Readonly<Counts>,
  columns: readonly (keyof Counts)[],
  width: number,
  name: string,
): void {
  const numbers = columns.map((c) => String(counts[c]).padStart(width)).join(' ')
  tool.out.print(`${numbers}${name === '' ? '' : ` ${name}`}\n`)
}

/** Wide enough for the sizes of all files; 7 where a size is not known, 1 for a single number. */
function numberWidth(tool: Tool, names: readonly string[], columns: number): number {
  if (names.length <= 1 && columns === 1) return 1
  if (tool.make === 'busybox') return 9
  let total = 0
  let least = 1
  for (const name of names.length > 0 ? names : ['-']) {
    const stat = name === '-' ? tool.p.io.fds.get(0)?.stat() : tool.p.fs.stat(name)
    if (stat === undefined) least = 7
    else if (!isErrno(stat)) {
      if (stat.kind === 'file') total += stat.size
      else least = 7
    }
  }
  return Math.max(least, String(total).length)
}

function* countInput(input: Input, columns: readonly (keyof Counts)[]): Blocking<Counts> {
  const counts: Counts = { l: 0, w: 0, m: 0, c: 0, L: 0 }
  const plain = columns.every((column) => column === 'c' || column === 'l')
  const place: Place = { inWord: false, width: 0 }
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0) break
    counts.c += chunk.length
    if (!plain) count(chunk, counts, place)
    else for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) counts.l++
  }
  counts.L = Math.max(counts.L, place.width)
  return counts
}

/** What one piece of an input leaves to the next. */
interface Place {
  inWord: boolean
  /** Columns that the line takes so far. */
  width: number
}

/** Ref: coreutils src/wc.c:wc() */
function count(octets: Uint8Array, counts: Counts, place: Place): void {
  let { inWord, width } = place
  for (const octet of octets) {
    // Of a character's octets only the first counts.
    if ((octet & 0xc0) === 0x80) continue
    counts.m++
    if (octet > 32) {
      width++
      if (!inWord) counts.w++
      inWord = true
    } else if (octet === 32 || octet === TAB) {
      width += octet === TAB ? 8 - (width % 8) : 1
      inWord = false
    } else if (octet >= NEWLINE && octet <= CARRIAGE_RETURN) {
      inWord = false
      if (octet === NEWLINE) counts.l++
      if (octet === VERTICAL_TAB) continue
      counts.L = Math.max(counts.L, width)
      width = 0
    }
  }
  place.inWord = inWord
  place.width = width
}
