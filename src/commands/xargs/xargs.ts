import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { splitWords } from './words.ts'

type XargsOption = 'z' | 'a' | 'd' | 'E' | 'I' | 'L' | 'n' | 'o' | 'P' | 'r' | 's' | 't' | 'x'

const OPTIONS: OptionTable<XargsOption> = {
  z: ['-0, --null', 'items are separated by a null, not whitespace'],
  a: ['-a, --arg-file=FILE', 'read arguments from FILE, not standard input'],
  d: ['-d, --delimiter=CHARACTER', 'items in input stream are separated by CHARACTER'],
  E: ['-E END', 'set logical EOF string'],
  I: ['-I R, -i[R], --replace[=R]', 'replace R in the command by the items, one line a command'],
  L: ['-L, --max-lines=MAX-LINES', 'use at most MAX-LINES non-blank input lines per command line'],
  n: ['-n, --max-args=MAX-ARGS', 'use at most MAX-ARGS arguments per command line'],
  o: ['-o, --open-tty', 'accepted'],
  P: ['-P, --max-procs=MAX-PROCS', 'accepted: one process runs at a time'],
  r: ['-r, --no-run-if-empty', 'if there are no arguments, do not run COMMAND'],
  s: ['-s, --max-chars=MAX-CHARS', 'limit length of command line to MAX-CHARS'],
  t: ['-t, --verbose', 'print commands before executing them'],
  x: ['-x, --exit', 'exit if the size is exceeded'],
}

export const xargsCommand: Command = defineTool<XargsOption>({
  name: 'xargs',
  path: '/usr/bin/xargs',
  summary: 'run a command with arguments from standard input',
  usage: ['[OPTION]... COMMAND [INITIAL-ARGS]...'],
  options: { ...OPTIONS, I: ['-I, --replace=R', OPTIONS.I[1]] },
  refused: [
    '--eof[=END]',
    '-i[R]',
    '-e[END]',
    '-l[MAX]',
    '-p, --interactive',
    '--process-slot-var=VAR',
    '--show-limits',
  ],
  stopAtOperand: true,
  main: xargs,
})

/** Octets that a command line may have (128 KiB). */
const MOST_CHARACTERS = 131072

function* xargs(tool: Tool, args: Args<XargsOption>): Blocking<number> {
  for (const id of ['n', 'L', 's', 'P'] as const) {
    const text = args.last(id)
    const value = text === null ? 1 : wholeNumber(text)
    if (value === null) {
      return tool.usageError(`invalid number "${text ?? ''}" for -${id} option`)
    }
    if (value < (id === 'P' ? 0 : 1)) {
      return tool.usageError(`value ${text ?? ''} for -${id} option should be >= ${id === 'P' ? 0 : 1}`)
    }
  }
  const command = args.operands.length > 0 ? args.operands : ['echo']
  const input = openInput(tool.p, args.last('a') ?? '-')
  if (isErrno(input)) {
    tool.complain(`Cannot open input file ‘${args.last('a') ?? ''}’: ${input.text}`)
    return 1
  }
  const text = yield* input.text()
  input.close()
  const mode = args.lastOf('I', 'L', 'n')
  const delimiter = args.has('z') ? '\0' : delimiterOf(args.last('d'))
  const split = splitWords(text, delimiter, mode === 'I' ? 'lines' : 'words', args.last('E'))
  if ('error' in split) {
    tool.complain(split.error)
    return 1
  }
  const runner = new Batches(tool, args)
  if (mode === 'I') {
    const mark = args.last('I') ?? '{}'
    for (const line of split.items) {
      if (line === '') continue
      if (!(yield* runner.run(command.map((word) => word.replaceAll(mark, line))))) break
    }
    return runner.status
  }
  const groups = mode === 'L' ? byLines(split.lines, Number(args.last('L'))) : [split.items]
  const most = mode === 'n' ? Number(args.last('n')) : Infinity
  const limit = Number(args.last('s') ?? MOST_CHARACTERS)
  if (split.items.length === 0) {
    if (!args.has('r')) yield* runner.run(command)
    return runner.status
  }
  for (const group of groups) {
    let batch: string[] = []
    let size = 0
    const fixed = command.reduce((sum, word) => sum + word.length + 1, 0)
    for (const item of group) {
      if (batch.length >= most || (batch.length > 0 && fixed + size + item.length + 1 > limit)) {
        if (!(yield* runner.run([...command, ...batch]))) return runner.status
        batch = []
        size = 0
      }
      batch.push(item)
      size += item.length + 1
    }
    if (batch.length > 0 && !(yield* runner.run([...command, ...batch]))) return runner.status
  }
  return runner.status
}

function delimiterOf(text: string | null): string | null {
  if (text === null) return null
  return { '\\n': '\n', '\\t': '\t', '\\0': '\0' }[text] ?? text.slice(0, 1)
}

/** Words of so many lines that are not blank. */
function byLines(lines: readonly (readonly string[])[], count: number): readonly (readonly string[])[] {
  const groups: string[][] = []
  lines.forEach((words, i) => {
    if (i % count === 0) groups.push([])
    groups.at(-1)?.push(...words)
  })
  return groups
}

class Batches {
  status = 0
  readonly #tool: Tool
  readonly #verbose: boolean

  constructor(tool: Tool, args: Args<XargsOption>) {
    this.#tool = tool
    this.#verbose = args.has('t')
  }

  /** False when nothing more is to be run. */
  *run(argv: readonly string[]): Blocking<boolean> {
    const { p, complain } = this.#tool
    const [name = ''] = argv
    if (this.#verbose) p.io.err(`${argv.join(' ')}\n`)
    const nothing = p.fs.open('/dev/null', { read: true })
    const fds = new Map(p.io.fds)
    if (!isErrno(nothing)) fds.set(0, nothing)
    let missing = false
    const pid = p.procs.spawn(
      function* (child) {
        const result = yield* execvp(child, argv)
        if (!isErrno(result)) return result
        missing = true
        complain(`${name}: ${result.text}`)
        return statusOfFailure(result)
      },
      { argv, fds },
    )
    const child = yield* p.procs.wait(pid)
    if (!isErrno(nothing)) nothing.close()
    if (isErrno(child)) return false
    if (missing) {
      this.status = child.status
      return false
    }
    if (child.signal !== null) {
      complain(`${name}: terminated by signal ${child.status - 128}`)
      this.status = 125
      return false
    }
    if (child.status === 255) {
      complain(`${name}: exited with status 255; aborting`)
      this.status = 124
      return false
    }
    if (child.status > 0) this.status = 123
    return true
  }
}
