// Raw ICMP sockets. Ref: net/ipv4/raw.c
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { IcmpSocket, InetAddress } from '../../uapi/socket.ts'
import { ICMP_ECHO, type Icmp } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { IPPROTO_ICMP, type Ipv4 } from '../../wire/ipv4.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import type { Net } from '../core/net.ts'
import type { RawSink } from '../ipv4/socket_table.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { Datagram } from './datagram.ts'

/** Packets a socket keeps for its reader. */
const MOST_QUEUED = 1024

export class RawSocket extends Datagram implements IcmpSocket, RawSink {
  readonly #received: Ipv4[] = []

  constructor(net: Net) {
    super(net)
    ipv4Of(net).sockets.raw.add(this)
  }

  get connectedTo(): Inet {
    return this.remoteAddress
  }

  protected flowPorts(): FlowPorts {
    return { proto: IPPROTO_ICMP, sport: 0, dport: 0 }
  }

  get local(): InetAddress {
    return { address: this.source, port: 0 }
  }

  bind(local: InetAddress): Errno | null {
    return this.bindAddress(local.address)
  }

  connect(remote: InetAddress): Errno | null {
    return this.connectTo({ address: remote.address, port: 0 })
  }

  sendto(icmp: Icmp, remote: Inet, confirm = false): Errno | null {
    const payload = (): Icmp => {
      ipv4Of(this.net).mib.icmpSent(icmp.type)
      return icmp
    }
    return this.send(remote, IPPROTO_ICMP, payload, confirm)
  }

  recv(): Ipv4 | Errno {
    return this.#received.shift() ?? EAGAIN
  }

  receive(packet: Ipv4): void {
    // Echo requests are the kernel's to answer; nobody here listens for them.
    if (packet.payload.kind === 'icmp' && packet.payload.type === ICMP_ECHO) return
    if (this.#received.length < MOST_QUEUED) this.#received.push(packet)
    this.dataReady()
  }

  icmpError(from: Inet, icmp: Icmp, original: Ipv4, errno: Errno): void {
    if (this.options.recverr) this.queueError({ errno, from, icmp, original })
  }

  close(): void {
    this.inode = 0
    ipv4Of(this.net).sockets.raw.delete(this)
  }
}
