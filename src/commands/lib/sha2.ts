// SHA-256 and SHA-512 (FIPS 180-4).
import { encodeUtf8 } from '../../wire/utf8.ts'

const MASK64 = (1n << 64n) - 1n

/** The first primes; their roots are the constants of both functions. */
const PRIMES = primes(80)
const K512 = PRIMES.map((p) => rootFraction(p, 3, 64))
const H512 = PRIMES.slice(0, 8).map((p) => rootFraction(p, 2, 64))
const K256 = PRIMES.slice(0, 64).map((p) => Number(rootFraction(p, 3, 32)))
const H256 = PRIMES.slice(0, 8).map((p) => Number(rootFraction(p, 2, 32)))

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

/** The message with its padding, in blocks of `block` octets. */
function padded(text: string | Uint8Array, block: 64 | 128): Uint8Array {
  const octets = typeof text === 'string' ? encodeUtf8(text) : text
  const lengthOctets = block / 8
  const total = Math.ceil((octets.length + 1 + lengthOctets) / block) * block
  const out = new Uint8Array(total)
  out.set(octets)
  out[octets.length] = 0x80
  new DataView(out.buffer).setUint32(total - 4, octets.length * 8)
  return out
}

/** Digest in octets. */
export function sha256(text: string | Uint8Array): Uint8Array {
  const data = new DataView(padded(text, 64).buffer)
  const hash = [...H256]
  const w = new Uint32Array(64)
  for (let at = 0; at < data.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = data.getUint32(at + 4 * i)
    for (let i = 16; i < 64; i++) {
      const [a, b] = [w[i - 15] ?? 0, w[i - 2] ?? 0]
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
      w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1
    }
    compress256(hash, w)
  }
  const out = new DataView(new ArrayBuffer(32))
  for (const [i, word] of hash.entries()) out.setUint32(4 * i, word)
  return new Uint8Array(out.buffer)
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n))
}

function compress256(hash: number[], w: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (const [i, word] of w.entries()) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K256[i] ?? 0) + word) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = ((hash[i] ?? 0) + word) >>> 0
}

/** Digest in lower-case hexadecimal. */
export function sha512Hex(text: string | Uint8Array): string {
  const data = new DataView(padded(text, 128).buffer)
  const hash = [...H512]
  for (let at = 0; at < data.byteLength; at += 128) {
    const w: bigint[] = []
    for (let i = 0; i < 16; i++) w.push(data.getBigUint64(at + 8 * i))
    for (let i = 16; i < 80; i++) {
      const [a, b] = [w[i - 15] ?? 0n, w[i - 2] ?? 0n]
      const s0 = rotate64(a, 1n) ^ rotate64(a, 8n) ^ (a >> 7n)
      const s1 = rotate64(b, 19n) ^ rotate64(b, 61n) ^ (b >> 6n)
      w.push(((w[i - 16] ?? 0n) + s0 + (w[i - 7] ?? 0n) + s1) & MASK64)
    }
    compress512(hash, w)
  }
  return hash.map((word) => word.toString(16).padStart(16, '0')).join('')
}

function rotate64(x: bigint, n: bigint): bigint {
  return ((x >> n) | (x << (64n - n))) & MASK64
}

function compress512(hash: bigint[], w: readonly bigint[]): void {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = hash
  for (const [i, word] of w.entries()) {
    const s1 = rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n)
    const t1 = h + s1 + ((e & f) ^ (~e & MASK64 & g)) + (K512[i] ?? 0n) + word
    const s0 = rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK64, c, b, a, (t1 + t2) & MASK64]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = ((hash[i] ?? 0n) + word) & MASK64
}
