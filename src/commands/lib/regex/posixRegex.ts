import { translate, type Syntax } from './translate.ts'

export interface Match {
  readonly index: number
  readonly end: number
  /** The whole match first; null for a group that took no part. */
  readonly groups: readonly (string | null)[]
}

export interface RegexOptions {
  readonly syntax: Syntax
  readonly ignoreCase: boolean
  readonly escapes: boolean
  readonly multiline: boolean
  readonly strict: boolean
  /** It has to match all of the text. */
  readonly whole: boolean
}

/** A compiled POSIX expression: finds the leftmost match and, where there are alternatives, the longest. */
export class PosixRegex {
  readonly groups: number
  readonly warnings: readonly string[]
  readonly #search: RegExp
  readonly #source: string
  readonly #flags: string
  readonly #alternation: boolean

  private constructor(
    source: string,
    flags: string,
    groups: number,
    alternation: boolean,
    warnings: readonly string[],
  ) {
    this.#source = source
    this.#flags = flags
    this.#search = new RegExp(source, `${flags}g`)
    this.groups = groups
    this.warnings = warnings
    this.#alternation = alternation
  }

  /** What is wrong, in GNU's words, when it cannot be compiled. */
  static compile(pattern: string, options: RegexOptions): PosixRegex | { readonly error: string } {
    const translated = translate(pattern, options)
    if ('error' in translated) return translated
    const { groups, alternation, warnings } = translated
    const source = options.whole ? `^(?:${translated.source})$` : translated.source
    try {
      return new PosixRegex(source, options.ignoreCase ? 'usi' : 'us', groups, alternation, warnings)
    } catch {
      return { error: 'Invalid regular expression' }
    }
  }

  /** From a JavaScript source, for grep -P. */
  static fromSource(source: string, ignoreCase: boolean): PosixRegex | { readonly error: string } {
    try {
      return new PosixRegex(source, ignoreCase ? 'usi' : 'us', 0, false, [])
    } catch {
      return { error: 'Invalid regular expression' }
    }
  }

  test(text: string): boolean {
    this.#search.lastIndex = 0
    return this.#search.test(text)
  }

  /** The first match at or after `from`. */
  exec(text: string, from = 0): Match | null {
    this.#search.lastIndex = from
    const found = this.#search.exec(text)
    if (!found) return null
    return toMatch(this.#alternation ? this.#longest(text, found) : found)
  }

  /** The longest match that begins where `match` does and is shorter than it. */
  shorter(text: string, match: Match): Match | null {
    for (let end = match.end - 1; end >= match.index; end--) {
      const found = this.#ending(text, match.index, [...text.slice(end)].length)
      if (found) return toMatch(found)
    }
    return null
  }

  /** JavaScript takes the first alternative that fits, POSIX the longest: tries ends from the far one. */
  #longest(text: string, found: RegExpExecArray): RegExpExecArray {
    const rest = [...text.slice(found.index + found[0].length)].length
    for (let left = 0; left < rest; left++) {
      const longer = this.#ending(text, found.index, left)
      if (longer) return longer
    }
    return found
  }

  /** A match at `index` that leaves so many characters of the text. */
  #ending(text: string, index: number, left: number): RegExpExecArray | null {
    const exact = new RegExp(`(?:${this.#source})(?=[^]{${left}}$)`, `${this.#flags}y`)
    exact.lastIndex = index
    return exact.exec(text)
  }
}

function toMatch(found: RegExpExecArray): Match {
  return {
    index: found.index,
    end: found.index + found[0].length,
    groups: found.map((group: string | undefined) => group ?? null),
  }
}
