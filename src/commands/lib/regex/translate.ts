// Basic and extended regular expressions of POSIX with GNU's extensions, as JavaScript ones under the flags `us`.
import { readBracket } from './bracket.ts'

export type Syntax = 'basic' | 'extended'

export interface Translated {
  readonly source: string
  /** Number of groups. */
  readonly groups: number
  /** Has `|`: what JavaScript finds first need not be the longest. */
  readonly alternation: boolean
  /** What grep warns of. */
  readonly warnings: readonly string[]
}

export interface TranslateOptions {
  readonly syntax: Syntax
  /** `\n`, `\t` and so on stand for control characters, as in sed. */
  readonly escapes: boolean
  /** `^` and `$` match at every line of the text. */
  readonly multiline: boolean
  /** Extended: a repetition of nothing is an error (regcomp(3)), else it is warned of and means nothing (grep). */
  readonly strict: boolean
}

const WORD = '[\\p{L}\\p{M}\\p{N}_]'
const NOT_WORD = '[^\\p{L}\\p{M}\\p{N}_]'

const GNU: Readonly<Record<string, string>> = {
  w: WORD,
  W: NOT_WORD,
  s: '[ \\t\\n\\r\\f\\v]',
  S: '[^ \\t\\n\\r\\f\\v]',
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  B: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
  '<': `(?<!${WORD})(?=${WORD})`,
  '>': `(?<=${WORD})(?!${WORD})`,
  '`': '(?<![^])',
  "'": '(?![^])',
}

const CONTROLS: Readonly<Record<string, string>> = {
  n: '\\n',
  t: '\\t',
  f: '\\f',
  v: '\\v',
  r: '\\r',
  a: '\\x07',
}

function literal(c: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c
}

class Translator {
  readonly #chars: readonly string[]
  readonly #options: TranslateOptions
  readonly #extended: boolean
  #i = 0
  /** Finished text before the last atom. */
  #done = ''
  /** The last atom: what a repetition would repeat. */
  #atom = ''
  /** At the start of an expression, where `*` is an ordinary character. */
  #start = true
  readonly #open: { readonly done: string }[] = []
  #groups = 0
  #closed = new Set<number>()
  readonly #numbers: number[] = []
  #alternation = false
  readonly #warnings: string[] = []
  #error: string | null = null

  constructor(pattern: string, options: TranslateOptions) {
    this.#chars = [...pattern]
    this.#options = options
    this.#extended = options.syntax === 'extended'
  }

