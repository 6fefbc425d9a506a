// What netfilter needs of IPv4. Ref: net/ipv4/netfilter.c
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { SkBuff } from '../core/skb.ts'
import { inetAddrType } from './addr_type.ts'
import { ipRouteOutput, traceRoute } from './route.ts'

/** A new route for a packet of this namespace that was changed on its way out. Ref: ip_route_me_harder() */
export function ipRouteMeHarder(skb: SkBuff, packet: Ipv4): Errno | null {
  const { net } = skb.dev
  // Of an address that is not one's own nothing is asked: a forged source is let out.
  const saddr = inetAddrType(net, packet.src) === RTN_LOCAL ? packet.src : 0
  const route = ipRouteOutput(net, { daddr: packet.dst, saddr, tos: packet.tos, oif: 0, mark: skb.mark })
  if (isErrno(route)) return route
  skb.dst = route.dst
  traceRoute(skb, packet.dst, route.dst)
  return null
}
