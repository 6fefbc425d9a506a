// Where an IPv6 packet goes: for one that came in, and for one made here. Ref: net/ipv6/route.c
import {
  EAGAIN,
  EHOSTUNREACH,
  EINVAL,
  EACCES,
  ENETUNREACH,
  ENODEV,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import {
  NUD_FAILED,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_ANYCAST,
  RTN_BLACKHOLE,
  RTN_LOCAL,
  RTN_PROHIBIT,
  RTN_THROW,
  RTN_UNREACHABLE,
} from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPV6_MIN_MTU } from '../../wire/ipv6.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { provenanceOf } from '../core/provenance.ts'
import type { Dst6, SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import { loopbackOf } from '../drivers/loopback.ts'
import { LOOPBACK_IFINDEX } from '../ipv4/fib_table.ts'
import { rt6NeedStrict } from './addr_type.ts'
import { ipv6DevGetSaddr } from './addr_select.ts'
import { findException6 } from './exception.ts'
import { holdByProcessor } from './fib6_ref.ts'
import { inet6Dev } from './inet6_dev.ts'
import {
  fib6TableLookup,
  qualifiesForEcmp,
  type Fib6Context,
  type Fib6Info,
  type LookupFlags,
} from './ip6_fib.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** A route asked for (Ref: struct flowi6). */
export interface Flow6 {
  readonly daddr: Inet6
  /** 0: to be chosen. */
  readonly saddr: Inet6
  /** Index of the device it has to leave by; 0: any. */
  readonly oif: number
  readonly mark: number
  /** Only rules look at these. */
  readonly iif?: number
  readonly tclass?: number
  readonly uid?: number
  readonly ports?: FlowPorts
  /** The sender is bound to that device: no route by another will do. */
  readonly bound?: boolean
}

/** A way out with the source address for it, and the route it was chosen by. */
export interface OutputRoute6 {
  readonly dst: Dst6
  readonly saddr: Inet6
  readonly route: Fib6Info
}

export interface InputRoute6 {
  readonly dst: Dst6
  readonly route: Fib6Info
}

/** The error a route of refusal gives. Ref: ip6_rt_type_to_error() */
export function routeTypeError6(type: number): Errno | null {
  if (type === RTN_BLACKHOLE) return EINVAL
  if (type === RTN_PROHIBIT) return EACCES
  if (type === RTN_THROW) return EAGAIN
  return type === RTN_UNREACHABLE ? EHOSTUNREACH : null
}

export function fib6Context(net: Net): Fib6Context {
  const ip6 = ipv6Of(net)
  return {
    now: net.stack.clock.now,
    ignoresLinkdown: (dev) => inet6Dev(dev)?.conf.ignore_routes_with_linkdown === 1,
    answers(route) {
      if (route.gateway === null) return true
      const neigh = ip6.ndisc.lookup(route.gateway, route.dev)
      return !neigh || !(neigh.state & NUD_FAILED)
    },
  }
}

/** In one table; what throws is not found there. */
function inTable(net: Net, id: number, flow: Flow6, oif: number, flags: LookupFlags): Fib6Info | null {
  const table = ipv6Of(net).fib.get(id)
  if (!table || table.empty) return null
  const found = fib6TableLookup(table, flow.daddr, oif, flags, fib6Context(net))
  return found && found.type !== RTN_THROW ? found : null
}

/** As rules say; those a namespace starts with are local, main. Ref: fib6_rule_lookup() */
export function fib6Lookup(net: Net, flow: Flow6, oif: number, flags: LookupFlags): Fib6Info | Errno {
  const { rules } = ipv6Of(net)
  if (!rules.custom) {
    const found =
      inTable(net, RT_TABLE_LOCAL, flow, oif, flags) ?? inTable(net, RT_TABLE_MAIN, flow, oif, flags)
    return found ?? ENETUNREACH
  }
  const { daddr, saddr, mark, tclass: tos = 0, uid = 0, iif = LOOPBACK_IFINDEX } = flow
  const key = { daddr, saddr, tos, iif, oif: flow.oif, mark, uid, ports: () => flow.ports ?? null }
  return rules.lookup<Inet6, Fib6Info>(key, ({ attrs }) => {
    const found = inTable(net, attrs.table, flow, oif, flags)
    const { suppressPrefixlen: most = -1, suppressIfgroup: group = -1 } = attrs
    if (!found || found.length <= most) return null
    return group >= 0 && found.dev.group === group ? null : found
  })
}

/** One of several next hops, the same for all packets of a flow. Ref: fib6_select_path() */
function selectPath(net: Net, first: Fib6Info, flow: Flow6, oif: number): Fib6Info {
  if (!qualifiesForEcmp(first)) return first
  const node = ipv6Of(net).fib.get(first.table)?.node(first.dst, first.length)
  const paths = node?.routes.filter((r) => r.metric === first.metric && qualifiesForEcmp(r)) ?? []
  if (paths.length < 2 || oif !== 0) return first
  const total = paths.reduce((sum, path) => sum + path.weight, 0)
  let pick = flowHash(ipv6Of(net).flowSeed, flow.saddr, flow.daddr, 0) % total
  const { ndisc } = ipv6Of(net)
  for (const path of paths) {
    pick -= path.weight
    if (pick >= 0) continue
    const neigh = ndisc.lookup(path.gateway ?? 0n, path.dev)
    return neigh && neigh.state & NUD_FAILED ? first : path
  }
  return first
}

/** 31 bits that are the same for the same flow (FNV-1a). */
export function flowHash(seed: number, saddr: Inet6, daddr: Inet6, protocol: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let rest of [saddr, daddr, BigInt(protocol)]) {
    for (; rest > 0n; rest >>= 24n) hash = Math.imul(hash ^ Number(rest & 0xffffffn), 0x01000193)
    hash ^= hash >>> 15
  }
  return (Math.imul(hash, 0x85ebca6b) >>> 1) & 0x7fffffff
}

