// Evaluating expressions: at once where nothing can block, else operand by operand.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Entry } from './array.ts'
import type { Arithmetic, Cell, Comparison, Expr, Ref, Target } from './ast.ts'
import { callBuiltin, substitute } from './builtins.ts'
import type { MainInput } from './mainInput.ts'
import { plainSeparator, splitText, type Separator } from './record.ts'
import type { AwkRegex } from './regex.ts'
import type { Runtime } from './runtime.ts'
import { compare } from './format.ts'
import { fromOutside, isTrue, toNumber, type Value } from './value.ts'

/** Runs a user's function. */
export type Caller = (expr: Expr & { readonly kind: 'call' }, args: readonly Cell[]) => Blocking<Value>

/** Where a value can be put: a variable, an element, a field's number, or NF. */
type Place = Cell | Entry | number | 'nf'

export class Evaluator {
  readonly #rt: Runtime
  readonly #input: MainInput
  readonly #call: Caller

  constructor(rt: Runtime, input: MainInput, call: Caller) {
    this.#rt = rt
    this.#input = input
    this.#call = call
  }

  *wait(expr: Expr): Blocking<Value> {
    if (!expr.blocks) return this.now(expr)
    const [first, second, third] = expr.kids
    switch (expr.kind) {
      case 'and':
        return first && isTrue(yield* this.wait(first)) && second ? truth(yield* this.wait(second)) : 0
      case 'or':
        if (first && isTrue(yield* this.wait(first))) return 1
        return second ? truth(yield* this.wait(second)) : 0
      case 'cond': {
        const chosen = first && isTrue(yield* this.wait(first)) ? second : third
        return chosen ? yield* this.wait(chosen) : null
      }
      case 'call':
        return yield* this.#userCall(expr)
      default:
    }
    const kids: Expr[] = []
    for (const kid of expr.kids) {
      if (kid.kind === 'regex') kids.push(kid)
      else kids.push({ kind: 'value', value: yield* this.wait(kid), kids: [], blocks: false })
    }
    const ready: Expr = { ...expr, kids }
    if (ready.kind === 'getline') return yield* this.#getline(ready)
    if (ready.kind === 'builtin') {
      if (ready.name === 'close') return yield* this.#rt.streams.close(this.#text(kids[0]))
      if (ready.name === 'system') return yield* this.#rt.streams.system(this.#text(kids[0]))
      if (ready.name === 'fflush') return yield* this.#fflush(kids)
    }
    return this.now(ready)
  }

