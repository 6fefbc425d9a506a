// RFC 4648 section 4.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(octets: Uint8Array): string {
  let out = ''
  for (let i = 0; i < octets.length; i += 3) {
    const [a = 0, b = 0, c = 0] = octets.subarray(i, i + 3)
    const bits = (a << 16) | (b << 8) | c
    const four = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63)).join('')
    const missing = Math.max(0, i + 3 - octets.length)
    out += four.slice(0, 4 - missing) + '='.repeat(missing)
  }
  return out
}
