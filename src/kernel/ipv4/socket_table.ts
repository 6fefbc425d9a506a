// Sockets of a namespace that packets are delivered to. Ref: net/ipv4/raw.c, net/ipv4/udp.c
import type { Icmp } from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Udp } from '../../wire/udp.ts'
import type { Errno } from '../../uapi/errno.ts'
import { LazyMap, LazySet } from '../core/lazy.ts'
import type { SkBuff } from '../core/skb.ts'

/** What delivery needs of a raw ICMP socket. */
export interface RawSink {
  /** 0: any. */
  readonly boundAddress: Inet
  readonly connectedTo: Inet
  readonly boundDevice: string | null
  receive(packet: Ipv4, skb: SkBuff): void
  /** An ICMP error about a packet of this protocol. */
  icmpError(from: Inet, icmp: Icmp, original: Ipv4, errno: Errno): void
}

export interface UdpSink {
  readonly reuseaddr: boolean
  readonly reuseport: boolean
  readonly boundAddress: Inet
  readonly port: number
  readonly remoteAddress: Inet
  readonly remotePort: number
  readonly boundDevice: string | null
  /** It belongs to a socket of IPv6. */
  readonly mapped: boolean
  /** Of a tunnel: takes the packet whole. */
  encapRcv?(skb: SkBuff, packet: Ipv4): void
  receive(packet: Ipv4, udp: Udp, skb: SkBuff): void
  icmpError(from: Inet, icmp: Icmp, original: Ipv4, errno: Errno): void
}

export class SocketTable {
  readonly raw = new LazySet<RawSink>()
  readonly udp = new LazyMap<number, Set<UdpSink>>()

  addUdp(sink: UdpSink): void {
    const sinks = this.udp.get(sink.port)
    if (sinks) sinks.add(sink)
    else this.udp.set(sink.port, new Set([sink]))
  }

  removeUdp(sink: UdpSink): void {
    const sinks = this.udp.get(sink.port)
    sinks?.delete(sink)
    if (sinks?.size === 0) this.udp.delete(sink.port)
  }

  /** The socket that fits best: connected before bound before any. Ref: __udp4_lib_lookup() */
  findUdp(saddr: Inet, sport: number, daddr: Inet, dport: number): UdpSink | null {
    let best: UdpSink | null = null
    let bestScore = -1
    for (const sink of this.udp.get(dport) ?? []) {
      const score = udpScore(sink, saddr, sport, daddr)
      if (score > bestScore) [best, bestScore] = [sink, score]
    }
    return best
  }
}

function udpScore(sink: UdpSink, saddr: Inet, sport: number, daddr: Inet): number {
  if (sink.boundAddress !== 0 && sink.boundAddress !== daddr) return -1
  if (sink.remoteAddress !== 0 && sink.remoteAddress !== saddr) return -1
  if (sink.remotePort !== 0 && sink.remotePort !== sport) return -1
  return (
    (sink.mapped ? 0 : 1) +
    (sink.boundAddress !== 0 ? 4 : 0) +
    (sink.remoteAddress !== 0 ? 4 : 0) +
    (sink.remotePort !== 0 ? 4 : 0)
  )
}
