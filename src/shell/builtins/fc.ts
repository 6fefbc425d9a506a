import type { Blocking } from '../../os/program.ts'
import { deeper } from '../deep.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, notSupported } from './builtin.ts'

/** Lines that are listed when none are asked for. */
const LISTED = 16

export const fc: PlainBuiltin = builtin(
  'fc',
  '[-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]',
  'Display or execute commands from the history list.',
  (shell, args) => {
    const letters = new Set<string>()
    let i = 0
    // `-2` is a line, not an option.
    for (; /^-[a-z]/.test(args[i] ?? ''); i++) {
      for (const c of (args[i] ?? '').slice(1)) {
        if (!'elnrs'.includes(c)) return invalidOption(shell, fc, `-${c}`)
        letters.add(c)
      }
    }
    // The line being run is not meant.
    const lines = shell.historyLines.slice(0, -1)
    if (letters.has('s')) return again(shell, lines, args.slice(i))
    if (!letters.has('l')) return lines.length === 0 ? 0 : notSupported(shell, 'fc', 'an editor')
    return list(shell, lines, args.slice(i), letters)
  },
)

function list(
  shell: ShellState,
  lines: readonly string[],
  [first, last]: readonly string[],
  letters: ReadonlySet<string>,
): number {
  if (lines.length === 0) return 0
  const from = first === undefined ? Math.max(0, lines.length - LISTED) : find(shell, lines, first)
  const to = last === undefined ? lines.length - 1 : find(shell, lines, last)
  if (from === null || to === null) return shell.fail('fc', 'history specification out of range')
  const numbers = Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => Math.min(from, to) + n)
  if (letters.has('r') !== from > to) numbers.reverse()
  return shell.emit(
    'fc',
    numbers.map((n) => `${letters.has('n') ? '' : shell.historyBase + n}\t ${lines[n] ?? ''}\n`).join(''),
  )
}

/** A number, one counted from the end, or how a line begins. Ref: bash builtins/fc.def:fc_gethnum() */
function find(shell: ShellState, lines: readonly string[], word: string): number | null {
  if (/^-?\d+$/.test(word)) {
    const n = Number(word)
    const index = n < 0 ? lines.length + n : n - shell.historyBase
    return Math.max(0, Math.min(index, lines.length - 1))
  }
  const index = lines.findLastIndex((line) => line.startsWith(word))
  return index < 0 ? null : index
}

/** `fc -s`: a line once more, with other words in it. It takes the place of what asked for it. */
function again(
  shell: ShellState,
  lines: readonly string[],
  args: readonly string[],
): number | Blocking<number> {
  const changes: (readonly [string, string])[] = []
  let command: string | undefined
  for (const arg of args) {
    const equals = arg.indexOf('=')
    if (equals > 0 && command === undefined) changes.push([arg.slice(0, equals), arg.slice(equals + 1)])
    else command ??= arg
  }
  const index = command === undefined ? lines.length - 1 : find(shell, lines, command)
  const found = index === null ? undefined : lines[index]
  if (found === undefined) return shell.fail('fc', 'no command found')
  let text = found
  for (const [old, by] of changes) text = text.split(old).join(by)
  shell.historyLines[shell.historyLines.length - 1] = text
  shell.err(`${text}\n`)
  return run(shell, text)
}

function* run(shell: ShellState, text: string): Blocking<number> {
  yield* deeper(shell.language.text(shell, { ...shell.origin, text, firstLine: shell.line(), input: 'eval' }))
  return shell.status
}
