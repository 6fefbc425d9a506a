/** RFC 4648 section 4. */
export const BASE64_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(octets: Uint8Array): string {
  let out = ''
  for (let i = 0; i < octets.length; i += 3) {
    const [a = 0, b = 0, c = 0] = octets.subarray(i, i + 3)
    const bits = (a << 16) | (b << 8) | c
    const four = [18, 12, 6, 0].map((shift) => BASE64_DIGITS.charAt((bits >> shift) & 63)).join('')
    const missing = Math.max(0, i + 3 - octets.length)
    out += four.slice(0, 4 - missing) + '='.repeat(missing)
  }
  return out
}

/** Null when it is not base64. */
export function decodeBase64(text: string): Uint8Array | null {
  const out: number[] = []
  let bits = 0
  let count = 0
  for (const c of text.replace(/=+$/, '')) {
    const value = BASE64_DIGITS.indexOf(c)
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    out.push((bits >> count) & 255)
  }
  return Uint8Array.from(out)
}
