// What makes a route valid, and which one is meant. Ref: net/ipv4/fib_semantics.c
import {
  EEXIST,
  EINVAL,
  ENETDOWN,
  ENETUNREACH,
  ENODEV,
  ENOENT,
  ESRCH,
  EHOSTUNREACH,
} from '../../uapi/errno.ts'
import {
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_BLACKHOLE,
  RTN_LOCAL,
  RTN_UNICAST,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  RTNH_F_ONLINK,
} from '../../uapi/rtnetlink.ts'
import type { RouteMetrics } from '../../uapi/routemetrics.ts'
import { inetMask, type Inet } from '../../wire/inet.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { credit } from '../core/provenance.ts'
import { inetAddrType, inetAddrTypeDev } from './addr_type.ts'
import { rtmsgFib } from './fib_dump.ts'
import type { FibAlias, FibInfo, FibNh, Nexthop } from './fib_table.ts'
import { inDev } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'

export interface NhConfig {
  readonly oif: number
  readonly gateway: Inet
  readonly flags: number
  readonly weight: number
}

/** A route as a program asks for it (Ref: struct fib_config). */
export interface FibConfig {
  readonly table: number
  readonly dst: Inet
  readonly length: number
  readonly tos: number
  readonly type: number
  readonly scope: number
  readonly protocol: number
  readonly priority: number
  readonly prefsrc: Inet | null
  readonly mtu: number
  readonly advmss: number
  readonly metrics: RouteMetrics | null
  readonly realms: number
  readonly nhs: readonly NhConfig[]
  /** Number of a next hop that stands by itself; 0: none. */
  readonly nhid: number
}

/** Scope and default error of each route type. Ref: fib_props */
const PROPS: Readonly<Record<number, { readonly scope: number; readonly error: typeof EINVAL | null }>> = {
  1: { scope: RT_SCOPE_UNIVERSE, error: null },
  2: { scope: RT_SCOPE_HOST, error: null },
  3: { scope: RT_SCOPE_LINK, error: null },
  4: { scope: RT_SCOPE_LINK, error: null },
  5: { scope: RT_SCOPE_UNIVERSE, error: null },
  6: { scope: RT_SCOPE_UNIVERSE, error: EINVAL },
  7: { scope: RT_SCOPE_UNIVERSE, error: EHOSTUNREACH },
  8: { scope: RT_SCOPE_UNIVERSE, error: EINVAL },
  9: { scope: RT_SCOPE_UNIVERSE, error: EINVAL },
}

export function isErrorType(type: number): boolean {
  return (PROPS[type]?.error ?? null) !== null
}

/** Ref: fib_valid_prefsrc() */
function validPrefsrc(net: Net, config: FibConfig, prefsrc: Inet): boolean {
  if (config.type === RTN_LOCAL && config.dst === prefsrc) return true
  return inetAddrType(net, prefsrc) === RTN_LOCAL
}

/** Ref: net/ipv4/metrics.c:ip_metrics_convert() */
const MOST_MTU = 65535 - 15
const MOST_ADVMSS = 65535 - 40
const CONGESTION_CONTROLS: ReadonlySet<string> = new Set(['reno', 'cubic'])

