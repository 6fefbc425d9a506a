// Reading what operators stand between: constants, variables, calls, getline. Ref: mawk parse.y
import type { Callee, Expr, Ref, Target } from './ast.ts'
import type { BuiltinName, Token } from './lexer.ts'
import { AwkRegex } from './regex.ts'
import { TokenParser } from './tokens.ts'
import type { Value } from './value.ts'

/** Fewest and most arguments; those with an array or a target are read by themselves. */
const ARGUMENTS: Readonly<Record<string, readonly [number, number]>> = {
  length: [0, 1],
  index: [2, 2],
  substr: [2, 3],
  sprintf: [1, 255],
  sin: [1, 1],
  cos: [1, 1],
  atan2: [2, 2],
  exp: [1, 1],
  log: [1, 1],
  int: [1, 1],
  sqrt: [1, 1],
  rand: [0, 0],
  srand: [0, 1],
  close: [1, 1],
  system: [1, 1],
  toupper: [1, 1],
  tolower: [1, 1],
  fflush: [0, 1],
  strftime: [0, 3],
  mktime: [1, 1],
  systime: [0, 0],
}

/** Builtins that may wait: for a file's end, for a command. */
const WAITS: ReadonlySet<string> = new Set(['close', 'system', 'fflush'])
const FIELD_ZERO: Value = 0

/** The members of a union with what `make` fills in left out. */
type Draft<T> = T extends unknown ? Omit<T, 'kids' | 'blocks'> : never

export interface Call {
  readonly callee: Callee
  readonly line: number
  readonly args: readonly Expr[]
}

export abstract class OperandParser extends TokenParser {
  /** Calls of functions, to be checked when all of them are known. */
  protected readonly calls: Call[] = []

  /** One or more, with commas between. `grouped`: the first may be a list in parentheses, as print takes. */
  protected abstract list(grouped?: boolean): readonly Expr[]
  protected abstract expression(grouped?: boolean): Expr
  /** What binds at least as tight as `^`. */
  protected abstract power(grouped: boolean): Expr

  protected make(draft: Draft<Expr>, kids: readonly Expr[], waits = false): Expr {
    return { ...draft, kids, blocks: waits || kids.some((kid) => kid.blocks) } as Expr
  }

  protected nothing(): Expr {
    return this.make({ kind: 'value', value: null }, [])
  }

  /** A text that is written there is compiled at once. */
  protected asRegex(expr: Expr): Expr {
    const [inner] = expr.kids
    if (expr.kind === 'paren' && inner) return this.asRegex(inner)
    if (expr.kind !== 'value' || typeof expr.value !== 'string') return expr
    return this.#compiled(expr.value)
  }

