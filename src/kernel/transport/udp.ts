// UDP (RFC 768). Ref: net/ipv4/udp.c
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import type { InetAddress, UdpReceived, UdpSocket } from '../../uapi/socket.ts'
import { ICMP_DEST_UNREACH, ICMP_PORT_UNREACH, type Icmp } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { IPPROTO_UDP, type Ipv4 } from '../../wire/ipv4.ts'
import type { Udp } from '../../wire/udp.ts'
import { udpOf } from '../../wire/vxlan.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import type { SkBuff } from '../core/skb.ts'
import { consume, drop, step } from '../core/trace.ts'
import { icmpSend } from '../ipv4/icmp.ts'
import type { UdpSink } from '../ipv4/socket_table.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { Datagram } from './datagram.ts'
import { udpGetPort } from './udp_port.ts'

const MOST_QUEUED = 1024

/** Ref: __udp4_lib_rcv() */
export function udpRcv(skb: SkBuff, packet: Ipv4): void {
  step(skb, 'udpRcv')
  const { payload } = packet
  if (payload.kind !== 'udp' && payload.kind !== 'vxlan') return drop(skb, 'udpRcv', 'PKT_TOO_SMALL')
  const udp = payload
  const { sockets, mib } = ipv4Of(skb.dev.net)
  const toGroup = skb.dst?.type === RTN_BROADCAST || skb.dst?.type === RTN_MULTICAST
  const sink = sockets.findUdp(packet.src, udp.sport, packet.dst, udp.dport)
  if (!sink) {
    if (toGroup) mib.udp.IgnoredMulti++
    else {
      mib.udp.NoPorts++
      icmpSend(skb, ICMP_DEST_UNREACH, ICMP_PORT_UNREACH, 0)
    }
    return drop(skb, 'udpRcv', 'NO_SOCKET')
  }
  if (sink.encapRcv) return sink.encapRcv(skb, packet)
  sink.receive(packet, udp.kind === 'vxlan' ? udpOf(udp) : udp, skb)
  consume(skb, 'udpRcv', `socket on port ${udp.dport}`)
}

export class UdpSock extends Datagram implements UdpSocket, UdpSink {
  port = 0
  readonly mapped: boolean = false
  readonly #received: UdpReceived[] = []

  protected flowPorts(dport: number): FlowPorts {
    return { proto: IPPROTO_UDP, sport: this.port, dport }
  }

  get local(): InetAddress {
    return { address: this.source, port: this.port }
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

  bind(local: InetAddress): Errno | null {
    const refused = this.bindAddress(local.address)
    if (refused) return refused
    return this.#takePort(local.port)
  }

  #takePort(wanted: number): Errno | null {
    const { boundAddress, reuseaddr, reuseport } = this
    const boundIndex = this.net.byName.get(this.boundDevice ?? '')?.index ?? 0
    const port = udpGetPort(
      this.net,
      { boundAddress, v6only: false, boundIndex, reuseaddr, reuseport },
      wanted,
    )
    if (isErrno(port)) return port
    this.port = port
    ipv4Of(this.net).sockets.addUdp(this)
    return null
  }

  connect(remote: InetAddress): Errno | null {
    const refused = this.connectTo(remote)
    if (refused) return refused
    return this.port === 0 ? this.#takePort(0) : null
  }

  sendto(data: Uint8Array, remote: InetAddress, source?: Inet): Errno | null {
    const pending = this.takeError()
    if (pending) return pending
    if (this.port === 0) {
      const refused = this.#takePort(0)
      if (refused) return refused
    }
    const dport = remote.port || this.remotePort
    const payload = (): Udp => ({ kind: 'udp', sport: this.port, dport, data })
    const own = this.source
    if (source !== undefined) this.source = source
    const error = this.send(remote.address, IPPROTO_UDP, payload, false, dport)
    this.source = own
    if (error === null) ipv4Of(this.net).mib.udp.OutDatagrams++
    return error
  }

  recv(): UdpReceived | Errno {
    const received = this.#received.shift()
    if (!received) return this.takeError() ?? EAGAIN
    ipv4Of(this.net).mib.udp.InDatagrams++
    return received
  }

  peekFrom(): InetAddress | Errno {
    return this.#received[0]?.from ?? this.takeError() ?? EAGAIN
  }

  receive(packet: Ipv4, udp: Udp, skb: SkBuff): void {
    if (this.#received.length >= MOST_QUEUED) {
      const { udp: counters } = ipv4Of(this.net).mib
      counters.InErrors++
      counters.RcvbufErrors++
      return
    }
    const from = { address: packet.src, port: udp.sport }
    this.#received.push({ data: udp.data, from, to: packet.dst, ifindex: skb.dev.index })
    this.dataReady()
  }

  icmpError(from: Inet, icmp: Icmp, original: Ipv4, errno: Errno): void {
    if (this.options.recverr) return this.queueError({ errno, from, icmp, original })
    // Only a connected socket hears of it (RFC 1122 §4.1.3.3).
    if (this.remoteAddress === 0) return
    this.pendingError = errno
    this.dataReady()
  }

  close(): void {
    this.inode = 0
    ipv4Of(this.net).sockets.removeUdp(this)
  }
}
