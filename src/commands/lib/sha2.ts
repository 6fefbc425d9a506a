// SHA-256 (FIPS 180-4), and the constants of its family.
import { encodeUtf8 } from '../../wire/utf8.ts'
import { Digest } from './digest.ts'

/** The first primes; the roots of so many are the constants of SHA-512, of fewer those of SHA-256. */
const PRIMES = primes(80)
const K256 = Int32Array.from(PRIMES.slice(0, 64), (p) => Number(rootFraction(p, 3, 32)))
const H256 = Int32Array.from(PRIMES.slice(0, 8), (p) => Number(rootFraction(p, 2, 32)))

function primes(count: number): bigint[] {
  const found: bigint[] = []
  for (let n = 2n; found.length < count; n++) if (found.every((p) => n % p !== 0n)) found.push(n)
  return found
}

/** The first `bits` of the fractional part of a root. */
function rootFraction(n: bigint, degree: 2 | 3, bits: number): bigint {
  const scaled = n << BigInt(degree * bits)
  let low = 0n
  let high = n << BigInt(bits)
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** BigInt(degree) <= scaled) low = middle
    else high = middle - 1n
  }
  return low & ((1n << BigInt(bits)) - 1n)
}

/** The first 64 bits of the roots of the first primes: cube roots for the rounds, square roots to begin with. */
export function fractions512(degree: 2 | 3): readonly bigint[] {
  return PRIMES.map((p) => rootFraction(p, degree, 64))
}

export function newSha256(): Digest {
  const state = H256.slice()
  const w = new Int32Array(64)
  return new Digest({
    block: 64,
    littleEndian: false,
    compress: (blocks, at) => {
      for (let i = 0; i < 16; i++) w[i] = blocks.getInt32(at + 4 * i)
      for (let i = 16; i < 64; i++) {
        const a = w[i - 15] ?? 0
        const b = w[i - 2] ?? 0
        const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
        const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
        w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1
      }
      compress(state, w)
    },
    result: () => {
      const out = new DataView(new ArrayBuffer(32))
      state.forEach((word, i) => out.setInt32(4 * i, word))
      return new Uint8Array(out.buffer)
    },
  })
}

/** Digest in octets. */
export function sha256(text: string | Uint8Array): Uint8Array {
  return newSha256()
    .update(typeof text === 'string' ? encodeUtf8(text) : text)
    .octets()
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n))
}

function compress(state: Int32Array, w: Int32Array): void {
  const [a0 = 0, b0 = 0, c0 = 0, d0 = 0, e0 = 0, f0 = 0, g0 = 0, h0 = 0] = state
  let [a, b, c, d, e, f, g, h] = [a0, b0, c0, d0, e0, f0, g0, h0]
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K256[i] ?? 0) + (w[i] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state.set([a0 + a, b0 + b, c0 + c, d0 + d, e0 + e, f0 + f, g0 + g, h0 + h])
}