/** Ref: fib_create_info() */
export function fibCreateInfo(net: Net, config: FibConfig): FibInfo | Refusal {
  const props = PROPS[config.type]
  if (!props || config.scope > RT_SCOPE_HOST + 1) return refuse(EINVAL, 'Invalid type')
  if (props.scope > config.scope) return refuse(EINVAL, 'Invalid scope')
  const congctl = config.metrics?.congctl
  if (congctl !== undefined && !CONGESTION_CONTROLS.has(congctl)) {
    return refuse(EINVAL, 'Unknown tcp congestion algorithm')
  }
  const nexthop = config.nhid === 0 ? null : (ipv4Of(net).nexthops.get(config.nhid) ?? null)
  if (config.nhid !== 0 && !nexthop) return refuse(EINVAL, 'Nexthop id does not exist')
  const nhs: FibNh[] = []
  if (nexthop) {
    const refused = props.error ? null : checkNexthopScope(nexthop, config.scope)
    if (refused) return refused
  } else if (props.error) {
    const nh = config.nhs[0]
    if (nh && (nh.gateway !== 0 || nh.oif !== 0)) {
      return refuse(EINVAL, 'Gateway, device and multipath can not be specified for this route type')
    }
    nhs.push({ dev: null, gateway: 0, scope: RT_SCOPE_NOWHERE, weight: 1, flags: 0, exceptions: null })
  } else if (config.scope === RT_SCOPE_HOST) {
    const nh = config.nhs[0]
    if (config.nhs.length !== 1) return refuse(EINVAL, 'Route with host scope can not have multiple nexthops')
    if (!nh || nh.gateway !== 0) return refuse(EINVAL, 'Route with host scope can not have a gateway')
    const dev = net.devices.get(nh.oif)
    if (!dev) return refuse(ENODEV)
    nhs.push({ dev, gateway: 0, scope: RT_SCOPE_NOWHERE, weight: 1, flags: nh.flags, exceptions: null })
  } else {
    for (const nh of config.nhs) {
      const checked = fibCheckNh(net, config, nh)
      if ('errno' in checked) return checked
      nhs.push(checked)
    }
  }
  if (config.prefsrc !== null && !validPrefsrc(net, config, config.prefsrc)) {
    return refuse(EINVAL, 'Invalid prefsrc address')
  }
  const info: FibInfo = {
    protocol: config.protocol,
    scope: config.scope,
    type: config.type,
    prefsrc: config.prefsrc,
    priority: config.priority,
    mtu: Math.min(config.mtu, MOST_MTU),
    advmss: Math.min(config.advmss, MOST_ADVMSS),
    metrics: config.metrics,
    realms: config.realms,
    // Not longer than it is: an array that was pushed to keeps room for sixteen more.
    nhs: nhs.slice(),
    flags: 0,
  }
  if (!nexthop) return info
  return {
    ...info,
    nexthop,
    get type() {
      return nexthop.blackhole ? RTN_BLACKHOLE : config.type
    },
    get nhs() {
      return nexthop.nhs
    },
  }
}

/** Ref: net/ipv4/nexthop.c:fib_check_nexthop(), nexthop_check_scope() */
function checkNexthopScope(nexthop: Nexthop, scope: number): Refusal | null {
  const [nh] = nexthop.nhs
  if (scope === RT_SCOPE_HOST) {
    if (nexthop.members) return refuse(EINVAL, 'Route with host scope can not have multiple nexthops')
    if (nh?.gateway) return refuse(EINVAL, 'Route with host scope can not have a gateway')
  }
  if (scope >= RT_SCOPE_LINK && (nh?.flags ?? 0) & RTNH_F_ONLINK)
    return refuse(EINVAL, 'Scope mismatch with nexthop')
  return null
}

/** A next hop that no route has yet. Ref: fib_check_nh() */
export function fibCheckNexthop(net: Net, nh: NhConfig): FibNh | Refusal {
  return fibCheckNh(net, { scope: RT_SCOPE_UNIVERSE, table: RT_TABLE_MAIN }, nh)
}

