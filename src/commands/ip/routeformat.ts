// One route as `ip route` shows it.
import type { NexthopAttrs, RouteMessage } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_UNICAST,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  RTNH_F_ONLINK,
  RTPROT_BOOT,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../wire/inet6.ts'
import { familyColor } from './addrformat.ts'
import type { IpContext } from './context.ts'
import { printNexthopInfo } from './nexthopformat.ts'
import type { RouteFilter } from './routefilter.ts'
import { isHost } from './routefilter.ts'
import { printMetrics, printRealms } from './routemetrics.ts'
import { bitsOf } from './utils.ts'

/** What `ip route get` adds of its question. */
interface LookupWords {
  readonly from: Inet | Inet6 | null
  readonly mark: number
  readonly uid: number | null
}

/** Flags of a cached route (Ref: include/uapi/linux/in_route.h), from bit 16 up. */
const RTCF_LOCAL = 0x80000000
const RTCF_MULTICAST = 0x20000000
const RTCF_BROADCAST = 0x10000000
const CACHE_FLAGS: readonly (readonly [number, string])[] = [
  [RTCF_LOCAL, 'local'],
  [0x40000000, 'reject'],
  [RTCF_MULTICAST, 'mc'],
  [RTCF_BROADCAST, 'brd'],
  [0x01000000, 'redirect'],
  [0x00040000, 'redirected'],
]

/** In the order in which iproute2 writes them. The last shares its bit with RTCF_MULTICAST, which Linux shows. */
const ROUTE_FLAGS: readonly (readonly [number, string])[] = [
  [RTNH_F_DEAD, 'dead'],
  [RTNH_F_ONLINK, 'onlink'],
  [2, 'pervasive'],
  [RTNH_F_LINKDOWN, 'linkdown'],
  [RTCF_MULTICAST, 'rt_offload_failed'],
]

function cacheFlags(route: RouteMessage): number {
  const told = (route.flags & 0xffff0000) >>> 0
  if (told !== 0) return told
  if (route.routeType === RTN_LOCAL) return RTCF_LOCAL
  if (route.routeType === RTN_BROADCAST) return RTCF_LOCAL + RTCF_BROADCAST
  return route.routeType === RTN_MULTICAST ? RTCF_LOCAL + RTCF_MULTICAST : 0
}

export function printRoute(
  ctx: IpContext,
  filter: RouteFilter,
  route: RouteMessage,
  lookup: LookupWords | null,
): void {
  const { out, names } = ctx
  const details = ctx.options.details > 0
  const cloned = route.cloned ?? false
  const cache = cloned ? cacheFlags(route) : 0
  out.openObject(null)
  if (route.routeType !== RTN_UNICAST || details) {
    const type = names.routeType(route.routeType)
    out.any('type', type, `${type} `)
  }
  printDestination(ctx, route, lookup)
  if (route.tos !== 0 && filter.tos === null) {
    const tos = names.dsfield(route.tos)
    out.any('tos', tos, `tos ${tos} `)
  }
  if (route.nhid !== undefined) out.any('nhid', route.nhid, `nhid ${route.nhid} `)
  if (route.gateway !== undefined && !isHost(filter.via, route.family)) {
    printGateway(ctx, route.family, route.gateway)
  }
  if (route.oif !== undefined && filter.oif === null) printDevice(ctx, 'dev', route.oif)
  if ((route.table !== RT_TABLE_MAIN || details) && filter.table === 0) {
    const table = names.table(route.table)
    out.any('table', table, `table ${table} `)
  }
  if (!cloned) printOrigin(ctx, filter, route)
  if (route.prefsrc !== undefined && !isHost(filter.src, route.family) && route.prefsrc !== lookup?.from) {
    const src = formatAddress(route.prefsrc)
    out.text('src ')
    out.colored(familyColor(route.family), 'prefsrc', src, `${src} `)
  }
  // IPv6 tells its metric always, IPv4 unless it is 0.
  if ((route.priority !== 0 || route.family === AF_INET6) && filter.metric === null) {
    out.any('metric', route.priority, `metric ${route.priority} `)
  }
  printFlags(ctx, route.flags | (cache & RTCF_MULTICAST))
  if (lookup && lookup.mark !== 0) {
    const mark = lookup.mark >= 16 ? `0x${lookup.mark.toString(16)}` : String(lookup.mark)
    out.any('mark', lookup.mark, `mark ${mark} `)
  }
  if (filter.realms === null || filter.realms <= 0xffff) printRealms(ctx, route.realms)
  const uid = lookup?.uid ?? route.uid
  if (uid !== undefined) out.any('uid', uid, `uid ${uid} `)
  if (cloned && route.family === AF_INET) printCache(ctx, cache, route.expires)
  if (route.family === AF_INET6 && route.expires !== undefined) {
    out.any('expires', route.expires, `expires ${route.expires}sec `)
  }
  printMetrics(ctx, route)
  if (route.iif !== undefined) printDevice(ctx, 'iif', route.iif)
  if (route.family === AF_INET6) out.any('pref', 'medium', 'pref medium')
  if (route.nhid !== undefined && details) printNexthopInfo(ctx, route.nhid)
  if (route.multipath) printNexthops(ctx, route.family, route.multipath)
  out.text('\n')
  out.closeObject()
}

