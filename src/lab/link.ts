// A lab as the fragment of a link: `#1.` and base64url (RFC 4648 §5) of a raw deflate stream (RFC 1951) with a preset
// dictionary, followed by two octets of checksum. The figure before the dot is the version of all that.
import { deflateSync, Inflate } from 'fflate'
import { shownUtf8, encodeUtf8 } from '../wire/utf8.ts'
import { DICTIONARY_1 } from './dictionary.ts'
import { parseText } from './text.ts'

/** Octets of text past which a link is not believed: a lab of ten thousand commands is a tenth of it. */
export const MOST_TEXT = 4 * 1024 * 1024

export type DecodedLink = { readonly text: string } | { readonly error: string }

const VERSION = '1'
const DAMAGED = 'This link is damaged or was cut off, so the lab in it cannot be opened.'
const TOO_LONG = 'This link unfolds to more than 4 MiB, which no lab is, so it was not opened.'

let dictionary: Uint8Array | null = null

function preset(): Uint8Array {
  return (dictionary ??= encodeUtf8(DICTIONARY_1))
}

/** `#1.…` for a lab's text. */
export function encodeLink(text: string): string {
  const octets = encodeUtf8(text)
  const packed = deflateSync(octets, { dictionary: preset(), level: 9, mem: 12 })
  const sum = fletcher16(octets)
  const sealed = new Uint8Array(packed.length + 2)
  sealed.set(packed)
  sealed.set([sum >> 8, sum & 255], packed.length)
  return `#${VERSION}.${toBase64Url(sealed)}`
}

/** The text of a fragment, with or without its `#`; or one sentence saying why there is none. */
export function decodeLink(fragment: string): DecodedLink {
  const [, version, body] = /^#?(\d+)\.(.*)$/s.exec(fragment.trim()) ?? []
  if (version === undefined || body === undefined) return { error: 'This link does not hold a lab.' }
  if (version !== VERSION) {
    return {
      error: `This link was made by a newer vethlab (version ${version} of links), which this one cannot read.`,
    }
  }
  const sealed = fromBase64Url(body)
  if (!sealed || sealed.length < 2) return { error: DAMAGED }

  // A stream that ends two octets early has its checksum behind it; one that needs them was made without.
  const end = sealed.length - 2
  let sum: number | null = ((sealed[end] ?? 0) << 8) | (sealed[end + 1] ?? 0)
  let octets = inflate(sealed.subarray(0, end))
  if (octets === 'cut') {
    sum = null
    octets = inflate(sealed)
  }
  if (octets === 'too long') return { error: TOO_LONG }
  if (typeof octets === 'string') return { error: DAMAGED }
  if (sum !== null && fletcher16(octets) !== sum) return { error: DAMAGED }

  const text = shownUtf8(octets)
  if (sum === null && text.includes('\ufffd')) return { error: DAMAGED }
  const parsed = parseText(text)
  if (parsed.error !== null) return { error: `The lab in this link cannot be read: ${parsed.error}.` }
  return { text }
}

/** A little of the stream at a time, so that a small link cannot unfold to more than MOST_TEXT and a step. */
function inflate(packed: Uint8Array): Uint8Array | 'cut' | 'damaged' | 'too long' {
  const STEP = 512
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary: preset() }, (part) => {
    parts.push(part)
    length += part.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
      if (length > MOST_TEXT) return 'too long'
    }
  } catch (error) {
    return error instanceof Error && error.message === 'unexpected EOF' ? 'cut' : 'damaged'
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Fletcher's checksum: two sums of octets modulo 255 (RFC 1146 §1 has its relatives). */
function fletcher16(octets: Uint8Array): number {
  let low = 0
  let high = 0
  for (const octet of octets) {
    low = (low + octet) % 255
    high = (high + low) % 255
  }
  return (high << 8) | low
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function toBase64Url(octets: Uint8Array): string {
  let out = ''
  let bits = 0
  let held = 0
  for (const octet of octets) {
    held = ((held << 8) | octet) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      out += ALPHABET.charAt((held >> bits) & 63)
    }
  }
  return bits > 0 ? out + ALPHABET.charAt((held << (6 - bits)) & 63) : out
}

/** null when a character is none of the alphabet; padding is allowed. */
function fromBase64Url(text: string): Uint8Array | null {
  const digits = text.replace(/=+$/, '')
  const octets = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    octets[at++] = (held >> bits) & 255
  }
  return octets
}
