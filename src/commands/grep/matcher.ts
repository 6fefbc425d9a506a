// What grep looks for: one or more patterns, each line tried against all of them.
import { PerlRegex } from '../../libc/regex/perlRegex.ts'
import { PosixRegex, type Span } from '../../libc/regex/posixRegex.ts'

export interface MatcherOptions {
  readonly kind: 'basic' | 'extended' | 'fixed' | 'perl'
  readonly ignoreCase: boolean
  readonly word: boolean
  readonly line: boolean
}

/** A compiled pattern of either kind. */
interface Finder {
  readonly warnings: readonly string[]
  /** It could not be told whether there is a match. */
  readonly gaveUp?: boolean
  test(line: string): boolean
  /** The first match at or after `from`. */
  find(line: string, from: number): Span | null
  /** The longest that begins where `match` does and is shorter than it. */
  shorter(line: string, match: Span): Span | null
}

export class Matcher {
  readonly #regexes: readonly Finder[]
  readonly #options: MatcherOptions
  readonly warnings: readonly string[]

  private constructor(regexes: readonly Finder[], options: MatcherOptions) {
    this.#regexes = regexes
    this.#options = options
    this.warnings = regexes.flatMap((r) => r.warnings)
  }

  static make(patterns: readonly string[], options: MatcherOptions): Matcher | { readonly error: string } {
    const regexes: Finder[] = []
    for (const pattern of patterns) {
      const regex = compile(pattern, options)
      if ('error' in regex) return regex
      regexes.push(regex)
    }
    return new Matcher(regexes, options)
  }

  /** PCRE's budget was not enough for some line. */
  get gaveUp(): boolean {
    return this.#regexes.some((regex) => regex.gaveUp === true)
  }

  test(line: string): boolean {
    if (this.#options.word || this.#options.line) return this.find(line, 0) !== null
    return this.#regexes.some((regex) => regex.test(line))
  }

  /** The leftmost match at or after `from`, the longest of those. */
  find(line: string, from: number): Span | null {
    let best: Span | null = null
    for (const regex of this.#regexes) {
      const match = this.#findOne(regex, line, from)
      if (!match) continue
      const better =
        best === null || match.index < best.index || (match.index === best.index && match.end > best.end)
      if (better) best = match
    }
    return best
  }

  #findOne(regex: Finder, line: string, from: number): Span | null {
    if (!this.#options.word || this.#options.line) return regex.find(line, from)
    // What is no word as it stands may have one in it that begins at the same place; only then later places are tried.
    let start = from
    for (;;) {
      const match = regex.find(line, start)
      if (!match) return null
      for (let tried: Span | null = match; tried; tried = regex.shorter(line, tried)) {
        if (!isWord(line[tried.index - 1]) && !isWord(line[tried.end])) return tried
      }
      if (match.index >= line.length) return null
      start = match.index + 1
    }
  }
}

function isWord(c: string | undefined): boolean {
  return c !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(c)
}

function compile(pattern: string, options: MatcherOptions): Finder | { readonly error: string } {
  const { kind, ignoreCase, line } = options
  if (kind === 'fixed') return PosixRegex.literal(pattern, ignoreCase, line)
  if (kind === 'perl') {
    const regex = PerlRegex.compile(line ? `^(?:${pattern})$` : pattern, { ...PERL, ignoreCase })
    return 'error' in regex ? regex : new PerlFinder(regex)
  }
  if (/^\[:[a-z]+:\]$/.test(pattern)) return { error: 'character class syntax is [[:space:]], not [:space:]' }
  return PosixRegex.compile(pattern, {
    syntax: kind,
    ignoreCase,
    escapes: false,
    multiline: false,
    strict: false,
    whole: line,
  })
}

const PERL = { dotAll: false, multiline: false, free: false, oniguruma: false }

/** A search that is given up finds nothing and says so afterwards. */
class PerlFinder implements Finder {
  readonly warnings: readonly string[] = []
  readonly #regex: PerlRegex
  gaveUp = false

  constructor(regex: PerlRegex) {
    this.#regex = regex
  }

  test(line: string): boolean {
    return this.find(line, 0) !== null
  }

  find(line: string, from: number): Span | null {
    const found = this.#regex.exec(line, from)
    if (found !== 'limit') return found
    this.gaveUp = true
    return null
  }

  shorter(): null {
    return null
  }
}
