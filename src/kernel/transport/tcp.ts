// TCP sockets as programs hold them. Ref: net/ipv4/tcp.c, net/ipv4/af_inet.c
import {
  EADDRINUSE,
  EADDRNOTAVAIL,
  EAFNOSUPPORT,
  EAGAIN,
  EALREADY,
  EINPROGRESS,
  EINVAL,
  EISCONN,
  ENETUNREACH,
  ENOTCONN,
  EPIPE,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import type { SocketAddress, StreamFamily, StreamOptions, StreamSocket } from '../../uapi/socket.ts'
import {
  TCP_CLOSE,
  TCP_CLOSE_WAIT,
  TCP_ESTABLISHED,
  TCP_LISTEN,
  TCP_SYN_RECV,
  TCP_SYN_SENT,
} from '../../uapi/tcp.ts'
import { INADDR_LOOPBACK } from '../../wire/inet.ts'
import { IN6ADDR_LOOPBACK, isMapped, mapped, unmapped } from '../../wire/inet6.ts'
import type { Net } from '../core/net.ts'
import { inetAddrType } from '../ipv4/addr_type.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { needsScopeId } from '../ipv6/addr_type.ts'
import { ipv6ChkAddr } from '../ipv6/locals.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import { releasePort, setState, tcpDone } from './inet_connection_sock.ts'
import { ehashInsert, getPort, hashConnect, isAny, listenInsert } from './inet_hashtables.ts'
import { tcpOf } from './netns_tcp.ts'
import { ipv4Specific } from './tcp_ipv4.ts'
import { ipv6Specific } from './tcp_ipv6.ts'
import { closeState, stopListening, tcpClose } from './tcp_close.ts'
import { restartAfterIdle, tcpConnect, tcpPush, tcpSendAck } from './tcp_output.ts'
import { RCV_SHUTDOWN, seqDiff, SEND_SHUTDOWN, TcpSock, type Address } from './tcp_sock.ts'
import { TCP_TIMERS } from './tcp_timer.ts'
import { adjustReceiveSpace } from './tcp_window.ts'

/** An address as a socket of this family tells it. */
export function shownAddress(family: StreamFamily, address: Address): Address {
  if (family === 'inet' || typeof address === 'bigint') return address
  return address === 0 ? 0n : mapped(address)
}

function defaultOptions(): StreamOptions {
  return {
    reuseaddr: false,
    reuseport: false,
    bindToDevice: null,
    mark: 0,
    ttl: null,
    tos: null,
    v6only: false,
    nodelay: false,
    keepalive: false,
    lingerZero: false,
  }
}

const CONNECTED: ReadonlySet<number> = new Set([TCP_ESTABLISHED, TCP_CLOSE_WAIT])

export class TcpSocket implements StreamSocket {
  readonly sk: TcpSock

  constructor(sk: TcpSock) {
    this.sk = sk
  }

  static create(net: Net, family: StreamFamily, inode: number): TcpSocket {
    return new TcpSocket(new TcpSock(net, family, ipv4Specific, TCP_TIMERS, defaultOptions(), inode))
  }

  get family(): StreamFamily {
    return this.sk.family
  }

  get inode(): number {
    return this.sk.inode
  }

  get options(): StreamOptions {
    return this.sk.options
  }

  subscribe(wake: () => void): () => void {
    return this.sk.subscribe(wake)
  }

  /** Ref: __inet_bind() */
  bind(local: SocketAddress): Errno | null {
    const { sk } = this
    const address = this.#unmapped(local.address)
    if (isErrno(address)) return address
    if (sk.state !== TCP_CLOSE || sk.sport !== 0) return EINVAL
    const refused = this.#bindDevice() ?? (isAny(address) ? null : checkLocal(sk.net, address))
    if (refused) return refused
    sk.boundAddress = address
    sk.saddr = address
    const taken = getPort(sk, local.port)
    if (taken) {
      sk.boundAddress = sk.family === 'inet' ? 0 : 0n
      sk.saddr = sk.boundAddress
      return taken
    }
    sk.portLocked = true
    sk.net.version++
    return null
  }

  #unmapped(address: Address): Address | Errno {
    if (this.sk.family === 'inet') return typeof address === 'number' ? address : EAFNOSUPPORT
    if (typeof address === 'number') return EAFNOSUPPORT
    if (!isMapped(address)) return address
    return this.sk.options.v6only ? EINVAL : unmapped(address)
  }

  #bindDevice(): Errno | null {
    const { bindToDevice } = this.sk.options
    this.sk.boundIf = bindToDevice === null ? 0 : (this.sk.net.byName.get(bindToDevice)?.index ?? 0)
    return null
  }

  /** Ref: inet_csk_listen_start() */
  listen(backlog: number): Errno | null {
    const { sk } = this
    const most = tcpOf(sk.net).somaxconn
    if (sk.state === TCP_LISTEN) {
      sk.backlog = Math.min(backlog, most)
      return null
    }
    if (sk.state !== TCP_CLOSE) return EINVAL
    this.#bindDevice()
    sk.backlog = Math.min(backlog < 0 ? most : backlog, most)
    setState(sk, TCP_LISTEN)
    const { sport } = sk
    releasePort(sk)
    // Others may have begun to listen since bind: they are asked again.
    const taken = getPort(sk, sport)
    if (taken) {
      setState(sk, TCP_CLOSE)
      return taken === EADDRINUSE ? EADDRINUSE : taken
    }
    listenInsert(sk)
    return null
  }

  get pendingConnections(): number {
    return this.sk.acceptQueue.length
  }

  /** Ref: inet_csk_accept() */
  accept(inode: number): TcpSocket | Errno {
    const { sk } = this
    if (sk.state !== TCP_LISTEN) return EINVAL
    const child = sk.acceptQueue.shift()
    if (!child) return EAGAIN
    child.inode = inode
    child.listener = null
    sk.net.version++
    return new TcpSocket(child)
  }

  /** Ref: __inet_stream_connect(), tcp_v4_connect() */
  connect(remote: SocketAddress): Errno | null {
    const { sk } = this
    if (sk.error && this.#connecting) {
      this.#connecting = false
      return this.takeError()
    }
    if (this.#connecting) {
      if (sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV) return EALREADY
      this.#connecting = false
      return null
    }
    if (sk.state === TCP_LISTEN) return EISCONN
    if (sk.state !== TCP_CLOSE) return EISCONN
    const daddr = this.#unmapped(remote.address)
    if (isErrno(daddr)) return daddr
    const linkLocal = typeof daddr === 'bigint' && needsScopeId(daddr)
    const scope = linkLocal ? (remote.scope ?? 0) : 0
    this.#bindDevice()
    // Ref: net/ipv6/tcp_ipv6.c:tcp_v6_connect(): a link-local address requires an interface.
    if (linkLocal && scope === 0 && sk.boundIf === 0) return EINVAL
    return this.#begin(daddr, remote.port, scope)
  }

  #connecting = false

  #begin(to: Address, port: number, scope: number): Errno | null {
    const { sk } = this
    const { net } = sk
    this.#bindDevice()
    // To no address at all is to oneself.
    const daddr = to || (typeof to === 'number' ? INADDR_LOOPBACK : IN6ADDR_LOOPBACK)
    sk.af = typeof daddr === 'number' ? ipv4Specific : ipv6Specific
    if (scope !== 0 && sk.boundIf === 0) sk.boundIf = scope
    const { tos, mark } = sk.options
    const any = typeof daddr === 'number' ? 0 : 0n
    const asked = typeof sk.boundAddress === typeof daddr ? sk.boundAddress : any
    const route = sk.af.route(net, { daddr, saddr: asked, tos: tos ?? 0, mark, oif: sk.boundIf })
    if (isErrno(route)) return route
    if (route.type === RTN_BROADCAST || route.type === RTN_MULTICAST) return ENETUNREACH
    sk.saddr = route.saddr
    sk.daddr = daddr
    sk.dport = port
    sk.route = route
    sk.routeVersion = net.version
    sk.routeTime = net.stack.clock.now
    const taken = hashConnect(sk)
    if (taken) {
      sk.daddr = sk.family === 'inet' ? 0 : 0n
      sk.dport = 0
      return taken
    }
    ehashInsert(sk)
    sk.hashed = true
    net.version++
    sk.iss = net.stack.random.u32()
    sk.tsOffset = net.stack.random.u32()
    this.#connecting = true
    tcpConnect(sk, route)
    return EINPROGRESS
  }

  /** Ref: tcp_sendmsg_locked() */
  send(data: Uint8Array): number | Errno {
    const { sk } = this
    const error = this.takeError()
    if (error) return error
    if (sk.shutdown & SEND_SHUTDOWN) return EPIPE
    if (sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV) return EAGAIN
    if (!CONNECTED.has(sk.state)) return EPIPE
    if (data.length === 0) return 0
    const room = sk.sndbuf - sk.unsentBytes - seqDiff(sk.sndNxt, sk.sndUna)
    if (room <= 0) return EAGAIN
    const taken = Math.min(room, data.length)
    restartAfterIdle(sk)
    sk.unsent.push(data.slice(0, taken))
    sk.unsentBytes += taken
    tcpPush(sk)
    return taken
  }

  recv(max: number): Uint8Array | Errno {
    const { sk } = this
    const data = this.peek(max)
    if (isErrno(data)) {
      if (data === sk.error) sk.error = null
      return data
    }
    if (data.length === 0) return data
    let left = data.length
    while (left > 0) {
      const chunk = sk.receiveQueue[0]
      if (!chunk) break
      if (chunk.length <= left) sk.receiveQueue.shift()
      else sk.receiveQueue[0] = chunk.subarray(left)
      left -= Math.min(chunk.length, left)
    }
    sk.received -= data.length
    adjustReceiveSpace(sk, data.length)
    cleanupRbuf(sk)
    return data
  }

  /** Ref: tcp_recvmsg_locked() */
  peek(max: number): Uint8Array | Errno {
    const { sk } = this
    if (sk.state === TCP_LISTEN) return ENOTCONN
    if (sk.received === 0) {
      if (sk.error) return sk.error
      if (sk.shutdown & RCV_SHUTDOWN) return new Uint8Array(0)
      return sk.state === TCP_CLOSE ? ENOTCONN : EAGAIN
    }
    const data = new Uint8Array(Math.min(max, sk.received))
    let at = 0
    for (const chunk of sk.receiveQueue) {
      const part = chunk.subarray(0, data.length - at)
      data.set(part, at)
      at += part.length
      if (at === data.length) break
    }
    return data
  }

  /** Ref: inet_shutdown(), tcp_shutdown() */
  shutdown(how: 'read' | 'write' | 'both'): Errno | null {
    const { sk } = this
    if (sk.state === TCP_CLOSE) return ENOTCONN
    const bits = (how === 'write' ? 0 : RCV_SHUTDOWN) | (how === 'read' ? 0 : SEND_SHUTDOWN)
    if (sk.state === TCP_LISTEN) {
      if (bits & RCV_SHUTDOWN) stopListening(sk)
      return null
    }
    if (sk.state === TCP_SYN_SENT) {
      tcpDone(sk)
      return null
    }
    const sent = sk.shutdown & SEND_SHUTDOWN
    sk.shutdown |= bits
    if (bits & SEND_SHUTDOWN && !sent) closeState(sk)
    sk.wake()
    return null
  }

  poll(): {
    readonly readable: boolean
    readonly writable: boolean
    readonly hup: boolean
    readonly error: boolean
  } {
    const { sk } = this
    if (sk.state === TCP_LISTEN) {
      return { readable: sk.acceptQueue.length > 0, writable: false, hup: false, error: false }
    }
    const both = RCV_SHUTDOWN | SEND_SHUTDOWN
    const hup = (sk.shutdown & both) === both || sk.state === TCP_CLOSE
    const connecting = sk.state === TCP_SYN_SENT || sk.state === TCP_SYN_RECV
    const readable = sk.received > 0 || (sk.shutdown & RCV_SHUTDOWN) !== 0 || sk.error !== null
    const room = sk.sndbuf - sk.unsentBytes - seqDiff(sk.sndNxt, sk.sndUna)
    const writable = !connecting && (room > sk.sndbuf / 3 || (sk.shutdown & SEND_SHUTDOWN) !== 0)
    return { readable, writable, hup, error: sk.error !== null }
  }

  takeError(): Errno | null {
    const { error } = this.sk
    this.sk.error = null
    return error
  }

  get local(): SocketAddress {
    const { sk } = this
    return { address: shownAddress(sk.family, sk.saddr), port: sk.sport }
  }

  remote(): SocketAddress | Errno {
    const { sk } = this
    if (sk.dport === 0 || sk.state === TCP_CLOSE || sk.state === TCP_SYN_SENT) return ENOTCONN
    return { address: shownAddress(sk.family, sk.daddr), port: sk.dport }
  }

  close(): void {
    if (!this.sk.dead) tcpClose(this.sk)
  }
}

