// Perl's regular expressions, as PCRE and Oniguruma read them. Ref: pcre2pattern(3), Oniguruma's doc/RE
import { CharSet } from './charset.ts'
import type { Assertion, Node } from './node.ts'
import { EMPTY, widthOf } from './node.ts'
import { PERL_CLASSES, perlEscape, readPerlBracket } from './perlClasses.ts'

export interface PerlOptions {
  readonly ignoreCase: boolean
  /** `.` takes newlines too. */
  readonly dotAll: boolean
  /** `^` and `$` match at every line. */
  readonly multiline: boolean
  /** Blanks and `#` comments mean nothing. */
  readonly free: boolean
  /** Oniguruma's: `\h` is a hexadecimal digit, `\w` and `\d` know all scripts. */
  readonly oniguruma: boolean
}

export interface PerlParsed {
  readonly node: Node
  readonly groups: number
  /** Names of the groups, from the first on. */
  readonly names: readonly (string | null)[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  Z: 'last-line-end',
  b: 'word-boundary',
  B: 'not-word-boundary',
}

/** Groups within groups, beyond which PCRE does not read either. */
const MOST_DEEP = 250

class SyntaxFault extends Error {}

/** Each character between `\Q` and `\E` stands for itself. */
function unquoted(pattern: string): string {
  return pattern
    .replace(/(?<!\\)((?:\\\\)*)\\Q([^]*?)(?:\\E|$)/g, (_, before: string, text: string) => {
      return before + text.replace(/[^\p{L}\p{N}]/gu, '\\$&')
    })
    .replace(/(?<!\\)((?:\\\\)*)\\E/g, '$1')
}

class Parser {
  readonly #chars: readonly string[]
  #i = 0
  #flags: Mutable<PerlOptions>
  readonly #names: (string | null)[] = []
  readonly #referred: (number | string)[] = []
  #depth = 0

  constructor(pattern: string, options: PerlOptions) {
    this.#chars = [...unquoted(pattern)]
    this.#flags = { ...options }
  }

