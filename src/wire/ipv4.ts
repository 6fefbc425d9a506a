// IPv4 (RFC 791).
import { checksum } from './checksum.ts'
import { emitIcmp, formatIcmp, icmpLength, parseIcmp, type Icmp } from './icmp.ts'
import { emitIgmp, formatIgmp, igmpLength, parseIgmp, type Igmp } from './igmp.ts'
import { formatInet, type Inet } from './inet.ts'
import { put16, readInet, u16, u8, writeInet } from './octets.ts'
import { emitTcp, formatTcp, parseTcp, tcpLength, type Tcp } from './tcp.ts'
import { emitUdp, formatUdp, parseUdp, udpLength, type Udp } from './udp.ts'
import { emitVxlan, formatVxlan, parseVxlan, vxlanLength, type Vxlan } from './vxlan.ts'

export const IPPROTO_ICMP = 1
export const IPPROTO_IGMP = 2
export const IPPROTO_TCP = 6
export const IPPROTO_UDP = 17

export const IPV4_HEADER = 20
export const IPV4_MAX = 65535

/** Octets of a protocol that has no value type, or a fragment's share of one. */
export interface Octets {
  readonly kind: 'octets'
  readonly bytes: Uint8Array
}

export type Ipv4Payload = Icmp | Igmp | Udp | Vxlan | Tcp | Octets

export interface Ipv4 {
  readonly kind: 'ipv4'
  /** Type of service: DSCP and ECN (RFC 2474). */
  readonly tos: number
  readonly id: number
  readonly df: boolean
  readonly mf: boolean
  /** In octets, a multiple of 8. */
  readonly offset: number
  readonly ttl: number
  readonly protocol: number
  readonly src: Inet
  readonly dst: Inet
  /** Options as they are on the wire, a multiple of 4 octets; absent when there are none. */
  readonly options?: Uint8Array
  readonly payload: Ipv4Payload
}

/** As a router passes it on: what is written out here costs a fraction of a copy by spreading. */
export function withTtl(packet: Ipv4, ttl: number): Ipv4 {
  if (packet.options) return { ...packet, ttl }
  const { kind, tos, id, df, mf, offset, protocol, src, dst, payload } = packet
  return { kind, tos, id, df, mf, offset, ttl, protocol, src, dst, payload }
}

/** Router Alert (RFC 2113). */
const IPOPT_ROUTER_ALERT: Uint8Array = Uint8Array.of(0x94, 4, 0, 0)

export function payloadLength(payload: Ipv4Payload): number {
  switch (payload.kind) {
    case 'icmp':
      return icmpLength(payload)
    case 'igmp':
      return igmpLength(payload)
    case 'udp':
      return udpLength(payload)
    case 'vxlan':
      return vxlanLength(payload)
    case 'tcp':
      return tcpLength(payload)
    case 'octets':
      return payload.bytes.length
  }
}

/** Of the header, options included, in octets. */
export function ipv4HeaderLength({ options }: Ipv4): number {
  return options === undefined ? IPV4_HEADER : IPV4_HEADER + options.length
}

/** An IGMP message, one hop far and with Router Alert (RFC 3376 §4). */
export function igmpPacket(src: Inet, dst: Inet, payload: Igmp): Ipv4 {
  return {
    kind: 'ipv4',
    tos: 0xc0,
    id: 0,
    df: true,
    mf: false,
    offset: 0,
    ttl: 1,
    protocol: IPPROTO_IGMP,
    src,
    dst,
    options: IPOPT_ROUTER_ALERT,
    payload,
  }
}

/** Total length: header and payload, in octets. */
export function ipv4Length(packet: Ipv4): number {
  return ipv4HeaderLength(packet) + payloadLength(packet.payload)
}

