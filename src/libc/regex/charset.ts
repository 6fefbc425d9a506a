// Sets of characters: what `.`, a bracket expression or a letter in either case stands for.

const UNKNOWN = 0
const OUTSIDE = 1
const INSIDE = 2

const WORD = /^[\p{L}\p{M}\p{N}_]$/u

export class CharSet {
  readonly #pattern: RegExp
  readonly #ascii = new Uint8Array(128)
  readonly #others = new Map<number, boolean>()

  /** `source`: a class as JavaScript's expressions spell it under the flag `u`; they throw at what is none. */
  constructor(source: string, ignoreCase: boolean) {
    this.#pattern = new RegExp(`^${source}$`, ignoreCase ? 'sui' : 'su')
  }

  has(code: number): boolean {
    if (code > 127) return this.#hasOther(code)
    const known = this.#ascii[code]
    if (known !== UNKNOWN) return known === INSIDE
    const inside = this.#pattern.test(String.fromCharCode(code))
    this.#ascii[code] = inside ? INSIDE : OUTSIDE
    return inside
  }

  #hasOther(code: number): boolean {
    let inside = this.#others.get(code)
    if (inside === undefined) {
      inside = this.#pattern.test(String.fromCodePoint(code))
      this.#others.set(code, inside)
    }
    return inside
  }
}

/** A character as it may stand in a class. */
export function classCharacter(c: string): string {
  return /[\\\]^[\-&~!#$%*+,.:;<=>?@`{|}()/]/.test(c) ? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}` : c
}

/** What stands beside a place of a text; `EDGE`: nothing. */
export const EDGE = 0
export const NEWLINE = 1
export const WORD_CHARACTER = 2
export const OTHER_CHARACTER = 3

export function kindOf(code: number): number {
  if (code < 0) return EDGE
  if (code === 10) return NEWLINE
  return WORD.test(String.fromCodePoint(code)) ? WORD_CHARACTER : OTHER_CHARACTER
}

/** The character that begins at `at`, −1 at the end. */
export function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1
}

/** The character that ends at `at`, −1 at the start. */
export function codeBefore(text: string, at: number): number {
  if (at <= 0) return -1
  const low = text.charCodeAt(at - 1)
  const pair = low >= 0xdc00 && low < 0xe000 && at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0
  return pair > 0xffff ? pair : low
}

/** UTF-16 units of a character. */
export function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1
}
