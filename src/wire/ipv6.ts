// IPv6 (RFC 8200). Of the extension headers a packet here may have two: hop-by-hop options with a router alert
// (RFC 2711), as multicast listener reports carry it, and a fragment header.
import { emitIcmp6, formatIcmp6, icmp6Length, parseIcmp6, parseUnchecked, type Icmp6 } from './icmp6.ts'
import { formatInet6, type Inet6 } from './inet6.ts'
import { IPPROTO_TCP, IPPROTO_UDP, type Octets } from './ipv4.ts'
import { put16, put32, readInet6, u16, u32, u8, writeInet6 } from './octets.ts'
import { emitTcp, formatTcp, parseTcp, tcpLength, type Tcp } from './tcp.ts'
import { emitUdp, formatUdp, parseUdp, udpLength, type Udp } from './udp.ts'

export const IPPROTO_ICMPV6 = 58
export const NEXTHDR_NONE = 59
const NEXTHDR_HOP = 0
const NEXTHDR_FRAGMENT = 44

export const IPV6_HEADER = 40
export const IPV6_MAX_PAYLOAD = 65535
const HOP_HEADER = 8
export const FRAGMENT_HEADER = 8
/** Every link carries packets of this size (RFC 8200 §5). */
export const IPV6_MIN_MTU = 1280

export type Ipv6Payload = Icmp6 | Udp | Tcp | Octets

/** Fragment header (RFC 8200 §4.5). */
export interface Fragment {
  readonly id: number
  /** In octets, a multiple of 8. */
  readonly offset: number
  readonly more: boolean
}

export interface Ipv6 {
  readonly kind: 'ipv6'
  /** Traffic class: DSCP and ECN (RFC 2474). */
  readonly tclass: number
  readonly flowLabel: number
  readonly hopLimit: number
  readonly src: Inet6
  readonly dst: Inet6
  readonly routerAlert: boolean
  readonly fragment: Fragment | null
  /** Protocol of the payload: what follows the extension headers. */
  readonly nextHeader: number
  readonly payload: Ipv6Payload
}

export function payloadLength6(payload: Ipv6Payload): number {
  switch (payload.kind) {
    case 'icmp6':
      return icmp6Length(payload)
    case 'udp':
      return udpLength(payload)
    case 'tcp':
      return tcpLength(payload)
    case 'octets':
      return payload.bytes.length
  }
}

/** Octets of the packet, headers included. */
export function ipv6Length(packet: Ipv6): number {
  const extensions = (packet.routerAlert ? HOP_HEADER : 0) + (packet.fragment ? FRAGMENT_HEADER : 0)
  return IPV6_HEADER + extensions + payloadLength6(packet.payload)
}

/** Sum of the pseudo header's 16-bit words, the length apart (RFC 8200 §8.1). */
function pseudoSum6(packet: Ipv6): number {
  let sum = packet.nextHeader
  for (let rest of [packet.src, packet.dst]) for (; rest > 0n; rest >>= 16n) sum += Number(rest & 0xffffn)
  return sum
}

/** Takes a truncated packet too, as an ICMP error quotes it; null when it is not IPv6. */
export function parseIpv6(bytes: Uint8Array): Ipv6 | null {
  if (bytes.length < IPV6_HEADER || u8(bytes, 0) >> 4 !== 6) return null
  const end = IPV6_HEADER + u16(bytes, 4)
  let nextHeader = u8(bytes, 6)
  let at = IPV6_HEADER
  let routerAlert = false
  let fragment: Fragment | null = null
  if (nextHeader === NEXTHDR_HOP && u8(bytes, at + 2) === 5) {
    nextHeader = u8(bytes, at)
    at += 8 + u8(bytes, at + 1) * 8
    routerAlert = true
  }
  if (nextHeader === NEXTHDR_FRAGMENT) {
    nextHeader = u8(bytes, at)
    const word = u16(bytes, at + 2)
    fragment = { id: u32(bytes, at + 4), offset: word & ~7, more: (word & 1) !== 0 }
    at += FRAGMENT_HEADER
  }
  const word = u32(bytes, 0)
  const body = bytes.slice(at, end)
  const header: Omit<Ipv6, 'payload'> = {
    kind: 'ipv6',
    tclass: (word >>> 20) & 255,
    flowLabel: word & 0xfffff,
    hopLimit: u8(bytes, 7),
    src: readInet6(bytes, 8),
    dst: readInet6(bytes, 24),
    routerAlert,
    fragment,
    nextHeader,
  }
  const octets: Octets = { kind: 'octets', bytes: body }
  if (fragment) return { ...header, payload: octets }
  const whole = { ...header, payload: octets }
  return { ...whole, payload: parsePayload(whole, body, bytes.length < end) ?? octets }
}

