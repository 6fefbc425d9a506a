// IPv6 on its way in. Ref: net/ipv6/ip6_input.c
import { EACCES, EINVAL, isErrno, type Errno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { RTN_ANYCAST, RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import {
  ICMPV6_ADM_PROHIBITED,
  ICMPV6_DEST_UNREACH,
  ICMPV6_NOROUTE,
  ICMPV6_PARAMPROB,
  ICMPV6_UNK_NEXTHDR,
} from '../../wire/icmp6.ts'
import { IN6ADDR_LOOPBACK, isMulticast6 } from '../../wire/inet6.ts'
import { IPPROTO_UDP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6, NEXTHDR_NONE, type Ipv6 } from '../../wire/ipv6.ts'
import { isMulticastMac, MAC_BROADCAST } from '../../wire/mac.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import { PACKET_OTHERHOST, type Dst6, type SkBuff } from '../core/skb.ts'
import type { Topics } from '../core/topics.ts'
import { drop, record, step, tracing } from '../core/trace.ts'
import { nfHook, nfResetCt } from '../netfilter/core.ts'
import { IPV6_ADDR_SCOPE_NODELOCAL, ipv6AddrScope } from './addr_type.ts'
import { icmpv6Rcv, icmpv6Send } from './icmp.ts'
import { inet6Dev } from './inet6_dev.ts'
import { ip6Forward } from './ip6_forward.ts'
import { ipv6ChkMcastAddr } from './mcast.ts'
import { isProxied } from './ndisc.ts'
import { ip6Defrag } from './reassembly.ts'
import { ip6RouteInput, traceRoute6 } from './route.ts'
import { udpv6Rcv } from './udp.ts'

/** A multicast is about its group: nobody else takes notice. Ref: ip6_mc_input() */
export const ipv6Topics: Topics = {
  of: ({ dst }) => (isMulticastMac(dst) && dst !== MAC_BROADCAST ? [{ about: dst, said: null }] : null),
  heardBy: (dev) => dev.multicast.map((about) => ({ about, said: null })),
}

/** Ref: ipv6_rcv(), ip6_rcv_core() */
export function ipv6Rcv(skb: SkBuff): void {
  step(skb, 'ipv6Rcv')
  const { packet, dev } = skb
  if (skb.pktType === PACKET_OTHERHOST) return drop(skb, 'ipv6Rcv', 'OTHERHOST')
  const device = inet6Dev(dev)
  if (!device || device.conf.disable_ipv6) return drop(skb, 'ipv6Rcv', 'IPV6DISABLED')
  if (packet.kind !== 'ipv6') return drop(skb, 'ipv6Rcv', 'IP_INHDR')
  if (!(dev.flags & IFF_LOOPBACK)) {
    const loops = packet.src === IN6ADDR_LOOPBACK || packet.dst === IN6ADDR_LOOPBACK
    const nodeLocal = isMulticast6(packet.dst) && ipv6AddrScope(packet.dst) === IPV6_ADDR_SCOPE_NODELOCAL
    if (loops || nodeLocal) return drop(skb, 'ipv6Rcv', 'IP_INHDR')
  }
  if (isMulticast6(packet.src)) return drop(skb, 'ipv6Rcv', 'IP_INHDR')
  skb.iif = dev
  nfHook('ipv6', 'PRE_ROUTING', skb, dev, null, ip6RcvFinish)
}

/** Ref: ip6_rcv_finish() */
function ip6RcvFinish(skb: SkBuff): void {
  const { packet, dev } = skb
  if (packet.kind !== 'ipv6') return drop(skb, 'ip6RcvFinish', 'IP_INHDR')
  if (skb.dst6) return dstInput(skb, packet, skb.dst6)
  step(skb, 'ip6RouteInput')
  const { src: saddr, dst: daddr, tclass } = packet
  const found = ip6RouteInput(dev.net, dev, {
    daddr,
    saddr,
    oif: 0,
    mark: skb.mark,
    tclass,
    ...portsOf(packet),
  })
  if (isErrno(found)) return dstError(skb, packet, found)
  const { dst } = found
  skb.dst6 = dst
  traceRoute6(skb, packet.dst, dst)
  dstInput(skb, packet, dst)
}

function dstInput(skb: SkBuff, packet: Ipv6, dst: Dst6): void {
  if (dst.error) return dstError(skb, packet, dst.error)
  if (dst.discards) return ip6PktDiscard(skb, packet, ICMPV6_NOROUTE)
  if (dst.type === RTN_LOCAL || dst.type === RTN_ANYCAST) return ip6Input(skb)
  if (isMulticast6(packet.dst)) return ip6McInput(skb, packet)
  if (isProxied(skb, packet) && packet.nextHeader === IPPROTO_ICMPV6 && isDiscovery(packet))
    return ip6Input(skb)
  ip6Forward(skb)
}

/** A route or a rule that refuses. Ref: ip6_rt_init_dst_reject() */
function dstError(skb: SkBuff, packet: Ipv6, errno: Errno): void {
  if (errno === EINVAL) return drop(skb, 'dstDiscard', 'IP_INNOROUTES')
  ip6PktDiscard(skb, packet, errno === EACCES ? ICMPV6_ADM_PROHIBITED : ICMPV6_NOROUTE)
}

/** What rules look at. */
function portsOf({ payload, nextHeader: proto }: Ipv6): { readonly ports: FlowPorts } {
  const has = payload.kind === 'udp' || payload.kind === 'tcp'
  return { ports: { proto, sport: has ? payload.sport : 0, dport: has ? payload.dport : 0 } }
}

/** What neighbours say to one whose proxy this is. Ref: ip6_forward_proxy_check() */
function isDiscovery({ payload }: Ipv6): boolean {
  return payload.kind === 'icmp6' && 'options' in payload
}

/** No way on: the sender is told. Ref: net/ipv6/route.c:ip6_pkt_drop() */
function ip6PktDiscard(skb: SkBuff, packet: Ipv6, code: number): void {
  if (tracing(skb)) record(skb, { kind: 'no-route', dst: packet.dst, why: 'no-route' })
  icmpv6Send(skb, ICMPV6_DEST_UNREACH, code, 0)
  drop(skb, 'ip6PktDiscard', 'IP_INNOROUTES')
}

/** Ref: ip6_mc_input() */
function ip6McInput(skb: SkBuff, packet: Ipv6): void {
  step(skb, 'ip6McInput')
  if (!ipv6ChkMcastAddr(skb.dev, packet.dst)) return drop(skb, 'ip6McInput', 'IP_INADDRERRORS')
  ip6Input(skb)
}

/** Ref: ip6_input() */
function ip6Input(skb: SkBuff): void {
  step(skb, 'ip6Input')
  nfHook('ipv6', 'LOCAL_IN', skb, skb.dev, null, ip6InputFinish)
}

/** Ref: ip6_protocol_deliver_rcu() */
function ip6InputFinish(fragment: SkBuff): void {
  const skb = ip6Defrag(fragment)
  if (!skb) return
  const { packet } = skb
  if (packet.kind !== 'ipv6') return drop(skb, 'ip6InputFinish', 'IP_INHDR')
  nfResetCt(skb)
  if (packet.nextHeader === IPPROTO_ICMPV6) return icmpv6Rcv(skb, packet)
  if (packet.nextHeader === IPPROTO_UDP) return udpv6Rcv(skb, packet)
  const proto = skb.dev.net.stack.slots.inet6Protos.get(packet.nextHeader)
  if (proto) return proto.rcv(skb, packet)
  if (packet.nextHeader !== NEXTHDR_NONE) icmpv6Send(skb, ICMPV6_PARAMPROB, ICMPV6_UNK_NEXTHDR, 6)
  drop(skb, 'ip6InputFinish', 'IP_NOPROTO')
}
