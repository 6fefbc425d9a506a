// A sed script as data.
import type { PosixRegex } from '../../libc/regex/posixRegex.ts'

export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  /** null: the regular expression that was used last. */
  | { readonly kind: 'regex'; readonly regex: PosixRegex | null }

/** The second address of a range may also count lines from the first, or up to a multiple. */
export type RangeEnd =
  | Address
  | { readonly kind: 'plus'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number }

export interface Substitution {
  readonly regex: PosixRegex | null
  readonly replacement: readonly Part[]
  readonly global: boolean
  readonly print: boolean
  /** Which match is replaced; with `global` that one and all after it. */
  readonly number: number
  readonly file: string | null
}

/** A piece of a replacement: text, a group (0: the whole match), or a change of case from here on. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'case'; readonly letter: 'U' | 'L' | 'u' | 'l' | 'E' }

export type Action =
  | { readonly name: '{' | ':'; readonly end: number }
  | {
      readonly name:
        | '}'
        | '#'
        | '='
        | 'd'
        | 'D'
        | 'g'
        | 'G'
        | 'h'
        | 'H'
        | 'l'
        | 'n'
        | 'N'
        | 'p'
        | 'P'
        | 'x'
        | 'z'
        | 'F'
    }
  | { readonly name: 'a' | 'i' | 'c'; readonly text: string }
  | { readonly name: 'b' | 't' | 'T'; readonly label: string }
  | { readonly name: 'q' | 'Q'; readonly status: number }
  | { readonly name: 'r' | 'R' | 'w' | 'W'; readonly file: string }
  | { readonly name: 's'; readonly substitution: Substitution }
  | { readonly name: 'y'; readonly map: ReadonlyMap<string, string> }

export interface SedCommand {
  readonly from: Address | null
  readonly to: RangeEnd | null
  readonly negated: boolean
  readonly action: Action
}

export interface Script {
  readonly commands: readonly SedCommand[]
  /** Index of the command after each label. */
  readonly labels: ReadonlyMap<string, number>
  /** `#n` on the first line. */
  readonly quiet: boolean
}
