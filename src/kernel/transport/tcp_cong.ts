// How fast to send: loss and the congestion window, as Reno has it (RFC 5681, RFC 6675).
// Ref: net/ipv4/tcp_input.c, net/ipv4/tcp_cong.c
import { tcpRetransmit, packetsInFlight } from './tcp_output.ts'
import { after, before, CA_DISORDER, CA_LOSS, CA_OPEN, CA_RECOVERY, type TcpSock } from './tcp_sock.ts'
import { resetRtxTimer } from './inet_connection_sock.ts'

/** So many segments after a gap mean that it is a loss (RFC 5681 §3.2). */
const DUP_THRESH = 3

/** Ref: tcp_slow_start(), tcp_cong_avoid_ai() */
export function congAvoid(sk: TcpSock, acked: number): void {
  let left = acked
  if (sk.cwnd < sk.ssthresh) {
    const grown = Math.min(sk.cwnd + left, sk.ssthresh)
    left -= grown - sk.cwnd
    sk.cwnd = grown
  }
  if (left <= 0) return
  sk.cwndCount += left
  if (sk.cwndCount < sk.cwnd) return
  sk.cwnd += Math.floor(sk.cwndCount / sk.cwnd)
  sk.cwndCount = 0
}

/** Everything sent may be lost: begins again with one segment. Ref: tcp_enter_loss() */
export function enterLoss(sk: TcpSock): void {
  if (sk.caState < CA_RECOVERY || !after(sk.highSeq, sk.sndUna)) {
    sk.ssthresh = Math.max(sk.cwnd >> 1, 2)
  }
  sk.cwnd = Math.max(packetsInFlightWhenLost(sk), 1)
  sk.cwndCount = 0
  for (const seg of sk.rtxQueue) if (!seg.sacked) seg.lost = true
  // A loss may be lost again: only what is sent from now on is in flight.
  for (const seg of sk.rtxQueue) if (seg.lost) seg.retrans = 0
  sk.caState = CA_LOSS
  sk.highSeq = sk.sndNxt
}

function packetsInFlightWhenLost(sk: TcpSock): number {
  return sk.rtxQueue.length > 0 ? 1 : 0
}

/** Marks what was lost by what came after it. True when something is. Ref: tcp_mark_head_lost() */
function markLost(sk: TcpSock): boolean {
  let above = 0
  for (const seg of sk.rtxQueue) if (seg.sacked) above++
  let any = false
  for (const seg of sk.rtxQueue) {
    if (seg.sacked) {
      above--
      continue
    }
    if (above < DUP_THRESH) break
    if (!seg.lost) {
      seg.lost = true
      any = true
    }
  }
  const [head] = sk.rtxQueue
  if (!sk.sackOk && sk.dupAcks >= DUP_THRESH && head && !head.lost) {
    head.lost = true
    any = true
  }
  return any
}

/** After an acknowledgment that tells of gaps, or that ends them. Ref: tcp_fastretrans_alert() */
export function fastretransAlert(sk: TcpSock): void {
  if (sk.caState >= CA_RECOVERY && !before(sk.sndUna, sk.highSeq)) {
    if (sk.caState === CA_RECOVERY) sk.cwnd = Math.max(Math.min(sk.cwnd, sk.ssthresh), 2)
    sk.caState = CA_OPEN
    sk.dupAcks = 0
    sk.retransStamp = 0
  }
  const gaps = sk.dupAcks > 0 || sk.rtxQueue.some((seg) => seg.sacked)
  if (sk.caState < CA_RECOVERY) sk.caState = gaps ? CA_DISORDER : CA_OPEN
  const lost = gaps && markLost(sk)
  if (lost && sk.caState < CA_RECOVERY) {
    sk.ssthresh = Math.max(sk.cwnd >> 1, 2)
    sk.cwnd = sk.ssthresh
    sk.cwndCount = 0
    sk.highSeq = sk.sndNxt
    sk.caState = CA_RECOVERY
  }
  if (sk.caState >= CA_RECOVERY) retransmitLost(sk, sk.caState === CA_RECOVERY)
}

/** Ref: tcp_xmit_retransmit_queue() */
function retransmitLost(sk: TcpSock, atOnce: boolean): void {
  let first = atOnce
  for (const seg of [...sk.rtxQueue]) {
    if (!seg.lost || seg.retrans > 0) continue
    if (!first && packetsInFlight(sk) >= sk.cwnd) return
    first = false
    tcpRetransmit(sk, seg)
    resetRtxTimer(sk, 'retransmit', sk.rto)
  }
}
