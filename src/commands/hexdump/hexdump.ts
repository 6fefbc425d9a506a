import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { hexdumpLines } from '../lib/hexdump.ts'
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
  const format = {
    canonical: args.has('C'),
    gap: args.has('x') ? '    ' : ' ',
    all: args.has('v'),
    starsLast: false,
  }
  for (const line of hexdumpLines(octets, start, format)) {
    tool.out.print(line)
    yield* tool.out.room()
  }
  return status
}
