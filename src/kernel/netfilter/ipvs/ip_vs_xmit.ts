// How a packet gets to its server. Ref: net/netfilter/ipvs/ip_vs_xmit.c
import { isErrno } from '../../../uapi/errno.ts'
import { RTN_LOCAL } from '../../../uapi/rtnetlink.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_EXC_TTL,
  ICMP_FRAG_NEEDED,
  ICMP_HOST_UNREACH,
  ICMP_TIME_EXCEEDED,
} from '../../../wire/icmp.ts'
import { isLoopback, type Inet } from '../../../wire/inet.ts'
import { ipv4Length, withTtl, type Ipv4 } from '../../../wire/ipv4.ts'
import { NF_ACCEPT, NF_STOLEN, type NfVerdict } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { drop } from '../../core/trace.ts'
import { icmpSend } from '../../ipv4/icmp.ts'
import { dstOutput } from '../../ipv4/ip_output.ts'
import { ipv4Of } from '../../ipv4/netns_ipv4.ts'
import { ipRouteOutput, traceRoute } from '../../ipv4/route.ts'
import { nfHook } from '../core.ts'
import { ctDir, IP_CT_UNTRACKED, nfCtGet, ORIGINAL } from '../nf_conn.ts'
import { IPS_CONFIRMED, IPS_DYING } from '../../../uapi/conntrack.ts'
import { nfConntrackAlterReply } from '../nf_conntrack_table.ts'
import { traceNat } from '../nf_nat_core.ts'
import { nfNatManipPkt } from '../nf_nat_proto.ts'
import type { Tuple } from '../nf_conntrack_tuple.ts'
import type { IpVsConn, NetnsIpvs } from './ip_vs.ts'

/** The way to a server: to this machine itself, or out with `skb.dst` set; null: there is none, and the packet is gone. */
function getOutRoute(
  { net }: NetnsIpvs,
  skb: SkBuff,
  daddr: Inet,
  mayRedirect: boolean,
): 'local' | 'out' | null {
  const { packet } = skb
  const gone = (reason: 'IP_OUTNOROUTES' | 'IP_INHDR' | 'PKT_TOO_BIG' | 'NOT_SPECIFIED'): null => {
    drop(skb, 'ipVsGetOutRt', reason)
    return null
  }
  if (packet.kind !== 'ipv4') return gone('NOT_SPECIFIED')
  const route = ipRouteOutput(net, { daddr, saddr: 0, tos: 0, oif: 0, mark: 0 })
  if (isErrno(route)) {
    icmpSend(skb, ICMP_DEST_UNREACH, ICMP_HOST_UNREACH, 0)
    return gone('IP_OUTNOROUTES')
  }
  const { dst } = route
  if (dst.type === RTN_LOCAL) {
    return mayRedirect || skb.dst?.type === RTN_LOCAL ? 'local' : gone('NOT_SPECIFIED')
  }
  if (isLoopback(packet.src)) return gone('NOT_SPECIFIED')
  if (packet.ttl <= 1) {
    ipv4Of(net).mib.ip.InHdrErrors++
    icmpSend(skb, ICMP_TIME_EXCEEDED, ICMP_EXC_TTL, 0)
    return gone('IP_INHDR')
  }
  skb.packet = withTtl(packet, packet.ttl - 1)
  if (packet.df && ipv4Length(packet) > dst.mtu && packet.payload.kind !== 'icmp') {
    icmpSend(skb, ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, dst.mtu)
    return gone('PKT_TOO_BIG')
  }
  skb.dst = dst
  traceRoute(skb, daddr, dst)
  return 'out'
}

/** Ref: ip_vs_nat_xmit(), ip_vs_dr_xmit() */
export function ipVsXmit(ipvs: NetnsIpvs, skb: SkBuff, cp: IpVsConn): NfVerdict {
  const nat = cp.forward === 'masq'
  const way = getOutRoute(ipvs, skb, cp.daddr, nat)
  if (way === null) return NF_STOLEN
  const { packet } = skb
  if (nat && packet.kind === 'ipv4') {
    skb.packet = nfNatManipPkt(packet, server(cp), 'DST')
    traceNat(skb, packet, 'DST')
  }
  return sendOrContinue(skb, cp, way)
}

