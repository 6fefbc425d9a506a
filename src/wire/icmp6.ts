// ICMPv6 (RFC 4443), with multicast listener reports (RFC 3810); neighbour discovery is in ndisc.ts.
import { checksum } from './checksum.ts'
import { formatInet6, type Inet6 } from './inet6.ts'
import type { Ipv6 } from './ipv6.ts'
import { emitNdisc, formatNdisc, isNdiscType, ndiscLength, parseNdisc, type Ndisc } from './ndisc.ts'
import { put16, put32, readInet6, u16, u32, u8, writeInet6 } from './octets.ts'

export const ICMPV6_DEST_UNREACH = 1
export const ICMPV6_PKT_TOOBIG = 2
export const ICMPV6_TIME_EXCEED = 3
export const ICMPV6_PARAMPROB = 4
export const ICMPV6_ECHO_REQUEST = 128
export const ICMPV6_ECHO_REPLY = 129
export const ICMPV6_MLD2_REPORT = 143

// Codes of destination unreachable (RFC 4443 §3.1)
export const ICMPV6_NOROUTE = 0
export const ICMPV6_ADM_PROHIBITED = 1
export const ICMPV6_NOT_NEIGHBOUR = 2
export const ICMPV6_ADDR_UNREACH = 3
export const ICMPV6_PORT_UNREACH = 4

export const ICMPV6_EXC_HOPLIMIT = 0
export const ICMPV6_EXC_FRAGTIME = 1
/** Unrecognized next header. */
export const ICMPV6_UNK_NEXTHDR = 1

// Kinds of record in a report (RFC 3810 §5.2.12)
export const MLD2_CHANGE_TO_INCLUDE = 3
export const MLD2_CHANGE_TO_EXCLUDE = 4

/** Octets before the data of an echo or the packet of an error. */
export const ICMPV6_HEADER = 8

export interface Icmp6Echo {
  readonly kind: 'icmp6'
  readonly type: typeof ICMPV6_ECHO_REQUEST | typeof ICMPV6_ECHO_REPLY
  readonly code: number
  readonly id: number
  readonly seq: number
  readonly data: Uint8Array
}

/** An error about `original`, which carries as much of the offending packet as the sender quoted. */
export interface Icmp6Error {
  readonly kind: 'icmp6'
  readonly type: 1 | 2 | 3 | 4
  readonly code: number
  /** MTU of "packet too big", pointer of a parameter problem; else 0. */
  readonly info: number
  readonly original: Ipv6
  readonly quoted: number
}

export interface MldRecord {
  /** MLD2_*. */
  readonly type: number
  readonly group: Inet6
}

export interface Mld2Report {
  readonly kind: 'icmp6'
  readonly type: typeof ICMPV6_MLD2_REPORT
  readonly code: 0
  readonly records: readonly MldRecord[]
}

export type Icmp6 = Icmp6Echo | Icmp6Error | Mld2Report | Ndisc

export function isIcmp6Echo(icmp: Icmp6): icmp is Icmp6Echo {
  return icmp.type === ICMPV6_ECHO_REQUEST || icmp.type === ICMPV6_ECHO_REPLY
}

/** Types below 128 are errors (RFC 4443 §2.1). */
export function isIcmp6Error(icmp: Icmp6): icmp is Icmp6Error {
  return icmp.type < 128
}

export function icmp6Length(icmp: Icmp6): number {
  if (isIcmp6Echo(icmp)) return ICMPV6_HEADER + icmp.data.length
  if (isIcmp6Error(icmp)) return ICMPV6_HEADER + icmp.quoted
  if (icmp.type === ICMPV6_MLD2_REPORT) return 8 + 20 * icmp.records.length
  return ndiscLength(icmp)
}

/** `pseudo`: sum of the pseudo header's 16-bit words, the length apart. */
export function parseIcmp6(
  bytes: Uint8Array,
  pseudo: number,
  parseOriginal: (b: Uint8Array) => Ipv6 | null,
): Icmp6 | null {
  if (bytes.length < ICMPV6_HEADER || checksum(bytes, pseudo + bytes.length) !== 0) return null
  return parseUnchecked(bytes, parseOriginal)
}

/** Also what an error quotes, of which the checksum says nothing because it is cut off. */
export function parseUnchecked(
  bytes: Uint8Array,
  parseOriginal: (b: Uint8Array) => Ipv6 | null,
): Icmp6 | null {
  if (bytes.length < ICMPV6_HEADER) return null
  const type = u8(bytes, 0)
  const code = u8(bytes, 1)
  const rest = bytes.slice(ICMPV6_HEADER)
  if (type === ICMPV6_ECHO_REQUEST || type === ICMPV6_ECHO_REPLY) {
    return { kind: 'icmp6', type, code, id: u16(bytes, 4), seq: u16(bytes, 6), data: rest }
  }
  if (isNdiscType(type)) return parseNdisc(bytes, type, parseOriginal)
  if (type === ICMPV6_MLD2_REPORT) return parseReport(bytes)
  if (type !== 1 && type !== 2 && type !== 3 && type !== 4) return null
  const original = parseOriginal(rest)
  return original && { kind: 'icmp6', type, code, info: u32(bytes, 4), original, quoted: rest.length }
}

