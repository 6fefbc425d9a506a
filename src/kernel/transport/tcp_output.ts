// TCP on its way out: segments, acknowledgments, what may be sent and when. Ref: net/ipv4/tcp_output.c
import { SECOND } from '../../sim/clock.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { TCP_CLOSE, TCP_SYN_SENT } from '../../uapi/tcp.ts'
import { TCP_ACK, TCP_FIN, TCP_HEADER, TCP_PSH, TCP_RST, TCP_SYN, type Tcp } from '../../wire/tcp.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { isAny } from './inet_hashtables.ts'
import { tcpOf } from './netns_tcp.ts'
import { establishedOptions, synOptions, timestamp } from './tcp_options.ts'
import { DELACK_MAX, DELACK_MIN, resetRtxTimer, setDelackTimer } from './inet_connection_sock.ts'
import { selectInitialWindow, selectWindow } from './tcp_window.ts'
import {
  after,
  CA_OPEN,
  seqAdd,
  seqDiff,
  TCP_INIT_CWND,
  TCP_TIMEOUT_INIT,
  type Segment,
  type TcpRoute,
  type TcpSock,
} from './tcp_sock.ts'

const NOTHING = new Uint8Array(0)
/** A route is looked up again after so long though nothing changed: what was learned of a path may have expired. */
const ROUTE_LIFE = SECOND
/** The smallest MSS that is believed (Ref: TCP_MIN_MSS, tcp_min_snd_mss). */
const TCP_MIN_SND_MSS = 48

/** The way to the other end as it is now. Ref: __sk_dst_check() */
export function tcpRoute(sk: TcpSock): TcpRoute | Errno {
  const { net } = sk
  if (sk.route && sk.routeVersion === net.version && net.stack.clock.now - sk.routeTime < ROUTE_LIFE) {
    return sk.route
  }
  const { tos, mark } = sk.options
  const route = sk.af.route(net, { daddr: sk.daddr, saddr: sk.saddr, tos: tos ?? 0, mark, oif: sk.boundIf })
  if (isErrno(route)) return route
  sk.route = route
  sk.routeVersion = net.version
  sk.routeTime = net.stack.clock.now
  if (route.mtu !== sk.pmtu) tcpSyncMss(sk, route.mtu)
  return route
}

/** What a segment may carry on a path of this MTU. Ref: tcp_sync_mss() */
export function tcpSyncMss(sk: TcpSock, pmtu: number): void {
  sk.pmtu = pmtu
  const whole = Math.min(pmtu - sk.af.header - TCP_HEADER, sk.mssClamp)
  let mss = Math.max(whole, TCP_MIN_SND_MSS) - (sk.tstampOk ? 12 : 0)
  // Ref: tcp_bound_to_half_wnd()
  if (sk.maxWindow > 0) {
    const half = sk.maxWindow > 536 ? sk.maxWindow >>> 1 : sk.maxWindow
    if (mss > half) mss = Math.max(half, 68 - 40)
  }
  sk.mssCache = mss
}

/** What is announced as MSS. Ref: net/ipv4/route.c:ipv4_default_advmss() */
export function advmssOf(route: TcpRoute, header: number): number {
  if (route.advmss > 0) return route.advmss
  return Math.min(Math.max(route.mtu - header - TCP_HEADER, 256), 65535 - header - TCP_HEADER)
}

