// The multiplexed stream of attach, exec and logs for a container without a terminal: before each piece stand one octet
import { concat } from '../../../wire/octets.ts'
// that names the stream, three zeros, and the piece's length. (Engine API 1.51, "Attach to a container")

export const STDOUT = 1
export const STDERR = 2

export function framed(stream: number, data: Uint8Array): Uint8Array {
  const { length } = data
  const head = Uint8Array.of(
    stream,
    0,
    0,
    0,
    length >>> 24,
    (length >>> 16) & 255,
    (length >>> 8) & 255,
    length & 255,
  )
  return concat([head, data])
}

/** Splits what arrives in any pieces into frames again. */
export class Demultiplexer {
  #pending: Uint8Array = new Uint8Array(0)

  feed(data: Uint8Array): (readonly [stream: number, data: Uint8Array])[] {
    this.#pending = concat([this.#pending, data])
    const frames: (readonly [number, Uint8Array])[] = []
    for (;;) {
      const [stream = 0] = this.#pending
      if (this.#pending.length < 8) return frames
      const view = new DataView(this.#pending.buffer, this.#pending.byteOffset)
      const length = view.getUint32(4)
      if (this.#pending.length < 8 + length) return frames
      frames.push([stream, this.#pending.slice(8, 8 + length)])
      this.#pending = this.#pending.slice(8 + length)
    }
  }
}
