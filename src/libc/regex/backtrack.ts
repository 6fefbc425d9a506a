// Tries one way after the other: for what no automaton can tell (back-references, look-around, Perl's order of
// preference). Such a search can take for ever, so it has a budget of steps.
import { codeAt, codeBefore, kindOf, unitsOf } from './charset.ts'
import type { Assertion } from './node.ts'
import type { Compiled, Instruction } from './program.ts'
import { holds } from './program.ts'

/** Steps for one search. PCRE and Oniguruma count to ten million, of another kind. */
const MOST_STEPS = 1_000_000

export class Backtracker {
  readonly #program: Compiled
  /** POSIX: of all matches from a place the longest; else the first that is found. */
  readonly #longest: boolean
  #slots: number[] = []
  #keep = -1
  #text = ''
  #left = 0
  #best: number[] | null = null

  constructor(program: Compiled, longest: boolean) {
    this.#program = program
    this.#longest = longest
  }

  /** Slots of the leftmost match at or after `from`; `limit`: out of steps. */
  find(text: string, from: number): number[] | null | 'limit' {
    this.#text = text
    this.#left = MOST_STEPS
    for (let start = from; start <= text.length; start += unitsOf(codeAt(text, start))) {
      const found = this.#from(start, -1)
      if (found) return found
    }
    return null
  }

  /** Slots of a match from `start` to `end`. */
  between(text: string, start: number, end: number): number[] | null | 'limit' {
    this.#text = text
    this.#left = MOST_STEPS
    return this.#from(start, end)
  }

  #from(start: number, wanted: number): number[] | null | 'limit' {
    this.#slots = Array.from({ length: this.#program.slots }, () => -1)
    this.#keep = start
    this.#best = null
    const end = this.#run(this.#program.code, start, wanted, this.#longest)
    if (this.#left <= 0) return 'limit'
    if (this.#longest) return this.#best
    if (end < 0) return null
    this.#slots[0] = this.#keep
    this.#slots[1] = end
    return this.#slots
  }

  /**
   * Where the program's match from `start` ends, −1 when there is none. `wanted`: it has to end there. `all`: goes on
   * to look for longer ones, and notes the best.
   */
  #run(code: readonly Instruction[], start: number, wanted: number, all: boolean): number {
    const text = this.#text
    const slots = this.#slots
    const todo: number[] = [0, start]
    while (todo.length > 0) {
      let at = todo.pop() ?? 0
      let pc = todo.pop() ?? 0
      if (pc < 0) {
        slots[-pc - 1] = at
        continue
      }
      for (;;) {
        if (--this.#left <= 0) return -1
        const instruction = code[pc++]
        if (!instruction) break
        if (instruction.op === 'char' || instruction.op === 'set') {
          const c = codeAt(text, at)
          if (c < 0) break
          if (instruction.op === 'char' ? instruction.code !== c : !instruction.set.has(c)) break
          at += unitsOf(c)
        } else if (instruction.op === 'split') {
          todo.push(instruction.second, at)
          pc = instruction.first
        } else if (instruction.op === 'jump') pc = instruction.to
        else if (instruction.op === 'save' || instruction.op === 'mark') {
          todo.push(-instruction.slot - 1, slots[instruction.slot] ?? -1)
          slots[instruction.slot] = at
        } else if (instruction.op === 'round') {
          if (slots[instruction.slot] === at) pc = instruction.exit
        } else if (instruction.op === 'match') {
          if (wanted >= 0 && at !== wanted) break
          if (!all) return at
          this.#note(start, at)
          if (at === text.length) return at
          break
        } else if (instruction.op === 'not') {
          this.#others(instruction, at, pc, todo)
          break
        } else {
          const before = instruction.op === 'look' || instruction.op === 'atomic' ? [...slots] : null
          const next = this.#special(instruction, at)
          if (before) this.#undo(before, next < 0 || isNegative(instruction) ? null : todo)
          if (next < 0) break
          at = next
        }
      }
    }
    return -1
  }

  /** What a part of the search did to the slots: undone now, or once the search comes back (`later`). */
  #undo(before: readonly number[], later: number[] | null): void {
    before.forEach((value, slot) => {
      if (this.#slots[slot] === value) return
      if (later) later.push(-slot - 1, value)
      else this.#slots[slot] = value
    })
  }

  #note(start: number, end: number): void {
    if (this.#best && (this.#best[1] ?? 0) >= end) return
    this.#best = [...this.#slots]
    this.#best[0] = start
    this.#best[1] = end
  }

  /** All ends up to which the text is none that the program matches: the longest is tried first. */
  #others(
    { program, stop }: Extract<Instruction, { op: 'not' }>,
    start: number,
    next: number,
    todo: number[],
  ): void {
    const slots = [...this.#slots]
    for (let end = start; end <= this.#text.length && this.#left > 0; end++) {
      if (stop !== '' && end > start && this.#text[end - 1] === stop) break
      if (this.#run(program, start, end, false) < 0) todo.push(next, end)
    }
    this.#slots = slots
  }

  /** Where it goes on after what takes no one character, −1 where it does not. */
  #special(instruction: Instruction, at: number): number {
    switch (instruction.op) {
      case 'assert':
        return this.#holds(instruction.what, at) ? at : -1
      case 'backref':
        return this.#again(instruction.index, instruction.ignoreCase, at)
      case 'look': {
        const found = instruction.ahead
          ? this.#run(instruction.program, at, -1, false) >= 0
          : this.#behind(instruction.program, instruction.width, at)
        return found === instruction.negative ? -1 : at
      }
      case 'atomic':
        return this.#run(instruction.program, at, -1, false)
      default:
        this.#keep = at
        return at
    }
  }

  #holds(what: Assertion, at: number): boolean {
    const right = codeAt(this.#text, at)
    if (what === 'last-line-end') return right < 0 || (right === 10 && at === this.#text.length - 1)
    return holds(what, kindOf(codeBefore(this.#text, at)), kindOf(right))
  }

  /** The text of a group once more; of one that took no part there is none. */
  #again(index: number, ignoreCase: boolean, at: number): number {
    const from = this.#slots[2 * index] ?? -1
    const to = this.#slots[2 * index + 1] ?? -1
    if (from < 0 || to < 0) return -1
    this.#left -= to - from
    const wanted = this.#text.slice(from, to)
    const found = this.#text.slice(at, at + to - from)
    const same = ignoreCase ? found.toLowerCase() === wanted.toLowerCase() : found === wanted
    return same ? at + to - from : -1
  }

  #behind(code: readonly Instruction[], [low, high]: readonly [number, number], at: number): boolean {
    let start = at
    for (let back = 0; back <= high; back++) {
      if (back >= low && this.#run(code, start, at, false) >= 0) return true
      if (start <= 0) return false
      start -= unitsOf(codeBefore(this.#text, start))
    }
    return false
  }
}

function isNegative(instruction: Instruction): boolean {
  return instruction.op === 'look' && instruction.negative
}
