// ICMP and ICMPv6: queries are flows of their own, errors belong to the flow they are about.
// Ref: net/netfilter/nf_conntrack_proto_icmp.c, nf_conntrack_proto_icmpv6.c
import { SECOND } from '../../sim/clock.ts'
import type { Packet } from '../../wire/ethernet.ts'
import { isIcmpEcho } from '../../wire/icmp.ts'
import { ICMPV6_ECHO_REQUEST, isIcmp6Error } from '../../wire/icmp6.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { IP_CT_RELATED, IP_CT_RELATED_REPLY, IP_CT_UNTRACKED, REPLY } from './nf_conn.ts'
import { nfConntrackFind, nfCtRefreshAcct, type L4Proto } from './nf_conntrack_table.ts'
import { invertTuple, tupleOf } from './nf_conntrack_tuple.ts'
import { ctOf } from './netns_ct.ts'

/** Types of query that may begin a flow: echo, timestamp, information, address mask. */
const VALID_NEW: ReadonlySet<number> = new Set([8, 13, 15, 17])
const VALID_NEW6: ReadonlySet<number> = new Set([ICMPV6_ECHO_REQUEST, 139])
/** Multicast listeners' and neighbours' talk is not tracked (RFC 2710, RFC 4861, RFC 3810). */
const NOT_TRACKED6: ReadonlySet<number> = new Set([130, 131, 132, 133, 134, 135, 136, 143])

export const icmpProto: L4Proto = {
  packet(net, ct, skb, ctinfo) {
    if (!VALID_NEW.has(ct.orig.dport >> 8)) return 'invalid'
    nfCtRefreshAcct(net, ct, skb, ctinfo, ctOf(net).sysctls.nf_conntrack_icmp_timeout * SECOND)
    return 'accept'
  },
}

export const icmpv6Proto: L4Proto = {
  packet(net, ct, skb, ctinfo) {
    if (!VALID_NEW6.has(ct.orig.dport >> 8)) return 'invalid'
    nfCtRefreshAcct(net, ct, skb, ctinfo, ctOf(net).sysctls.nf_conntrack_icmpv6_timeout * SECOND)
    return 'accept'
  },
}

/** The packet that an ICMP error is about. */
export function quotedPacket(packet: Packet): Ipv4 | Ipv6 | null {
  if (packet.kind === 'ipv4') {
    const { payload } = packet
    return payload.kind === 'icmp' && !isIcmpEcho(payload) ? payload.original : null
  }
  if (packet.kind !== 'ipv6' || packet.payload.kind !== 'icmp6') return null
  return isIcmp6Error(packet.payload) ? packet.payload.original : null
}

/** Queries go on to be tracked. Ref: nf_conntrack_icmpv4_error(), nf_conntrack_icmpv6_error() */
export function icmpError(net: Net, skb: SkBuff, zone: number): 'go on' | 'invalid' | 'done' {
  const { packet } = skb
  if (packet.kind === 'ipv6' && packet.payload.kind === 'icmp6') {
    if (NOT_TRACKED6.has(packet.payload.type)) {
      skb.nfctinfo = IP_CT_UNTRACKED
      return 'done'
    }
  }
  const inner = quotedPacket(packet)
  return inner ? inetError(net, skb, inner, zone) : 'go on'
}

/** Whose error it is. Ref: nf_conntrack_inet_error() */
function inetError(net: Net, skb: SkBuff, inner: Ipv4 | Ipv6, zone: number): 'invalid' | 'done' {
  const tuple = tupleOf(inner)
  const wanted = tuple && invertTuple(tuple)
  const h = wanted && nfConntrackFind(net, zone, wanted)
  if (!h) return 'invalid'
  // Who gets the error has to be who sent the packet.
  const { packet } = skb
  if ((packet.kind !== 'ipv4' && packet.kind !== 'ipv6') || packet.dst !== h.tuple.dst) return 'invalid'
  skb.nfct = h.ct
  skb.nfctinfo = h.dir === REPLY ? IP_CT_RELATED_REPLY : IP_CT_RELATED
  return 'done'
}
