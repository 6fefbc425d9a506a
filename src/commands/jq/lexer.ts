// Words of a jq program. Ref: jq src/lexer.l

export type Token =
  | { readonly kind: 'op'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'ident' | 'field' | 'format' | 'keyword' | 'var'
      readonly text: string
      readonly at: number
    }
  | { readonly kind: 'number'; readonly value: number; readonly at: number; readonly text: string }
  /** Texts and, between them, the tokens of what is interpolated. */
  | {
      readonly kind: 'string'
      readonly parts: readonly (string | readonly Token[])[]
      readonly at: number
      readonly text: string
    }
  | { readonly kind: 'end'; readonly text: string; readonly at: number }

export class SyntaxFault extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const KEYWORDS: ReadonlySet<string> = new Set(
  'def if then elif else end as reduce foreach try catch label import include and or __loc__'.split(' '),
)

const OPERATORS = '!= == // //= |= += -= *= /= %= <= >= .. ?// . [ ] ( ) { } | , : ; = < > + - * / % $ ?'
  .split(' ')
  .sort((a, b) => b.length - a.length)

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

export function tokenize(source: string): Token[] {
  const lexer = new Lexer(source)
  const tokens = lexer.run(false)
  return [...tokens, { kind: 'end', text: '$end', at: tokens.at(-1)?.at ?? 0 }]
}

class Lexer {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#source)
  }

  /** Up to the end, or to the parenthesis that closes an interpolation. */
  run(inside: boolean): Token[] {
    const tokens: Token[] = []
    let depth = 0
    for (;;) {
      const skipped = this.#match(/(?:\s|#[^\n]*)+/y)
      if (skipped) this.#at += skipped[0].length
      const at = this.#at
      if (at >= this.#source.length) {
        if (inside) throw new SyntaxFault('syntax error, unexpected $end', at)
        return tokens
      }
      const c = this.#source[at] ?? ''
      if (inside && c === ')' && depth === 0) {
        this.#at++
        return tokens
      }
      if (c === '(') depth++
      if (c === ')') depth--
      tokens.push(c === '"' ? this.#string(at) : this.#word(at))
    }
  }

  #word(at: number): Token {
    const number = this.#match(/(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y)
    if (number) {
      this.#at += number[0].length
      return { kind: 'number', value: Number(number[0]), at, text: number[0] }
    }
    const word = this.#match(/([.$@]?)((?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*)/y)
    if (word) {
      const [whole, mark = '', text = ''] = word
      this.#at += whole.length
      if (mark === '.') return { kind: 'field', text, at }
      if (mark === '@') return { kind: 'format', text: whole, at }
      if (mark === '$') return { kind: 'var', text, at }
      return { kind: KEYWORDS.has(text) ? 'keyword' : 'ident', text, at }
    }
    const op = OPERATORS.find((text) => this.#source.startsWith(text, at))
    if (op === undefined) throw new SyntaxFault('syntax error, unexpected INVALID_CHARACTER', at)
    this.#at += op.length
    return { kind: 'op', text: op, at }
  }

  #string(at: number): Token {
    this.#at++
    const parts: (string | readonly Token[])[] = []
    let text = ''
    for (;;) {
      const c = this.#source[this.#at++]
      if (c === undefined)
        throw new SyntaxFault(
          'syntax error, unexpected $end, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END',
          at,
        )
      if (c === '"') break
      if (c !== '\\') {
        text += c
        continue
      }
      const e = this.#source[this.#at++] ?? ''
      if (e === '(') {
        parts.push(text, this.run(true))
        text = ''
      } else if (e === 'u') {
        text += String.fromCharCode(parseInt(this.#source.slice(this.#at, this.#at + 4), 16))
        this.#at += 4
      } else text += ESCAPES[e] ?? e
    }
    parts.push(text)
    return { kind: 'string', parts, at, text: 'QQSTRING_START' }
  }
}
