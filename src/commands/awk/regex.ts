// mawk's regular expressions: POSIX ERE over octets without intervals and GNU's escapes, the longest of the leftmost
// matches. Ref: mawk rexp0.c, rexp.c
import { PosixRegex } from '../../libc/regex/posixRegex.ts'

const BAD_CLASS = 'bad class -- [], [^] or ['
const MISSING_OPERAND = 'missing operand'

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \t',
  cntrl: '\x01-\x1f\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-/:-@[-`{-~',
  space: ' \t\n\r\f\v',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
}

const CONTROLS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  f: '\f',
  v: '\v',
  r: '\r',
  a: '\x07',
  b: '\b',
}

export interface Span {
  readonly start: number
  readonly end: number
}

export class AwkRegex {
  /** As it was written. */
  readonly text: string
  /** Null: it never matches. */
  readonly #regex: PosixRegex | null

  private constructor(text: string, regex: PosixRegex | null) {
    this.text = text
    this.#regex = regex
  }

  /** Stands in for what could not be compiled. */
  static readonly never: AwkRegex = new AwkRegex('', null)

  /** What is wrong with it, in mawk's words, when it cannot be compiled. */
  static compile(text: string): AwkRegex | { readonly error: string } {
    const extended = toExtended(text)
    if (typeof extended !== 'string') return extended
    const regex = PosixRegex.compile(extended, {
      syntax: 'extended',
      ignoreCase: false,
      escapes: false,
      multiline: false,
      strict: true,
      whole: false,
    })
    return 'error' in regex ? { error: inMawksWords(regex.error) } : new AwkRegex(text, regex)
  }

  test(text: string): boolean {
    return this.#regex?.test(text) ?? false
  }

  /** The first match at or after `from`. */
  find(text: string, from = 0): Span | null {
    const found = this.#regex?.find(text, from)
    return found ? { start: found.index, end: found.end } : null
  }
}

function inMawksWords(error: string): string {
  if (error.startsWith('Unmatched (')) return "missing ')'"
  if (error.startsWith('Unmatched )')) return "missing '('"
  if (error.startsWith('Unmatched [') || error.startsWith('Invalid character class')) return BAD_CLASS
  return MISSING_OPERAND
}

/** The same in the syntax that PosixRegex reads: each octet that means itself is written so. */
function toExtended(text: string): string | { readonly error: string } {
  if (/(?:^|[(|])\^[*+?]/.test(text)) return { error: 'syntax error ^* or ^+' }
  let out = ''
  let i = 0
  /** Nothing stands before: a repetition or an end of the alternative lacks its operand. */
  let empty = true
  let depth = 0
  while (i < text.length) {
    const c = text[i] ?? ''
    if (c === '[') {
      const bracket = readClass(text, i)
      if (bracket === null) return { error: BAD_CLASS }
      out += bracket.source
      i = bracket.end
      empty = false
      continue
    }
    if (c === '\\') {
      const escape = readEscape(text, i)
      out += literal(escape.character)
      i = escape.end
      empty = false
      continue
    }
    i++
    if (c === '(') depth++
    if (c === '|' || (c === ')' && depth > 0)) {
      if (empty) return { error: MISSING_OPERAND }
      if (c === ')') depth--
    }
    if ('*+?'.includes(c)) {
      if (empty) return { error: MISSING_OPERAND }
      // A repetition of a repetition: the wider of both.
      const run = /^[*+?]*/.exec(text.slice(i))?.[0] ?? ''
      i += run.length
      out += [...run].every((other) => other === c) ? c : '*'
      continue
    }
    empty = c === '|' || c === '('
    out += c === '{' || c === '}' ? `\\${c}` : c
  }
  return empty && text !== '' ? { error: depth > 0 ? "missing ')'" : MISSING_OPERAND } : out
}

function literal(c: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c
}

interface Escaped {
  readonly character: string
  readonly end: number
}

/** What follows the backslash at `at`: a control, an octal or hexadecimal number, else itself. */
function readEscape(text: string, at: number): Escaped {
  const rest = text.slice(at + 1)
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0]
  if (octal !== undefined) {
    return { character: String.fromCharCode(parseInt(octal, 8) & 255), end: at + 1 + octal.length }
  }
  const c = rest.charAt(0)
  const control = CONTROLS[c]
  if (control !== undefined) return { character: control, end: at + 2 }
  return { character: c === '' ? '\\' : c, end: at + 2 }
}

/** A bracket expression from its `[`, as one that has no escapes and no named classes. */
function readClass(text: string, start: number): { readonly source: string; readonly end: number } | null {
  let i = start + 1
  const negated = text[i] === '^'
  if (negated) i++
  const members: string[] = []
  for (let first = true; ; first = false) {
    const c = text[i]
    if (c === undefined) return null
    if (c === ']' && !first) break
    if (c === '[' && text[i + 1] === ':') {
      const name = /^\[:([a-z]*):\]/.exec(text.slice(i))?.[1]
      const set = name === undefined ? undefined : CLASSES[name]
      if (name !== undefined && set === undefined) return null
      if (name !== undefined && set !== undefined) {
        for (let k = 0; k < set.length; k++) {
          const low = set.charAt(k)
          if (set[k + 1] === '-' && k + 2 < set.length) {
            members.push(...between(low, set.charAt(k + 2)))
            k += 2
          } else members.push(low)
        }
        i += name.length + 4
        continue
      }
    }
    const low = readMember(text, i)
    i = low.end
    if (text[i] !== '-' || text[i + 1] === ']' || text[i + 1] === undefined) {
      members.push(low.character)
      continue
    }
    const high = readMember(text, i + 1)
    members.push(...between(low.character, high.character))
    i = high.end
  }
  return { source: bracketOf(new Set(members), negated), end: i + 1 }
}

function readMember(text: string, i: number): Escaped {
  return text[i] === '\\' ? readEscape(text, i) : { character: text.charAt(i), end: i + 1 }
}

function between(low: string, high: string): readonly string[] {
  const [from, to] = [low.charCodeAt(0), high.charCodeAt(0)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String.fromCharCode(from + i))
}

/** The members in an order in which none is taken for an operator. */
function bracketOf(members: Set<string>, negated: boolean): string {
  const first = members.delete(']') ? ']' : ''
  const last = ['[', '^', '-'].filter((c) => members.delete(c)).join('')
  const body = first + [...members].join('') + last
  if (body === '^' && !negated) return '\\^'
  return `[${negated ? '^' : ''}${body}]`
}
