import { encodeUtf8 } from '../../wire/utf8.ts'
import { hasOctets, octetOf } from './escapes.ts'

/** Text with single octets in it (`\xff`), as octets. */
export function rawOctets(text: string): Uint8Array {
  if (!hasOctets(text)) return encodeUtf8(text)
  const out: number[] = []
  for (const c of text) {
    const octet = c.length === 1 ? octetOf(c.charCodeAt(0)) : null
    if (octet === null) out.push(...encodeUtf8(c))
    else out.push(octet)
  }
  return Uint8Array.from(out)
}
