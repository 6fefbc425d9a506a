// Shell arithmetic on 64-bit integers. Tokens, precedence and messages follow bash's own evaluator.
// Ref: bash expr.c:subexp()
import { assign, readElement } from '../assign.ts'
import type { ShellState } from '../state.ts'
import { operate, parseNumeral } from './integers.ts'

/**
 * The value of an expression (already expanded as a double-quoted string). Null, having told the person why, when it
 * is none; `label` stands before the message: `((: `, `let: `.
 */
export function evaluate(shell: ShellState, text: string, label = ''): bigint | null {
  if (/^[0-9]$|^[1-9][0-9]{0,14}$/.test(text)) return BigInt(text)
  const run: Run = { shell, label, depth: 0, failed: false }
  const value = new Expression(run, text).value()
  return run.failed ? null : value
}

interface Run {
  readonly shell: ShellState
  readonly label: string
  depth: number
  failed: boolean
}

/** bash allows 1024; a variable that names itself never ends either way. */
const DEEPEST = 256

type Kind = 'end' | 'num' | 'name' | 'op' | 'assign' | 'preinc' | 'postinc' | 'cond'

const OPERATORS = /^(?:<<=|>>=|\*\*|==|!=|<=|>=|&&|\|\||<<|>>|[-*/%+&^|]=|[-=<>+*/%!()&|^~?:,])/
const ASSIGNING = new Set(['*=', '/=', '%=', '+=', '-=', '&=', '^=', '|=', '<<=', '>>='])

