// What reads a filter expression's words, one after the other, and what it needs to know.
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Token } from './filterlex.ts'
import type { Offsets, Predicate } from './filterterms.ts'

/** Where the packets come from, as far as a filter must know. */
export interface FilterLink {
  readonly cooked: boolean
  /** The kernel runs the filter: the outermost tag is beside the packet. */
  readonly live: boolean
  /** What the device says broadcasts to: netmask of its address, 0 when there is none. */
  readonly netmask: number
}

/** What names stand for, as far as it is known. */
export interface FilterNames {
  host(name: string): readonly (Inet | Inet6)[] | 'unknown' | 'unasked'
  port(name: string, protocol: 'tcp' | 'udp'): number | null
}

export type FilterResult =
  | { readonly filter: Predicate }
  | { readonly error: string }
  /** A host whose addresses must be found first. */
  | { readonly ask: string }

const SYNTAX_ERROR = "can't parse filter expression: syntax error"

/** What was read instead of a term. */
export type Failed = { readonly error: string } | { readonly ask: string }

export function isFailed(x: object): x is Failed {
  return 'error' in x || 'ask' in x
}

export const SYNTAX: Failed = { error: SYNTAX_ERROR }

/** The tokens that are left, and where the packet's parts stand by now. */
export class FilterReader {
  readonly #tokens: readonly Token[]
  #at = 0
  offsets: Offsets

  constructor(
    tokens: readonly Token[],
    readonly link: FilterLink,
    readonly names: FilterNames,
  ) {
    this.#tokens = tokens
    this.offsets = link.cooked ? { type: 0, net: 20 } : { type: 12, net: 14 }
  }

  peek(ahead = 0): Token | null {
    return this.#tokens[this.#at + ahead] ?? null
  }

  next(): Token | null {
    return this.#tokens[this.#at++] ?? null
  }

  /** Takes the next token when it is this word or sign. */
  take(kind: 'word' | 'sign', text: string): boolean {
    const token = this.peek()
    if (token?.kind !== kind || token.text !== text) return false
    this.#at++
    return true
  }

  /** Where it stands, to come back to. */
  mark(): number {
    return this.#at
  }

  back(mark: number): void {
    this.#at = mark
  }
}
