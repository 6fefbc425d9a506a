// IPv6 routes. Ref: net/ipv6/route.c:inet6_rtm_newroute(), inet6_rtm_getroute(), rt6_fill_node()
import { SECOND } from '../../sim/clock.ts'
import { EINVAL, ENODEV, ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import {
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  type CreateFlags,
  type RouteAttrs,
  type RouteMessage,
} from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import type { Dst6 } from '../core/skb.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6DevGetSaddr } from '../ipv6/addr_select.ts'
import { findException6 } from '../ipv6/exception.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { qualifiesForEcmp, type Fib6Info, type Rt6Exception } from '../ipv6/ip6_fib.ts'
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
    messages.push(fill(route, routes.slice(i, end)))
  }
  return messages
}

function sameRoute(a: Fib6Info, b: Fib6Info): boolean {
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

function secondsLeft(net: Net, until: number): number {
  return Math.trunc((until - net.stack.clock.now) / SECOND)
}

/** Ref: rt6_fill_node() */
function fill(route: Fib6Info, siblings: readonly Fib6Info[] = [route]): RouteMessage {
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
    return message
  }
  message.flags = shownFlags(route)
  message.oif = route.dev.index
  if (route.gateway !== null) message.gateway = route.gateway
  return message
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
    const message: RouteMessage = { ...fill(route), dst, dstLen: 128 }
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
  if (lookup.fibMatch) return fill(route)
  const message: RouteMessage = { ...fill(route), dst: daddr, dstLen: 128, from: saddr, oif: dst.dev.index }
  const learned = findException6(net, route, daddr)
  if (learned) fillLearned(net, message, learned)
  if (dev) return { ...message, iif }
  const source = route.prefsrc ?? ipv6DevGetSaddr(net, dst.egress, daddr)
  return isErrno(source) ? message : { ...message, prefsrc: source }
}
