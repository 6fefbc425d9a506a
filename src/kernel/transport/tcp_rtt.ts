// How long a round trip takes, and so how long to wait for an acknowledgment (RFC 6298). Ref: net/ipv4/tcp_input.c
import { MICROSECOND, type Nanoseconds } from '../../sim/clock.ts'
import { after, TCP_RTO_MIN, type TcpSock } from './tcp_sock.ts'

/** A round trip was measured. Ref: tcp_rtt_estimator(), tcp_set_rto() */
export function measureRtt(sk: TcpSock, measured: Nanoseconds): void {
  const rtt = Math.max(measured, MICROSECOND)
  if (sk.minRtt === 0 || rtt < sk.minRtt) sk.minRtt = rtt
  if (sk.srtt === 0) {
    sk.srtt = rtt
    sk.mdev = rtt / 2
    sk.rttvar = Math.max(sk.mdev, TCP_RTO_MIN / 4)
    sk.mdevMax = sk.rttvar
    sk.rttSeq = sk.sndNxt
  } else {
    const error = rtt - sk.srtt
    sk.srtt += error / 8
    let deviation = Math.abs(error) - sk.mdev
    // A shorter round trip than expected says little about how long one may take.
    if (error < 0 && deviation > 0) deviation /= 8
    sk.mdev += deviation / 4
    if (sk.mdev > sk.mdevMax) {
      sk.mdevMax = sk.mdev
      if (sk.mdevMax > sk.rttvar) sk.rttvar = sk.mdevMax
    }
    if (after(sk.sndUna, sk.rttSeq)) {
      if (sk.mdevMax < sk.rttvar) sk.rttvar -= (sk.rttvar - sk.mdevMax) / 4
      sk.rttSeq = sk.sndNxt
      sk.mdevMax = TCP_RTO_MIN / 4
    }
  }
  sk.rto = Math.ceil(sk.srtt + 4 * sk.rttvar)
  sk.backoff = 0
}
