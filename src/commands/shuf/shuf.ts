import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, readLines } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type ShufOption = 'e' | 'i' | 'n' | 'r'

const OPTIONS: OptionTable<ShufOption> = {
  e: ['-e, --echo', 'treat each ARG as an input line'],
  i: ['-i, --input-range=LO-HI', 'treat each number LO through HI as an input line'],
  n: ['-n, --head-count=COUNT', 'output at most COUNT lines'],
  r: ['-r, --repeat', 'output lines can be repeated'],
}

/** Lines of a range that are kept at once. */
const MOST = 1_000_000

export const shufCommand: Command = defineTool<ShufOption>({
  name: 'shuf',
  path: '/usr/bin/shuf',
  summary: 'write a random permutation of the input lines, from the lab’s own random source',
  usage: ['[OPTION]... [FILE]', '-e [OPTION]... [ARG]...', '-i LO-HI [OPTION]...'],
  options: OPTIONS,
  refused: ['-o, --output=FILE', '--random-source=FILE', '-z, --zero-terminated'],
  main: shuf,
})

function* shuf(tool: Tool, args: Args<ShufOption>): Blocking<number> {
  const count = args.last('n')
  if (count !== null && !/^\d+$/.test(count)) {
    tool.complain(`invalid line count: ${quoteWord(count)}`)
    return 1
  }
  const lines = yield* linesOf(tool, args)
  if (lines === null) return 1
  const most = count === null ? Infinity : Number(count)
  if (args.has('r')) {
    if (lines.length === 0 && most > 0) {
      tool.complain('no lines to repeat')
      return 1
    }
    for (let i = 0; i < most; i++) {
      tool.out.print(`${lines[below(tool.p, lines.length)] ?? ''}\n`)
      yield* tool.out.room()
    }
    return 0
  }
  const shown = Math.min(most, lines.length)
  for (let i = 0; i < shown; i++) {
    const j = i + below(tool.p, lines.length - i)
    ;[lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? '']
    tool.out.print(`${lines[i]}\n`)
    yield* tool.out.room()
  }
  return 0
}

function below(p: Process, limit: number): number {
  return Math.floor((p.random() / 2 ** 32) * limit)
}

/** Null after a complaint. */
function* linesOf(tool: Tool, args: Args<ShufOption>): Blocking<string[] | null> {
  if (args.has('e')) return [...args.operands]
  const range = args.last('i')
  const [name = '-', extra] = args.operands
  const beyond = range === null ? extra : args.operands[0]
  if (beyond !== undefined) {
    tool.usageError(`extra operand ${quoteWord(beyond)}`)
    return null
  }
  if (range === null) {
    const input = openInput(tool.p, name)
    if (!isErrno(input)) return yield* readLines(input)
    tool.complain(`${quoteFile(name)}: ${input.text}`)
    return null
  }
  const [, low = '', high = ''] = /^(\d+)-(\d+)$/.exec(range) ?? []
  const size = Number(high) - Number(low) + 1
  if (low === '' || size < 0) {
    tool.complain(`invalid input range: ${quoteWord(range)}`)
    return null
  }
  if (size > MOST) {
    tool.unsupported(`a range of more than ${MOST} numbers`)
    return null
  }
  return Array.from({ length: size }, (_, i) => String(Number(low) + i))
}
