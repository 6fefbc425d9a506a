// Classes and escapes of Perl's regular expressions.
import { classCharacter } from './charset.ts'

type Dialect = 'pcre' | 'oniguruma'

/** What the letters stand for within a class; their capitals are the opposite. */
export const PERL_CLASSES: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  pcre: { d: '0-9', w: 'A-Za-z0-9_', s: ' \\t-\\r', h: ' \\t\\xa0', v: '\\n-\\r\\x85\\u2028\\u2029' },
  oniguruma: { d: '\\p{Nd}', w: '\\p{L}\\p{M}\\p{N}_', s: '\\s', h: '0-9a-fA-F' },
}

const NAMED: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: ' \\t-\\r',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: '0-9A-Fa-f',
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

interface Escape {
  readonly character: string
  readonly end: number
}

/** The character that the letter at `at`, which stands behind a backslash, stands for. */
export function perlEscape(chars: readonly string[], at: number): Escape {
  const c = chars[at] ?? ''
  const control = CONTROLS[c]
  if (control !== undefined) return { character: control, end: at + 1 }
  const rest = chars.slice(at, at + 12).join('')
  const hexadecimal = /^x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{0,2}))/.exec(rest)
  if (hexadecimal) {
    const code = parseInt(hexadecimal[1] ?? `0${hexadecimal[2] ?? ''}`, 16)
    return { character: String.fromCodePoint(Math.min(code, 0x10ffff)), end: at + hexadecimal[0].length }
  }
  const octal = /^(?:0[0-7]{0,2}|o\{([0-7]+)\})/.exec(rest)
  if (octal) {
    const code = parseInt(octal[1] ?? octal[0], 8)
    return { character: String.fromCodePoint(Math.min(code, 0x10ffff)), end: at + octal[0].length }
  }
  return { character: c, end: at + 1 }
}

/** Reads a class from behind its `[`; `end` is just past the closing bracket. */
export function readPerlBracket(
  chars: readonly string[],
  start: number,
  oniguruma: boolean,
): { readonly source: string; readonly end: number } | { readonly error: string } {
  const classes = PERL_CLASSES[oniguruma ? 'oniguruma' : 'pcre']
  let i = start
  const negated = chars[i] === '^'
  if (negated) i++
  let source = ''
  /** The character before, when it may begin a range. */
  let low: string | null = null
  for (let first = true; ; first = false) {
    const c = chars[i]
    if (c === undefined) return { error: 'missing terminating ] for character class' }
    if (c === ']' && !first) break
    const named = c === '[' ? /^\[:(\^?)(\w+):\]/.exec(chars.slice(i, i + 14).join('')) : null
    if (named) {
      const set = NAMED[named[2] ?? '']
      if (set === undefined) return { error: 'unknown POSIX class name' }
      source += named[1] === '' ? set : opposite(set)
      i += named[0].length
      low = null
      continue
    }
    const letter = c === '\\' ? (chars[i + 1] ?? '') : ''
    const set = classes[letter] ?? (classes[letter.toLowerCase()] === undefined ? undefined : '')
    if (letter !== '' && set !== undefined) {
      source += set === '' ? opposite(classes[letter.toLowerCase()] ?? '') : set
      i += 2
      low = null
      continue
    }
    if (letter === 'p' || letter === 'P') {
      const name = /^\{\w+\}/.exec(chars.slice(i + 2, i + 40).join(''))?.[0] ?? `{${chars[i + 2] ?? ''}}`
      source += `\\${letter}${name}`
      i += 2 + (chars[i + 2] === '{' ? name.length : 1)
      low = null
      continue
    }
    const ranged = c === '-' && low !== null && chars[i + 1] !== ']' && chars[i + 1] !== undefined
    const at = ranged ? i + 1 : i
    const member = readMember(chars, at)
    if (ranged && low !== null) {
      if (member.character < low) return { error: 'range out of order in character class' }
      source += `-${classCharacter(member.character)}`
      low = null
    } else {
      source += classCharacter(member.character)
      low = member.character
    }
    i = member.end
  }
  return { source: `[${negated ? '^' : ''}${source}]`, end: i + 1 }
}

function readMember(chars: readonly string[], at: number): Escape {
  if (chars[at] !== '\\') return { character: chars[at] ?? '', end: at + 1 }
  if (chars[at + 1] === 'b') return { character: '\b', end: at + 2 }
  return perlEscape(chars, at + 1)
}

/** All but these, as members of a class. */
function opposite(set: string): string {
  const inside = new RegExp(`[${set}]`, 'u')
  let members = '\\u{80}-\\u{10ffff}'
  for (let code = 0; code < 128; code++) {
    if (!inside.test(String.fromCharCode(code))) members += `\\x${code.toString(16).padStart(2, '0')}`
  }
  return members
}
