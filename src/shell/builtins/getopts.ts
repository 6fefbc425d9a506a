import { assign } from '../assign.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, usageError } from './builtin.ts'

export const getopts: PlainBuiltin = builtin(
  'getopts',
  'optstring name [arg ...]',
  'Parse option arguments.',
  (shell, args) => {
    const [optstring, name, ...given] = args
    if (optstring === undefined || name === undefined) return usageError(shell, getopts)
    return next(shell, optstring, name, given.length > 0 ? given : shell.positional)
  },
)

function next(shell: ShellState, optstring: string, name: string, args: readonly string[]): number {
  const { vars } = shell
  const index = Math.max(1, Number(vars.get('OPTIND') ?? 1))
  // Within `-abc` the letter that comes next; it starts anew with each argument.
  const place = shell.optionPlace.index === index ? shell.optionPlace.place : 1
  const silent = optstring.startsWith(':')
  const arg = args[index - 1]
  if (arg === undefined || !arg.startsWith('-') || arg === '-' || arg === '--') {
    if (arg === '--') vars.put('OPTIND', String(index + 1))
    assign(shell, name, null, '?')
    vars.delete('OPTARG')
    return 1
  }
  const letter = arg[place] ?? ''
  const more = place + 1 < arg.length
  const advance = (by: number): void => {
    vars.put('OPTIND', String(index + by))
    shell.optionPlace = { index: index + by, place: 1 }
  }
  const at = letter === ':' ? -1 : optstring.indexOf(letter, silent ? 1 : 0)
  if (at < 0) {
    if (more) shell.optionPlace = { index, place: place + 1 }
    else advance(1)
    return wrong(shell, name, letter, silent, '?', 'illegal option -- ')
  }
  if (optstring[at + 1] !== ':') {
    if (more) shell.optionPlace = { index, place: place + 1 }
    else advance(1)
    vars.delete('OPTARG')
    return assign(shell, name, null, letter) ? 0 : 1
  }
  if (more) {
    vars.put('OPTARG', arg.slice(place + 1))
    advance(1)
  } else {
    const value = args[index]
    advance(value === undefined ? 1 : 2)
    if (value === undefined) return wrong(shell, name, letter, silent, ':', 'option requires an argument -- ')
    vars.put('OPTARG', value)
  }
  return assign(shell, name, null, letter) ? 0 : 1
}

function wrong(
  shell: ShellState,
  name: string,
  letter: string,
  silent: boolean,
  mark: string,
  message: string,
): number {
  if (silent) shell.vars.put('OPTARG', letter)
  else {
    shell.vars.delete('OPTARG')
    if (shell.vars.get('OPTERR') !== '0') shell.err(`${shell.arg0}: ${message}${letter}\n`)
  }
  return assign(shell, name, null, silent ? mark : '?') ? 0 : 1
}