/** Records with sources are no one's here: not read. */
function parseReport(bytes: Uint8Array): Mld2Report | null {
  const records: MldRecord[] = []
  for (let i = 0, at = 8; i < u16(bytes, 6); i++, at += 20) {
    if (at + 20 > bytes.length || u16(bytes, at + 2) !== 0 || u8(bytes, at + 1) !== 0) return null
    records.push({ type: u8(bytes, at), group: readInet6(bytes, at + 4) })
  }
  return { kind: 'icmp6', type: ICMPV6_MLD2_REPORT, code: 0, records }
}

export function emitIcmp6(icmp: Icmp6, pseudo: number, emitOriginal: (p: Ipv6) => Uint8Array): Uint8Array {
  const bytes = emitUnchecked(icmp, emitOriginal)
  put16(bytes, 2, checksum(bytes, pseudo + bytes.length))
  return bytes
}

function emitUnchecked(icmp: Icmp6, emitOriginal: (p: Ipv6) => Uint8Array): Uint8Array {
  if (isNdiscType(icmp.type) && 'options' in icmp) return emitNdisc(icmp, emitOriginal)
  const bytes = new Uint8Array(icmp6Length(icmp))
  bytes[0] = icmp.type
  bytes[1] = icmp.code
  if (isIcmp6Echo(icmp)) {
    put16(bytes, 4, icmp.id)
    put16(bytes, 6, icmp.seq)
    bytes.set(icmp.data, ICMPV6_HEADER)
  } else if (isIcmp6Error(icmp)) {
    put32(bytes, 4, icmp.info)
    bytes.set(emitOriginal(icmp.original).subarray(0, icmp.quoted), ICMPV6_HEADER)
  } else if (icmp.type === ICMPV6_MLD2_REPORT) {
    put16(bytes, 6, icmp.records.length)
    for (const [i, record] of icmp.records.entries()) {
      bytes[8 + i * 20] = record.type
      writeInet6(bytes, 12 + i * 20, record.group)
    }
  }
  return bytes
}

/** After `ICMP6, `: `echo request, id 7, seq 1`, `destination unreachable, unreachable route 2001:db8::1`. */
export function formatIcmp6(icmp: Icmp6): string {
  if (isIcmp6Echo(icmp)) {
    return `echo ${icmp.type === ICMPV6_ECHO_REQUEST ? 'request' : 'reply'}, id ${icmp.id}, seq ${icmp.seq}`
  }
  if (isIcmp6Error(icmp)) return formatError(icmp)
  if (icmp.type === ICMPV6_MLD2_REPORT) {
    return `multicast listener report v2, ${icmp.records.length} group record(s)`
  }
  return formatNdisc(icmp)
}

function formatError({ type, code, info, original }: Icmp6Error): string {
  const dst = formatInet6(original.dst)
  if (type === ICMPV6_PKT_TOOBIG) return `packet too big, mtu ${info}`
  if (type === ICMPV6_TIME_EXCEED) {
    return code === ICMPV6_EXC_HOPLIMIT
      ? `time exceeded in-transit for ${dst}`
      : 'ip6 reassembly time exceeded'
  }
  if (type === ICMPV6_PARAMPROB) {
    const what = ['errorneous', 'next header', 'option'][code]
    return what === undefined
      ? `parameter problem, code-#${code}`
      : `parameter problem, ${what} - octet ${info}`
  }
  return `destination unreachable, ${unreachableText(code, original, dst)}`
}

function unreachableText(code: number, original: Ipv6, dst: string): string {
  switch (code) {
    case ICMPV6_NOROUTE:
      return `unreachable route ${dst}`
    case ICMPV6_ADM_PROHIBITED:
      return `unreachable prohibited ${dst}`
    case ICMPV6_NOT_NEIGHBOUR:
      return `beyond scope ${dst}, source address ${formatInet6(original.src)}`
    case ICMPV6_ADDR_UNREACH:
      return `unreachable address ${dst}`
    case ICMPV6_PORT_UNREACH: {
      const { payload } = original
      if (payload.kind === 'udp') return `unreachable port, ${dst} udp port ${payload.dport}`
      return `unreachable port, ${dst} protocol ${original.nextHeader} port 0`
    }
    default:
      return `unreachable code-#${code}`
  }
}
