// The words a parser stands on, and its complaints. Ref: mawk parse.y, error.c
import { Lexer, type Token, type TokenKind } from './lexer.ts'
import { Scope } from './scope.ts'

export class TokenParser {
  readonly errors: string[] = []
  protected readonly lexer: Lexer
  protected readonly scope: Scope
  #token: Token | null = null
  #panic = false
  /** Tokens that have to be read before the next complaint about syntax. */
  #quiet = 0
  #line = 1
  #endReported = false

  constructor(text: string) {
    this.lexer = new Lexer(text, (line, message) => this.complainAt(line, message))
    this.scope = new Scope(this.lexer, (message) => this.complain(message))
  }

  // ---- complaints

  /** Not while what is read is wrong anyway. */
  complain(message: string): void {
    if (!this.#panic) this.complainAt(this.#line, message)
  }

  complainAt(line: number, message: string): void {
    this.errors.push(`line ${line}: ${message}`)
  }

  /** What was read makes no sense: nothing is read until a place to go on from is found. */
  protected fail(token: Token): void {
    if (this.#panic) return
    this.#panic = true
    if (this.#quiet > 0 || this.lexer.fatal) return
    this.#quiet = 3
    if (token.kind === 'unexpected') this.errors.push(`${token.line}: unexpected character '${token.text}'`)
    else if (token.kind === 'end') this.#missing(token.line)
    else if (
      this.lexer.parens > 0 &&
      (token.kind === 'newline' || token.kind === ';' || token.kind === '}')
    ) {
      this.complainAt(token.line, `missing ) near ${token.text}`)
    } else {
      const shown = token.kind === 'regex' ? `/${token.text}/` : token.kind === 'field' ? '$' : token.text
      this.complainAt(token.line, `syntax error at or near ${shown}`)
    }
  }

  /** The program ends too early. */
  #missing(line: number): void {
    if (this.#endReported || this.lexer.fatal) return
    this.#endReported = true
    const { parens, braces } = this.lexer
    const what = parens > 0 ? 'missing ) near' : braces > 0 ? 'missing } near' : 'syntax error at or near'
    this.complainAt(line, `${what} end of file`)
  }

  protected get panic(): boolean {
    return this.#panic
  }

  protected endPanic(): void {
    this.#panic = false
    this.#quiet = 0
  }

  /** Nothing more can be read. */
  protected stop(): void {
    this.#panic = true
    this.lexer.fatal = true
  }

  /** The program's end came before a place to go on from. */
  protected endEarly(): void {
    this.lexer.parens = 0
    if (this.lexer.braces > 0) this.#missing(this.lexer.line)
    this.stop()
  }

  // ---- tokens

  protected peek(): Token {
    this.#token ??= this.lexer.next()
    return this.#token
  }

  protected take(): Token {
    const token = this.peek()
    this.#line = token.line
    if (token.kind !== 'end') this.#token = null
    if (this.#quiet > 0) this.#quiet--
    return token
  }

  protected at(kind: TokenKind, text?: string): boolean {
    if (this.#panic) return false
    const token = this.peek()
    return token.kind === kind && (text === undefined || token.text === text)
  }

  protected skip(kind: TokenKind, text: string): boolean {
    if (!this.at(kind, text)) return false
    this.take()
    return true
  }

  protected expect(kind: TokenKind, text?: string): boolean {
    if (this.at(kind, text)) {
      this.take()
      return true
    }
    if (!this.#panic) this.fail(this.peek())
    return false
  }
}
