// What netfilter needs of IPv6. Ref: net/ipv6/netfilter.c
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { SkBuff } from '../core/skb.ts'
import { ip6RouteOutput, traceRoute6 } from './route.ts'

/** A new route for a packet of this namespace that was changed on its way out. Ref: ip6_route_me_harder() */
export function ip6RouteMeHarder(skb: SkBuff, packet: Ipv6): Errno | null {
  const { net } = skb.dev
  const { src: saddr, dst: daddr, tclass } = packet
  const route = ip6RouteOutput(net, { daddr, saddr, oif: 0, mark: skb.mark, tclass })
  if (isErrno(route)) return route
  skb.dst6 = route.dst
  traceRoute6(skb, daddr, route.dst)
  return null
}
