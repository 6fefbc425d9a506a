// A recogniser of bash's grammar: finds the first thing wrong with a text, as bash's own parser would meet it.
// Ref: bash parse.y
import { Conditional } from './conditional.ts'
import type { Scanner, Token } from './scanner.ts'
import { asNewline, isDescriptor, isRedirect } from './scanner.ts'
import { CLOSERS, closesList, DECLARING } from './words.ts'

export class Grammar {
  commandStart = 0
  #token: Token | null = null
  /** What would end the lists being read, the innermost last. */
  readonly #closers: string[] = []

  constructor(readonly scanner: Scanner) {}

  peek(): Token {
    this.#token ??= this.scanner.next()
    return this.#token
  }

  take(): Token {
    const token = this.peek()
    this.#token = null
    this.scanner.arrays = true
    return token
  }

  get failed(): boolean {
    return this.scanner.problem !== null
  }

  unexpected(token: Token, expecting: string | null = null): void {
    if (token.kind === 'end')
      this.scanner.fail('end', '', this.scanner.text.length, expecting ?? this.#closers.at(-1) ?? null)
    else this.scanner.fail('token', token.text, token.pos, expecting)
  }

  script(): void {
    for (;;) {
      this.#newlines()
      const first = this.peek()
      if (first.kind === 'end' || this.failed) return
      this.commandStart = first.pos
      this.#line()
      const after = this.peek()
      if (this.failed) return
      if (after.kind !== 'newline' && after.kind !== 'end') return this.unexpected(after)
    }
  }

  /** Up to and with the `)` of `$(`. */
  substitution(): void {
    this.#newlines()
    const { scanner } = this
    if (!this.isOperator(')')) this.#list(')')
    if (this.failed) {
      scanner.endIsUnclosed()
      return
    }
    const close = this.peek()
    if (close.kind === 'operator' && close.text === ')') this.#token = null
    else this.unexpected(close)
    scanner.endIsUnclosed()
  }

  /** One line of a script: and-or lists with `;` and `&` between. */
  #line(): void {
    for (;;) {
      this.#andOr()
      if (this.failed || !(this.isOperator(';') || this.isOperator('&'))) return
      this.take()
      const next = this.peek()
      if (next.kind === 'newline' || next.kind === 'end') return
    }
  }