/** An address of one's own, or any where ip_nonlocal_bind allows it. */
function checkLocal(net: Net, address: Address): Errno | null {
  if (typeof address !== 'number') {
    if (ipv6ChkAddr(net, address, null) || ipv6Of(net).sysctls['ip_nonlocal_bind']) return null
    return EADDRNOTAVAIL
  }
  if (inetAddrType(net, address) === RTN_LOCAL) return null
  return ipv4Of(net).sysctls['ip_nonlocal_bind'] ? null : EADDRNOTAVAIL
}

/** Reading makes room: perhaps the other end should know. Ref: tcp_cleanup_rbuf() */
function cleanupRbuf(sk: TcpSock): void {
  if (sk.state === TCP_CLOSE) return
  const unacked = seqDiff(sk.rcvNxt, sk.rcvWup)
  const pushed = sk.pushedTwice || (sk.pushed && !sk.pingpong)
  if (sk.ackScheduled && (unacked > sk.rcvMss || (pushed && sk.received === 0))) return tcpSendAck(sk)
  if (sk.shutdown & RCV_SHUTDOWN) return
  const offered = sk.rcvWnd - unacked
  const free = Math.min(sk.rcvSpace, sk.windowClamp) - sk.received
  if (
    offered * 2 <= Math.min(sk.rcvSpace, sk.windowClamp) &&
    Math.min(free, sk.rcvSsthresh) >= 2 * offered &&
    free > 0
  )
    tcpSendAck(sk)
}
