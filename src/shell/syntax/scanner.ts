// The tokens of a text, for telling what is wrong with it. Only run on what the parser has refused.
// Read first: grammar.ts, which asks for them.

export interface Token {
  readonly kind: 'word' | 'operator' | 'newline' | 'end'
  /** As it stands in the text; `newline` at a line's end, empty at the end of the text. */
  readonly text: string
  readonly pos: number
  /** A word without quotes or expansions: may be a reserved one. */
  readonly bare: boolean
}

/** What is wrong: `end` of the text too soon, an unexpected `token`, a quote or bracket that is not closed, or a sentence. */
export interface Problem {
  readonly kind: 'end' | 'token' | 'matching' | 'sentence' | 'arithmetic'
  /** The token; the closing character that was looked for; the sentence. */
  readonly text: string
  /** Where the message's line is counted. */
  readonly pos: number
  /** Within `name=( … )`: the status is then 1. */
  readonly inArray: boolean
  /** Within `$( … )`. */
  readonly inSubstitution: boolean
  /** The word that would have been right, where there is only one. */
  readonly expecting: string | null
}

const OPERATORS = [
  '&>>',
  '<<-',
  '<<<',
  ';;&',
  '&&',
  '||',
  ';;',
  ';&',
  '|&',
  '&>',
  '>>',
  '>&',
  '>|',
  '<<',
  '<&',
  '<>',
]

/** Reads the commands of `$( … )` up to its parenthesis: its end. */
type Substitution = (scanner: Scanner, start: number) => void

export class Scanner {
  at = 0
  problem: Problem | null = null
  /** Here-documents whose bodies come after the line. */
  #pending: { delimiter: string; strip: boolean }[] = []
  #arrays = 0
  #substitutions = 0
  /** `@( … )` and its like are patterns: with extglob, and always within `[[`. */
  extglob = false
  /** `name=(` begins an array here. */
  arrays = true
  /** `name=( … )` and `<( … )` are words: not in dash. */
  bashisms = true
  /** A here-document's end was not found. */
  unfinishedDocument = false

  constructor(
    readonly text: string,
    private readonly substitution: Substitution,
  ) {}

  fail(kind: Problem['kind'], text: string, pos: number, expecting: string | null = null): void {
    this.problem ??= {
      kind,
      text,
      pos,
      inArray: this.#arrays > 0,
      inSubstitution: this.#substitutions > 0,
      expecting,
    }
    this.at = this.text.length
  }

  /** Within `$( … )` the end of the text is a parenthesis that is missing. */
  endIsUnclosed(): void {
    if (this.problem?.kind === 'end')
      this.problem = {
        ...this.problem,
        kind: 'matching',
        text: ')',
        pos: this.text.length + 1,
        expecting: null,
      }
  }

  next(): Token {
    this.#skipBlanks()
    const { text } = this
    const pos = this.at
    const c = text[pos]
    if (c === undefined) return { kind: 'end', text: '', pos, bare: false }
    if (c === '\n') {
      this.at++
      this.#bodies()
      return { kind: 'newline', text: 'newline', pos, bare: false }
    }
    const operator = this.#operator()
    if (operator !== null) {
      this.at += operator.length
      return { kind: 'operator', text: operator, pos, bare: false }
    }
    const bare = this.#word()
    return { kind: 'word', text: text.slice(pos, this.at), pos, bare }
  }

