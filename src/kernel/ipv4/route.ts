// Where a packet goes: for one that came in, and for one made here. Ref: net/ipv4/route.c
import { EACCES, EHOSTUNREACH, EINVAL, ENETUNREACH, ENODEV, isErrno, type Errno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_UNIVERSE,
  RTN_BLACKHOLE,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_PROHIBIT,
  RTN_THROW,
  RTN_UNICAST,
  RTN_UNREACHABLE,
  RTNH_F_DEAD,
} from '../../uapi/rtnetlink.ts'
import {
  INADDR_LOOPBACK,
  isLimitedBroadcast,
  isLoopback,
  isMulticast,
  isZeronet,
  type Inet,
} from '../../wire/inet.ts'
import { IPPROTO_IGMP, type Ipv4 } from '../../wire/ipv4.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { provenanceOf } from '../core/provenance.ts'
import type { Dst, SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import { loopbackOf } from '../drivers/loopback.ts'
import { inetAddrOnlink, inetSelectAddr, ipDevFind } from './devinet.ts'
import { bindException } from './fib_exception.ts'
import { flowPorts, type FibAlias, type FibResult } from './fib_table.ts'
import { fibValidateSource } from './fib_frontend.ts'
import { inDev, ipCheckMc } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** A route asked for (Ref: struct flowi4). */
export interface Flow {
  readonly daddr: Inet
  readonly saddr: Inet
  readonly tos: number
  readonly oif: number
  readonly mark: number
  /** Only rules look at these. */
  readonly uid?: number
  readonly l4?: Ipv4 | FlowPorts | null
  /** The source need not be this namespace's own (Ref: FLOWI_FLAG_ANYSRC). */
  readonly anySource?: boolean
}

/** A way out, and what it was chosen by (null: without a table). */
export interface OutputRoute {
  readonly dst: Dst
  readonly saddr: Inet
  readonly result: FibResult | null
}

/** The error a route of refusal gives. Ref: fib_props */
export function routeTypeError(type: number): Errno | null {
  if (type === RTN_UNREACHABLE) return EHOSTUNREACH
  if (type === RTN_PROHIBIT) return EACCES
  if (type === RTN_BLACKHOLE) return EINVAL
  return type === RTN_THROW ? ENETUNREACH : null
}

function lookup(net: Net, flow: Flow): FibResult | Errno {
  const found = ipv4Of(net).fib.lookup(flow)
  if (!found) return ENETUNREACH
  return routeTypeError(found.alias.info.type) ?? found
}

/** Ref: ip_route_output_key_hash_rcu() */
export function ipRouteOutput(net: Net, flow: Flow): OutputRoute | Errno {
  const { daddr } = flow
  let { saddr } = flow
  let dev: NetDevice | null = null
  const { oif } = flow
  const linkScoped = isMulticast(daddr) || isLimitedBroadcast(daddr)
  if (saddr !== 0) {
    if (isMulticast(saddr) || isLimitedBroadcast(saddr) || isZeronet(saddr)) return EINVAL
    const owner = ipDevFind(net, saddr)
    if (!owner && !flow.anySource) return linkScoped && oif === 0 ? EINVAL : ENETUNREACH
    if (owner && oif === 0 && linkScoped) {
      dev = owner
      return makeOutput(net, flow, saddr, dev, null)
    }
  }
  if (oif !== 0) {
    dev = net.devices.get(oif) ?? null
    if (!dev) return ENODEV
    if (!dev.up || !inDev(dev)) return ENETUNREACH
    if (daddr >>> 8 === 0xe00000 || isLimitedBroadcast(daddr)) {
      return makeOutput(net, flow, saddr || inetSelectAddr(dev, 0, RT_SCOPE_LINK), dev, null)
    }
    if (saddr === 0 && isMulticast(daddr)) saddr = inetSelectAddr(dev, 0, RT_SCOPE_UNIVERSE)
    if (saddr === 0 && daddr === 0) saddr = inetSelectAddr(dev, 0, RT_SCOPE_HOST)
  }
  const lo = loopbackOf(net) ?? null
  if (daddr === 0) {
    if (!lo) return ENETUNREACH
    const self = saddr || INADDR_LOOPBACK
    return makeOutput(net, { ...flow, daddr: self }, self, lo, null)
  }
  const found = lookup(net, { ...flow, saddr, oif })
  if (isErrno(found)) {
    // With a device named, what no table knows is taken to be on its link.
    if (!dev || found !== ENETUNREACH) return found
    return makeOutput(net, flow, saddr || inetSelectAddr(dev, 0, RT_SCOPE_LINK), dev, null)
  }
  const { info } = found.alias
  if (info.type === RTN_LOCAL) {
    if (!lo) return ENETUNREACH
    if (saddr === 0) saddr = info.prefsrc ?? daddr
    return makeOutput(net, flow, saddr, lo, found)
  }
  const result = selectPath(net, found, flow)
  if (!result.nh.dev) return ENETUNREACH
  if (saddr === 0)
    saddr = info.prefsrc ?? inetSelectAddr(result.nh.dev, result.nh.gateway || daddr, info.scope)
  return makeOutput(net, flow, saddr, result.nh.dev, result)
}

/** Of several next hops one, by a hash of the addresses, or of the ports too. Ref: fib_select_multipath() */
function selectPath(net: Net, found: FibResult, flow: Flow): FibResult {
  const { nhs } = found.alias.info
  if (nhs.length < 2 || flow.oif !== 0) return found
  const alive = nhs.filter((nh) => !(nh.flags & RTNH_F_DEAD))
  const total = alive.reduce((sum, nh) => sum + nh.weight, 0)
  const l4 = ipv4Of(net).sysctls['fib_multipath_hash_policy'] === 1 ? flowPorts(flow.l4 ?? null) : null
  let point =
    flowHash(
      flow.saddr,
      flow.daddr ^ (l4 ? Math.imul((l4.sport << 16) | l4.dport, 0x27d4eb2f) + l4.proto : 0),
    ) % total
  for (const nh of alive) {
    if (point < nh.weight) return { alias: found.alias, nh }
    point -= nh.weight
  }
  return found
}

function flowHash(a: Inet, b: Inet): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return (h ^ (h >>> 13)) >>> 1
}

