// Running statements and rules. Ref: mawk execute.c
import type { Blocking } from '../../os/program.ts'
import type { AwkProgram, Cell, Expr, Rule, Stmt } from './ast.ts'
import { Evaluator } from './evaluate.ts'
import { sprintf, toText } from './format.ts'
import type { MainInput } from './mainInput.ts'
import { textOctets } from './octets.ts'
import type { Runtime } from './runtime.ts'
import { isTrue, toInt, toNumber, type Value } from './value.ts'

/** How a statement ends. */
type Flow = 'on' | 'break' | 'continue' | 'next' | 'nextfile' | 'exit' | 'return'

/** Statements between two looks at signals. */
const STATEMENTS_A_TURN = 5000
/** What they take, in nanoseconds. */
const TURN_TIME = 1_000_000
/** Calls within calls: about where mawk's stack is full. */
const DEEPEST = 1000

export class Interpreter {
  readonly #rt: Runtime
  readonly #program: AwkProgram
  readonly #input: MainInput
  readonly #evaluator: Evaluator
  readonly #inRange = new Set<Rule>()
  #ran = 0
  #returned: Value = null
  /** exit or next inside a function: what is around the call ends as well. */
  #unwind: 'exit' | 'next' | 'nextfile' | null = null

  constructor(rt: Runtime, program: AwkProgram, input: MainInput) {
    this.#rt = rt
    this.#program = program
    this.#input = input
    this.#evaluator = new Evaluator(rt, input, (expr, args) => this.#callUser(expr, args))
  }

  /** BEGIN, the rules on every record, END. */
  *run(): Blocking<void> {
    const { begin, end, rules, hasEnd } = this.#program
    let flow = yield* this.#list(begin)
    if (flow !== 'exit' && (rules.length > 0 || hasEnd)) flow = yield* this.#records()
    if (this.#rt.failure === null) yield* this.#list(end)
  }

  *#records(): Blocking<Flow> {
    const rt = this.#rt
    for (;;) {
      const record = yield* this.#input.next()
      if (record === null) return rt.failure === null ? 'on' : 'exit'
      rt.count('NR')
      rt.count('FNR')
      rt.record.set(record)
      const flow = yield* this.#rules()
      if (flow === 'exit') return flow
      if (flow === 'nextfile') this.#input.skip()
      if (rt.out.wrote) yield* rt.out.room()
    }
  }

  *#rules(): Blocking<Flow> {
    for (const rule of this.#program.rules) {
      const chosen = yield* this.#applies(rule)
      if (this.#rt.failure !== null) return 'exit'
      if (!chosen) continue
      if (rule.body === null) {
        this.#rt.out.print(textOctets(this.#line([])))
        continue
      }
      const flow = yield* this.#run(rule.body)
      if (flow !== 'on') return flow
    }
    return 'on'
  }

  *#applies(rule: Rule): Blocking<boolean> {
    if (rule.pattern === null) return true
    if (rule.until === null) return yield* this.#test(rule.pattern)
    if (!this.#inRange.has(rule)) {
      if (!(yield* this.#test(rule.pattern))) return false
      this.#inRange.add(rule)
    }
    if (yield* this.#test(rule.until)) this.#inRange.delete(rule)
    return true
  }

  *#test(expr: Expr): Blocking<boolean> {
    return isTrue(expr.blocks ? yield* this.#evaluator.wait(expr) : this.#evaluator.now(expr))
  }

  *#list(statements: readonly Stmt[]): Blocking<Flow> {
    for (const statement of statements) {
      const flow = yield* this.#run(statement)
      if (flow !== 'on') return flow
    }
    return 'on'
  }

  *#value(expr: Expr): Blocking<Value> {
    return expr.blocks ? yield* this.#evaluator.wait(expr) : this.#evaluator.now(expr)
  }

