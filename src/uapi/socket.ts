// Sockets as programs hold them. Blocking calls are the process's business (see os/program.ts): here nothing waits,
// a call that cannot proceed answers EAGAIN.
import type { Frame } from '../wire/ethernet.ts'
import type { Icmp } from '../wire/icmp.ts'
import type { Inet } from '../wire/inet.ts'
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
  /** The oldest error queued, taken off the queue; null when there is none. */
  recverr(): SocketError | null
  close(): void
}

/** SOCK_RAW, IPPROTO_ICMP: every ICMP message that reaches the namespace, with its IP header. */
export interface IcmpSocket extends DatagramSocket {
  /** `confirm` (MSG_CONFIRM): an answer came, so the next hop is alive and need not be asked. */
  sendto(icmp: Icmp, remote: Inet, confirm?: boolean): Errno | null
  /** The oldest packet received, or EAGAIN. */
  recv(): Ipv4 | Errno
}

/** SOCK_DGRAM, IPPROTO_UDP. */
export interface UdpSocket extends DatagramSocket {
  sendto(data: Uint8Array, remote: InetAddress): Errno | null
  recv(): { readonly data: Uint8Array; readonly from: InetAddress } | Errno
}

/** AF_PACKET: frames as they pass a device's tap, both ways. */
export interface PacketSocket extends Waitable {
  /** 0: every device. */
  bind(ifindex: number): Errno | null
  recv():
    | { readonly frame: Frame; readonly ifindex: number; readonly outgoing: boolean; readonly time: number }
    | Errno
  sendto(frame: Frame, ifindex: number): Errno | null
  close(): void
}
