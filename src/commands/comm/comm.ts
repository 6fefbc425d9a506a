import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, type Input } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type CommOption = '1' | '2' | '3' | 'check' | 'nocheck'

const OPTIONS: OptionTable<CommOption> = {
  1: ['-1', 'suppress column 1 (lines unique to FILE1)'],
  2: ['-2', 'suppress column 2 (lines unique to FILE2)'],
  3: ['-3', 'suppress column 3 (lines that appear in both files)'],
  check: ['--check-order', 'check that the input is correctly sorted, even if all input lines are pairable'],
  nocheck: ['--nocheck-order', 'do not check that the input is correctly sorted'],
}

export const commCommand: Command = defineTool<CommOption>({
  name: 'comm',
  path: '/usr/bin/comm',
  summary: 'compare two sorted files line by line',
  usage: ['[OPTION]... FILE1 FILE2'],
  options: OPTIONS,
  refused: ['--output-delimiter=STR', '--total', '-z, --zero-terminated'],
  main: comm,
})

interface Side {
  readonly input: Input
  line: string | null
  /** The line before it. */
  before: string | null
  disordered: boolean
}

function* comm(tool: Tool, args: Args<CommOption>): Blocking<number> {
  const [one, two, extra] = args.operands
  if (one === undefined) return tool.usageError('missing operand')
  if (two === undefined) return tool.usageError(`missing operand after ${quoteWord(one)}`)
  if (extra !== undefined) return tool.usageError(`extra operand ${quoteWord(extra)}`)
  const sides: Side[] = []
  for (const name of [one, two]) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${quoteFile(name)}: ${input.text}`)
      return 1
    }
    sides.push({ input, line: yield* input.line(), before: null, disordered: false })
  }
  const [a, b] = sides
  if (!a || !b) return 1
  const shown = (['1', '2', '3'] as const).map((id) => !args.has(id))
  let unpaired = false
  for (;;) {
    const order = compare(a.line, b.line)
    if (order === null) break
    const line = (order <= 0 ? a.line : b.line) ?? ''
    const column = order < 0 ? 0 : order > 0 ? 1 : 2
    unpaired ||= column !== 2
    if (shown[column])
      tool.out.print(`${'\t'.repeat(shown.slice(0, column).filter(Boolean).length)}${line}\n`)
    const checks = !args.has('nocheck') && (args.has('check') || unpaired)
    if (order <= 0 && !(yield* advance(tool, a, 1, checks, args.has('check')))) return 1
    if (order >= 0 && !(yield* advance(tool, b, 2, checks, args.has('check')))) return 1
    yield* tool.out.room()
  }
  if (!a.disordered && !b.disordered) return 0
  tool.complain('input is not in sorted order')
  return 1
}

/** Null at the end of both. */
function compare(a: string | null, b: string | null): number | null {
  if (a === null) return b === null ? null : 1
  if (b === null) return -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** False when a file out of order ends it. */
function* advance(tool: Tool, side: Side, number: 1 | 2, checks: boolean, fatal: boolean): Blocking<boolean> {
  const next = yield* side.input.line()
  // At the end the last two lines are looked at once more: there may have been no reason to when they came.
  const pair = next === null ? [side.before, side.line] : [side.line, next]
  side.before = side.line
  side.line = next
  const [first, second] = pair
  if (!checks || side.disordered || first == null || second == null || first <= second) return true
  side.disordered = true
  tool.complain(`file ${number} is not in sorted order`)
  return !fatal
}
