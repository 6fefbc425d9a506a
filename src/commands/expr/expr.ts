// expr(1). Ref: coreutils src/expr.c
import type { Command } from '../command.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { quoteWord } from '../lib/quote.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'

export const exprCommand: Command = definePlainTool({
  name: 'expr',
  path: '/usr/bin/expr',
  summary: 'evaluate expressions',
  supports: [
    'ARG1 | ARG2, ARG1 & ARG2, ARG1 < <= = != >= > ARG2, ARG1 + - * / % ARG2',
    'STRING : REGEXP, match STRING REGEXP, substr STRING POS LENGTH, index STRING CHARS, length STRING, + TOKEN, ( )',
  ],
  complete: () => [],
  main: expr,
})

const INVALID = 2
class Wrong extends Error {}

function expr(tool: PlainTool, given: readonly string[]): number {
  const words = given[0] === '--' ? given.slice(1) : given
  if (words.length === 0) {
    tool.p.io.err("expr: missing operand\nTry 'expr --help' for more information.\n")
    return INVALID
  }
  const result = new Evaluator(words).run()
  if (typeof result !== 'string') {
    tool.p.io.err(`expr: ${result.error}\n`)
    return INVALID
  }
  tool.out.print(`${result}\n`)
  return isNull(result) ? 1 : 0
}

function isNull(value: string): boolean {
  return value === '' || /^-?0+$/.test(value)
}

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
}

class Evaluator {
  #at = 0
  constructor(private readonly words: readonly string[]) {}

  run(): string | { readonly error: string } {
    try {
      const value = this.#or(true)
      const rest = this.words[this.#at]
      if (rest === undefined) return value
      return { error: `syntax error: unexpected argument ${quoteWord(rest)}` }
    } catch (error) {
      if (error instanceof Wrong) return { error: error.message }
      throw error
    }
  }

  #next(...operators: readonly string[]): string | null {
    const word = this.words[this.#at]
    if (word === undefined || !operators.includes(word)) return null
    this.#at++
    return word
  }

  /** `live`: its value counts, so that a division by zero in it is an error. */
  #or(live: boolean): string {
    let left = this.#and(live)
    while (this.#next('|')) {
      const right = this.#and(live && isNull(left))
      if (isNull(left)) left = isNull(right) ? '0' : right
    }
    return left
  }

  #and(live: boolean): string {
    let left = this.#compare(live)
    while (this.#next('&')) {
      const right = this.#compare(live && !isNull(left))
      left = isNull(left) || isNull(right) ? '0' : left
    }
    return left
  }

  #compare(live: boolean): string {
    let left = this.#sum(live)
    for (;;) {
      const operator = this.#next('<', '<=', '=', '==', '!=', '>=', '>')
      if (operator === null) return left
      const right = this.#sum(live)
      const [a, b] = [integer(left), integer(right)]
      const order = a !== null && b !== null ? compare(a, b) : compare(left, right)
      left = COMPARE[operator]?.(order) ? '1' : '0'
    }
  }

  #sum(live: boolean): string {
    let left = this.#product(live)
    for (;;) {
      const operator = this.#next('+', '-')
      if (operator === null) return left
      const right = this.#product(live)
      if (!live) continue
      const [a, b] = operands(left, right)
      left = String(operator === '+' ? a + b : a - b)
    }
  }

  #product(live: boolean): string {
    let left = this.#match(live)
    for (;;) {
      const operator = this.#next('*', '/', '%')
      if (operator === null) return left
      const right = this.#match(live)
      if (!live) continue
      const [a, b] = operands(left, right)
      if (operator !== '*' && b === 0n) throw new Wrong('division by zero')
      left = String(operator === '*' ? a * b : operator === '/' ? a / b : a % b)
    }
  }

  #match(live: boolean): string {
    let left = this.#call(live)
    while (this.#next(':')) left = matched(left, this.#call(live))
    return left
  }

  #call(live: boolean): string {
    const word = this.#need()
    switch (word) {
      case '+':
        return this.#need()
      case 'length':
        return String([...this.#call(live)].length)
      case 'match':
        return matched(this.#call(live), this.#call(live))
      case 'index': {
        const [text, chars] = [[...this.#call(live)], this.#call(live)]
        return String(text.findIndex((c) => chars.includes(c)) + 1)
      }
      case 'substr': {
        const [text, from, length] = [
          [...this.#call(live)],
          integer(this.#call(live)),
          integer(this.#call(live)),
        ]
        if (from === null || length === null || from < 1n || length < 1n) return ''
        return text.slice(Number(from) - 1, Number(from) - 1 + Number(length)).join('')
      }
      case '(': {
        const value = this.#or(live)
        if (this.#next(')')) return value
        const rest = this.words[this.#at]
        throw new Wrong(
          rest === undefined
            ? `syntax error: expecting ')' after ${quoteWord(this.words[this.#at - 1] ?? '')}`
            : `syntax error: expecting ')' instead of ${quoteWord(rest)}`,
        )
      }
      case ')':
        throw new Wrong("syntax error: unexpected ')'")
      default:
        return word
    }
  }

  #need(): string {
    const word = this.words[this.#at]
    if (word === undefined)
      throw new Wrong(`syntax error: missing argument after ${quoteWord(this.words[this.#at - 1] ?? '')}`)
    this.#at++
    return word
  }
}

function integer(text: string): bigint | null {
  return /^-?\d+$/.test(text) ? BigInt(text) : null
}

function operands(left: string, right: string): readonly [bigint, bigint] {
  const [a, b] = [integer(left), integer(right)]
  if (a === null || b === null) throw new Wrong('non-integer argument')
  return [a, b]
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the first group took, or how many characters matched. */
function matched(text: string, pattern: string): string {
  const regex = PosixRegex.compile(pattern, {
    syntax: 'basic',
    ignoreCase: false,
    escapes: true,
    multiline: false,
    strict: false,
    whole: false,
  })
  if ('error' in regex) throw new Wrong(regex.error)
  const found = regex.exec(text, 0)
  const match = found && found.index === 0 ? found : null
  if (regex.groups > 0) return match?.groups[1] ?? ''
  return String(match ? [...text.slice(0, match.end)].length : 0)
}
