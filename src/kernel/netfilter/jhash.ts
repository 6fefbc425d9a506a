// Bob Jenkins' hash, as the kernel mixes words with it. Ref: include/linux/jhash.h:jhash2()

function rol(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n))
}

const INITVAL = 0xdeadbeef | 0

/** Of whole 32-bit words. */
export function jhash2(words: readonly number[], initval: number): number {
  let a = (INITVAL + (words.length << 2) + initval) | 0
  let b = a
  let c = a
  let at = 0
  const word = (i: number): number => words[at + i] ?? 0
  for (; words.length - at > 3; at += 3) {
    a = (a + word(0)) | 0
    b = (b + word(1)) | 0
    c = (c + word(2)) | 0
    a = ((a - c) ^ rol(c, 4)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ rol(a, 6)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ rol(b, 8)) | 0
    b = (b + a) | 0
    a = ((a - c) ^ rol(c, 16)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ rol(a, 19)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ rol(b, 4)) | 0
    b = (b + a) | 0
  }
  const left = words.length - at
  if (left === 0) return c >>> 0
  if (left > 2) c = (c + word(2)) | 0
  if (left > 1) b = (b + word(1)) | 0
  a = (a + word(0)) | 0
  c = ((c ^ b) - rol(b, 14)) | 0
  a = ((a ^ c) - rol(c, 11)) | 0
  b = ((b ^ a) - rol(a, 25)) | 0
  c = ((c ^ b) - rol(b, 16)) | 0
  a = ((a ^ c) - rol(c, 4)) | 0
  b = ((b ^ a) - rol(a, 14)) | 0
  c = ((c ^ b) - rol(b, 24)) | 0
  return c >>> 0
}
