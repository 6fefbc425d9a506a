import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type UniqOption = 'c' | 'd' | 'D' | 'f' | 'i' | 's' | 'u' | 'w' | 'z'

const OPTIONS: OptionTable<UniqOption> = {
  c: ['-c, --count', 'prefix lines by the number of occurrences'],
  d: ['-d, --repeated', 'only print duplicate lines, one for each group'],
  D: ['-D', 'print all duplicate lines'],
  f: ['-f, --skip-fields=N', 'avoid comparing the first N fields'],
  i: ['-i, --ignore-case', 'ignore differences in case when comparing'],
  s: ['-s, --skip-chars=N', 'avoid comparing the first N characters'],
  u: ['-u, --unique', 'only print unique lines'],
  w: ['-w, --check-chars=N', 'compare no more than N characters in lines'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

export const uniqCommand: Command = defineTool<UniqOption>({
  name: 'uniq',
  path: '/usr/bin/uniq',
  summary: 'report or omit repeated lines',
  usage: ['[OPTION]... [INPUT [OUTPUT]]'],
  options: OPTIONS,
  refused: ['--group[=METHOD]', '--all-repeated[=METHOD]'],
  main: uniq,
})

function* uniq(tool: Tool, args: Args<UniqOption>): Blocking<number> {
  const [source = '-', target, extra] = args.operands
  if (extra !== undefined) return tool.usageError(`extra operand ‘${extra}’`)
  const numbers: Record<'f' | 's' | 'w', number> = { f: 0, s: 0, w: Infinity }
  for (const [id, what] of [
    ['f', 'fields to skip'],
    ['s', 'bytes to skip'],
    ['w', 'bytes to compare'],
  ] as const) {
    const text = args.last(id)
    if (text === null) continue
    const value = wholeNumber(text)
    if (value === null || value < 0) {
      tool.complain(`${text}: invalid number of ${what}`)
      return 1
    }
    numbers[id] = value
  }
  const input = openInput(tool.p, source)
  if (isErrno(input)) {
    tool.complain(
      input.name === 'EISDIR' ? `error reading '${source}'` : `${quoteFile(source)}: ${input.text}`,
    )
    return 1
  }
  const separator = args.has('z') ? 0 : 10
  const end = args.has('z') ? '\0' : '\n'
  const kept: string[] = []
  const print = (text: string): void => {
    if (target === undefined || target === '-') tool.out.print(text)
    else kept.push(text)
  }
  let group: string[] = []
  let groupKey: string | null = null
  const flush = (): void => {
    const [first] = group
    if (first === undefined) return
    const repeated = group.length > 1
    if ((args.has('d') || args.has('D')) && !repeated) return
    if (args.has('u') && repeated) return
    if (args.has('D')) for (const line of group) print(`${line}${end}`)
    else print(`${args.has('c') ? `${String(group.length).padStart(7)} ` : ''}${first}${end}`)
  }
  for (;;) {
    const line = yield* input.line(separator)
    if (line === null) break
    const key = keyOf(line, numbers.f, numbers.s, numbers.w, args.has('i'))
    if (key !== groupKey) {
      flush()
      group = []
      yield* tool.out.room()
    }
    groupKey = key
    group.push(line)
  }
  flush()
  input.close()
  if (target === undefined || target === '-') return 0
  const error = tool.p.fs.writeFile(target, kept.join(''))
  if (error === null) return 0
  tool.complain(`${quoteFile(target)}: ${error.text}`)
  return 1
}

function keyOf(line: string, fields: number, characters: number, most: number, ignoreCase: boolean): string {
  let rest = line
  for (let i = 0; i < fields; i++) rest = rest.replace(/^[ \t]*[^ \t]*/, '')
  rest = rest.slice(characters)
  if (most !== Infinity) rest = rest.slice(0, most)
  return ignoreCase ? rest.toUpperCase() : rest
}
