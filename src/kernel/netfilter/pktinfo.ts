// What rules read of a packet, whatever its family. Ref: struct nft_pktinfo
import type { Ipv4Payload } from '../../wire/ipv4.ts'
import { u16 } from '../../wire/octets.ts'
import type { SkBuff } from '../core/skb.ts'

/** IPPROTO_*; 0 of what is not IP. */
export function protocolOf({ packet }: SkBuff): number {
  return packet.kind === 'ipv4' ? packet.protocol : 0
}

/** Octets of the datagram before this fragment's: 0 of a first fragment and of what is whole. */
export function fragmentOffset({ packet }: SkBuff): number {
  return packet.kind === 'ipv4' ? packet.offset : 0
}

/** What follows the network header; null of what is not IP. */
export function transportOf({ packet }: SkBuff): Ipv4Payload | null {
  return packet.kind === 'ipv4' ? packet.payload : null
}

/**
 * The first four octets behind the network header, where ports are: source << 16 | destination. 0 where there are
 * none: in further fragments, and in protocols without ports.
 */
export function portsOf({ packet }: SkBuff): number {
  if (packet.kind !== 'ipv4') return 0
  const { payload } = packet
  switch (payload.kind) {
    case 'tcp':
    case 'udp':
    case 'vxlan':
      return (payload.sport << 16) | payload.dport
    case 'octets':
      if (packet.offset !== 0 || payload.bytes.length < 4) return 0
      return (u16(payload.bytes, 0) << 16) | u16(payload.bytes, 2)
    case 'icmp':
    case 'igmp':
      return 0
  }
}
