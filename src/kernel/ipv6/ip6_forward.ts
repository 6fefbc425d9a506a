// IPv6 on its way through. Ref: net/ipv6/ip6_output.c:ip6_forward()
import {
  ICMPV6_DEST_UNREACH,
  ICMPV6_EXC_HOPLIMIT,
  ICMPV6_NOT_NEIGHBOUR,
  ICMPV6_PKT_TOOBIG,
  ICMPV6_TIME_EXCEED,
} from '../../wire/icmp6.ts'
import { IN6ADDR_ANY, IN6ADDR_LOOPBACK, isLinkLocal6, isMulticast6 } from '../../wire/inet6.ts'
import { IPV6_MIN_MTU, ipv6Length } from '../../wire/ipv6.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { drop, step } from '../core/trace.ts'
import { nfHook } from '../netfilter/core.ts'
import { icmpv6Send } from './icmp.ts'
import { inet6Dev } from './inet6_dev.ts'
import { inetPeer6XrlimAllow } from './inetpeer.ts'
import { dstOutput6 } from './ip6_output.ts'
import { ndiscSendRedirect } from './ndisc_redirect.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** Ref: ip6_forward() */
export function ip6Forward(skb: SkBuff): void {
  step(skb, 'ip6Forward')
  const { packet, dst6, dev } = skb
  const { net } = dev
  if (packet.kind !== 'ipv6' || !dst6) return drop(skb, 'ip6Forward', 'NOT_SPECIFIED')
  if (!ipv6Of(net).all.forwarding && !inet6Dev(dev)?.conf.force_forwarding) {
    return drop(skb, 'ip6Forward', 'IP_INADDRERRORS')
  }
  if (skb.pktType !== PACKET_HOST) return drop(skb, 'ip6Forward', 'NOT_SPECIFIED')
  if (packet.hopLimit <= 1) {
    icmpv6Send(skb, ICMPV6_TIME_EXCEED, ICMPV6_EXC_HOPLIMIT, 0)
    return drop(skb, 'ip6Forward', 'IP_INHDR')
  }
  if (dst6.dev === dev) {
    if (inetPeer6XrlimAllow(net, packet.dst, 1000)) ndiscSendRedirect(skb, packet, dst6.nexthop)
  } else {
    if (packet.src === IN6ADDR_ANY || packet.src === IN6ADDR_LOOPBACK || isMulticast6(packet.src)) {
      return drop(skb, 'ip6Forward', 'IP_INVALID_SOURCE')
    }
    if (isLinkLocal6(packet.src)) {
      icmpv6Send(skb, ICMPV6_DEST_UNREACH, ICMPV6_NOT_NEIGHBOUR, 0)
      return drop(skb, 'ip6Forward', 'IP_INVALID_SOURCE')
    }
  }
  const mtu = Math.max(dst6.mtu, IPV6_MIN_MTU)
  if ((skb.fragMaxSize || ipv6Length(packet)) > mtu) {
    icmpv6Send(skb, ICMPV6_PKT_TOOBIG, 0, mtu)
    return drop(skb, 'ip6Forward', 'PKT_TOO_BIG')
  }
  skb.packet = { ...packet, hopLimit: packet.hopLimit - 1 }
  nfHook('ipv6', 'FORWARD', skb, dev, dst6.dev, dstOutput6)
}
