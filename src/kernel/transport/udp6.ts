// UDP over IPv6 (RFC 8200 §8.1). Ref: net/ipv6/udp.c
import { EAGAIN, EINVAL, ENETUNREACH, isErrno, type Errno } from '../../uapi/errno.ts'
import type { InetAddress } from '../../uapi/socket.ts'
import type { Inet6Address, Udp6Socket } from '../../uapi/socket6.ts'
import { isIcmp6Error, type Icmp6 } from '../../wire/icmp6.ts'
import { isMapped, mapped, unmapped, type Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_UDP } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Udp } from '../../wire/udp.ts'
import type { SkBuff } from '../core/skb.ts'
import { incoming } from '../ipv6/icmp.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import type { UdpSink6 } from '../ipv6/socket_table.ts'
import { Datagram6 } from './datagram6.ts'
import { MappedUdpSock, type MappedOwner } from './udp_mapped.ts'
import { udpGetPort } from './udp_port.ts'

const MOST_QUEUED = 1024

export class UdpSock6 extends Datagram6 implements Udp6Socket, UdpSink6, MappedOwner {
  port = 0
  /** What it has of IPv4, made at first need. */
  #mapped: MappedUdpSock | null = null
  #pendingError: Errno | null = null
  readonly #received: { readonly data: Uint8Array; readonly from: Inet6Address }[] = []

  /** Bound to an address of IPv6 it is so too. Ref: __inet6_bind() */
  get v6only(): boolean {
    const own = this.boundAddress !== 0n && !isMapped(this.boundAddress)
    return own || this.options.v6only
  }

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
    const refused = isMapped(local.address) ? this.#bindInet(local.address) : this.bindAddress(local)
    if (refused) return refused
    return this.#takePort(local.port)
  }

  #bindInet(address: Inet6): Errno | null {
    if (this.v6only) return EINVAL
    const refused = this.#inet().bindMapped(unmapped(address))
    if (refused) return refused
    this.boundAddress = address
    this.source = address
    return null
  }

  #takePort(wanted: number): Errno | null {
    const port = udpGetPort(this.net, this, wanted)
    if (isErrno(port)) return port
    this.port = port
    ipv6Of(this.net).sockets.addUdp(this)
    if (this.takesInet) this.#inet().hash(port)
    return null
  }

  /** Whether IPv4 comes to it too: bound to every address, or to one of IPv4. */
  get takesInet(): boolean {
    if (this.options.v6only || (this.remoteAddress !== 0n && !isMapped(this.remoteAddress))) return false
    return this.boundAddress === 0n || isMapped(this.boundAddress)
  }

  #inet(): MappedUdpSock {
    this.#mapped ??= new MappedUdpSock(this.net, this)
    return this.#mapped
  }

  connect(remote: Inet6Address): Errno | null {
    const refused = isMapped(remote.address) ? this.#connectInet(remote) : this.connectTo(remote)
    if (refused) return refused
    // Connected by IPv6 it hears no IPv4 any more.
    if (!this.takesInet) this.#mapped?.close()
    return this.port === 0 ? this.#takePort(0) : null
  }

  #connectInet({ address, port }: Inet6Address): Errno | null {
    if (this.v6only) return ENETUNREACH
    const inet = this.#inet()
    const refused = inet.connectMapped({ address: unmapped(address), port })
    if (refused) return refused
    this.source = mapped(inet.source)
    this.remoteAddress = mapped(inet.remoteAddress)
    this.remotePort = port
    return null
  }

  sendto(data: Uint8Array, remote: Inet6Address): Errno | null {
    const pending = this.#takeError()
    if (pending) return pending
    if (this.port === 0) {
      const refused = this.#takePort(0)
      if (refused) return refused
    }
    const dport = remote.port || this.remotePort
    const to = remote.address || this.remoteAddress
    if (!isMapped(to)) return this.send(remote, IPPROTO_UDP, { kind: 'udp', sport: this.port, dport, data })
    if (this.v6only) return ENETUNREACH
    return this.#inet().sendto(data, { address: unmapped(to), port: dport })
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

  receiveInet(data: Uint8Array, from: InetAddress): void {
    if (this.#received.length >= MOST_QUEUED) return
    this.#received.push({ data, from: { address: mapped(from.address), port: from.port, scope: 0 } })
    this.dataReady()
  }

  errorOfInet(errno: Errno): void {
    this.#pendingError = errno
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
    this.#mapped?.close()
  }
}
