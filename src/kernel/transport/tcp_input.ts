// The state machine of RFC 9293 §3.10.7. Read first: tcp_sock.ts. Ref: net/ipv4/tcp_input.c
import { ECONNREFUSED, ECONNRESET, EPIPE } from '../../uapi/errno.ts'
import {
  TCP_CLOSE,
  TCP_CLOSE_WAIT,
  TCP_CLOSING,
  TCP_ESTABLISHED,
  TCP_FIN_WAIT1,
  TCP_FIN_WAIT2,
  TCP_LAST_ACK,
  TCP_LISTEN,
  TCP_SYN_RECV,
  TCP_SYN_SENT,
  TCP_TIME_WAIT,
} from '../../uapi/tcp.ts'
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN, tcpEndSeq, type Tcp } from '../../wire/tcp.ts'
import { SECOND } from '../../sim/clock.ts'
import { consume, drop, step } from '../core/trace.ts'
import {
  resetKeepaliveTimer,
  resetRtxTimer,
  setState,
  tcpAbort,
  tcpDone,
  wakeConnecting,
  wakeUp,
  clearRtxTimer,
} from './inet_connection_sock.ts'
import { allAcked, dataSndCheck, tcpAck } from './tcp_ack.ts'
import { tcpConnRequest } from './tcp_listen.ts'
import { tcpTimeWait, TIMEWAIT_LEN } from './tcp_minisocks.ts'
import { optionsReceived, timestampNow } from './tcp_options.ts'
import { queueSegment, tcpSendAck, tcpSyncMss } from './tcp_output.ts'
import { tcpSendReset } from './tcp_reply.ts'
import { measureRtt } from './tcp_rtt.ts'
import { ackSndCheck, enterQuickack, initializeRcvMss, tcpDataQueue } from './tcp_data.ts'
import { finTime } from './tcp_timer.ts'
import { tcpOf } from './netns_tcp.ts'
import {
  after,
  before,
  RCV_SHUTDOWN,
  seqAdd,
  seqDiff,
  SEND_SHUTDOWN,
  type Received,
  type TcpSock,
} from './tcp_sock.ts'

/** A reset was taken. Ref: tcp_reset() */
function tcpReset(sk: TcpSock): void {
  if (sk.state === TCP_CLOSE) return
  const error = sk.state === TCP_SYN_SENT ? ECONNREFUSED : sk.state === TCP_CLOSE_WAIT ? EPIPE : ECONNRESET
  tcpAbort(sk, error)
}

/** Ref: tcp_rcv_state_process(), tcp_rcv_established() */
export function tcpRcvStateProcess(sk: TcpSock, received: Received): void {
  const { skb, tcp } = received
  step(skb, sk.state === TCP_ESTABLISHED ? 'tcpRcvEstablished' : 'tcpRcvStateProcess')
  sk.segsIn++
  const { flags } = tcp
  if (sk.state === TCP_CLOSE) {
    tcpSendReset(sk.net, received)
    return drop(skb, 'tcpRcvStateProcess', 'TCP_CLOSE')
  }
  if (sk.state === TCP_LISTEN) {
    if (flags & TCP_ACK) tcpSendReset(sk.net, received)
    if (flags & (TCP_ACK | TCP_RST))
      return drop(skb, 'tcpRcvStateProcess', flags & TCP_RST ? 'TCP_RESET' : 'TCP_FLAGS')
    if (flags & TCP_SYN && !(flags & TCP_FIN)) return tcpConnRequest(sk, received)
    return drop(skb, 'tcpRcvStateProcess', 'TCP_FLAGS')
  }
  if (sk.state === TCP_SYN_SENT) return rcvSynSent(sk, received)
  if (!validateIncoming(sk, received)) return
  if (!(flags & (TCP_ACK | TCP_RST | TCP_SYN))) return drop(skb, 'tcpRcvStateProcess', 'TCP_FLAGS')
  const verdict = tcpAck(sk, tcp)
  if (verdict === 'unsent' || verdict === 'too-old') {
    if (sk.state === TCP_SYN_RECV) tcpSendReset(sk.net, received)
    else tcpSendAck(sk)
    return drop(skb, 'tcpAck', verdict === 'unsent' ? 'TCP_ACK_UNSENT_DATA' : 'TCP_TOO_OLD_ACK')
  }
  if (!afterAck(sk, received)) return
  if (abortsOnData(sk, tcp)) {
    tcpSendReset(sk.net, received)
    tcpReset(sk)
    return drop(skb, 'tcpRcvStateProcess', 'TCP_ABORT_ON_DATA')
  }
  if (sk.state === TCP_CLOSE_WAIT || sk.state === TCP_CLOSING || sk.state === TCP_LAST_ACK) {
    consume(skb, 'tcpRcvStateProcess', `the connection on port ${sk.sport}`)
  } else tcpDataQueue(sk, received)
  if (isClosed(sk)) return
  dataSndCheck(sk)
  ackSndCheck(sk)
}