/** Ref: fib_check_nh_v4_gw(), fib_check_nh_nongw() */
function fibCheckNh(net: Net, config: Pick<FibConfig, 'scope' | 'table'>, nh: NhConfig): FibNh | Refusal {
  if (nh.gateway === 0) return checkNhNongw(net, nh)
  const { weight, gateway } = nh
  if (nh.flags & RTNH_F_ONLINK) {
    if (config.scope >= RT_SCOPE_LINK) return refuse(EINVAL, 'Nexthop has invalid scope')
    const dev = net.devices.get(nh.oif)
    if (!dev) return refuse(ENODEV, 'Nexthop device required for onlink')
    if (!dev.up) return refuse(ENETDOWN, 'Nexthop device is not up')
    if (inetAddrTypeDev(net, dev, gateway) !== RTN_UNICAST)
      return refuse(EINVAL, 'Nexthop has invalid gateway')
    return { dev, gateway, scope: RT_SCOPE_LINK, weight, flags: nh.flags | linkdown(dev), exceptions: null }
  }
  const invalid = refuse(ENETUNREACH, 'Nexthop has invalid gateway')
  // The gateway must itself be found by a route of a narrower scope.
  const scope = Math.max(config.scope + 1, RT_SCOPE_LINK)
  const flow = { daddr: gateway, saddr: 0, tos: 0, oif: nh.oif, scope }
  const { fib } = ipv4Of(net)
  const own = config.table === RT_TABLE_MAIN ? null : fib.get(config.table)?.lookup(flow)
  const found = own && !isErrorType(own.alias.info.type) ? own : fib.lookup(flow)
  if (!found || isErrorType(found.alias.info.type)) return invalid
  const { type } = found.alias.info
  if (type !== RTN_UNICAST && type !== RTN_LOCAL) return refuse(EINVAL, 'Nexthop has invalid gateway')
  const { dev } = found.nh
  if (!dev) return refuse(EINVAL, 'No egress device for nexthop gateway')
  if (!dev.up) return refuse(ENETDOWN)
  return {
    dev,
    gateway,
    scope: found.alias.info.scope,
    weight,
    flags: nh.flags | linkdown(dev),
    exceptions: null,
  }
}

function checkNhNongw(net: Net, nh: NhConfig): FibNh | Refusal {
  const dev = net.devices.get(nh.oif)
  if (!dev || !inDev(dev)) return refuse(ENODEV)
  if (nh.flags & RTNH_F_ONLINK) {
    return refuse(EINVAL, 'Invalid flags for nexthop - PERVASIVE and ONLINK can not be set')
  }
  if (!dev.up) return refuse(ENETDOWN, 'Device for nexthop is not up')
  return {
    dev,
    gateway: 0,
    scope: RT_SCOPE_HOST,
    weight: nh.weight,
    flags: nh.flags | linkdown(dev),
    exceptions: null,
  }
}

function linkdown(dev: NetDevice): number {
  return dev.carrier ? 0 : RTNH_F_LINKDOWN
}

/** Same route information: then Linux would share one fib_info. Ref: fib_find_info() */
export function sameInfo(a: FibInfo, b: FibInfo): boolean {
  const state = ~(RTNH_F_DEAD | RTNH_F_LINKDOWN)
  return (
    a.protocol === b.protocol &&
    a.scope === b.scope &&
    a.type === b.type &&
    a.prefsrc === b.prefsrc &&
    a.priority === b.priority &&
    a.mtu === b.mtu &&
    a.advmss === b.advmss &&
    a.realms === b.realms &&
    a.nexthop === b.nexthop &&
    metricsMatch(a.metrics, b.metrics) &&
    metricsMatch(b.metrics, a.metrics) &&
    a.nhs.length === b.nhs.length &&
    a.nhs.every((x, i) => {
      const y = b.nhs[i]
      return (
        y !== undefined &&
        x.dev === y.dev &&
        x.gateway === y.gateway &&
        x.scope === y.scope &&
        x.weight === y.weight &&
        ((x.flags ^ y.flags) & state) === 0
      )
    })
  )
}

export interface InsertFlags {
  readonly create?: boolean
  readonly excl?: boolean
  readonly replace?: boolean
  readonly append?: boolean
}