  run(): PerlParsed {
    const node = this.#branches()
    if (this.#i < this.#chars.length) throw new SyntaxFault('unmatched closing parenthesis')
    for (const name of this.#referred) {
      const known = typeof name === 'number' ? name <= this.#names.length : this.#names.includes(name)
      if (!known) throw new SyntaxFault('reference to non-existent subpattern')
    }
    return { node, groups: this.#names.length, names: this.#names }
  }

  #branches(): Node {
    if (++this.#depth > MOST_DEEP) throw new SyntaxFault('parentheses are too deeply nested')
    const flags = { ...this.#flags }
    const branches: Node[] = []
    for (;;) {
      branches.push(this.#sequence())
      if (this.#chars[this.#i] !== '|') break
      this.#i++
    }
    this.#flags = flags
    this.#depth--
    return branches.length === 1 ? (branches[0] ?? EMPTY) : { kind: 'alt', branches }
  }

  #sequence(): Node {
    const items: Node[] = []
    for (;;) {
      if (this.#flags.free) this.#skipBlanks()
      const c = this.#chars[this.#i]
      if (c === undefined || c === '|' || c === ')') break
      const atom = this.#atom()
      if (atom) items.push(this.#repetitions(atom))
    }
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'cat', items }
  }

  #skipBlanks(): void {
    const rest = this.#chars.slice(this.#i).join('')
    this.#i += [...(/^(?:\s|#[^\n]*)+/.exec(rest)?.[0] ?? '')].length
  }

  /** Null for what stands for nothing: a comment, a change of flags. */
  #atom(): Node | null {
    const c = this.#chars[this.#i++] ?? ''
    switch (c) {
      case '\\':
        return this.#backslash()
      case '[':
        return this.#bracket()
      case '(':
        return this.#parenthesis()
      case '.':
        return this.#set(this.#flags.dotAll ? '[^]' : '[^\\n]')
      case '^':
        return { kind: 'assert', what: this.#flags.multiline ? 'line-start' : 'text-start' }
      case '$':
        return { kind: 'assert', what: this.#flags.multiline ? 'line-end' : 'last-line-end' }
      case '*':
      case '+':
      case '?':
        throw new SyntaxFault('quantifier does not follow a repeatable item')
      default:
        return this.#literal(c)
    }
  }

  #literal(c: string): Node {
    const { ignoreCase } = this.#flags
    if (ignoreCase && c.toLowerCase() !== c.toUpperCase()) return this.#set(c)
    return { kind: 'char', code: c.codePointAt(0) ?? 0 }
  }

  #set(source: string): Node {
    try {
      return { kind: 'set', set: new CharSet(source, this.#flags.ignoreCase) }
    } catch {
      throw new SyntaxFault(
        this.#flags.oniguruma
          ? `invalid character property name ${source.slice(2)}`
          : 'unknown property after \\P or \\p',
      )
    }
  }

  #backslash(): Node | null {
    const c = this.#chars[this.#i++]
    if (c === undefined) throw new SyntaxFault('\\ at end of pattern')
    const assertion = ASSERTIONS[c]
    if (assertion !== undefined) return { kind: 'assert', what: assertion }
    if (c === 'K') return { kind: 'keep' }
    if (c === 'R') return this.#newline()
    if (c === 'N') return this.#set('[^\\n]')
    if (/[1-9]/.test(c)) return this.#reference(c + this.#read(/^[0-9]*/))
    if (c === 'g') return this.#reference(this.#read(/^(?:-?[0-9]+|\{[^}]*\})/).replace(/[{}]/g, ''))
    if (c === 'k') return this.#reference(this.#read(/^(?:<[^>]*>|'[^']*'|\{[^}]*\})/).slice(1, -1))
    const classes = PERL_CLASSES[this.#flags.oniguruma ? 'oniguruma' : 'pcre']
    const known = classes[c]
    if (known !== undefined) return this.#set(`[${known}]`)
    const opposite = classes[c.toLowerCase()]
    if (opposite !== undefined) return this.#set(`[^${opposite}]`)
    if (c === 'p' || c === 'P') return this.#set(`\\${c}${this.#property()}`)
    const escape = perlEscape(this.#chars, this.#i - 1)
    this.#i = escape.end
    return this.#literal(escape.character)
  }

  #property(): string {
    const name = this.#read(/^(?:\{\^?\w+\}|\w)/).replace(/[{}]/g, '')
    return `{${/^[A-Z][a-z]{2,}$/.test(name) ? `Script=${name}` : name}}`
  }

  #newline(): Node {
    const pair: Node = { kind: 'cat', items: [this.#literal('\r'), this.#literal('\n')] }
    return {
      kind: 'atomic',
      item: { kind: 'alt', branches: [pair, this.#set('[\\n-\\r\\x85\\u2028\\u2029]')] },
    }
  }

  #reference(name: string): Node {
    const { ignoreCase } = this.#flags
    if (/^-[0-9]+$/.test(name)) {
      return { kind: 'backref', index: this.#names.length + 1 + Number(name), ignoreCase }
    }
    this.#referred.push(/^[0-9]+$/.test(name) ? Number(name) : name)
    const index = /^[0-9]+$/.test(name) ? Number(name) : this.#names.indexOf(name) + 1
    return { kind: 'backref', index, ignoreCase }
  }

  /** What the expression finds right here, taken. */
  #read(expression: RegExp): string {
    const text = expression.exec(this.#chars.slice(this.#i).join(''))?.[0] ?? ''
    this.#i += [...text].length
    return text
  }

  #bracket(): Node {
    const bracket = readPerlBracket(this.#chars, this.#i, this.#flags.oniguruma)
    if ('error' in bracket) throw new SyntaxFault(bracket.error)
    this.#i = bracket.end
    return this.#set(bracket.source)
  }

  #parenthesis(): Node | null {
    if (this.#chars[this.#i] !== '?') return this.#group(null)
    const how = this.#read(/^\?(?:#[^)]*\)?|<[=!]|P?<\w+>|'\w+'|P=\w+\)|[:=!>|]|[a-z-]*[:)])/)
    if (how.startsWith('?#')) return null
    const name = /^\?P?[<'](\w+)[>']$/.exec(how)?.[1]
    if (name !== undefined) return this.#group(name)
    const again = /^\?P=(\w+)\)$/.exec(how)?.[1]
    if (again !== undefined) return this.#reference(again)
    switch (how) {
      case '?:':
        return this.#inside()
      case '?>':
        return { kind: 'atomic', item: this.#inside() }
      case '?=':
      case '?!':
      case '?<=':
      case '?<!':
        return this.#look(how.length === 2, how.endsWith('!'))
    }
    if (/^\?(?:R|[+-]?[0-9]|&)/.test(this.#chars.slice(this.#i - how.length).join(''))) {
      throw new SyntaxFault('recursion is not supported in vethlab')
    }
    const unfinished = /^P?[<'](\w*)/.exec(this.#chars.slice(this.#i + 1).join(''))
    if (unfinished) {
      throw new SyntaxFault(
        this.#flags.oniguruma
          ? `invalid group name <${unfinished[1] ?? ''}>`
          : 'syntax error in subpattern name (missing terminator?)',
      )
    }
    const flags = /^\?([a-z]*)(?:-([a-z]*))?([:)])$/.exec(how)
    if (!flags) throw new SyntaxFault('unrecognized character after (? or (?-')
    return this.#changeFlags(flags[1] ?? '', flags[2] ?? '', flags[3] === ':')
  }

  #changeFlags(on: string, off: string, group: boolean): Node | null {
    const outer = { ...this.#flags }
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      if (letters.includes('i')) this.#flags.ignoreCase = value
      if (letters.includes('s')) this.#flags.dotAll = value
      if (letters.includes('m')) this.#flags[this.#flags.oniguruma ? 'dotAll' : 'multiline'] = value
      if (letters.includes('x')) this.#flags.free = value
    }
    if (!group) return null
    const inside = this.#inside()
    this.#flags = outer
    return inside
  }

  #look(ahead: boolean, negative: boolean): Node {
    const item = this.#inside()
    const branches = item.kind === 'alt' ? item.branches : [item]
    const fixed = branches.every((branch) => new Set(widthOf(branch)).size === 1)
    if (ahead || fixed) return { kind: 'look', item, ahead, negative }
    throw new SyntaxFault(
      this.#flags.oniguruma ? 'invalid pattern in look-behind' : 'lookbehind assertion is not fixed length',
    )
  }

  #group(name: string | null): Node {
    const index = this.#names.push(name)
    return { kind: 'group', item: this.#inside(), index }
  }

  #inside(): Node {
    const node = this.#branches()
    if (this.#chars[this.#i++] !== ')') throw new SyntaxFault('missing closing parenthesis')
    return node
  }

  #repetitions(atom: Node): Node {
    let node = atom
    for (let first = true; ; first = false) {
      if (this.#flags.free) this.#skipBlanks()
      const how = this.#read(/^(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})[+?]?/)
      if (how === '') return node
      if (!first && !this.#flags.oniguruma) {
        throw new SyntaxFault('quantifier does not follow a repeatable item')
      }
      node = repeated(node, how)
    }
  }
}

function repeated(item: Node, how: string): Node {
  const counted = /^\{([0-9]+)(,?)([0-9]*)\}/.exec(how)
  const [all = '', low = '', comma = '', high = ''] = counted ?? []
  const min = counted ? Number(low) : how.startsWith('+') ? 1 : 0
  const open = how.startsWith('?') ? 1 : Infinity
  const max = counted ? (comma === '' ? min : high === '' ? Infinity : Number(high)) : open
  if (max < min) throw new SyntaxFault('numbers out of order in {} quantifier')
  const style = how.slice(counted ? all.length : 1)
  const node: Node = { kind: 'repeat', item, min, max, lazy: style === '?' }
  return style === '+' ? { kind: 'atomic', item: node } : node
}

/** The tree of the pattern, or what is wrong with it in PCRE's words. */
export function parsePerl(pattern: string, options: PerlOptions): PerlParsed | { readonly error: string } {
  try {
    return new Parser(pattern, options).run()
  } catch (thrown) {
    if (thrown instanceof SyntaxFault) return { error: thrown.message }
    throw thrown
  }
}