/** What is left of it may be a minisock by now. */
function isClosed(sk: TcpSock): boolean {
  return sk.state === TCP_CLOSE
}

/** Data for a program that reads no more. */
function abortsOnData(sk: TcpSock, tcp: Tcp): boolean {
  if (sk.state !== TCP_FIN_WAIT1 && sk.state !== TCP_FIN_WAIT2) return false
  if (!(sk.shutdown & RCV_SHUTDOWN)) return false
  const fin = tcp.flags & TCP_FIN ? 1 : 0
  return tcp.data.length > 0 && after(seqAdd(tcpEndSeq(tcp), -fin), sk.rcvNxt)
}

/** The states an acknowledgment leads to. False when that was all. */
function afterAck(sk: TcpSock, { skb, tcp }: Received): boolean {
  switch (sk.state) {
    case TCP_SYN_RECV:
      finishHandshake(sk, tcp)
      break
    case TCP_FIN_WAIT1:
      if (!allAcked(sk)) break
      setState(sk, TCP_FIN_WAIT2)
      sk.shutdown |= SEND_SHUTDOWN
      if (!sk.dead) wakeUp(sk)
      else return orphanFinWait2(sk, { skb, tcp })
      break
    case TCP_CLOSING:
      if (!allAcked(sk)) break
      consume(skb, 'tcpRcvStateProcess', `the connection on port ${sk.sport}`)
      tcpTimeWait(sk, TCP_TIME_WAIT, 0)
      return false
    case TCP_LAST_ACK:
      if (!allAcked(sk)) break
      consume(skb, 'tcpRcvStateProcess', `the connection on port ${sk.sport}`)
      tcpDone(sk)
      return false
  }
  return true
}

function orphanFinWait2(sk: TcpSock, { skb, tcp }: Pick<Received, 'skb' | 'tcp'>): boolean {
  const fin = tcp.flags & TCP_FIN ? 1 : 0
  if (tcp.data.length > 0 && after(seqAdd(tcpEndSeq(tcp), -fin), sk.rcvNxt)) return true
  const wait = finTime(sk)
  if (wait > TIMEWAIT_LEN) resetKeepaliveTimer(sk, wait - TIMEWAIT_LEN)
  else if (fin) resetKeepaliveTimer(sk, wait)
  else {
    consume(skb, 'tcpRcvStateProcess', `the connection on port ${sk.sport}`)
    tcpTimeWait(sk, TCP_FIN_WAIT2, wait)
    return false
  }
  return true
}

/** The third segment of the handshake has come. */
function finishHandshake(sk: TcpSock, tcp: Tcp): void {
  setState(sk, TCP_ESTABLISHED)
  sk.sndUna = tcp.ack
  sk.sndWnd = tcp.window * 2 ** sk.sndWscale
  sk.maxWindow = Math.max(sk.maxWindow, sk.sndWnd)
  sk.sndWl1 = tcp.seq
  tcpSyncMss(sk, sk.pmtu)
  initTransfer(sk)
  wakeUp(sk)
}

/** Ref: tcp_init_transfer(), tcp_sndbuf_expand() */
function initTransfer(sk: TcpSock): void {
  initializeRcvMss(sk)
  sk.lastReceived = sk.net.stack.clock.now
  const segment = Math.max(sk.mssClamp === 0xffff ? sk.mssCache : sk.mssClamp, sk.mssCache) + 640
  const rounded = 2 ** Math.ceil(Math.log2(segment)) + 256
  sk.sndbuf = Math.max(tcpOf(sk.net).wmem[1], Math.min(20 * rounded, tcpOf(sk.net).wmem[2]))
  if (sk.options.keepalive) resetKeepaliveTimer(sk, tcpOf(sk.net).sysctls.tcp_keepalive_time * SECOND)
}

/** Sequence numbers, resets and SYNs out of place. Ref: tcp_validate_incoming() */
function validateIncoming(sk: TcpSock, received: Received): boolean {
  const { skb, tcp } = received
  const { flags, seq } = tcp
  const endSeq = tcpEndSeq(tcp)
  const { tstamp } = optionsReceived(tcp)
  if (sk.tstampOk && tstamp && before(tstamp.value, sk.tsRecent) && !(flags & TCP_RST)) {
    sendDupAck(sk, seq, endSeq)
    drop(skb, 'tcpValidateIncoming', 'TCP_RFC7323_PAWS')
    return false
  }
  const window = Math.max(seqDiff(seqAdd(sk.rcvWup, sk.rcvWnd), sk.rcvNxt), 0)
  const old = before(endSeq, sk.rcvWup)
  if (old || after(seq, seqAdd(sk.rcvNxt, window))) {
    if (!(flags & TCP_RST)) sendDupAck(sk, seq, endSeq)
    drop(skb, 'tcpValidateIncoming', old ? 'TCP_OLD_SEQUENCE' : 'TCP_INVALID_SEQUENCE')
    return false
  }
  if (flags & TCP_RST) {
    // Only the exact number ends a connection; another one in the window is questioned (RFC 5961 §3.2).
    if (seq === sk.rcvNxt) tcpReset(sk)
    else tcpSendAck(sk)
    drop(skb, 'tcpValidateIncoming', 'TCP_RESET')
    return false
  }
  if (flags & TCP_SYN && !(sk.state === TCP_SYN_RECV && flags & TCP_ACK)) {
    tcpSendAck(sk)
    drop(skb, 'tcpValidateIncoming', 'TCP_INVALID_SYN')
    return false
  }
  if (sk.tstampOk && tstamp && !after(seq, sk.rcvWup)) {
    sk.tsRecent = tstamp.value
    sk.tsRecentAt = sk.net.stack.clock.now
  }
  return true
}

