// SHA-512 (FIPS 180-4). Its words of 64 bits are held in halves, the higher first.
import { encodeUtf8 } from '../../wire/utf8.ts'
import { Digest } from './digest.ts'
import { fractions512 } from './sha2.ts'

const ROUNDS = 80
const K = halves(fractions512(3))
const H = halves(fractions512(2).slice(0, 8))

function halves(words: readonly bigint[]): Int32Array {
  return Int32Array.from(words.flatMap((word) => [Number(word >> 32n) | 0, Number(word & 0xffffffffn) | 0]))
}

export function newSha512(): Digest {
  const state = H.slice()
  const w = new Int32Array(2 * ROUNDS)
  return new Digest({
    block: 128,
    littleEndian: false,
    compress: (blocks, at) => {
      schedule(w, blocks, at)
      compress(state, w)
    },
    result: () => {
      const out = new DataView(new ArrayBuffer(64))
      state.forEach((word, i) => out.setInt32(4 * i, word))
      return new Uint8Array(out.buffer)
    },
  })
}

/** Digest in lower-case hexadecimal. */
export function sha512Hex(text: string): string {
  const octets = newSha512().update(encodeUtf8(text)).octets()
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')
}

/** A half of a word that is turned right by `n` bits: `same` is that half of it, `other` the other one. */
function turned(same: number, other: number, n: number): number {
  return (same >>> n) | (other << (32 - n))
}

/** What two sums of halves carry over. */
function carry(low: number): number {
  return Math.floor(low / 2 ** 32)
}

function schedule(w: Int32Array, blocks: DataView, at: number): void {
  for (let i = 0; i < 32; i++) w[i] = blocks.getInt32(at + 4 * i)
  for (let i = 32; i < 2 * ROUNDS; i += 2) {
    const ah = w[i - 30] ?? 0
    const al = w[i - 29] ?? 0
    const bh = w[i - 4] ?? 0
    const bl = w[i - 3] ?? 0
    const s0h = turned(ah, al, 1) ^ turned(ah, al, 8) ^ (ah >>> 7)
    const s0l = turned(al, ah, 1) ^ turned(al, ah, 8) ^ turned(al, ah, 7)
    const s1h = turned(bh, bl, 19) ^ turned(bl, bh, 29) ^ (bh >>> 6)
    const s1l = turned(bl, bh, 19) ^ turned(bh, bl, 29) ^ turned(bl, bh, 6)
    const low = ((w[i - 31] ?? 0) >>> 0) + (s0l >>> 0) + ((w[i - 13] ?? 0) >>> 0) + (s1l >>> 0)
    w[i] = (w[i - 32] ?? 0) + s0h + (w[i - 14] ?? 0) + s1h + carry(low)
    w[i + 1] = low
  }
}

function compress(state: Int32Array, w: Int32Array): void {
  let [ah = 0, al = 0, bh = 0, bl = 0, ch = 0, cl = 0, dh = 0, dl = 0] = state
  let [eh = 0, el = 0, fh = 0, fl = 0, gh = 0, gl = 0, hh = 0, hl = 0] = state.subarray(8)
  for (let i = 0; i < 2 * ROUNDS; i += 2) {
    const s1h = turned(eh, el, 14) ^ turned(eh, el, 18) ^ turned(el, eh, 9)
    const s1l = turned(el, eh, 14) ^ turned(el, eh, 18) ^ turned(eh, el, 9)
    const choiceHigh = (eh & fh) ^ (~eh & gh)
    const choiceLow = (el & fl) ^ (~el & gl)
    const low1 =
      (hl >>> 0) + (s1l >>> 0) + (choiceLow >>> 0) + ((K[i + 1] ?? 0) >>> 0) + ((w[i + 1] ?? 0) >>> 0)
    const high1 = (hh + s1h + choiceHigh + (K[i] ?? 0) + (w[i] ?? 0) + carry(low1)) | 0
    const s0h = turned(ah, al, 28) ^ turned(al, ah, 2) ^ turned(al, ah, 7)
    const s0l = turned(al, ah, 28) ^ turned(ah, al, 2) ^ turned(ah, al, 7)
    const majorityHigh = (ah & bh) ^ (ah & ch) ^ (bh & ch)
    const majorityLow = (al & bl) ^ (al & cl) ^ (bl & cl)
    const low2 = (low1 >>> 0) + (s0l >>> 0) + (majorityLow >>> 0)
    const lowE = (dl >>> 0) + (low1 >>> 0)
    hh = gh
    hl = gl
    gh = fh
    gl = fl
    fh = eh
    fl = el
    eh = (dh + high1 + carry(lowE)) | 0
    el = lowE | 0
    dh = ch
    dl = cl
    ch = bh
    cl = bl
    bh = ah
    bl = al
    ah = (high1 + s0h + majorityHigh + carry(low2)) | 0
    al = low2 | 0
  }
  const sums = [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl]
  for (let i = 0; i < 16; i += 2) {
    const low = ((state[i + 1] ?? 0) >>> 0) + ((sums[i + 1] ?? 0) >>> 0)
    state[i] = (state[i] ?? 0) + (sums[i] ?? 0) + carry(low)
    state[i + 1] = low
  }
}
