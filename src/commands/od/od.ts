import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type OdOption = 'A' | 'a' | 'b' | 'c' | 'd' | 'h' | 'j' | 'N' | 'o' | 's' | 't' | 'v' | 'w' | 'x'

const OPTIONS: OptionTable<OdOption> = {
  A: ['-A, --address-radix=RADIX', 'output format for file offsets; RADIX is one of [doxn]'],
  a: ['-a', 'same as -t a: named characters'],
  b: ['-b', 'same as -t o1'],
  c: ['-c', 'same as -t c'],
  d: ['-d', 'same as -t u2'],
  h: ['-h', 'same as -x'],
  j: ['-j, --skip-bytes=BYTES', 'skip BYTES input bytes first'],
  N: ['-N, --read-bytes=BYTES', 'limit dump to BYTES input bytes'],
  o: ['-o', 'same as -t o2'],
  s: ['-s', 'same as -t d2'],
  t: ['-t, --format=TYPE', 'select output format: a, c, or d o u x with 1, 2 or 4, and z for the characters'],
  v: ['-v, --output-duplicates', 'do not use * to mark line suppression'],
  w: ['-w[BYTES], --width[=BYTES]', 'output BYTES bytes per output line; 32 is implied'],
  x: ['-x', 'same as -t x2'],
}

export const odCommand: Command = defineTool<OdOption>({
  name: 'od',
  path: '/usr/bin/od',
  summary: 'dump files in octal and other formats',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: ['-f', '-i', '-l', '-S, --strings[=BYTES]', '--endian={big|little}', '--traditional'],
  main: od,
})

interface Format {
  readonly size: 1 | 2 | 4
  /** Of a cell, without the blank before it. */
  readonly width: number
  readonly show: (value: number) => string
  readonly text: boolean
}

const WIDTHS = {
  o: { 1: 3, 2: 6, 4: 11 },
  x: { 1: 2, 2: 4, 4: 8 },
  u: { 1: 3, 2: 5, 4: 10 },
  d: { 1: 4, 2: 6, 4: 11 },
} as const
const SHORT = { a: 'a', b: 'o1', c: 'c', d: 'u2', h: 'x2', o: 'o2', s: 'd2', x: 'x2' } as const

function formatOf(spelled: string): Format | null {
  if (spelled === 'a') return { size: 1, width: 3, show: named, text: false }
  if (spelled === 'c') return { size: 1, width: 3, show: character, text: false }
  const [, kind = '', digits = '4', z = ''] = /^([doux])([124]?)(z?)$/.exec(spelled) ?? []
  if (kind !== 'd' && kind !== 'o' && kind !== 'u' && kind !== 'x') return null
  const size = digits === '1' ? 1 : digits === '2' ? 2 : 4
  const width = WIDTHS[kind][size]
  const radix = kind === 'o' ? 8 : kind === 'x' ? 16 : 10
  const padded = kind === 'o' || kind === 'x'
  const show = (value: number): string => {
    if (!padded) return String(kind === 'd' && value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value)
    return value.toString(radix).padStart(width, '0')
  }
  return { size, width, show, text: z !== '' }
}

const ESCAPES: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
}

function character(octet: number): string {
  if (octet >= 32 && octet < 127) return String.fromCharCode(octet)
  return ESCAPES[octet] ?? octet.toString(8).padStart(3, '0')
}

/** Octets below the blank, the blank and DEL by their names in ASCII; the eighth bit is nothing. */
const NAMES =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  )

function named(octet: number): string {
  const low = octet & 127
  return low === 127 ? 'del' : (NAMES[low] ?? String.fromCharCode(low))
}

function* od(tool: Tool, args: Args<OdOption>): Blocking<number> {
  const spelled = args.options.flatMap(({ id, value }) => {
    if (id === 't') return [value ?? '']
    return id in SHORT ? [SHORT[id as keyof typeof SHORT]] : []
  })
  const formats: Format[] = []
  for (const one of spelled.length > 0 ? spelled : ['o2']) {
    const format = formatOf(one)
    if (!format) {
      if (/^[acdfoux]/.test(one)) return tool.unsupported(`-t ${one}`)
      tool.complain(`invalid character '${one.charAt(0)}' in type string ${quoteWord(one)}`)
      return 1
    }
    formats.push(format)
  }
  const radix = args.last('A') ?? 'o'
  if (!['d', 'o', 'x', 'n'].includes(radix)) {
    tool.complain(`invalid output address radix '${radix}'; it must be one character from [doxn]`)
    return 1
  }
  const skip = wholeNumber(args.last('j') ?? '0', 0)
  const most = wholeNumber(args.last('N') ?? '', 0)
  const row = args.has('w') ? (wholeNumber(args.last('w') ?? '32') ?? 0) : 16
  if (skip === null || row < 1 || (args.has('N') && most === null)) {
    tool.complain(`invalid argument ${quoteWord(args.last('N') ?? args.last('j') ?? args.last('w') ?? '')}`)
    return 1
  }
  let status = 0
  let opened = 0
  const all: number[] = []
  for (const name of args.operands.length > 0 ? args.operands : ['-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${quoteFile(name)}: ${input.text}`)
      status = 1
      continue
    }
    opened++
    for (;;) {
      const octets = yield* input.chunk()
      if (octets.length === 0) break
      for (const octet of octets) all.push(octet)
      // What is read of /dev/urandom need be no more than what is asked for.
      if (most !== null && all.length >= skip + most) break
    }
    input.close()
  }
  if (opened === 0) return status
  yield* dump(tool, all.slice(skip, most === null ? undefined : skip + most), {
    skip,
    radix,
    row,
    formats,
    all: args.has('v'),
  })
  return status
}

interface Layout {
  readonly skip: number
  readonly radix: string
  readonly row: number
  readonly formats: readonly Format[]
  readonly all: boolean
}

function* dump(tool: Tool, octets: readonly number[], layout: Layout): Blocking<void> {
  const { skip, radix, row, formats } = layout
  const address = (at: number): string => {
    if (radix === 'n') return ''
    const base = { d: 10, o: 8, x: 16 }[radix] ?? 8
    return (skip + at).toString(base).padStart(radix === 'x' ? 6 : 7, '0')
  }
  // Cells of all formats line up: each takes as much for an octet as the widest does.
  const pitch = Math.max(...formats.map(({ size, width }) => (width + 1) / size))
  let before = ''
  let squeezed = false
  for (let at = 0; at < octets.length; at += row) {
    const part = octets.slice(at, at + row)
    const lines = formats.map((format) => line(part, format, pitch, row))
    const text = lines.join('\n')
    if (text === before && part.length === row && !layout.all) {
      if (!squeezed) tool.out.print('*\n')
      squeezed = true
      continue
    }
    before = text
    squeezed = false
    const indent = ' '.repeat(address(at).length)
    tool.out.print(lines.map((one, i) => `${i === 0 ? address(at) : indent}${one}\n`).join(''))
    yield* tool.out.room()
  }
  if (radix !== 'n') tool.out.print(`${address(octets.length)}\n`)
}

function line(part: readonly number[], { size, show, text }: Format, pitch: number, row: number): string {
  let out = ''
  for (let i = 0; i < part.length; i += size) {
    let value = 0
    for (let k = size - 1; k >= 0; k--) value = value * 256 + (part[i + k] ?? 0)
    out += show(value).padStart(Math.round(pitch * size))
  }
  if (!text) return out
  const shown = part.map((octet) => (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.')).join('')
  return `${out.padEnd(Math.round(pitch * row))}  >${shown}<`
}
