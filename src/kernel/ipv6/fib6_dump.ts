// A route as programs are told of it. Ref: net/ipv6/route.c:rt6_fill_node(), inet6_rt_notify()
import { SECOND } from '../../sim/clock.ts'
import {
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  type RouteMessage,
} from '../../uapi/rtnetlink.ts'
import type { Net } from '../core/net.ts'
import { inherit } from '../core/provenance.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import { inet6Dev } from './inet6_dev.ts'
import { qualifiesForEcmp, type Fib6Info } from './ip6_fib.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** They are next hops of one route. */
export function sameRoute(a: Fib6Info, b: Fib6Info): boolean {
  return (
    a.table === b.table &&
    a.dst === b.dst &&
    a.length === b.length &&
    a.metric === b.metric &&
    qualifiesForEcmp(a) &&
    qualifiesForEcmp(b)
  )
}

function shownFlags(route: Fib6Info): number {
  const dead = route.flags & RTNH_F_LINKDOWN && inet6Dev(route.dev)?.conf.ignore_routes_with_linkdown
  return dead ? route.flags | RTNH_F_DEAD : route.flags
}

export function secondsLeft(net: Net, until: number): number {
  return Math.trunc((until - net.stack.clock.now) / SECOND)
}

/** Ref: rt6_fill_node() */
export function rt6FillNode(route: Fib6Info, siblings: readonly Fib6Info[] = [route]): RouteMessage {
  const message: RouteMessage = {
    type: 'RTM_NEWROUTE',
    family: AF_INET6,
    table: route.table,
    protocol: route.protocol,
    scope: RT_SCOPE_UNIVERSE,
    routeType: route.type,
    dst: route.dst,
    dstLen: route.length,
    tos: 0,
    priority: route.metric,
    flags: 0,
  }
  if (route.prefsrc !== null) message.prefsrc = route.prefsrc
  if (route.mtu) message.mtu = route.mtu
  if (route.advmss) message.advmss = route.advmss
  if (route.hopLimit) message.hopLimit = route.hopLimit
  if (route.expires !== null) message.expires = secondsLeft(route.dev.net, route.expires)
  if (siblings.length > 1) {
    message.multipath = siblings.map((hop) => ({
      flags: shownFlags(hop),
      weight: hop.weight,
      oif: hop.dev.index,
      ...(hop.gateway === null ? {} : { gateway: hop.gateway }),
    }))
    return inherit(message, route)
  }
  message.flags = shownFlags(route)
  message.oif = route.dev.index
  if (route.gateway !== null) message.gateway = route.gateway
  return inherit(message, route)
}

/** Its other next hops, in the order of a ring that it is the first of (Ref: fib6_siblings). */
export function ringOf(net: Net, route: Fib6Info): readonly Fib6Info[] {
  const node = ipv6Of(net).fib.get(route.table)?.node(route.dst, route.length)
  const ring = node?.routes.filter((other) => other === route || sameRoute(other, route)) ?? []
  const at = ring.indexOf(route)
  return at < 0 ? [route] : [...ring.slice(at), ...ring.slice(0, at)]
}

/** Ref: inet6_rt_notify() */
export function inet6RtNotify(
  net: Net,
  type: RouteMessage['type'],
  route: Fib6Info,
  siblings: readonly Fib6Info[],
): void {
  rtnlNotify(net, 'ipv6-route', () => ({ ...rt6FillNode(route, siblings), type }))
}
