// regcomp(3) and regexec(3): the leftmost match and of those the longest. An expression is run as an automaton, so that
// none can take for ever; one with back-references is searched for step by step, within a budget.
import { Backtracker } from './backtrack.ts'
import { captures } from './captures.ts'
import { Dfa } from './dfa.ts'
import type { Node } from './node.ts'
import { isAnchored, isRegular, literalOf, requiredText } from './node.ts'
import type { Parsed, SyntaxOptions } from './posixParser.ts'
import { parsePosix } from './posixParser.ts'
import type { Compiled } from './program.ts'
import { compile } from './program.ts'

export interface Span {
  readonly index: number
  readonly end: number
}

export interface Match extends Span {
  /** The whole match first; null for a group that took no part. */
  readonly groups: readonly (string | null)[]
}

export interface RegexOptions extends SyntaxOptions {
  /** It has to match all of the text. */
  readonly whole: boolean
}

const TOO_BIG = 'Regular expression too big'

/** A compiled POSIX expression. */
export class PosixRegex {
  readonly groups: number
  readonly warnings: readonly string[]
  readonly #program: Compiled
  readonly #node: Node
  /** All it matches is this text. */
  readonly #literal: string | null
  /** Without it in the text there is no match. */
  readonly #required: string
  readonly #anchored: boolean
  /** For what no automaton can tell. */
  readonly #backtracker: Backtracker | null
  readonly #anywhere: Dfa
  readonly #forward: Dfa
  #backward: Dfa | null = null
  /** Where matches begin in the text last looked at. */
  #looked: { readonly text: string; readonly marks: Uint8Array } | null = null

  private constructor(parsed: Parsed, node: Node, program: Compiled) {
    this.groups = parsed.groups
    this.warnings = parsed.warnings
    this.#node = node
    this.#program = program
    this.#literal = literalOf(node)
    this.#required = requiredText(node)
    this.#anchored = isAnchored(node)
    this.#backtracker = isRegular(node) ? null : new Backtracker(program, true)
    this.#anywhere = new Dfa(program.code, { reversed: false, anywhere: true })
    this.#forward = new Dfa(program.code, { reversed: false, anywhere: false })
  }

  /** What is wrong, in GNU's words, when it cannot be compiled. */
  static compile(pattern: string, options: RegexOptions): PosixRegex | { readonly error: string } {
    const parsed = parsePosix(pattern, options)
    return 'error' in parsed ? parsed : PosixRegex.#made(parsed, options.whole)
  }

  /** One that finds a text as it stands. */
  static literal(text: string, ignoreCase: boolean, whole: boolean): PosixRegex | { readonly error: string } {
    const pattern = text.replace(/[\\[\].*^$]/g, '\\$&')
    return PosixRegex.compile(pattern, {
      syntax: 'basic',
      ignoreCase,
      escapes: false,
      multiline: false,
      strict: false,
      whole,
    })
  }

  /** From a tree without groups. */
  static fromNode(node: Node, whole: boolean): PosixRegex {
    const made = PosixRegex.#made({ node, groups: 0, warnings: [] }, whole)
    if ('error' in made) throw new RangeError('no allocation is enough for this pattern')
    return made
  }

