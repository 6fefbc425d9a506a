// Text as the shell would read it back: for `${x@Q}`, `declare -p`, `set`, `printf %q` and `set -x`.
import { decodeUtf8 } from '../../wire/utf8.ts'

/** Control characters need $'…'. */
const CONTROL = /[\x00-\x1f\x7f]/
const META = /[\s'"\\|&;()<>!{}*[\]?^$`]|^[#~]|[:=]~/

const NAMED: Record<string, string> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\E',
  '\\': '\\\\',
  "'": "\\'",
}

/** `$'a\nb'` */
export function ansiQuote(text: string): string {
  let out = ''
  for (const c of text) {
    const named = NAMED[c]
    if (named !== undefined) out += named
    else if (CONTROL.test(c)) out += `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`
    else out += c
  }
  return `$'${out}'`
}

/** Always quoted, in single quotes where they do. */
export function singleQuote(text: string): string {
  return CONTROL.test(text) ? ansiQuote(text) : `'${text.replaceAll("'", "'\\''")}'`
}

/** Quoted where it must be. */
export function quoteIfNeeded(text: string): string {
  if (text === '') return "''"
  return META.test(text) || CONTROL.test(text) ? singleQuote(text) : text
}

/** In double quotes, as `declare -p` prints values. */
export function doubleQuote(text: string): string {
  return CONTROL.test(text) ? ansiQuote(text) : `"${text.replace(/["$`\\]/g, '\\$&')}"`
}

/** With backslashes, as `printf %q` does. */
export function backslashQuote(text: string): string {
  if (text === '') return "''"
  if (CONTROL.test(text)) return ansiQuote(text)
  return text
    .replace(/[\s'"\\|&;()<>!{}*[\]?^$`,]/g, '\\$&')
    .replace(/^[#~]/, '\\$&')
    .replace(/([:=])~/g, '$1\\~')
}

/** The escapes of $'…', `echo -e` and `printf %b`, as far as they have a character of their own. */
const ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

export interface Unescaped {
  readonly text: string
  /** `\c` came: nothing more is to be printed. */
  readonly stop: boolean
}

/**
 * Backslash escapes resolved. `style`: `echo` takes octal as \0nnn; `printf` as \nnn; `b` (of %b) both.
 * Octets above 127 given as \x or octal are put together as UTF-8 where they are.
 */
export function unescape(text: string, style: 'echo' | 'printf' | 'b'): Unescaped {
  let out = ''
  let octets: number[] = []
  const flush = (): void => {
    if (octets.length > 0) out += decodeUtf8(Uint8Array.from(octets))
    octets = []
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c !== '\\' || i + 1 >= text.length) {
      flush()
      out += c
      continue
    }
    const rest = text.slice(i + 1)
    const octal = (
      style === 'echo' ? /^0[0-7]{0,3}/ : style === 'b' ? /^(?:0[0-7]{0,3}|[1-7][0-7]{0,2})/ : /^[0-7]{1,3}/
    ).exec(rest)
    const hex = /^x[0-9A-Fa-f]{1,2}/.exec(rest)
    const unicode = /^(?:u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8})/.exec(rest)
    if (octal || hex) {
      const digits = octal?.[0] ?? hex?.[0] ?? ''
      octets.push((hex ? parseInt(digits.slice(1), 16) : parseInt(digits, 8)) & 255)
      i += digits.length
      continue
    }
    flush()
    if (unicode) {
      out += String.fromCodePoint(Math.min(parseInt(unicode[0].slice(1), 16), 0x10ffff))
      i += unicode[0].length
      continue
    }
    const next = rest[0] ?? ''
    if (next === 'c' && style !== 'printf') return { text: out, stop: true }
    if (style === 'printf' && (next === '"' || next === "'" || next === '?')) out += next
    else out += ESCAPES[next] ?? `\\${next}`
    i++
  }
  flush()
  return { text: out, stop: false }
}
