// A tree as instructions for the machines that match: see dfa.ts, captures.ts and backtrack.ts.
import type { CharSet } from './charset.ts'
import { EDGE, NEWLINE, WORD_CHARACTER } from './charset.ts'
import type { Assertion, Node } from './node.ts'
import { widthOf } from './node.ts'

export type Instruction =
  | { readonly op: 'char'; readonly code: number }
  | { readonly op: 'set'; readonly set: CharSet }
  /** Goes on at `first` or, when that comes to nothing, at `second`. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'match' }
  /** Remembers where a round of a loop began; `round` leaves the loop when the round took nothing. */
  | { readonly op: 'mark'; readonly slot: number }
  | { readonly op: 'round'; readonly slot: number; exit: number }
  | { readonly op: 'backref'; readonly index: number; readonly ignoreCase: boolean }
  | {
      readonly op: 'look'
      readonly program: readonly Instruction[]
      readonly ahead: boolean
      readonly negative: boolean
      readonly width: readonly [number, number]
    }
  | { readonly op: 'atomic'; readonly program: readonly Instruction[] }
  | { readonly op: 'not'; readonly program: readonly Instruction[]; readonly stop: string }
  | { readonly op: 'keep' }

export interface Compiled {
  readonly code: readonly Instruction[]
  /** Slots of groups, two each (the whole match first), and of loops. */
  readonly slots: number
}

/** Beyond this many it is too big (REG_ESIZE). */
const MOST_INSTRUCTIONS = 20_000

/** Null when it would be too big. `reversed`: for reading a text backwards; it saves no groups. */
export function compile(node: Node, groups: number, reversed: boolean): Compiled | null {
  const compiler = new Compiler(groups, reversed)
  return compiler.program(node)
}

class Compiler {
  readonly #groups: number
  readonly #reversed: boolean
  #slots: number
  #size = 0
  #code: Instruction[] = []

  constructor(groups: number, reversed: boolean) {
    this.#groups = groups
    this.#reversed = reversed
    this.#slots = 2 * (groups + 1)
  }

  program(node: Node): Compiled | null {
    const code = this.#within(node)
    return this.#size > MOST_INSTRUCTIONS || this.#groups > 999 ? null : { code, slots: this.#slots }
  }

  /** A program of its own. */
  #within(node: Node): readonly Instruction[] {
    const outer = this.#code
    this.#code = []
    this.#emit(node)
    this.#add({ op: 'match' })
    const code = this.#code
    this.#code = outer
    return code
  }

  #add<T extends Instruction>(instruction: T): T {
    this.#size++
    this.#code.push(instruction)
    return instruction
  }

  #emit(node: Node): void {
    if (this.#size > MOST_INSTRUCTIONS) return
    switch (node.kind) {
      case 'char':
        this.#add({ op: 'char', code: node.code })
        return
      case 'set':
        this.#add({ op: 'set', set: node.set })
        return
      case 'cat':
        for (const item of this.#reversed ? [...node.items].reverse() : node.items) this.#emit(item)
        return
      case 'alt':
        return this.#branches(node.branches)
      case 'repeat':
        return this.#repeat(node.item, node.min, node.max, node.lazy)
      case 'group':
        if (!this.#reversed) this.#add({ op: 'save', slot: 2 * node.index })
        this.#emit(node.item)
        if (!this.#reversed) this.#add({ op: 'save', slot: 2 * node.index + 1 })
        return
      case 'assert':
        this.#add({ op: 'assert', what: node.what })
        return
      case 'backref':
        this.#add({ op: 'backref', index: node.index, ignoreCase: node.ignoreCase })
        return
      case 'look': {
        const { ahead, negative, item } = node
        this.#add({ op: 'look', program: this.#within(item), ahead, negative, width: widthOf(item) })
        return
      }
      case 'atomic':
        this.#add({ op: 'atomic', program: this.#within(node.item) })
        return
      case 'not':
        this.#add({ op: 'not', program: this.#within(node.item), stop: node.stop })
        return
      default:
        this.#add({ op: 'keep' })
    }
  }

  #branches(branches: readonly Node[]): void {
    const ends: { to: number }[] = []
    branches.forEach((branch, i) => {
      if (i === branches.length - 1) return this.#emit(branch)
      const split = this.#add({ op: 'split', first: this.#code.length + 1, second: 0 })
      this.#emit(branch)
      ends.push(this.#add({ op: 'jump', to: 0 }))
      split.second = this.#code.length
    })
    for (const end of ends) end.to = this.#code.length
  }

  #repeat(item: Node, min: number, max: number, lazy: boolean): void {
    for (let i = max === Infinity ? 1 : 0; i < min; i++) this.#emit(item)
    if (max === Infinity) return this.#loop(item, min > 0, lazy)
    const splits: { first: number; second: number }[] = []
    for (let i = min; i < max && this.#size <= MOST_INSTRUCTIONS; i++) {
      splits.push(this.#fork(lazy))
      this.#emit(item)
    }
    for (const split of splits) leaveAt(split, lazy, this.#code.length)
  }

  /** `once`: the first round is no matter of choice. */
  #loop(item: Node, once: boolean, lazy: boolean): void {
    const empty = widthOf(item)[0] === 0
    const slot = empty ? this.#slots++ : 0
    const start = this.#code.length
    const enter = once ? null : this.#fork(lazy)
    if (empty) this.#add({ op: 'mark', slot })
    this.#emit(item)
    const round = empty ? this.#add({ op: 'round', slot, exit: 0 }) : null
    if (once) {
      const again = this.#add({ op: 'split', first: start, second: start })
      leaveAt(again, lazy, this.#code.length)
    } else this.#add({ op: 'jump', to: start })
    const end = this.#code.length
    if (enter) leaveAt(enter, lazy, end)
    if (round) round.exit = end
  }

  /** Goes on with what follows, or leaves. */
  #fork(lazy: boolean): { first: number; second: number } {
    const next = this.#code.length + 1
    return this.#add({ op: 'split', first: lazy ? 0 : next, second: lazy ? next : 0 })
  }
}

function leaveAt(split: { first: number; second: number }, lazy: boolean, end: number): void {
  if (lazy) split.first = end
  else split.second = end
}

/** Whether an assertion holds between two kinds of characters. */
export function holds(what: Assertion, left: number, right: number): boolean {
  switch (what) {
    case 'text-start':
      return left === EDGE
    case 'text-end':
      return right === EDGE
    case 'line-start':
      return left === EDGE || left === NEWLINE
    case 'line-end':
      return right === EDGE || right === NEWLINE
    case 'word-boundary':
      return (left === WORD_CHARACTER) !== (right === WORD_CHARACTER)
    case 'not-word-boundary':
      return (left === WORD_CHARACTER) === (right === WORD_CHARACTER)
    case 'word-start':
      return left !== WORD_CHARACTER && right === WORD_CHARACTER
    case 'word-end':
      return left === WORD_CHARACTER && right !== WORD_CHARACTER
    default:
      return false
  }
}
