// How a program leaves a connection. Ref: net/ipv4/tcp.c:__tcp_close(), net/ipv4/inet_connection_sock.c
import {
  TCP_CLOSE,
  TCP_CLOSE_WAIT,
  TCP_ESTABLISHED,
  TCP_FIN_WAIT1,
  TCP_FIN_WAIT2,
  TCP_LAST_ACK,
  TCP_LISTEN,
  TCP_SYN_RECV,
  TCP_SYN_SENT,
} from '../../uapi/tcp.ts'
import { clearTimers, releasePort, resetKeepaliveTimer, setState, tcpDone } from './inet_connection_sock.ts'
import { listenRemove } from './inet_hashtables.ts'
import { dropRequest, tcpTimeWait, TIMEWAIT_LEN } from './tcp_minisocks.ts'
import { tcpPush, tcpSendActiveReset } from './tcp_output.ts'
import { RCV_SHUTDOWN, SEND_SHUTDOWN, type TcpSock } from './tcp_sock.ts'
import { finTime } from './tcp_timer.ts'

/** Sends the FIN, after what is still to be sent. Ref: tcp_close_state(), tcp_send_fin() */
export function closeState(sk: TcpSock): void {
  if (sk.state === TCP_CLOSE_WAIT) setState(sk, TCP_LAST_ACK)
  else if (sk.state === TCP_ESTABLISHED || sk.state === TCP_SYN_RECV) setState(sk, TCP_FIN_WAIT1)
  else return
  sk.finQueued = true
  tcpPush(sk)
}

/** Whoever was not accepted yet is reset. Ref: inet_csk_listen_stop() */
export function stopListening(sk: TcpSock): void {
  listenRemove(sk)
  for (const req of sk.requests) dropRequest(req)
  for (const child of sk.acceptQueue.splice(0)) {
    child.dead = true
    tcpSendActiveReset(child)
    tcpDone(child)
  }
  setState(sk, TCP_CLOSE)
}

export function tcpClose(sk: TcpSock): void {
  sk.net.version++
  sk.inode = 0
  if (sk.state === TCP_LISTEN) stopListening(sk)
  sk.dead = true
  if (sk.state === TCP_CLOSE) return releasePort(sk)
  const unread = sk.received > 0
  sk.receiveQueue.length = 0
  sk.received = 0
  sk.shutdown = RCV_SHUTDOWN | SEND_SHUTDOWN
  if (sk.state === TCP_SYN_SENT) return tcpDone(sk)
  if (unread || sk.options.lingerZero) {
    sk.unsent.length = 0
    sk.unsentBytes = 0
    tcpSendActiveReset(sk)
    return tcpDone(sk)
  }
  closeState(sk)
  if (sk.state === TCP_FIN_WAIT2) {
    const wait = finTime(sk)
    if (wait > TIMEWAIT_LEN) resetKeepaliveTimer(sk, wait - TIMEWAIT_LEN)
    else tcpTimeWait(sk, TCP_FIN_WAIT2, wait)
  }
  if (sk.state === TCP_CLOSE) clearTimers(sk)
}
