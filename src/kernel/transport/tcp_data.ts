// Octets that came in: their order, and when they are acknowledged. Ref: net/ipv4/tcp_input.c:tcp_data_queue()
import {
  TCP_CLOSE_WAIT,
  TCP_CLOSING,
  TCP_ESTABLISHED,
  TCP_FIN_WAIT1,
  TCP_FIN_WAIT2,
  TCP_SYN_RECV,
  TCP_TIME_WAIT,
} from '../../uapi/tcp.ts'
import { TCP_FIN, tcpEndSeq, type SackBlock, type Tcp } from '../../wire/tcp.ts'
import { consume, drop } from '../core/trace.ts'
import { DELACK_MIN, setState, wakeUp } from './inet_connection_sock.ts'
import { tcpTimeWait } from './tcp_minisocks.ts'
import { tcpSendAck, tcpSendDelayedAck } from './tcp_output.ts'
import {
  after,
  before,
  RCV_SHUTDOWN,
  seqAdd,
  seqDiff,
  TCP_MSS_DEFAULT,
  type Received,
  type TcpSock,
} from './tcp_sock.ts'
import { growWindow } from './tcp_window.ts'

/** Acknowledged one by one at the start of a connection, so that the sender's window opens. Ref: TCP_MAX_QUICKACKS */
const MOST_QUICKACKS = 16
const MOST_SACKS = 4

/** Ref: tcp_incr_quickack() */
function incrQuickack(sk: TcpSock, most = MOST_QUICKACKS): void {
  const quick = Math.max(Math.floor(sk.rcvWnd / (2 * sk.rcvMss)), 2)
  sk.quick = Math.max(sk.quick, Math.min(quick, most))
}

/** Ref: tcp_enter_quickack_mode() */
export function enterQuickack(sk: TcpSock, most = MOST_QUICKACKS): void {
  incrQuickack(sk, most)
  sk.pingpong = false
  sk.ato = DELACK_MIN
}

/** Ref: tcp_initialize_rcv_mss() */
export function initializeRcvMss(sk: TcpSock): void {
  const hint = Math.min(sk.advmss, sk.mssCache, sk.rcvWnd >>> 1, TCP_MSS_DEFAULT)
  sk.rcvMss = Math.max(hint, 88)
}

/** Ref: tcp_measure_rcv_mss() */
function measureRcvMss(sk: TcpSock, length: number): void {
  if (length >= sk.rcvMss) sk.rcvMss = Math.min(length, sk.advmss)
  else {
    sk.pushedTwice = sk.pushed
    sk.pushed = true
  }
}

/** Ref: tcp_event_data_recv() */
function dataReceived(sk: TcpSock, length: number): void {
  const { now } = sk.net.stack.clock
  sk.ackScheduled = true
  measureRcvMss(sk, length)
  if (sk.ato === 0) {
    incrQuickack(sk)
    sk.ato = DELACK_MIN
  } else {
    const since = now - sk.lastReceived
    if (since <= DELACK_MIN / 2) sk.ato = sk.ato / 2 + DELACK_MIN / 2
    else if (since < sk.ato) sk.ato = Math.min(sk.ato / 2 + since, sk.rto)
    else if (since > sk.rto) incrQuickack(sk)
  }
  sk.lastReceived = now
  growWindow(sk, length)
}

/** Ref: tcp_data_queue() */
export function tcpDataQueue(sk: TcpSock, { skb, tcp }: Received): void {
  const endSeq = tcpEndSeq(tcp)
  if (tcp.seq === endSeq) return consume(skb, 'tcpDataQueue', `the connection on port ${sk.sport}`)
  sk.dataSegsIn++
  const windowEnd = seqAdd(sk.rcvWup, sk.rcvWnd)
  if (!after(endSeq, sk.rcvNxt)) {
    enterQuickack(sk)
    sk.ackScheduled = true
    return drop(skb, 'tcpDataQueue', 'TCP_OLD_DATA')
  }
  if (
    !before(tcp.seq, seqAdd(sk.rcvNxt, Math.max(seqDiff(windowEnd, sk.rcvNxt), 0))) &&
    tcp.data.length > 0
  ) {
    enterQuickack(sk)
    sk.ackScheduled = true
    return drop(skb, 'tcpDataQueue', windowEnd === sk.rcvNxt ? 'TCP_ZEROWINDOW' : 'TCP_OVERWINDOW')
  }
  consume(skb, 'tcpDataQueue', `the connection on port ${sk.sport}`)
  if (after(tcp.seq, sk.rcvNxt)) return queueOutOfOrder(sk, tcp, endSeq)
  take(sk, tcp.seq, tcp.data, (tcp.flags & TCP_FIN) !== 0)
  if (sk.outOfOrder.length > 0) drainOutOfOrder(sk)
  sk.sackBlocks = sk.outOfOrder.length > 0 ? sackBlocks(sk, null) : []
  wakeUp(sk)
}

