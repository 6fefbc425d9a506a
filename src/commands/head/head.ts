import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import { countWithSuffix } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type HeadOption = 'c' | 'n' | 'q' | 'v' | 'z'

const OPTIONS: OptionTable<HeadOption> = {
  c: ['-c, --bytes=[-]NUM', 'print the first NUM bytes of each file; with - all but the last NUM'],
  n: ['-n, --lines=[-]NUM', 'print the first NUM lines instead of the first 10; with - all but the last NUM'],
  q: ['-q, --quiet, --silent', 'never print headers giving file names'],
  v: ['-v, --verbose', 'always print headers giving file names'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

export const headCommand: Command = defineTool<HeadOption>({
  name: 'head',
  path: '/usr/bin/head',
  summary: 'print the first part of files',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  digits: 'n',
  main: head,
})

function* head(tool: Tool, args: Args<HeadOption>): Blocking<number> {
  const unit = args.lastOf('c', 'n') ?? 'n'
  const text = args.last(unit) ?? '10'
  const allBut = text.startsWith('-')
  const count = countWithSuffix(text.replace(/^[-+]/, ''))
  if (count === null) {
    tool.complain(`invalid number of ${unit === 'c' ? 'bytes' : 'lines'}: ‘${text.replace(/^-/, '')}’`)
    return 1
  }
  const separator = args.has('z') ? 0 : 10
  const headers = args.lastOf('q', 'v') === 'v' || (!args.has('q') && args.operands.length > 1)
  let first = true
  return yield* forEachInput(
    tool,
    args.operands,
    function* (file: NamedInput): Blocking<void> {
      if (headers)
        tool.out.print(`${first ? '' : '\n'}==> ${file.name === '-' ? 'standard input' : file.name} <==\n`)
      first = false
      if (unit === 'c') yield* headOctets(tool, file, count, allBut)
      else yield* headLines(tool, file, count, allBut, separator)
    },
    (name, error) =>
      error === 'Is a directory'
        ? `error reading ${alwaysQuoted(name)}: ${error}`
        : `cannot open ${alwaysQuoted(name)} for reading: ${error}`,
  )
}

function alwaysQuoted(name: string): string {
  const shown = quoteFile(name)
  return shown === name ? `'${name}'` : shown
}

function* headLines(
  tool: Tool,
  file: NamedInput,
  count: number,
  allBut: boolean,
  separator: number,
): Blocking<void> {
  const held: Uint8Array[] = []
  const end = Uint8Array.of(separator)
  for (let n = 0; allBut || n < count; n++) {
    const line = yield* file.input.lineOctets(separator)
    if (line === null) return
    held.push(line)
    if (allBut && held.length <= count) continue
    const next = held.shift() ?? line
    tool.out.print(next)
    if (file.input.terminated || held.length > 0) tool.out.print(end)
    yield* tool.out.room()
  }
}

function* headOctets(tool: Tool, file: NamedInput, count: number, allBut: boolean): Blocking<void> {
  if (allBut) {
    const all = yield* file.input.octets()
    tool.out.print(all.subarray(0, Math.max(0, all.length - count)))
    return
  }
  let left = count
  while (left > 0) {
    const chunk = yield* file.input.chunk()
    if (chunk.length === 0) return
    tool.out.print(chunk.subarray(0, left))
    left -= chunk.length
    yield* tool.out.room()
  }
}
