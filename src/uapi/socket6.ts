// Sockets of IPv6 as programs hold them; what they share with those of IPv4 is in socket.ts.
import type { Icmp6 } from '../wire/icmp6.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Ipv6 } from '../wire/ipv6.ts'
import type { Errno } from './errno.ts'
import type { SocketOptions, Waitable } from './socket.ts'

export interface Inet6Address {
  readonly address: Inet6
  readonly port: number
  /** sin6_scope_id: index of the device that a link-local address belongs to; 0: none. */
  readonly scope: number
}

/** An ICMPv6 error that came back for something this socket sent (ipv6(7), IPV6_RECVERR). */
export interface SocketError6 {
  readonly errno: Errno
  /** Who sent the message; null when the error was found on this machine. */
  readonly from: Inet6Address | null
  readonly icmp: Icmp6 | null
  /** MTU that a packet too big for it was told. */
  readonly mtu: number
  /** The packet the error is about. */
  readonly original: Ipv6
}

/** What an ICMPv6 or UDP socket has in common. `ttl` of the options is the hop limit, `tos` the traffic class. */
interface DatagramSocket6 extends Waitable {
  readonly options: SocketOptions
  /** Address 0 and port 0 leave it to the kernel. */
  bind(local: Inet6Address): Errno | null
  /** Fixes the destination; finds a route, so that `local` is then known. */
  connect(remote: Inet6Address): Errno | null
  readonly local: Inet6Address
  /** The oldest error queued, taken off the queue; null when there is none. */
  recverr(): SocketError6 | null
  close(): void
}

export interface Received6 {
  readonly packet: Ipv6
  /** Device it came by. */
  readonly ifindex: number
}

/** SOCK_RAW, IPPROTO_ICMPV6: every ICMPv6 message that reaches the namespace, with its header. */
export interface Icmp6Socket extends DatagramSocket6 {
  /** `confirm` (MSG_CONFIRM): an answer came, so the next hop is alive and need not be asked. */
  sendto(icmp: Icmp6, remote: Inet6Address, confirm?: boolean): Errno | null
  /** The oldest packet received, or EAGAIN. */
  recv(): Received6 | Errno
}

/** AF_INET6, SOCK_DGRAM. */
export interface Udp6Socket extends DatagramSocket6 {
  sendto(data: Uint8Array, remote: Inet6Address): Errno | null
  recv(): { readonly data: Uint8Array; readonly from: Inet6Address } | Errno
  /** Who sent the oldest datagram that waits to be read (MSG_PEEK). */
  peekFrom(): Inet6Address | Errno
}