/** Takes a truncated packet too, as an ICMP error quotes it; null when it is not IPv4 or its header is damaged. */
export function parseIpv4(bytes: Uint8Array): Ipv4 | null {
  if (bytes.length < IPV4_HEADER || u8(bytes, 0) >> 4 !== 4) return null
  const header = (u8(bytes, 0) & 15) * 4
  if (header < IPV4_HEADER || bytes.length < header || checksum(bytes.subarray(0, header)) !== 0) return null
  const flags = u16(bytes, 6)
  const protocol = u8(bytes, 9)
  const body = bytes.slice(header, u16(bytes, 2))
  const offset = (flags & 0x1fff) * 8
  return {
    kind: 'ipv4',
    tos: u8(bytes, 1),
    id: u16(bytes, 4),
    df: (flags & 0x4000) !== 0,
    mf: (flags & 0x2000) !== 0,
    offset,
    ttl: u8(bytes, 8),
    protocol,
    src: readInet(bytes, 12),
    dst: readInet(bytes, 16),
    ...(header > IPV4_HEADER ? { options: bytes.slice(IPV4_HEADER, header) } : {}),
    payload: (offset === 0 ? parsePayload(protocol, body) : null) ?? { kind: 'octets', bytes: body },
  }
}

function parsePayload(protocol: number, body: Uint8Array): Ipv4Payload | null {
  if (protocol === IPPROTO_ICMP) return parseIcmp(body, parseIpv4)
  if (protocol === IPPROTO_IGMP) return parseIgmp(body)
  if (protocol === IPPROTO_UDP) return parseVxlan(body) ?? parseUdp(body)
  if (protocol === IPPROTO_TCP) return parseTcp(body)
  return null
}

export function emitPayload(packet: Ipv4): Uint8Array {
  const { payload } = packet
  switch (payload.kind) {
    case 'icmp':
      return emitIcmp(payload, emitIpv4)
    case 'igmp':
      return emitIgmp(payload)
    case 'udp':
      return emitUdp(payload, pseudoSum(packet.src, packet.dst, IPPROTO_UDP))
    case 'vxlan':
      return emitVxlan(payload, pseudoSum(packet.src, packet.dst, IPPROTO_UDP))
    case 'tcp':
      return emitTcp(payload, pseudoSum(packet.src, packet.dst, IPPROTO_TCP))
    case 'octets':
      return payload.bytes
  }
}

/** Of the pseudo header, its length apart (RFC 9293 §3.1). */
function pseudoSum(src: Inet, dst: Inet, protocol: number): number {
  return (src >>> 16) + (src & 0xffff) + (dst >>> 16) + (dst & 0xffff) + protocol
}

export function emitIpv4(packet: Ipv4): Uint8Array {
  const bytes = new Uint8Array(ipv4Length(packet))
  const header = ipv4HeaderLength(packet)
  bytes[0] = 0x40 | (header >> 2)
  bytes[1] = packet.tos
  put16(bytes, 2, bytes.length)
  put16(bytes, 4, packet.id)
  put16(bytes, 6, (packet.df ? 0x4000 : 0) | (packet.mf ? 0x2000 : 0) | (packet.offset >> 3))
  bytes[8] = packet.ttl
  bytes[9] = packet.protocol
  writeInet(bytes, 12, packet.src)
  writeInet(bytes, 16, packet.dst)
  if (packet.options) bytes.set(packet.options, IPV4_HEADER)
  put16(bytes, 10, checksum(bytes.subarray(0, header)))
  bytes.set(emitPayload(packet), header)
  return bytes
}

/** What follows `IP ` in tcpdump -n: `10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 64`. */
export function formatIpv4(packet: Ipv4): string {
  const { payload } = packet
  const src = formatInet(packet.src)
  const dst = formatInet(packet.dst)
  switch (payload.kind) {
    case 'icmp':
      return `${src} > ${dst}: ICMP ${formatIcmp(payload)}, length ${icmpLength(payload)}`
    case 'igmp':
      return `${src} > ${dst}: ${formatIgmp(payload)}`
    case 'udp':
      return `${src}.${payload.sport} > ${dst}.${payload.dport}: ${formatUdp(payload)}`
    case 'vxlan':
      return `${src}.${payload.sport} > ${dst}.${payload.dport}: ${formatVxlan(payload)}`
    case 'tcp':
      return `${src}.${payload.sport} > ${dst}.${payload.dport}: ${formatTcp(payload)}`
    case 'octets':
      return `${src} > ${dst}: ip-proto-${packet.protocol}, length ${payload.bytes.length}`
  }
}
