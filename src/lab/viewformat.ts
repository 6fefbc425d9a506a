// Kernel messages as the view shows them: in the words of `ip route`, `ip neigh` and `bridge fdb`.
import { provenanceOf } from '../kernel/core/provenance.ts'
import {
  IFF_ALLMULTI,
  IFF_BROADCAST,
  IFF_LOOPBACK,
  IFF_LOWER_UP,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_POINTOPOINT,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_UP,
} from '../uapi/if.ts'
import {
  AF_INET,
  NTF_EXT_LEARNED,
  NTF_SELF,
  NUD_DELAY,
  NUD_FAILED,
  NUD_INCOMPLETE,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_PROBE,
  NUD_REACHABLE,
  NUD_STALE,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  RTNH_F_ONLINK,
  RTN_UNICAST,
  RTPROT_BOOT,
  type AddrMessage,
  type NeighMessage,
  type RouteMessage,
} from '../uapi/rtnetlink.ts'
import { formatInet, type Inet } from '../wire/inet.ts'
import { formatAddress, formatInet6, type Inet6 } from '../wire/inet6.ts'
import { formatMac } from '../wire/mac.ts'
import type { AddressView, FdbView, NeighbourView, RouteView } from './view.ts'

/** Names of devices by index. */
export type DeviceNames = ReadonlyMap<number, string>

const FLAGS = [
  [IFF_LOOPBACK, 'LOOPBACK'],
  [IFF_BROADCAST, 'BROADCAST'],
  [IFF_POINTOPOINT, 'POINTOPOINT'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_NOARP, 'NOARP'],
  [IFF_ALLMULTI, 'ALLMULTI'],
  [IFF_PROMISC, 'PROMISC'],
  [IFF_UP, 'UP'],
  [IFF_LOWER_UP, 'LOWER_UP'],
] as const

/** What stands between the angle brackets. */
export function flagNames(flags: number): string[] {
  const names: string[] = []
  if ((flags & (IFF_UP | IFF_RUNNING)) === IFF_UP) names.push('NO-CARRIER')
  for (const [flag, name] of FLAGS) if (flags & flag) names.push(name)
  return names
}

export function addressView(a: AddrMessage): AddressView {
  const family = a.family === AF_INET ? 4 : 6
  const text = family === 4 ? formatInet(a.local as Inet) : formatInet6(a.local as Inet6)
  const scope = a.scope === 254 ? 'host' : a.scope === 253 ? 'link' : 'global'
  return { family, text: `${text}/${a.prefixlen}`, scope, provenance: provenanceOf(a) }
}

const ROUTE_TYPES: Readonly<Record<number, string>> = {
  2: 'local',
  3: 'broadcast',
  4: 'anycast',
  5: 'multicast',
  6: 'blackhole',
  7: 'unreachable',
  8: 'prohibit',
  9: 'throw',
}
const PROTOCOLS: Readonly<Record<number, string>> = {
  0: 'unspec',
  1: 'redirect',
  2: 'kernel',
  4: 'static',
  9: 'ra',
}
const SCOPES: Readonly<Record<number, string>> = { 200: 'site', 253: 'link', 254: 'host', 255: 'nowhere' }

/** A line of `ip route`; multipath routes on one line, as `ip -o route` has them. */
export function routeView(route: RouteMessage, names: DeviceNames): RouteView {
  const format = (address: Inet | Inet6): string =>
    route.family === AF_INET ? formatInet(address as Inet) : formatInet6(address as Inet6)
  const full = route.family === AF_INET ? 32 : 128
  const prefix = format(route.dst)
  const destination =
    route.dstLen === 0 ? 'default' : route.dstLen === full ? prefix : `${prefix}/${route.dstLen}`
  const device = route.oif === undefined ? null : (names.get(route.oif) ?? null)
  const gateway = route.gateway === undefined ? null : format(route.gateway)
  const type = ROUTE_TYPES[route.routeType]
  const words: string[] = []
  if (route.routeType !== RTN_UNICAST && type) words.push(type)
  words.push(destination)
  if (gateway !== null) words.push(`via ${gateway}`)
  if (device !== null) words.push(`dev ${device}`)
  if (route.protocol !== RTPROT_BOOT) words.push(`proto ${PROTOCOLS[route.protocol] ?? route.protocol}`)
  if (route.scope !== 0 && route.family === AF_INET) words.push(`scope ${SCOPES[route.scope] ?? route.scope}`)
  if (route.prefsrc !== undefined) words.push(`src ${format(route.prefsrc)}`)
  if (route.priority !== 0) words.push(`metric ${route.priority}`)
  for (const hop of route.multipath ?? []) {
    const oif = hop.oif === undefined ? '' : ` dev ${names.get(hop.oif) ?? hop.oif}`
    const via = hop.gateway === undefined ? '' : ` via ${format(hop.gateway)}`
    words.push(`nexthop${via}${oif} weight ${hop.weight}${flagWords(hop.flags)}`)
  }
  const text = words.join(' ') + flagWords(route.flags)
  return { destination, gateway, device, text, provenance: provenanceOf(route) }
}

function flagWords(flags: number): string {
  return (
    (flags & RTNH_F_DEAD ? ' dead' : '') +
    (flags & RTNH_F_ONLINK ? ' onlink' : '') +
    (flags & RTNH_F_LINKDOWN ? ' linkdown' : '')
  )
}

const STATES = [
  [NUD_INCOMPLETE, 'INCOMPLETE'],
  [NUD_REACHABLE, 'REACHABLE'],
  [NUD_STALE, 'STALE'],
  [NUD_DELAY, 'DELAY'],
  [NUD_PROBE, 'PROBE'],
  [NUD_FAILED, 'FAILED'],
  [NUD_PERMANENT, 'PERMANENT'],
] as const

/** Nothing for entries that `ip neigh` leaves out: those that need no asking. */
export function neighbourViews(n: NeighMessage, names: DeviceNames): NeighbourView[] {
  const device = names.get(n.index)
  const state = STATES.find(([bit]) => n.state & bit)?.[1]
  if (n.dst === undefined || device === undefined || state === undefined || n.state & NUD_NOARP) return []
  const address = n.family === AF_INET ? formatInet(n.dst as Inet) : formatInet6(n.dst as Inet6)
  const mac = n.lladdr === undefined ? null : formatMac(n.lladdr)
  return [{ address, device, mac, state, provenance: provenanceOf(n) }]
}

/** A line of `bridge fdb`. */
export function fdbView(n: NeighMessage, names: DeviceNames): FdbView {
  const device = names.get(n.index) ?? `if${n.index}`
  const bridge = n.master === undefined ? null : (names.get(n.master) ?? null)
  const mac = formatMac(n.lladdr ?? 0)
  const permanent = (n.state & NUD_PERMANENT) !== 0
  const words = [mac, `dev ${device}`]
  if (n.dst !== undefined) words.push(`dst ${formatAddress(n.dst)}`)
  if (n.vlan !== undefined) words.push(`vlan ${n.vlan}`)
  if (n.flags & NTF_SELF) words.push('self')
  if (n.flags & NTF_EXT_LEARNED) words.push('extern_learn')
  if (bridge !== null) words.push(`master ${bridge}`)
  if (permanent) words.push('permanent')
  else if (n.state & NUD_NOARP) words.push('static')
  return { mac, device, bridge, text: words.join(' '), permanent, provenance: provenanceOf(n) }
}
