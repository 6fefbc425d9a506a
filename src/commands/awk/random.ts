// random(3) as glibc has it, so that srand(1) gives the numbers it gives on Linux. Ref: glibc stdlib/random_r.c, TYPE_3
const DEGREE = 31
const SEPARATION = 3
const MAX = 2147483647

export class Random {
  #state: number[] = []
  #front = 0
  #rear = 0
  seed: number

  constructor(seed: number) {
    this.seed = seed
    this.#start()
  }

  /** Begins anew: gives the seed there was before. */
  reseed(seed: number): number {
    const before = this.seed
    this.seed = seed
    this.#start()
    return before
  }

  #start(): void {
    let word = this.seed === 0 ? 1 : this.seed | 0
    this.#state = [word]
    for (let i = 1; i < DEGREE; i++) {
      // Schrage's way to 16807 × word mod 2³¹−1 without overflow.
      const high = Math.trunc(word / 127773)
      word = 16807 * (word - high * 127773) - 2836 * high
      if (word < 0) word += MAX
      this.#state.push(word)
    }
    this.#front = SEPARATION
    this.#rear = 0
    for (let i = 0; i < DEGREE * 10; i++) this.#next()
  }

  #next(): number {
    const sum = ((this.#state[this.#front] ?? 0) + (this.#state[this.#rear] ?? 0)) | 0
    this.#state[this.#front] = sum
    this.#front = (this.#front + 1) % DEGREE
    this.#rear = (this.#rear + 1) % DEGREE
    return sum >>> 1
  }

  /** 0…1 */
  value(): number {
    return this.#next() / MAX
  }
}
