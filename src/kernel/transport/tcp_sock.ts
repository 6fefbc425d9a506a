// A TCP connection as the kernel keeps it: data only. Behaviour is in tcp.ts (what programs do), tcp_input.ts,
// tcp_output.ts and tcp_timer.ts. Ref: include/linux/tcp.h:struct tcp_sock, include/net/inet_connection_sock.h
import type { Nanoseconds, Timer } from '../../sim/clock.ts'
import { SECOND } from '../../sim/clock.ts'
import { WaitQueue } from '../../sim/wait.ts'
import type { Errno } from '../../uapi/errno.ts'
import type { StreamFamily, StreamOptions } from '../../uapi/socket.ts'
import { TCP_CLOSE } from '../../uapi/tcp.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { SackBlock, Tcp } from '../../wire/tcp.ts'
import type { Net } from '../core/net.ts'
import type { Dst, Dst6, SkBuff } from '../core/skb.ts'

/** An address of either family: IPv4 a number, IPv6 a bigint. */
export type Address = Inet | Inet6

/** A way out for a segment. `mtu` is the path's as far as it is known. */
export interface TcpRoute {
  readonly saddr: Address
  readonly mtu: number
  /** 0 when the route says nothing. */
  readonly advmss: number
  readonly loopback: boolean
  /** RTN_*: only a unicast or local one can be connected to. */
  readonly type: number
  /** Of the family it is. */
  readonly dst: Dst | null
  readonly dst6: Dst6 | null
  /** Of the route or the device, where a socket says nothing (IPv6). */
  readonly hopLimit: number
}

export interface RouteKey {
  readonly daddr: Address
  /** 0 or 0n: to be chosen. */
  readonly saddr: Address
  readonly tos: number
  readonly mark: number
  readonly oif: number
}

/** What a segment carries besides itself into the IP layer. */
export interface TcpHop {
  readonly saddr: Address
  readonly daddr: Address
  readonly tos: number
  readonly ttl: number | null
  readonly mark: number
  readonly id: number
}

/** What TCP asks of an IP layer (Ref: struct inet_connection_sock_af_ops). */
export interface TcpAf {
  /** Octets of its header. */
  readonly header: number
  route(net: Net, key: RouteKey): TcpRoute | Errno
  /** `confirm`: the next hop is known to be alive. */
  xmit(net: Net, route: TcpRoute, hop: TcpHop, tcp: Tcp, confirm: boolean): void
}

/** What its timers do, each in tcp_timer.ts (Ref: tcp_init_xmit_timers()). */
export interface TcpTimers {
  retransmit(sk: TcpSock): void
  delack(sk: TcpSock): void
  keepalive(sk: TcpSock): void
}

/** A segment that was sent and is not acknowledged. */
export interface Segment {
  readonly seq: number
  readonly endSeq: number
  readonly flags: number
  readonly data: Uint8Array
  /** When last sent. */
  sentAt: Nanoseconds
  /** How often it was sent again. */
  retrans: number
  sacked: boolean
  lost: boolean
}

export const CA_OPEN = 0
export const CA_DISORDER = 1
export const CA_RECOVERY = 3
export const CA_LOSS = 4

export const RCV_SHUTDOWN = 1
export const SEND_SHUTDOWN = 2

/** Initial RTO, and what it never falls below (RFC 6298; Ref: TCP_TIMEOUT_INIT, TCP_RTO_MIN). */
export const TCP_TIMEOUT_INIT = SECOND
export const TCP_RTO_MIN = SECOND / 5
/** Segments that may be sent before the first acknowledgment (RFC 6928). */
export const TCP_INIT_CWND = 10
/** What is taken for the other's segment size until it is known better. */
export const TCP_MSS_DEFAULT = 536

interface EndpointBase {
  readonly net: Net
  readonly saddr: Address
  readonly daddr: Address
  readonly sport: number
  readonly dport: number
  readonly boundIf: number
}

