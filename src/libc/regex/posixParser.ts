// Basic and extended regular expressions of POSIX with GNU's extensions. Ref: glibc posix/regcomp.c
import { readBracket } from './bracket.ts'
import { CharSet } from './charset.ts'
import type { Assertion, Node } from './node.ts'
import { EMPTY } from './node.ts'

export type Syntax = 'basic' | 'extended'

export interface Parsed {
  readonly node: Node
  /** Number of groups. */
  readonly groups: number
  /** What grep warns of. */
  readonly warnings: readonly string[]
}

export interface SyntaxOptions {
  readonly syntax: Syntax
  readonly ignoreCase: boolean
  /** `\n`, `\t` and so on stand for control characters, as in sed. */
  readonly escapes: boolean
  /** `^` and `$` match at every line of the text. */
  readonly multiline: boolean
  /** Extended: a repetition of nothing is an error (regcomp(3)), else it is warned of and means nothing (grep). */
  readonly strict: boolean
}

const WORD = '\\p{L}\\p{M}\\p{N}_'
const SPACE = ' \\t\\n\\r\\f\\v'

const SETS: Readonly<Record<string, string>> = {
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  s: `[${SPACE}]`,
  S: `[^${SPACE}]`,
}

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: 'word-boundary',
  B: 'not-word-boundary',
  '<': 'word-start',
  '>': 'word-end',
  '`': 'text-start',
  "'": 'text-end',
}

const CONTROLS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  f: '\f',
  v: '\v',
  r: '\r',
  a: '\x07',
}

/** `RE_DUP_MAX`, the most rounds that can be asked for. */
const MOST_ROUNDS = 32767

/** One side of a `|`, with the group it stands in. */
interface Open {
  readonly branches: Node[]
  items: Node[]
  /** Number of the group; 0 is the whole. */
  readonly group: number
}

class Parser {
  readonly #chars: readonly string[]
  readonly #options: SyntaxOptions
  readonly #extended: boolean
  #i = 0
  /** At the start of an expression, where `*` is an ordinary character. */
  #start = true
  #open: Open = { branches: [], items: [], group: 0 }
  readonly #outer: Open[] = []
  #groups = 0
  readonly #closed = new Set<number>()
  readonly #warnings: string[] = []
  #error: string | null = null

  constructor(pattern: string, options: SyntaxOptions) {
    this.#chars = [...pattern]
    this.#options = options
    this.#extended = options.syntax === 'extended'
  }

