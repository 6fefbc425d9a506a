// The IPv4 side of a UDP socket of IPv6: what it takes from and sends to ::ffff:a.b.c.d. Ref: net/ipv6/udp.c
import type { Errno } from '../../uapi/errno.ts'
import type { InetAddress, SocketOptions } from '../../uapi/socket.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Icmp } from '../../wire/icmp.ts'
import type { Udp } from '../../wire/udp.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { UdpSock } from './udp.ts'

/** The socket it belongs to. */
export interface MappedOwner {
  readonly options: SocketOptions
  receiveInet(data: Uint8Array, from: InetAddress): void
  errorOfInet(errno: Errno): void
}

export class MappedUdpSock extends UdpSock {
  override readonly mapped = true
  readonly #owner: MappedOwner

  constructor(net: Net, owner: MappedOwner) {
    super(net, owner.options)
    this.#owner = owner
  }

  /** Ref: inet6_bind(), of an IPv4 address written as IPv6 */
  bindMapped(address: Inet): Errno | null {
    return this.bindAddress(address)
  }

  connectMapped(remote: InetAddress): Errno | null {
    return this.connectTo(remote)
  }

  /** Has the port of its owner, which has asked whether it is free. */
  hash(port: number): void {
    this.port = port
    ipv4Of(this.net).sockets.addUdp(this)
  }

  override receive(packet: Ipv4, udp: Udp): void {
    this.#owner.receiveInet(udp.data, { address: packet.src, port: udp.sport })
  }

  override icmpError(_from: Inet, _icmp: Icmp, _original: Ipv4, errno: Errno): void {
    if (this.remoteAddress !== 0) this.#owner.errorOfInet(errno)
  }
}
