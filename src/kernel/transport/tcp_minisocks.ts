// Connections that are not yet, or no longer, whole sockets. Ref: net/ipv4/tcp_minisocks.c
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { TCP_FIN_WAIT2, TCP_SYN_RECV, TCP_TIME_WAIT } from '../../uapi/tcp.ts'
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN, tcpEndSeq, type TcpOption } from '../../wire/tcp.ts'
import { consume, drop } from '../core/trace.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { tcpDone } from './inet_connection_sock.ts'
import { bindHash, ehashInsert, ehashRemove, isAny, putPort } from './inet_hashtables.ts'
import { tcpOf } from './netns_tcp.ts'
import { optionsReceived, timestamp } from './tcp_options.ts'
import { tcpReply, tcpSendReset } from './tcp_reply.ts'
import { tcpSyncMss } from './tcp_output.ts'
import { measureRtt } from './tcp_rtt.ts'
import {
  after,
  before,
  seqAdd,
  TcpSock,
  type Received,
  type TcpRequest,
  type TcpTimewait,
} from './tcp_sock.ts'

/** Twice the longest life of a segment (RFC 9293 §3.4.2; Ref: TCP_TIMEWAIT_LEN). */
export const TIMEWAIT_LEN = 60 * SECOND

const NOP: TcpOption = { kind: 'nop' }

/** A socket's place is taken by what remembers it for a while. Ref: tcp_time_wait() */
export function tcpTimeWait(sk: TcpSock, substate: number, wait: Nanoseconds): void {
  const { net } = sk
  const { clock } = net.stack
  const span = substate === TCP_TIME_WAIT ? TIMEWAIT_LEN : Math.max(wait, sk.rto * 4 - sk.rto / 2)
  const tw: TcpTimewait = {
    kind: 'timewait',
    net,
    af: sk.af,
    family: sk.family,
    saddr: sk.saddr,
    sport: sk.sport,
    daddr: sk.daddr,
    dport: sk.dport,
    boundIf: sk.boundIf,
    substate,
    rcvNxt: sk.rcvNxt,
    sndNxt: sk.sndNxt,
    rcvWnd: sk.rcvWnd,
    rcvWscale: sk.rcvWscale,
    tsOffset: sk.tsOffset,
    tstampOk: sk.tstampOk,
    reuse: sk.options.reuseaddr,
    mark: sk.options.mark,
    tos: sk.options.tos ?? 0,
    tsRecent: sk.tsRecent,
    tsRecentAt: clock.now,
    expires: 0,
    timer: null,
  }
  tcpDone(sk)
  ehashInsert(tw)
  bindHash(tw)
  schedule(tw, span)
}

function schedule(tw: TcpTimewait, span: Nanoseconds): void {
  const { clock } = tw.net.stack
  tw.timer?.cancel()
  tw.expires = clock.now + span
  tw.timer = clock.after(span, kill, tw, null)
}

/** Ref: inet_twsk_kill() */
function kill(tw: TcpTimewait): void {
  tw.timer?.cancel()
  tw.net.version++
  ehashRemove(tw)
  putPort(tw)
}

/** True when a SYN begins a new connection in its place. Ref: tcp_timewait_state_process() */
export function timewaitRcv(tw: TcpTimewait, received: Received): boolean {
  const { skb, tcp } = received
  const { flags, seq } = tcp
  const endSeq = tcpEndSeq(tcp)
  const { tstamp } = optionsReceived(tcp)
  const old = tw.tstampOk && tstamp !== null && before(tstamp.value, tw.tsRecent) && !(flags & TCP_RST)
  const done = (): false => {
    consume(skb, 'tcpTimewaitStateProcess', 'a connection that is over')
    return false
  }
  if (tw.substate === TCP_FIN_WAIT2) {
    const inWindow = !before(endSeq, tw.rcvNxt) && before(seq, seqAdd(tw.rcvNxt, Math.max(tw.rcvWnd, 1)))
    if (old || !inWindow) {
      sendAck(tw)
      return done()
    }
    if (flags & TCP_RST) {
      kill(tw)
      return done()
    }
    const reset = (): false => {
      tcpSendReset(tw.net, received)
      kill(tw)
      return done()
    }
    if (flags & TCP_SYN && !before(seq, tw.rcvNxt)) return reset()
    if (!(flags & TCP_ACK) || !after(endSeq, tw.rcvNxt) || endSeq === seq) return done()
    if (!(flags & TCP_FIN) || endSeq !== seqAdd(tw.rcvNxt, 1)) return reset()
    tw.substate = TCP_TIME_WAIT
    tw.rcvNxt = endSeq
    if (tstamp) tw.tsRecent = tstamp.value
    schedule(tw, TIMEWAIT_LEN)
    sendAck(tw)
    return done()
  }
  if (!old && seq === tw.rcvNxt && (seq === endSeq || flags & TCP_RST)) {
    if (flags & TCP_RST) kill(tw)
    else schedule(tw, TIMEWAIT_LEN)
    return done()
  }
  const newer = after(seq, tw.rcvNxt) || (tw.tstampOk && tstamp !== null && after(tstamp.value, tw.tsRecent))
  if ((flags & (TCP_SYN | TCP_RST | TCP_ACK)) === TCP_SYN && !old && newer) {
    kill(tw)
    return true
  }
  if (!(flags & TCP_RST)) {
    if (old || flags & TCP_ACK) schedule(tw, TIMEWAIT_LEN)
    sendAck(tw)
  }
  return done()
}

