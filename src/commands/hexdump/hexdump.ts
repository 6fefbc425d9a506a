import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type HexdumpOption = 'C' | 'n' | 's' | 'v' | 'x'

const OPTIONS: OptionTable<HexdumpOption> = {
  C: ['-C, --canonical', 'canonical hex+ASCII display'],
  n: ['-n, --length=LENGTH', 'interpret only length bytes of input'],
  s: ['-s, --skip=OFFSET', 'skip offset bytes from the beginning'],
  v: ['-v, --no-squeezing', 'output identical lines'],
  x: ['-x, --two-bytes-hex', 'two-byte hexadecimal display'],
}

export const hexdumpCommand: Command = defineTool<HexdumpOption>({
  name: 'hexdump',
  path: '/usr/bin/hexdump',
  summary: 'display file contents in hexadecimal',
  usage: ['[options] <file>...'],
  options: OPTIONS,
  refused: [
    '-b, --one-byte-octal',
    '-c, --one-byte-char',
    '-d, --two-bytes-decimal',
    '-o, --two-bytes-octal',
    '-e, --format=FORMAT',
    '-f, --format-file=FILE',
    '-L, --color[=MODE]',
  ],
  main: hexdump,
})

const ROW = 16

function* hexdump(tool: Tool, args: Args<HexdumpOption>): Blocking<number> {
  let status = 0
  const parts: number[] = []
  for (const name of args.operands.length > 0 ? args.operands : ['-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${name}: ${input.text}`)
      status = 1
      continue
    }
    for (const octet of yield* input.octets()) parts.push(octet)
    input.close()
  }
  if (status === 1 && parts.length === 0) {
    tool.complain('all input file arguments failed')
    return 1
  }
  const start = wholeNumber(args.last('s') ?? '0', 0) ?? 0
  const length = wholeNumber(args.last('n') ?? '', 0) ?? parts.length
  const octets = parts.slice(start, start + length)
  const canonical = args.has('C')
  const offset = (at: number): string => (start + at).toString(16).padStart(canonical ? 8 : 7, '0')
  let before = ''
  let squeezed = false
  for (let at = 0; at < octets.length; at += ROW) {
    const row = octets.slice(at, at + ROW)
    const text = canonical ? canonicalRow(row) : wordRow(row, args.has('x') ? '    ' : ' ')
    if (text === before && row.length === ROW && !args.has('v')) {
      if (!squeezed) tool.out.print('*\n')
      squeezed = true
      continue
    }
    before = text
    squeezed = false
    tool.out.print(`${offset(at)}${text}\n`)
    yield* tool.out.room()
  }
  if (octets.length > 0) tool.out.print(`${offset(octets.length)}\n`)
  return status
}

function canonicalRow(row: readonly number[]): string {
  let text = ''
  for (let i = 0; i < ROW; i++) {
    const octet = row[i]
    text += `${i % 8 === 0 ? '  ' : ' '}${octet === undefined ? '  ' : octet.toString(16).padStart(2, '0')}`
  }
  const shown = row.map((octet) => (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.')).join('')
  return `${text}  |${shown}|`
}

/** Words of two octets, the low one first. */
function wordRow(row: readonly number[], before: string): string {
  let text = ''
  for (let i = 0; i < ROW; i += 2) {
    const [low, high = 0] = [row[i], row[i + 1]]
    const word = low === undefined ? '    ' : ((high << 8) | low).toString(16).padStart(4, '0')
    text += `${before}${word}`
  }
  return text
}
