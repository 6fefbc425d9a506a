// Routes. Ref: net/ipv4/fib_frontend.c:inet_rtm_newroute(), net/ipv4/route.c:inet_rtm_getroute()
import { SECOND } from '../../sim/clock.ts'
import { EINVAL, ENETUNREACH, ENOENT, EOPNOTSUPP, isErrno } from '../../uapi/errno.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_UNICAST,
  RTPROT_UNSPEC,
  type CreateFlags,
  type RouteAttrs,
  type RouteMessage,
} from '../../uapi/rtnetlink.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import type { Inet } from '../../wire/inet.ts'
import type { RouteMetrics } from '../../uapi/routemetrics.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import { fibTableDelete, fibTableInsert, type FibConfig, type NhConfig } from '../ipv4/fib_semantics.ts'
import { findException } from '../ipv4/fib_exception.ts'
import type { FibAlias, FibException, FibResult } from '../ipv4/fib_table.ts'
import { inDev, ipCheckMc } from '../ipv4/in_device.ts'
import { fibDumpInfo } from '../ipv4/fib_dump.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteInput, ipRouteOutput } from '../ipv4/route.ts'
import { inet6Getroute, inet6RtmDelroute, inet6RtmNewroute } from './route6.ts'

/** The sender is told of a better gateway (Ref: include/uapi/linux/in_route.h). */
const RTCF_DOREDIRECT = 0x01000000
/** A cached route's gateway came from a redirect. */
const RTCF_REDIRECTED = 0x00040000
const RTCF_MULTICAST = 0x20000000
const RTCF_LOCAL = 0x80000000

/** A metric of 0 is none. Ref: net/ipv4/metrics.c:ip_fib_metrics_init() */
function metricsOf({ metrics }: RouteAttrs): RouteMetrics | null {
  const set = Object.entries(metrics ?? {}).filter(([, value]) => value !== 0)
  return set.length === 0 ? null : (Object.fromEntries(set) as RouteMetrics)
}

/** Ref: rtm_to_fib_config() */
function toConfig(route: RouteAttrs): FibConfig | Refusal {
  const { dst, prefsrc, gateway } = route
  if (typeof dst === 'bigint' || typeof prefsrc === 'bigint' || typeof gateway === 'bigint') {
    return refuse(EOPNOTSUPP, 'An IPv6 address in an IPv4 route is not supported in vethlab')
  }
  const { nhid = 0 } = route
  if (nhid !== 0 && (route.oif !== undefined || gateway || route.multipath))
    return refuse(EINVAL, 'Nexthop specification and nexthop id are mutually exclusive')
  const nhs: NhConfig[] = route.multipath
    ? route.multipath.map((nh) => ({
        oif: nh.oif ?? 0,
        gateway: typeof nh.gateway === 'number' ? nh.gateway : 0,
        flags: nh.flags,
        weight: nh.weight,
      }))
    : [{ oif: route.oif ?? 0, gateway: gateway ?? 0, flags: route.flags, weight: 1 }]
  return {
    table: route.table || RT_TABLE_MAIN,
    dst,
    length: route.dstLen,
    tos: route.tos,
    type: route.routeType,
    scope: route.scope,
    protocol: route.protocol,
    priority: route.priority,
    prefsrc: prefsrc ?? null,
    mtu: route.mtu ?? 0,
    advmss: route.advmss ?? 0,
    metrics: metricsOf(route),
    realms: route.realms ?? 0,
    nhs,
    nhid,
  }
}

export function rtmNewroute(net: Net, flags: CreateFlags, route: RouteAttrs): Refusal | null {
  if (route.family === AF_INET6) return inet6RtmNewroute(net, flags, route)
  const config = toConfig(route)
  return 'errno' in config ? config : fibTableInsert(net, config, flags)
}

export function rtmDelroute(net: Net, route: RouteAttrs): Refusal | null {
  if (route.family === AF_INET6) return inet6RtmDelroute(net, route)
  const config = toConfig(route)
  if (!('errno' in config) && config.nhid !== 0 && !ipv4Of(net).nexthops.has(config.nhid))
    return refuse(EINVAL, 'Nexthop id does not exist')
  return 'errno' in config ? config : fibTableDelete(net, config)
}

/** One table, or with 0 every one in the kernel's order. */
export function rtmGetroute(net: Net, family: number, id: number, cloned: boolean): RouteMessage[] | Refusal {
  if (family === AF_INET6) return inet6Getroute(net, id, cloned)
  if (family !== AF_INET && family !== 0) return []
  const fillOne = cloned ? (alias: FibAlias) => fillExceptions(net, alias) : fibDumpInfo
  if (id !== 0) {
    const table = ipv4Of(net).fib.get(id)
    return table ? table.all().flatMap(fillOne) : refuse(ENOENT, 'ipv4: FIB table does not exist')
  }
  return ipv4Of(net)
    .fib.all()
    .flatMap((table) => table.all().flatMap(fillOne))
}

