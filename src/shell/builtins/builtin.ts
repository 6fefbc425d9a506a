// What a builtin is to the shell.
import type { Blocking } from '../../os/program.ts'
import type { Assigned } from '../assign.ts'
import type { ShellState } from '../state.ts'

/** An argument of `declare` and its like: a word, or an assignment with its right side expanded. */
export type Argument = string | Assigned

interface Described {
  readonly name: string
  /** As `help -s` has it, without the name: `[-L|[-P [-e]] [-@]] [dir]`. */
  readonly usage: string
  /** As `help -d` has it. */
  readonly summary: string
}

export interface PlainBuiltin extends Described {
  readonly declares: false
  /** Its exit status. `name` is what it was called by: `[`, `source`. */
  run(shell: ShellState, args: readonly string[], name: string): number | Blocking<number>
}

export interface DeclaringBuiltin extends Described {
  readonly declares: true
  declare(shell: ShellState, name: string, args: readonly Argument[]): number | Blocking<number>
}

export type Builtin = PlainBuiltin | DeclaringBuiltin

/** The shape most builtins have. */
export function builtin(
  name: string,
  usage: string,
  summary: string,
  run: PlainBuiltin['run'],
): PlainBuiltin {
  return { name, usage, summary, declares: false, run }
}

/** `-z: invalid option`, and how it is used; status 2. */
export function invalidOption(
  shell: ShellState,
  described: Described,
  option: string,
  name = described.name,
): number {
  shell.report(`${name}: ${option}: invalid option`)
  if (shell.dialect) return 2
  return usageError(shell, described, name)
}

/** Status 2. */
export function usageError(shell: ShellState, described: Described, name = described.name): number {
  shell.err(`${name}: usage: ${name}${described.usage ? ` ${described.usage}` : ''}\n`)
  return 2
}

export function notSupported(shell: ShellState, name: string, what: string): number {
  shell.err(`bash: ${name}: ${what} is not supported in vethlab\n`)
  return 1
}

/** What `exit`, `return`, `break` and `shift` say to a second argument: the rest of the line is given up. */
export function tooManyArguments(shell: ShellState, name: string): number {
  shell.discard(`${name}: too many arguments`)
  return 1
}

/** Options of one letter from the front of the arguments; `values` take what follows. */
export interface Options {
  readonly letters: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
  /** The first one that is not known, or whose value is missing (with `:` before it). */
  readonly wrong: string | null
}

export function parseOptions(args: readonly string[], known: string, withValue = ''): Options {
  const letters = new Set<string>()
  const values = new Map<string, string>()
  let i = 0
  for (; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--') {
      i++
      break
    }
    if (!arg.startsWith('-') || arg === '-') break
    for (let k = 1; k < arg.length; k++) {
      const c = arg[k] ?? ''
      if (withValue.includes(c)) {
        const value = k + 1 < arg.length ? arg.slice(k + 1) : args[++i]
        if (value === undefined) return { letters, values, rest: [], wrong: `:-${c}` }
        letters.add(c)
        values.set(c, value)
        break
      }
      if (!known.includes(c)) return { letters, values, rest: [], wrong: `-${c}` }
      letters.add(c)
    }
  }
  return { letters, values, rest: args.slice(i), wrong: null }
}

/** A count of loops or levels; the status to end with when it is none. */
export function parseCount(text: string): number | null {
  return /^[+-]?\d+$/.test(text.trim()) ? Number(text) : null
}