  /** A compound list; something must be in it. */
  #list(closer: string): void {
    this.#closers.push(closer)
    this.#statements()
    if (!this.failed) this.#closers.pop()
  }

  #statements(): void {
    this.#newlines()
    for (;;) {
      this.#andOr()
      if (this.failed) return
      const next = this.peek()
      if (next.kind === 'newline') this.#newlines()
      else if (this.isOperator(';') || this.isOperator('&')) {
        this.take()
        this.#newlines()
      } else return
      const after = this.peek()
      if (after.kind === 'end' || closesList(after)) return
    }
  }

  #newlines(): void {
    while (this.peek().kind === 'newline') this.take()
  }

  isOperator(text: string): boolean {
    const token = this.peek()
    return token.kind === 'operator' && token.text === text
  }

  isWord(text: string): boolean {
    const token = this.peek()
    return token.kind === 'word' && token.bare && token.text === text
  }

  #andOr(): void {
    this.#pipeline()
    while (!this.failed && (this.isOperator('&&') || this.isOperator('||'))) {
      this.take()
      this.#newlines()
      this.#pipeline()
    }
  }

  #pipeline(): void {
    let prefixed = false
    while (this.isWord('!') || this.isWord('time')) {
      const time = this.take().text === 'time'
      prefixed = true
      if (time) while (this.isWord('-p') || this.isWord('--')) this.take()
    }
    const next = this.peek()
    if (prefixed && (next.kind === 'newline' || next.kind === 'end' || this.isOperator(';'))) return
    this.#command()
    while (!this.failed && (this.isOperator('|') || this.isOperator('|&'))) {
      this.take()
      this.#newlines()
      this.#command()
    }
  }

  #command(): void {
    const token = this.peek()
    if (token.kind === 'word' && token.bare && this.#reserved(token)) return
    if (this.isOperator('(')) return this.#subshell()
    if (token.kind !== 'word' && !isRedirect(token)) return this.unexpected(token)
    this.#simple()
  }

  /** A compound command that this reserved word begins; false when it begins none. */
  #reserved(token: Token): boolean {
    switch (token.text) {
      case 'if':
        this.#if()
        break
      case 'for':
      case 'select':
        this.#for()
        break
      case 'while':
      case 'until':
        this.take()
        this.#list('do')
        this.#doGroup()
        break
      case 'case':
        this.#case()
        break
      case '{':
        this.take()
        this.#list('}')
        this.#expect('}')
        break
      case '[[':
        this.#conditional()
        break
      case 'function':
        this.#function()
        return true
      case 'coproc':
        this.take()
        this.#command()
        return true
      default:
        if (!CLOSERS.has(token.text)) return false
        this.unexpected(token)
        return true
    }
    this.#redirects()
    return true
  }

  #conditional(): void {
    const { scanner } = this
    const { extglob } = scanner
    scanner.extglob = true
    this.take()
    new Conditional(this).parse()
    scanner.extglob = extglob
  }

  #expect(word: string): void {
    if (this.failed) return
    if (this.isWord(word)) this.take()
    else this.unexpected(this.peek(), word)
  }

  #if(): void {
    this.take()
    this.#list('then')
    this.#expect('then')
    if (!this.failed) this.#list('fi')
    while (!this.failed && this.isWord('elif')) {
      this.take()
      this.#list('then')
      this.#expect('then')
      if (!this.failed) this.#list('fi')
    }
    if (!this.failed && this.isWord('else')) {
      this.take()
      this.#list('fi')
    }
    this.#expect('fi')
  }

  #doGroup(): void {
    this.#expect('do')
    if (!this.failed) this.#list('done')
    this.#expect('done')
  }

  #for(): void {
    this.take()
    const name = this.peek()
    if (name.kind === 'operator' && name.text === '(' && this.scanner.text[name.pos + 1] === '(') {
      if (!this.#arithmeticFor(name.pos)) return
    } else {
      if (name.kind !== 'word') return this.unexpected(asNewline(name), 'name')
      this.take()
      this.#newlines()
      if (this.isWord('in')) {
        this.take()
        while (this.peek().kind === 'word') this.take()
        const end = this.peek()
        if (!this.isOperator(';') && end.kind !== 'newline') return this.unexpected(end)
        this.take()
      } else if (this.isOperator(';')) this.take()
      this.#newlines()
    }
    if (this.isWord('{')) {
      this.take()
      this.#list('}')
      this.#expect('}')
    } else this.#doGroup()
  }

  #arithmeticFor(open: number): boolean {
    const { scanner } = this
    this.#token = null
    scanner.parentheses(open)
    if (this.failed) return false
    const body = scanner.text.slice(open, scanner.at)
    const parts = body.split(';').length
    if (parts !== 3) {
      scanner.fail('arithmetic', body, open)
      return false
    }
    if (this.isOperator(';')) this.take()
    this.#newlines()
    return true
  }

  #case(): void {
    this.take()
    const word = this.peek()
    if (word.kind !== 'word') return this.unexpected(asNewline(word))
    this.take()
    this.#newlines()
    if (!this.isWord('in')) return this.unexpected(this.peek())
    this.take()
    for (;;) {
      this.#newlines()
      if (this.failed) return
      if (this.isWord('esac')) {
        this.take()
        return
      }
      if (this.isOperator('(')) this.take()
      for (;;) {
        const pattern = this.peek()
        if (pattern.kind !== 'word') return this.unexpected(pattern, ')')
        this.take()
        if (!this.isOperator('|')) break
        this.take()
      }
      if (!this.isOperator(')')) return this.unexpected(this.peek())
      this.take()
      this.#newlines()
      const end = this.peek()
      if (!closesList(end) && end.kind !== 'end') this.#list('esac')
      if (this.failed) return
      const terminator = this.peek()
      if (terminator.kind === 'operator' && /^;;&?$|^;&$/.test(terminator.text)) this.take()
      else if (!this.isWord('esac')) return this.unexpected(terminator)
    }
  }

  #subshell(): void {
    const open = this.take()
    if (this.scanner.text[open.pos + 1] === '(') {
      this.scanner.parentheses(open.pos)
      if (!this.failed) this.#redirects()
      return
    }
    this.#list(')')
    if (this.failed) return
    if (!this.isOperator(')')) return this.unexpected(this.peek(), ')')
    this.take()
    this.#redirects()
  }

  #function(): void {
    this.take()
    const name = this.peek()
    if (name.kind !== 'word') return this.unexpected(asNewline(name))
    this.take()
    if (this.isOperator('(')) {
      this.take()
      if (!this.isOperator(')')) return this.unexpected(this.peek())
      this.take()
    }
    this.#body()
  }

  /** A function's body: a compound command. */
  #body(): void {
    this.#newlines()
    const token = this.peek()
    const compound = /^(?:if|for|select|while|until|case|\{|\[\[)$/.test(token.text) && token.kind === 'word'
    if (compound) this.#reserved(token)
    else if (this.isOperator('(')) this.#subshell()
    else this.unexpected(token)
  }

  #simple(): void {
    let words = 0
    let declares = false
    for (;;) {
      const token = this.peek()
      if (this.failed) return
      if (token.kind === 'word') {
        this.take()
        if (isDescriptor(this.scanner.text, token)) continue
        if (/^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/.test(token.text)) {
          if (words > 0) words++
        } else if (++words === 1) declares = DECLARING.has(token.text)
        this.scanner.arrays = words === 0 || declares
      } else if (isRedirect(token)) this.#redirect()
      else if (this.isOperator('(')) {
        if (words !== 1) return this.unexpected(token)
        this.take()
        if (!this.isOperator(')')) return this.unexpected(this.peek())
        this.take()
        return this.#body()
      } else return
    }
  }

  #redirects(): void {
    while (!this.failed && this.#redirectFollows()) this.#redirect()
  }

  #redirectFollows(): boolean {
    const token = this.peek()
    if (isRedirect(token)) return true
    if (token.kind !== 'word' || !/^(?:\d+|\{\w+\})$/.test(token.text)) return false
    const after = this.scanner.text[token.pos + token.text.length]
    if (after !== '<' && after !== '>') return false
    this.take()
    return true
  }

  #redirect(): void {
    const start = this.take()
    const operator = start.text
    if (operator === '<<<' && !this.scanner.bashisms) return this.unexpected(start)
    const target = this.peek()
    if (target.kind !== 'word' || isDescriptor(this.scanner.text, target)) {
      return this.unexpected(asNewline(target))
    }
    this.take()
    if (operator === '<<' || operator === '<<-')
      this.scanner.expectDocument(target.text.replace(/\\(.)|['"]/g, '$1'), operator === '<<-')
  }
}
