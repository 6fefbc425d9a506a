// TCP over IPv4. Ref: net/ipv4/tcp_ipv4.c
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, type IcmpError } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { IPPROTO_TCP, IPV4_HEADER, type Ipv4 } from '../../wire/ipv4.ts'
import type { Tcp } from '../../wire/tcp.ts'
import { neighConfirm } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, drop, step } from '../core/trace.ts'
import { ipLocalOut } from '../ipv4/ip_output.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteOutput, traceRoute } from '../ipv4/route.ts'
import { quotedOf, tcpErr, tcpRcv } from './tcp_rcv.ts'
import type { RouteKey, TcpAf, TcpHop, TcpRoute } from './tcp_sock.ts'

/** Addresses of this table are all of IPv4: others come from a mistake in the caller. */
function inetOf(address: TcpHop['saddr']): Inet {
  return typeof address === 'number' ? address : 0
}

function route(net: Net, key: RouteKey): TcpRoute | Errno {
  const { tos, mark, oif } = key
  const found = ipRouteOutput(net, { daddr: inetOf(key.daddr), saddr: inetOf(key.saddr), tos, oif, mark })
  if (isErrno(found)) return found
  const { dst, saddr } = found
  const advmss = found.result?.alias.info.advmss ?? 0
  const loopback = (dst.dev.flags & IFF_LOOPBACK) !== 0
  return { saddr, mtu: dst.mtu, advmss, loopback, type: dst.type, dst, dst6: null, hopLimit: 0 }
}

/** Ref: __ip_queue_xmit(), ip_build_and_send_pkt() */
function xmit(net: Net, way: TcpRoute, hop: TcpHop, tcp: Tcp, confirm: boolean): void {
  const ip = ipv4Of(net)
  const { dst } = way
  if (!dst) return
  if (confirm) neighConfirm(ip.arp.lookup(dst.nexthop, dst.dev))
  const packet: Ipv4 = {
    kind: 'ipv4',
    tos: hop.tos,
    id: hop.id,
    df: ip.sysctls['ip_no_pmtu_disc'] !== 1,
    mf: false,
    offset: 0,
    ttl: hop.ttl ?? ip.sysctls['ip_default_ttl'] ?? 64,
    protocol: IPPROTO_TCP,
    src: inetOf(hop.saddr),
    dst: inetOf(hop.daddr),
    payload: tcp,
  }
  const skb = allocSkb(net.stack, dst.dev, packet, null)
  skb.dst = dst
  skb.mark = hop.mark
  traceRoute(skb, packet.dst, dst)
  ipLocalOut(skb)
}

export const ipv4Specific: TcpAf = { header: IPV4_HEADER, route, xmit }

/** Ref: tcp_v4_rcv() */
export function tcpV4Rcv(skb: SkBuff, packet: Ipv4): void {
  step(skb, 'tcpV4Rcv')
  const tcp = packet.payload
  const type = skb.dst?.type
  if (tcp.kind !== 'tcp') return drop(skb, 'tcpV4Rcv', 'PKT_TOO_SMALL')
  if (type === RTN_BROADCAST || type === RTN_MULTICAST) return drop(skb, 'tcpV4Rcv', 'NOT_SPECIFIED')
  const received = { skb, tcp, saddr: packet.src, daddr: packet.dst, af: ipv4Specific }
  tcpRcv(skb.dev.net, received, 'tcpV4Rcv', type === RTN_LOCAL)
}

/** An ICMP error about a segment sent from here. Ref: tcp_v4_err() */
export function tcpV4Err(net: Net, icmp: IcmpError, errno: Errno): void {
  const { original } = icmp
  const quoted = quotedOf(original.payload, original.offset === 0)
  if (!quoted) return
  const tooBig = icmp.type === ICMP_DEST_UNREACH && icmp.code === ICMP_FRAG_NEEDED
  tcpErr(net, { saddr: original.src, daddr: original.dst, quoted, errno, tooBig })
}