/** A handshake a listener has answered (Ref: struct tcp_request_sock). */
export interface TcpRequest extends EndpointBase {
  readonly kind: 'request'
  readonly listener: TcpSock
  readonly af: TcpAf
  readonly rcvIsn: number
  readonly sntIsn: number
  /** What the other end announced, and what is announced to it. */
  readonly mss: number
  readonly advmss: number
  readonly sndWscale: number
  readonly rcvWscale: number
  readonly wscaleOk: boolean
  readonly tstampOk: boolean
  readonly sackOk: boolean
  readonly rcvWnd: number
  readonly tsOffset: number
  readonly mark: number
  readonly born: Nanoseconds
  tsRecent: number
  /** The ACK came and the accept queue was full. */
  acked: boolean
  retransmits: number
  timeout: Nanoseconds
  timer: Timer | null
}

/** What is left of a closed connection (Ref: struct tcp_timewait_sock). */
export interface TcpTimewait extends EndpointBase {
  readonly kind: 'timewait'
  readonly af: TcpAf
  readonly family: StreamFamily
  /** TCP_TIME_WAIT or TCP_FIN_WAIT2. */
  substate: number
  rcvNxt: number
  readonly sndNxt: number
  readonly rcvWnd: number
  readonly rcvWscale: number
  readonly tsOffset: number
  readonly tstampOk: boolean
  readonly reuse: boolean
  readonly mark: number
  readonly tos: number
  tsRecent: number
  tsRecentAt: Nanoseconds
  expires: Nanoseconds
  timer: Timer | null
}

/** Whatever a segment can belong to. */
export type Endpoint = TcpSock | TcpRequest | TcpTimewait

export class TcpSock extends WaitQueue implements EndpointBase {
  readonly kind = 'sock'
  readonly net: Net
  readonly family: StreamFamily
  readonly options: StreamOptions
  /** Of the family that the packets are of: an IPv6 socket may speak IPv4. */
  af: TcpAf
  state = TCP_CLOSE
  /** Number of its inode; 0 once no process has it. */
  inode: number

  /** What it was bound to: 0 or 0n is any address. */
  boundAddress: Address
  saddr: Address
  daddr: Address
  sport = 0
  dport = 0
  boundIf = 0
  /** Bound by bind(2), and not by connect or listen. */
  portLocked = false
  route: TcpRoute | null = null
  routeVersion = -1
  routeTime = 0
  ipId: number

  /** Told to the program once; and what may explain a time-out. */
  error: Errno | null = null
  softError: Errno | null = null
  shutdown = 0
  /** No process has it any more. */
  dead = false
  /** It is in the table of connections. */
  hashed = false

  // ---- listening
  backlog = 0
  readonly acceptQueue: TcpSock[] = []
  readonly requests = new Set<TcpRequest>()
  listener: TcpSock | null = null

  // ---- sending
  iss = 0
  sndUna = 0
  sndNxt = 0
  sndWnd = 0
  maxWindow = 0
  sndWl1 = 0
  /** Octets of payload a segment may carry, options taken off. */
  mssCache = TCP_MSS_DEFAULT
  /** What the other end announced. */
  mssClamp = TCP_MSS_DEFAULT
  pmtu = 0
  /** Written and not sent: cut into segments when sent. */
  readonly unsent: Uint8Array[] = []
  unsentBytes = 0
  sndbuf = 87040
  finQueued = false
  readonly rtxQueue: Segment[] = []
  /** End of the last segment that was smaller than it could be (Ref: tp->snd_sml). */
  sndSml = 0
  sndWscale = 0
  wscaleOk = false
  tstampOk = false
  sackOk = false
  tsRecent = 0
  tsRecentAt = 0
  tsOffset = 0

