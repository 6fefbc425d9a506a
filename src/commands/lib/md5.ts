// MD5 (RFC 1321).
import { Digest } from './digest.ts'

/** Shifts of each round. Ref: RFC 1321 §3.4 */
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) >>> 0)

export function newMd5(): Digest {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  return new Digest({
    block: 64,
    littleEndian: true,
    compress: (blocks, at) => compress(state, blocks, at),
    result: () => {
      const out = new DataView(new ArrayBuffer(16))
      state.forEach((word, i) => out.setInt32(4 * i, word, true))
      return new Uint8Array(out.buffer)
    },
  })
}

function compress(state: Int32Array, blocks: DataView, at: number): void {
  const [a0 = 0, b0 = 0, c0 = 0, d0 = 0] = state
  let [a, b, c, d] = [a0, b0, c0, d0]
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    let mixed: number
    let word: number
    if (round === 0) {
      mixed = (b & c) | (~b & d)
      word = i
    } else if (round === 1) {
      mixed = (d & b) | (~d & c)
      word = (5 * i + 1) & 15
    } else if (round === 2) {
      mixed = b ^ c ^ d
      word = (3 * i + 5) & 15
    } else {
      mixed = c ^ (b | ~d)
      word = (7 * i) & 15
    }
    const sum = (a + mixed + (SINES[i] ?? 0) + blocks.getInt32(at + 4 * word, true)) | 0
    const shift = SHIFTS[4 * round + (i & 3)] ?? 0
    a = d
    d = c
    c = b
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
  }
  state.set([a0 + a, b0 + b, c0 + c, d0 + d])
}