/** Ref: __mkroute_output() */
function makeOutput(
  net: Net,
  flow: Flow,
  saddr: Inet,
  dev: NetDevice,
  found: FibResult | null,
): OutputRoute | Errno {
  const { daddr } = flow
  const conf = inDev(dev)?.conf
  const localnet = (conf?.route_localnet ?? 0) || ipv4Of(net).all.route_localnet
  if (!localnet && isLoopback(saddr) && !(dev.flags & IFF_LOOPBACK)) return EINVAL
  let type = found?.alias.info.type ?? RTN_UNICAST
  if (isLimitedBroadcast(daddr)) type = RTN_BROADCAST
  else if (isMulticast(daddr)) type = RTN_MULTICAST
  else if (isZeronet(daddr)) return EINVAL
  if (dev.flags & IFF_LOOPBACK) type = RTN_LOCAL
  const gateway = type === RTN_UNICAST ? (found?.nh.gateway ?? 0) : 0
  const learned = found && type === RTN_UNICAST ? bindException(net, found.nh, daddr, 'output') : null
  const mtu = found?.alias.info.mtu || dev.mtu
  const dst = makeDst(
    type,
    dev,
    daddr,
    learned?.gateway || gateway,
    saddr,
    learned?.mtu ? Math.min(mtu, learned.mtu) : mtu,
    false,
    found?.alias ?? null,
  )
  return { dst, saddr, result: found }
}

function makeDst(
  type: number,
  dev: NetDevice,
  daddr: Inet,
  gateway: Inet,
  src: Inet,
  mtu: number,
  redirect: boolean,
  route: FibAlias | null,
): Dst {
  return { type, dev, nexthop: gateway || daddr, gateway, mtu, src, redirect, route }
}

/** Why a packet that came in has no way on. */
export interface InputFailure {
  readonly why:
    | 'no-route'
    | 'forwarding-off'
    | 'reverse-path'
    | 'martian-source'
    | 'martian-destination'
    | 'not-joined'
  readonly errno: Errno
}

/** What rules look at of a packet that came in, beyond its addresses. */
export interface InputHints {
  readonly mark: number
  readonly l4: Ipv4 | FlowPorts | null
}

/** 224.0.0.0/24, without its last octet. */
const LOCAL_GROUPS = 0xe00000

const NO_HINTS: InputHints = { mark: 0, l4: null }

/** Hosts and bridges without an address speak of groups too. Ref: ip_mc_validate_source() */
function mayLackSource(daddr: Inet, { l4 }: InputHints): boolean {
  if (daddr >>> 8 === LOCAL_GROUPS) return true
  return isMulticast(daddr) && l4 !== null && 'protocol' in l4 && l4.protocol === IPPROTO_IGMP
}

