// TCP over IPv4. Ref: net/ipv4/tcp_ipv4.c
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { TCP_LISTEN, TCP_SYN_RECV, TCP_SYN_SENT, TCP_CLOSE } from '../../uapi/tcp.ts'
import { ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, type IcmpError } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { IPPROTO_TCP, IPV4_HEADER, type Ipv4 } from '../../wire/ipv4.ts'
import { u16, u32 } from '../../wire/octets.ts'
import { TCP_SYN, type Tcp } from '../../wire/tcp.ts'
import { neighConfirm } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, drop, step } from '../core/trace.ts'
import { ipLocalOut } from '../ipv4/ip_output.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteOutput, traceRoute } from '../ipv4/route.ts'
import { findEstablished, findListener } from './inet_hashtables.ts'
import { tcpAbort, wakeUp } from './inet_connection_sock.ts'
import { tcpRcvStateProcess } from './tcp_input.ts'
import { sendSynack } from './tcp_listen.ts'
import { checkRequest, dropRequest, timewaitRcv } from './tcp_minisocks.ts'
import { tcpRetransmit, tcpRoute } from './tcp_output.ts'
import { tcpSendReset } from './tcp_reply.ts'
import {
  after,
  before,
  seqDiff,
  type Received,
  type RouteKey,
  type TcpAf,
  type TcpHop,
  type TcpRoute,
  type TcpSock,
} from './tcp_sock.ts'

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
  return { saddr, mtu: dst.mtu, advmss, loopback: (dst.dev.flags & IFF_LOOPBACK) !== 0, dst }
}

/** Ref: __ip_queue_xmit(), ip_build_and_send_pkt() */
function xmit(net: Net, way: TcpRoute, hop: TcpHop, tcp: Tcp, confirm: boolean): void {
  const ip = ipv4Of(net)
  const { dst } = way
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
  if (tcp.kind !== 'tcp') return drop(skb, 'tcpV4Rcv', 'PKT_TOO_SMALL')
  if (skb.dst?.type === RTN_BROADCAST || skb.dst?.type === RTN_MULTICAST)
    return drop(skb, 'tcpV4Rcv', 'NOT_SPECIFIED')
  tcpRcv(skb.dev.net, { skb, tcp, saddr: packet.src, daddr: packet.dst, af: ipv4Specific })
}

/** The same in both families from here on. */
function tcpRcv(net: Net, received: Received): void {
  const { skb, tcp, saddr, daddr } = received
  const iif = skb.iif?.index ?? skb.dev.index
  const end = findEstablished(net, daddr, tcp.dport, saddr, tcp.sport, iif)
  if (end?.kind === 'sock') return tcpRcvStateProcess(end, received)
  if (end?.kind === 'request') {
    const child = checkRequest(end, received, sendSynack)
    if (!child) return
    const { listener } = end
    listener.acceptQueue.push(child)
    tcpRcvStateProcess(child, received)
    return wakeUp(listener)
  }
  if (end?.kind === 'timewait' && !timewaitRcv(end, received)) return
  const listener = findListener(net, daddr, tcp.dport, saddr, tcp.sport, iif)
  if (listener) return tcpRcvStateProcess(listener, received)
  if (skb.dst?.type === RTN_LOCAL) tcpSendReset(net, received)
  drop(skb, 'tcpV4Rcv', 'NO_SOCKET')
}

interface Quoted {
  readonly sport: number
  readonly dport: number
  readonly seq: number
}

/** The first octets of a segment that an error quotes. */
function quotedOf(original: Ipv4): Quoted | null {
  const { payload } = original
  if (payload.kind === 'tcp') return payload
  if (payload.kind !== 'octets' || original.offset !== 0 || payload.bytes.length < 8) return null
  return { sport: u16(payload.bytes, 0), dport: u16(payload.bytes, 2), seq: u32(payload.bytes, 4) }
}

/** An ICMP error about a segment sent from here. Ref: tcp_v4_err() */
export function tcpV4Err(net: Net, icmp: IcmpError, errno: Errno): void {
  const { original } = icmp
  const quoted = quotedOf(original)
  if (!quoted) return
  const end = findEstablished(net, original.src, quoted.sport, original.dst, quoted.dport, 0)
  if (!end || end.kind === 'timewait') return
  if (end.kind === 'request') {
    // Ref: tcp_req_err()
    if (quoted.seq === end.sntIsn) dropRequest(end)
    return
  }
  const sk: TcpSock = end
  if (sk.state === TCP_CLOSE || sk.state === TCP_LISTEN) return
  if (before(quoted.seq, sk.sndUna) || after(quoted.seq, sk.sndNxt)) return
  if (icmp.type === ICMP_DEST_UNREACH && icmp.code === ICMP_FRAG_NEEDED) return mtuReduced(sk)
  if (sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV) return tcpAbort(sk, errno)
  sk.softError = errno
}

/** A router on the way takes less: what was too long goes again in smaller pieces. Ref: tcp_v4_mtu_reduced() */
function mtuReduced(sk: TcpSock): void {
  const before = sk.mssCache
  sk.route = null
  tcpRoute(sk)
  if (sk.mssCache >= before) return
  for (const seg of [...sk.rtxQueue]) {
    if (seg.flags & TCP_SYN || seqDiff(seg.endSeq, seg.seq) <= sk.mssCache) continue
    tcpRetransmit(sk, seg)
  }
}
