// IPv6 routes. Ref: net/ipv6/route.c:inet6_rtm_newroute(), inet6_rtm_getroute()
import { EINVAL, ENODEV, ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import { RT_TABLE_MAIN, type CreateFlags, type RouteAttrs, type RouteMessage } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import type { Dst6 } from '../core/skb.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6DevGetSaddr } from '../ipv6/addr_select.ts'
import { findException6 } from '../ipv6/exception.ts'
import { rt6FillNode, sameRoute, secondsLeft } from '../ipv6/fib6_dump.ts'
import type { Fib6Info, Rt6Exception } from '../ipv6/ip6_fib.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import { ip6RouteInput, ip6RouteOutput, routeTypeError6 } from '../ipv6/route.ts'
import { ip6RouteAdd, ip6RouteDel, ip6RouteMultipathAdd, type Fib6Config } from '../ipv6/route_info.ts'

function inet6(value: unknown): Inet6 | null {
  return typeof value === 'bigint' ? value : null
}

/** Ref: rtm_to_fib6_config() */
function toConfig(route: RouteAttrs): Fib6Config {
  return {
    table: route.table || RT_TABLE_MAIN,
    dst: inet6(route.dst) ?? 0n,
    length: route.dstLen,
    metric: route.priority,
    type: route.routeType,
    protocol: route.protocol,
    oif: route.oif ?? 0,
    gateway: inet6(route.gateway),
    flags: route.flags,
    weight: 1,
    prefsrc: inet6(route.prefsrc),
    mtu: route.mtu ?? 0,
    advmss: route.advmss ?? 0,
    hopLimit: route.hopLimit ?? 0,
    expires: route.expires ?? null,
  }
}

function nexthopConfigs(route: RouteAttrs): Fib6Config[] | null {
  const base = toConfig(route)
  return (
    route.multipath?.map((nh) => ({
      ...base,
      oif: nh.oif ?? 0,
      gateway: inet6(nh.gateway),
      flags: nh.flags,
      weight: nh.weight,
    })) ?? null
  )
}

export function inet6RtmNewroute(net: Net, flags: CreateFlags, route: RouteAttrs): Refusal | null {
  const { nhid = 0 } = route
  if (nhid !== 0) {
    const known = ipv4Of(net).nexthops.has(nhid)
    return refuse(EINVAL, known ? 'IPv6 routes can not use an IPv4 nexthop' : 'Nexthop id does not exist')
  }
  const several = nexthopConfigs(route)
  return several ? ip6RouteMultipathAdd(net, several, flags) : ip6RouteAdd(net, toConfig(route), flags)
}

export function inet6RtmDelroute(net: Net, route: RouteAttrs): Refusal | null {
  for (const config of nexthopConfigs(route) ?? [toConfig(route)]) {
    const refused = ip6RouteDel(net, config)
    if (refused) return refused
  }
  return null
}

/** One table, or with 0 every one in the kernel's order. Ref: inet6_dump_fib() */
export function inet6Getroute(net: Net, id: number, cloned: boolean): RouteMessage[] | Refusal {
  const { fib } = ipv6Of(net)
  if (id !== 0 && !fib.get(id)) return refuse(ENOENT, 'ipv6: FIB table does not exist')
  const tables = id === 0 ? fib.all() : fib.all().filter((table) => table.id === id)
  const routes = tables.flatMap((table) => table.all())
  if (cloned) return routes.flatMap((route) => fillExceptions(net, route))
  const messages: RouteMessage[] = []
  for (const [i, route] of routes.entries()) {
    const before = routes[i - 1]
    // A route of several next hops is told once.
    if (before && sameRoute(before, route)) continue
    let end = i + 1
    for (let next = routes[end]; next && sameRoute(route, next); next = routes[++end]);
    messages.push(rt6FillNode(route, routes.slice(i, end)))
  }
  return messages
}

function fillLearned(net: Net, message: RouteMessage, learned: Rt6Exception): void {
  message.cloned = true
  if (learned.expires !== null) message.expires = secondsLeft(net, learned.expires)
  if (learned.mtu !== null) message.mtu = learned.mtu
  if (learned.gateway !== null) message.gateway = learned.gateway
}

/** Ref: rt6_nh_dump_exceptions() */
function fillExceptions(net: Net, route: Fib6Info): RouteMessage[] {
  return [...(route.exceptions?.keys() ?? [])].flatMap((dst) => {
    const learned = findException6(net, route, dst)
    if (!learned) return []
    const message: RouteMessage = { ...rt6FillNode(route), dst, dstLen: 128 }
    fillLearned(net, message, learned)
    return [message]
  })
}

interface Found {
  readonly dst: Dst6
  readonly route: Fib6Info
}

/** `ip -6 route get`. */
export function inet6RouteLookup(net: Net, lookup: RouteLookup<Inet6>): RouteMessage | Refusal {
  const { dst: daddr, src: saddr = 0n } = lookup
  const { oif = 0, iif = 0, mark = 0, tos = 0, uid = 0 } = lookup
  const ports = { proto: lookup.ipproto ?? 0, sport: lookup.sport ?? 0, dport: lookup.dport ?? 0 }
  const flow = { daddr, saddr, oif, mark, tclass: tos, uid, ports }
  const dev = net.devices.get(iif)
  if (iif !== 0 && !dev) return refuse(ENODEV)
  const found: Found | Errno = dev ? ip6RouteInput(net, dev, flow) : ip6RouteOutput(net, flow, false)
  if (isErrno(found)) return refuse(found)
  const { dst, route } = found
  const refusal = routeTypeError6(route.type) ?? dst.error
  if (refusal) return refuse(refusal)
  if (lookup.fibMatch) return rt6FillNode(route)
  const message: RouteMessage = {
    ...rt6FillNode(route),
    dst: daddr,
    dstLen: 128,
    from: saddr,
    oif: dst.dev.index,
  }
  const learned = findException6(net, route, daddr)
  if (learned) fillLearned(net, message, learned)
  if (dev) return { ...message, iif }
  const source = route.prefsrc ?? ipv6DevGetSaddr(net, dst.egress, daddr)
  return isErrno(source) ? message : { ...message, prefsrc: source }
}