/** A route for what came in by `dev`. Ref: ip_route_input_rcu(), ip_route_input_slow() */
export function ipRouteInput(
  net: Net,
  dev: NetDevice,
  saddr: Inet,
  daddr: Inet,
  tos: number,
  hints: InputHints = NO_HINTS,
): Dst | InputFailure {
  const ip = ipv4Of(net)
  const device = inDev(dev)
  if (!device) return { why: 'martian-destination', errno: EINVAL }
  const { conf } = device
  if (isMulticast(daddr) && !ipCheckMc(device, daddr)) return { why: 'not-joined', errno: EINVAL }
  if (isMulticast(saddr) || isLimitedBroadcast(saddr)) return { why: 'martian-source', errno: EINVAL }
  if (isLimitedBroadcast(daddr) || (saddr === 0 && daddr === 0))
    return inputBroadcast(net, dev, saddr, daddr, tos, hints)
  if (isZeronet(saddr) && !mayLackSource(daddr, hints)) return { why: 'martian-source', errno: EINVAL }
  if (isZeronet(daddr)) return { why: 'martian-destination', errno: EINVAL }
  const localnet = conf.route_localnet || ip.all.route_localnet || dev.flags & IFF_LOOPBACK
  if (!localnet && isLoopback(daddr)) return { why: 'martian-destination', errno: EINVAL }
  if (!localnet && isLoopback(saddr)) return { why: 'martian-source', errno: EINVAL }
  if (isMulticast(daddr)) return makeDst(RTN_MULTICAST, dev, daddr, 0, daddr, dev.mtu, false, null)
  const { mark, l4 } = hints
  const flow = { daddr, saddr, tos, oif: 0, iif: dev.index, mark, l4 }
  const found = ip.fib.lookup(flow)
  const refusal = found ? routeTypeError(found.alias.info.type) : ENETUNREACH
  if (!found || refusal) {
    return conf.forwarding
      ? { why: 'no-route', errno: refusal ?? ENETUNREACH }
      : { why: 'forwarding-off', errno: EHOSTUNREACH }
  }
  const { type } = found.alias.info
  if (type === RTN_BROADCAST) return inputBroadcast(net, dev, saddr, daddr, tos, hints)
  if (type === RTN_LOCAL) {
    // What this namespace sends to itself carries its own addresses as a source, on lo alone.
    if (!(dev.flags & IFF_LOOPBACK) && fibValidateSource(flow, dev, 0) < 0)
      return { why: 'reverse-path', errno: EINVAL }
    return makeDst(RTN_LOCAL, dev, daddr, 0, daddr, dev.mtu, false, found.alias)
  }
  if (!conf.forwarding) return { why: 'forwarding-off', errno: EHOSTUNREACH }
  if (type !== RTN_UNICAST) return { why: 'martian-destination', errno: EINVAL }
  return makeForward(net, dev, flow, found)
}

function inputBroadcast(
  net: Net,
  dev: NetDevice,
  saddr: Inet,
  daddr: Inet,
  tos: number,
  { mark, l4 }: InputHints,
): Dst | InputFailure {
  const flow = { daddr, saddr, tos, oif: 0, iif: dev.index, mark, l4 }
  if (!isZeronet(saddr) && !(dev.flags & IFF_LOOPBACK) && fibValidateSource(flow, dev, 0) < 0) {
    return { why: 'reverse-path', errno: EINVAL }
  }
  return makeDst(
    RTN_BROADCAST,
    dev,
    daddr,
    0,
    inetSelectAddr(dev, saddr, RT_SCOPE_LINK),
    dev.mtu,
    false,
    null,
  )
}

/** Ref: __mkroute_input() */
function makeForward(net: Net, dev: NetDevice, flow: Flow, found: FibResult): Dst | InputFailure {
  const { daddr, saddr } = flow
  const result = selectPath(net, found, flow)
  const out = result.nh.dev
  const outConf = out ? inDev(out)?.conf : null
  if (!out || !outConf) return { why: 'no-route', errno: EINVAL }
  const source = fibValidateSource(flow, dev, out.index)
  if (source < 0) return { why: 'reverse-path', errno: EINVAL }
  const { gateway } = result.nh
  const all = ipv4Of(net).all
  const redirect =
    out === dev &&
    source === 1 &&
    (outConf.send_redirects !== 0 || all.send_redirects !== 0) &&
    (outConf.shared_media !== 0 || all.shared_media !== 0 || inetAddrOnlink(out, saddr, gateway))
  // A learned gateway counts for others too, a learned MTU does not (Ref: ip_dst_mtu_maybe_forward()).
  const hop = bindException(net, result.nh, daddr, 'input')?.gateway || gateway
  return makeDst(RTN_UNICAST, out, daddr, hop, 0, result.alias.info.mtu || out.mtu, redirect, found.alias)
}

/** Tells the trace which route was chosen. */
export function traceRoute(skb: SkBuff, daddr: Inet, dst: Dst): void {
  if (!tracing(skb)) return
  record(skb, {
    kind: 'route',
    dst: daddr,
    type: ROUTE_TYPES[dst.type] ?? String(dst.type),
    gateway: dst.gateway === 0 ? null : dst.gateway,
    oif: dst.dev.name,
    provenance: dst.route && provenanceOf(dst.route),
  })
}

const ROUTE_TYPES: Readonly<Record<number, string>> = {
  [RTN_UNICAST]: 'unicast',
  [RTN_LOCAL]: 'local',
  [RTN_BROADCAST]: 'broadcast',
  [RTN_MULTICAST]: 'multicast',
}