/** Ref: net/ipv4/route.c:fib_dump_info_fnhe() */
function fillExceptions(net: Net, { table, info }: FibAlias): RouteMessage[] {
  return info.nhs.flatMap((nh) =>
    [...(nh.exceptions?.keys() ?? [])].flatMap((dst) => {
      const learned = findException(net, nh, dst)
      if (!learned || !nh.dev) return []
      const message: RouteMessage = { ...CLONED, table, routeType: RTN_UNICAST, dst, oif: nh.dev.index }
      const gateway = learned.gateway || nh.gateway
      if (gateway) message.gateway = gateway
      fillLearned(net, message, learned)
      return [learned.input, learned.output].flatMap((bound) => (bound ? [message] : []))
    }),
  )
}

function fillLearned(net: Net, message: RouteMessage, learned: FibException): void {
  message.expires = Math.floor((learned.expires - net.stack.clock.now) / SECOND)
  if (learned.mtu) message.mtu = learned.mtu
  if (learned.gateway) message.flags = RTCF_REDIRECTED
}

/** A route to a single destination, as it was found or learned. */
const CLONED = {
  type: 'RTM_NEWROUTE',
  family: AF_INET,
  protocol: RTPROT_UNSPEC,
  scope: RT_SCOPE_UNIVERSE,
  dstLen: 32,
  tos: 0,
  priority: 0,
  flags: 0,
  cloned: true,
} as const

/** `ip route get`. Ref: net/ipv4/route.c:inet_rtm_getroute() */
export function rtmRouteLookup(net: Net, lookup: RouteLookup<Inet>): RouteMessage | Refusal {
  const { dst: daddr, src: saddr = 0, tos = 0, oif = 0, iif = 0, mark = 0, uid = 0 } = lookup
  const { ipproto, sport = 0, dport = 0 } = lookup
  if (ipproto !== undefined && !LOOKUP_PROTOCOLS.has(ipproto)) return refuse(EINVAL, 'Unsupported ip proto')
  const l4 = { proto: ipproto ?? 0, sport, dport }
  const base = { ...CLONED, dst: daddr }
  if (iif !== 0) {
    const dev = net.devices.get(iif)
    if (!dev) return refuse(EINVAL)
    const dst = ipRouteInput(net, dev, saddr, daddr, tos, { mark, l4 })
    if ('why' in dst) return refuse(dst.errno)
    const found = ipv4Of(net).fib.lookup({ daddr, saddr, tos, oif: 0, iif, mark, l4 })
    if (lookup.fibMatch && found) return { ...fibDumpInfo(found.alias), table: tableOf(net, found) }
    const message: RouteMessage = { ...base, table: tableOf(net, found), routeType: dst.type, iif }
    message.oif = dst.type !== RTN_UNICAST ? (net.byName.get('lo')?.index ?? 1) : dst.dev.index
    if (dst.gateway) message.gateway = dst.gateway
    if (dst.redirect) message.flags = RTCF_DOREDIRECT
    if (saddr) message.prefsrc = saddr
    return message
  }
  const route = ipRouteOutput(net, { daddr, saddr, tos, oif, mark, uid, l4 })
  if (isErrno(route)) return refuse(route)
  const { result } = route
  if (lookup.fibMatch) {
    return result ? { ...fibDumpInfo(result.alias), table: tableOf(net, result) } : refuse(ENETUNREACH)
  }
  // What leaves by lo though no local address is meant stays a unicast route.
  const onLoopback = oif !== 0 && !result && route.dst.type === RTN_LOCAL
  const type =
    result?.alias.info.type === RTN_BROADCAST ? RTN_BROADCAST : onLoopback ? RTN_UNICAST : route.dst.type
  const message: RouteMessage = {
    ...base,
    table: tableOf(net, result),
    routeType: type,
    oif: route.dst.dev.index,
    uid,
  }
  if (route.dst.gateway) message.gateway = route.dst.gateway
  if (route.saddr) message.prefsrc = route.saddr
  if (onLoopback) message.flags = RTCF_LOCAL
  const device = inDev(route.dst.dev)
  if (type === RTN_MULTICAST && device && !ipCheckMc(device, daddr)) message.flags = RTCF_MULTICAST
  if (result?.alias.info.mtu) message.mtu = result.alias.info.mtu
  if (result?.alias.info.advmss) message.advmss = result.alias.info.advmss
  if (result?.alias.info.metrics) message.metrics = result.alias.info.metrics
  if (result?.alias.info.realms) message.realms = result.alias.info.realms
  const learned = result && type === RTN_UNICAST ? findException(net, result.nh, lookup.dst) : null
  if (learned) fillLearned(net, message, learned)
  return message
}

/** Protocols a route can be asked for. Ref: net/ipv4/ip_sockglue.c:rtm_getroute_parse_ip_proto() */
const LOOKUP_PROTOCOLS: ReadonlySet<number> = new Set([IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP])

/** Until there are rules of one's own the local table is part of the main one. Ref: fib_trie_unmerge() */
function tableOf(net: Net, result: FibResult | null): number {
  return result && ipv4Of(net).fib.rules.custom ? result.alias.table : RT_TABLE_MAIN
}
