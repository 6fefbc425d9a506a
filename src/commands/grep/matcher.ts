// What grep looks for: one or more patterns, each line tried against all of them.
import { PosixRegex, type Match } from '../lib/regex/posixRegex.ts'
import { pcreSource } from './pcre.ts'

export interface MatcherOptions {
  readonly kind: 'basic' | 'extended' | 'fixed' | 'perl'
  readonly ignoreCase: boolean
  readonly word: boolean
  readonly line: boolean
}

export class Matcher {
  readonly #regexes: readonly PosixRegex[]
  readonly #options: MatcherOptions
  readonly warnings: readonly string[]

  private constructor(regexes: readonly PosixRegex[], options: MatcherOptions) {
    this.#regexes = regexes
    this.#options = options
    this.warnings = regexes.flatMap((r) => r.warnings)
  }

  static make(patterns: readonly string[], options: MatcherOptions): Matcher | { readonly error: string } {
    const regexes: PosixRegex[] = []
    for (const pattern of patterns) {
      const regex = compile(pattern, options)
      if ('error' in regex) return regex
      regexes.push(regex)
    }
    return new Matcher(regexes, options)
  }

  test(line: string): boolean {
    if (this.#options.word || this.#options.line) return this.find(line, 0) !== null
    return this.#regexes.some((regex) => regex.test(line))
  }

  /** The leftmost match at or after `from`, the longest of those. */
  find(line: string, from: number): { readonly index: number; readonly end: number } | null {
    let best: { readonly index: number; readonly end: number } | null = null
    for (const regex of this.#regexes) {
      const match = this.#findOne(regex, line, from)
      if (!match) continue
      const better =
        best === null || match.index < best.index || (match.index === best.index && match.end > best.end)
      if (better) best = match
    }
    return best
  }

  #findOne(regex: PosixRegex, line: string, from: number): Match | null {
    if (!this.#options.word || this.#options.line) return regex.exec(line, from)
    // What is no word as it stands may have one in it that begins at the same place; only then later places are tried.
    let start = from
    for (;;) {
      const match = regex.exec(line, start)
      if (!match) return null
      for (let tried: Match | null = match; tried; tried = regex.shorter(line, tried)) {
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

function compile(pattern: string, options: MatcherOptions): PosixRegex | { readonly error: string } {
  const { kind, ignoreCase, line } = options
  if (kind === 'fixed') {
    const source = pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return PosixRegex.fromSource(line ? `^(?:${source})$` : source, ignoreCase)
  }
  if (kind === 'perl')
    return PosixRegex.fromSource(line ? `^(?:${pcreSource(pattern)})$` : pcreSource(pattern), ignoreCase)
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