  run(): Translated | { readonly error: string } {
    while (this.#i < this.#chars.length) {
      const error = this.#step() ?? this.#error
      if (error !== null) return { error }
    }
    if (this.#open.length > 0) return { error: 'Unmatched ( or \\(' }
    const source = this.#done + this.#atom
    return { source, groups: this.#groups, alternation: this.#alternation, warnings: this.#warnings }
  }

  #step(): string | null {
    const c = this.#chars[this.#i] ?? ''
    if (c === '\\') return this.#backslash()
    if (c === '[') {
      const bracket = readBracket(this.#chars, this.#i, this.#options.escapes)
      if ('error' in bracket) return bracket.error
      this.#i = bracket.end
      this.#push(bracket.source)
      return null
    }
    this.#i++
    if (c === '.') this.#push('.')
    else if (c === '*') this.#repeat('*', c)
    else if (c === '^' && this.#isAnchor()) this.#anchor(this.#options.multiline ? '(?<![^\\n])' : '^')
    else if (c === '$' && this.#atEnd()) this.#anchor(this.#options.multiline ? '(?![^\\n])' : '$')
    else if (this.#extended && '+?(){|'.includes(c)) return this.#operator(c)
    else this.#push(literal(c))
    return null
  }

  #backslash(): string | null {
    const c = this.#chars[this.#i + 1]
    if (c === undefined) return 'Trailing backslash'
    this.#i += 2
    if (!this.#extended && '+?(){|'.includes(c)) return this.#operator(c)
    if (/[1-9]/.test(c)) {
      if (!this.#closed.has(Number(c))) return 'Invalid back reference'
      this.#push(`(?:\\${c})`)
      return null
    }
    const gnu = GNU[c]
    if (gnu !== undefined) {
      if (/[wWsS]/.test(c)) this.#push(gnu)
      else this.#anchor(gnu)
      return null
    }
    const control = this.#options.escapes ? CONTROLS[c] : undefined
    if (control !== undefined) {
      this.#push(control)
      return null
    }
    this.#push(literal(c))
    return null
  }

  #operator(c: string): string | null {
    switch (c) {
      case '(':
        this.#open.push({ done: this.#done + this.#atom })
        this.#numbers.push(++this.#groups)
        this.#done = ''
        this.#atom = ''
        this.#start = true
        return null
      case ')':
        return this.#close()
      case '|':
        this.#alternation = true
        this.#done += `${this.#atom}|`
        this.#atom = ''
        this.#start = true
        return null
      case '{':
        return this.#interval()
      case '}':
        this.#push('\\}')
        return null
      default:
        this.#repeat(c, c)
        return null
    }
  }

  #close(): string | null {
    const group = this.#open.pop()
    if (!group) return 'Unmatched ) or \\)'
    this.#closed.add(this.#numbers.pop() ?? 0)
    const inside = this.#done + this.#atom
    this.#done = group.done
    this.#atom = `(${inside})`
    this.#start = false
    return null
  }

  /** `{n}`, `{n,}`, `{,m}`, `{n,m}`; in the extended syntax anything else is a brace. */
  #interval(): string | null {
    const rest = this.#chars.slice(this.#i).join('')
    const match = this.#extended
      ? /^([0-9]*)(,?)([0-9]*)\}/.exec(rest)
      : /^([0-9]*)(,?)([0-9]*)\\\}/.exec(rest)
    const [all = '', low = '', comma = '', high = ''] = match ?? []
    if (!match || (low === '' && comma === '')) {
      if (this.#extended) {
        this.#push('\\{')
        return null
      }
      return rest.includes('\\}') ? 'Invalid content of \\{\\}' : 'Unmatched \\{'
    }
    if (this.#start) {
      if (!this.#extended) return 'Invalid preceding regular expression'
      this.#warnings.push('{...} at start of expression')
      this.#i += all.length
      return null
    }
    if (high !== '' && Number(high) < Number(low)) return 'Invalid content of \\{\\}'
    if (Math.max(Number(low), Number(high)) > 32767) return 'Regular expression too big'
    this.#i += all.length
    this.#repeat(`{${low === '' ? '0' : low}${comma}${high}}`, '{')
    return null
  }

  #repeat(operator: string, written: string): void {
    if (this.#start) {
      // Basic: an ordinary character.
      if (!this.#extended) this.#push(literal(written))
      else if (this.#options.strict) this.#error = 'Invalid preceding regular expression'
      else this.#warnings.push(`${written} at start of expression`)
      return
    }
    const single =
      this.#atom !== '^' && this.#atom !== '$' && /^(\\.|[^\\]|\[[^\]]*\]|\((?!\?).*\))$/su.test(this.#atom)
    const atom = single ? this.#atom : `(?:${this.#atom})`
    this.#atom = `${atom}${operator}`
  }

  #push(source: string): void {
    this.#done += this.#atom
    this.#atom = source
    this.#start = false
  }

  #anchor(source: string): void {
    this.#push(source)
    // There is still nothing that could be repeated.
    this.#start = true
  }

  #isAnchor(): boolean {
    return this.#extended || (this.#start && this.#atom === '')
  }

  #atEnd(): boolean {
    if (this.#extended) return true
    const next = this.#chars[this.#i]
    const after = this.#chars[this.#i + 1]
    return next === undefined || (next === '\\' && (after === ')' || after === '|'))
  }
}

/** A JavaScript source for the pattern, or what is wrong with it in GNU's words. */
export function translate(
  pattern: string,
  options: TranslateOptions,
): Translated | { readonly error: string } {
  return new Translator(pattern, options).run()
}
