// Timers of a connection, the end of one, and waking whoever waits for it. Ref: net/ipv4/inet_connection_sock.c
import { MICROSECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { Errno } from '../../uapi/errno.ts'
import { TCP_CLOSE, TCP_CLOSE_WAIT, TCP_ESTABLISHED, TCP_SYN_RECV, TCP_SYN_SENT } from '../../uapi/tcp.ts'
import { timerDelay } from '../core/timer.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ehashRemove, putPort } from './inet_hashtables.ts'
import { dataReady } from './ready.ts'
import { RCV_SHUTDOWN, SEND_SHUTDOWN, type TcpSock } from './tcp_sock.ts'

/** An acknowledgment waits so long at least and at most (Ref: TCP_DELACK_MIN, TCP_DELACK_MAX). */
export const DELACK_MIN = SECOND / 25
export const DELACK_MAX = SECOND / 5

/** Only the deadline moves while a timer runs that ends before it: most are put off again and again. */
export function resetRtxTimer(sk: TcpSock, kind: 'retransmit' | 'probe', delay: Nanoseconds): void {
  const { clock } = sk.net.stack
  sk.rtxKind = kind
  sk.rtxExpires = clock.now + delay
  const after = timerDelay(clock.now, delay)
  sk.rtxFires = clock.now + after
  if (sk.rtx?.pending && sk.rtxDue <= sk.rtxFires) return
  sk.rtx?.cancel()
  sk.rtxDue = sk.rtxFires
  sk.rtx = clock.after(after, rtxTimer, sk, null)
}

function rtxTimer(sk: TcpSock): void {
  sk.rtx = null
  if (sk.rtxKind === null) return
  const { clock } = sk.net.stack
  const left = sk.rtxFires - clock.now
  if (left <= 0) return sk.timers.retransmit(sk)
  sk.rtxDue = sk.rtxFires
  sk.rtx = clock.after(left, rtxTimer, sk, null)
}

export function clearRtxTimer(sk: TcpSock): void {
  sk.rtxKind = null
}

/** Never later than one that is set already. */
export function setDelackTimer(sk: TcpSock, delay: Nanoseconds): void {
  const { clock } = sk.net.stack
  const after = timerDelay(clock.now, delay)
  const due = clock.now + after
  if (sk.delack?.pending && sk.delackExpires <= due) return
  sk.delack?.cancel()
  sk.delackExpires = due
  sk.delack = clock.after(after, delackTimer, sk, null)
}

function delackTimer(sk: TcpSock): void {
  sk.delack = null
  sk.timers.delack(sk)
}

export function resetKeepaliveTimer(sk: TcpSock, delay: Nanoseconds): void {
  const { clock } = sk.net.stack
  sk.keepalive?.cancel()
  sk.keepaliveExpires = clock.now + delay
  sk.keepalive = clock.after(timerDelay(clock.now, delay), keepaliveTimer, sk, null)
}

function keepaliveTimer(sk: TcpSock): void {
  sk.keepalive = null
  sk.timers.keepalive(sk)
}

export function clearTimers(sk: TcpSock): void {
  sk.rtx?.cancel()
  sk.delack?.cancel()
  sk.keepalive?.cancel()
  sk.rtx = null
  sk.delack = null
  sk.keepalive = null
  sk.rtxKind = null
}

function wakeSleepers(sk: TcpSock): void {
  sk.wake()
}

export function wakeUp(sk: TcpSock): void {
  if (!sk.dead) dataReady(sk, sk.net.stack)
}

/** Whoever connects goes on before the other end hears of it: it still has its processor. */
export function wakeConnecting(sk: TcpSock): void {
  if (!sk.dead) sk.net.stack.clock.after(MICROSECOND, wakeSleepers, sk, null)
}

export function setState(sk: TcpSock, state: number): void {
  sk.net.version++
  countState(sk, state)
  sk.state = state
  if (state !== TCP_CLOSE) return
  unhash(sk)
  if (!sk.portLocked) releasePort(sk)
}

/** Ref: tcp_set_state() */
function countState(sk: TcpSock, state: number): void {
  const { tcp } = ipv4Of(sk.net).mib
  const was = sk.state === TCP_ESTABLISHED || sk.state === TCP_CLOSE_WAIT
  const is = state === TCP_ESTABLISHED || state === TCP_CLOSE_WAIT
  if (is && !was) tcp.CurrEstab++
  if (was && !is) tcp.CurrEstab--
  if (state !== TCP_CLOSE) return
  if (was) tcp.EstabResets++
  if (sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV) tcp.AttemptFails++
}

function unhash(sk: TcpSock): void {
  if (!sk.hashed) return
  ehashRemove(sk)
  sk.hashed = false
}

export function releasePort(sk: TcpSock): void {
  putPort(sk)
}

/** The connection is over, for the program too. Ref: tcp_done() */
export function tcpDone(sk: TcpSock): void {
  setState(sk, TCP_CLOSE)
  clearTimers(sk)
  sk.rtxQueue.length = 0
  sk.unsent.length = 0
  sk.unsentBytes = 0
  sk.finQueued = false
  sk.shutdown = RCV_SHUTDOWN | SEND_SHUTDOWN
  if (sk.dead) releasePort(sk)
  else wakeUp(sk)
}

/** It ends with an error, which the program is told. Ref: sk_error_report() */
export function tcpAbort(sk: TcpSock, error: Errno): void {
  sk.error = error
  tcpDone(sk)
}
