// `${x@Q}` and the other transformations (bash(1), ${parameter@operator}).
import type { ShellState } from '../state.ts'
import type { Variable } from '../variables.ts'
import { changeCase } from './operations.ts'
import { doubleQuote, singleQuote, unescape } from './quote.ts'

type Value =
  | { readonly list: null; readonly scalar: string | null }
  | { readonly list: readonly string[]; readonly star: boolean }

/** Null when there is no such transformation. */
export function transformed(
  shell: ShellState,
  name: string,
  subscript: string | null,
  value: Value,
  operator: string,
): Value | null {
  const variable = shell.vars.find(name)
  if (operator === 'a') {
    const letters = variable ? attributeLetters(variable) : ''
    return value.list === null
      ? { list: null, scalar: letters }
      : { list: value.list.map(() => letters), star: value.star }
  }
  if (operator === 'A') return { list: null, scalar: assignment(variable, name, subscript, value) }
  if ((operator === 'K' || operator === 'k') && value.list !== null && variable) {
    const keys = variable.keys()
    if (operator === 'k')
      return { list: keys.flatMap((key, i) => [key, value.list[i] ?? '']), star: value.star }
    return {
      list: null,
      scalar: keys.map((key, i) => `${key} ${doubleQuote(value.list[i] ?? '')}`).join(' '),
    }
  }
  const change = CHANGES[operator]
  // Of what is not set even an unknown one gives nothing.
  if (!change) return value.list === null && value.scalar === null ? value : null
  if (value.list === null) return { list: null, scalar: value.scalar === null ? null : change(value.scalar) }
  return { list: value.list.map(change), star: value.star }
}

const CHANGES: Record<string, (text: string) => string> = {
  Q: singleQuote,
  K: singleQuote,
  k: singleQuote,
  E: (text) => unescape(text, 'printf').text,
  P: (text) => text,
  U: (text) => text.toUpperCase(),
  u: (text) => changeCase(text, '^', ''),
  L: (text) => text.toLowerCase(),
}

/** As `declare` has them: `aix`. */
export function attributeLetters(variable: Variable): string {
  return [
    variable.list ? 'a' : '',
    variable.map ? 'A' : '',
    variable.integer ? 'i' : '',
    variable.transform === 'lower' ? 'l' : '',
    variable.nameref ? 'n' : '',
    variable.readonly ? 'r' : '',
    variable.transform === 'upper' ? 'u' : '',
    variable.exported ? 'x' : '',
  ].join('')
}

function assignment(
  variable: Variable | undefined,
  name: string,
  subscript: string | null,
  value: Value,
): string {
  const letters = variable ? attributeLetters(variable) : ''
  const declared = letters ? `declare -${letters} ` : ''
  if (variable?.isArray && subscript !== null) return `${declared}${name}=${arrayText(variable)}`
  const text = value.list === null ? value.scalar : value.list[0]
  return text === null || text === undefined ? '' : `${declared}${name}=${singleQuote(text)}`
}

/** `([0]="a" [1]="b")` */
export function arrayText(variable: Variable): string {
  const keys = variable.keys()
  const values = variable.elements()
  const pairs = keys.map((key, i) => `[${variable.map ? keyText(key) : key}]=${doubleQuote(values[i] ?? '')}`)
  return variable.map ? `(${pairs.map((pair) => `${pair} `).join('')})` : `(${pairs.join(' ')})`
}

function keyText(key: string): string {
  return /^[\w@%+,./:-]+$/.test(key) && key !== '@' ? key : doubleQuote(key)
}
