// Reading a program: rules, functions, statements. After a complaint the rest of the statement is skipped and reading
// goes on, as mawk's grammar does. Ref: mawk parse.y
import type { AwkProgram, Callee, Expr, Rule, Stmt } from './ast.ts'
import { ExpressionParser } from './expressions.ts'

export class Parser extends ExpressionParser {
  readonly #begin: Stmt[] = []
  readonly #end: Stmt[] = []
  readonly #rules: Rule[] = []
  #hasEnd = false
  /** Loops around the statement that is read. */
  #loops = 0
  #place: 'rule' | 'BEGIN' | 'END' | 'function' = 'rule'

  program(): AwkProgram {
    while (this.peek().kind !== 'end' && !this.lexer.fatal) {
      this.#item()
      if (this.panic) this.#recoverOutside()
    }
    if (this.errors.length === 0) this.#checkCalls()
    return {
      begin: this.#begin,
      end: this.#end,
      hasEnd: this.#hasEnd,
      rules: this.#rules,
      globals: this.scope.globals,
    }
  }

  #checkCalls(): void {
    for (const { callee, line, args } of this.calls) {
      if (callee.body === null) this.complainAt(this.lexer.line, `function ${callee.name} never defined`)
      else if (args.length > callee.parameters.length) {
        this.complainAt(line, `too many arguments in call to ${callee.name}`)
      } else {
        const wrong = args.findIndex((arg, i) => !this.scope.fits(callee, i, arg))
        if (wrong >= 0) this.complainAt(line, `type error in arg(${wrong + 1}) in call to ${callee.name}`)
      }
    }
  }

  #item(): void {
    this.#place = 'rule'
    if (this.at('keyword', 'function')) {
      this.#function()
      return
    }
    for (const place of ['BEGIN', 'END'] as const) {
      if (!this.at('keyword', place)) continue
      this.take()
      this.#place = place
      const body = this.#block()
      if (place === 'BEGIN') this.#begin.push(body)
      else this.#end.push(body)
      if (place === 'END') this.#hasEnd = true
      return
    }
    if (this.at('{')) {
      this.#rules.push({ pattern: null, until: null, body: this.#block() })
      return
    }
    const pattern = this.expression()
    let until: Expr | null = null
    if (this.skip('operator', ',')) until = this.expression()
    if (this.panic) return
    if (this.at('{')) this.#rules.push({ pattern, until, body: this.#block() })
    else {
      this.#separator()
      this.#rules.push({ pattern, until, body: null })
    }
  }

  #function(): void {
    this.take()
    const name = this.take()
    if (name.kind !== 'name' && name.kind !== 'call') {
      this.fail(name)
      return
    }
    if (name.kind === 'name' && this.lexer.variables.has(name.text)) {
      this.complain(`illegal reference to variable ${name.text}`)
    }
    const callee: Callee = this.scope.callee(name.text)
    if (callee.body !== null) this.complain(`redefinition of ${name.text}`)
    this.expect('operator', '(')
    const parameters: string[] = []
    while (!this.panic && !this.at('operator', ')')) {
      if (parameters.length > 0) this.expect('operator', ',')
      const parameter = this.take()
      if (parameter.kind !== 'name') this.fail(parameter)
      else if (parameters.includes(parameter.text)) {
        this.complain(`${parameter.text} is duplicated in argument list`)
      } else parameters.push(parameter.text)
    }
    this.expect('operator', ')')
    if (this.panic) return
    this.lexer.eatNewlines()
    this.#place = 'function'
    callee.parameters = parameters
    this.scope.enter(parameters)
    // Known from here on, for calls of itself.
    callee.body = { kind: 'block', body: [] }
    callee.body = this.#block()
    this.scope.leave(callee)
  }

  #separator(): void {
    if (this.at('newline') || this.at(';')) this.take()
    else this.fail(this.peek())
  }

  #block(): Stmt {
    const body: Stmt[] = []
    if (!this.expect('{')) return { kind: 'block', body }
    // There is at least one: `{}` holds an empty one.
    do body.push(this.statement())
    while (!this.panic && !this.lexer.fatal && !this.at('}') && !this.at('end'))
    if (this.at('end')) {
      this.fail(this.peek())
      return { kind: 'block', body }
    }
    this.expect('}')
    return { kind: 'block', body }
  }

  statement(): Stmt {
    const statement = this.#statement()
    if (this.panic) this.#recover()
    return statement
  }

  /** After what is wrong the rest up to the statement's end is left out. */
  #recover(): void {
    this.endPanic()
    this.lexer.printing = false
    while (!this.at('newline') && !this.at(';') && !this.at('end')) this.take()
    if (this.at('end')) {
      this.endEarly()
      return
    }
    this.lexer.parens = 0
    this.take()
  }

  /** Outside of all braces: goes on at the next block. */
  #recoverOutside(): void {
    this.endPanic()
    this.scope.leave(null)
    while (!this.at('{') && !this.at('end')) this.take()
    if (this.at('{')) this.#block()
  }

  #statement(): Stmt {
    const token = this.peek()
    if (token.kind === '{') return this.#block()
    if (token.kind === ';' || token.kind === 'newline') {
      this.take()
      return { kind: 'block', body: [] }
    }
    if (token.kind !== 'keyword') return this.#expressionStatement()
    switch (token.text) {
      case 'if':
        return this.#if()
      case 'while':
        return this.#while()
      case 'do':
        return this.#do()
      case 'for':
        return this.#for()
      case 'print':
      case 'printf':
        return this.#print()
      case 'break':
      case 'continue':
        this.take()
        if (this.#loops === 0) this.complain(`${token.text} statement outside of loop`)
        this.#separator()
        return { kind: token.text }
      case 'next':
      case 'nextfile':
        this.take()
        this.#separator()
        if (this.#place !== 'rule') this.complain(`improper use of ${token.text}`)
        return { kind: token.text }
      case 'exit':
      case 'return':
        return this.#leave(token.text)
      case 'delete':
        return this.#delete()
      default:
        return this.#expressionStatement()
    }
  }

  #expressionStatement(): Stmt {
    const expr = this.expression()
    this.#separator()
    return { kind: 'expr', expr }
  }

  #leave(kind: 'exit' | 'return'): Stmt {
    this.take()
    const value = this.at('newline') || this.at(';') ? null : this.expression()
    this.#separator()
    if (kind === 'return' && this.#place !== 'function') this.complain('return outside function body')
    return { kind, value }
  }

  #delete(): Stmt {
    this.take()
    const name = this.take()
    if (name.kind !== 'name') this.fail(name)
    const ref = this.scope.ref(name.text, 'array')
    let subs: readonly Expr[] | null = null
    if (this.skip('operator', '[')) {
      subs = this.list()
      this.expect('operator', ']')
    }
    this.#separator()
    return { kind: 'delete', ref, subs }
  }

  #parenthesized(): Expr {
    this.take()
    this.expect('operator', '(')
    const test = this.expression()
    this.expect('operator', ')')
    return test
  }

  #body(): Stmt {
    if (this.panic) return { kind: 'block', body: [] }
    this.lexer.eatNewlines()
    this.#loops++
    const body = this.statement()
    this.#loops--
    return body
  }

  #if(): Stmt {
    const test = this.#parenthesized()
    if (this.panic) return { kind: 'block', body: [] }
    this.lexer.eatNewlines()
    const body = this.statement()
    if (!this.at('keyword', 'else')) return { kind: 'if', test, body, otherwise: null }
    this.take()
    this.lexer.eatNewlines()
    return { kind: 'if', test, body, otherwise: this.statement() }
  }

  #while(): Stmt {
    const test = this.#parenthesized()
    return { kind: 'while', test, body: this.#body(), first: true }
  }

  #do(): Stmt {
    this.take()
    const body = this.#body()
    if (!this.at('keyword', 'while')) this.fail(this.peek())
    const test = this.panic ? this.nothing() : this.#parenthesized()
    this.#separator()
    return { kind: 'while', test, body, first: false }
  }

  #for(): Stmt {
    this.take()
    this.expect('operator', '(')
    const start = this.at(';') ? null : this.expression()
    if (start !== null && this.at('operator', ')') && start.kind === 'in') {
      const [name] = start.kids
      if (name?.kind === 'get' && name.target.kind === 'var') {
        this.take()
        return { kind: 'each', name: name.target.ref, array: start.ref, body: this.#body() }
      }
    }
    this.expect(';')
    const test = this.at(';') ? null : this.expression()
    this.expect(';')
    const step = this.at('operator', ')') ? null : this.expression()
    this.expect('operator', ')')
    return { kind: 'for', start, test, step, body: this.#body() }
  }

  #print(): Stmt {
    const formatted = this.take().text === 'printf'
    this.lexer.printing = true
    let args = this.#printArguments()
    const [only] = args
    if (args.length === 1 && only?.kind === 'group') args = only.kids
    let output: { how: string; to: Expr } | null = null
    if (this.at('output')) {
      const how = this.take().text
      output = { how, to: this.expression() }
    }
    this.lexer.printing = false
    this.#separator()
    if (formatted && args.length === 0 && !this.panic) this.complain('no arguments in call to printf')
    return { kind: 'print', formatted, args, output }
  }

  #printArguments(): readonly Expr[] {
    if (this.at('newline') || this.at(';') || this.at('output')) return []
    return this.list(true)
  }
}
