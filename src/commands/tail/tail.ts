import type { Blocking } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import type { Input } from '../lib/input.ts'
import { countWithSuffix, timeSpan } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TailOption = 'c' | 'n' | 'f' | 'F' | 'q' | 'v' | 's' | 'z'

const OPTIONS: OptionTable<TailOption> = {
  c: ['-c, --bytes=[+]NUM', 'output the last NUM bytes; with + from byte NUM'],
  n: ['-n, --lines=[+]NUM', 'output the last NUM lines instead of the last 10; with + from line NUM'],
  f: ['-f, --follow', 'output appended data as the file grows'],
  F: ['-F', 'same as -f'],
  q: ['-q, --quiet, --silent', 'never output headers giving file names'],
  v: ['-v, --verbose', 'always output headers giving file names'],
  s: ['-s, --sleep-interval=N', 'with -f, sleep for N seconds between looks'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

export const tailCommand: Command = defineTool<TailOption>({
  name: 'tail',
  path: '/usr/bin/tail',
  summary: 'print the last part of files',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: ['--max-unchanged-stats=N', '--pid=PID', '--retry'],
  digits: 'n',
  main: tail,
})

function* tail(tool: Tool, args: Args<TailOption>): Blocking<number> {
  const unit = args.lastOf('c', 'n') ?? 'n'
  const { operands, first } = obsolete(args.operands)
  const text = first ?? args.last(unit) ?? '10'
  const fromStart = text.startsWith('+')
  const count = countWithSuffix(text.replace(/^[-+]/, ''))
  if (count === null) {
    tool.complain(`invalid number of ${unit === 'c' ? 'bytes' : 'lines'}: ‘${text.replace(/^[-+]/, '')}’`)
    return 1
  }
  const interval = timeSpan(args.last('s') ?? '1')
  if (interval === null) {
    tool.complain(`invalid number of seconds: ‘${args.last('s') ?? ''}’`)
    return 1
  }
  const separator = args.has('z') ? 0 : 10
  const headers = args.lastOf('q', 'v') === 'v' || (!args.has('q') && operands.length > 1)
  let printed = false
  const follow = args.has('f') || args.has('F')
  const followed: string[] = []
  const status = yield* forEachInput(
    tool,
    operands,
    function* (file: NamedInput): Blocking<void> {
      if (headers)
        tool.out.print(`${printed ? '\n' : ''}==> ${file.name === '-' ? 'standard input' : file.name} <==\n`)
      printed = true
      followed.push(file.name)
      if (unit === 'c') yield* tailOctets(tool, file.input, count, fromStart)
      else yield* tailLines(tool, file.input, count, fromStart, separator)
      tool.out.flush()
    },
    (name, error) =>
      error === 'Is a directory'
        ? `error reading ${quote(name)}: ${error}`
        : `cannot open ${quote(name)} for reading: ${error}`,
  )
  if (tool.make === 'busybox' && followed.length === 0) tool.complain('no files')
  const files = followed.filter((name) => name !== '-')
  if (!follow || files.length === 0) return status
  return yield* followFiles(tool, files, headers, interval * SECOND)
}

/** `tail +3 FILE`. */
function obsolete(operands: readonly string[]): {
  readonly operands: readonly string[]
  readonly first: string | null
} {
  const [word = ''] = operands
  if (operands.length > 2 || !/^\+[0-9]+$/.test(word)) return { operands, first: null }
  return { operands: operands.slice(1), first: word }
}

function* tailLines(
  tool: Tool,
  input: Input,
  count: number,
  fromStart: boolean,
  separator: number,
): Blocking<void> {
  const end = Uint8Array.of(separator)
  const held: Uint8Array[] = []
  for (let n = 1; ; n++) {
    const line = yield* input.lineOctets(separator)
    if (line === null) break
    if (fromStart && n < count) continue
    held.push(line.slice())
    if (!fromStart) {
      if (held.length > count) held.shift()
      continue
    }
    tool.out.print(held.shift() ?? line)
    if (input.terminated) tool.out.print(end)
    yield* tool.out.room()
  }
  for (const [i, line] of held.entries()) {
    tool.out.print(line)
    if (input.terminated || i < held.length - 1) tool.out.print(end)
  }
}

function* tailOctets(tool: Tool, input: Input, count: number, fromStart: boolean): Blocking<void> {
  const all = yield* input.octets()
  tool.out.print(
    fromStart ? all.subarray(Math.max(0, count - 1)) : all.subarray(Math.max(0, all.length - count)),
  )
}

/** Looks again and again at what was appended, for ever. */
function* followFiles(
  tool: Tool,
  files: readonly string[],
  headers: boolean,
  interval: number,
): Blocking<number> {
  const { fs, clock } = tool.p
  const sizes = new Map(files.map((name) => [name, sizeOf(tool, name)]))
  let last = files.at(-1)
  for (;;) {
    yield* clock.sleep(interval)
    for (const name of files) {
      const seen = sizes.get(name) ?? 0
      const data = fs.readFile(name)
      if (isErrno(data) || data.length === seen) continue
      if (data.length < seen) tool.complain(`${name}: file truncated`)
      if (headers && last !== name) tool.out.print(`\n==> ${name} <==\n`)
      last = name
      tool.out.print(data.subarray(data.length < seen ? 0 : seen))
      tool.out.flush()
      sizes.set(name, data.length)
    }
    yield* tool.out.room()
  }
}

function sizeOf(tool: Tool, name: string): number {
  const data = tool.p.fs.readFile(name)
  return isErrno(data) ? 0 : data.length
}
