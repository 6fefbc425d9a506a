// ICMP (RFC 792).
import { checksum } from './checksum.ts'
import type { Inet } from './inet.ts'
import type { Ipv4 } from './ipv4.ts'
import { put16, put32, u16, u32, u8 } from './octets.ts'

export const ICMP_ECHOREPLY = 0
export const ICMP_DEST_UNREACH = 3
export const ICMP_REDIRECT = 5
export const ICMP_ECHO = 8
export const ICMP_TIME_EXCEEDED = 11
export const ICMP_PARAMETERPROB = 12

// Codes of destination unreachable (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1)
export const ICMP_NET_UNREACH = 0
export const ICMP_HOST_UNREACH = 1
export const ICMP_PROT_UNREACH = 2
export const ICMP_PORT_UNREACH = 3
export const ICMP_FRAG_NEEDED = 4
export const ICMP_NET_ANO = 9
export const ICMP_HOST_ANO = 10
export const ICMP_PKT_FILTERED = 13

export const ICMP_EXC_TTL = 0
export const ICMP_EXC_FRAGTIME = 1
export const ICMP_REDIR_HOST = 1

/** Octets of the fixed ICMP header. */
export const ICMP_HEADER = 8

/** Echo request or reply: `data` follows the identifier and sequence number. */
export interface IcmpEcho {
  readonly kind: 'icmp'
  readonly type: typeof ICMP_ECHO | typeof ICMP_ECHOREPLY
  readonly code: number
  readonly id: number
  readonly seq: number
  readonly data: Uint8Array
}

/** An error about `original`, which carries as much of the offending packet as the sender quoted. */
export interface IcmpError {
  readonly kind: 'icmp'
  readonly type: 3 | 5 | 11 | 12
  readonly code: number
  /** Next-hop MTU of "fragmentation needed" (RFC 1191), gateway of a redirect, pointer of a parameter problem; else 0. */
  readonly info: Inet
  readonly original: Ipv4
  /** Octets of the original that were quoted, its header included. */
  readonly quoted: number
}

export type Icmp = IcmpEcho | IcmpError

export function isIcmpEcho(icmp: Icmp): icmp is IcmpEcho {
  return icmp.type === ICMP_ECHO || icmp.type === ICMP_ECHOREPLY
}

export function icmpLength(icmp: Icmp): number {
  return ICMP_HEADER + (isIcmpEcho(icmp) ? icmp.data.length : icmp.quoted)
}

/** `parseOriginal` and `emitOriginal` are ipv4's own: a message inside a message. */
export function parseIcmp(bytes: Uint8Array, parseOriginal: (b: Uint8Array) => Ipv4 | null): Icmp | null {
  if (bytes.length < ICMP_HEADER || checksum(bytes) !== 0) return null
  const type = u8(bytes, 0)
  const code = u8(bytes, 1)
  const rest = bytes.slice(ICMP_HEADER)
  if (type === ICMP_ECHO || type === ICMP_ECHOREPLY) {
    return { kind: 'icmp', type, code, id: u16(bytes, 4), seq: u16(bytes, 6), data: rest }
  }
  if (type !== 3 && type !== 5 && type !== 11 && type !== 12) return null
  const original = parseOriginal(rest)
  if (!original) return null
  return { kind: 'icmp', type, code, info: u32(bytes, 4), original, quoted: rest.length }
}

export function emitIcmp(icmp: Icmp, emitOriginal: (p: Ipv4) => Uint8Array): Uint8Array {
  const bytes = new Uint8Array(icmpLength(icmp))
  bytes[0] = icmp.type
  bytes[1] = icmp.code
  if (isIcmpEcho(icmp)) {
    put16(bytes, 4, icmp.id)
    put16(bytes, 6, icmp.seq)
    bytes.set(icmp.data, ICMP_HEADER)
  } else {
    put32(bytes, 4, icmp.info)
    bytes.set(emitOriginal(icmp.original).subarray(0, icmp.quoted), ICMP_HEADER)
  }
  put16(bytes, 2, checksum(bytes))
  return bytes
}

const UNREACH_TEXT: Readonly<Record<number, string>> = {
  [ICMP_NET_UNREACH]: 'net unreachable',
  [ICMP_HOST_UNREACH]: 'host unreachable',
  [ICMP_PROT_UNREACH]: 'protocol unreachable',
  [ICMP_PORT_UNREACH]: 'port unreachable',
  [ICMP_FRAG_NEEDED]: 'need to frag',
  [ICMP_PKT_FILTERED]: 'admin prohibited filter',
}

/** A short phrase: `echo request, id 7, seq 1`, `host unreachable`. */
export function formatIcmp(icmp: Icmp): string {
  if (isIcmpEcho(icmp)) {
    return `echo ${icmp.type === ICMP_ECHO ? 'request' : 'reply'}, id ${icmp.id}, seq ${icmp.seq}`
  }
  if (icmp.type === ICMP_DEST_UNREACH) return UNREACH_TEXT[icmp.code] ?? `unreachable, code ${icmp.code}`
  if (icmp.type === ICMP_TIME_EXCEEDED) {
    return icmp.code === ICMP_EXC_TTL ? 'time exceeded in-transit' : 'ip reassembly time exceeded'
  }
  if (icmp.type === ICMP_REDIRECT) return 'redirect'
  return 'parameter problem'
}
