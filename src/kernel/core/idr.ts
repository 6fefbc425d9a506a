/** Gives out the lowest free number each time (Ref: lib/idr.c:ida_alloc()). */
import { LazySet } from './lazy.ts'
export class Numbers {
  readonly #taken = new LazySet<number>()
  #lowest: number

  constructor(first: number) {
    this.#lowest = first
  }

  has(number: number): boolean {
    return this.#taken.has(number)
  }

  take(): number {
    const number = this.#lowest
    this.reserve(number)
    return number
  }

  /** Takes a certain number, free or not. */
  reserve(number: number): void {
    this.#taken.add(number)
    while (this.#taken.has(this.#lowest)) this.#lowest++
  }

  give(number: number): void {
    this.#taken.delete(number)
    if (number < this.#lowest) this.#lowest = number
  }
}