  // ---- receiving
  rcvNxt = 0
  rcvWup = 0
  rcvWnd = 0
  rcvWscale = 0
  copiedSeq = 0
  rcvSsthresh = 0
  windowClamp = 0
  /** Octets the buffer takes at most, and how fast they were read lately. */
  rcvSpace = 65536
  rcvTaken = 0
  rcvTakenSince: Nanoseconds = 0
  advmss = TCP_MSS_DEFAULT
  rcvMss = TCP_MSS_DEFAULT
  readonly receiveQueue: Uint8Array[] = []
  /** The other end has said that this was all. */
  finReceived = false
  /** Octets in the receive queue. */
  received = 0
  readonly outOfOrder: {
    readonly seq: number
    readonly endSeq: number
    readonly data: Uint8Array
    readonly fin: boolean
  }[] = []
  sackBlocks: readonly SackBlock[] = []

  // ---- acknowledging
  quick = 0
  pingpong = false
  /** A segment smaller than it could be came, or two (Ref: ICSK_ACK_PUSHED, ICSK_ACK_PUSHED2). */
  pushed = false
  pushedTwice = false
  ackScheduled = false
  ato: Nanoseconds = 0
  lastReceived: Nanoseconds = 0
  lastSent: Nanoseconds = 0
  delack: Timer | null = null
  delackExpires: Nanoseconds = 0

  // ---- retransmitting
  rto = TCP_TIMEOUT_INIT
  /** Smoothed round trip and its deviation; 0 before the first measurement. */
  srtt: Nanoseconds = 0
  mdev: Nanoseconds = 0
  rttvar: Nanoseconds = SECOND
  mdevMax: Nanoseconds = 0
  rttSeq = 0
  minRtt: Nanoseconds = 0
  retransmits = 0
  /** Time-outs in all (Ref: tp->total_rto). */
  totalRto = 0
  backoff = 0
  probes = 0
  retransStamp: Nanoseconds = 0
  totalRetrans = 0
  rtx: Timer | null = null
  rtxKind: 'retransmit' | 'probe' | null = null
  rtxExpires: Nanoseconds = 0
  /** When the timer that runs ends. */
  rtxDue: Nanoseconds = 0
  /** When it ends as timers do: a little late. */
  rtxFires: Nanoseconds = 0
  keepalive: Timer | null = null
  keepaliveExpires: Nanoseconds = 0

  // ---- congestion
  cwnd = TCP_INIT_CWND
  cwndCount = 0
  ssthresh = 0x7fffffff
  caState = CA_OPEN
  highSeq = 0
  dupAcks = 0

  // ---- counted for ss -i
  readonly born: Nanoseconds
  lastAck: Nanoseconds = 0
  bytesSent = 0
  bytesAcked = 0
  bytesRetrans = 0
  bytesReceived = 0
  segsOut = 0
  segsIn = 0
  dataSegsOut = 0
  dataSegsIn = 0
  confirm = false

  constructor(
    net: Net,
    family: StreamFamily,
    af: TcpAf,
    readonly timers: TcpTimers,
    options: StreamOptions,
    inode: number,
  ) {
    super()
    this.net = net
    this.family = family
    this.af = af
    this.options = options
    this.inode = inode
    this.born = net.stack.clock.now
    const any = family === 'inet' ? 0 : 0n
    this.boundAddress = any
    this.saddr = any
    this.daddr = any
    this.ipId = net.stack.random.below(65536)
  }
}

/** Sequence numbers wrap (RFC 9293 §3.4). */
export function before(a: number, b: number): boolean {
  return ((a - b) | 0) < 0
}

export function after(a: number, b: number): boolean {
  return before(b, a)
}

/** a + n on the circle of sequence numbers. */
export function seqAdd(a: number, n: number): number {
  return (a + n) >>> 0
}

/** Octets from b up to a. */
export function seqDiff(a: number, b: number): number {
  return (a - b) | 0
}

/** What a received segment is besides its octets, for tcp_input.ts. */
export interface Received {
  readonly skb: SkBuff
  readonly tcp: Tcp
  readonly saddr: Address
  readonly daddr: Address
  readonly af: TcpAf
}
