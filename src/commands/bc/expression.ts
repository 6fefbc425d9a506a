// One line of bc(1): statements between semicolons, carried out as they are read.
import {
  add,
  compare,
  divide,
  formatDecimal,
  integer,
  multiply,
  negate,
  parseDecimal,
  raise,
  remainder,
  rescale,
  squareRoot,
  type Decimal,
} from './number.ts'

export interface BcState {
  scale: number
  obase: number
  readonly variables: Map<string, Decimal>
}

export interface Outcome {
  readonly printed: string[]
  /** `syntax`, or what a runtime error says. */
  error: string | null
  unsupported: string | null
  quit: boolean
}

class Stop extends Error {}

const REFUSED = new Set(
  'define auto return if else for while break continue halt limits print read s c a l e j ibase'.split(' '),
)
const ZERO = integer(0n)
const ONE = integer(1n)
const MOST_SCALE = 10_000
const MOST_EXPONENT = 100_000

export class BcLine {
  readonly #tokens: readonly string[]
  #at = 0
  /** The last expression was an assignment: it is not printed. */
  #assigned = false
  readonly #outcome: Outcome = { printed: [], error: null, unsupported: null, quit: false }

  constructor(
    private readonly state: BcState,
    line: string,
  ) {
    this.#tokens =
      line.match(/"[^"]*"|[0-9]*\.?[0-9]+\.?|[a-z][a-z0-9_]*|(?:\+\+|--|&&|\|\||[-+*/%^<>=!]=|[^\s])/g) ?? []
  }

  run(): Outcome {
    try {
      while (this.#at < this.#tokens.length) {
        if (this.#take(';')) continue
        this.#statement()
        const next = this.#tokens[this.#at]
        if (next !== undefined && next !== ';') this.#fail('syntax')
      }
    } catch (error) {
      if (!(error instanceof Stop)) throw error
    }
    return this.#outcome
  }

  #fail(error: string): never {
    this.#outcome.error ??= error
    throw new Stop()
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at++
    return true
  }

  #statement(): void {
    const [token = ''] = this.#tokens.slice(this.#at)
    if (token.startsWith('"')) {
      this.#at++
      this.#outcome.printed.push(token.slice(1, -1))
      return
    }
    if (token === 'quit') {
      this.#outcome.quit = true
      throw new Stop()
    }
    this.#assigned = false
    const value = this.#or()
    if (!this.#assigned) this.#outcome.printed.push(`${this.#shown(value)}\n`)
  }

