// Raw ICMPv6 sockets. Ref: net/ipv6/raw.c
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { Icmp6Socket, Inet6Address, Received6 } from '../../uapi/socket6.ts'
import { ICMPV6_ECHO_REQUEST, isIcmp6Error, type Icmp6 } from '../../wire/icmp6.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_ICMPV6, type Ipv6 } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { incoming } from '../ipv6/icmp.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import type { RawSink6 } from '../ipv6/socket_table.ts'
import { Datagram6 } from './datagram6.ts'

/** Packets a socket keeps for its reader. */
const MOST_QUEUED = 1024

export class RawSocket6 extends Datagram6 implements Icmp6Socket, RawSink6 {
  readonly #received: Received6[] = []

  constructor(net: Net) {
    super(net)
    ipv6Of(net).sockets.raw.add(this)
  }

  get connectedTo(): Inet6 {
    return this.remoteAddress
  }

  get local(): Inet6Address {
    return { address: this.source, port: 0, scope: this.boundIndex }
  }

  bind(local: Inet6Address): Errno | null {
    return this.bindAddress(local)
  }

  connect(remote: Inet6Address): Errno | null {
    return this.connectTo({ ...remote, port: 0 })
  }

  sendto(icmp: Icmp6, remote: Inet6Address, confirm = false): Errno | null {
    return this.send(remote, IPPROTO_ICMPV6, icmp, confirm)
  }

  recv(): Received6 | Errno {
    return this.#received.shift() ?? EAGAIN
  }

  receive(packet: Ipv6, skb: SkBuff): void {
    const { payload } = packet
    // Echo requests and discovery are the kernel's to answer; nobody here listens for them.
    if (payload.kind === 'icmp6' && (payload.type === ICMPV6_ECHO_REQUEST || payload.type > 129)) return
    if (this.#received.length < MOST_QUEUED) this.#received.push({ packet, ifindex: incoming(skb).index })
    this.dataReady()
  }

  icmpError(address: Inet6, icmp: Icmp6, original: Ipv6, errno: Errno, skb: SkBuff): void {
    if (!this.options.recverr) return
    const mtu = isIcmp6Error(icmp) ? icmp.info : 0
    this.queueError({ errno, from: { address, port: 0, scope: incoming(skb).index }, icmp, mtu, original })
  }

  close(): void {
    ipv6Of(this.net).sockets.raw.delete(this)
  }
}
