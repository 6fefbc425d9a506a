// Backslash escapes of echo -e and printf.
import { octetText } from '../../wire/utf8.ts'

/** The text an escape stands for and where it ends; `stop` ends all output (`\c`). */
export interface Escape {
  readonly text: string
  readonly end: number
  readonly stop: boolean
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Reads what follows the backslash at `at`. `zeroOctal`: a leading 0 is not one of the three digits (echo, %b). */
export function readEscape(text: string, at: number, zeroOctal: boolean): Escape {
  const c = text[at + 1]
  const simple = c === undefined ? undefined : SIMPLE[c]
  if (simple !== undefined) return { text: simple, end: at + 2, stop: false }
  if (c === 'c') return { text: '', end: text.length, stop: true }
  const rest = text.slice(at + 1)
  const octal = zeroOctal ? /^(?:0([0-7]{0,3})|([1-7][0-7]{0,2}))/.exec(rest) : /^([0-7]{1,3})/.exec(rest)
  if (octal) {
    const code = parseInt(octal[1] ?? octal[2] ?? '', 8) || 0
    return { text: octetText(code & 255), end: at + 1 + octal[0].length, stop: false }
  }
  const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest)
  if (hex) return { text: octetText(parseInt(hex[1] ?? '0', 16)), end: at + 1 + hex[0].length, stop: false }
  const unicode = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest)
  if (unicode) {
    const code = parseInt(unicode[1] ?? unicode[2] ?? '0', 16)
    if (code <= 0x10ffff)
      return { text: String.fromCodePoint(code), end: at + 1 + unicode[0].length, stop: false }
  }
  return { text: '\\', end: at + 1, stop: false }
}