  #skipBlanks(): void {
    const { text } = this
    for (;;) {
      const c = text[this.at]
      if (c === ' ' || c === '\t') this.at++
      else if (c === '\\' && text[this.at + 1] === '\n') this.at += 2
      else if (c === '#' && /^$|[\s;&|()]/.test(text[this.at - 1] ?? '')) {
        const end = text.indexOf('\n', this.at)
        this.at = end < 0 ? text.length : end
      } else return
    }
  }

  #operator(): string | null {
    const { text, at } = this
    const c = text[at] ?? ''
    if (!';&|<>()'.includes(c)) return null
    if ((c === '<' || c === '>') && text[at + 1] === '(' && this.bashisms) return null
    return OPERATORS.find((operator) => text.startsWith(operator, at)) ?? c
  }

  /** True when nothing in it was quoted or expanded. */
  #word(): boolean {
    const { text } = this
    const start = this.at
    let bare = true
    while (this.at < text.length && !this.problem) {
      const c = text[this.at] ?? ''
      if (/[\s;&|()]/.test(c)) {
        if (c !== '(' || !/[?*+@!=]$/.test(text.slice(start, this.at))) break
        if (text[this.at - 1] === '=' && !/^[A-Za-z_]\w*(?:\[.*\])?\+?=$/s.test(text.slice(start, this.at)))
          break
        if (text[this.at - 1] === '=' && this.bashisms && this.arrays) this.#array()
        else if (this.extglob) this.parentheses(this.at)
        else break
        continue
      }
      if ((c === '<' || c === '>') && (text[this.at + 1] !== '(' || !this.bashisms)) break
      if ('\\\'"`$<>'.includes(c)) bare = false
      this.piece()
    }
    return bare
  }

  /** One character, quoted string or expansion. */
  piece(): void {
    const { text } = this
    const c = text[this.at]
    if (c === '\\') this.at += 2
    else if (c === "'") this.#until("'", this.at)
    else if (c === '"') this.#quoted('"')
    else if (c === '`') this.#backtick()
    else if (c === '$') this.#dollar()
    else if ((c === '<' || c === '>') && text[this.at + 1] === '(') this.#commands()
    else this.at++
  }

  #until(close: string, start: number): void {
    const end = this.text.indexOf(close, start + 1)
    if (end < 0) this.fail('matching', close, start)
    else this.at = end + 1
  }

  #quoted(close: string): void {
    const { text } = this
    const start = this.at++
    while (this.at < text.length) {
      const c = text[this.at]
      if (c === close) {
        this.at++
        return
      }
      if (c === '\\') this.at += 2
      else if (c === '$') this.#dollar()
      else if (c === '`') this.#backtick()
      else this.at++
      if (this.problem) return
    }
    this.fail('matching', close, start)
  }

  #backtick(): void {
    const { text } = this
    const start = this.at++
    while (this.at < text.length) {
      if (text[this.at] === '`') {
        this.at++
        return
      }
      this.at += text[this.at] === '\\' ? 2 : 1
    }
    this.fail('matching', '`', start)
  }

  #dollar(): void {
    const { text, at } = this
    const next = text[at + 1]
    if (next === '{') this.#braced()
    else if (next === '(' && text[at + 2] === '(') this.parentheses(at + 1)
    else if (next === '(') this.#commands()
    else if (next === "'") {
      this.at++
      this.#ansi()
    } else this.at++
  }

  #ansi(): void {
    const start = this.at++
    while (this.at < this.text.length) {
      if (this.text[this.at] === "'") {
        this.at++
        return
      }
      this.at += this.text[this.at] === '\\' ? 2 : 1
    }
    this.fail('matching', "'", start)
  }

  #braced(): void {
    const start = this.at
    this.at += 2
    while (this.at < this.text.length) {
      if (this.text[this.at] === '}') {
        this.at++
        return
      }
      this.piece()
      if (this.problem) return
    }
    this.fail('matching', '}', start)
  }

  /** Balanced parentheses that begin at `open`: arithmetic. */
  parentheses(open: number): void {
    this.at = open
    let depth = 0
    while (this.at < this.text.length) {
      const c = this.text[this.at]
      if (c === '(') depth++
      if (c === ')' && --depth === 0) {
        this.at++
        return
      }
      if (c === '(' || c === ')') this.at++
      else this.piece()
      if (this.problem) return
    }
    this.fail('matching', ')', open)
  }

  #commands(): void {
    const start = this.at
    this.at += 2
    this.#substitutions++
    this.substitution(this, start)
    this.#substitutions--
  }

  /** `name=( … )` */
  #array(): void {
    const start = this.at++
    this.#arrays++
    for (;;) {
      const token = this.next()
      if (this.problem) return
      if (token.kind === 'end') return this.fail('matching', ')', start)
      if (token.text === ')' && token.kind === 'operator') break
      if (token.kind === 'operator') return this.fail('token', token.text, token.pos)
    }
    this.#arrays--
  }

  // ---- here-documents

  expectDocument(delimiter: string, strip: boolean): void {
    this.#pending.push({ delimiter, strip })
  }

  get pendingDocuments(): number {
    return this.#pending.length
  }

  #bodies(): void {
    for (const { delimiter, strip } of this.#pending) {
      for (;;) {
        if (this.at >= this.text.length) {
          this.unfinishedDocument = true
          break
        }
        const end = this.text.indexOf('\n', this.at)
        const line = this.text.slice(this.at, end < 0 ? undefined : end)
        this.at = end < 0 ? this.text.length : end + 1
        if ((strip ? line.replace(/^\t+/, '') : line) === delimiter) break
      }
    }
    this.#pending = []
  }
}

/** The end of the text, where bash's parser still sees the newline that ends its last line. */
export function asNewline(token: Token): Token {
  return token.kind === 'end' ? { ...token, kind: 'newline', text: 'newline' } : token
}

export function isRedirect(token: Token): boolean {
  return token.kind === 'operator' && /^(?:&>>?|<|>|>>|>&|>\||<<|<<-|<<<|<&|<>)$/.test(token.text)
}

/** The number before a redirection. */
export function isDescriptor(text: string, token: Token): boolean {
  return /^\d+$/.test(token.text) && /[<>]/.test(text[token.pos + token.text.length] ?? '')
}