function parsePayload(packet: Ipv6, body: Uint8Array, cut: boolean): Ipv6Payload | null {
  if (packet.nextHeader === IPPROTO_ICMPV6) {
    return cut ? parseUnchecked(body, parseIpv6) : parseIcmp6(body, pseudoSum6(packet), parseIpv6)
  }
  if (packet.nextHeader === IPPROTO_TCP) return parseTcp(body)
  return packet.nextHeader === IPPROTO_UDP ? parseUdp(body) : null
}

export function emitPayload6(packet: Ipv6): Uint8Array {
  const { payload } = packet
  switch (payload.kind) {
    case 'icmp6':
      return emitIcmp6(payload, pseudoSum6(packet), emitIpv6)
    case 'udp':
      return emitUdp(payload, pseudoSum6(packet))
    case 'tcp':
      return emitTcp(payload, pseudoSum6(packet))
    case 'octets':
      return payload.bytes
  }
}

export function emitIpv6(packet: Ipv6): Uint8Array {
  const bytes = new Uint8Array(ipv6Length(packet))
  const { routerAlert, fragment } = packet
  put32(bytes, 0, 0x60000000 + packet.tclass * 0x100000 + packet.flowLabel)
  put16(bytes, 4, bytes.length - IPV6_HEADER)
  const inner = fragment ? NEXTHDR_FRAGMENT : packet.nextHeader
  bytes[6] = routerAlert ? NEXTHDR_HOP : inner
  bytes[7] = packet.hopLimit
  writeInet6(bytes, 8, packet.src)
  writeInet6(bytes, 24, packet.dst)
  let at = IPV6_HEADER
  if (routerAlert) {
    // Router alert 0 (MLD) and two octets of padding.
    bytes.set([inner, 0, 5, 2, 0, 0, 1, 0], at)
    at += HOP_HEADER
  }
  if (fragment) {
    bytes[at] = packet.nextHeader
    put16(bytes, at + 2, fragment.offset | (fragment.more ? 1 : 0))
    put32(bytes, at + 4, fragment.id)
    at += FRAGMENT_HEADER
  }
  bytes.set(emitPayload6(packet), at)
  return bytes
}

/** What follows `IP6 ` in tcpdump -n: `fe80::1 > ff02::2: ICMP6, router solicitation, length 16`. */
export function formatIpv6(packet: Ipv6): string {
  const { payload, fragment } = packet
  const src = formatInet6(packet.src)
  const dst = formatInet6(packet.dst)
  const hop = packet.routerAlert ? 'HBH ' : ''
  if (fragment) {
    const length = payloadLength6(payload)
    const first = fragment.offset === 0 ? formatFirst(packet) : ''
    return `${src} > ${dst}: ${hop}frag (${fragment.offset}|${length})${first}`
  }
  switch (payload.kind) {
    case 'icmp6':
      return `${src} > ${dst}: ${hop}ICMP6, ${formatIcmp6(payload)}, length ${icmp6Length(payload)}`
    case 'udp':
      return `${src}.${payload.sport} > ${dst}.${payload.dport}: ${formatUdp(payload)}`
    case 'tcp':
      return `${src}.${payload.sport} > ${dst}.${payload.dport}: ${formatTcp(payload)}`
    case 'octets':
      if (packet.nextHeader === NEXTHDR_NONE) return `${src} > ${dst}: no next header`
      return `${src} > ${dst}: ${hop}ip-proto-${packet.nextHeader} ${payload.bytes.length}`
  }
}

/** Of a first fragment the header of what it is a part of can be read. */
function formatFirst({ nextHeader, payload }: Ipv6): string {
  if (payload.kind !== 'octets') return ''
  const { bytes } = payload
  if (nextHeader === IPPROTO_UDP && bytes.length >= 8) {
    return ` ${u16(bytes, 0)} > ${u16(bytes, 2)}: UDP, length ${u16(bytes, 4) - 8}`
  }
  const icmp = nextHeader === IPPROTO_ICMPV6 ? parseUnchecked(bytes, parseIpv6) : null
  return icmp ? ` ICMP6, ${formatIcmp6(icmp)}, length ${bytes.length}` : ''
}
