// test(1) as bash has it: how many arguments there are decides what they mean. Ref: bash test.c
import { compareNumbers } from '../eval/conditional.ts'
import { compareFiles, testUnary, UNARY } from '../filetest.ts'
import type { ShellState } from '../state.ts'
import { byBytes } from '../variables.ts'
import { builtin } from './builtin.ts'

const BINARY = new Set([
  '=',
  '==',
  '!=',
  '<',
  '>',
  '-eq',
  '-ne',
  '-lt',
  '-le',
  '-gt',
  '-ge',
  '-nt',
  '-ot',
  '-ef',
])

const SUMMARY = 'Evaluate conditional expression.'

export const test = builtin('test', '[expr]', SUMMARY, (shell, args) => run(shell, 'test', args))
export const bracket = builtin('[', '[arg... ]', SUMMARY, (shell, args) => {
  if (args.at(-1) !== ']') return shell.fail('[', "missing `]'", 2)
  return run(shell, '[', args.slice(0, -1))
})

function run(shell: ShellState, name: string, args: readonly string[]): number {
  const test = new Test(shell, name, args)
  const value = test.whole()
  return test.failed ? 2 : value ? 0 : 1
}

class Test {
  #at = 0
  failed = false

  constructor(
    private readonly shell: ShellState,
    private readonly name: string,
    private readonly args: readonly string[],
  ) {}

  #fail(message: string): false {
    if (!this.failed) this.shell.report(`${this.name}: ${message}`)
    this.failed = true
    return false
  }

  whole(): boolean {
    const { args } = this
    if (args.length === 0) return false
    const value = this.#posix(args.length)
    if (this.failed) return false
    if (this.#at < args.length) return this.#fail('too many arguments')
    return value
  }

  #arg(offset = 0): string {
    return this.args[this.#at + offset] ?? ''
  }

  /** One to four arguments have fixed meanings (POSIX). */
  #posix(count: number): boolean {
    switch (count) {
      case 1: {
        const value = this.#arg() !== ''
        this.#at++
        return value
      }
      case 2:
        return this.#two()
      case 3:
        return this.#three()
      case 4:
        if (this.#arg() === '!') {
          this.#at++
          return !this.#three()
        }
        if (this.#arg() === '(' && this.#arg(3) === ')') {
          this.#at++
          const value = this.#two()
          this.#at++
          return value
        }
        return this.#or()
      default:
        return this.#or()
    }
  }

  #two(): boolean {
    const first = this.#arg()
    if (first === '!') {
      this.#at += 2
      return this.#arg(-1) === ''
    }
    if (UNARY.has(first)) return this.#unary()
    return this.#fail(`${first}: unary operator expected`)
  }

  #three(): boolean {
    const [first, operator, third] = [this.#arg(), this.#arg(1), this.#arg(2)]
    if (BINARY.has(operator)) return this.#binary()
    if (operator === '-a' || operator === '-o') {
      this.#at += 3
      return operator === '-a' ? first !== '' && third !== '' : first !== '' || third !== ''
    }
    if (first === '!') {
      this.#at++
      return !this.#two()
    }
    if (first === '(' && third === ')') {
      this.#at += 3
      return this.#arg(-2) !== ''
    }
    return this.#fail(`${operator}: binary operator expected`)
  }

  #or(): boolean {
    let value = this.#and()
    while (!this.failed && this.#arg() === '-o' && this.#at < this.args.length) {
      this.#at++
      value = this.#and() || value
    }
    return value
  }

  #and(): boolean {
    let value = this.#term()
    while (!this.failed && this.#arg() === '-a' && this.#at < this.args.length) {
      this.#at++
      value = this.#term() && value
    }
    return value
  }

  #term(): boolean {
    if (this.#at >= this.args.length) return this.#fail('argument expected')
    const first = this.#arg()
    if (first === '!') {
      this.#at++
      return !this.#term()
    }
    if (first === '(') {
      this.#at++
      const value = this.#or()
      if (this.failed) return false
      if (this.#at >= this.args.length) return this.#fail("`)' expected")
      if (this.#arg() !== ')') return this.#fail(`\`)' expected, found ${this.#arg()}`)
      this.#at++
      return value
    }
    if (this.#at + 2 < this.args.length && BINARY.has(this.#arg(1))) return this.#binary()
    if (UNARY.has(first) && this.#at + 1 < this.args.length) return this.#unary()
    if (/^-[a-zA-Z]$/.test(first) && this.#at + 1 < this.args.length && !UNARY.has(first))
      return this.#fail(`${first}: unary operator expected`)
    this.#at++
    return first !== ''
  }

  #unary(): boolean {
    const [operator, operand] = [this.#arg(), this.#arg(1)]
    this.#at += 2
    return testUnary(this.shell, operator, operand)
  }

  #binary(): boolean {
    const [left, operator, right] = [this.#arg(), this.#arg(1), this.#arg(2)]
    this.#at += 3
    switch (operator) {
      case '=':
      case '==':
        return left === right
      case '!=':
        return left !== right
      case '<':
        return byBytes(left, right) < 0
      case '>':
        return byBytes(left, right) > 0
      case '-nt':
      case '-ot':
      case '-ef':
        return compareFiles(this.shell, operator, left, right)
      default:
        return this.#numbers(operator, left, right)
    }
  }

  #numbers(operator: string, left: string, right: string): boolean {
    for (const text of [left, right]) {
      if (!/^\s*[+-]?\d+\s*$/.test(text)) return this.#fail(`${text}: integer expression expected`)
    }
    return compareNumbers(
      operator,
      BigInt(left.trim().replace(/^\+/, '')),
      BigInt(right.trim().replace(/^\+/, '')),
    )
  }
}