  #compiled(text: string): Expr {
    const regex = AwkRegex.compile(text)
    if (!('error' in regex)) return this.make({ kind: 'regex', regex }, [])
    // It says so at once, and that is all it says.
    this.complain(`regular expression compile failed (${regex.error})\n${text}`)
    this.stop()
    return this.nothing()
  }

  protected membership(subs: readonly Expr[]): Expr {
    this.take()
    const name = this.take()
    if (name.kind !== 'name') {
      this.fail(name)
      return this.nothing()
    }
    return this.make({ kind: 'in', ref: this.scope.ref(name.text, 'array') }, subs)
  }

  protected primary(grouped: boolean): Expr {
    if (this.panic) return this.nothing()
    const token = this.take()
    switch (token.kind) {
      case 'number':
        return this.make({ kind: 'value', value: token.number }, [])
      case 'string':
        return this.make({ kind: 'value', value: token.text }, [])
      case 'regex':
        return this.#compiled(token.text)
      case 'field':
        return this.make({ kind: 'get', target: { kind: 'field' } }, [this.#number(token.number)])
      case 'name':
        return this.#variable(token)
      case 'call':
        return this.#call(token)
      case 'builtin':
        return this.#builtin(token.text as BuiltinName)
      case 'keyword':
        if (token.text === 'getline') return this.#getline()
        break
      case 'operator':
        if (token.text === '(') return this.#parentheses(grouped)
        if (token.text === '$') return this.#field()
        for (const [sign, by] of STEPS) if (token.text === sign) return this.#stepBefore(by)
        break
      default:
    }
    this.fail(token)
    return this.nothing()
  }

  #number(value: number): Expr {
    return this.make({ kind: 'value', value }, [])
  }

  #variable({ text }: Token): Expr {
    if (text === 'NF') return this.make({ kind: 'get', target: { kind: 'nf' } }, [])
    if (this.skip('operator', '[')) {
      const ref = this.scope.ref(text, 'array')
      const subs = this.list()
      this.expect('operator', ']')
      return this.make({ kind: 'get', target: { kind: 'index', ref } }, subs)
    }
    // A bare argument of a function may turn out to be an array.
    const handedOn = this.#inCall && (this.at('operator', ',') || this.at('operator', ')'))
    const ref = this.scope.ref(text, handedOn ? null : 'variable')
    return this.make({ kind: 'get', target: { kind: 'var', ref } }, [])
  }

  #inCall = false

  #call({ text, line }: Token): Expr {
    const callee = this.scope.callee(text)
    this.expect('operator', '(')
    const args: Expr[] = []
    while (!this.panic && !this.at('operator', ')')) {
      if (args.length > 0) this.expect('operator', ',')
      this.#inCall = true
      args.push(this.expression())
    }
    this.#inCall = false
    this.expect('operator', ')')
    this.calls.push({ callee, line, args })
    return this.make({ kind: 'call', callee }, args, true)
  }

  #parentheses(grouped: boolean): Expr {
    const outer = this.#inCall
    this.#inCall = false
    const inside = this.list()
    this.expect('operator', ')')
    this.#inCall = outer
    const [only] = inside
    if (inside.length === 1 && only) return this.make({ kind: 'paren' }, [only])
    // A list: print's whole list, or what `in` asks for.
    if (this.at('keyword', 'in')) return this.membership(inside)
    if (!grouped || !(this.at('newline') || this.at(';') || this.at('output'))) this.fail(this.peek())
    return this.make({ kind: 'group' }, inside)
  }

  /** `$` binds tightest: `$i++` steps the field. */
  #field(): Expr {
    for (const operator of ['-', '+', '!'] as const) {
      if (!this.skip('operator', operator)) continue
      const index = this.make({ kind: 'unary', operator }, [this.primary(false)])
      return this.make({ kind: 'get', target: { kind: 'field' } }, [index])
    }
    const operand = this.primary(false)
    // `$NF--` steps NF, `$i--` the field.
    const index = isField(operand) || operand.kind === 'paren' ? this.stepAfter(operand) : operand
    return this.make({ kind: 'get', target: { kind: 'field' } }, [index])
  }

  /** With the `++` or `--` behind it, if there is one. */
  protected stepAfter(operand: Expr): Expr {
    const target = operand.kind === 'get' ? operand : operand.kind === 'paren' ? fieldInside(operand) : null
    if (target === null) return operand
    for (const [sign, by] of STEPS) {
      if (!this.skip('operator', sign)) continue
      return this.make({ kind: 'step', target: target.target, by, before: false }, target.kids)
    }
    return operand
  }

  #stepBefore(by: number): Expr {
    const token = this.peek()
    const operand = this.primary(false)
    const target = operand.kind === 'get' ? operand : operand.kind === 'paren' ? fieldInside(operand) : null
    if (target === null) {
      this.fail(token)
      return this.nothing()
    }
    return this.make({ kind: 'step', target: target.target, by, before: true }, target.kids)
  }

  #getline(): Expr {
    const into = this.getlineTarget()
    const target = into?.target ?? null
    const kids = into?.kids ?? []
    if (!this.skip('operator', '<')) return this.make({ kind: 'getline', source: 'main', target }, kids, true)
    return this.make({ kind: 'getline', source: 'file', target }, [...kids, this.power(false)], true)
  }

  protected getlineTarget(): { readonly target: Target; readonly kids: readonly Expr[] } | null {
    if (!this.at('name') && !this.at('field') && !this.at('operator', '$')) return null
    const operand = this.primary(false)
    return operand.kind === 'get' ? operand : null
  }

  #builtin(name: BuiltinName): Expr {
    if (name === 'length' && !this.at('operator', '(')) {
      return this.make({ kind: 'builtin', name, ref: null, target: null }, [])
    }
    this.expect('operator', '(')
    if (name === 'split') return this.#split()
    if (name === 'match' || name === 'sub' || name === 'gsub') return this.#matching(name)
    const outer = this.#inCall
    // length takes arrays as well.
    this.#inCall = name === 'length'
    const args = this.at('operator', ')') ? [] : this.list()
    this.expect('operator', ')')
    this.#inCall = outer
    if (name === 'length') {
      const ref = this.#bareArray(args[0])
      if (ref) return this.make({ kind: 'builtin', name, ref, target: null }, [])
    }
    const [fewest, most] = ARGUMENTS[name] ?? [0, 0]
    if (!this.panic && (args.length < fewest || args.length > most)) {
      this.complain(`wrong number of arguments in call to ${name}`)
    }
    return this.make({ kind: 'builtin', name, ref: null, target: null }, args, WAITS.has(name))
  }

  /** What a lone name stands for when it is an array; else it is from now on a variable. */
  #bareArray(expr: Expr | undefined): Ref | null {
    if (expr?.kind !== 'get' || expr.target.kind !== 'var') return null
    const { ref } = expr.target
    if (this.scope.isArray(ref.name)) return ref
    this.scope.ref(ref.name, 'variable')
    return null
  }

  #split(): Expr {
    const outer = this.#inCall
    this.#inCall = false
    const text = this.expression()
    this.expect('operator', ',')
    const name = this.take()
    if (name.kind !== 'name') this.fail(name)
    const ref = this.scope.ref(name.text, 'array')
    const kids = this.skip('operator', ',') ? [text, this.expression()] : [text]
    this.expect('operator', ')')
    this.#inCall = outer
    return this.make({ kind: 'builtin', name: 'split', ref, target: null }, kids)
  }

  /** match(text, regex), sub(regex, text) and sub(regex, text, target): the target's own operands come last. */
  #matching(name: 'match' | 'sub' | 'gsub'): Expr {
    const outer = this.#inCall
    this.#inCall = false
    const first = this.expression()
    this.expect('operator', ',')
    const second = this.expression()
    const kids = name === 'match' ? [first, this.asRegex(second)] : [this.asRegex(first), second]
    let target: Target | null = null
    if (name !== 'match') {
      target = { kind: 'field' }
      if (this.skip('operator', ',')) {
        const token = this.peek()
        const into = this.primary(false)
        const inside = into.kind === 'paren' ? fieldInside(into) : into
        if (inside?.kind === 'get') {
          target = inside.target
          kids.push(...inside.kids)
        } else this.fail(token)
      } else kids.push(this.make({ kind: 'value', value: FIELD_ZERO }, []))
    }
    this.expect('operator', ')')
    this.#inCall = outer
    return this.make({ kind: 'builtin', name, ref: null, target }, kids)
  }
}

const STEPS = [
  ['++', 1],
  ['--', -1],
] as const

/** `($1)` can be assigned, `(x)` cannot. */
export function fieldInside(paren: Expr): (Expr & { readonly kind: 'get' }) | null {
  const [only] = paren.kids
  if (only?.kind === 'paren') return fieldInside(only)
  return only?.kind === 'get' && isField(only) ? only : null
}

function isField(expr: Expr): boolean {
  return expr.kind === 'get' && (expr.target.kind === 'field' || expr.target.kind === 'nf')
}
