// What NAT does to a packet. A packet is a value: a new one is made. Ref: net/netfilter/nf_nat_proto.c
import { isIcmpEcho, type IcmpError } from '../../wire/icmp.ts'
import { isIcmp6Echo, isIcmp6Error } from '../../wire/icmp6.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import { put16 } from '../../wire/octets.ts'
import { hasPorts, protocolOf, type Tuple } from './nf_conntrack_tuple.ts'
import type { Manip } from './nf_nat_unique.ts'

/** One end of the packet becomes that of `target`. Ref: nf_nat_manip_pkt() */
export function nfNatManipPkt(packet: Ipv4 | Ipv6, target: Tuple, manip: Manip): Ipv4 | Ipv6 {
  const address = manip === 'SRC' ? target.src : target.dst
  const end = manip === 'SRC' ? 'src' : 'dst'
  const { payload } = packet
  const port = manip === 'SRC' ? target.sport : target.dport
  if (packet.kind === 'ipv4') {
    if (typeof address !== 'number') return packet
    return { ...packet, [end]: address, payload: manipIpv4(packet, port, target, end) }
  }
  if (typeof address !== 'bigint') return packet
  const moved = { ...packet, [end]: address }
  if (payload.kind === 'icmp6') {
    return isIcmp6Echo(payload) ? { ...moved, payload: { ...payload, id: target.sport } } : moved
  }
  if (payload.kind === 'tcp' || payload.kind === 'udp') {
    return { ...moved, payload: end === 'src' ? { ...payload, sport: port } : { ...payload, dport: port } }
  }
  return moved
}

function manipIpv4(packet: Ipv4, port: number, target: Tuple, end: 'src' | 'dst'): Ipv4['payload'] {
  const { payload } = packet
  switch (payload.kind) {
    case 'icmp':
      return isIcmpEcho(payload) ? { ...payload, id: target.sport } : payload
    case 'tcp':
    case 'udp':
    case 'vxlan':
      return end === 'src' ? { ...payload, sport: port } : { ...payload, dport: port }
    case 'igmp':
      return payload
    case 'octets': {
      // Quoted in an ICMP error, cut short behind its ports.
      if (!hasPorts(protocolOf(packet)) || packet.offset > 0 || payload.bytes.length < 4) return payload
      const bytes = payload.bytes.slice()
      put16(bytes, end === 'src' ? 0 : 2, port)
      return { kind: 'octets', bytes }
    }
  }
}

/** The packet that an ICMP error quotes, seen from the other end of NAT. Ref: nf_nat_icmp_reply_translation() */
export function manipQuoted(packet: Ipv4 | Ipv6, target: Tuple, manip: Manip): Ipv4 | Ipv6 {
  const { payload } = packet
  if (packet.kind === 'ipv4') {
    if (payload.kind !== 'icmp' || isIcmpEcho(payload)) return packet
    const original = nfNatManipPkt(payload.original, target, manip)
    if (original.kind !== 'ipv4') return packet
    const error: IcmpError = { ...payload, original }
    return { ...packet, payload: error }
  }
  if (payload.kind !== 'icmp6' || !isIcmp6Error(payload)) return packet
  const original = nfNatManipPkt(payload.original, target, manip)
  return original.kind === 'ipv6' ? { ...packet, payload: { ...payload, original } } : packet
}
