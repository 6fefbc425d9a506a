// Sockets as programs hold them. Blocking calls are the process's business (see os/program.ts): here nothing waits,
// a call that cannot proceed answers EAGAIN.
import type { Frame } from '../wire/ethernet.ts'
import type { Icmp } from '../wire/icmp.ts'
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Ipv4 } from '../wire/ipv4.ts'
import type { Errno } from './errno.ts'

export const AF_PACKET = 17

export interface InetAddress {
  readonly address: Inet
  readonly port: number
}

/** What is waiting at a socket: wakes whoever sleeps on it. */
export interface Waitable {
  /** Registers a call-back for the next change; it is called once. Returns how to take it back. */
  subscribe(wake: () => void): () => void
}

/** An ICMP error that came back for something this socket sent (ip(7), IP_RECVERR). */
export interface SocketError {
  readonly errno: Errno
  /** Who sent the ICMP message; null when the error was found on this machine. */
  readonly from: Inet | null
  readonly icmp: Icmp | null
  /** The packet the error is about. */
  readonly original: Ipv4
}

export interface SocketOptions {
  /** IP_TTL, IP_TOS; null leaves the namespace's default. */
  ttl: number | null
  tos: number | null
  /** SO_BROADCAST. */
  broadcast: boolean
  /** SO_REUSEADDR, SO_REUSEPORT: others may have the same port. */
  reuseaddr: boolean
  reuseport: boolean
  /** SO_BINDTODEVICE: a device's name. */
  bindToDevice: string | null
  /** SO_MARK. */
  mark: number
  /** IP_MTU_DISCOVER: set DF (`do`), clear it (`dont`), or as the route says (`want`). */
  pmtudisc: 'do' | 'dont' | 'want'
  /** SO_DONTROUTE. */
  dontroute: boolean
  /** IP_RECVERR. */
  recverr: boolean
  /** IP_MULTICAST_LOOP, IP_MULTICAST_TTL. */
  multicastLoop: boolean
  multicastTtl: number
  /** IPV6_V6ONLY: a socket of IPv6 at `::` takes no IPv4. */
  v6only: boolean
}

/** What an ICMP, raw or UDP socket has in common. */
interface DatagramSocket extends Waitable {
  readonly options: SocketOptions
  /** Address 0 and port 0 leave it to the kernel. */
  bind(local: InetAddress): Errno | null
  /** Fixes the destination; finds a route, so that `local` is then known. */
  connect(remote: InetAddress): Errno | null
  /** Own address and port; 0 where not yet chosen. */
  readonly local: InetAddress
  /** Whom it is connected to; null when to nobody. */
  readonly peer: InetAddress | null
  /** The oldest error queued, taken off the queue; null when there is none. */
  recverr(): SocketError | null
  /** SO_ERROR: what an ICMP error said of a connected socket, told once; the next send or recv tells it too. */
  takeError(): Errno | null
  close(): void
}

/** SOCK_RAW, IPPROTO_ICMP: every ICMP message that reaches the namespace, with its IP header. */
export interface IcmpSocket extends DatagramSocket {
  /** `confirm` (MSG_CONFIRM): an answer came, so the next hop is alive and need not be asked. */
  sendto(icmp: Icmp, remote: Inet, confirm?: boolean): Errno | null
  /** The oldest packet received, or EAGAIN. */
  recv(): Ipv4 | Errno
}

export interface UdpReceived {
  readonly data: Uint8Array
  readonly from: InetAddress
  /** Which address it was sent to, and the device it came by (IP_PKTINFO). */
  readonly to: Inet
  readonly ifindex: number
}

/** SOCK_DGRAM, IPPROTO_UDP. */
export interface UdpSocket extends DatagramSocket {
  /** To address 0: to whom it is connected. `source` (IP_PKTINFO): the own address to send from. */
  sendto(data: Uint8Array, remote: InetAddress, source?: Inet): Errno | null
  recv(): UdpReceived | Errno
  /** Whom the next datagram is from; it stays (MSG_PEEK). */
  peekFrom(): InetAddress | Errno
}

/** For whom a frame is (packet(7), sll_pkttype); `outgoing`: this machine sends it. */
export type PacketType = 'host' | 'broadcast' | 'multicast' | 'otherhost' | 'outgoing'

