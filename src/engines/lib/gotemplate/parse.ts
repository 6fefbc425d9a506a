// Ref: text/template/parse/parse.go
import type { Call, Node, Operand, Pipe, Template } from './ast.ts'
import { TemplateError } from './error.ts'
import { lex, lineOf, type Token } from './lex.ts'
import { unquote } from './unquote.ts'

const EOF: Token = { kind: 'text', text: '', at: -1 }

/** `functions` are the names that may be called. Throws a TemplateError. */
export function parseTemplate(source: string, functions: ReadonlySet<string>): Template {
  const parser = new Parser(source, functions)
  const root = parser.list(null)
  return { source, root: root.nodes, defined: parser.defined }
}

interface List {
  readonly nodes: Node[]
  /** The keyword that ended it. */
  readonly end: string
}

class Parser {
  readonly defined = new Map<string, readonly Node[]>()
  readonly #tokens: readonly Token[]
  #next = 0
  #ranges = 0
  readonly #variables: string[] = ['$']

  constructor(
    private readonly source: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    this.#tokens = lex(source)
  }

  /** Nodes up to `end` or `else`; at the top (null) up to the end of the text. */
  list(within: string | null): List {
    const nodes: Node[] = []
    for (;;) {
      const token = this.#tokens[this.#next++]
      if (!token) {
        if (within === null) return { nodes, end: '' }
        throw this.#error('unexpected EOF')
      }
      if (token.kind === 'text') {
        nodes.push({ kind: 'text', text: token.text })
        continue
      }
      this.#space()
      const word = this.#peek()
      if (word.kind === 'word' && (word.text === 'end' || word.text === 'else')) {
        this.#next++
        if (within === null) throw this.#error(`unexpected {{${word.text}}}`, word)
        if (word.text === 'end') this.#close('end')
        return { nodes, end: word.text }
      }
      const node = this.#action(word)
      if (node) nodes.push(node)
    }
  }

  #action(word: Token): Node | null {
    if (word.kind === 'word') {
      switch (word.text) {
        case 'if':
        case 'with':
        case 'range':
          this.#next++
          return this.#control(word.text)
        case 'break':
        case 'continue':
          if (this.#ranges === 0) throw this.#error(`{{${word.text}}} outside {{range}}`, word)
          this.#next++
          this.#close(word.text)
          return { kind: word.text }
        case 'define':
          this.#next++
          this.#define()
          return null
        case 'template':
          this.#next++
          return this.#template(word)
        case 'block':
          this.#next++
          return this.#block(word)
        default:
      }
    }
    const before = this.#variables.length
    const pipe = this.#pipe('command')
    this.#right('command')
    if (pipe.declares.length === 0) this.#variables.length = before
    return { kind: 'action', pipe }
  }

  #control(kind: 'if' | 'with' | 'range'): Node {
    const before = this.#variables.length
    const pipe = this.#pipe(kind)
    this.#right(kind)
    if (kind === 'range') this.#ranges++
    const { nodes: body, end } = this.list(kind)
    if (kind === 'range') this.#ranges--
    let other: readonly Node[] = []
    if (end === 'else') {
      this.#space()
      const word = this.#peek()
      if (word.kind === 'word' && word.text === kind && kind !== 'range') {
        this.#next++
        other = [this.#control(kind)]
      } else {
        this.#close('else')
        const rest = this.list(kind)
        if (rest.end === 'else') throw this.#error('expected end; found {{else}}')
        other = rest.nodes
      }
    }
    this.#variables.length = before
    return { kind, pipe, body, other }
  }

