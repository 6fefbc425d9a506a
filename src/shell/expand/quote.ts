// Text as the shell would read it back: for `${x@Q}`, `declare -p`, `set`, `printf %q` and `set -x`.

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

/** Octets written as escapes stand for themselves until the text is encoded: see `octets`. */
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
    if (octets.length > 0) out += latinOrUtf8(octets)
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

/** UTF-8 where it is, else each octet as the character of its number. */
function latinOrUtf8(octets: readonly number[]): string {
  let out = ''
  for (let i = 0; i < octets.length;) {
    const first = octets[i] ?? 0
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0
    const tail = octets.slice(i + 1, i + 1 + more)
    if (more > 0 && tail.length === more && tail.every((o) => (o & 0xc0) === 0x80)) {
      const lead = more === 3 ? first & 7 : more === 2 ? first & 15 : first & 31
      out += String.fromCodePoint(tail.reduce((code, o) => (code << 6) | (o & 63), lead))
      i += more + 1
    } else {
      out += String.fromCharCode(first)
      i++
    }
  }
  return out
}
