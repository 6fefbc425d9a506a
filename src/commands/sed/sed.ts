import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Lines } from './lines.ts'
import { Output } from './output.ts'
import { NO_LABEL, parseScript } from './parse.ts'
import type { Piece } from './reader.ts'
import { Runner } from './run.ts'
import type { Script } from './script.ts'
import { USAGE } from './usage.ts'

type SedOption = 'n' | 'e' | 'f' | 'i' | 'E' | 's' | 'u' | 'z' | 'l' | 'help' | 'version'

const OPTIONS: OptionTable<SedOption> = {
  n: ['-n, --quiet, --silent', 'suppress automatic printing of pattern space'],
  e: ['-e, --expression=SCRIPT', 'add the script to the commands to be executed'],
  f: ['-f, --file=SCRIPT-FILE', 'add the contents of script-file to the commands to be executed'],
  i: ['-i, --in-place[=SUFFIX]', 'edit files in place (makes backup if SUFFIX supplied)'],
  l: ['-l, --line-length=N', 'accepted; l wraps at 70'],
  E: ['-E, -r, --regexp-extended', 'use extended regular expressions in the script'],
  s: ['-s, --separate', 'consider files as separate rather than as a single stream'],
  u: ['-u, --unbuffered', 'load minimal amounts of data from the input files'],
  z: ['-z, --null-data', 'separate lines by NUL characters'],
  help: ['--help', 'display help and exit'],
  version: ['--version', 'output version information and exit'],
}

export const sedCommand: Command = defineTool<SedOption>({
  name: 'sed',
  path: '/usr/bin/sed',
  unflushedErrors: true,
  summary: 'edit text as it streams by',
  usage: ['[OPTION]... SCRIPT [FILE]...'],
  options: OPTIONS,
  refused: ['--debug', '--follow-symlinks', '--posix', '--sandbox'],
  forms: [
    'addresses: N, $, /re/IM, \\cREc, first~step, A,B  A,+N  A,~N  0,/re/, !',
    'commands: s///gpNIMw, y, p, P, d, D, a, i, c, n, N, h, H, g, G, x, q, Q, r, R, w, W, =, l, F, z, b, t, T, : and {}',
    'in s: & \\1…\\9 \\n \\t \\U \\L \\u \\l \\E',
  ],
  hint: USAGE,
  ownHelp: true,
  main: sed,
})

const BAD_INPUT = 2
const PANIC = 4

function* sed(tool: Tool, args: Args<SedOption>): Blocking<number> {
  if (args.has('help') || args.has('version')) {
    tool.out.print(
      args.has('help') ? `${USAGE}E-mail bug reports to: <bug-sed@gnu.org>.\n` : 'sed (GNU sed) 4.9\n',
    )
    return 0
  }
  const operands = [...args.operands]
  const pieces = yield* scriptPieces(tool, args, operands)
  if (typeof pieces === 'number') return pieces
  const script = parseScript(pieces, args.has('E'))
  if ('error' in script) {
    tool.complain(script.error)
    return script.error.startsWith(NO_LABEL) ? PANIC : 1
  }
  if (args.has('i')) return yield* editInPlace(tool, args, script, operands)
  const names = operands.length > 0 ? operands : ['-']
  if (!args.has('s')) return yield* edit(tool, args, script, names)
  let status = 0
  for (const name of names) status = Math.max(status, yield* edit(tool, args, script, [name]))
  return status
}

function* scriptPieces(
  tool: Tool,
  args: Args<SedOption>,
  operands: string[],
): Blocking<readonly Piece[] | number> {
  const pieces: Piece[] = []
  let expressions = 0
  for (const given of args.options) {
    if (given.id === 'e')
      pieces.push({ text: given.value ?? '', name: `-e expression #${++expressions}`, file: false })
    if (given.id !== 'f') continue
    const name = given.value ?? ''
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`couldn't open file ${name}: ${input.text}`)
      return PANIC
    }
    pieces.push({ text: yield* input.text(), name, file: true })
    input.close()
  }
  if (pieces.length > 0) return joinContinued(pieces)
  const script = operands.shift()
  if (script !== undefined) return [{ text: script, name: '-e expression #1', file: false }]
  if (tool.make === 'busybox') return tool.usageError('missing operand')
  tool.p.io.err(USAGE)
  return 1
}

/** `-e 'a\' -e text`: an expression that ends with a backslash goes on in the next. */
function joinContinued(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && !last.file && /(^|[^\\])(\\\\)*\\$/.test(last.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${piece.text}` }
    } else joined.push(piece)
  }
  return joined
}

function* edit(
  tool: Tool,
  args: Args<SedOption>,
  script: Script,
  names: readonly string[],
): Blocking<number> {
  const separator = args.has('z') ? 0 : 10
  const lines = new Lines(tool, names, separator)
  const out = new Output(tool, separator, false)
  const runner = new Runner(script, lines, out, args.has('n'))
  yield* runner.run()
  return finish(tool, runner, lines)
}

function finish(tool: Tool, runner: Runner, lines: Lines): number {
  if (runner.error !== null) {
    tool.complain(`-e expression #1, char 0: ${runner.error}`)
    return 1
  }
  return runner.status > 0 ? runner.status : lines.failed ? BAD_INPUT : 0
}

function* editInPlace(
  tool: Tool,
  args: Args<SedOption>,
  script: Script,
  names: readonly string[],
): Blocking<number> {
  const { fs } = tool.p
  const suffix = args.last('i')
  const separator = args.has('z') ? 0 : 10
  if (names.length === 0) {
    tool.complain('no input files')
    return PANIC
  }
  let status = 0
  for (const name of names) {
    const stat = fs.stat(name)
    if (isErrno(stat)) {
      tool.complain(`can't read ${name}: ${stat.text}`)
      status = BAD_INPUT
      continue
    }
    if (stat.kind !== 'file') {
      tool.complain(`couldn't edit ${name}: not a regular file`)
      status = PANIC
      continue
    }
    const before = fs.readFile(name)
    const lines = new Lines(tool, [name], separator)
    const out = new Output(tool, separator, true)
    const runner = new Runner(script, lines, out, args.has('n'))
    yield* runner.run()
    status = Math.max(status, finish(tool, runner, lines))
    if (suffix !== null && !isErrno(before)) {
      fs.writeFile(suffix.includes('*') ? suffix.replaceAll('*', name) : `${name}${suffix}`, before)
    }
    const error = fs.writeFile(name, out.take())
    if (error === null) continue
    tool.complain(`couldn't open file ${name}: ${error.text}`)
    return PANIC
  }
  return status
}
