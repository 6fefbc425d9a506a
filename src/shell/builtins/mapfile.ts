import type { Blocking } from '../../os/program.ts'
import { assignArray } from '../assign.ts'
import { singleQuote } from '../expand/quote.ts'
import { readAll } from '../expand/substitution.ts'
import type { ShellState } from '../state.ts'
import { isName } from '../variables.ts'
import type { Options, PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions, usageError } from './builtin.ts'
import { evaluate } from './eval.ts'

/** Lines from one call of `-C` to the next. */
const CALLBACK_EACH = 5000

const USAGE = '[-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]'

export const mapfile: PlainBuiltin = builtin(
  'mapfile',
  USAGE,
  'Read lines from the standard input into an indexed array variable.',
  (shell, args, name) => start(shell, args, name),
)
export const readarray: PlainBuiltin = builtin(
  'readarray',
  USAGE,
  'Read lines from a file into an array variable.',
  (shell, args, name) => start(shell, args, name),
)

function start(shell: ShellState, args: readonly string[], name: string): number | Blocking<number> {
  const options = parseOptions(args, 't', 'dnOsuCc')
  if (options.wrong !== null) {
    if (!options.wrong.startsWith(':')) return invalidOption(shell, mapfile, options.wrong, name)
    shell.report(`${name}: ${options.wrong.slice(1)}: option requires an argument`)
    return usageError(shell, mapfile, name)
  }
  return run(shell, name, options)
}

function* run(shell: ShellState, name: string, options: Options): Blocking<number> {
  const { letters, values, rest } = options
  const target = rest[0] ?? 'MAPFILE'
  const quantum = Number(values.get('c') ?? CALLBACK_EACH)
  if (!(quantum >= 1)) return shell.fail(name, `${values.get('c') ?? ''}: invalid callback quantum`)
  if (!isName(target)) return shell.fail(name, `\`${target}': not a valid identifier`)
  const file = shell.p.io.fds.get(Number(values.get('u') ?? 0))
  if (!file) return shell.fail(name, `${values.get('u') ?? 0}: invalid file descriptor: Bad file descriptor`)
  const delimiter = values.has('d') ? values.get('d') || '\0' : '\n'
  const text = yield* readAll(file)
  let lines = text.split(delimiter).map((line) => line + delimiter)
  const last = lines.pop()?.slice(0, -delimiter.length) ?? ''
  if (last !== '') lines.push(last)
  lines = lines.slice(Number(values.get('s') ?? 0))
  const count = Number(values.get('n') ?? 0)
  if (count > 0) lines = lines.slice(0, count)
  if (letters.has('t'))
    lines = lines.map((line) => (line.endsWith(delimiter) ? line.slice(0, -delimiter.length) : line))
  const origin = Number(values.get('O') ?? 0)
  const elements = lines.map((value, i) => ({ subscript: String(i + origin), value, append: false }))
  const callback = values.get('C')
  if (callback === undefined) return assignArray(shell, target, elements, values.has('O')) ? 0 : 1
  if (!values.has('O') && !assignArray(shell, target, [], false)) return 1
  for (const [i, element] of elements.entries()) {
    if ((i + 1) % quantum === 0) {
      yield* evaluate(shell, `${callback} ${element.subscript} ${singleQuote(element.value)}`)
      if (shell.unwind) return shell.status
    }
    if (!assignArray(shell, target, [element], true)) return 1
  }
  return 0
}