/** Puts a segment of this connection on its way. Ref: __tcp_transmit_skb() */
export function tcpTransmit(sk: TcpSock, seq: number, flags: number, data: Uint8Array): void {
  const syn = (flags & TCP_SYN) !== 0
  const route = tcpRoute(sk)
  const window = syn
    ? Math.min(sk.rcvWnd, 65535)
    : flags & TCP_RST && sk.state === TCP_CLOSE
      ? 0
      : selectWindow(sk)
  const ack = flags & TCP_ACK ? sk.rcvNxt : 0
  const options = syn ? connectionOptions(sk, flags) : establishedOptions(sk)
  if (flags & TCP_ACK) ackSent(sk)
  const { clock } = sk.net.stack
  if (data.length > 0) dataSent(sk)
  sk.segsOut++
  ipv4Of(sk.net).mib.tcp.OutSegs++
  if (data.length > 0) {
    sk.dataSegsOut++
    sk.bytesSent += data.length
  }
  sk.lastSent = data.length > 0 ? clock.now : sk.lastSent
  if (isErrno(route)) return
  sk.ipId = (sk.ipId + 1) & 0xffff
  const tcp: Tcp = {
    kind: 'tcp',
    sport: sk.sport,
    dport: sk.dport,
    seq,
    ack,
    flags,
    window,
    urgent: 0,
    options,
    data,
  }
  const { tos, ttl, mark } = sk.options
  const hop = { saddr: sk.saddr, daddr: sk.daddr, tos: tos ?? 0, ttl, mark, id: sk.ipId }
  const confirm = sk.confirm
  sk.confirm = false
  sk.af.xmit(sk.net, route, hop, tcp, confirm)
}

function connectionOptions(sk: TcpSock, flags: number): Tcp['options'] {
  const { sysctls } = tcpOf(sk.net)
  const answer = (flags & TCP_ACK) !== 0
  const tstamp = answer ? sk.tstampOk : sysctls.tcp_timestamps !== 0
  return synOptions({
    mss: sk.advmss,
    sack: answer ? sk.sackOk : sysctls.tcp_sack !== 0,
    tstamp: tstamp ? timestamp(sk.net, sk.tsOffset, answer ? sk.tsRecent : 0) : null,
    wscale: (answer ? sk.wscaleOk : sysctls.tcp_window_scaling !== 0) ? sk.rcvWscale : null,
  })
}

/** Ref: tcp_event_ack_sent() */
function ackSent(sk: TcpSock): void {
  if (sk.quick > 0) sk.quick--
  sk.ackScheduled = false
  sk.pushed = false
  sk.pushedTwice = false
  sk.delack?.cancel()
  sk.delack = null
}

/** Answering soon makes it a dialogue, in which answers carry the acknowledgments. Ref: tcp_event_data_sent() */
function dataSent(sk: TcpSock): void {
  const { now } = sk.net.stack.clock
  if (sk.lastReceived > 0 && now - sk.lastReceived < sk.ato) sk.pingpong = true
}

/** Ref: tcp_connect_init() */
function connectInit(sk: TcpSock, route: TcpRoute): void {
  const { net } = sk
  sk.advmss = advmssOf(route, sk.af.header)
  sk.mssClamp = 0xffff
  const initial = selectInitialWindow(net, sk.advmss)
  sk.windowClamp = initial.clamp
  sk.rcvWnd = initial.window
  sk.rcvSsthresh = initial.window
  sk.rcvWscale = tcpOf(net).sysctls.tcp_window_scaling ? initial.wscale : 0
  sk.tstampOk = tcpOf(net).sysctls.tcp_timestamps !== 0
  tcpSyncMss(sk, route.mtu)
  sk.sndUna = sk.iss
  sk.sndNxt = sk.iss
  sk.sndSml = sk.iss
  sk.rcvNxt = 0
  sk.rcvWup = 0
  sk.copiedSeq = 0
  sk.rto = TCP_TIMEOUT_INIT
  sk.retransmits = 0
  sk.backoff = 0
}

/** Sends the first SYN. Ref: tcp_connect() */
export function tcpConnect(sk: TcpSock, route: TcpRoute): void {
  connectInit(sk, route)
  ipv4Of(sk.net).mib.tcp.ActiveOpens++
  sk.state = TCP_SYN_SENT
  queueSegment(sk, TCP_SYN, NOTHING)
  resetRtxTimer(sk, 'retransmit', sk.rto)
}

