// MD5 (RFC 1321).

/** Shifts of each round. Ref: RFC 1321 §3.4 */
const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) >>> 0)

/** Digest in octets. */
export function md5(octets: Uint8Array): Uint8Array {
  const size = Math.ceil((octets.length + 9) / 64) * 64
  const padded = new Uint8Array(size)
  padded.set(octets)
  padded[octets.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(size - 8, octets.length * 8, true)
  view.setUint32(size - 4, Math.floor(octets.length / 2 ** 29), true)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let at = 0; at < size; at += 64) compress(state, view, at)
  const out = new DataView(new ArrayBuffer(16))
  for (const [i, word] of state.entries()) out.setUint32(4 * i, word, true)
  return new Uint8Array(out.buffer)
}

function compress(state: number[], view: DataView, at: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    const [mixed, word] =
      round === 0
        ? [(b & c) | (~b & d), i]
        : round === 1
          ? [(d & b) | (~d & c), (5 * i + 1) % 16]
          : round === 2
            ? [b ^ c ^ d, (3 * i + 5) % 16]
            : [c ^ (b | ~d), (7 * i) % 16]
    const sum = (a + mixed + (SINES[i] ?? 0) + view.getUint32(at + 4 * word, true)) | 0
    const shift = SHIFTS[round as 0 | 1 | 2 | 3][(i % 4) as 0 | 1 | 2 | 3]
    ;[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0]
  }
  for (const [i, word] of [a, b, c, d].entries()) state[i] = ((state[i] ?? 0) + word) >>> 0
}
