// What a tunnel reads in the frames it carries. Ref: net/core/flow_dissector.c, net/ipv4/ip_tunnel_core.c
import { ETH_P_IP, type Frame } from '../../wire/ethernet.ts'
import { ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, isIcmpEcho } from '../../wire/icmp.ts'
import { isLimitedBroadcast, isLoopback, isMulticast, isZeronet } from '../../wire/inet.ts'
import { IPPROTO_ICMP, IPV4_HEADER, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'

function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x85ebca6b)
  return Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ (h >>> 16)
}

/** The same for every packet of a flow: 32 bits. Ref: skb_get_hash() */
export function flowHash(frame: Frame): number {
  const { packet } = frame
  let hash = 0x9e3779b9
  if (packet.kind !== 'ipv4') {
    for (const mac of [frame.src, frame.dst]) {
      hash = mix(mix(hash, Math.floor(mac / 0x1000000)), mac % 0x1000000)
    }
    return mix(hash, frame.etherType) >>> 0
  }
  hash = mix(mix(mix(hash, packet.src), packet.dst), packet.protocol)
  const { payload } = packet
  if ('sport' in payload) hash = mix(hash, payload.sport * 65536 + payload.dport)
  return hash >>> 0
}

/** Most octets of an ICMP error that a tunnel sends. */
const ICMP_MOST = 576
const ICMP_HEADER = 8
const LEAST_MTU = 576

/** "Fragmentation needed" to whoever sent `frame`; null when none may be sent. Ref: iptunnel_pmtud_check_icmp() */
export function fragNeeded(frame: Frame, packet: Ipv4, mtu: number): Frame | null {
  const { src, dst, payload } = packet
  if (mtu < LEAST_MTU || !packet.df || packet.mf || packet.offset !== 0) return null
  if (isLimitedBroadcast(dst) || isMulticast(dst) || isZeronet(src) || isLoopback(src)) return null
  if (isLimitedBroadcast(src) || isMulticast(src)) return null
  if (payload.kind === 'icmp' && !isIcmpEcho(payload)) return null
  const error: Ipv4 = {
    kind: 'ipv4',
    tos: 0,
    id: 0,
    df: true,
    mf: false,
    offset: 0,
    ttl: 64,
    protocol: IPPROTO_ICMP,
    src: dst,
    dst: src,
    payload: {
      kind: 'icmp',
      type: ICMP_DEST_UNREACH,
      code: ICMP_FRAG_NEEDED,
      info: mtu,
      original: packet,
      quoted: Math.min(ipv4Length(packet), ICMP_MOST - IPV4_HEADER - ICMP_HEADER),
    },
  }
  return { dst: frame.src, src: frame.dst, etherType: ETH_P_IP, packet: error }
}