  run(): Parsed | { readonly error: string } {
    while (this.#i < this.#chars.length) {
      const error = this.#step() ?? this.#error
      if (error !== null) return { error }
    }
    if (this.#outer.length > 0) return { error: 'Unmatched ( or \\(' }
    return { node: whole(this.#open), groups: this.#groups, warnings: this.#warnings }
  }

  #step(): string | null {
    const c = this.#chars[this.#i] ?? ''
    if (c === '\\') return this.#backslash()
    if (c === '[') {
      const bracket = readBracket(this.#chars, this.#i, this.#options.escapes)
      if ('error' in bracket) return bracket.error
      this.#i = bracket.end
      this.#set(bracket.source)
      return null
    }
    this.#i++
    if (c === '.') this.#set('.')
    else if (c === '*') this.#star()
    else if (c === '^' && this.#isAnchor())
      this.#anchor(this.#options.multiline ? 'line-start' : 'text-start')
    else if (c === '$' && this.#atEnd()) this.#anchor(this.#options.multiline ? 'line-end' : 'text-end')
    else if (this.#extended && '+?(){|'.includes(c)) return this.#operator(c)
    else this.#literal(c)
    return null
  }

  #backslash(): string | null {
    const c = this.#chars[this.#i + 1]
    if (c === undefined) return 'Trailing backslash'
    this.#i += 2
    if (!this.#extended && '+?(){|'.includes(c)) return this.#operator(c)
    if (/[1-9]/.test(c)) {
      const index = Number(c)
      if (!this.#closed.has(index)) return 'Invalid back reference'
      this.#push({ kind: 'backref', index, ignoreCase: this.#options.ignoreCase })
      return null
    }
    const set = SETS[c]
    const assertion = ASSERTIONS[c]
    if (set !== undefined) this.#set(set)
    else if (assertion !== undefined) this.#anchor(assertion)
    else this.#literal((this.#options.escapes ? CONTROLS[c] : undefined) ?? c)
    return null
  }

  #operator(c: string): string | null {
    switch (c) {
      case '(':
        this.#outer.push(this.#open)
        this.#open = { branches: [], items: [], group: ++this.#groups }
        this.#start = true
        return null
      case ')':
        return this.#close()
      case '|':
        this.#open.branches.push(joined(this.#open.items))
        this.#open.items = []
        this.#start = true
        return null
      case '{':
        return this.#interval()
      case '}':
        this.#literal('}')
        return null
      default:
        this.#repeat(c === '+' ? 1 : 0, c === '?' ? 1 : Infinity, c)
        return null
    }
  }

  #close(): string | null {
    const outer = this.#outer.pop()
    if (!outer) return 'Unmatched ) or \\)'
    const { group } = this.#open
    const item = whole(this.#open)
    this.#closed.add(group)
    this.#open = outer
    this.#push({ kind: 'group', item, index: group })
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
        this.#literal('{')
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
    if (Math.max(Number(low), Number(high)) > MOST_ROUNDS) return 'Regular expression too big'
    this.#i += all.length
    const most = comma === '' ? Number(low) : high === '' ? Infinity : Number(high)
    this.#repeat(Number(low), most, '{')
    return null
  }

  #star(): void {
    this.#repeat(0, Infinity, '*')
  }

  #repeat(min: number, max: number, written: string): void {
    if (this.#start) {
      // Basic: an ordinary character.
      if (!this.#extended) this.#literal(written)
      else if (this.#options.strict) this.#error = 'Invalid preceding regular expression'
      else this.#warnings.push(`${written} at start of expression`)
      return
    }
    const item = this.#open.items.pop() ?? EMPTY
    this.#open.items.push(repeated(item, min, max))
  }

  #literal(c: string): void {
    const code = c.codePointAt(0) ?? 0
    if (this.#options.ignoreCase && c.toLowerCase() !== c.toUpperCase()) this.#set(c)
    else this.#push({ kind: 'char', code })
  }

  #set(source: string): void {
    try {
      this.#push({ kind: 'set', set: new CharSet(source, this.#options.ignoreCase) })
    } catch {
      this.#error = 'Invalid regular expression'
    }
  }

  #push(node: Node): void {
    this.#open.items.push(node)
    this.#start = false
  }

  #anchor(what: Assertion): void {
    this.#push({ kind: 'assert', what })
    // There is still nothing that could be repeated.
    this.#start = true
  }

  #isAnchor(): boolean {
    return this.#extended || (this.#start && this.#open.items.length === 0)
  }

  #atEnd(): boolean {
    if (this.#extended) return true
    const next = this.#chars[this.#i]
    const after = this.#chars[this.#i + 1]
    return next === undefined || (next === '\\' && (after === ')' || after === '|'))
  }
}

function joined(items: readonly Node[]): Node {
  const [only] = items
  return only && items.length === 1 ? only : { kind: 'cat', items }
}

function whole({ branches, items }: Open): Node {
  const last = joined(items)
  return branches.length === 0 ? last : { kind: 'alt', branches: [...branches, last] }
}

/** `a**` asks for no more than `a*` does. */
function repeated(item: Node, min: number, max: number): Node {
  if (item.kind === 'repeat' && item.max === Infinity && item.min <= 1 && min <= 1 && max >= 1)
    return { ...item, min: item.min * min }
  return { kind: 'repeat', item, min, max, lazy: false }
}

/** The tree of the pattern, or what is wrong with it in GNU's words. */
export function parsePosix(pattern: string, options: SyntaxOptions): Parsed | { readonly error: string } {
  return new Parser(pattern, options).run()
}
