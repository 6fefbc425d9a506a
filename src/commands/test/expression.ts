// The expressions of test(1). Ref: coreutils src/test.c
import type { FileStat, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

export type Verdict = { readonly value: boolean } | { readonly error: string }

const UNARY = /^-[bcdefghkLnOprsStuwxzGN]$/
const BINARY = /^(=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/

class Evaluator {
  #at = 0
  /** The first thing that is wrong. */
  error: string | null = null

  constructor(
    private readonly p: Process,
    private readonly words: readonly string[],
  ) {}

  run(): boolean {
    const value = this.#or()
    const extra = this.words[this.#at]
    if (extra !== undefined) this.#fail(`extra argument ‘${extra}’`)
    return value
  }

  /** Keeps the first complaint, and leaves nothing more to read. */
  #fail(message: string): false {
    this.error ??= message
    this.#at = this.words.length
    return false
  }

  #or(): boolean {
    let value = this.#and()
    while (this.words[this.#at] === '-o') {
      this.#at++
      const right = this.#and()
      value = value || right
    }
    return value
  }

  #and(): boolean {
    let value = this.#term()
    while (this.words[this.#at] === '-a') {
      this.#at++
      const right = this.#term()
      value = value && right
    }
    return value
  }

  #term(): boolean {
    const word = this.words[this.#at]
    if (word === undefined) return this.#fail(`missing argument after ‘${this.words.at(-1) ?? ''}’`)
    const left = this.words.length - this.#at
    const operator = this.words[this.#at + 1]
    if (left >= 3 && operator !== undefined && BINARY.test(operator)) {
      this.#at += 3
      return this.#binary(word, operator, this.words[this.#at - 1] ?? '')
    }
    if (word === '!' && left > 1) {
      this.#at++
      return !this.#term()
    }
    if (word === '(' && left > 1) {
      this.#at++
      const value = this.#or()
      if (this.words[this.#at] !== ')') return this.#fail("')' expected")
      this.#at++
      return value
    }
    if (left >= 2 && UNARY.test(word)) {
      this.#at += 2
      return this.#unary(word, operator ?? '')
    }
    this.#at++
    return word !== ''
  }

  #unary(operator: string, operand: string): boolean {
    if (operator === '-n') return operand !== ''
    if (operator === '-z') return operand === ''
    if (operator === '-t') return this.p.io.isatty(this.#integer(operand))
    const { fs } = this.p
    if (operator === '-h' || operator === '-L') {
      const own = fs.lstat(operand)
      return !isErrno(own) && own.kind === 'link'
    }
    const stat = fs.stat(operand)
    return !isErrno(stat) && holds(operator, stat)
  }

  #binary(a: string, operator: string, b: string): boolean {
    switch (operator) {
      case '=':
      case '==':
        return a === b
      case '!=':
        return a !== b
      case '<':
        return a < b
      case '>':
        return a > b
      case '-nt':
      case '-ot':
      case '-ef':
        return this.#files(a, operator, b)
      default:
        return compare(this.#integer(a), operator, this.#integer(b))
    }
  }

  #files(a: string, operator: string, b: string): boolean {
    const { fs } = this.p
    const [x, y] = [fs.stat(a), fs.stat(b)]
    if (operator === '-ef') return !isErrno(x) && !isErrno(y) && fs.realpath(a) === fs.realpath(b)
    if (isErrno(x) || isErrno(y))
      return operator === '-nt' ? !isErrno(x) && isErrno(y) : isErrno(x) && !isErrno(y)
    return operator === '-nt' ? x.mtime > y.mtime : x.mtime < y.mtime
  }

  #integer(text: string): number {
    if (/^\s*[+-]?[0-9]+\s*$/.test(text)) return Number(text)
    this.#fail(`invalid integer ‘${text}’`)
    return 0
  }
}

function holds(operator: string, stat: FileStat): boolean {
  switch (operator) {
    case '-f':
      return stat.kind === 'file' || stat.kind === 'nsfs'
    case '-d':
      return stat.kind === 'dir'
    case '-c':
      return stat.kind === 'char'
    case '-p':
      return stat.kind === 'fifo'
    case '-s':
      return stat.size > 0
    case '-x':
      return (stat.mode & 0o111) !== 0
    case '-u':
      return (stat.mode & 0o4000) !== 0
    case '-g':
      return (stat.mode & 0o2000) !== 0
    case '-k':
      return (stat.mode & 0o1000) !== 0
    case '-S':
      return stat.kind === 'socket'
    case '-b':
      return false
    default:
      // -e, and for root -r, -w, -O, -G, -N
      return true
  }
}

function compare(a: number, operator: string, b: number): boolean {
  switch (operator) {
    case '-eq':
      return a === b
    case '-ne':
      return a !== b
    case '-lt':
      return a < b
    case '-le':
      return a <= b
    case '-gt':
      return a > b
    default:
      return a >= b
  }
}

export function evaluate(p: Process, words: readonly string[]): Verdict {
  if (words.length === 0) return { value: false }
  if (words.length === 1) return { value: words[0] !== '' }
  const [first = '', operator = ''] = words
  if (words.length === 2 && first !== '!' && !UNARY.test(first))
    return { error: `missing argument after ‘${operator}’` }
  if (
    words.length === 3 &&
    !BINARY.test(operator) &&
    !['-a', '-o'].includes(operator) &&
    first !== '!' &&
    first !== '('
  ) {
    return { error: `‘${operator}’: binary operator expected` }
  }
  const evaluator = new Evaluator(p, words)
  const value = evaluator.run()
  return evaluator.error === null ? { value } : { error: evaluator.error }
}