  #define(): void {
    const name = this.#name('define clause')
    this.#close('define clause')
    this.defined.set(name, this.list('define').nodes)
  }

  #template(word: Token): Node {
    const name = this.#name('template clause')
    this.#space()
    const pipe = this.#peek().kind === 'right' ? null : this.#pipe('template clause')
    this.#right('template clause')
    return { kind: 'template', name, pipe, at: word.at }
  }

  #block(word: Token): Node {
    const name = this.#name('block clause')
    this.#space()
    const pipe = this.#pipe('block clause')
    this.#right('block clause')
    this.defined.set(name, this.list('block').nodes)
    return { kind: 'template', name, pipe, at: word.at }
  }

  #name(context: string): string {
    this.#space()
    const token = this.#tokens[this.#next++] ?? EOF
    if (token.kind !== 'string') throw this.#unexpected(token, context)
    return unquote(token.text)
  }

  #pipe(context: string): Pipe {
    this.#space()
    const start = this.#peek().at
    const { declares, assigns } = this.#declarations(context)
    const commands: Call[] = []
    for (;;) {
      this.#space()
      const token = this.#peek()
      if (token.kind === 'right' || (token.kind === 'symbol' && token.text === ')')) {
        if (commands.length === 0) throw this.#error(`missing value for ${context}`, token)
        break
      }
      const call = this.#command(context)
      commands.push(call)
      this.#space()
      const after = this.#peek()
      if (after.kind === 'symbol' && after.text === '|') {
        this.#next++
        this.#space()
        const follows = this.#peek()
        if (follows.kind === 'right') throw this.#error('missing value for command', follows)
      }
    }
    for (const [i, call] of commands.slice(1).entries()) {
      const [head] = call.operands
      if (
        head &&
        (head.kind === 'bool' ||
          head.kind === 'dot' ||
          head.kind === 'nil' ||
          head.kind === 'number' ||
          head.kind === 'string')
      ) {
        throw this.#error(`non executable command in pipeline stage ${i + 2}`, head)
      }
    }
    this.#variables.push(...(assigns ? [] : declares))
    return { declares, assigns, commands, at: start, text: this.source.slice(start, this.#peek().at).trim() }
  }

  /** `$x :=`, `$i, $x :=` or `$x =` at the head of a pipeline. */
  #declarations(context: string): { declares: string[]; assigns: boolean } {
    const from = this.#next
    const declares: string[] = []
    for (;;) {
      this.#space()
      const variable = this.#peek()
      if (variable.kind !== 'variable') break
      this.#next++
      this.#space()
      const sign = this.#peek()
      if (sign.kind !== 'symbol') break
      if (sign.text === ':=' || sign.text === '=') {
        this.#next++
        return { declares: [...declares, variable.text], assigns: sign.text === '=' }
      }
      if (sign.text !== ',' || context !== 'range' || declares.length > 0) break
      this.#next++
      declares.push(variable.text)
    }
    this.#next = from
    return { declares: [], assigns: false }
  }

  #command(context: string): Call {
    const start = this.#peek().at
    const operands: Operand[] = []
    for (;;) {
      this.#space()
      const operand = this.#operand()
      if (operand) operands.push(operand)
      const token = this.#peek()
      if (token.kind === 'space' && operand) continue
      if (token.kind === 'right') break
      if (token.kind === 'symbol' && (token.text === ')' || token.text === '|')) break
      throw this.#unexpected(token, operand ? 'operand' : context)
    }
    if (operands.length === 0) throw this.#error('empty command')
    return { operands, at: start, text: this.source.slice(start, this.#peek().at).trim() }
  }

  #operand(): Operand | null {
    const token = this.#peek()
    const { at } = token
    const finish = (): { at: number; text: string } => ({ at, text: this.source.slice(at, this.#end()) })
    switch (token.kind) {
      case 'word':
        this.#next++
        if (token.text === 'true' || token.text === 'false') {
          return { kind: 'bool', value: token.text === 'true', ...finish() }
        }
        if (token.text === 'nil') return { kind: 'nil', ...finish() }
        if (!this.functions.has(token.text)) throw this.#error(`function "${token.text}" not defined`, token)
        return { kind: 'function', name: token.text, ...finish() }
      case 'field': {
        const names = this.#fields()
        return { kind: 'field', names, ...finish() }
      }
      case 'variable': {
        this.#next++
        if (!this.#variables.includes(token.text))
          throw this.#error(`undefined variable "${token.text}"`, token)
        const names = this.#fields()
        return { kind: 'variable', name: token.text, names, ...finish() }
      }
      case 'string':
        this.#next++
        return { kind: 'string', value: unquote(token.text), ...finish() }
      case 'char':
        this.#next++
        return {
          kind: 'number',
          value: unquote(`"${token.text.slice(1, -1)}"`).codePointAt(0) ?? 0,
          ...finish(),
        }
      case 'number':
        this.#next++
        return { kind: 'number', value: Number(token.text.replaceAll('_', '')), ...finish() }
      case 'symbol': {
        if (token.text === '.') {
          this.#next++
          return { kind: 'dot', ...finish() }
        }
        if (token.text !== '(') return null
        this.#next++
        const pipe = this.#pipe('parenthesized pipeline')
        const close = this.#tokens[this.#next++] ?? EOF
        if (close.text !== ')') throw this.#error('unclosed left paren')
        const names = this.#fields()
        return { kind: 'chain', pipe, names, ...finish() }
      }
      default:
        return null
    }
  }

  #fields(): string[] {
    const names: string[] = []
    while (this.#peek().kind === 'field') {
      names.push(this.#peek().text.slice(1))
      this.#next++
    }
    return names
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? EOF
  }

  /** Where the last token taken ends. */
  #end(): number {
    const last = this.#tokens[this.#next - 1] ?? EOF
    return last.at + last.text.length
  }

  #space(): void {
    while (this.#peek().kind === 'space') this.#next++
  }

  /** Nothing but the closing braces. */
  #close(context: string): void {
    this.#space()
    this.#right(context)
  }

  #right(context: string): void {
    const token = this.#tokens[this.#next++] ?? EOF
    if (token.kind !== 'right') throw this.#unexpected(token, context)
  }

  #unexpected(token: Token, context: string): TemplateError {
    const what = token.at < 0 ? 'EOF' : token.kind === 'symbol' ? `"${token.text}"` : `<${token.text}>`
    return this.#error(`unexpected ${what} in ${context}`, token)
  }

  #error(words: string, token: { readonly at: number } = EOF): TemplateError {
    const at = token.at < 0 ? this.source.length : token.at
    return new TemplateError('parse', `${lineOf(this.source, at)}: ${words}`)
  }
}
