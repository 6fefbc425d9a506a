// TCP over IPv6. Ref: net/ipv6/tcp_ipv6.c
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { RTN_BROADCAST, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import { ICMPV6_PKT_TOOBIG, type Icmp6Error } from '../../wire/icmp6.ts'
import { isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_TCP } from '../../wire/ipv4.ts'
import { IPV6_HEADER, type Ipv6 } from '../../wire/ipv6.ts'
import type { Tcp } from '../../wire/tcp.ts'
import { neighConfirm } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, drop, step } from '../core/trace.ts'
import { flowLabel } from '../ipv6/flow_label.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { ip6LocalOut } from '../ipv6/ip6_output.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import { ip6RouteOutput, traceRoute6 } from '../ipv6/route.ts'
import { quotedOf, tcpErr, tcpRcv } from './tcp_rcv.ts'
import type { Address, RouteKey, TcpAf, TcpHop, TcpRoute } from './tcp_sock.ts'

function inet6Of(address: Address): Inet6 {
  return typeof address === 'bigint' ? address : 0n
}

function route(net: Net, key: RouteKey): TcpRoute | Errno {
  const { oif, mark } = key
  const daddr = inet6Of(key.daddr)
  const found = ip6RouteOutput(net, { daddr, saddr: inet6Of(key.saddr), oif, mark, bound: oif !== 0 })
  if (isErrno(found)) return found
  const { dst, saddr } = found
  return {
    saddr,
    mtu: dst.mtu,
    advmss: 0,
    loopback: (dst.dev.flags & IFF_LOOPBACK) !== 0,
    type: isMulticast6(daddr) ? RTN_BROADCAST : RTN_UNICAST,
    dst: null,
    dst6: dst,
    hopLimit: found.route.hopLimit || (inet6Dev(dst.egress)?.conf.hop_limit ?? 64),
  }
}

/** Ref: net/ipv6/ip6_output.c:ip6_xmit() */
function xmit(net: Net, way: TcpRoute, hop: TcpHop, tcp: Tcp, confirm: boolean): void {
  const { dst6 } = way
  if (!dst6) return
  const { ndisc } = ipv6Of(net)
  if (confirm) neighConfirm(ndisc.lookup(dst6.nexthop, dst6.dev))
  const src = inet6Of(hop.saddr)
  const dst = inet6Of(hop.daddr)
  const packet: Ipv6 = {
    kind: 'ipv6',
    tclass: hop.tos,
    flowLabel: flowLabel(net, src, dst, IPPROTO_TCP),
    hopLimit: hop.ttl ?? way.hopLimit,
    src,
    dst,
    routerAlert: false,
    fragment: null,
    nextHeader: IPPROTO_TCP,
    payload: tcp,
  }
  const skb = allocSkb(net.stack, dst6.dev, packet, null)
  skb.dst6 = dst6
  skb.mark = hop.mark
  traceRoute6(skb, dst, dst6)
  ip6LocalOut(skb)
}

export const ipv6Specific: TcpAf = { header: IPV6_HEADER, route, xmit }

/** Ref: tcp_v6_rcv() */
export function tcpV6Rcv(skb: SkBuff, packet: Ipv6): void {
  step(skb, 'tcpV6Rcv')
  const tcp = packet.payload
  if (tcp.kind !== 'tcp') return drop(skb, 'tcpV6Rcv', 'PKT_TOO_SMALL')
  if (isMulticast6(packet.dst)) return drop(skb, 'tcpV6Rcv', 'NOT_SPECIFIED')
  const received = { skb, tcp, saddr: packet.src, daddr: packet.dst, af: ipv6Specific }
  tcpRcv(skb.dev.net, received, 'tcpV6Rcv', true)
}

/** Ref: tcp_v6_err() */
export function tcpV6Err(net: Net, icmp: Icmp6Error, errno: Errno): void {
  const { original } = icmp
  const quoted = quotedOf(original.payload, (original.fragment?.offset ?? 0) === 0)
  if (!quoted) return
  const tooBig = icmp.type === ICMPV6_PKT_TOOBIG
  tcpErr(net, { saddr: original.src, daddr: original.dst, quoted, errno, tooBig })
}
