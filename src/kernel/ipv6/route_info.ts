// Routes as they are asked for: what is refused, and what is made of the rest. Ref: net/ipv6/route.c
import { SECOND } from '../../sim/clock.ts'
import {
  EACCES,
  EHOSTUNREACH,
  EINVAL,
  ENETDOWN,
  ENODEV,
  ENOENT,
  ESRCH,
  type Errno,
} from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  RTN_ANYCAST,
  RTN_LOCAL,
  RTN_UNICAST,
  RTNH_F_LINKDOWN,
  RTNH_F_ONLINK,
  type CreateFlags,
} from '../../uapi/rtnetlink.ts'
import { inet6Mask, IN6ADDR_LOOPBACK, isLinkLocal6, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { credit } from '../core/provenance.ts'
import { loopbackOf } from '../drivers/loopback.ts'
import { inet6RtNotify, ringOf, sameRoute } from './fib6_dump.ts'
import { inet6Dev } from './inet6_dev.ts'
import { fib6TableLookup, qualifiesForEcmp, routesOf, type Fib6Info } from './ip6_fib.ts'
import { ipv6FindAddr } from './locals.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { fib6Context, routeTypeError6, rt6Lookup } from './route.ts'

/** Metric of what a user adds without saying one, and of a prefix that belongs to an address. */
export const IP6_RT_PRIO_USER = 1024
export const IP6_RT_PRIO_ADDRCONF = 256

/** net.ipv6.route.gc_interval */
const GC_INTERVAL = 30 * SECOND

/** A route as it is asked for (Ref: struct fib6_config). */
export interface Fib6Config {
  readonly table: number
  readonly dst: Inet6
  readonly length: number
  /** 0: not said. */
  readonly metric: number
  readonly type: number
  readonly protocol: number
  /** Index; 0: not said. */
  readonly oif: number
  readonly gateway: Inet6 | null
  readonly flags: number
  readonly weight: number
  readonly prefsrc: Inet6 | null
  readonly mtu: number
  readonly advmss: number
  readonly hopLimit: number
  /** Seconds; null for ever. */
  readonly expires: number | null
}

/** Ref: ip6_route_info_create(), fib6_nh_init() */
export function ip6RouteInfoCreate(net: Net, cfg: Fib6Config): Fib6Info | Refusal {
  if (cfg.length > 128) return refuse(EINVAL, 'Invalid prefix length')
  const dst = cfg.dst & inet6Mask(cfg.length)
  const error = routeTypeError6(cfg.type)
  let dev: NetDevice | null = null
  if (cfg.oif !== 0) {
    dev = net.devices.get(cfg.oif) ?? null
    if (!dev || !inet6Dev(dev)) return refuse(ENODEV)
  }
  if (cfg.flags & RTNH_F_ONLINK) {
    if (!dev) return refuse(ENODEV, 'Nexthop device required for onlink')
    if (!dev.up) return refuse(ENETDOWN, 'Nexthop device is not up')
  }
  let { gateway } = cfg
  const discards = error === null && isLoopbackRoute(cfg, dev)
  const refuses = error !== null
  if (refuses) {
    dev = loopbackOf(net) ?? null
    gateway = null
  } else if (gateway !== null && !discards) {
    const checked = validateGateway(net, cfg, gateway, dev)
    if ('errno' in checked) return checked
    dev = checked
  }
  if (!dev) return refuse(ENODEV)
  if (!refuses) {
    if (inet6Dev(dev)?.conf.disable_ipv6) return refuse(EACCES, 'IPv6 is disabled on nexthop device')
    if (!dev.up) return refuse(ENETDOWN, 'Nexthop device is not up')
  }
  if (cfg.prefsrc !== null && !ipv6FindAddr(net, cfg.prefsrc, null, 0)) {
    return refuse(EINVAL, 'Invalid source address')
  }
  const own = cfg.type === RTN_LOCAL || cfg.type === RTN_ANYCAST
  const down = !refuses && !own && !dev.carrier ? RTNH_F_LINKDOWN : 0
  return {
    table: cfg.table,
    dst,
    length: cfg.length,
    metric: cfg.metric || IP6_RT_PRIO_USER,
    type: cfg.type,
    protocol: cfg.protocol,
    dev,
    gateway,
    flags: (cfg.flags & RTNH_F_ONLINK) | down,
    weight: cfg.weight,
    prefsrc: cfg.prefsrc,
    mtu: cfg.mtu,
    advmss: cfg.advmss,
    hopLimit: cfg.hopLimit,
    error,
    discards,
    expires: cfg.expires === null ? null : net.stack.clock.now + cfg.expires * SECOND,
    exceptions: null,
  }
}

/** A true route by lo would go round for ever: it refuses. Ref: fib6_is_reject() */
function isLoopbackRoute(cfg: Fib6Config, dev: NetDevice | null): boolean {
  if (!dev || !(dev.flags & IFF_LOOPBACK) || cfg.dst === IN6ADDR_LOOPBACK) return false
  return cfg.type !== RTN_LOCAL && cfg.type !== RTN_ANYCAST
}

/** Ref: ip6_validate_gw() */
function validateGateway(
  net: Net,
  cfg: Fib6Config,
  gateway: Inet6,
  given: NetDevice | null,
): NetDevice | Refusal {
  const ownGateway = refuse(EINVAL, 'Gateway can not be a local address')
  const near = isLinkLocal6(gateway)
  if (given && ipv6FindAddr(net, gateway, near ? given : null, 0)) return ownGateway
  let dev = given
  if (!near) {
    if (isMulticast6(gateway) || gateway === 0n || gateway === IN6ADDR_LOOPBACK) {
      return refuse(EINVAL, 'Invalid gateway address')
    }
    const found =
      cfg.flags & RTNH_F_ONLINK
        ? checkOnlink(net, cfg, gateway, given)
        : checkNexthop(net, cfg, gateway, given)
    if ('errno' in found) return found
    dev = found
  }
  if (!dev) return refuse(EINVAL, 'Egress device not specified')
  if (dev.flags & IFF_LOOPBACK) {
    return refuse(EINVAL, 'Egress device can not be loopback device for this route')
  }
  if (!given && ipv6FindAddr(net, gateway, near ? dev : null, 0)) return ownGateway
  return dev
}

/** A gateway has to be on a link, reached without another. Ref: ip6_route_check_nh() */
function checkNexthop(
  net: Net,
  cfg: Fib6Config,
  gateway: Inet6,
  given: NetDevice | null,
): NetDevice | Refusal {
  const table = ipv6Of(net).fib.get(cfg.table)
  const flags = { iface: given !== null, reachable: false, ignoreLinkState: true }
  const good = (route: Fib6Info | null): boolean =>
    route !== null && route.error === null && route.gateway === null && (!given || route.dev === given)
  let found = table ? fib6TableLookup(table, gateway, cfg.oif, flags, fib6Context(net)) : null
  if (!good(found)) found = rt6Lookup(net, gateway, cfg.oif, given !== null)
  return found && good(found) ? found.dev : refuse(EHOSTUNREACH)
}

/** Ref: ip6_route_check_nh_onlink() */
function checkOnlink(
  net: Net,
  cfg: Fib6Config,
  gateway: Inet6,
  given: NetDevice | null,
): NetDevice | Refusal {
  const table = ipv6Of(net).fib.get(cfg.table)
  const flags = { iface: given !== null, reachable: false, ignoreLinkState: true }
  const found = table ? fib6TableLookup(table, gateway, cfg.oif, flags, fib6Context(net)) : null
  const unlike = found && found.length > 0 && (found.type !== RTN_UNICAST || found.dev !== given)
  if (unlike) return refuse(EINVAL, 'Nexthop has invalid gateway or device mismatch')
  return given ?? refuse(EINVAL, 'Egress device not specified')
}

/** Ref: ip6_route_add() */
export function ip6RouteAdd(net: Net, cfg: Fib6Config, flags: CreateFlags): Refusal | null {
  const route = ip6RouteInfoCreate(net, cfg)
  if ('errno' in route) return route
  const known = ipv6Of(net).fib.get(route.table)?.node(route.dst, route.length) !== undefined
  const refused = ip6InsRt(net, route, flags)
  if (!refused) return null
  return refuse(refused, refused === ENOENT && !known ? 'Can not replace route - no match found' : null)
}

/** `quiet`: whoever listens is told of the whole later. Ref: ip6_ins_rt(), fib6_add() */
export function ip6InsRt(net: Net, route: Fib6Info, flags: CreateFlags, quiet = false): Errno | null {
  credit(net.stack, route)
  const errno = ipv6Of(net).fib.make(route.table).insert(route, flags)
  if (errno) return errno
  if (!quiet && listened(net)) inet6RtNotify(net, 'RTM_NEWROUTE', route, ringOf(net, route))
  net.version++
  if (route.expires !== null) fib6StartGc(net)
  return null
}

/** Routes that are over stay in the table until the collector comes by; nothing goes by them. Ref: fib6_run_gc() */
function fib6StartGc(net: Net): void {
  const ip6 = ipv6Of(net)
  ip6.gcTimer ??= net.stack.clock.after(GC_INTERVAL, fib6RunGc, net, null)
}

function fib6RunGc(net: Net): void {
  const { now } = net.stack.clock
  ipv6Of(net).gcTimer = null
  const ending = ipv6Of(net)
    .fib.all()
    .flatMap((table) => table.all())
    .filter((route) => route.expires !== null)
  for (const route of ending) if ((route.expires ?? Infinity) <= now) ip6DelRt(net, route)
  if (ending.some((route) => (route.expires ?? 0) > now)) fib6StartGc(net)
}

function listened(net: Net): boolean {
  return net.stack.rtnlSockets.size > 0
}

/** Ref: ip6_del_rt(), fib6_del_route() */
export function ip6DelRt(net: Net, route: Fib6Info, quiet = false): void {
  const stood = ipv6Of(net).fib.get(route.table)?.remove(route)
  net.version++
  if (stood && !quiet) inet6RtNotify(net, 'RTM_DELROUTE', route, [route])
}

/** Several next hops at once; when one is refused, those before it go again. Ref: ip6_route_multipath_add() */
export function ip6RouteMultipathAdd(
  net: Net,
  configs: readonly Fib6Config[],
  flags: CreateFlags,
): Refusal | null {
  const routes: Fib6Info[] = []
  for (const config of configs) {
    const route = ip6RouteInfoCreate(net, config)
    if ('errno' in route) return route
    if (routes.some((other) => other.dev === route.dev && other.gateway === route.gateway)) {
      return refuse(EINVAL)
    }
    routes.push(route)
  }
  let how = flags
  for (const [i, route] of routes.entries()) {
    const errno = ip6InsRt(net, route, how, true)
    if (errno) {
      for (const done of routes.slice(0, i)) ip6DelRt(net, done, true)
      return refuse(
        errno,
        how.replace && i > 0
          ? 'multipath route replace failed (check consistency of installed routes)'
          : null,
      )
    }
    // The rest stand beside the first.
    how = { create: flags.create ?? false, append: true }
  }
  const [first] = routes
  if (first && listened(net)) mpathNotify(net, first, flags)
  return null
}

/** Appended ones are told of behind those that were there. Ref: ip6_route_mpath_notify() */
function mpathNotify(net: Net, first: Fib6Info, flags: CreateFlags): void {
  const node = ipv6Of(net).fib.get(first.table)?.node(first.dst, first.length)
  const told = flags.append ? (node?.routes.find((route) => sameRoute(route, first)) ?? first) : first
  inet6RtNotify(net, 'RTM_NEWROUTE', told, ringOf(net, told))
}

/** Which of a deletion's words a route must match: what is not said matches any. Ref: ip6_route_del() */
export function ip6RouteDel(net: Net, cfg: Fib6Config): Refusal | null {
  const table = ipv6Of(net).fib.get(cfg.table)
  if (!table) return refuse(ESRCH, 'FIB table does not exist')
  const node = table.node(cfg.dst & inet6Mask(cfg.length), cfg.length)
  const found = node?.routes.find((route) => matches(route, cfg))
  if (!node || !found) return refuse(ESRCH)
  // Without a gateway the route of several next hops goes as a whole.
  const siblings = node.routes.filter((r) => r.metric === found.metric && qualifiesForEcmp(r))
  const whole = cfg.gateway === null && qualifiesForEcmp(found) ? siblings : [found]
  const several = whole.length > 1
  if (several) inet6RtNotify(net, 'RTM_DELROUTE', found, ringOf(net, found))
  for (const route of whole) ip6DelRt(net, route, several)
  return null
}

function matches(route: Fib6Info, cfg: Fib6Config): boolean {
  if (cfg.oif !== 0 && route.dev.index !== cfg.oif) return false
  if (cfg.gateway !== null && route.gateway !== cfg.gateway) return false
  if (cfg.metric !== 0 && route.metric !== cfg.metric) return false
  return cfg.protocol === 0 || route.protocol === cfg.protocol
}

/** The device is gone, or down. Ref: rt6_disable_ip() */
export function rt6DisableIp(dev: NetDevice): void {
  const { net } = dev
  const tables = (): Fib6Info[] => [...ipv6Of(net).fib.all()].flatMap((table) => table.all())
  // Those who listen are told in the order of the tables.
  const routes = listened(net) ? tables().filter((route) => route.dev === dev) : [...routesOf(dev)]
  for (const route of routes) ip6DelRt(net, route)
}

/** Its carrier came or went. Ref: rt6_sync_up(), rt6_sync_down_dev() */
export function rt6SyncLink(dev: NetDevice, carrier: boolean): void {
  for (const route of routesOf(dev)) {
    if (route.error !== null) continue
    const own = route.type === RTN_LOCAL || route.type === RTN_ANYCAST
    if (carrier) route.flags &= ~RTNH_F_LINKDOWN
    else if (!own) route.flags |= RTNH_F_LINKDOWN
  }
  dev.net.version++
}
