import { quoteIfNeeded } from '../expand/quote.ts'
import { arrayText } from '../expand/transform.ts'
import { printFunction } from '../print/command.ts'
import type { SetOption } from '../options.ts'
import type { ShellState } from '../state.ts'
import { SET_OPTIONS } from '../options.ts'
import { byBytes } from '../variables.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption } from './builtin.ts'

export const set: PlainBuiltin = builtin(
  'set',
  '[-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]',
  'Set or unset values of shell options and positional parameters.',
  (shell, args) => {
    if (args.length === 0) return shell.emit('set', variables(shell))
    let i = 0
    for (; i < args.length; i++) {
      const arg = args[i] ?? ''
      if (arg === '--' || arg === '-') {
        if (arg === '-') for (const name of ['xtrace', 'verbose'] as const) shell.options.delete(name)
        if (arg === '--' || i + 1 < args.length) shell.positional = args.slice(i + 1)
        return 0
      }
      if (!/^[-+]./.test(arg)) break
      const on = arg.startsWith('-')
      for (const c of arg.slice(1)) {
        if (c === 'o') {
          const name = args[i + 1]
          if (name === undefined) {
            const status = shell.emit('set', on ? optionTable(shell) : optionCommands(shell))
            if (status !== 0) return status
          } else {
            i++
            const status = setOption(shell, name, on)
            if (status !== 0) return status
          }
          continue
        }
        const option = byLetter(c)
        if (!option) return invalidOption(shell, set, `${arg[0]}${c}`)
        change(shell, option, on)
      }
    }
    if (i < args.length) shell.positional = args.slice(i)
    return 0
  },
)

export function byLetter(letter: string): SetOption | null {
  for (const [name, own] of Object.entries(SET_OPTIONS))
    if (own === letter && letter !== '') return name as SetOption
  return null
}

function change(shell: ShellState, option: SetOption, on: boolean): void {
  if (on) shell.options.add(option)
  else shell.options.delete(option)
}

/** By its long name; 2 when there is none. */
export function setOption(shell: ShellState, name: string, on: boolean): number {
  if (!Object.hasOwn(SET_OPTIONS, name)) return shell.fail('set', `${name}: invalid option name`, 2)
  change(shell, name as SetOption, on)
  return 0
}

export function optionTable(shell: ShellState): string {
  return Object.keys(SET_OPTIONS)
    .map((name) => `${name.padEnd(15)}\t${shell.option(name as SetOption) ? 'on' : 'off'}\n`)
    .join('')
}

function optionCommands(shell: ShellState): string {
  return Object.keys(SET_OPTIONS)
    .map((name) => `set ${shell.option(name as SetOption) ? '-' : '+'}o ${name}\n`)
    .join('')
}

function variables(shell: ShellState): string {
  let out = ''
  for (const name of shell.vars.names()) {
    const variable = shell.vars.peek(name)
    if (!variable?.isSet && !(variable?.isArray ?? false)) continue
    const value = variable?.isArray ? arrayText(variable) : valueText(variable?.scalar() ?? '')
    out += `${name}=${value}\n`
  }
  for (const name of [...shell.functions.keys()].sort(byBytes)) {
    const found = shell.functions.get(name)
    if (found) out += printFunction(found.node, found.origin.text)
  }
  return out
}

function valueText(value: string): string {
  return value === '' ? '' : quoteIfNeeded(value)
}
