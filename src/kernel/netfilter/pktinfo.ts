// What rules read of a packet, whatever its family. Ref: struct nft_pktinfo
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Ipv4Payload } from '../../wire/ipv4.ts'
import type { Ipv6Payload } from '../../wire/ipv6.ts'
import { u16 } from '../../wire/octets.ts'
import type { SkBuff } from '../core/skb.ts'

/** IPPROTO_*; −1 of what is not IP. */
export function protocolOf({ packet }: SkBuff): number {
  switch (packet.kind) {
    case 'ipv4':
      return packet.protocol
    case 'ipv6':
      return packet.nextHeader
    default:
      return -1
  }
}

export function sourceOf({ packet }: SkBuff): Inet | Inet6 | null {
  return packet.kind === 'ipv4' || packet.kind === 'ipv6' ? packet.src : null
}

export function destinationOf({ packet }: SkBuff): Inet | Inet6 | null {
  return packet.kind === 'ipv4' || packet.kind === 'ipv6' ? packet.dst : null
}

/** Octets of the datagram before this fragment's: 0 of a first fragment and of what is whole. */
export function fragmentOffset({ packet }: SkBuff): number {
  if (packet.kind === 'ipv4') return packet.offset
  return packet.kind === 'ipv6' && packet.fragment ? packet.fragment.offset : 0
}

/** What follows the network header; null of what is not IP. */
export function transportOf({ packet }: SkBuff): Ipv4Payload | Ipv6Payload | null {
  return packet.kind === 'ipv4' || packet.kind === 'ipv6' ? packet.payload : null
}

/** Type of service or traffic class. */
export function tosOf({ packet }: SkBuff): number {
  if (packet.kind === 'ipv4') return packet.tos
  return packet.kind === 'ipv6' ? packet.tclass : 0
}

/** Time to live or hop limit. */
export function ttlOf({ packet }: SkBuff): number {
  if (packet.kind === 'ipv4') return packet.ttl
  return packet.kind === 'ipv6' ? packet.hopLimit : 0
}

/**
 * The first four octets behind the network header, where ports are: source << 16 | destination. 0 where there are
 * none: in further fragments, and in protocols without ports.
 */
export function portsOf(skb: SkBuff): number {
  const payload = transportOf(skb)
  if (!payload) return 0
  if ('sport' in payload) return (payload.sport << 16) | payload.dport
  if (payload.kind !== 'octets' || fragmentOffset(skb) !== 0 || payload.bytes.length < 4) return 0
  return (u16(payload.bytes, 0) << 16) | u16(payload.bytes, 2)
}

/** Type << 8 | code of ICMP and ICMPv6; −1 where there is none, as in further fragments. */
export function icmpTypeOf(skb: SkBuff): number {
  const payload = transportOf(skb)
  if (!payload || fragmentOffset(skb) !== 0) return -1
  if (payload.kind === 'icmp' || payload.kind === 'icmp6') return (payload.type << 8) | payload.code
  if (payload.kind !== 'octets') return -1
  const [type = -1, code = 0] = payload.bytes
  return type < 0 ? -1 : (type << 8) | code
}

export function sportOf(skb: SkBuff): number {
  return portsOf(skb) >>> 16
}

export function dportOf(skb: SkBuff): number {
  return portsOf(skb) & 0xffff
}
