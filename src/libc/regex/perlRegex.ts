// pcre2_match(3) and onig_search(): Perl's order of preference, tried step by step within a budget.
import { Backtracker } from './backtrack.ts'
import type { PerlOptions } from './perlParser.ts'
import { parsePerl } from './perlParser.ts'
import type { Compiled } from './program.ts'
import { compile } from './program.ts'

/** Places of the whole match and of each group, −1 for one that took no part. */
export interface PerlMatch {
  readonly index: number
  readonly end: number
  readonly groups: readonly (readonly [number, number])[]
}

export class PerlRegex {
  readonly names: readonly (string | null)[]
  readonly #backtracker: Backtracker

  private constructor(program: Compiled, names: readonly (string | null)[]) {
    this.names = names
    this.#backtracker = new Backtracker(program, false)
  }

  /** What is wrong, in PCRE's words, when it cannot be compiled. */
  static compile(pattern: string, options: PerlOptions): PerlRegex | { readonly error: string } {
    const parsed = parsePerl(pattern, options)
    if ('error' in parsed) return parsed
    const program = compile(parsed.node, parsed.groups, false)
    if (!program) return { error: 'regular expression is too large' }
    return new PerlRegex(program, parsed.names)
  }

  /** The first match at or after `from`; `limit`: the search was given up. */
  exec(text: string, from = 0): PerlMatch | null | 'limit' {
    const slots = this.#backtracker.find(text, from)
    if (slots === null || slots === 'limit') return slots
    return {
      index: slots[0] ?? 0,
      end: slots[1] ?? 0,
      groups: this.names.map((_, i) => [slots[2 * i + 2] ?? -1, slots[2 * i + 3] ?? -1]),
    }
  }
}
