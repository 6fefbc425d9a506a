// UDP over IPv6 (RFC 8200 §8.1). Ref: net/ipv6/udp.c
import { EADDRINUSE, EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { Inet6Address, Udp6Socket } from '../../uapi/socket6.ts'
import { isIcmp6Error, type Icmp6 } from '../../wire/icmp6.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_UDP } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Udp } from '../../wire/udp.ts'
import type { SkBuff } from '../core/skb.ts'
import { incoming } from '../ipv6/icmp.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import type { UdpSink6 } from '../ipv6/socket_table.ts'
import { Datagram6 } from './datagram6.ts'

const MOST_QUEUED = 1024
/** net.ipv4.ip_local_port_range, which is IPv6's too. */
const FIRST_PORT = 32768
const LAST_PORT = 60999

export class UdpSock6 extends Datagram6 implements Udp6Socket, UdpSink6 {
  port = 0
  #pendingError: Errno | null = null
  readonly #received: { readonly data: Uint8Array; readonly from: Inet6Address }[] = []

  get reuseaddr(): boolean {
    return this.options.reuseaddr
  }

  get reuseport(): boolean {
    return this.options.reuseport
  }

  /** Octets waiting to be read. */
  get queued(): number {
    let octets = 0
    for (const { data } of this.#received) octets += data.length
    return octets
  }

  get local(): Inet6Address {
    return { address: this.source, port: this.port, scope: this.boundIndex }
  }

  bind(local: Inet6Address): Errno | null {
    const refused = this.bindAddress(local)
    if (refused) return refused
    return this.#takePort(local.port)
  }

  #takePort(wanted: number): Errno | null {
    const { sockets } = ipv6Of(this.net)
    let port = wanted
    if (port === 0) {
      const span = LAST_PORT - FIRST_PORT + 1
      const start = this.net.stack.random.below(span)
      for (let i = 0; i < span && port === 0; i++) {
        const candidate = FIRST_PORT + ((start + i) % span)
        if (!sockets.udp.has(candidate)) port = candidate
      }
      if (port === 0) return EAGAIN
    }
    for (const other of sockets.udp.get(port) ?? []) {
      if (other.boundAddress !== this.boundAddress && other.boundAddress !== 0n && this.boundAddress !== 0n)
        continue
      const { reuseaddr, reuseport } = this.options
      if ((reuseaddr && other.reuseaddr) || (reuseport && other.reuseport)) continue
      return EADDRINUSE
    }
    this.port = port
    sockets.addUdp(this)
    return null
  }

  connect(remote: Inet6Address): Errno | null {
    const refused = this.connectTo(remote)
    if (refused) return refused
    return this.port === 0 ? this.#takePort(0) : null
  }

  sendto(data: Uint8Array, remote: Inet6Address): Errno | null {
    const pending = this.#takeError()
    if (pending) return pending
    if (this.port === 0) {
      const refused = this.#takePort(0)
      if (refused) return refused
    }
    const dport = remote.port || this.remotePort
    return this.send(remote, IPPROTO_UDP, { kind: 'udp', sport: this.port, dport, data })
  }

  recv(): { readonly data: Uint8Array; readonly from: Inet6Address } | Errno {
    return this.#received.shift() ?? this.#takeError() ?? EAGAIN
  }

  peekFrom(): Inet6Address | Errno {
    return this.#received[0]?.from ?? this.#takeError() ?? EAGAIN
  }

  #takeError(): Errno | null {
    const error = this.#pendingError
    this.#pendingError = null
    return error
  }

  receive(packet: Ipv6, udp: Udp, skb: SkBuff): void {
    if (this.#received.length >= MOST_QUEUED) return
    const from = { address: packet.src, port: udp.sport, scope: incoming(skb).index }
    this.#received.push({ data: udp.data, from })
    this.dataReady()
  }

  icmpError(address: Inet6, icmp: Icmp6, original: Ipv6, errno: Errno, skb: SkBuff): void {
    if (!this.options.recverr) {
      // Only a connected socket hears of it (RFC 1122 §4.1.3.3).
      if (this.remoteAddress === 0n) return
      this.#pendingError = errno
      return this.dataReady()
    }
    const mtu = isIcmp6Error(icmp) ? icmp.info : 0
    this.queueError({ errno, from: { address, port: 0, scope: incoming(skb).index }, icmp, mtu, original })
  }

  close(): void {
    this.inode = 0
    ipv6Of(this.net).sockets.removeUdp(this)
  }
}
