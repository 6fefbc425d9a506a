/** The one source of chance: a seeded generator (sfc32), so that a lab replays exactly. */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b = 0x9e3779b9 | 0
    this.#c = 0x243f6a88 | 0
    for (let i = 0; i < 12; i++) this.u32()
  }

  /** Uniform in 0…2³²−1. */
  u32(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0
    return t >>> 0
  }

  /** Uniform in 0…n−1. */
  below(n: number): number {
    return Math.floor((this.u32() / 0x100000000) * n)
  }

  /** 48 random bits. */
  u48(): number {
    return (this.u32() & 0xffff) * 0x100000000 + this.u32()
  }
}