/** Sends what takes sequence numbers, and keeps it until it is acknowledged. */
export function queueSegment(sk: TcpSock, flags: number, data: Uint8Array): void {
  const seq = sk.sndNxt
  const controls = (flags & TCP_SYN ? 1 : 0) + (flags & TCP_FIN ? 1 : 0)
  const endSeq = seqAdd(seq, data.length + controls)
  const sentAt = sk.net.stack.clock.now
  sk.rtxQueue.push({ seq, endSeq, flags, data, sentAt, retrans: 0, sacked: false, lost: false })
  sk.sndNxt = endSeq
  tcpTransmit(sk, seq, flags, data)
}

/** Segments on their way as far as is known. Ref: tcp_packets_in_flight() */
export function packetsInFlight(sk: TcpSock): number {
  if (sk.caState === CA_OPEN && sk.dupAcks === 0) return sk.rtxQueue.length
  let n = 0
  for (const seg of sk.rtxQueue) if (!seg.sacked && (!seg.lost || seg.retrans > 0)) n++
  return n
}

function sendWindowEnd(sk: TcpSock): number {
  return seqAdd(sk.sndUna, sk.sndWnd)
}

/** A small segment waits while another small one is not acknowledged. Ref: tcp_nagle_check(), tcp_minshall_check() */
function nagleHolds(sk: TcpSock, length: number, fin: boolean): boolean {
  if (length >= sk.mssCache || fin || sk.options.nodelay) return false
  return sk.rtxQueue.length > 0 && after(sk.sndSml, sk.sndUna) && !after(sk.sndSml, sk.sndNxt)
}

/** Sends what windows and congestion allow. Ref: tcp_write_xmit(), __tcp_push_pending_frames() */
export function tcpPush(sk: TcpSock): void {
  let sent = false
  while (sk.unsentBytes > 0 || sk.finQueued) {
    if (packetsInFlight(sk) >= sk.cwnd) break
    const room = seqDiff(sendWindowEnd(sk), sk.sndNxt)
    const length = Math.min(sk.unsentBytes, sk.mssCache)
    if (length > 0 ? length > room : room < 0) break
    const last = length === sk.unsentBytes
    const fin = last && sk.finQueued
    if (nagleHolds(sk, length, fin)) break
    const data = takeUnsent(sk, length)
    const flags = TCP_ACK | (last && length > 0 ? TCP_PSH : 0) | (fin ? TCP_FIN : 0)
    if (fin) sk.finQueued = false
    if (length < sk.mssCache) sk.sndSml = seqAdd(sk.sndNxt, length)
    queueSegment(sk, flags, data)
    sent = true
  }
  if (sent && sk.rtxKind !== 'retransmit') resetRtxTimer(sk, 'retransmit', sk.rto)
  if (sk.rtxQueue.length === 0 && (sk.unsentBytes > 0 || sk.finQueued) && sk.rtxKind === null) {
    resetRtxTimer(sk, 'probe', probeInterval(sk))
  }
}

function takeUnsent(sk: TcpSock, length: number): Uint8Array {
  sk.unsentBytes -= length
  const [first] = sk.unsent
  if (length === 0 || !first) return NOTHING
  if (first.length === length) {
    sk.unsent.shift()
    return first
  }
  const data = new Uint8Array(length)
  for (let at = 0; at < length;) {
    const chunk = sk.unsent[0] ?? NOTHING
    const part = chunk.subarray(0, length - at)
    data.set(part, at)
    at += part.length
    if (part.length === chunk.length) sk.unsent.shift()
    else sk.unsent[0] = chunk.subarray(part.length)
  }
  return data
}

/** Ref: tcp_probe0_base() */
export function probeInterval(sk: TcpSock): number {
  const most = tcpOf(sk.net).sysctls.tcp_rto_max_ms * 1_000_000
  return Math.min(Math.max(sk.rto, SECOND / 5) * 2 ** Math.min(sk.backoff, 20), most)
}