  #shown(value: Decimal): string {
    const { obase } = this.state
    if (obase === 10) return formatDecimal(value)
    if (value.scale > 0 || obase > 16) {
      this.#outcome.unsupported = obase > 16 ? 'an obase above 16' : 'a fraction in another base'
      throw new Stop()
    }
    return value.digits.toString(obase).toUpperCase()
  }

  #or(): Decimal {
    let left = this.#and()
    while (this.#take('||')) {
      const right = this.#and()
      left = truth(left.digits !== 0n || right.digits !== 0n)
      this.#assigned = false
    }
    return left
  }

  #and(): Decimal {
    let left = this.#not()
    while (this.#take('&&')) {
      const right = this.#not()
      left = truth(left.digits !== 0n && right.digits !== 0n)
      this.#assigned = false
    }
    return left
  }

  #not(): Decimal {
    if (!this.#take('!')) return this.#relation()
    const value = this.#not()
    this.#assigned = false
    return truth(value.digits === 0n)
  }

  #relation(): Decimal {
    let left = this.#sum()
    for (;;) {
      const operator = this.#tokens[this.#at] ?? ''
      if (!['<', '<=', '==', '!=', '>=', '>'].includes(operator)) return left
      this.#at++
      const order = compare(left, this.#sum())
      this.#assigned = false
      left = truth(
        operator === '<'
          ? order < 0
          : operator === '<='
            ? order <= 0
            : operator === '=='
              ? order === 0
              : operator === '!='
                ? order !== 0
                : operator === '>='
                  ? order >= 0
                  : order > 0,
      )
    }
  }

  #sum(): Decimal {
    let left = this.#product()
    for (;;) {
      const plus = this.#take('+')
      if (!plus && !this.#take('-')) return left
      const right = this.#product()
      this.#assigned = false
      left = add(left, plus ? right : negate(right))
    }
  }

  #product(): Decimal {
    let left = this.#power()
    for (;;) {
      const operator = this.#tokens[this.#at] ?? ''
      if (!['*', '/', '%'].includes(operator)) return left
      this.#at++
      left = this.#operate(operator, left, this.#power())
      this.#assigned = false
    }
  }

  #operate(operator: string, a: Decimal, b: Decimal): Decimal {
    const { scale } = this.state
    if (operator === '+') return add(a, b)
    if (operator === '-') return add(a, negate(b))
    if (operator === '*') return multiply(a, b, scale)
    if (operator === '^') return this.#raise(a, b)
    if (b.digits === 0n) this.#fail(operator === '/' ? 'Divide by zero' : 'Modulo by zero')
    return operator === '/' ? divide(a, b, scale) : remainder(a, b, scale)
  }

  #raise(base: Decimal, exponent: Decimal): Decimal {
    const whole = Number(rescale(exponent, 0).digits)
    if (Math.abs(whole) > MOST_EXPONENT) this.#fail('exponent too large in raise')
    if (whole < 0 && base.digits === 0n) this.#fail('Divide by zero')
    return raise(base, whole, this.state.scale)
  }

  /** Goes from right to left, and a sign before it binds closer. */
  #power(): Decimal {
    const base = this.#unary()
    if (!this.#take('^')) return base
    const exponent = this.#power()
    this.#assigned = false
    return this.#raise(base, exponent)
  }

  #unary(): Decimal {
    if (this.#take('-')) {
      const value = this.#unary()
      this.#assigned = false
      return negate(value)
    }
    return this.#primary()
  }

  #primary(): Decimal {
    const token = this.#tokens[this.#at++]
    if (token === undefined) return this.#fail('syntax')
    if (token === '(') {
      const value = this.#or()
      if (!this.#take(')')) this.#fail('syntax')
      // In parentheses it is no assignment any more.
      this.#assigned = false
      return value
    }
    if (token === '++' || token === '--') {
      const name = this.#tokens[this.#at++] ?? ''
      if (!/^[a-z]/.test(name)) this.#fail('syntax')
      return this.#set(name, add(this.#get(name), token === '++' ? ONE : negate(ONE)))
    }
    if (/^[0-9.]/.test(token)) return parseDecimal(token.replace(/\.$/, ''))
    if (!/^[a-z]/.test(token)) return this.#fail('syntax')
    return this.#named(token)
  }

  #named(name: string): Decimal {
    if (this.#tokens[this.#at] === '(') return this.#call(name)
    if (REFUSED.has(name) && name.length > 1) {
      this.#outcome.unsupported = name
      throw new Stop()
    }
    const operator = this.#tokens[this.#at] ?? ''
    if (operator === '=' || /^[-+*/%^]=$/.test(operator)) {
      this.#at++
      const right = this.#or()
      const value = operator === '=' ? right : this.#operate(operator.charAt(0), this.#get(name), right)
      this.#set(name, value)
      this.#assigned = true
      return value
    }
    const value = this.#get(name)
    if (operator !== '++' && operator !== '--') return value
    this.#at++
    this.#set(name, add(value, operator === '++' ? ONE : negate(ONE)))
    return value
  }

  #call(name: string): Decimal {
    if (!['sqrt', 'length', 'scale'].includes(name)) {
      // What the mathematical library has, and functions of one's own.
      if (this.#tokens.includes(')')) this.#outcome.unsupported = `${name}()`
      else this.#outcome.error = 'syntax'
      throw new Stop()
    }
    this.#at++
    const value = this.#or()
    if (!this.#take(')')) this.#fail('syntax')
    this.#assigned = false
    if (name === 'scale') return integer(BigInt(value.scale))
    if (name === 'length')
      return integer(BigInt(String(value.digits < 0n ? -value.digits : value.digits).length))
    if (value.digits < 0n) this.#fail('Square root of a negative number')
    return squareRoot(value, this.state.scale)
  }

  #get(name: string): Decimal {
    if (name === 'scale' || name === 'obase') return integer(BigInt(this.state[name]))
    return this.state.variables.get(name) ?? ZERO
  }

  #set(name: string, value: Decimal): Decimal {
    const whole = Number(rescale(value, 0).digits)
    if (name === 'scale') this.state.scale = Math.min(MOST_SCALE, Math.max(0, whole))
    else if (name === 'obase') this.state.obase = Math.max(2, whole)
    else this.state.variables.set(name, value)
    return value
  }
}

function truth(value: boolean): Decimal {
  return value ? ONE : ZERO
}