/** Ref: net/ipv4/fib_trie.c:fib_table_insert() */
export function fibTableInsert(net: Net, config: FibConfig, flags: InsertFlags): Refusal | null {
  if (config.length > 32) return refuse(EINVAL, 'Invalid prefix length')
  if ((config.dst & ~inetMask(config.length)) >>> 0 !== 0)
    return refuse(EINVAL, 'Invalid prefix for given prefix length')
  const info = fibCreateInfo(net, config)
  if ('errno' in info) return info
  const ip = ipv4Of(net)
  const table = ip.fib.getOrMake(config.table)
  const { dst, length, tos } = config
  const alias: FibAlias = { table: table.id, dst, length, tos, info, serial: ++ip.routeSerials }
  credit(net.stack, alias)
  const list = table.aliases(config.dst, config.length)
  const sameKey = (a: FibAlias): boolean => a.tos === config.tos && a.info.priority === config.priority
  // Behind every larger type of service and every smaller metric.
  let at = list.findIndex(
    (a) => a.tos < config.tos || (a.tos === config.tos && a.info.priority >= config.priority),
  )
  if (at < 0) at = list.length
  const first = list[at]
  if (first && sameKey(first)) {
    if (flags.excl) return refuse(EEXIST)
    const match = list.slice(at).find((a) => sameKey(a) && sameInfo(a.info, info))
    if (flags.replace) {
      if (match) return match === first ? null : refuse(EEXIST)
      table.remove(first)
      table.insert(alias, at)
      rtmsgFib(net, 'RTM_NEWROUTE', alias)
      return changed(net)
    }
    if (match) return refuse(EEXIST)
    if (flags.append) while (at < list.length && sameKeyAt(list, at, sameKey)) at++
  }
  if (!flags.create) return refuse(ENOENT)
  table.insert(alias, at)
  rtmsgFib(net, 'RTM_NEWROUTE', alias)
  return changed(net)
}

function sameKeyAt(list: readonly FibAlias[], at: number, same: (a: FibAlias) => boolean): boolean {
  const alias = list[at]
  return alias !== undefined && same(alias)
}

function changed(net: Net): null {
  net.version++
  return null
}

/** Members of `config` that are 0 or null match any. Ref: fib_table_delete(), fib_nh_match() */
export function fibTableDelete(net: Net, config: FibConfig): Refusal | null {
  const table = ipv4Of(net).fib.get(config.table)
  if (!table) return refuse(ESRCH, 'FIB table does not exist')
  if ((config.dst & ~inetMask(config.length)) >>> 0 !== 0)
    return refuse(EINVAL, 'Invalid prefix for given prefix length')
  const alias = table.aliases(config.dst, config.length).find((a) => deleteMatches(a, config))
  if (!alias) return refuse(ESRCH)
  table.remove(alias)
  rtmsgFib(net, 'RTM_DELROUTE', alias)
  return changed(net)
}

/** Whether all that `wanted` says holds of `metrics`. Ref: fib_metrics_match() */
function metricsMatch(wanted: RouteMetrics | null, metrics: RouteMetrics | null): boolean {
  const keys = Object.keys(wanted ?? {}) as (keyof RouteMetrics)[]
  return keys.every((key) => String(wanted?.[key]) === String(metrics?.[key]))
}

function deleteMatches(alias: FibAlias, config: FibConfig): boolean {
  const { info } = alias
  if (alias.tos !== config.tos) return false
  if (config.type !== 0 && info.type !== config.type) return false
  if (config.scope !== RT_SCOPE_NOWHERE && info.scope !== config.scope) return false
  if (config.prefsrc !== null && info.prefsrc !== config.prefsrc) return false
  if (config.protocol !== 0 && info.protocol !== config.protocol) return false
  if (config.priority !== 0 && info.priority !== config.priority) return false
  if (config.mtu !== 0 && info.mtu !== config.mtu) return false
  if (config.advmss !== 0 && info.advmss !== config.advmss) return false
  if (!metricsMatch(config.metrics, info.metrics)) return false
  const [wanted] = config.nhs
  if (config.nhid !== 0) return info.nexthop?.id === config.nhid
  if (info.nexthop) return config.nhs.length < 2 && !wanted?.oif && !wanted?.gateway
  if (config.nhs.length > 1) {
    return config.nhs.every((n, i) => {
      const nh = info.nhs[i]
      return (
        nh !== undefined &&
        (n.oif === 0 || nh.dev?.index === n.oif) &&
        (n.gateway === 0 || n.gateway === nh.gateway)
      )
    })
  }
  if (!wanted || (wanted.oif === 0 && wanted.gateway === 0)) return true
  const [nh] = info.nhs
  if (!nh) return false
  if (wanted.oif !== 0 && wanted.oif !== nh.dev?.index) return false
  return wanted.gateway === 0 || wanted.gateway === nh.gateway
}
