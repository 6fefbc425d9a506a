// SHA-1 (RFC 3174).
import { Digest } from './digest.ts'

const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]

export function newSha1(): Digest {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const w = new Int32Array(80)
  return new Digest({
    block: 64,
    littleEndian: false,
    compress: (blocks, at) => {
      for (let i = 0; i < 16; i++) w[i] = blocks.getInt32(at + 4 * i)
      for (let i = 16; i < 80; i++) {
        w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1)
      }
      compress(state, w)
    },
    result: () => {
      const out = new DataView(new ArrayBuffer(20))
      state.forEach((word, i) => out.setInt32(4 * i, word))
      return new Uint8Array(out.buffer)
    },
  })
}

function rotate(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n))
}

function compress(state: Int32Array, w: Int32Array): void {
  const [a0 = 0, b0 = 0, c0 = 0, d0 = 0, e0 = 0] = state
  let [a, b, c, d, e] = [a0, b0, c0, d0, e0]
  for (let i = 0; i < 80; i++) {
    const round = Math.floor(i / 20)
    const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d
    const next = (rotate(a, 5) + mixed + e + (w[i] ?? 0) + (CONSTANTS[round] ?? 0)) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  state.set([a0 + a, b0 + b, c0 + c, d0 + d, e0 + e])
}
