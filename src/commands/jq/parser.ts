// A jq program from its text. Ref: jq src/parser.y
import type { Definition, Node, Pattern, PatternEntry } from './ast.ts'
import { combine, LEVELS } from './operators.ts'
import { SyntaxFault, tokenize, type Token } from './lexer.ts'

const IDENTITY: Node = { kind: 'identity' }

export function parseProgram(source: string): Node {
  const parser = new Parser(tokenize(source), source)
  return parser.program()
}

/** Definitions alone, as the builtins are written. */
export function parseDefinitions(source: string): Definition[] {
  const parser = new Parser(tokenize(source), source)
  const definitions: Definition[] = []
  while (parser.atKeyword('def')) definitions.push(parser.definition())
  return definitions
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #source: string
  #at = 0

  constructor(tokens: readonly Token[], source: string) {
    this.#tokens = tokens
    this.#source = source
  }

  program(): Node {
    if (this.#ended) return IDENTITY
    const node = this.#pipe()
    if (!this.#ended) this.#unexpected()
    return node
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '$end', at: this.#tokens.at(-1)?.at ?? 0 }
  }

  get #ended(): boolean {
    return this.#token.kind === 'end'
  }

  #unexpected(): never {
    const { kind, text, at } = this.#token
    const names: Readonly<Record<string, string>> = {
      ident: 'IDENT',
      field: 'FIELD',
      number: 'LITERAL',
      format: 'FORMAT',
    }
    const name = names[kind] ?? (kind === 'op' ? `'${text}'` : kind === 'var' ? "'$'" : text)
    throw new SyntaxFault(`syntax error, unexpected ${name}`, at)
  }

  atKeyword(text: string): boolean {
    const token = this.#token
    return token.kind === 'keyword' && token.text === text
  }

  #atOp(text: string): boolean {
    const token = this.#token
    return token.kind === 'op' && token.text === text
  }

  #tryOp(text: string): boolean {
    if (!this.#atOp(text)) return false
    this.#at++
    return true
  }

  #op(text: string): void {
    if (!this.#tryOp(text)) this.#unexpected()
  }

  #keyword(text: string): void {
    if (!this.atKeyword(text)) this.#unexpected()
    this.#at++
  }

  #name(kind: 'ident' | 'var'): string {
    const token = this.#token
    if (token.kind !== kind && !(kind === 'ident' && token.kind === 'keyword')) this.#unexpected()
    this.#at++
    return token.text
  }

  #pipe(): Node {
    if (this.atKeyword('def')) {
      const definition = this.definition()
      return { kind: 'define', definition, rest: this.#pipe() }
    }
    if (this.atKeyword('label')) {
      this.#at++
      const name = this.#name('var')
      this.#op('|')
      return { kind: 'label', name, body: this.#pipe() }
    }
    const left = this.#comma()
    return this.#tryOp('|') ? { kind: 'pipe', left, right: this.#pipe() } : left
  }

  definition(): Definition {
    this.#keyword('def')
    const name = this.#name('ident')
    const params: string[] = []
    if (this.#tryOp('(')) {
      do params.push(this.#token.kind === 'var' ? `$${this.#name('var')}` : this.#name('ident'))
      while (this.#tryOp(';'))
      this.#op(')')
    }
    this.#op(':')
    const body = this.#pipe()
    this.#op(';')
    return { name, params, body }
  }

  #comma(): Node {
    let left = this.#level(0)
    while (this.#tryOp(',')) left = { kind: 'comma', left, right: this.#level(0) }
    return left
  }

  #level(depth: number): Node {
    const level = LEVELS[depth]
    if (!level) return this.#postfix()
    const [ops, fix] = level
    let left = this.#level(depth + 1)
    for (;;) {
      const { kind, text } = this.#token
      if ((kind !== 'op' && kind !== 'keyword') || !ops.includes(text)) return left
      this.#at++
      const right = this.#level(fix === 0 ? depth : depth + 1)
      left = combine(text, left, right)
      if (fix === 2) return left
    }
  }

  #postfix(): Node {
    if (this.#tryOp('-')) return { kind: 'negate', body: this.#postfix() }
    let node = this.#term()
    for (;;) {
      const next = this.#suffix(node)
      if (next === null) break
      node = next
    }
    if (!this.atKeyword('as')) return node
    this.#at++
    const pattern = this.#pattern()
    this.#op('|')
    return { kind: 'bind', source: node, pattern, body: this.#pipe() }
  }

  #suffix(target: Node): Node | null {
    const token = this.#token
    if (token.kind === 'field') {
      this.#at++
      return { kind: 'index', target, key: { kind: 'literal', value: token.text } }
    }
    if (this.#tryOp('?')) return { kind: 'try', body: target, handler: null }
    if (this.#atOp('.')) {
      const after = this.#tokens[this.#at + 1]
      if (after?.kind === 'string') {
        this.#at++
        return { kind: 'index', target, key: this.#string('@text') }
      }
      if (after?.kind !== 'op' || after.text !== '[') return null
      this.#at++
    }
    return this.#tryOp('[') ? this.#bracket(target) : null
  }

  #bracket(target: Node): Node {
    if (this.#tryOp(']')) return { kind: 'iterate', target }
    if (this.#tryOp(':')) {
      const to = this.#pipe()
      this.#op(']')
      return { kind: 'slice', target, from: null, to }
    }
    const key = this.#pipe()
    if (this.#tryOp(':')) {
      const to = this.#atOp(']') ? null : this.#pipe()
      this.#op(']')
      return { kind: 'slice', target, from: key, to }
    }
    this.#op(']')
    return { kind: 'index', target, key }
  }

  #term(): Node {
    const token = this.#token
    this.#at++
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: token.value }
      case 'string':
        this.#at--
        return this.#string('@text')
      case 'format':
        return this.#token.kind === 'string' ? this.#string(token.text) : { kind: 'format', name: token.text }
      case 'field':
        return { kind: 'index', target: IDENTITY, key: { kind: 'literal', value: token.text } }
      case 'var':
        if (token.text === '__loc__') {
          const line = this.#source.slice(0, token.at).split('\n').length
          return { kind: 'literal', value: { file: '<top-level>', line } }
        }
        return { kind: 'var', name: token.text, at: token.at }
      case 'ident':
        return this.#call(token.text, token.at)
      case 'keyword':
        return this.#keywordTerm(token.text)
      case 'op':
        return this.#opTerm(token.text)
      default:
        this.#at--
        return this.#unexpected()
    }
  }

  #call(name: string, at: number): Node {
    if (name === 'break') return { kind: 'break', name: this.#name('var'), at }
    const args: Node[] = []
    if (this.#tryOp('(')) {
      do args.push(this.#pipe())
      while (this.#tryOp(';'))
      this.#op(')')
    }
    return { kind: 'call', name, args, at }
  }

  #opTerm(text: string): Node {
    if (text === '..') return { kind: 'call', name: 'recurse', args: [], at: 0 }
    if (text === '.') {
      if (this.#token.kind === 'string')
        return { kind: 'index', target: IDENTITY, key: this.#string('@text') }
      return this.#tryOp('[') ? this.#bracket(IDENTITY) : IDENTITY
    }
    if (text === '(') {
      const node = this.#pipe()
      this.#op(')')
      return node
    }
    if (text === '[') {
      if (this.#tryOp(']')) return { kind: 'array', body: null }
      const body = this.#pipe()
      this.#op(']')
      return { kind: 'array', body }
    }
    if (text === '{') return this.#object()
    this.#at--
    return this.#unexpected()
  }

  #keywordTerm(text: string): Node {
    if (text === 'if') return this.#if()
    if (text === 'try') {
      const body = this.#tried()
      const caught = this.atKeyword('catch')
      if (caught) this.#at++
      return { kind: 'try', body, handler: caught ? this.#tried() : null }
    }
    if (text === 'reduce' || text === 'foreach') return this.#fold(text)
    if (text === 'def') {
      this.#at--
      return this.#pipe()
    }
    this.#at--
    return this.#unexpected()
  }

  /** What `try` and `catch` take: one term with its suffixes. */
  #tried(): Node {
    let node = this.#term()
    for (;;) {
      const next = this.#suffix(node)
      if (next === null) return node
      node = next
    }
  }

  #if(): Node {
    const condition = this.#pipe()
    this.#keyword('then')
    const yes = this.#pipe()
    if (this.atKeyword('elif')) {
      this.#at++
      return { kind: 'if', condition, yes, no: this.#if() }
    }
    this.#keyword('else')
    const no = this.#pipe()
    this.#keyword('end')
    return { kind: 'if', condition, yes, no }
  }

  #fold(kind: 'reduce' | 'foreach'): Node {
    const source = this.#tried()
    this.#keyword('as')
    const pattern = this.#pattern()
    this.#op('(')
    const init = this.#pipe()
    this.#op(';')
    const update = this.#pipe()
    const extract = kind === 'foreach' && this.#tryOp(';') ? this.#pipe() : null
    this.#op(')')
    return { kind, source, pattern, init, update, extract }
  }

  #string(format: string): Node {
    const token = this.#token
    if (token.kind !== 'string') return this.#unexpected()
    this.#at++
    const parts = token.parts.map((part) => {
      if (typeof part === 'string') return part
      return new Parser(part, this.#source).program()
    })
    const [only] = parts
    if (parts.length === 1 && typeof only === 'string') return { kind: 'literal', value: only }
    return { kind: 'string', parts, format }
  }

  #object(): Node {
    const entries: { key: Node; value: Node }[] = []
    while (!this.#tryOp('}')) {
      entries.push(this.#entry())
      if (!this.#atOp('}')) this.#op(',')
    }
    return { kind: 'object', entries }
  }

  #entry(): { key: Node; value: Node } {
    const token = this.#token
    if (token.kind === 'var') {
      this.#at++
      return {
        key: { kind: 'literal', value: token.text },
        value: { kind: 'var', name: token.text, at: token.at },
      }
    }
    const key = this.#key()
    if (this.#tryOp(':')) return { key, value: this.#entryValue() }
    return { key, value: { kind: 'index', target: IDENTITY, key } }
  }

  /** Terms, joined by pipes alone: a comma ends the entry. */
  #entryValue(): Node {
    const left = this.#level(0)
    return this.#tryOp('|') ? { kind: 'pipe', left, right: this.#entryValue() } : left
  }

  #key(): Node {
    const token = this.#token
    if (token.kind === 'ident' || token.kind === 'keyword') {
      this.#at++
      return { kind: 'literal', value: token.text }
    }
    if (token.kind === 'string') return this.#string('@text')
    if (token.kind === 'format') {
      this.#at++
      return this.#string(token.text)
    }
    this.#op('(')
    const key = this.#pipe()
    this.#op(')')
    return key
  }

  #pattern(): Pattern {
    if (this.#token.kind === 'var') return { kind: 'var', name: this.#name('var') }
    if (this.#tryOp('[')) {
      const items: Pattern[] = []
      do items.push(this.#pattern())
      while (this.#tryOp(','))
      this.#op(']')
      return { kind: 'array', items }
    }
    this.#op('{')
    const entries: PatternEntry[] = []
    do entries.push(this.#patternEntry())
    while (this.#tryOp(','))
    this.#op('}')
    return { kind: 'object', entries }
  }

  #patternEntry(): PatternEntry {
    const name = this.#token.kind === 'var' ? this.#name('var') : null
    const key: Node = name === null ? this.#key() : { kind: 'literal', value: name }
    const value = this.#tryOp(':') ? this.#pattern() : null
    if (name === null && value === null) this.#unexpected()
    return { key, name, value }
  }
}