/** What begins at, or before, the octet that is next. */
function take(sk: TcpSock, seq: number, octets: Uint8Array, fin: boolean): void {
  const data = octets.subarray(seqDiff(sk.rcvNxt, seq))
  if (data.length > 0) {
    sk.receiveQueue.push(data)
    sk.received += data.length
    sk.bytesReceived += data.length
    sk.rcvNxt = seqAdd(sk.rcvNxt, data.length)
    dataReceived(sk, data.length)
  }
  if (fin) tcpFin(sk)
}

/** Ref: tcp_data_queue_ofo() */
function queueOutOfOrder(sk: TcpSock, tcp: Tcp, endSeq: number): void {
  const fin = (tcp.flags & TCP_FIN) !== 0
  const queue = sk.outOfOrder
  const known = queue.some((seg) => !before(tcp.seq, seg.seq) && !after(endSeq, seg.endSeq))
  if (!known) {
    const at = queue.findIndex((seg) => before(tcp.seq, seg.seq))
    queue.splice(at < 0 ? queue.length : at, 0, { seq: tcp.seq, endSeq, data: tcp.data, fin })
  }
  sk.lastReceived = sk.net.stack.clock.now
  sk.ackScheduled = true
  if (sk.sackOk) sk.sackBlocks = sackBlocks(sk, tcp.seq)
}

function drainOutOfOrder(sk: TcpSock): void {
  for (;;) {
    const [first] = sk.outOfOrder
    if (!first || after(first.seq, sk.rcvNxt)) return
    sk.outOfOrder.shift()
    if (after(first.endSeq, sk.rcvNxt)) take(sk, first.seq, first.data, first.fin)
  }
}

/** The runs beyond the gap, that of the newest segment first (RFC 2018 §4). */
function sackBlocks(sk: TcpSock, newest: number | null): readonly SackBlock[] {
  const runs: [number, number][] = []
  for (const seg of sk.outOfOrder) {
    const last = runs.at(-1)
    if (last && !after(seg.seq, last[1])) {
      if (after(seg.endSeq, last[1])) last[1] = seg.endSeq
    } else runs.push([seg.seq, seg.endSeq])
  }
  if (newest === null) return runs.slice(0, MOST_SACKS)
  const first = runs.findIndex(([left, right]) => !before(newest, left) && before(newest, right))
  const [run] = first > 0 ? runs.splice(first, 1) : []
  return (run ? [run, ...runs] : runs).slice(0, MOST_SACKS)
}

/** The other end has nothing more to send. Ref: tcp_fin() */
function tcpFin(sk: TcpSock): void {
  sk.rcvNxt = seqAdd(sk.rcvNxt, 1)
  sk.ackScheduled = true
  sk.shutdown |= RCV_SHUTDOWN
  sk.finReceived = true
  sk.outOfOrder.length = 0
  switch (sk.state) {
    case TCP_SYN_RECV:
    case TCP_ESTABLISHED:
      setState(sk, TCP_CLOSE_WAIT)
      sk.pingpong = true
      break
    case TCP_FIN_WAIT1:
      // Both close at once.
      tcpSendAck(sk)
      setState(sk, TCP_CLOSING)
      break
    case TCP_FIN_WAIT2:
      tcpSendAck(sk)
      wakeUp(sk)
      tcpTimeWait(sk, TCP_TIME_WAIT, 0)
      break
  }
}

/** Acknowledges now, or lets the acknowledgment wait for company. Ref: __tcp_ack_snd_check() */
export function ackSndCheck(sk: TcpSock): void {
  if (!sk.ackScheduled) return
  const unacked = seqDiff(sk.rcvNxt, sk.rcvWup)
  const quick = sk.quick > 0 && !sk.pingpong
  if (unacked > sk.rcvMss || quick || sk.outOfOrder.length > 0) return tcpSendAck(sk)
  tcpSendDelayedAck(sk)
}
