// Sockets of a namespace that IPv6 packets are delivered to. Ref: net/ipv6/raw.c, net/ipv6/udp.c
import type { Errno } from '../../uapi/errno.ts'
import type { Icmp6 } from '../../wire/icmp6.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Udp } from '../../wire/udp.ts'
import { LazyMap, LazySet } from '../core/lazy.ts'
import type { SkBuff } from '../core/skb.ts'

/** What delivery needs of a raw ICMPv6 socket. */
export interface RawSink6 {
  /** 0: any. */
  readonly boundAddress: Inet6
  readonly connectedTo: Inet6
  /** Index; 0: any. */
  readonly boundIndex: number
  receive(packet: Ipv6, skb: SkBuff): void
  /** An ICMPv6 error about a packet of this protocol. */
  icmpError(from: Inet6, icmp: Icmp6, original: Ipv6, errno: Errno, skb: SkBuff): void
}

export interface UdpSink6 {
  readonly reuseaddr: boolean
  readonly reuseport: boolean
  readonly boundAddress: Inet6
  readonly port: number
  readonly remoteAddress: Inet6
  readonly remotePort: number
  readonly boundIndex: number
  /** IPV6_V6ONLY. */
  readonly v6only: boolean
  receive(packet: Ipv6, udp: Udp, skb: SkBuff): void
  icmpError(from: Inet6, icmp: Icmp6, original: Ipv6, errno: Errno, skb: SkBuff): void
}

export class SocketTable6 {
  readonly raw = new LazySet<RawSink6>()
  readonly udp = new LazyMap<number, Set<UdpSink6>>()

  addUdp(sink: UdpSink6): void {
    const sinks = this.udp.get(sink.port)
    if (sinks) sinks.add(sink)
    else this.udp.set(sink.port, new Set([sink]))
  }

  removeUdp(sink: UdpSink6): void {
    const sinks = this.udp.get(sink.port)
    sinks?.delete(sink)
    if (sinks?.size === 0) this.udp.delete(sink.port)
  }

  /** The socket that fits best. Ref: __udp6_lib_lookup() */
  findUdp(saddr: Inet6, sport: number, daddr: Inet6, dport: number, iif: number): UdpSink6 | null {
    let best: UdpSink6 | null = null
    let bestScore = -1
    for (const sink of this.udp.get(dport) ?? []) {
      const score = udpScore(sink, saddr, sport, daddr, iif)
      if (score > bestScore) [best, bestScore] = [sink, score]
    }
    return best
  }
}

function udpScore(sink: UdpSink6, saddr: Inet6, sport: number, daddr: Inet6, iif: number): number {
  if (sink.boundAddress !== 0n && sink.boundAddress !== daddr) return -1
  if (sink.remoteAddress !== 0n && sink.remoteAddress !== saddr) return -1
  if (sink.remotePort !== 0 && sink.remotePort !== sport) return -1
  if (sink.boundIndex !== 0 && sink.boundIndex !== iif) return -1
  return [sink.boundAddress, sink.remoteAddress, BigInt(sink.remotePort), BigInt(sink.boundIndex)].filter(
    (part) => part !== 0n,
  ).length
}