function server({ protocol, daddr, dport }: IpVsConn): Tuple {
  return { family: 2, protocol, src: 0, sport: 0, dst: daddr, dport }
}

/** An ICMP error of a client's about what its server sent. Ref: ip_vs_icmp_xmit(), ip_vs_nat_icmp() */
export function ipVsIcmpXmit(ipvs: NetnsIpvs, skb: SkBuff, cp: IpVsConn): NfVerdict {
  if (cp.forward !== 'masq') return ipVsXmit(ipvs, skb, cp)
  const way = getOutRoute(ipvs, skb, cp.daddr, true)
  if (way === null) return NF_STOLEN
  const { packet } = skb
  if (packet.kind === 'ipv4') {
    const { protocol, daddr, dport } = cp
    const quoted = quotedWith(
      packet,
      { family: 2, protocol, src: daddr, sport: dport, dst: 0, dport: 0 },
      'SRC',
    )
    skb.packet = { ...quoted, dst: cp.daddr }
    traceNat(skb, packet, 'DST')
  }
  return sendOrContinue(skb, cp, way)
}

/** `packet` with one end of what it quotes rewritten. */
function quotedWith(packet: Ipv4, target: Tuple, end: 'SRC' | 'DST'): Ipv4 {
  const { payload } = packet
  if (payload.kind !== 'icmp' || !('original' in payload)) return packet
  const original = nfNatManipPkt(payload.original, target, end)
  return original.kind === 'ipv4' ? { ...packet, payload: { ...payload, original } } : packet
}

/** What a server answered comes from the service. Ref: handle_response(), handle_response_icmp() */
export function ipVsSnat(skb: SkBuff, { protocol, vaddr, vport }: IpVsConn): void {
  const { packet } = skb
  if (packet.kind !== 'ipv4') return
  if (packet.payload.kind === 'icmp') {
    const target: Tuple = { family: 2, protocol, src: 0, sport: 0, dst: vaddr, dport: vport }
    skb.packet = { ...quotedWith(packet, target, 'DST'), src: vaddr }
  } else {
    skb.packet = nfNatManipPkt(
      packet,
      { family: 2, protocol, src: vaddr, sport: vport, dst: 0, dport: 0 },
      'SRC',
    )
  }
  traceNat(skb, packet, 'SRC')
}

/** Ref: ip_vs_nat_send_or_cont(), ip_vs_send_or_cont() */
function sendOrContinue(skb: SkBuff, cp: IpVsConn, way: 'local' | 'out'): NfVerdict {
  settle(skb, cp, 'in')
  if (way === 'local') return NF_ACCEPT
  nfHook('ipv4', 'LOCAL_OUT', skb, null, skb.dst?.dev ?? null, dstOutput)
  return NF_STOLEN
}

/** IPVS has seen it; conntrack follows it as changed, or no more. Ref: ip_vs_notrack(), ip_vs_update_conntrack() */
export function settle(skb: SkBuff, cp: IpVsConn, direction: 'in' | 'out'): void {
  skb.ipvsProperty = true
  const ct = nfCtGet(skb)
  if (!ct) return
  if (!cp.tracked) {
    skb.nfct = null
    skb.nfctinfo = IP_CT_UNTRACKED
    return
  }
  if (ct.status & (IPS_CONFIRMED | IPS_DYING) || cp.forward !== 'masq' || cp.onePacket) return
  if (ctDir(skb.nfctinfo) !== ORIGINAL) return
  const { reply } = ct
  const ends = direction === 'in' ? { src: cp.daddr, sport: cp.dport } : { dst: cp.vaddr, dport: cp.vport }
  nfConntrackAlterReply(ct, { ...reply, ...ends })
}
