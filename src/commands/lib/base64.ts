/** RFC 4648 section 4. */
export const BASE64_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(octets: Uint8Array): string {
  let out = ''
  for (let i = 0; i < octets.length; i += 3) {
    const [b, c] = [octets[i + 1], octets[i + 2]]
    const bits = ((octets[i] ?? 0) << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out += BASE64_DIGITS.charAt(bits >> 18) + BASE64_DIGITS.charAt((bits >> 12) & 63)
    out += b === undefined ? '=' : BASE64_DIGITS.charAt((bits >> 6) & 63)
    out += c === undefined ? '=' : BASE64_DIGITS.charAt(bits & 63)
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
