// ARP for IPv4 over Ethernet (RFC 826).
import { formatInet, type Inet } from './inet.ts'
import { formatMac, type Mac } from './mac.ts'
import { readInet, readMac, writeInet, writeMac, u16 } from './octets.ts'

export const ARP_REQUEST = 1
export const ARP_REPLY = 2
/** Octets of an ARP message for IPv4 over Ethernet. */
export const ARP_LENGTH = 28

/** Sender and target, hardware and protocol addresses. */
export interface Arp {
  readonly kind: 'arp'
  readonly op: number
  readonly sha: Mac
  readonly spa: Inet
  readonly tha: Mac
  readonly tpa: Inet
}

/** null unless it is Ethernet (1) and IPv4 (0x0800) with 6- and 4-octet addresses. */
export function parseArp(bytes: Uint8Array): Arp | null {
  if (bytes.length < ARP_LENGTH) return null
  if (u16(bytes, 0) !== 1 || u16(bytes, 2) !== 0x0800 || u16(bytes, 4) !== 0x0604) return null
  return {
    kind: 'arp',
    op: u16(bytes, 6),
    sha: readMac(bytes, 8),
    spa: readInet(bytes, 14),
    tha: readMac(bytes, 18),
    tpa: readInet(bytes, 24),
  }
}

export function emitArp(arp: Arp): Uint8Array {
  const bytes = new Uint8Array(ARP_LENGTH)
  bytes.set([0, 1, 8, 0, 6, 4, arp.op >> 8, arp.op & 255])
  writeMac(bytes, 8, arp.sha)
  writeInet(bytes, 14, arp.spa)
  writeMac(bytes, 18, arp.tha)
  writeInet(bytes, 24, arp.tpa)
  return bytes
}

/** As tcpdump words it, without the trailing length. */
export function formatArp(arp: Arp): string {
  if (arp.op === ARP_REQUEST) return `Request who-has ${formatInet(arp.tpa)} tell ${formatInet(arp.spa)}`
  if (arp.op === ARP_REPLY) return `Reply ${formatInet(arp.spa)} is-at ${formatMac(arp.sha)}`
  return `op ${arp.op}`
}