/** An octet before the window's edge, so that the other end says how wide it is. Ref: tcp_xmit_probe_skb() */
export function tcpWriteWakeup(sk: TcpSock): void {
  const room = seqDiff(sendWindowEnd(sk), sk.sndNxt)
  if (sk.unsentBytes > 0 && room > 0) {
    const length = Math.min(room, sk.unsentBytes, sk.mssCache)
    queueSegment(sk, TCP_ACK | TCP_PSH, takeUnsent(sk, length))
    return
  }
  tcpTransmit(sk, seqAdd(sk.sndUna, -1), TCP_ACK, NOTHING)
}

/** Ref: tcp_send_ack() */
export function tcpSendAck(sk: TcpSock): void {
  if (sk.state === TCP_CLOSE) return
  tcpTransmit(sk, sk.sndNxt, TCP_ACK, NOTHING)
}

/** Ref: tcp_send_delayed_ack() */
export function tcpSendDelayedAck(sk: TcpSock): void {
  let { ato } = sk
  if (ato > DELACK_MIN) {
    let most = sk.pingpong ? DELACK_MAX : SECOND / 2
    if (sk.srtt > 0) most = Math.min(most, Math.max(sk.srtt, DELACK_MIN))
    ato = Math.min(ato, most)
  }
  setDelackTimer(sk, Math.max(ato, DELACK_MIN))
}

/** Sends a segment again. Ref: tcp_retransmit_skb() */
export function tcpRetransmit(sk: TcpSock, seg: Segment): void {
  seg.retrans++
  const { tcp } = ipv4Of(sk.net).mib
  tcp.RetransSegs++
  // Counted as sent by itself.
  tcp.OutSegs--
  seg.sentAt = sk.net.stack.clock.now
  sk.totalRetrans++
  sk.bytesRetrans += seg.data.length
  if (sk.retransStamp === 0) sk.retransStamp = seg.sentAt
  // The path became narrower: the pieces take its place. Ref: tcp_fragment()
  if (seg.data.length > sk.mssCache) return retransmitPieces(sk, seg)
  tcpTransmit(sk, seg.seq, seg.flags, seg.data)
}

function retransmitPieces(sk: TcpSock, seg: Segment): void {
  const at = sk.rtxQueue.indexOf(seg)
  const pieces: Segment[] = []
  for (let from = 0; from < seg.data.length; from += sk.mssCache) {
    const data = seg.data.slice(from, from + sk.mssCache)
    const last = from + sk.mssCache >= seg.data.length
    const flags = last ? seg.flags : seg.flags & ~(TCP_PSH | TCP_FIN)
    const seq = seqAdd(seg.seq, from)
    const endSeq = last ? seg.endSeq : seqAdd(seq, data.length)
    pieces.push({ ...seg, seq, endSeq, flags, data })
  }
  sk.rtxQueue.splice(at, 1, ...pieces)
  for (const piece of pieces) tcpTransmit(sk, piece.seq, piece.flags, piece.data)
}

/** Tells the other end that this one is gone. Ref: tcp_send_active_reset() */
export function tcpSendActiveReset(sk: TcpSock): void {
  if (isAny(sk.daddr)) return
  ipv4Of(sk.net).mib.tcp.OutRsts++
  tcpTransmit(sk, sk.sndNxt, TCP_ACK | TCP_RST, NOTHING)
}

/** A connection that begins to send after a pause begins slowly again. Ref: tcp_cwnd_restart() */
export function restartAfterIdle(sk: TcpSock): void {
  const idle = sk.net.stack.clock.now - sk.lastSent
  if (sk.rtxQueue.length > 0 || sk.lastSent === 0 || idle <= sk.rto) return
  sk.ssthresh = Math.max(sk.ssthresh === 0x7fffffff ? sk.ssthresh : sk.cwnd, sk.ssthresh)
  for (let left = idle; left > sk.rto && sk.cwnd > TCP_INIT_CWND; left -= sk.rto) sk.cwnd >>= 1
  sk.cwnd = Math.max(sk.cwnd, TCP_INIT_CWND)
}