/** Ref: ip6_dst_mtu_maybe_forward(), rt6_mtu() */
function mtuOf(route: Fib6Info, learned: number | null): number {
  if (learned !== null) return learned
  return route.mtu || (inet6Dev(route.dev)?.conf.mtu ?? IPV6_MIN_MTU)
}

/** Ref: ip6_create_rt_rcu(), ip6_rt_get_dev_rcu() */
function makeDst(net: Net, route: Fib6Info, daddr: Inet6): Dst6 {
  const learned = route.exceptions ? findException6(net, route, daddr) : null
  const gateway = learned?.gateway ?? route.gateway
  const local = route.type === RTN_LOCAL || route.type === RTN_ANYCAST
  return {
    type: route.type,
    dev: local ? (loopbackOf(net) ?? route.dev) : route.dev,
    egress: route.dev,
    nexthop: gateway ?? daddr,
    gateway,
    mtu: local ? (loopbackOf(net)?.mtu ?? 65536) : mtuOf(route, learned?.mtu ?? null),
    length: route.length,
    error: route.error,
    discards: route.discards,
    route,
  }
}

/** Ref: ip6_pol_route() */
function polRoute(net: Net, flow: Flow6, oif: number, iface: boolean): Fib6Info | Errno {
  const reachable = ipv6Of(net).all.forwarding === 0
  const found = fib6Lookup(net, flow, oif, { iface, reachable, ignoreLinkState: false })
  if (isErrno(found)) return found
  const route = selectPath(net, found, flow, oif)
  holdByProcessor(route)
  return route
}

/** Ref: ip6_route_output_flags(), ip6_dst_lookup_tail() */
export function ip6RouteOutput(net: Net, flow: Flow6, needsSource = true): OutputRoute6 | Errno {
  const { daddr, oif } = flow
  if (oif !== 0 && !net.devices.has(oif)) return ENODEV
  const iface = flow.bound === true || rt6NeedStrict(daddr) || (oif !== 0 && flow.saddr === 0n)
  const route = polRoute(net, flow, oif, iface)
  if (isErrno(route) || route.error) {
    // A source is looked for first: without any address there is not even that.
    const source =
      needsSource && flow.saddr === 0n ? ipv6DevGetSaddr(net, loopbackOf(net) ?? null, daddr) : 0n
    if (isErrno(source)) return source
    const errno = isErrno(route) ? route : route.error
    return errno === null || errno === EAGAIN ? ENETUNREACH : errno
  }
  const dst = makeDst(net, route, daddr)
  if (flow.saddr !== 0n) return { dst, saddr: flow.saddr, route }
  const saddr = ip6RouteGetSaddr(net, route, dst, daddr)
  if (!isErrno(saddr)) return { dst, saddr, route }
  return needsSource ? saddr : { dst, saddr: 0n, route }
}

/** Ref: ip6_route_get_saddr() */
export function ip6RouteGetSaddr(net: Net, route: Fib6Info, dst: Dst6, daddr: Inet6): Inet6 | Errno {
  return route.prefsrc ?? ipv6DevGetSaddr(net, dst.egress, daddr)
}

/** For what came in by `dev`. Ref: ip6_route_input() */
export function ip6RouteInput(net: Net, dev: NetDevice, flow: Flow6): InputRoute6 | Errno {
  const route = polRoute(net, { ...flow, iif: dev.index }, dev.index, rt6NeedStrict(flow.daddr))
  return isErrno(route) ? route : { dst: makeDst(net, route, flow.daddr), route }
}

/** The route that a plain lookup finds, for whoever asks about a route and sends nothing. Ref: rt6_lookup() */
export function rt6Lookup(net: Net, daddr: Inet6, oif: number, iface: boolean): Fib6Info | null {
  const flow = { daddr, saddr: 0n, oif, mark: 0 }
  const found = fib6Lookup(net, flow, oif, { iface, reachable: false, ignoreLinkState: false })
  return isErrno(found) ? null : found
}

/** Records by which route a packet goes. */
export function traceRoute6(skb: SkBuff, daddr: Inet6, dst: Dst6): void {
  if (!tracing(skb)) return
  const type = TYPE_NAMES[dst.type] ?? 'unicast'
  const { gateway, dev } = dst
  record(skb, {
    kind: 'route',
    dst: daddr,
    type,
    gateway,
    oif: dev.name,
    provenance: dst.route && provenanceOf(dst.route),
  })
}

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [RTN_LOCAL]: 'local',
  [RTN_ANYCAST]: 'anycast',
  5: 'multicast',
  [RTN_BLACKHOLE]: 'blackhole',
  [RTN_UNREACHABLE]: 'unreachable',
  [RTN_PROHIBIT]: 'prohibit',
}
