// UDP datagrams that came in by IPv6. Ref: net/ipv6/udp.c:__udp6_lib_rcv()
import { ICMPV6_DEST_UNREACH, ICMPV6_PORT_UNREACH } from '../../wire/icmp6.ts'
import { isMulticast6 } from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { SkBuff } from '../core/skb.ts'
import { consume, drop, step } from '../core/trace.ts'
import { icmpv6Send, incoming } from './icmp.ts'
import { ipv6Of } from './netns_ipv6.ts'

export function udpv6Rcv(skb: SkBuff, packet: Ipv6): void {
  step(skb, 'udpv6Rcv')
  const udp = packet.payload
  if (udp.kind !== 'udp') return drop(skb, 'udpv6Rcv', 'PKT_TOO_SMALL')
  const { sockets } = ipv6Of(skb.dev.net)
  const sink = sockets.findUdp(packet.src, udp.sport, packet.dst, udp.dport, incoming(skb).index)
  if (!sink) {
    if (!isMulticast6(packet.dst)) icmpv6Send(skb, ICMPV6_DEST_UNREACH, ICMPV6_PORT_UNREACH, 0)
    return drop(skb, 'udpv6Rcv', 'NO_SOCKET')
  }
  sink.receive(packet, udp, skb)
  consume(skb, 'udpv6Rcv', `socket on port ${udp.dport}`)
}
