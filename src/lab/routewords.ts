// A route in the words of `ip route add`.
import {
  AF_INET6,
  RT_SCOPE_LINK,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_BLACKHOLE,
  RTN_PROHIBIT,
  RTN_THROW,
  RTN_UNICAST,
  RTN_UNREACHABLE,
  RTNH_F_ONLINK,
  RTPROT_BOOT,
  RTPROT_KERNEL,
  RTPROT_REDIRECT,
  type RouteMessage,
} from '../uapi/rtnetlink.ts'
import type { Inet } from '../wire/inet.ts'
import { formatAddress, type Inet6 } from '../wire/inet6.ts'

/** Metric of an IPv6 route that is added without one. */
const USER_METRIC = 1024

/** Ref: include/uapi/linux/rtnetlink.h */
const RTPROT_RA = 9
const SELF_MADE: ReadonlySet<number> = new Set([RTPROT_KERNEL, RTPROT_REDIRECT, RTPROT_RA])

const TYPES: Readonly<Record<number, string>> = {
  [RTN_BLACKHOLE]: 'blackhole',
  [RTN_UNREACHABLE]: 'unreachable',
  [RTN_PROHIBIT]: 'prohibit',
  [RTN_THROW]: 'throw',
}

/** Those of IPv6 begin with `-6`. null for what the kernel makes of itself: the local table, the routes of its addresses, and those it was told of by routers. */
export function routeWords(route: RouteMessage, devices: ReadonlyMap<number, string>): string | null {
  if (route.table === RT_TABLE_LOCAL || SELF_MADE.has(route.protocol)) return null
  const type = TYPES[route.routeType]
  if (route.routeType !== RTN_UNICAST && type === undefined) return null
  const words: string[] = route.family === AF_INET6 ? ['-6'] : []
  if (type !== undefined) words.push(type)
  words.push(route.dstLen === 0 ? 'default' : prefixWords(route.dst, route.dstLen))
  if (route.tos) words.push(`tos 0x${route.tos.toString(16)}`)
  if (route.gateway !== undefined) words.push(`via ${formatAddress(route.gateway)}`)
  const device = route.oif === undefined || type !== undefined ? undefined : devices.get(route.oif)
  if (device !== undefined) words.push(`dev ${device}`)
  if (route.table !== RT_TABLE_MAIN) words.push(`table ${route.table}`)
  if (route.protocol !== RTPROT_BOOT) words.push(`proto ${route.protocol}`)
  const scope = route.gateway === undefined && !route.multipath && !type ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE
  if (route.scope !== scope && route.family !== AF_INET6) words.push(`scope ${route.scope}`)
  if (route.prefsrc !== undefined) words.push(`src ${formatAddress(route.prefsrc)}`)
  // What one gets without asking for a metric need not be said.
  if (route.priority && !(route.family === AF_INET6 && route.priority === USER_METRIC))
    words.push(`metric ${route.priority}`)
  words.push(...metricWords(route))
  if (route.flags & RTNH_F_ONLINK) words.push('onlink')
  for (const hop of route.multipath ?? []) {
    words.push('nexthop')
    if (hop.gateway !== undefined) words.push(`via ${formatAddress(hop.gateway)}`)
    const oif = hop.oif === undefined ? undefined : devices.get(hop.oif)
    if (oif !== undefined) words.push(`dev ${oif}`)
    if (hop.weight !== 1) words.push(`weight ${hop.weight}`)
    if (hop.flags & RTNH_F_ONLINK) words.push('onlink')
  }
  return words.join(' ')
}

/** A host needs no length. */
function prefixWords(prefix: Inet | Inet6, length: number): string {
  const whole = typeof prefix === 'bigint' ? 128 : 32
  return length === whole ? formatAddress(prefix) : `${formatAddress(prefix)}/${length}`
}

/** As `ip route add` takes them. */
function metricWords({ mtu, advmss, metrics = {}, realms = 0 }: RouteMessage): string[] {
  const { rtt, rttvar, rtoMin, features, congctl, fastopenNoCookie, lock = [], ...numbers } = metrics
  const words: string[] = []
  const add = (name: string, value: number | string | undefined): void => {
    if (value) words.push(`${name} ${lock.includes(name) ? 'lock ' : ''}${value}`)
  }
  add('mtu', mtu)
  add('advmss', advmss)
  for (const [name, value] of Object.entries(numbers)) add(name, value)
  add('rtt', rtt)
  add('rttvar', rttvar)
  if (rtoMin) words.push(`rto_min ${rtoMin}ms`)
  if (features) words.push('features ecn')
  add('congctl', congctl)
  add('fastopen_no_cookie', fastopenNoCookie)
  const from = realms >>> 16
  if (realms) words.push(`realms ${from === 0 ? '' : `${from}/`}${realms & 0xffff}`)
  return words
}
