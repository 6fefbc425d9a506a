import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type XxdOption = 'c' | 'g' | 'l' | 'p' | 'r' | 's' | 'u'

const OPTIONS: OptionTable<XxdOption> = {
  c: ['-c COLS', 'format COLS octets per line. Default 16 (-ps: 30)'],
  g: ['-g BYTES', 'number of octets per group in normal output. Default 2'],
  l: ['-l LEN', 'stop after LEN octets'],
  p: ['-p', 'output in postscript plain hexdump style'],
  r: ['-r', 'reverse operation: convert hexdump into binary'],
  s: ['-s SEEK', 'start at SEEK octets of the input'],
  u: ['-u', 'use upper case hex letters'],
}

export const xxdCommand: Command = defineTool<XxdOption>({
  name: 'xxd',
  path: '/usr/bin/xxd',
  summary: 'make a hexdump or do the reverse',
  usage: ['[options] [infile]'],
  options: OPTIONS,
  refused: ['-a', '-b', '-C', '-d', '-e', '-E', '-i', '-n NAME', '-o OFF', '-R WHEN'],
  main: xxd,
})

function* xxd(tool: Tool, args: Args<XxdOption>): Blocking<number> {
  const [name = '-', extra] = args.operands
  if (extra !== undefined) return tool.unsupported('an output file')
  const input = openInput(tool.p, name)
  if (isErrno(input)) {
    tool.complain(`${name}: ${input.text}`)
    return 2
  }
  if (args.has('r')) {
    const text = yield* input.text()
    tool.out.print(args.has('p') ? octetsOf(text) : reversed(text))
    return 0
  }
  const number = (id: XxdOption, otherwise: number): number =>
    wholeNumber(args.last(id) ?? '', 0) ?? otherwise
  const all = yield* input.octets()
  const start = number('s', 0)
  const octets = all.subarray(start, start + number('l', all.length))
  const columns = number('c', args.has('p') ? 30 : 16) || (args.has('p') ? octets.length : 16)
  const group = number('g', 2) || columns
  const hex = (octet: number): string => {
    const digits = octet.toString(16).padStart(2, '0')
    return args.has('u') ? digits.toUpperCase() : digits
  }
  for (let at = 0; at < octets.length; at += columns) {
    const row = [...octets.subarray(at, at + columns)]
    if (args.has('p')) tool.out.print(`${row.map(hex).join('')}\n`)
    else {
      const cells = row.map((octet, i) => `${i > 0 && i % group === 0 ? ' ' : ''}${hex(octet)}`).join('')
      const width = 2 * columns + Math.ceil(columns / group) - 1
      const shown = row
        .map((octet) => (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.'))
        .join('')
      tool.out.print(`${(start + at).toString(16).padStart(8, '0')}: ${cells.padEnd(width)}  ${shown}\n`)
    }
    yield* tool.out.room()
  }
  return 0
}

function octetsOf(text: string): Uint8Array {
  const pairs = text.replace(/[^0-9a-fA-F]/g, '').match(/../g) ?? []
  return Uint8Array.from(pairs, (pair) => parseInt(pair, 16))
}

/** The hexadecimal column of a dump; its offsets are taken to follow on one another. */
function reversed(text: string): Uint8Array {
  const rows = text.split('\n').map((line) => /^[0-9a-fA-F]+: ?((?:[0-9a-fA-F]+ ?)*)/.exec(line)?.[1] ?? '')
  return octetsOf(rows.join(''))
}