  static #made(parsed: Parsed, whole: boolean): PosixRegex | { readonly error: string } {
    const node: Node = whole
      ? {
          kind: 'cat',
          items: [{ kind: 'assert', what: 'text-start' }, parsed.node, { kind: 'assert', what: 'text-end' }],
        }
      : parsed.node
    const program = compile(node, parsed.groups, false)
    return program ? new PosixRegex(parsed, node, program) : { error: TOO_BIG }
  }

  test(text: string): boolean {
    if (this.#literal !== null) return text.includes(this.#literal)
    if (this.#required !== '' && !text.includes(this.#required)) return false
    if (this.#backtracker) return this.#searched(this.#backtracker.find(text, 0)) !== null
    return this.#anchored ? this.#forward.longest(text, 0, text.length) >= 0 : this.#anywhere.test(text)
  }

  /** The first match at or after `from`. */
  exec(text: string, from = 0): Match | null {
    const span = this.find(text, from)
    if (!span) return null
    const { index, end } = span
    if (span.slots) return toMatch(text, span.slots, this.groups)
    if (this.groups === 0) return { index, end, groups: [text.slice(index, end)] }
    return toMatch(text, captures(this.#program, text, index, end) ?? [index, end], this.groups)
  }

  /** Where the first match at or after `from` stands. */
  find(text: string, from = 0): (Span & { readonly slots?: readonly number[] }) | null {
    if (this.#literal !== null) {
      const index = text.indexOf(this.#literal, from)
      return index < 0 ? null : { index, end: index + this.#literal.length }
    }
    if (this.#required !== '' && text.indexOf(this.#required, from) < 0) return null
    if (this.#backtracker) {
      const slots = this.#searched(this.#backtracker.find(text, from))
      return slots && { index: slots[0] ?? 0, end: slots[1] ?? 0, slots }
    }
    if (this.#anchored && from > 0) return null
    const index = this.#anchored ? 0 : this.#firstBegin(text, from)
    const end = index < 0 ? -1 : this.#forward.longest(text, index, text.length)
    return end < 0 ? null : { index, end }
  }

  /** Where the longest (shortest) match from the start of the text ends; −1 when there is none. */
  prefix(text: string, longest: boolean): number {
    if (!this.#backtracker) {
      return longest ? this.#forward.longest(text, 0, text.length) : this.#forward.shortest(text, 0)
    }
    for (let i = 0; i <= text.length; i++) {
      const end = longest ? text.length - i : i
      if (this.#searched(this.#backtracker.between(text, 0, end))) return end
    }
    return -1
  }

  /** Where the longest (shortest) match that ends with the text begins, of an expression that ends in `text-end`. */
  suffix(text: string, longest: boolean): number {
    if (!this.#backtracker) {
      const marks = this.#begins(text)
      return longest ? marks.indexOf(1) : marks.lastIndexOf(1)
    }
    for (let i = 0; i <= text.length; i++) {
      const start = longest ? i : text.length - i
      if (this.#searched(this.#backtracker.between(text, start, text.length))) return start
    }
    return -1
  }

  /** The longest match that begins where `match` does and is shorter than it. */
  shorter(text: string, match: Span): Span | null {
    const { index } = match
    if (!this.#backtracker) {
      const end = match.end > index ? this.#forward.longest(text, index, match.end - 1) : -1
      return end < 0 ? null : { index, end }
    }
    for (let end = match.end - 1; end >= index; end--) {
      const slots = this.#searched(this.#backtracker.between(text, index, end))
      if (slots) return { index, end }
    }
    return null
  }

  #firstBegin(text: string, from: number): number {
    if (this.#looked?.text !== text && !this.#anywhere.test(text)) return -1
    return this.#begins(text).indexOf(1, from)
  }

  #begins(text: string): Uint8Array {
    if (this.#looked?.text !== text) {
      if (!this.#backward) {
        const program = compile(this.#node, 0, true)
        this.#backward = new Dfa(program?.code ?? [], { reversed: true, anywhere: true })
      }
      this.#looked = { text, marks: this.#backward.begins(text) }
    }
    return this.#looked.marks
  }

  /** glibc's matcher runs out of memory where ours runs out of steps. */
  #searched(slots: number[] | null | 'limit'): number[] | null {
    if (slots === 'limit') throw new RangeError('no allocation is enough for this expression')
    return slots
  }
}

function toMatch(text: string, slots: readonly number[], groups: number): Match {
  return {
    index: slots[0] ?? 0,
    end: slots[1] ?? 0,
    groups: Array.from({ length: groups + 1 }, (_, i) => {
      const [from = -1, to = -1] = [slots[2 * i], slots[2 * i + 1]]
      return from < 0 || to < 0 ? null : text.slice(from, to)
    }),
  }
}