/** Ref: tcp_send_dupack() */
function sendDupAck(sk: TcpSock, seq: number, endSeq: number): void {
  if (endSeq !== seq && before(seq, sk.rcvNxt)) enterQuickack(sk)
  tcpSendAck(sk)
}

/** Ref: tcp_rcv_synsent_state_process() */
function rcvSynSent(sk: TcpSock, received: Received): void {
  const { skb, tcp } = received
  const { flags } = tcp
  const options = optionsReceived(tcp)
  if (flags & TCP_ACK) {
    const { tstamp } = options
    const strange =
      !after(tcp.ack, sk.sndUna) ||
      after(tcp.ack, sk.sndNxt) ||
      (tstamp !== null && tstamp.echo !== 0 && after(tstamp.echo, timestampNow(sk.net, sk.tsOffset)))
    if (strange) {
      tcpSendReset(sk.net, received)
      return drop(skb, 'tcpRcvSynsentStateProcess', 'TCP_INVALID_ACK_SEQUENCE')
    }
    if (flags & TCP_RST) {
      tcpReset(sk)
      return drop(skb, 'tcpRcvSynsentStateProcess', 'TCP_RESET')
    }
    if (!(flags & TCP_SYN)) return drop(skb, 'tcpRcvSynsentStateProcess', 'TCP_FLAGS')
    return connected(sk, received)
  }
  if (flags & TCP_RST) return drop(skb, 'tcpRcvSynsentStateProcess', 'TCP_RESET')
  if (!(flags & TCP_SYN)) return drop(skb, 'tcpRcvSynsentStateProcess', 'TCP_FLAGS')
  // Both ends began at once (RFC 9293 §3.5, figure 7).
  setState(sk, TCP_SYN_RECV)
  takeSynOptions(sk, tcp)
  sk.sndWl1 = tcp.seq
  consume(skb, 'tcpRcvSynsentStateProcess', `the connection on port ${sk.sport}`)
  const [syn] = sk.rtxQueue.splice(0)
  sk.sndNxt = syn?.seq ?? sk.iss
  queueSegment(sk, TCP_SYN | TCP_ACK, new Uint8Array(0))
  resetRtxTimer(sk, 'retransmit', sk.rto)
}

function takeSynOptions(sk: TcpSock, tcp: Tcp): void {
  const { mss, wscale, sackOk, tstamp } = optionsReceived(tcp)
  const { sysctls } = tcpOf(sk.net)
  sk.rcvNxt = seqAdd(tcp.seq, 1)
  sk.rcvWup = sk.rcvNxt
  sk.copiedSeq = sk.rcvNxt
  sk.wscaleOk = wscale !== null && sysctls.tcp_window_scaling !== 0
  sk.sndWscale = sk.wscaleOk ? (wscale ?? 0) : 0
  if (!sk.wscaleOk) {
    sk.rcvWscale = 0
    sk.windowClamp = Math.min(sk.windowClamp, 65535)
  }
  sk.tstampOk = tstamp !== null && sysctls.tcp_timestamps !== 0
  sk.sackOk = sackOk && sysctls.tcp_sack !== 0
  if (tstamp) {
    sk.tsRecent = tstamp.value
    sk.tsRecentAt = sk.net.stack.clock.now
  }
  sk.mssClamp = mss ?? 536
  sk.sndWnd = tcp.window
  sk.maxWindow = tcp.window
  tcpSyncMss(sk, sk.pmtu)
}

/** SYN and ACK: the connection stands. */
function connected(sk: TcpSock, { skb, tcp }: Received): void {
  const [syn] = sk.rtxQueue
  if (syn && syn.retrans === 0) measureRtt(sk, sk.net.stack.clock.now - syn.sentAt)
  sk.rtxQueue.length = 0
  sk.sndUna = tcp.ack
  sk.sndWl1 = tcp.seq
  takeSynOptions(sk, tcp)
  sk.retransmits = 0
  sk.totalRto = 0
  sk.backoff = 0
  sk.retransStamp = 0
  sk.softError = null
  clearRtxTimer(sk)
  setState(sk, TCP_ESTABLISHED)
  initTransfer(sk)
  consume(skb, 'tcpRcvSynsentStateProcess', `the connection on port ${sk.sport}`)
  wakeConnecting(sk)
  tcpSendAck(sk)
}
