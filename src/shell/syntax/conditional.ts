// What can be wrong within `[[ … ]]`. Ref: bash parse.y:cond_term()
import { UNARY } from '../filetest.ts'
import type { Problem, Token } from './scanner.ts'

/** What of the grammar this needs. */
interface Tokens {
  readonly scanner: {
    readonly problem: Problem | null
    readonly text: string
    fail(kind: Problem['kind'], text: string, pos: number): void
  }
  peek(): Token
  take(): Token
}

const BINARY = /^(?:==?|!=|=~|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/

export class Conditional {
  constructor(private readonly tokens: Tokens) {}

  parse(): void {
    this.#or()
    if (this.#failed) return
    const end = this.#peek()
    if (this.#isEnd(end)) {
      this.tokens.take()
      return
    }
    if (end.kind === 'end') this.#fail("unexpected EOF while looking for `]]'", end)
    else if (end.kind === 'word') this.#fail('syntax error in conditional expression', end)
    else this.#fail(`syntax error in conditional expression: unexpected token \`${end.text}'`, end)
  }

  get #failed(): boolean {
    return this.tokens.scanner.problem !== null
  }

  #peek(): Token {
    return this.tokens.peek()
  }

  #fail(text: string, token: Token): void {
    this.tokens.scanner.fail('sentence', text, token.pos)
  }

  #failAtEnd(): void {
    const { scanner } = this.tokens
    scanner.fail('sentence', "unexpected token `EOF' in conditional command", scanner.text.length + 1)
  }

  #isEnd(token: Token): boolean {
    return token.kind === 'word' && token.bare && token.text === ']]'
  }

  #skipNewlines(): void {
    while (this.#peek().kind === 'newline') this.tokens.take()
  }

  #is(operator: string): boolean {
    const token = this.#peek()
    return token.kind === 'operator' && token.text === operator
  }

  #or(): void {
    this.#and()
    while (!this.#failed && this.#is('||')) {
      this.tokens.take()
      this.#and()
    }
  }

  #and(): void {
    this.#term()
    while (!this.#failed && this.#is('&&')) {
      this.tokens.take()
      this.#term()
    }
  }

  #term(): void {
    this.#skipNewlines()
    const token = this.#peek()
    if (this.#is('(')) {
      this.tokens.take()
      this.#or()
      if (this.#failed) return
      if (!this.#is(')'))
        return this.#fail(`unexpected token \`${this.#peek().text}', expected \`)'`, this.#peek())
      this.tokens.take()
    } else if (token.kind === 'word' && token.bare && token.text === '!') {
      this.tokens.take()
      return this.#term()
    } else if (this.#isEnd(token)) return this.#fail('', token)
    else if (token.kind !== 'word') {
      if (token.kind === 'end') return this.#failAtEnd()
      return this.#fail(`unexpected token \`${token.text}' in conditional command`, token)
    } else if (UNARY.has(token.text) && token.bare) this.#unary()
    else this.#binary()
    if (!this.#failed) this.#skipNewlines()
  }

  #unary(): void {
    this.tokens.take()
    const operand = this.#peek()
    if (operand.kind === 'word' && !this.#isEnd(operand)) this.tokens.take()
    else this.#fail(`unexpected argument \`${this.#shown(operand)}' to conditional unary operator`, operand)
  }

  #binary(): void {
    this.tokens.take()
    const operator = this.#peek()
    if (this.#isEnd(operator) || this.#is('&&') || this.#is('||') || this.#is(')')) return
    const word = operator.kind === 'word'
    if (!(word && BINARY.test(operator.text)) && !this.#is('<') && !this.#is('>')) {
      const shown = this.#shown(operator)
      return this.#fail(
        `${word ? '' : `unexpected token \`${shown}', `}conditional binary operator expected`,
        operator,
      )
    }
    this.tokens.take()
    if (operator.text === '=~') return this.#expression()
    const right = this.#peek()
    if (right.kind === 'word' && !this.#isEnd(right)) this.tokens.take()
    else this.#fail(`unexpected argument \`${this.#shown(right)}' to conditional binary operator`, right)
  }

  /** A regular expression may hold `|` and parentheses. */
  #expression(): void {
    const first = this.#peek()
    if (this.#isEnd(first))
      return this.#fail("unexpected argument `]]' to conditional binary operator", first)
    let depth = 0
    for (;;) {
      const token = this.#peek()
      if (token.kind === 'end' || token.kind === 'newline') return
      if (depth === 0 && (this.#isEnd(token) || this.#is('&&') || this.#is('||') || this.#is(')'))) return
      if (token.text === '(') depth++
      else if (token.text === ')') depth--
      this.tokens.take()
    }
  }

  /** The end of the text shows as the newline that ends its last line. */
  #shown(token: Token): string {
    return token.kind === 'end' ? 'newline' : token.text
  }
}
