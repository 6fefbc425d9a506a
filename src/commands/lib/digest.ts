// What MD5 and the SHA functions have in common: a message is taken block by block, padded at its end with a one and with
// its length in bits.

/** A function's state, and what a block does to it. */
export interface Compression {
  /** Octets of a block. */
  readonly block: 64 | 128
  /** Its length is written the least octet first. */
  readonly littleEndian: boolean
  compress(blocks: DataView, at: number): void
  /** The state in octets. */
  result(): Uint8Array
}

export class Digest {
  readonly #function: Compression
  readonly #block: Uint8Array
  readonly #view: DataView
  /** Octets of the block that is not full yet. */
  #held = 0
  #length = 0

  constructor(compression: Compression) {
    this.#function = compression
    this.#block = new Uint8Array(compression.block)
    this.#view = new DataView(this.#block.buffer)
  }

  update(octets: Uint8Array): this {
    const { block } = this.#function
    this.#length += octets.length
    let at = 0
    if (this.#held > 0) {
      at = Math.min(block - this.#held, octets.length)
      this.#block.set(octets.subarray(0, at), this.#held)
      this.#held += at
      if (this.#held < block) return this
      this.#function.compress(this.#view, 0)
    }
    const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
    for (; at + block <= octets.length; at += block) this.#function.compress(view, at)
    this.#block.set(octets.subarray(at))
    this.#held = octets.length - at
    return this
  }

  /** The digest of all that was taken; the last thing asked for. */
  octets(): Uint8Array {
    const { block, littleEndian } = this.#function
    const bits = this.#length * 8
    const [low, high] = [bits >>> 0, Math.floor(bits / 2 ** 32)]
    const padding = new Uint8Array(block - ((this.#length + block / 8) % block) + block / 8)
    padding[0] = 0x80
    const view = new DataView(padding.buffer)
    view.setUint32(padding.length - 8, littleEndian ? low : high, littleEndian)
    view.setUint32(padding.length - 4, littleEndian ? high : low, littleEndian)
    this.update(padding)
    return this.#function.result()
  }
}
