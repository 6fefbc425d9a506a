// Segments that belong to no full socket: resets, and acknowledgments of half-open and of closed connections.
// Ref: net/ipv4/tcp_ipv4.c:tcp_v4_send_reset(), tcp_v4_send_ack()
import { isErrno } from '../../uapi/errno.ts'
import { TCP_ACK, TCP_RST, tcpEndSeq, type Tcp, type TcpOption } from '../../wire/tcp.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import type { Address, Received, TcpAf } from './tcp_sock.ts'

interface Reply {
  /** Of this end. */
  readonly saddr: Address
  readonly sport: number
  readonly daddr: Address
  readonly dport: number
  readonly seq: number
  readonly ack: number
  readonly flags: number
  readonly window: number
  readonly options: readonly TcpOption[]
  readonly tos: number
  readonly ttl: number | null
  readonly mark: number
  readonly oif: number
}

export function tcpReply(net: Net, af: TcpAf, reply: Reply): void {
  const { saddr, daddr, tos, mark, oif } = reply
  const route = af.route(net, { daddr, saddr, tos, mark, oif })
  if (isErrno(route)) return
  ipv4Of(net).mib.tcp.OutSegs++
  const tcp: Tcp = {
    kind: 'tcp',
    sport: reply.sport,
    dport: reply.dport,
    seq: reply.seq,
    ack: reply.ack,
    flags: reply.flags,
    window: reply.window,
    urgent: 0,
    options: reply.options,
    data: new Uint8Array(0),
  }
  af.xmit(net, route, { saddr, daddr, tos, ttl: reply.ttl, mark, id: 0 }, tcp, false)
}

/** Answers a segment that nobody here expects (RFC 9293 §3.5.2); a reset is never answered. */
export function tcpSendReset(net: Net, { tcp, saddr, daddr, af }: Received): void {
  if (tcp.flags & TCP_RST) return
  ipv4Of(net).mib.tcp.OutRsts++
  const acked = (tcp.flags & TCP_ACK) !== 0
  tcpReply(net, af, {
    saddr: daddr,
    sport: tcp.dport,
    daddr: saddr,
    dport: tcp.sport,
    seq: acked ? tcp.ack : 0,
    ack: acked ? 0 : tcpEndSeq(tcp),
    flags: acked ? TCP_RST : TCP_RST | TCP_ACK,
    window: 0,
    options: [],
    tos: 0,
    ttl: null,
    mark: 0,
    oif: 0,
  })
}
