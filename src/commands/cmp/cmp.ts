import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type CmpOption = 'b' | 'l' | 's'

const OPTIONS: OptionTable<CmpOption> = {
  b: ['-b, --print-bytes', 'print differing bytes'],
  l: ['-l, --verbose', 'output byte numbers and differing byte values'],
  s: ['-s, --quiet, --silent', 'suppress all normal output'],
}

const TROUBLE = 2

export const cmpCommand: Command = defineTool<CmpOption>({
  name: 'cmp',
  path: '/usr/bin/cmp',
  summary: 'compare two files byte by byte',
  usage: ['[OPTION]... FILE1 [FILE2]'],
  options: OPTIONS,
  refused: ['-i, --ignore-initial=SKIP', '-n, --bytes=LIMIT'],
  badUsage: TROUBLE,
  unflushedErrors: true,
  main: cmp,
})

function* cmp(tool: Tool, args: Args<CmpOption>): Blocking<number> {
  const [one, two = '-', extra] = args.operands
  if (one === undefined) return tool.usageError(`missing operand after ${quote(tool.name)}`)
  if (extra !== undefined) return tool.unsupported('SKIP')
  if (args.has('b')) return tool.unsupported('-b')
  const contents: Uint8Array[] = []
  for (const name of [one, two]) {
    const input = openInput(tool.p, name)
    const octets = isErrno(input) ? input : yield* input.octets()
    const error = isErrno(input) ? input : input.error
    if (isErrno(octets) || error !== null) {
      if (!args.has('s')) tool.complain(`${quoteFile(name)}: ${error?.text ?? ''}`)
      return TROUBLE
    }
    contents.push(octets)
  }
  const [a = new Uint8Array(0), b = new Uint8Array(0)] = contents
  return compare(tool, args, { name: one, octets: a }, { name: two, octets: b })
}

interface Side {
  readonly name: string
  readonly octets: Uint8Array
}

function compare(tool: Tool, args: Args<CmpOption>, a: Side, b: Side): number {
  const length = Math.min(a.octets.length, b.octets.length)
  const width = String(Math.max(a.octets.length, b.octets.length)).length
  let line = 1
  let status = 0
  for (let i = 0; i < length; i++) {
    const [x = 0, y = 0] = [a.octets[i], b.octets[i]]
    if (x !== y) {
      status = 1
      if (args.has('s')) return 1
      if (!args.has('l')) {
        tool.out.print(`${a.name} ${b.name} differ: byte ${i + 1}, line ${line}\n`)
        return 1
      }
      const octal = (value: number): string => value.toString(8).padStart(3)
      tool.out.print(`${String(i + 1).padStart(width)} ${octal(x)} ${octal(y)}\n`)
    }
    if (x === 0x0a) line++
  }
  if (a.octets.length === b.octets.length) return status
  const shorter = a.octets.length < b.octets.length ? a : b
  const whole = shorter.octets.at(-1) === 0x0a
  const where = args.has('l') ? '' : whole ? `, line ${line - 1}` : `, in line ${line}`
  const after = length === 0 ? 'which is empty' : `after byte ${length}${where}`
  if (!args.has('s')) tool.complain(`EOF on ${shorter.name} ${after}`)
  return 1
}
