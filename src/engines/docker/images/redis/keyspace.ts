// Keys and their values, and the time at which a key ends. Ref: redis src/db.c, src/expire.c
import type { Nanoseconds } from '../../../../sim/clock.ts'
import { MILLISECOND } from '../../../../sim/clock.ts'

export type Value =
  | { readonly type: 'string'; text: string }
  | { readonly type: 'list'; readonly items: string[] }
  | { readonly type: 'hash'; readonly fields: Map<string, string> }
  | { readonly type: 'set'; readonly members: Set<string> }
  | { readonly type: 'zset'; readonly scores: Map<string, number> }

export type ValueType = Value['type']
export type ValueOf<T extends ValueType> = Extract<Value, { readonly type: T }>

const EMPTY: { readonly [T in ValueType]: () => ValueOf<T> } = {
  string: () => ({ type: 'string', text: '' }),
  list: () => ({ type: 'list', items: [] }),
  hash: () => ({ type: 'hash', fields: new Map() }),
  set: () => ({ type: 'set', members: new Set() }),
  zset: () => ({ type: 'zset', scores: new Map() }),
}

/** One database. */
export class Keyspace {
  readonly #values = new Map<string, Value>()
  readonly #ends = new Map<string, Nanoseconds>()
  readonly #now: () => Nanoseconds

  constructor(now: () => Nanoseconds) {
    this.#now = now
  }

  get(key: string): Value | null {
    const end = this.#ends.get(key)
    if (end !== undefined && end <= this.#now()) this.delete(key)
    return this.#values.get(key) ?? null
  }

  /** Undefined: a value of another type. `make`: an empty one where there is none. */
  of<T extends ValueType>(key: string, type: T, make = false): ValueOf<T> | null | undefined {
    const value = this.get(key)
    if (value) return value.type === type ? (value as ValueOf<T>) : undefined
    if (!make) return null
    const made = EMPTY[type]()
    this.#values.set(key, made)
    return made
  }

  set(key: string, value: Value): void {
    this.#values.set(key, value)
    this.#ends.delete(key)
  }

  delete(key: string): boolean {
    this.#ends.delete(key)
    return this.#values.delete(key)
  }

  /** A collection that has lost its last member is a key no more. */
  tidy(key: string): void {
    const value = this.#values.get(key)
    if (!value || value.type === 'string') return
    const size =
      value.type === 'list'
        ? value.items.length
        : value.type === 'hash'
          ? value.fields.size
          : value.type === 'set'
            ? value.members.size
            : value.scores.size
    if (size === 0) this.delete(key)
  }

  keys(): string[] {
    return [...this.#values.keys()].filter((key) => this.get(key) !== null)
  }

  clear(): void {
    this.#values.clear()
    this.#ends.clear()
  }

  /** Milliseconds left; −1 without an end, −2 without a key. */
  left(key: string): number {
    if (!this.get(key)) return -2
    const end = this.#ends.get(key)
    return end === undefined ? -1 : Math.ceil((end - this.#now()) / MILLISECOND)
  }

  expire(key: string, milliseconds: number): boolean {
    if (!this.get(key)) return false
    if (milliseconds <= 0) this.delete(key)
    else this.#ends.set(key, this.#now() + milliseconds * MILLISECOND)
    return true
  }

  persist(key: string): boolean {
    return this.get(key) !== null && this.#ends.delete(key)
  }
}