function sendAck(tw: TcpTimewait): void {
  const options = tw.tstampOk ? [NOP, NOP, timestamp(tw.net, tw.tsOffset, tw.tsRecent)] : []
  tcpReply(tw.net, tw.af, {
    saddr: tw.saddr,
    sport: tw.sport,
    daddr: tw.daddr,
    dport: tw.dport,
    seq: tw.sndNxt,
    ack: tw.rcvNxt,
    flags: TCP_ACK,
    window: tw.rcvWnd >>> tw.rcvWscale,
    options,
    tos: tw.tos,
    ttl: null,
    mark: tw.mark,
    oif: tw.boundIf,
  })
}

/** Ref: inet_csk_reqsk_queue_drop() */
export function dropRequest(req: TcpRequest): void {
  req.timer?.cancel()
  req.timer = null
  ehashRemove(req)
  req.listener.requests.delete(req)
}

/** The socket of a connection whose handshake is done. Ref: tcp_create_openreq_child() */
export function createChild(req: TcpRequest): TcpSock {
  const { listener, net } = req
  ipv4Of(net).mib.tcp.PassiveOpens++
  const child = new TcpSock(net, listener.family, req.af, listener.timers, { ...listener.options }, 0)
  child.listener = listener
  child.state = TCP_SYN_RECV
  child.boundAddress = isAny(listener.boundAddress) ? req.saddr : listener.boundAddress
  child.saddr = req.saddr
  child.daddr = req.daddr
  child.sport = req.sport
  child.dport = req.dport
  child.boundIf = req.boundIf
  child.options.mark = req.mark || child.options.mark
  child.iss = req.sntIsn
  child.sndUna = seqAdd(req.sntIsn, 1)
  child.sndNxt = child.sndUna
  child.sndSml = child.sndUna
  child.rcvNxt = seqAdd(req.rcvIsn, 1)
  child.rcvWup = child.rcvNxt
  child.copiedSeq = child.rcvNxt
  child.rcvWnd = req.rcvWnd
  child.rcvSsthresh = req.rcvWnd
  child.rcvWscale = req.rcvWscale
  child.sndWscale = req.sndWscale
  child.windowClamp = 65535 * 2 ** req.rcvWscale
  child.wscaleOk = req.wscaleOk
  child.tstampOk = req.tstampOk
  child.sackOk = req.sackOk
  child.tsRecent = req.tsRecent
  child.tsOffset = req.tsOffset
  child.mssClamp = req.mss
  child.advmss = req.advmss
  const route = req.af.route(net, {
    daddr: req.daddr,
    saddr: req.saddr,
    tos: child.options.tos ?? 0,
    mark: child.options.mark,
    oif: req.boundIf,
  })
  if ('mtu' in route) tcpSyncMss(child, route.mtu)
  if (req.retransmits === 0) measureRtt(child, net.stack.clock.now - req.born)
  ehashRemove(req)
  req.timer?.cancel()
  listener.requests.delete(req)
  ehashInsert(child)
  child.hashed = true
  bindHash(child)
  return child
}

/** Whether a segment for a half-open connection makes it whole. Null when it does not. Ref: tcp_check_req() */
export function checkRequest(
  req: TcpRequest,
  received: Received,
  resend: (req: TcpRequest) => void,
): TcpSock | null {
  const { skb, tcp } = received
  const { flags, seq } = tcp
  const { tstamp } = optionsReceived(tcp)
  const end = (
    reason: 'TCP_INVALID_ACK_SEQUENCE' | 'TCP_INVALID_SEQUENCE' | 'TCP_RESET' | 'TCP_FLAGS',
  ): null => {
    drop(skb, 'tcpCheckReq', reason)
    return null
  }
  if (seq === req.rcvIsn && (flags & (TCP_SYN | TCP_RST | TCP_ACK | TCP_FIN)) === TCP_SYN) {
    consume(skb, 'tcpCheckReq', 'the SYN and ACK is sent again')
    resend(req)
    return null
  }
  if (flags & TCP_ACK && tcp.ack !== seqAdd(req.sntIsn, 1)) {
    tcpSendReset(req.net, received)
    return end('TCP_INVALID_ACK_SEQUENCE')
  }
  const first = seqAdd(req.rcvIsn, 1)
  if (before(tcpEndSeq(tcp), first) || after(seq, seqAdd(first, req.rcvWnd)))
    return end('TCP_INVALID_SEQUENCE')
  if (flags & (TCP_RST | TCP_SYN)) {
    if (flags & TCP_SYN) tcpSendReset(req.net, received)
    dropRequest(req)
    return end('TCP_RESET')
  }
  if (!(flags & TCP_ACK)) return end('TCP_FLAGS')
  if (tstamp) req.tsRecent = tstamp.value
  const { listener } = req
  if (listener.acceptQueue.length > listener.backlog) {
    if (tcpOf(req.net).sysctls.tcp_abort_on_overflow) {
      tcpSendReset(req.net, received)
      dropRequest(req)
    } else req.acked = true
    drop(skb, 'tcpCheckReq', 'TCP_LISTEN_OVERFLOW')
    return null
  }
  return createChild(req)
}
