// A listener's half of the handshake. Ref: net/ipv4/tcp_input.c:tcp_conn_request(), net/ipv4/inet_connection_sock.c
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { TCP_LISTEN } from '../../uapi/tcp.ts'
import { TCP_ACK, TCP_SYN } from '../../wire/tcp.ts'
import { timerDelay } from '../core/timer.ts'
import { consume, drop } from '../core/trace.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ehashInsert } from './inet_hashtables.ts'
import { tcpOf } from './netns_tcp.ts'
import { dropRequest } from './tcp_minisocks.ts'
import { optionsReceived, synOptions, timestamp } from './tcp_options.ts'
import { advmssOf } from './tcp_output.ts'
import { tcpReply } from './tcp_reply.ts'
import {
  seqAdd,
  TCP_MSS_DEFAULT,
  TCP_TIMEOUT_INIT,
  type Received,
  type TcpRequest,
  type TcpSock,
} from './tcp_sock.ts'
import { selectInitialWindow } from './tcp_window.ts'

/** A SYN for a listener: it is answered and remembered. */
export function tcpConnRequest(listener: TcpSock, { skb, tcp, saddr, daddr, af }: Received): void {
  const { net } = listener
  // The other end of a link-local connection is known on one device only.
  const linkLocal = typeof saddr === 'bigint' && saddr >> 118n === 0x3fan
  const boundIf = listener.boundIf || (linkLocal ? (skb.iif ?? skb.dev).index : 0)
  const { sysctls } = tcpOf(net)
  // One more than the backlog fits (Ref: sk_acceptq_is_full()).
  if (listener.acceptQueue.length > listener.backlog || listener.requests.size > listener.backlog) {
    const { tcpExt } = ipv4Of(net).mib
    tcpExt.ListenOverflows++
    tcpExt.ListenDrops++
    return drop(skb, 'tcpConnRequest', 'TCP_LISTEN_OVERFLOW')
  }
  const mark = sysctls.tcp_fwmark_accept ? skb.mark : listener.options.mark
  const tos = listener.options.tos ?? 0
  const route = af.route(net, { daddr: saddr, saddr: daddr, tos, mark, oif: boundIf })
  if (isErrno(route)) return drop(skb, 'tcpConnRequest', 'IP_OUTNOROUTES')
  const options = optionsReceived(tcp)
  const tstampOk = options.tstamp !== null && sysctls.tcp_timestamps !== 0
  const wscaleOk = options.wscale !== null && sysctls.tcp_window_scaling !== 0
  const advmss = advmssOf(route, af.header)
  const initial = selectInitialWindow(net, advmss - (tstampOk ? 12 : 0))
  const req: TcpRequest = {
    kind: 'request',
    net,
    listener,
    af,
    saddr: daddr,
    sport: tcp.dport,
    daddr: saddr,
    dport: tcp.sport,
    boundIf,
    rcvIsn: tcp.seq,
    sntIsn: net.stack.random.u32(),
    mss: options.mss ?? TCP_MSS_DEFAULT,
    advmss,
    sndWscale: wscaleOk ? (options.wscale ?? 0) : 0,
    rcvWscale: wscaleOk ? initial.wscale : 0,
    wscaleOk,
    tstampOk,
    sackOk: options.sackOk && sysctls.tcp_sack !== 0,
    rcvWnd: initial.window,
    tsOffset: net.stack.random.u32(),
    mark,
    born: net.stack.clock.now,
    tsRecent: tstampOk ? (options.tstamp?.value ?? 0) : 0,
    acked: false,
    retransmits: 0,
    timeout: TCP_TIMEOUT_INIT,
    timer: null,
  }
  listener.requests.add(req)
  ehashInsert(req)
  net.version++
  setRequestTimer(req, req.timeout)
  consume(skb, 'tcpConnRequest', `the listener on port ${listener.sport}`)
  sendSynack(req)
}

/** Ref: tcp_make_synack(), tcp_v4_send_synack() */
export function sendSynack(req: TcpRequest): void {
  const { net, listener } = req
  tcpReply(net, req.af, {
    saddr: req.saddr,
    sport: req.sport,
    daddr: req.daddr,
    dport: req.dport,
    seq: req.sntIsn,
    ack: seqAdd(req.rcvIsn, 1),
    flags: TCP_SYN | TCP_ACK,
    window: Math.min(req.rcvWnd, 65535),
    options: synOptions({
      mss: req.advmss,
      sack: req.sackOk,
      tstamp: req.tstampOk ? timestamp(net, req.tsOffset, req.tsRecent) : null,
      wscale: req.wscaleOk ? req.rcvWscale : null,
    }),
    tos: listener.options.tos ?? 0,
    ttl: listener.options.ttl,
    mark: req.mark,
    oif: req.boundIf,
  })
}

function setRequestTimer(req: TcpRequest, delay: Nanoseconds): void {
  const { clock } = req.net.stack
  req.timer = clock.after(timerDelay(clock.now, delay), requestTimer, req, null)
}

/** Ref: reqsk_timer_handler() */
function requestTimer(req: TcpRequest): void {
  const { net, listener } = req
  const { sysctls } = tcpOf(net)
  if (listener.state !== TCP_LISTEN || req.retransmits >= sysctls.tcp_synack_retries) {
    net.version++
    return dropRequest(req)
  }
  // An ACK that found the accept queue full is asked for again.
  sendSynack(req)
  req.retransmits++
  const most = sysctls.tcp_rto_max_ms * MILLISECOND
  setRequestTimer(req, Math.min(SECOND * 2 ** req.retransmits, most))
}
