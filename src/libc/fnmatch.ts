// Shell patterns (fnmatch(3); bash(1), Pattern Matching) as expressions.
import { CharSet, classCharacter } from './regex/charset.ts'
import type { Node } from './regex/node.ts'

export interface GlobOptions {
  /** `?(…)`, `*(…)`, `+(…)`, `@(…)` and `!(…)` mean something. */
  readonly extglob: boolean
  readonly ignoreCase: boolean
  /** `*`, `?` and brackets stop at a slash: path components. */
  readonly path: boolean
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: '\\p{Ll}',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{N}_',
  xdigit: '0-9A-Fa-f',
}

/** The tree of a pattern: every text is one. */
export function parseGlob(pattern: string, options: GlobOptions): Node {
  return new GlobParser(pattern, options).sequence('')
}

class GlobParser {
  readonly #chars: readonly string[]
  readonly #options: GlobOptions
  readonly #any: string
  #i = 0

  constructor(pattern: string, options: GlobOptions) {
    this.#chars = [...pattern]
    this.#options = options
    this.#any = options.path ? '[^/]' : '[^]'
  }

  /** Up to one of `ends`, which is left. */
  sequence(ends: string): Node {
    const items: Node[] = []
    while (this.#i < this.#chars.length) {
      const c = this.#chars[this.#i] ?? ''
      if (ends.includes(c)) break
      const next = this.#chars[this.#i + 1]
      if (this.#options.extglob && next === '(' && '?*+@!'.includes(c)) {
        const group = this.#group(c)
        if (group) {
          items.push(group)
          continue
        }
      }
      this.#i++
      if (c === '*') this.#star(items)
      else if (c === '?') items.push(this.#set(this.#any))
      else if (c === '[') items.push(this.#bracket())
      else if (c === '\\' && next !== undefined) {
        this.#i++
        items.push(this.#literal(next))
      } else items.push(this.#literal(c))
    }
    return { kind: 'cat', items }
  }

  /** `**` asks for no more than `*` does. */
  #star(items: Node[]): void {
    if (this.#chars[this.#i - 2] === '*' && items.at(-1)?.kind === 'repeat') return
    items.push({ kind: 'repeat', item: this.#set(this.#any), min: 0, max: Infinity, lazy: false })
  }

  #literal(c: string): Node {
    if (this.#options.ignoreCase && c.toLowerCase() !== c.toUpperCase()) return this.#set(c)
    return { kind: 'char', code: c.codePointAt(0) ?? 0 }
  }

  #set(source: string): Node {
    try {
      return { kind: 'set', set: new CharSet(source, this.#options.ignoreCase) }
    } catch {
      // A range that runs backwards: nothing is in it.
      return { kind: 'set', set: new CharSet('[]', false) }
    }
  }

  /** `@(a|b)` and the like; null when it is not closed. */
  #group(kind: string): Node | null {
    const start = this.#i
    this.#i += 2
    const branches: Node[] = []
    for (;;) {
      branches.push(this.sequence('|)'))
      const c = this.#chars[this.#i++]
      if (c === undefined) {
        this.#i = start
        return null
      }
      if (c === ')') break
    }
    const item: Node = { kind: 'alt', branches }
    if (kind === '@') return item
    if (kind === '!') return { kind: 'not', item, stop: this.#options.path ? '/' : '' }
    return { kind: 'repeat', item, min: kind === '+' ? 1 : 0, max: kind === '?' ? 1 : Infinity, lazy: false }
  }

  /** A bracket expression whose `[` has been read; a lone `[` stands for itself. */
  #bracket(): Node {
    const chars = this.#chars
    let i = this.#i
    const negated = chars[i] === '!' || chars[i] === '^'
    if (negated) i++
    let members = ''
    for (let first = true; ; first = false) {
      const c = chars[i]
      if (c === undefined) return this.#literal('[')
      if (c === ']' && !first) break
      const named = c === '[' ? /^\[:(\w+):\]/.exec(chars.slice(i, i + 14).join('')) : null
      const set = CLASSES[named?.[1] ?? '']
      if (named && set !== undefined) {
        members += set
        i += named[0].length
        continue
      }
      const low = readMember(chars, i)
      i = low.end
      members += classCharacter(low.character)
      if (chars[i] !== '-' || chars[i + 1] === ']' || chars[i + 1] === undefined) continue
      const high = readMember(chars, i + 1)
      members += `-${classCharacter(high.character)}`
      i = high.end
    }
    this.#i = i + 1
    return this.#set(`[${negated ? '^' : ''}${members}${negated && this.#options.path ? '/' : ''}]`)
  }
}

function readMember(
  chars: readonly string[],
  i: number,
): { readonly character: string; readonly end: number } {
  const escaped = chars[i] === '\\' ? chars[i + 1] : undefined
  if (escaped !== undefined) return { character: escaped, end: i + 2 }
  return { character: chars[i] ?? '', end: i + 1 }
}