/** Binary operators, the loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
]

class Expression {
  readonly #run: Run
  readonly #text: string
  /** Where the next token is looked for, and where the last one began. */
  #at = 0
  #start = 0
  #kind: Kind = 'end'
  #last: Kind = 'end'
  /** Operator, or the name of a variable with its subscript. */
  #token = ''
  #number = 0n
  /** Above 0 in a branch that is parsed but has no effect. */
  #dry = 0

  constructor(run: Run, text: string) {
    this.#run = run
    this.#text = text
  }

  value(): bigint {
    if (this.#text.trim() === '') return 0n
    if (++this.#run.depth > DEEPEST) {
      this.#start = this.#text.length - this.#text.trimStart().length
      return this.#fail('expression recursion level exceeded')
    }
    this.#next()
    const value = this.#comma()
    if (this.#kind !== 'end') this.#fail('syntax error in expression')
    this.#run.depth--
    return value
  }

  #fail(message: string, end = this.#text.length): bigint {
    const run = this.#run
    if (!run.failed) {
      const shown = this.#text.slice(0, end)
      const token = shown.slice(this.#start)
      run.shell.report(`${run.label}${shown.trimStart()}: ${message} (error token is "${token}")`)
    }
    run.failed = true
    this.#kind = 'end'
    this.#at = this.#text.length
    return 0n
  }

  #is(token: string): boolean {
    return this.#kind === 'op' && this.#token === token
  }

  #ended(): boolean {
    return this.#kind === 'end'
  }

  // ---- tokens

  #next(): void {
    if (this.#run.failed) return
    const text = this.#text
    while (/[ \t\n]/.test(text[this.#at] ?? '')) this.#at++
    const c = text[this.#at]
    if (c === undefined) return this.#set('end', '')
    this.#start = this.#at
    if (/[A-Za-z_]/.test(c)) return this.#name()
    if (c >= '0' && c <= '9') return this.#numeral()
    if ((c === '+' || c === '-') && text[this.#at + 1] === c && this.#doubled(c)) return
    const operator = OPERATORS.exec(text.slice(this.#at, this.#at + 3))?.[0]
    if (operator === undefined) {
      const wanted = this.#kind === 'end' || this.#kind === 'op' || this.#kind === 'assign'
      this.#fail(wanted ? 'syntax error: operand expected' : 'syntax error: invalid arithmetic operator')
      return
    }
    this.#at += operator.length
    this.#set(operator === '=' || ASSIGNING.has(operator) ? 'assign' : 'op', operator)
  }

  #set(kind: Kind, token: string): void {
    this.#last = this.#kind
    this.#kind = kind
    this.#token = token
  }

  /** `++` and `--`: false when they are two signs. */
  #doubled(c: string): boolean {
    if (this.#kind === 'name') {
      this.#at += 2
      this.#set('postinc', c)
      return true
    }
    if (this.#kind === 'num' && this.#last === 'preinc') {
      this.#fail(`${c}${c}: assignment requires lvalue`)
      return true
    }
    if (!/^\s*[A-Za-z_]/.test(this.#text.slice(this.#at + 2))) return false
    this.#at += 2
    this.#set('preinc', c)
    return true
  }

  #name(): void {
    const text = this.#text
    let at = this.#at
    while (/[A-Za-z0-9_]/.test(text[at] ?? '')) at++
    if (text[at] === '[') {
      const end = closingBracket(text, at)
      if (end < 0) {
        this.#fail('bad array subscript')
        return
      }
      at = end + 1
    }
    this.#at = at
    this.#set('name', text.slice(this.#start, at))
  }

  #numeral(): void {
    const digits = /^[0-9A-Za-z#@_]+/.exec(this.#text.slice(this.#at))?.[0] ?? ''
    this.#at += digits.length
    const number = parseNumeral(digits)
    if (typeof number === 'string') {
      this.#fail(number, this.#at)
      return
    }
    this.#number = number
    this.#set('num', digits)
  }

  // ---- grammar

  #comma(): bigint {
    let value = this.#assignment()
    while (this.#is(',')) {
      this.#next()
      value = this.#assignment()
    }
    return value
  }

  #assignment(): bigint {
    const name = this.#kind === 'name' ? this.#token : ''
    const value = this.#conditional()
    if (this.#kind !== 'assign') return value
    if (this.#last !== 'name') return this.#fail('attempted assignment to non-variable')
    const operator = this.#token
    this.#next()
    const divisor = this.#start
    let right = this.#assignment()
    if (this.#run.failed) return 0n
    if (operator !== '=') {
      if ((operator === '/=' || operator === '%=') && right === 0n) {
        if (this.#dry === 0) {
          this.#start = divisor
          return this.#fail('division by 0')
        }
        right = 1n
      }
      right = operate(operator.slice(0, -1), value, right)
    }
    this.#store(name, right)
    return right
  }

  #conditional(): bigint {
    const condition = this.#or()
    if (!this.#is('?')) return condition
    this.#next()
    if (this.#ended() || this.#is(':')) return this.#fail('expression expected')
    if (condition === 0n) this.#dry++
    const yes = this.#comma()
    if (condition === 0n) this.#dry--
    if (!this.#is(':')) return this.#fail("`:' expected for conditional expression")
    this.#next()
    if (this.#ended()) return this.#fail('expression expected')
    if (condition !== 0n) this.#dry++
    const no = this.#conditional()
    if (condition !== 0n) this.#dry--
    this.#last = 'cond'
    return condition !== 0n ? yes : no
  }

  #or(): bigint {
    let value = this.#and()
    while (this.#is('||')) {
      this.#next()
      if (value !== 0n) this.#dry++
      const right = this.#and()
      if (value !== 0n) this.#dry--
      value = value !== 0n || right !== 0n ? 1n : 0n
      this.#last = 'op'
    }
    return value
  }

  #and(): bigint {
    let value = this.#level(0)
    while (this.#is('&&')) {
      this.#next()
      if (value === 0n) this.#dry++
      const right = this.#level(0)
      if (value === 0n) this.#dry--
      value = value !== 0n && right !== 0n ? 1n : 0n
      this.#last = 'op'
    }
    return value
  }

  #level(depth: number): bigint {
    const operators = LEVELS[depth]
    if (!operators) return this.#power()
    let value = this.#level(depth + 1)
    while (this.#kind === 'op' && operators.includes(this.#token)) {
      const operator = this.#token
      let after = this.#at
      while (/\s/.test(this.#text[after] ?? '')) after++
      this.#next()
      let right = this.#level(depth + 1)
      if (this.#run.failed) return 0n
      if ((operator === '/' || operator === '%') && right === 0n) {
        if (this.#dry === 0) {
          this.#start = after
          return this.#fail('division by 0')
        }
        right = 1n
      }
      value = operate(operator, value, right)
      this.#last = 'num'
    }
    return value
  }

  #power(): bigint {
    const base = this.#unary()
    if (!this.#is('**')) return base
    this.#next()
    const exponent = this.#power()
    this.#last = 'num'
    if (exponent < 0n) return this.#fail('exponent less than 0')
    return operate('**', base, exponent)
  }

  #unary(): bigint {
    if (this.#kind !== 'op') return this.#primary()
    const operator = this.#token
    if (operator !== '!' && operator !== '~' && operator !== '-' && operator !== '+') return this.#primary()
    this.#next()
    const value = this.#unary()
    this.#last = 'num'
    if (operator === '!') return value === 0n ? 1n : 0n
    if (operator === '~') return ~value
    return operator === '-' ? BigInt.asIntN(64, -value) : value
  }

  #primary(): bigint {
    if (this.#kind === 'preinc') {
      const step = this.#token === '+' ? 1n : -1n
      this.#next()
      const name = this.#token
      const value = BigInt.asIntN(64, this.#load(name) + step)
      this.#store(name, value)
      // `++x++` is told from `++x + +1` by this.
      this.#last = 'preinc'
      this.#kind = 'num'
      this.#next()
      return value
    }
    if (this.#is('(')) {
      this.#next()
      const value = this.#comma()
      if (!this.#is(')')) return this.#fail("missing `)'")
      this.#next()
      return value
    }
    if (this.#kind === 'num') {
      const value = this.#number
      this.#next()
      return value
    }
    if (this.#kind === 'name') return this.#variable()
    return this.#fail('syntax error: operand expected')
  }

  #variable(): bigint {
    const name = this.#token
    this.#next()
    if (this.#kind === 'assign' && this.#token === '=') return 0n
    const value = this.#load(name)
    if (this.#kind === 'postinc') {
      const step = this.#token === '+' ? 1n : -1n
      this.#store(name, BigInt.asIntN(64, value + step))
      this.#kind = 'num'
      this.#next()
    }
    return value
  }

  // ---- variables

  #load(reference: string): bigint {
    if (this.#dry > 0 || this.#run.failed) return 0n
    const { shell } = this.#run
    const bracket = reference.indexOf('[')
    const name = bracket < 0 ? reference : reference.slice(0, bracket)
    const text =
      bracket < 0 ? shell.vars.get(name) : readElement(shell, name, reference.slice(bracket + 1, -1))
    if (text === null) {
      // An element that is not there is 0 even so.
      if (!shell.option('nounset') || bracket >= 0) return 0n
      shell.fatal(`${reference}: unbound variable`)
      this.#run.failed = true
      return 0n
    }
    if (/^(?:0|-?[1-9][0-9]{0,14})$/.test(text)) return BigInt(text)
    return new Expression(this.#run, text).value()
  }

  #store(reference: string, value: bigint): void {
    if (this.#dry > 0 || this.#run.failed) return
    const bracket = reference.indexOf('[')
    const name = bracket < 0 ? reference : reference.slice(0, bracket)
    const subscript = bracket < 0 ? null : reference.slice(bracket + 1, -1)
    if (!assign(this.#run.shell, name, subscript, value.toString())) this.#run.failed = true
  }
}

function closingBracket(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '[') depth++
    else if (text[i] === ']' && --depth === 0) return i
  }
  return -1
}
