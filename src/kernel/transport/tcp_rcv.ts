// Segments and errors to their sockets: the same in both families. Ref: net/ipv4/tcp_ipv4.c:tcp_v4_rcv(), tcp_v4_err()
import type { Errno } from '../../uapi/errno.ts'
import { TCP_CLOSE, TCP_LISTEN, TCP_SYN_RECV, TCP_SYN_SENT } from '../../uapi/tcp.ts'
import { u16, u32 } from '../../wire/octets.ts'
import { TCP_SYN, type Tcp } from '../../wire/tcp.ts'
import type { Octets } from '../../wire/ipv4.ts'
import type { Net } from '../core/net.ts'
import { drop } from '../core/trace.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { tcpAbort, wakeUp } from './inet_connection_sock.ts'
import { findEstablished, findListener } from './inet_hashtables.ts'
import { tcpRcvStateProcess } from './tcp_input.ts'
import { sendSynack } from './tcp_listen.ts'
import { checkRequest, dropRequest, timewaitRcv } from './tcp_minisocks.ts'
import { tcpRetransmit, tcpRoute } from './tcp_output.ts'
import { tcpSendReset } from './tcp_reply.ts'
import { after, before, seqDiff, type Address, type Received, type TcpSock } from './tcp_sock.ts'

/** `mine`: it came for an address of this host, so that nobody's segment is answered by a reset. */
export function tcpRcv(net: Net, received: Received, fn: string, mine: boolean): void {
  const { skb, tcp, saddr, daddr } = received
  ipv4Of(net).mib.tcp.InSegs++
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
  if (mine) tcpSendReset(net, received)
  drop(skb, fn, 'NO_SOCKET')
}

interface Quoted {
  readonly sport: number
  readonly dport: number
  readonly seq: number
}

/** The first octets of a segment that an error quotes. */
export function quotedOf(payload: Tcp | Octets | { readonly kind: string }, whole: boolean): Quoted | null {
  if (payload.kind === 'tcp' && 'seq' in payload) return payload
  if (!whole || !('bytes' in payload) || payload.bytes.length < 8) return null
  return { sport: u16(payload.bytes, 0), dport: u16(payload.bytes, 2), seq: u32(payload.bytes, 4) }
}

export interface ErrorAbout {
  /** Of this end. */
  readonly saddr: Address
  readonly daddr: Address
  readonly quoted: Quoted
  readonly errno: Errno
  /** A router on the way takes less. */
  readonly tooBig: boolean
}

export function tcpErr(net: Net, { saddr, daddr, quoted, errno, tooBig }: ErrorAbout): void {
  const end = findEstablished(net, saddr, quoted.sport, daddr, quoted.dport, 0)
  if (!end || end.kind === 'timewait') return
  if (end.kind === 'request') {
    // Ref: tcp_req_err()
    if (quoted.seq === end.sntIsn) dropRequest(end)
    return
  }
  const sk: TcpSock = end
  if (sk.state === TCP_CLOSE || sk.state === TCP_LISTEN) return
  if (before(quoted.seq, sk.sndUna) || after(quoted.seq, sk.sndNxt)) return
  if (tooBig) return mtuReduced(sk)
  if (sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV) return tcpAbort(sk, errno)
  sk.softError = errno
}

/** What was too long goes again in smaller pieces. Ref: tcp_v4_mtu_reduced() */
function mtuReduced(sk: TcpSock): void {
  const old = sk.mssCache
  sk.route = null
  tcpRoute(sk)
  if (sk.mssCache >= old) return
  for (const seg of [...sk.rtxQueue]) {
    if (seg.flags & TCP_SYN || seqDiff(seg.endSeq, seg.seq) <= sk.mssCache) continue
    tcpRetransmit(sk, seg)
  }
}
