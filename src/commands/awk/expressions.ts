// Reading expressions, from the loosest operator to the tightest. Ref: mawk parse.y
import type { Arithmetic, Comparison, Expr } from './ast.ts'
import { fieldInside, OperandParser } from './operands.ts'

export class ExpressionParser extends OperandParser {
  /** One or more, with commas between. `grouped`: the first may be a list in parentheses, as print takes. */
  protected override list(grouped = false): readonly Expr[] {
    const first = this.expression(grouped)
    const all = [first]
    while (this.skip('operator', ',')) all.push(this.expression())
    return all
  }

  protected override expression(grouped = false): Expr {
    return this.#conditional(grouped)
  }

  #conditional(grouped: boolean): Expr {
    const test = this.#or(grouped)
    if (!this.skip('operator', '?')) return test
    const yes = this.expression()
    this.expect('operator', ':')
    return this.make({ kind: 'cond' }, [test, yes, this.expression()])
  }

  #or(grouped: boolean): Expr {
    let left = this.#and(grouped)
    while (this.skip('operator', '||')) left = this.make({ kind: 'or' }, [left, this.#and(false)])
    return left
  }

  #and(grouped: boolean): Expr {
    let left = this.#in(grouped)
    while (this.skip('operator', '&&')) left = this.make({ kind: 'and' }, [left, this.#in(false)])
    return left
  }

  #in(grouped: boolean): Expr {
    let left = this.#match(grouped)
    while (this.at('keyword', 'in')) left = this.membership(left.kind === 'group' ? left.kids : [left])
    return left
  }

  #match(grouped: boolean): Expr {
    let left = this.#comparison(grouped)
    while (this.at('operator', '~') || this.at('operator', '!~')) {
      const negated = this.take().text === '!~'
      left = this.make({ kind: 'match', negated }, [left, this.asRegex(this.#comparison(false))])
    }
    return left
  }

  #comparison(grouped: boolean): Expr {
    let left = this.#assignment(grouped)
    while (!this.panic && this.peek().kind === 'operator') {
      const operator = this.peek().text
      if (!isComparison(operator)) break
      this.take()
      left = this.make({ kind: 'compare', operator }, [left, this.#assignment(false)])
    }
    return left
  }

  /** What is concatenated; when that is a target, it may be assigned here. */
  #assignment(grouped: boolean): Expr {
    const left = this.#concatenation(grouped)
    const operator = this.at('operator', this.peek().text) ? this.peek().text : ''
    if (!/^[-+*/%^]?=$/.test(operator)) return left
    const into = left.kind === 'get' ? left : left.kind === 'paren' ? fieldInside(left) : null
    if (into === null) return left
    this.take()
    const arithmetic = operator.slice(0, -1) as Arithmetic | ''
    return this.make({ kind: 'assign', target: into.target, operator: arithmetic }, [
      ...into.kids,
      this.expression(),
    ])
  }

  #concatenation(grouped: boolean): Expr {
    let left = this.#additive(grouped)
    if (left.kind === 'group') return left
    while (this.#startsOperand()) left = this.make({ kind: 'concat' }, [left, this.#additive(false)])
    return left
  }

  #startsOperand(): boolean {
    if (this.panic) return false
    const { kind, text } = this.peek()
    if (['number', 'string', 'regex', 'name', 'call', 'builtin', 'field'].includes(kind)) return true
    if (kind === 'keyword') return text === 'getline'
    return kind === 'operator' && ['$', '!', '(', '-', '+', '++', '--'].includes(text)
  }

  #additive(grouped: boolean): Expr {
    let left = this.#multiplicative(grouped)
    while (this.at('operator', '+') || this.at('operator', '-')) {
      const operator = this.take().text as Arithmetic
      left = this.make({ kind: 'arithmetic', operator }, [left, this.#multiplicative(false)])
    }
    return left
  }

  #multiplicative(grouped: boolean): Expr {
    let left = this.#unary(grouped)
    while (['*', '/', '%'].some((operator) => this.at('operator', operator))) {
      const operator = this.take().text as Arithmetic
      left = this.make({ kind: 'arithmetic', operator }, [left, this.#unary(false)])
    }
    return left
  }

  #unary(grouped: boolean): Expr {
    for (const operator of ['!', '-', '+'] as const) {
      if (this.skip('operator', operator)) return this.make({ kind: 'unary', operator }, [this.#unary(false)])
    }
    return this.#piped(grouped)
  }

  /** `command | getline`. */
  #piped(grouped: boolean): Expr {
    let left = this.power(grouped)
    while (this.at('operator', '|')) {
      this.take()
      if (!this.at('keyword', 'getline')) {
        this.fail(this.peek())
        return left
      }
      this.take()
      const into = this.getlineTarget()
      const kids = [...(into?.kids ?? []), left]
      left = this.make({ kind: 'getline', source: 'command', target: into?.target ?? null }, kids, true)
    }
    return left
  }

  protected override power(grouped: boolean): Expr {
    const base = this.stepAfter(this.primary(grouped))
    if (!this.skip('operator', '^')) return base
    const exponent = ['!', '-', '+'].some((sign) => this.at('operator', sign))
      ? this.#unary(false)
      : this.power(false)
    return this.make({ kind: 'arithmetic', operator: '^' }, [base, exponent])
  }
}

function isComparison(text: string): text is Comparison {
  return ['<', '<=', '==', '!=', '>', '>='].includes(text)
}