function printDestination(ctx: IpContext, route: RouteMessage, lookup: LookupWords | null): void {
  const { out } = ctx
  const color = familyColor(route.family)
  if (route.dstLen === bitsOf(route.family)) {
    const host = ctx.host(route.dst)
    out.colored(color, 'dst', host, `${host} `)
  } else if (route.dstLen > 0) {
    const prefix = `${formatAddress(route.dst)}/${route.dstLen}`
    out.colored(color, 'dst', prefix, `${prefix} `)
  } else out.any('dst', 'default', 'default ')
  const source = lookup?.from ?? route.from
  if (source === undefined) return
  const from = ctx.host(source)
  out.colored(color, 'from', from, `from ${from} `)
}

function printGateway(ctx: IpContext, family: number, gateway: Inet | Inet6): void {
  const host = ctx.host(gateway)
  ctx.out.text('via ')
  ctx.out.colored(familyColor(family), 'gateway', host, `${host} `)
}

function printDevice(ctx: IpContext, key: string, index: number): void {
  const name = ctx.links.name(index)
  ctx.out.text(`${key} `)
  ctx.out.colored('ifname', key, name, `${name} `)
}

/** Protocol and scope. */
function printOrigin(ctx: IpContext, filter: RouteFilter, route: RouteMessage): void {
  const { out, names } = ctx
  const details = ctx.options.details > 0
  if ((route.protocol !== RTPROT_BOOT || details) && filter.protocol === null) {
    const protocol = names.protocol(route.protocol)
    out.any('protocol', protocol, `proto ${protocol} `)
  }
  if ((route.scope !== RT_SCOPE_UNIVERSE || details) && filter.scope === null) {
    const scope = names.scope(route.scope)
    out.any('scope', scope, `scope ${scope} `)
  }
}

function printFlags(ctx: IpContext, flags: number): void {
  ctx.out.openArray('flags', '')
  for (const [flag, name] of ROUTE_FLAGS) if (flags & flag) ctx.out.item(name, `${name} `)
  ctx.out.closeArray('')
}

/** On a line of its own: `    cache <local,brd> `. */
function printCache(ctx: IpContext, flags: number, expires: number | undefined): void {
  const { out } = ctx
  const set = CACHE_FLAGS.filter(([flag]) => flags & flag).map(([, name]) => name)
  out.nl()
  out.openArray('cache', '    cache ')
  for (const name of set) out.item(name, '')
  out.closeArray(set.length > 0 ? `<${set.join(',')}> ` : '')
  if (expires !== undefined) out.any('expires', expires, `expires ${expires}sec `)
  if (ctx.options.stats > 0) out.any('users', 1, 'users 1 ')
}

function printNexthops(ctx: IpContext, family: number, nexthops: readonly NexthopAttrs[]): void {
  const { out } = ctx
  out.openArray('nexthops', '')
  for (const nexthop of nexthops) {
    out.openObject(null)
    out.nl()
    out.text('\tnexthop ')
    if (nexthop.gateway !== undefined) printGateway(ctx, family, nexthop.gateway)
    const dev = ctx.links.name(nexthop.oif ?? 0)
    out.any('dev', dev, `dev ${dev} `)
    out.any('weight', nexthop.weight, `weight ${nexthop.weight} `)
    printFlags(ctx, nexthop.flags)
    out.closeObject()
  }
  out.closeArray('')
}
