// What a connection does as time passes. Ref: net/ipv4/tcp_timer.c
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { ETIMEDOUT } from '../../uapi/errno.ts'
import { TCP_CLOSE, TCP_FIN_WAIT2, TCP_LISTEN, TCP_SYN_RECV, TCP_SYN_SENT } from '../../uapi/tcp.ts'
import {
  clearRtxTimer,
  DELACK_MIN,
  resetKeepaliveTimer,
  resetRtxTimer,
  tcpAbort,
  tcpDone,
} from './inet_connection_sock.ts'
import { tcpOf } from './netns_tcp.ts'
import {
  probeInterval,
  tcpRetransmit,
  tcpSendAck,
  tcpSendActiveReset,
  tcpTransmit,
  tcpWriteWakeup,
} from './tcp_output.ts'
import { enterLoss } from './tcp_cong.ts'
import { tcpTimeWait, TIMEWAIT_LEN } from './tcp_minisocks.ts'
import { seqAdd, TCP_RTO_MIN, type TcpSock, type TcpTimers } from './tcp_sock.ts'
import { TCP_ACK } from '../../wire/tcp.ts'

function rtoMax(sk: TcpSock): Nanoseconds {
  return tcpOf(sk.net).sysctls.tcp_rto_max_ms * MILLISECOND
}

/** Ref: tcp_write_timer_handler() */
function writeTimer(sk: TcpSock): void {
  const kind = sk.rtxKind
  clearRtxTimer(sk)
  if (sk.state === TCP_CLOSE || sk.state === TCP_LISTEN) return
  if (kind === 'probe') probeTimer(sk)
  else retransmitTimer(sk)
}

/** Ref: tcp_retransmit_timer() */
function retransmitTimer(sk: TcpSock): void {
  const [head] = sk.rtxQueue
  if (!head) return
  if (writeTimeout(sk)) return writeError(sk)
  enterLoss(sk)
  sk.retransmits++
  sk.totalRto++
  const { sysctls } = tcpOf(sk.net)
  tcpRetransmit(sk, head)
  // The first SYNs are repeated at one pace. Ref: tcp_syn_linear_timeouts
  if (sk.state !== TCP_SYN_SENT || sk.totalRto > sysctls.tcp_syn_linear_timeouts) {
    sk.backoff++
    sk.rto = Math.min(sk.rto * 2, rtoMax(sk))
  }
  resetRtxTimer(sk, 'retransmit', sk.rto)
  // Perhaps another way is better by now.
  if (timedOut(sk, sysctls.tcp_retries1 + 1)) sk.route = null
}

/** Whether to give up. Ref: tcp_write_timeout() */
function writeTimeout(sk: TcpSock): boolean {
  const { sysctls } = tcpOf(sk.net)
  if (sk.state === TCP_SYN_SENT) {
    return sk.retransmits >= sysctls.tcp_syn_retries + sysctls.tcp_syn_linear_timeouts
  }
  if (sk.state === TCP_SYN_RECV) return sk.retransmits >= sysctls.tcp_synack_retries
  if (!sk.dead) return timedOut(sk, sysctls.tcp_retries2)
  return timedOut(sk, orphanRetries(sk, sk.rto < rtoMax(sk)))
}

/** Ref: tcp_orphan_retries() */
function orphanRetries(sk: TcpSock, alive: boolean): number {
  const retries = tcpOf(sk.net).sysctls.tcp_orphan_retries
  if (sk.softError && !alive) return 0
  return retries === 0 && alive ? 8 : retries
}

/** Whether `boundary` doublings of the shortest RTO have passed since the first one. Ref: retransmits_timed_out() */
function timedOut(sk: TcpSock, boundary: number): boolean {
  if (sk.retransmits === 0) return false
  const base = TCP_RTO_MIN
  const most = rtoMax(sk)
  const doublings = Math.floor(Math.log2(most / base))
  const span =
    boundary <= doublings
      ? (2 ** (boundary + 1) - 1) * base
      : (2 ** (doublings + 1) - 1) * base + (boundary - doublings) * most
  return sk.net.stack.clock.now - sk.retransStamp >= span
}

/** Ref: tcp_write_err() */
function writeError(sk: TcpSock): void {
  tcpAbort(sk, sk.softError ?? ETIMEDOUT)
}

/** The other end's window is shut: it is asked now and then. Ref: tcp_probe_timer() */
function probeTimer(sk: TcpSock): void {
  if (sk.rtxQueue.length > 0 || (sk.unsentBytes === 0 && !sk.finQueued)) {
    sk.probes = 0
    return
  }
  let most = tcpOf(sk.net).sysctls.tcp_retries2
  if (sk.dead) {
    const alive = probeInterval(sk) < rtoMax(sk)
    most = orphanRetries(sk, alive)
    if (!alive && sk.backoff >= most) return writeError(sk)
  }
  if (sk.probes >= most) return writeError(sk)
  tcpWriteWakeup(sk)
  if (sk.rtxQueue.length > 0) {
    resetRtxTimer(sk, 'retransmit', sk.rto)
    return
  }
  sk.probes++
  sk.backoff++
  resetRtxTimer(sk, 'probe', probeInterval(sk))
}

/** Ref: tcp_delack_timer_handler() */
function delackTimer(sk: TcpSock): void {
  if (sk.state === TCP_CLOSE || sk.state === TCP_LISTEN || !sk.ackScheduled) return
  if (sk.pingpong) {
    // The answer did not come in time to carry it.
    sk.pingpong = false
    sk.ato = DELACK_MIN
  } else sk.ato = Math.min(sk.ato * 2, sk.rto)
  tcpSendAck(sk)
}

/** Ref: tcp_keepalive_timer() */
function keepaliveTimer(sk: TcpSock): void {
  if (sk.state === TCP_FIN_WAIT2 && sk.dead) {
    const left = finTime(sk) - TIMEWAIT_LEN
    if (left > 0) return tcpTimeWait(sk, TCP_FIN_WAIT2, left)
    tcpSendActiveReset(sk)
    return tcpDone(sk)
  }
  if (!sk.options.keepalive || sk.state === TCP_CLOSE || sk.state === TCP_SYN_SENT) return
  const { sysctls } = tcpOf(sk.net)
  const { now } = sk.net.stack.clock
  const idle = now - sk.lastReceived
  const patience = sysctls.tcp_keepalive_time * SECOND
  if (sk.rtxQueue.length > 0 || sk.unsentBytes > 0) return resetKeepaliveTimer(sk, patience)
  if (idle < patience) return resetKeepaliveTimer(sk, patience - idle)
  if (sk.probes >= sysctls.tcp_keepalive_probes) {
    tcpSendActiveReset(sk)
    return writeError(sk)
  }
  tcpTransmit(sk, seqAdd(sk.sndUna, -1), TCP_ACK, new Uint8Array(0))
  sk.probes++
  resetKeepaliveTimer(sk, sysctls.tcp_keepalive_intvl * SECOND)
}

/** How long a closed end waits for the other to close too. Ref: tcp_fin_time() */
export function finTime(sk: TcpSock): Nanoseconds {
  const setting = tcpOf(sk.net).sysctls.tcp_fin_timeout * SECOND
  return Math.max(setting, sk.rto * 4 - sk.rto / 2)
}

export const TCP_TIMERS: TcpTimers = {
  retransmit: writeTimer,
  delack: delackTimer,
  keepalive: keepaliveTimer,
}
