// The expression of find(1), read into a tree. Ref: findutils find/parser.c
import type { FileStat, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { fnmatch } from '../lib/fnmatch.ts'
import { baseName } from '../lib/paths.ts'

/** A file that the walk has come to. */
export interface Found {
  readonly path: string
  /** The part of `path` that was typed. */
  readonly start: string
  readonly depth: number
  readonly stat: FileStat
}

export type Action =
  | { readonly kind: 'print' | 'print0' | 'ls' | 'delete' | 'prune' | 'quit' }
  | { readonly kind: 'printf'; readonly format: string }
  | {
      readonly kind: 'exec'
      readonly argv: readonly string[]
      readonly many: boolean
      readonly batch: string[]
    }

export type Node =
  | { readonly kind: 'and' | 'or' | 'comma'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'test'; readonly holds: (file: Found) => boolean }
  | { readonly kind: 'action'; readonly action: Action }

export interface Expression {
  readonly root: Node
  readonly minDepth: number
  readonly maxDepth: number
  /** Contents before the directory itself. */
  readonly depthFirst: boolean
  readonly actions: readonly Action[]
}

/** `unsupported`: real find has it. */
export type Wrong = { readonly complaint: string } | { readonly unsupported: string }

const TYPES: Readonly<Record<string, FileStat['kind']>> = {
  f: 'file',
  d: 'dir',
  l: 'link',
  c: 'char',
  p: 'fifo',
  s: 'socket',
}

const REFUSED = new Set(
  (
    '-amin -anewer -atime -cmin -cnewer -ctime -daystart -execdir -fls -follow -fprint -fprint0 -fprintf -fstype -gid ' +
    '-group -ilname -inum -iregex -iwholename -links -lname -mmin -mount -mtime -newer -nogroup -nouser -ok -okdir ' +
    '-readable -regex -regextype -samefile -uid -used -user -writable -xdev -xtype'
  ).split(' '),
)

export function parseExpression(p: Process, words: readonly string[]): Expression | Wrong {
  return new Parser(p, words).parse()
}

class Parser {
  #at = 0
  #wrong: Wrong | null = null
  #minDepth = 0
  #maxDepth = Infinity
  #depthFirst = false
  /** The last test, for the hint about patterns that the shell has expanded. */
  #last = ''
  readonly #actions: Action[] = []

  constructor(
    private readonly p: Process,
    private readonly words: readonly string[],
  ) {}

  parse(): Expression | Wrong {
    let root = this.words.length === 0 ? always() : this.#comma()
    if (!this.#wrong && this.#at < this.words.length) {
      const word = this.words[this.#at] ?? ''
      this.#wrong = {
        complaint: word === ')' ? "you have too many ')'" : `paths must precede expression: \`${word}'`,
      }
    }
    if (this.#wrong) return this.#wrong
    if (!this.#actions.some(({ kind }) => kind !== 'prune' && kind !== 'quit')) {
      const action = { kind: 'print' } as const
      root = { kind: 'and', left: root, right: { kind: 'action', action } }
    }
    const [minDepth, maxDepth, depthFirst, actions] = [
      this.#minDepth,
      this.#maxDepth,
      this.#depthFirst,
      this.#actions,
    ]
    return { root, minDepth, maxDepth, depthFirst, actions }
  }

  #fail(complaint: string): Node {
    this.#wrong ??= { complaint }
    return always()
  }

  #comma(): Node {
    let left = this.#or()
    while (!this.#wrong && this.words[this.#at] === ',') {
      this.#at++
      left = { kind: 'comma', left, right: this.#or() }
    }
    return left
  }

  #or(): Node {
    let left = this.#and()
    while (!this.#wrong && ['-o', '-or'].includes(this.words[this.#at] ?? '')) {
      this.#at++
      left = { kind: 'or', left, right: this.#and() }
    }
    return left
  }

  #and(): Node {
    let left = this.#unary()
    for (;;) {
      const word = this.words[this.#at]
      if (this.#wrong || word === undefined || [')', ',', '-o', '-or'].includes(word)) return left
      if (word === '-a' || word === '-and') this.#at++
      left = { kind: 'and', left, right: this.#unary() }
    }
  }

  #unary(): Node {
    const word = this.words[this.#at++]
    if (word === undefined) return this.#fail('expected an expression')
    if (word === '!' || word === '-not') {
      if (this.words[this.#at] === undefined) return this.#fail(`expected an expression after \`${word}'`)
      return { kind: 'not', of: this.#unary() }
    }
    if (word === '(') {
      const inner = this.#comma()
      if (this.#wrong) return inner
      if (this.words[this.#at++] === ')') return inner
      return this.#fail("invalid expression; I was expecting to find a ')' somewhere but did not see one.")
    }
    if (!word.startsWith('-')) {
      const hint = /^-(?:i?name|i?path)$/.test(this.#last)
        ? `\nfind: possible unquoted pattern after predicate \`${this.#last}'?`
        : ''
      return this.#fail(`paths must precede expression: \`${word}'${hint}`)
    }
    this.#last = word
    return this.#predicate(word)
  }

  #argument(of: string): string {
    const value = this.words[this.#at++]
    if (value === undefined) this.#fail(`missing argument to \`${of}'`)
    return value ?? ''
  }

  #predicate(word: string): Node {
    switch (word) {
      case '-true':
        return always()
      case '-false':
        return test(() => false)
      case '-name':
      case '-iname': {
        const pattern = fnmatch(this.#argument(word), word === '-iname')
        return test(({ path }) => pattern.test(baseName(path)))
      }
      case '-path':
      case '-wholename':
      case '-ipath': {
        const pattern = fnmatch(this.#argument(word), word === '-ipath')
        return test(({ path }) => pattern.test(path))
      }
      case '-type':
        return this.#type(word)
      case '-empty':
        return test(({ path, stat }) => this.#isEmpty(path, stat))
      case '-size':
        return this.#size(word)
      case '-perm':
        return this.#permission(word)
      case '-executable':
        return test(({ stat }) => (stat.mode & 0o111) !== 0)
      case '-maxdepth':
      case '-mindepth':
        return this.#level(word)
      case '-depth':
      case '-d':
        this.#depthFirst = true
        return always()
      case '-noleaf':
      case '-warn':
      case '-nowarn':
        return always()
      case '-print':
      case '-print0':
      case '-ls':
      case '-prune':
      case '-quit':
        return this.#action({ kind: word.slice(1) as 'print' | 'print0' | 'ls' | 'prune' | 'quit' })
      case '-delete':
        this.#depthFirst = true
        return this.#action({ kind: 'delete' })
      case '-printf':
        return this.#action({ kind: 'printf', format: this.#argument(word) })
      case '-exec':
        return this.#exec(word)
      default:
        if (REFUSED.has(word)) this.#wrong ??= { unsupported: word }
        return this.#fail(`unknown predicate \`${word}'`)
    }
  }

  #action(action: Action): Node {
    this.#actions.push(action)
    return { kind: 'action', action }
  }

  #type(word: string): Node {
    const text = this.#argument(word)
    if (this.#wrong) return always()
    const kinds: FileStat['kind'][] = []
    for (const letter of text.split(',')) {
      const kind = TYPES[letter]
      if (letter === 'b') continue
      if (!kind) return this.#fail(`Unknown argument to -type: ${letter}`)
      kinds.push(kind)
    }
    return test(({ stat }) => kinds.includes(stat.kind))
  }

  #size(word: string): Node {
    const text = this.#argument(word)
    if (this.#wrong) return always()
    const [, sign = '', digits = '', unit = 'b'] = /^([+-]?)(\d+)([cwbkMG]?)$/.exec(text) ?? []
    if (digits === '') return this.#fail(`invalid -size type \`${text.slice(-1)}'`)
    const units: Readonly<Record<string, number>> = {
      c: 1,
      w: 2,
      b: 512,
      k: 1024,
      M: 1024 ** 2,
      G: 1024 ** 3,
    }
    const block = units[unit] ?? 512
    return test(({ stat }) => compares(sign, Math.ceil(stat.size / block), Number(digits)))
  }

  #permission(word: string): Node {
    const text = this.#argument(word)
    const [, how = '', digits = ''] = /^([-/]?)([0-7]+)$/.exec(text) ?? []
    if (digits === '' && !this.#wrong) {
      this.#wrong = { unsupported: `-perm ${text}` }
      return always()
    }
    const mode = parseInt(digits, 8)
    return test(({ stat }) => {
      if (how === '-') return (stat.mode & mode) === mode
      if (how === '/') return mode === 0 || (stat.mode & mode) !== 0
      return stat.mode === mode
    })
  }

  #level(word: string): Node {
    const text = this.#argument(word)
    if (this.#wrong) return always()
    if (!/^\d+$/.test(text))
      return this.#fail(`Expected a positive decimal integer argument to ${word}, but got ‘${text}’`)
    if (word === '-maxdepth') this.#maxDepth = Number(text)
    else this.#minDepth = Number(text)
    return always()
  }

  #exec(word: string): Node {
    const argv: string[] = []
    for (;;) {
      const next = this.words[this.#at++]
      if (next === undefined) return this.#fail(`missing argument to \`${word}'`)
      if (next === ';') break
      if (next === '+' && argv.at(-1) === '{}') {
        argv.pop()
        return this.#action({ kind: 'exec', argv, many: true, batch: [] })
      }
      argv.push(next)
    }
    if (argv.length === 0) return this.#fail(`invalid argument \`;' to \`${word}'`)
    return this.#action({ kind: 'exec', argv, many: false, batch: [] })
  }

  #isEmpty(path: string, stat: FileStat): boolean {
    if (stat.kind === 'file') return stat.size === 0
    if (stat.kind !== 'dir') return false
    const names = this.p.fs.readdirUnsorted(path)
    return !isErrno(names) && names.length === 0
  }
}

function test(holds: (file: Found) => boolean): Node {
  return { kind: 'test', holds }
}

function always(): Node {
  return test(() => true)
}

function compares(sign: string, value: number, wanted: number): boolean {
  if (sign === '+') return value > wanted
  return sign === '-' ? value < wanted : value === wanted
}
