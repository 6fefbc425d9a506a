// expr(1). Ref: busybox coreutils/expr.c
import type { Process } from '../../os/program.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import type { Applet } from './applet.ts'

export const exprApplet: Applet = {
  name: 'expr',
  usage: ` EXPRESSION

Print the value of EXPRESSION

EXPRESSION may be:
	ARG1 | ARG2	ARG1 if it is neither null nor 0, otherwise ARG2
	ARG1 & ARG2	ARG1 if neither argument is null or 0, otherwise 0
	ARG1 < ARG2	1 if ARG1 is less than ARG2, else 0. Similarly:
	ARG1 <= ARG2
	ARG1 = ARG2
	ARG1 != ARG2
	ARG1 >= ARG2
	ARG1 > ARG2
	ARG1 + ARG2	Sum of ARG1 and ARG2. Similarly:
	ARG1 - ARG2
	ARG1 * ARG2
	ARG1 / ARG2
	ARG1 % ARG2
	STRING : REGEXP		Anchored pattern match of REGEXP in STRING
	match STRING REGEXP	Same as STRING : REGEXP
	substr STRING POS LEN	Substring of STRING, POS counts from 1
	index STRING CHARS	Index in STRING where any CHARS is found, or 0
	length STRING		Length of STRING
	quote TOKEN		Interpret TOKEN as a string, even if
				it is a keyword like 'match' or an
				operator like '/'
	(EXPRESSION)		Value of EXPRESSION

Beware that many operators need to be escaped or quoted for shells.
Comparisons are arithmetic if both ARGs are numbers, else
lexicographical. Pattern matches return the string matched between
\\( and \\) or null; if \\( and \\) are not used, they return the number
of characters matched or 0.`,
  *run(p) {
    const words = p.argv.slice(1)
    if (words.length === 0) return fail(p, 'too few arguments')
    const parser = new Expression(words)
    const value = parser.whole()
    if (parser.wrong !== null) return fail(p, parser.wrong)
    p.io.out(`${value}\n`)
    return value === '' || /^-?0+$/.test(value) ? 1 : 0
  },
}

function fail(p: Process, message: string): number {
  p.io.err(`expr: ${message}\n`)
  return 2
}

const BASIC = {
  syntax: 'basic',
  ignoreCase: false,
  escapes: false,
  multiline: false,
  strict: false,
  whole: false,
} as const

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['&'],
  ['<', '<=', '=', '==', '!=', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
]

function isNumber(text: string): boolean {
  return /^-?\d+$/.test(text)
}

class Expression {
  wrong: string | null = null
  #at = 0

  constructor(private readonly words: readonly string[]) {}

  whole(): string {
    const value = this.#level(0)
    if (this.#at < this.words.length) this.#fail('syntax error')
    return value
  }

  #fail(message: string): string {
    this.wrong ??= message
    return ''
  }

  #level(n: number): string {
    const operators = LEVELS[n]
    if (!operators) return this.#term()
    let left = this.#level(n + 1)
    for (;;) {
      const operator = this.words[this.#at] ?? ''
      if (this.wrong !== null || !operators.includes(operator)) return left
      this.#at++
      left = this.#apply(operator, left, this.#level(n + 1))
    }
  }

  #apply(operator: string, left: string, right: string): string {
    const empty = (text: string): boolean => text === '' || text === '0'
    if (operator === '|') return empty(left) ? right : left
    if (operator === '&') return empty(left) || empty(right) ? '0' : left
    if (operator === ':') return this.#match(left, right)
    if (LEVELS[2]?.includes(operator)) return compare(operator, left, right) ? '1' : '0'
    if (!isNumber(left) || !isNumber(right)) return this.#fail('non-numeric argument')
    const [a, b] = [BigInt(left), BigInt(right)]
    if (operator === '+') return String(a + b)
    if (operator === '-') return String(a - b)
    if (operator === '*') return String(a * b)
    if (b === 0n) return this.#fail('division by zero')
    return String(operator === '/' ? a / b : a % b)
  }

  #word(): string {
    const word = this.words[this.#at]
    if (word === undefined) return this.#fail('syntax error')
    this.#at++
    return word
  }

  #term(): string {
    const word = this.#word()
    switch (word) {
      case '(': {
        const value = this.#level(0)
        return this.#word() === ')' ? value : this.#fail('syntax error')
      }
      case 'quote':
        return this.#word()
      case 'length':
        return String([...this.#term()].length)
      case 'match':
        return this.#match(this.#term(), this.#term())
      case 'index': {
        const text = this.#term()
        const set = this.#term()
        return String([...text].findIndex((c) => set.includes(c)) + 1)
      }
      case 'substr': {
        const [text, from, length] = [this.#term(), Number(this.#term()), Number(this.#term())]
        return from > 0 && length > 0 ? text.slice(from - 1, from - 1 + length) : ''
      }
    }
    return word
  }

  /** What the first group matched, or how much was matched. */
  #match(text: string, pattern: string): string {
    const compiled = PosixRegex.compile(`^${pattern.replace(/^\^/, '')}`, BASIC)
    if ('error' in compiled) return this.#fail(`bad regex '${pattern}'`)
    const found = compiled.exec(text)
    if (compiled.groups > 0) return found?.groups[1] ?? ''
    return String(found ? found.end - found.index : 0)
  }
}

function compare(operator: string, left: string, right: string): boolean {
  const [a, b] = isNumber(left) && isNumber(right) ? [BigInt(left), BigInt(right)] : [left, right]
  switch (operator) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    case '!=':
      return a !== b
    default:
      return a === b
  }
}