  *#run(statement: Stmt): Blocking<Flow> {
    if (++this.#ran % STATEMENTS_A_TURN === 0) yield { on: [], until: this.#rt.p.clock.now() + TURN_TIME }
    const flow = yield* this.#statement(statement)
    if (this.#rt.failure !== null) return 'exit'
    if (this.#unwind === null) return flow
    const unwind = this.#unwind
    this.#unwind = null
    return unwind
  }

  *#statement(statement: Stmt): Blocking<Flow> {
    switch (statement.kind) {
      case 'expr':
        yield* this.#value(statement.expr)
        return 'on'
      case 'print':
        yield* this.#print(statement)
        return 'on'
      case 'block':
        return yield* this.#list(statement.body)
      case 'if':
        if (yield* this.#test(statement.test)) return yield* this.#run(statement.body)
        return statement.otherwise ? yield* this.#run(statement.otherwise) : 'on'
      case 'while':
        return yield* this.#while(statement)
      case 'for':
        return yield* this.#for(statement)
      case 'each':
        return yield* this.#each(statement)
      case 'delete':
        yield* this.#delete(statement)
        return 'on'
      case 'exit':
        if (statement.value) this.#rt.status = toInt(toNumber(yield* this.#value(statement.value))) & 255
        return 'exit'
      case 'return':
        this.#returned = statement.value ? yield* this.#value(statement.value) : null
        return 'return'
      default:
        return statement.kind
    }
  }

  *#while(statement: Stmt & { readonly kind: 'while' }): Blocking<Flow> {
    let { first } = statement
    for (;;) {
      if (first && !(yield* this.#test(statement.test))) return 'on'
      first = true
      if (this.#rt.failure !== null) return 'exit'
      const flow = yield* this.#run(statement.body)
      if (flow === 'break') return 'on'
      if (flow !== 'on' && flow !== 'continue') return flow
    }
  }

  *#for(statement: Stmt & { readonly kind: 'for' }): Blocking<Flow> {
    const { start, test, step, body } = statement
    if (start) yield* this.#value(start)
    for (;;) {
      if (test && !(yield* this.#test(test))) return 'on'
      const flow = yield* this.#run(body)
      if (flow === 'break') return 'on'
      if (flow !== 'on' && flow !== 'continue') return flow
      if (step) yield* this.#value(step)
      if (this.#rt.failure !== null) return 'exit'
    }
  }

  /** Over the keys there were when it began. */
  *#each(statement: Stmt & { readonly kind: 'each' }): Blocking<Flow> {
    for (const key of this.#rt.array(statement.array).keys()) {
      this.#evaluator.set(statement.name, key)
      const flow = yield* this.#run(statement.body)
      if (flow === 'break') return 'on'
      if (flow !== 'on' && flow !== 'continue') return flow
    }
    return 'on'
  }

  *#delete({ ref, subs }: Stmt & { readonly kind: 'delete' }): Blocking<void> {
    if (subs === null) {
      this.#rt.array(ref).clear()
      return
    }
    const keys: Expr[] = []
    for (const sub of subs)
      keys.push({ kind: 'value', value: yield* this.#value(sub), kids: [], blocks: false })
    this.#rt.array(ref).delete(this.#evaluator.key(keys), this.#rt.format())
  }

  // ---- print

  *#print(statement: Stmt & { readonly kind: 'print' }): Blocking<void> {
    const rt = this.#rt
    const values: Value[] = []
    for (const arg of statement.args) values.push(yield* this.#value(arg))
    if (rt.failure !== null) return
    const text = statement.formatted ? this.#formatted(values) : this.#line(values)
    if (statement.output) {
      const name = rt.text(yield* this.#value(statement.output.to))
      const written = yield* rt.streams.write(statement.output.how, name, text)
      if (!written) rt.stop(rt.streams.error ?? '')
      return
    }
    rt.out.print(textOctets(text))
    if (rt.out.wrote) yield* rt.out.room()
  }

  #line(values: readonly Value[]): string {
    const rt = this.#rt
    const end = rt.text(rt.global('ORS').value)
    if (values.length === 0) return rt.text(rt.record.whole) + end
    const format = rt.text(rt.global('OFMT').value)
    return values.map((value) => toText(value, format)).join(rt.text(rt.global('OFS').value)) + end
  }

  #formatted(values: readonly Value[]): string {
    const made = sprintf(this.#rt.text(values[0] ?? null), values.slice(1), this.#rt.format(), 'printf')
    if (made.error !== null) this.#rt.fail(made.error)
    return made.text
  }

  // ---- functions

  *#callUser(expr: Expr & { readonly kind: 'call' }, args: readonly Cell[]): Blocking<Value> {
    const rt = this.#rt
    const { body } = expr.callee
    if (body === null || rt.failure !== null) return null
    if (rt.depth >= DEEPEST) {
      rt.stop('program limit exceeded: eval stack size=1024')
      return null
    }
    const outer = rt.frame
    rt.frame = [...args]
    rt.depth++
    const flow = yield* this.#run(body)
    rt.depth--
    rt.frame = outer
    const value = flow === 'return' ? this.#returned : null
    this.#returned = null
    if (flow === 'exit' || flow === 'next' || flow === 'nextfile') this.#unwind = flow
    return value
  }
}
