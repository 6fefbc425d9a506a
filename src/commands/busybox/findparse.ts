// find's command line: paths, options, and the expression as a tree. Ref: busybox findutils/find.c:parse_params()
import type { FileStat, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { fnmatch } from '../ip/utils.ts'
import { modifiedAt } from '../lib/fileTime.ts'

export type Test =
  | { readonly kind: 'and' | 'or'; readonly left: Test; readonly right: Test }
  | { readonly kind: 'not'; readonly test: Test }
  | { readonly kind: 'print'; readonly end: string }
  | { readonly kind: 'prune' | 'quit' | 'empty' }
  | { readonly kind: 'exec'; readonly words: readonly string[]; readonly gathers: boolean }
  | { readonly kind: 'holds'; readonly holds: (path: string, stat: FileStat, p: Process) => boolean }

export interface Search {
  readonly paths: readonly string[]
  readonly expression: Test
  follow: boolean
  followOperands: boolean
  depthFirst: boolean
  minDepth: number
  maxDepth: number
}

export class FindError {
  constructor(
    readonly message: string,
    readonly usage: boolean,
  ) {}
}

const TYPES: Readonly<Record<string, FileStat['kind']>> = {
  f: 'file',
  d: 'dir',
  l: 'link',
  c: 'char',
  p: 'fifo',
}
const UNITS: Readonly<Record<string, number>> = { '': 512, b: 512, c: 1, k: 1024 }

export function parseFind(given: readonly string[]): Search | FindError {
  const words = [...given]
  const search = { follow: false, followOperands: false, depthFirst: false, minDepth: 0, maxDepth: Infinity }
  while (words[0] === '-H' || words[0] === '-L') {
    search.followOperands = true
    search.follow = words.shift() === '-L'
  }
  const paths: string[] = []
  while (words[0] !== undefined && !/^(?:-|[!()]$)/.test(words[0])) paths.push(words.shift() ?? '')
  const parser = new Parser(words, search)
  try {
    const expression = parser.whole()
    return { paths: paths.length > 0 ? paths : ['.'], expression, ...search }
  } catch (error) {
    if (error instanceof FindError) return error
    throw error
  }
}

type Options = Pick<Search, 'follow' | 'followOperands' | 'depthFirst' | 'minDepth' | 'maxDepth'>

const PRINT: Test = { kind: 'print', end: '\n' }
const TRUE: Test = { kind: 'holds', holds: () => true }

class Parser {
  /** An action was named: nothing is printed of itself. */
  #acts = false

  constructor(
    private readonly words: string[],
    private readonly options: Options,
  ) {}

  whole(): Test {
    if (this.words.length === 0) return PRINT
    const test = this.#or()
    const [left] = this.words
    if (left !== undefined) throw new FindError(`unrecognized: ${left}`, true)
    return this.#acts ? test : { kind: 'and', left: test, right: PRINT }
  }

  #or(): Test {
    let left = this.#and()
    while (this.words[0] === '-o' || this.words[0] === '-or') {
      this.words.shift()
      left = { kind: 'or', left, right: this.#and() }
    }
    return left
  }

  #and(): Test {
    let left = this.#not()
    for (;;) {
      const [word] = this.words
      if (word === undefined || word === ')' || word === '-o' || word === '-or') return left
      if (word === '-a' || word === '-and') this.words.shift()
      left = { kind: 'and', left, right: this.#not() }
    }
  }

  #not(): Test {
    if (this.words[0] !== '!' && this.words[0] !== '-not') return this.#primary()
    this.words.shift()
    return { kind: 'not', test: this.#not() }
  }

  #value(option: string): string {
    const value = this.words.shift()
    if (value === undefined) throw new FindError(`${option} requires an argument`, false)
    return value
  }

  #primary(): Test {
    const word = this.words.shift() ?? ''
    const { options } = this
    switch (word) {
      case '(': {
        const test = this.#or()
        if (this.words.shift() !== ')') throw new FindError("unpaired '('", false)
        return test
      }
      case '-follow':
        options.follow = true
        return TRUE
      case '-xdev':
        return TRUE
      case '-depth':
        options.depthFirst = true
        return TRUE
      case '-maxdepth':
        options.maxDepth = this.#count(word)
        return TRUE
      case '-mindepth':
        options.minDepth = this.#count(word)
        return TRUE
      case '-print':
      case '-print0':
        this.#acts = true
        return { kind: 'print', end: word === '-print' ? '\n' : '\0' }
      case '-quit':
        this.#acts = true
        return { kind: 'quit' }
      case '-prune':
        return { kind: 'prune' }
      case '-empty':
        return { kind: 'empty' }
      case '-exec':
        return this.#exec()
    }
    return { kind: 'holds', holds: this.#condition(word) }
  }

  #count(option: string): number {
    const value = this.#value(option)
    if (!/^\d+$/.test(value)) throw new FindError(`invalid number '${value}'`, false)
    return Number(value)
  }

  #exec(): Test {
    this.#acts = true
    const end = this.words.findIndex(
      (word, n) => word === ';' || (word === '+' && this.words[n - 1] === '{}'),
    )
    if (end < 0) throw new FindError('-exec requires an argument', false)
    const words = this.words.splice(0, end + 1)
    return { kind: 'exec', words: words.slice(0, -1), gathers: words.at(-1) === '+' }
  }

  #condition(word: string): (path: string, stat: FileStat, p: Process) => boolean {
    const name = (path: string): string => path.slice(path.lastIndexOf('/', path.length - 2) + 1)
    switch (word) {
      case '-name':
      case '-iname':
      case '-path':
      case '-ipath': {
        const fold = word.startsWith('-i')
        const pattern = fold ? this.#value(word).toLowerCase() : this.#value(word)
        return (path) => {
          const text = word.endsWith('path') ? path : name(path)
          return fnmatch(pattern, fold ? text.toLowerCase() : text)
        }
      }
      case '-type': {
        const kind = TYPES[this.#value(word)]
        return (_, stat) => stat.kind === kind
      }
      case '-size': {
        const [, sign = '', size = '0', unit = ''] = /^([+-]?)(\d+)([bck]?)$/.exec(this.#value(word)) ?? []
        return (_, stat) => compare(sign, Math.ceil(stat.size / (UNITS[unit] ?? 512)), Number(size))
      }
      case '-mtime':
      case '-mmin': {
        const [, sign = '', age = '0'] = /^([+-]?)(\d+)$/.exec(this.#value(word)) ?? []
        const span = word === '-mtime' ? 86400 : 60
        return (_, stat, p) =>
          compare(sign, Math.floor((p.clock.epoch() - modifiedAt(p, stat)) / span), Number(age))
      }
      case '-newer': {
        const other = this.#value(word)
        return (_, stat, p) => {
          const than = p.fs.stat(other)
          return !isErrno(than) && stat.mtime > than.mtime
        }
      }
      case '-perm': {
        const [, sign = '', mode = '0'] = /^([+/-]?)([0-7]+)$/.exec(this.#value(word)) ?? []
        const bits = parseInt(mode, 8)
        return (_, stat) =>
          sign === ''
            ? stat.mode === bits
            : sign === '-'
              ? (stat.mode & bits) === bits
              : (stat.mode & bits) !== 0
      }
      case '-executable':
        return (_, stat) => (stat.mode & 0o111) !== 0
      case '-inum': {
        const inode = this.#count(word)
        return (_, stat) => stat.inode === inode
      }
      case '-user':
      case '-group': {
        const owner = this.#value(word)
        return () => owner === 'root' || owner === '0'
      }
    }
    if (/^-(?:atime|ctime|amin|cmin|regex|samefile|links)$/.test(word)) {
      throw new FindError(`${word} is not supported in vethlab`, false)
    }
    throw new FindError(`unrecognized: ${word}`, true)
  }
}

function compare(sign: string, value: number, than: number): boolean {
  return sign === '+' ? value > than : sign === '-' ? value < than : value === than
}
