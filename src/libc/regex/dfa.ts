// A deterministic automaton made while it runs: a state is the set of instructions that a match may have come to, and
// the kind of character read last. Time grows with the text alone, whatever the expression.
import { codeAt, codeBefore, kindOf, unitsOf } from './charset.ts'
import type { Instruction } from './program.ts'
import { holds } from './program.ts'

interface State {
  readonly at: readonly number[]
  /** Kind of the character read last. */
  readonly last: number
  /** A match ended before the character that led here. */
  readonly matched: boolean
  /** By class of character. */
  readonly next: (State | undefined)[]
}

/** States that are kept; beyond, all are made anew. */
const MOST_STATES = 2000
/** Instructions looked at for one text, beyond which there is no more memory for it. */
const MOST_WORK = 200_000_000
const END = 0

export class Dfa {
  readonly #code: readonly Instruction[]
  readonly #reversed: boolean
  /** A match may begin anywhere. */
  readonly #anywhere: boolean
  readonly #states = new Map<string, State>()
  #count = 0
  #work = 0
  readonly #starts: (State | undefined)[] = []
  /** Classes of characters that no instruction tells apart; 0 is one not seen yet. */
  readonly #ascii = new Uint16Array(128)
  readonly #others = new Map<number, number>()
  readonly #classes = new Map<string, number>()
  /** One character of each class; −1 is the end of the text. */
  readonly #representatives: number[] = [-1]

  constructor(
    code: readonly Instruction[],
    options: { readonly reversed: boolean; readonly anywhere: boolean },
  ) {
    this.#code = code
    this.#reversed = options.reversed
    this.#anywhere = options.anywhere
  }

  /** Whether anything in the text matches. */
  test(text: string): boolean {
    this.#work = 0
    let state = this.#start(-1)
    const n = text.length
    for (let i = 0; i < n;) {
      const code = text.charCodeAt(i)
      let kind = code < 128 ? (this.#ascii[code] ?? 0) : 0
      i++
      if (kind === 0) {
        const whole = codeAt(text, i - 1)
        if (whole > 0xffff) i++
        kind = this.#classOf(whole)
      }
      state = state.next[kind] ?? this.#step(state, kind)
      if (state.matched) return true
      if (state.at.length === 0) return false
    }
    return (state.next[END] ?? this.#step(state, END)).matched
  }

  /** Where the longest match from `start` ends that ends at `limit` or before; −1 when there is none. */
  longest(text: string, start: number, limit: number): number {
    this.#work = 0
    let state = this.#start(codeBefore(text, start))
    let end = -1
    const n = text.length
    for (let i = start; i <= limit;) {
      const at = i
      let kind = END
      if (i < n) {
        const code = text.charCodeAt(i)
        kind = code < 128 ? (this.#ascii[code] ?? 0) : 0
        i++
        if (kind === 0) {
          const whole = codeAt(text, at)
          if (whole > 0xffff) i++
          kind = this.#classOf(whole)
        }
      }
      state = state.next[kind] ?? this.#step(state, kind)
      if (state.matched) end = at
      if (kind === END || state.at.length === 0) break
    }
    return end
  }

  /** Where the shortest match from `start` ends; −1 when there is none. */
  shortest(text: string, start: number): number {
    this.#work = 0
    let state = this.#start(codeBefore(text, start))
    for (let i = start; ;) {
      const code = codeAt(text, i)
      const kind = code < 0 ? END : this.#classOf(code)
      state = state.next[kind] ?? this.#step(state, kind)
      if (state.matched) return i
      if (code < 0 || state.at.length === 0) return -1
      i += unitsOf(code)
    }
  }

  /** Marks all places at which a match begins; read backwards. */
  begins(text: string): Uint8Array {
    this.#work = 0
    const marks = new Uint8Array(text.length + 1)
    let state = this.#start(-1)
    for (let i = text.length; ;) {
      const at = i
      let kind = END
      if (i > 0) {
        const code = text.charCodeAt(i - 1)
        kind = code < 128 ? (this.#ascii[code] ?? 0) : 0
        i--
        if (kind === 0) {
          const whole = codeBefore(text, at)
          if (whole > 0xffff) i--
          kind = this.#classOf(whole)
        }
      }
      state = state.next[kind] ?? this.#step(state, kind)
      if (state.matched) marks[at] = 1
      if (kind === END) return marks
    }
  }

  #start(before: number): State {
    const last = kindOf(before)
    return (this.#starts[last] ??= this.#state([0], last, false))
  }

  #classOf(code: number): number {
    const known = code < 128 ? this.#ascii[code] : this.#others.get(code)
    if (known) return known
    let signature = String(kindOf(code))
    for (const instruction of this.#code) {
      if (instruction.op === 'char' || instruction.op === 'set') signature += takes(instruction, code) ? 1 : 0
    }
    let found = this.#classes.get(signature)
    if (found === undefined) {
      found = this.#representatives.push(code) - 1
      this.#classes.set(signature, found)
    }
    if (code < 128) this.#ascii[code] = found
    else this.#others.set(code, found)
    return found
  }

  #step(state: State, kind: number): State {
    const code = this.#representatives[kind] ?? -1
    const next = kindOf(code)
    const reached = new Set<number>()
    const after = new Set<number>(this.#anywhere && code >= 0 ? [0] : [])
    let matched = false
    const todo = [...state.at]
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (reached.has(at)) continue
      reached.add(at)
      const instruction = this.#code[at]
      switch (instruction?.op) {
        case 'char':
        case 'set':
          if (code >= 0 && takes(instruction, code)) after.add(at + 1)
          break
        case 'split':
          todo.push(instruction.first, instruction.second)
          break
        case 'jump':
          todo.push(instruction.to)
          break
        case 'assert': {
          const [left, right] = this.#reversed ? [next, state.last] : [state.last, next]
          if (holds(instruction.what, left, right)) todo.push(at + 1)
          break
        }
        case 'match':
          matched = true
          break
        default:
          todo.push(at + 1)
      }
    }
    this.#work += reached.size
    if (this.#work > MOST_WORK) throw new RangeError('no allocation is enough for this expression')
    const made = this.#state(
      [...after].sort((a, b) => a - b),
      next,
      matched,
    )
    state.next[kind] = made
    return made
  }

  #state(at: readonly number[], last: number, matched: boolean): State {
    const key = `${at.join()};${last}${matched ? 'm' : ''}`
    let found = this.#states.get(key)
    if (!found) {
      if (++this.#count > MOST_STATES) this.#forget()
      found = { at, last, matched, next: [] }
      this.#states.set(key, found)
    }
    return found
  }

  #forget(): void {
    for (const state of this.#states.values()) state.next.length = 0
    this.#states.clear()
    this.#starts.length = 0
    this.#count = 0
  }
}

function takes(instruction: Instruction, code: number): boolean {
  if (instruction.op === 'char') return instruction.code === code
  return instruction.op === 'set' && instruction.set.has(code)
}
