// UDP (RFC 768).
import { checksum } from './checksum.ts'
import { put16, u16 } from './octets.ts'

export const UDP_HEADER = 8

export interface Udp {
  readonly kind: 'udp'
  readonly sport: number
  readonly dport: number
  readonly data: Uint8Array
}

export function udpLength(udp: Udp): number {
  return UDP_HEADER + udp.data.length
}

export function parseUdp(bytes: Uint8Array): Udp | null {
  if (bytes.length < UDP_HEADER) return null
  return {
    kind: 'udp',
    sport: u16(bytes, 0),
    dport: u16(bytes, 2),
    data: bytes.slice(UDP_HEADER, u16(bytes, 4)),
  }
}

/** `pseudo`: sum of the pseudo header's 16-bit words, the length apart. */
export function emitUdp(udp: Udp, pseudo: number): Uint8Array {
  const bytes = new Uint8Array(udpLength(udp))
  put16(bytes, 0, udp.sport)
  put16(bytes, 2, udp.dport)
  put16(bytes, 4, bytes.length)
  bytes.set(udp.data, UDP_HEADER)
  const sum = checksum(bytes, pseudo + bytes.length)
  put16(bytes, 6, sum === 0 ? 0xffff : sum)
  return bytes
}

export function formatUdp(udp: Udp): string {
  return `UDP, length ${udp.data.length}`
}
