// What an acknowledgment does to the sender. Ref: net/ipv4/tcp_input.c:tcp_ack()
import type { Tcp } from '../../wire/tcp.ts'
import { TCP_SYN, tcpEndSeq } from '../../wire/tcp.ts'
import { clearRtxTimer, resetRtxTimer, wakeUp } from './inet_connection_sock.ts'
import { congAvoid, fastretransAlert } from './tcp_cong.ts'
import { tcpPush, tcpSyncMss } from './tcp_output.ts'
import { measureRtt } from './tcp_rtt.ts'
import { after, before, CA_RECOVERY, seqAdd, seqDiff, type TcpSock } from './tcp_sock.ts'

type AckVerdict = 'ok' | 'old' | 'too-old' | 'unsent'

export function tcpAck(sk: TcpSock, tcp: Tcp): AckVerdict {
  const { ack } = tcp
  const priorUna = sk.sndUna
  if (before(ack, priorUna)) {
    if (before(ack, seqAdd(priorUna, -sk.maxWindow))) return 'too-old'
    takeSacks(sk, tcp)
    if (sk.rtxQueue.length > 0) fastretransAlert(sk)
    return 'old'
  }
  if (after(ack, sk.sndNxt)) return 'unsent'
  const hadFlight = sk.rtxQueue.length > 0
  const windowChanged = updateWindow(sk, tcp)
  sk.sndUna = ack
  sk.softError = null
  sk.lastAck = sk.net.stack.clock.now
  sk.probes = 0
  if (!hadFlight) {
    ackProbe(sk)
    return 'ok'
  }
  const acked = cleanRtxQueue(sk, ack, priorUna)
  const sacked = takeSacks(sk, tcp)
  if (acked > 0) {
    sk.dupAcks = 0
    sk.confirm = true
    if (sk.caState < CA_RECOVERY || before(sk.highSeq, ack)) congAvoid(sk, acked)
  } else if (!windowChanged && ack === priorUna && tcpEndSeq(tcp) === tcp.seq) sk.dupAcks++
  if (acked > 0 || sacked || sk.dupAcks > 0) fastretransAlert(sk)
  if (acked > 0) rearm(sk)
  return 'ok'
}

/** Ref: tcp_rearm_rto() */
function rearm(sk: TcpSock): void {
  if (sk.rtxQueue.length === 0) clearRtxTimer(sk)
  else resetRtxTimer(sk, 'retransmit', sk.rto)
}

/** Ref: tcp_ack_probe() */
function ackProbe(sk: TcpSock): void {
  if (sk.unsentBytes === 0 && !sk.finQueued) return
  if (seqDiff(seqAdd(sk.sndUna, sk.sndWnd), sk.sndNxt) < Math.min(sk.unsentBytes, sk.mssCache)) return
  sk.backoff = 0
  if (sk.rtxKind === 'probe') clearRtxTimer(sk)
}

/** Ref: tcp_ack_update_window() */
function updateWindow(sk: TcpSock, tcp: Tcp): boolean {
  const window = tcp.flags & TCP_SYN ? tcp.window : tcp.window * 2 ** sk.sndWscale
  const newer =
    after(tcp.ack, sk.sndUna) || after(tcp.seq, sk.sndWl1) || (tcp.seq === sk.sndWl1 && window > sk.sndWnd)
  if (!newer) return false
  sk.sndWl1 = tcp.seq
  if (sk.sndWnd === window) return false
  sk.sndWnd = window
  if (window > sk.maxWindow) {
    sk.maxWindow = window
    tcpSyncMss(sk, sk.pmtu)
  }
  return true
}

/** Takes out what arrived; how many segments that were. Ref: tcp_clean_rtx_queue() */
function cleanRtxQueue(sk: TcpSock, ack: number, priorUna: number): number {
  const { now } = sk.net.stack.clock
  let count = 0
  let sentAt = -1
  let again = false
  for (const seg of sk.rtxQueue) {
    if (after(seg.endSeq, ack)) break
    count++
    if (seg.retrans > 0) again = true
    else if (!seg.sacked) sentAt = seg.sentAt
    sk.bytesAcked += seg.data.length
  }
  sk.rtxQueue.splice(0, count)
  const [head] = sk.rtxQueue
  if (head && after(ack, head.seq)) {
    const taken = seqDiff(ack, head.seq)
    sk.bytesAcked += taken
    sk.rtxQueue[0] = { ...head, seq: ack, data: head.data.subarray(taken) }
  }
  if (ack === priorUna) return 0
  // Of a segment sent twice nobody knows which one was acknowledged (Karn; RFC 6298 §3).
  if (!again && sentAt >= 0) measureRtt(sk, now - sentAt)
  sk.retransmits = 0
  sk.backoff = 0
  if (!sk.rtxQueue.some((seg) => seg.retrans > 0)) sk.retransStamp = 0
  return Math.max(count, 1)
}

/** Marks what the other end has beyond a gap. True when that is news. Ref: tcp_sacktag_write_queue() */
function takeSacks(sk: TcpSock, tcp: Tcp): boolean {
  if (!sk.sackOk) return false
  let news = false
  for (const option of tcp.options) {
    if (option.kind !== 'sack') continue
    for (const [left, right] of option.blocks) {
      for (const seg of sk.rtxQueue) {
        if (seg.sacked || before(seg.seq, left) || after(seg.endSeq, right)) continue
        seg.sacked = true
        news = true
      }
    }
  }
  return news
}

/** More may go now, and a program may write again. Ref: tcp_data_snd_check() */
export function dataSndCheck(sk: TcpSock): void {
  tcpPush(sk)
  if (sk.waiting && sk.unsentBytes < sk.sndbuf / 2) wakeUp(sk)
}

/** Everything sent has arrived, the FIN included. */
export function allAcked(sk: TcpSock): boolean {
  return sk.sndUna === sk.sndNxt && sk.unsentBytes === 0 && !sk.finQueued
}