  /** Of an expression whose operands, at least, do not block. */
  now(expr: Expr): Value {
    const { kids } = expr
    switch (expr.kind) {
      case 'value':
        return expr.value
      case 'regex':
        return truth(expr.regex.test(this.#rt.text(this.#rt.record.whole)) ? 1 : 0)
      case 'get':
        return this.#load(this.#place(expr.target, kids))
      case 'paren':
      case 'group':
        return this.#kid(kids, 0)
      case 'in':
        return this.#rt.array(expr.ref).find(this.#key(kids), this.#rt.format()) ? 1 : 0
      case 'assign':
        return this.#assign(expr.target, expr.operator, kids)
      case 'step': {
        const place = this.#place(expr.target, kids)
        const before = toNumber(this.#load(place))
        this.#store(place, before + expr.by)
        return expr.before ? before + expr.by : before
      }
      case 'unary': {
        const value = this.#kid(kids, 0)
        if (expr.operator === '!') return isTrue(value) ? 0 : 1
        return expr.operator === '-' ? -toNumber(value) : toNumber(value)
      }
      case 'arithmetic': {
        const left = toNumber(this.#kid(kids, 0))
        return arithmetic(expr.operator, left, toNumber(this.#kid(kids, 1)))
      }
      case 'compare': {
        const left = this.#kid(kids, 0)
        return holds(expr.operator, compare(left, this.#kid(kids, 1), this.#rt.format())) ? 1 : 0
      }
      case 'match': {
        const text = this.#text(kids[0])
        return this.#regex(kids[1]).test(text) === expr.negated ? 0 : 1
      }
      case 'concat': {
        const left = this.#text(kids[0])
        return left + this.#text(kids[1])
      }
      case 'and':
        return isTrue(this.#kid(kids, 0)) && isTrue(this.#kid(kids, 1)) ? 1 : 0
      case 'or':
        return isTrue(this.#kid(kids, 0)) || isTrue(this.#kid(kids, 1)) ? 1 : 0
      case 'cond':
        return this.#kid(kids, isTrue(this.#kid(kids, 0)) ? 1 : 2)
      case 'builtin':
        return this.#builtin(expr)
      case 'call':
      case 'getline':
        return null
    }
  }

  #kid(kids: readonly Expr[], i: number): Value {
    const kid = kids[i]
    return kid ? this.now(kid) : null
  }

  #text(kid: Expr | undefined): string {
    return kid ? this.#rt.text(this.now(kid)) : ''
  }

  // ---- places

  #key(subs: readonly Expr[]): Value {
    if (subs.length === 1) return this.#kid(subs, 0)
    const joint = this.#rt.text(this.#rt.global('SUBSEP').value)
    return subs.map((sub) => this.#text(sub)).join(joint)
  }

  /** The element of an array that subscripts name: its key. */
  key(subs: readonly Expr[]): Value {
    return this.#key(subs)
  }

  #place(target: Target, kids: readonly Expr[]): Place {
    switch (target.kind) {
      case 'var':
        return this.#rt.cell(target.ref)
      case 'index':
        return this.#rt.array(target.ref).at(this.#key(kids), this.#rt.format())
      case 'field':
        return this.#rt.fieldIndex(this.#kid(kids, 0))
      case 'nf':
        return 'nf'
    }
  }

  #load(place: Place): Value {
    if (typeof place === 'object') return place.value
    return place === 'nf' ? this.#rt.record.count : this.#rt.record.field(place)
  }

  #store(place: Place, value: Value): void {
    if (typeof place === 'object') this.#rt.assign(place, value)
    else if (place === 'nf') this.#rt.record.setCount(value)
    else if (this.#rt.failure === null) this.#rt.record.setField(place, value)
  }

  /** `ref = value`, for the loop over an array. */
  set(ref: Ref, value: Value): void {
    this.#rt.assign(this.#rt.cell(ref), value)
  }

  #assign(target: Target, operator: Arithmetic | '', kids: readonly Expr[]): Value {
    const place = this.#place(target, kids.slice(0, -1))
    const right = this.#kid(kids, kids.length - 1)
    const value = operator === '' ? right : arithmetic(operator, toNumber(this.#load(place)), toNumber(right))
    this.#store(place, value)
    return value
  }

  // ---- functions

  /** An expression as it stands, or made of a text. */
  #regex(kid: Expr | undefined): AwkRegex {
    if (kid?.kind === 'regex') return kid.regex
    return this.#rt.regex(this.#text(kid))
  }

  #builtin(expr: Expr & { readonly kind: 'builtin' }): Value {
    const { kids, name, ref } = expr
    const rt = this.#rt
    switch (name) {
      case 'length':
        if (ref) return rt.array(ref).size
        break
      case 'split': {
        const text = this.#text(kids[0])
        const parts = splitText(text, this.#separator(kids[1]))
        if (ref) rt.array(ref).load(parts.map(fromOutside))
        return parts.length
      }
      case 'match': {
        const text = this.#text(kids[0])
        const found = this.#regex(kids[1]).find(text)
        rt.global('RSTART').value = found ? found.start + 1 : 0
        rt.global('RLENGTH').value = found ? found.end - found.start : -1
        return found ? found.start + 1 : 0
      }
      case 'sub':
      case 'gsub': {
        const regex = this.#regex(kids[0])
        const replacement = this.#text(kids[1])
        const place = this.#place(expr.target ?? { kind: 'field' }, kids.slice(2))
        const { text, count } = substitute(rt.text(this.#load(place)), regex, replacement, name === 'gsub')
        if (count > 0) this.#store(place, text)
        return count
      }
      default:
    }
    return callBuiltin(
      rt,
      name,
      kids.map((kid) => this.now(kid)),
    )
  }

  #separator(kid: Expr | undefined): Separator {
    if (!kid) return this.#rt.fieldSeparator()
    if (kid.kind === 'regex') return kid.regex
    const text = this.#text(kid)
    return plainSeparator(text) ?? this.#rt.regex(text)
  }

  *#fflush(kids: readonly Expr[]): Blocking<Value> {
    const [name] = kids
    if (name) return (yield* this.#rt.streams.flush(this.#text(name))) ? 0 : -1
    this.#rt.out.flush()
    return 0
  }

  *#userCall(expr: Expr & { readonly kind: 'call' }): Blocking<Value> {
    const args: Cell[] = []
    for (const kid of expr.kids) {
      const cell: Cell = { value: null, array: null, from: null }
      if (kid.kind === 'get' && kid.target.kind === 'var') {
        const given = this.#rt.cell(kid.target.ref)
        cell.value = given.value
        cell.array = given.array
        cell.from = given
      } else cell.value = yield* this.wait(kid)
      args.push(cell)
    }
    return yield* this.#call(expr, args)
  }

  // ---- getline

  *#getline(expr: Expr & { readonly kind: 'getline' }): Blocking<Value> {
    const { kids, target, source } = expr
    const rt = this.#rt
    const operands = source === 'main' ? kids : kids.slice(0, -1)
    let line: string | null
    if (source === 'main') line = yield* this.#input.next()
    else {
      const name = this.#text(kids.at(-1))
      const reader = source === 'file' ? rt.streams.file(name) : yield* rt.streams.from(name)
      if (isErrno(reader)) return -1
      line = yield* reader.next(rt.recordEnd())
      if (reader.input.error !== null) return -1
    }
    if (line === null) return rt.failure === null ? 0 : -1
    if (source !== 'file') rt.count('NR')
    if (source === 'main') rt.count('FNR')
    if (target === null) rt.record.set(line)
    else this.#store(this.#place(target, operands), fromOutside(line))
    return 1
  }
}

function truth(value: Value): number {
  return isTrue(value) ? 1 : 0
}

function arithmetic(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '^':
      return a ** b
  }
}

function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
