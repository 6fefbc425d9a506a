// What tells flows apart: both ends, seen from one direction. Ref: include/net/netfilter/nf_conntrack_tuple.h
import type { Packet } from '../../wire/ethernet.ts'
import { ICMP_ECHO, ICMP_ECHOREPLY, isIcmpEcho } from '../../wire/icmp.ts'
import { ICMPV6_ECHO_REPLY, ICMPV6_ECHO_REQUEST, isIcmp6Echo } from '../../wire/icmp6.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, type Ipv4 } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6, type Ipv6 } from '../../wire/ipv6.ts'
import { u16, u8 } from '../../wire/octets.ts'

export const IPPROTO_GRE = 47
export const IPPROTO_SCTP = 132

export interface Tuple {
  readonly family: 2 | 10
  readonly protocol: number
  readonly src: Inet | Inet6
  readonly dst: Inet | Inet6
  /** Ports; of ICMP the identifier, and type × 256 + code. */
  readonly sport: number
  readonly dport: number
}

export function isIpPacket(packet: Packet): packet is Ipv4 | Ipv6 {
  return packet.kind === 'ipv4' || packet.kind === 'ipv6'
}

export function protocolOf(packet: Ipv4 | Ipv6): number {
  return packet.kind === 'ipv4' ? packet.protocol : packet.nextHeader
}

/** Null of a later fragment, and of a header cut short. Ref: nf_ct_get_tuple() */
export function tupleOf(packet: Ipv4 | Ipv6): Tuple | null {
  if (packet.kind === 'ipv4' ? packet.offset > 0 : packet.fragment && packet.fragment.offset > 0) return null
  const family = packet.kind === 'ipv4' ? 2 : 10
  const protocol = protocolOf(packet)
  const { src, dst, payload } = packet
  let sport = 0
  let dport = 0
  switch (payload.kind) {
    case 'tcp':
    case 'udp':
    case 'vxlan':
      sport = payload.sport
      dport = payload.dport
      break
    case 'icmp':
      if (isIcmpEcho(payload)) sport = payload.id
      dport = payload.type * 256 + payload.code
      break
    case 'icmp6':
      if (isIcmp6Echo(payload)) sport = payload.id
      dport = payload.type * 256 + (isIcmp6Echo(payload) ? payload.code : 0)
      break
    case 'octets': {
      const { bytes } = payload
      if (protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6) {
        if (bytes.length < 8) return null
        sport = u16(bytes, 4)
        dport = u8(bytes, 0) * 256 + u8(bytes, 1)
      } else if (hasPorts(protocol)) {
        if (bytes.length < 8) return null
        sport = u16(bytes, 0)
        dport = u16(bytes, 2)
      }
    }
  }
  return { family, protocol, src, dst, sport, dport }
}

export function hasPorts(protocol: number): boolean {
  return protocol === IPPROTO_TCP || protocol === IPPROTO_UDP || protocol === IPPROTO_SCTP
}

/** The type that answers a type of ICMP: echo, timestamp, information, address mask. Ref: invmap */
const ICMP_INVERSE: Readonly<Record<number, number>> = {
  [ICMP_ECHO]: ICMP_ECHOREPLY,
  [ICMP_ECHOREPLY]: ICMP_ECHO,
  13: 14,
  14: 13,
  15: 16,
  16: 15,
  17: 18,
  18: 17,
}

/** Echo and node information (RFC 4620). */
const ICMPV6_INVERSE: Readonly<Record<number, number>> = {
  [ICMPV6_ECHO_REQUEST]: ICMPV6_ECHO_REPLY,
  [ICMPV6_ECHO_REPLY]: ICMPV6_ECHO_REQUEST,
  139: 140,
  140: 139,
}

/** The same flow from the other side; null when nothing answers it. Ref: nf_ct_invert_tuple() */
export function invertTuple(tuple: Tuple): Tuple | null {
  const { family, protocol, src, dst, sport, dport } = tuple
  const icmp = protocol === IPPROTO_ICMP ? ICMP_INVERSE : protocol === IPPROTO_ICMPV6 ? ICMPV6_INVERSE : null
  if (!icmp) return { family, protocol, src: dst, dst: src, sport: dport, dport: sport }
  const type = icmp[dport >> 8]
  if (type === undefined) return null
  return { family, protocol, src: dst, dst: src, sport, dport: type * 256 + (dport & 255) }
}

export function tupleEqual(a: Tuple, b: Tuple): boolean {
  return (
    a.src === b.src &&
    a.dst === b.dst &&
    a.sport === b.sport &&
    a.dport === b.dport &&
    a.protocol === b.protocol &&
    a.family === b.family
  )
}

/** A whole number of 30 bits: a Map is fastest by those. Ref: hash_conntrack_raw() */
export function hashTuple(tuple: Tuple, zone: number): number {
  let h = Math.imul(fold(tuple.src) ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul((h ^ (h >>> 15)) + fold(tuple.dst), 0xc2b2ae35)
  h = Math.imul((h ^ (h >>> 13)) + ((tuple.sport << 16) ^ tuple.dport), 0x27d4eb2f)
  h = Math.imul((h ^ (h >>> 15)) + ((zone << 8) ^ tuple.protocol), 0x165667b1)
  return (h ^ (h >>> 13)) >>> 2
}

function fold(address: Inet | Inet6): number {
  if (typeof address === 'number') return address | 0
  const low = Number(BigInt.asUintN(32, address)) ^ Number(BigInt.asUintN(32, address >> 32n))
  return low ^ Number(BigInt.asUintN(32, address >> 64n)) ^ Number(address >> 96n)
}