/** AF_PACKET: frames as they pass a device's tap, both ways. */
export interface PacketSocket extends Waitable {
  /** 0: every device. */
  bind(ifindex: number): Errno | null
  recv():
    | {
        readonly frame: Frame
        readonly ifindex: number
        readonly outgoing: boolean
        readonly type: PacketType
        readonly time: number
      }
    | Errno
  /** PACKET_MR_PROMISC: the device hears everything until the socket is closed. */
  promiscuous(ifindex: number): Errno | null
  sendto(frame: Frame, ifindex: number): Errno | null
  close(): void
}

/** An end of a connection in either family: an IPv4 address is a number, an IPv6 address a bigint. */
export interface SocketAddress {
  readonly address: Inet | Inet6
  readonly port: number
  /** Of a link-local IPv6 address: index of the device (sin6_scope_id); absent or 0: none. */
  readonly scope?: number
}

export type StreamFamily = 'inet' | 'inet6'

/** Set before bind, listen or connect; an accepted socket begins with its listener's. */
export interface StreamOptions {
  /** SO_REUSEADDR, SO_REUSEPORT. */
  reuseaddr: boolean
  reuseport: boolean
  /** SO_BINDTODEVICE: a device's name. */
  bindToDevice: string | null
  /** SO_MARK. */
  mark: number
  /** IP_TTL, IP_TOS (IPV6_UNICAST_HOPS, IPV6_TCLASS); null leaves the namespace's default. */
  ttl: number | null
  tos: number | null
  /** IPV6_V6ONLY: an IPv6 listener at `::` takes no IPv4 connections. */
  v6only: boolean
  /** TCP_NODELAY. */
  nodelay: boolean
  /** SO_KEEPALIVE. */
  keepalive: boolean
  /** SO_LINGER of zero: close sends a reset. */
  lingerZero: boolean
}

/** What every stream socket can do, connected or listening. */
export interface StreamEnd extends Waitable {
  /** Length of the queue of `accept`: Network.accept takes its first. */
  readonly pendingConnections: number
  /** How many octets were taken: fewer than given when the buffer is full. EAGAIN for none, EPIPE, or the error. */
  send(data: Uint8Array): number | Errno
  /** At most `max` octets; none at the end of the other's stream. EAGAIN, ENOTCONN, ECONNRESET, ETIMEDOUT … */
  recv(max: number): Uint8Array | Errno
  /** Octets that `recv` would give at once, none taken (MSG_PEEK). */
  peek(max: number): Uint8Array | Errno
  /** ENOTCONN when it is not connected. */
  shutdown(how: 'read' | 'write' | 'both'): Errno | null
  /** As poll(2) tells: POLLIN, POLLOUT, POLLHUP, POLLERR. */
  poll(): {
    readonly readable: boolean
    readonly writable: boolean
    readonly hup: boolean
    readonly error: boolean
  }
  /** SO_ERROR: what went wrong, told once; null when nothing did. */
  takeError(): Errno | null
  /** What was sent and not read is lost to nobody: the kernel goes on sending. Unread data makes it a reset. */
  close(): void
}

/**
 * SOCK_STREAM: TCP. No call waits; a program that wants to wait uses commands/lib/stream.ts, or waits on the socket
 * (any number of them, and descriptors too) by `p.clock.wait([socket, …], until)` and tries again. `subscribe` wakes at
 * every change: data, the end, room to send, a connection made or refused, a connection to accept.
 */
export interface StreamSocket extends StreamEnd {
  readonly family: StreamFamily
  readonly options: StreamOptions
  /** Port 0 leaves it to the kernel. EADDRINUSE, EADDRNOTAVAIL, EINVAL when it has a port already. */
  bind(local: SocketAddress): Errno | null
  /** Limited by net.core.somaxconn. EADDRINUSE when another listens there. */
  listen(backlog: number): Errno | null
  /**
   * Begins the handshake: EINPROGRESS when it is under way, or why it cannot begin (ENETUNREACH, EADDRNOTAVAIL …).
   * Called again: EALREADY while it lasts, null once it is done, then EISCONN; the error when it failed (ECONNREFUSED,
   * ETIMEDOUT, EHOSTUNREACH).
   */
  connect(remote: SocketAddress): Errno | null
  /** getsockname(2): address and port; zero where not chosen yet. An IPv4 end of an IPv6 socket is ::ffff:a.b.c.d. */
  readonly local: SocketAddress
  /** getpeername(2), or ENOTCONN. */
  remote(): SocketAddress | Errno
}
