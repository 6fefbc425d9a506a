// SHA-1 (RFC 3174).

const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const

/** Digest in octets. */
export function sha1(octets: Uint8Array): Uint8Array {
  const size = Math.ceil((octets.length + 9) / 64) * 64
  const padded = new Uint8Array(size)
  padded.set(octets)
  padded[octets.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(size - 8, Math.floor(octets.length / 2 ** 29))
  view.setUint32(size - 4, octets.length * 8)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const w = new Int32Array(80)
  for (let at = 0; at < size; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i)
    for (let i = 16; i < 80; i++) {
      w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1)
    }
    compress(state, w)
  }
  const out = new DataView(new ArrayBuffer(20))
  for (const [i, word] of state.entries()) out.setUint32(4 * i, word)
  return new Uint8Array(out.buffer)
}

function rotate(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n))
}

function compress(state: number[], w: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (const [i, word] of w.entries()) {
    const round = Math.floor(i / 20) as 0 | 1 | 2 | 3
    const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d
    const next = (rotate(a, 5) + mixed + e + word + CONSTANTS[round]) | 0
    ;[e, d, c, b, a] = [d, c, rotate(b, 30), a, next]
  }
  for (const [i, word] of [a, b, c, d, e].entries()) state[i] = ((state[i] ?? 0) + word) >>> 0
}
