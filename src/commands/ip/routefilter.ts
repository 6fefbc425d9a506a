// Which routes `ip route show` and `ip route flush` are about.
import type { RouteMessage } from '../../uapi/rtnetlink.ts'
import { AF_INET6, AF_UNSPEC, RT_TABLE_MAIN } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice } from './libnetlink.ts'
import { ROUTE_USAGE } from './usage/route.ts'
import { parseRealms } from './routemetrics.ts'
import type { InetPrefix } from './utils.ts'
import { addressesMatch, bitsOf, getPrefix, parseUnsigned, readFamily } from './utils.ts'

/** A null member lets all through; one that is set to a single value is also left out of what is shown. */
export interface RouteFilter {
  /** 0: all tables. */
  table: number
  cloned: boolean
  protocol: number | null
  scope: number | null
  type: number | null
  tos: number | null
  metric: number | null
  realms: number | null
  /** Something that no route here has. */
  never: boolean
  oif: number | null
  via: InetPrefix | null
  src: InetPrefix | null
  /** `root`: routes within it. `match`: routes that hold it. `exact` sets both. */
  root: InetPrefix | null
  match: InetPrefix | null
}

export function emptyFilter(): RouteFilter {
  return {
    table: 0,
    cloned: false,
    protocol: null,
    scope: null,
    type: null,
    tos: null,
    metric: null,
    realms: null,
    never: false,
    oif: null,
    via: null,
    src: null,
    root: null,
    match: null,
  }
}

/** Reads the words; the exit status after a refusal. */
export function parseRouteFilter(ctx: IpContext, args: Args): RouteFilter | number {
  const filter = emptyFilter()
  filter.table = RT_TABLE_MAIN
  let dev: string | null = null
  while (args.more) {
    const word = args.take()
    if (word === 'dev' || word === 'oif') dev = args.value()
    else if (!takeAttribute(ctx, args, filter, word)) takeDestination(ctx, args, filter, word)
  }
  if (dev === null) return filter
  filter.oif = ctx.links.index(dev)
  return filter.oif === 0 ? cannotFindDevice(ctx, dev) : filter
}

/** In iproute2's order, which decides what an abbreviation means. */
function takeAttribute(ctx: IpContext, args: Args, filter: RouteFilter, word: string): boolean {
  if (matches(word, 'table')) takeTable(ctx, args, filter)
  else if (matches(word, 'vrf')) args.invarg('Invalid VRF\n', args.value())
  else if (matches(word, 'cached') || matches(word, 'cloned')) filter.cloned = true
  else if (word === 'tos' || matches(word, 'dsfield')) {
    const value = args.value()
    filter.tos = ctx.names.parseDsfield(value)
    if (filter.tos === null) args.invarg('TOS value is invalid\n', value)
  } else if (matches(word, 'protocol')) {
    const value = args.value()
    filter.protocol = ctx.names.parseProtocol(value)
    if (filter.protocol === null && value !== 'all') args.invarg('invalid "protocol"\n', value)
  } else if (matches(word, 'scope')) {
    const value = args.value()
    filter.scope = ctx.names.parseScope(value)
    if (filter.scope === null && value !== 'all') args.invarg('invalid "scope"\n', value)
  } else if (matches(word, 'type')) {
    const value = args.value()
    filter.type = ctx.names.parseRouteType(value)
    if (filter.type === null) args.invarg('node type value is invalid\n', value)
  } else if (matches(word, 'metric') || matches(word, 'priority') || word === 'preference') {
    const value = args.value()
    filter.metric = parseUnsigned(value)
    if (filter.metric === null) args.invarg('"metric" value is invalid\n', value)
  } else if (word === 'via') {
    const first = args.value()
    const family = readFamily(first)
    const gateway = family === AF_UNSPEC ? first : args.value()
    filter.via = getPrefix(ctx, gateway, family === AF_UNSPEC ? ctx.family : family)
  } else if (word === 'src') filter.src = getPrefix(ctx, args.value(), ctx.family)
  else if (matches(word, 'realms')) {
    const value = args.value()
    filter.realms = parseRealms(value) ?? args.invarg('invalid realms\n', value)
  } else if (word === 'iif' || word === 'mark') {
    // Of cached routes only, and there are none that say so.
    args.value()
    filter.never = true
  } else if (matches(word, 'from')) {
    getPrefix(ctx, args.value(), ctx.family)
    filter.never = true
  } else return false
  return true
}

function takeTable(ctx: IpContext, args: Args, filter: RouteFilter): void {
  const word = args.value()
  const table = ctx.names.parseTable(word)
  if (table !== null) filter.table = table
  else if (word === 'all') filter.table = 0
  else if (word === 'cache') filter.cloned = true
  else if (word === 'help') ctx.usage(ROUTE_USAGE)
  else args.invarg('table id value is invalid\n', word)
}

function takeDestination(ctx: IpContext, args: Args, filter: RouteFilter, first: string): void {
  const word = matches(first, 'to') ? args.value() : first
  if (matches(word, 'root')) {
    filter.root = getPrefix(ctx, args.value(), ctx.family)
    return
  }
  if (matches(word, 'match')) {
    filter.match = getPrefix(ctx, args.value(), ctx.family)
    return
  }
  filter.match = getPrefix(ctx, matches(word, 'exact') ? args.value() : word, ctx.family)
  filter.root = filter.match
}

/** A prefix that says nothing: `all`. */
function says(prefix: InetPrefix | null): prefix is InetPrefix {
  return prefix !== null && (prefix.family !== AF_UNSPEC || prefix.lengthGiven)
}

function sameFamily(prefix: InetPrefix, route: RouteMessage): boolean {
  return prefix.family === AF_UNSPEC || prefix.family === route.family
}

/** Ref: iproute2 ip/iproute.c:filter_nlmsg(). */
export function routePasses(ctx: IpContext, filter: RouteFilter, route: RouteMessage): boolean {
  if (ctx.family !== AF_UNSPEC && route.family !== ctx.family) return false
  if (filter.cloned !== (route.cloned ?? false)) return false
  if (filter.table !== 0 && filter.table !== route.table) return false
  if (filter.protocol !== null && filter.protocol !== route.protocol) return false
  if (filter.scope !== null && filter.scope !== route.scope) return false
  if (filter.type !== null && filter.type !== route.routeType) return false
  if (filter.tos !== null && filter.tos !== route.tos) return false
  if (filter.metric !== null && filter.metric !== route.priority) return false
  if (filter.oif !== null && filter.oif !== route.oif) return false
  if (filter.never || !realmsPass(filter.realms, route.realms ?? 0)) return false
  if (says(filter.root)) {
    if (!sameFamily(filter.root, route) || filter.root.bitlen > route.dstLen) return false
    if (!addressesMatch(route.dst, filter.root.address, filter.root.bitlen)) return false
  }
  if (says(filter.match)) {
    if (!sameFamily(filter.match, route) || filter.match.bitlen < route.dstLen) return false
    if (!addressesMatch(route.dst, filter.match.address, route.dstLen)) return false
  }
  return addressPasses(filter.via, route, route.gateway) && addressPasses(filter.src, route, route.prefsrc)
}

/** One number says only where to. */
function realmsPass(wanted: number | null, realms: number): boolean {
  return wanted === null || wanted === (wanted > 0xffff ? realms : realms & 0xffff)
}

function addressPasses(
  wanted: InetPrefix | null,
  route: RouteMessage,
  address: RouteMessage['gateway'],
): boolean {
  if (!wanted || wanted.family === AF_UNSPEC) return true
  if (wanted.family !== route.family) return false
  const unset = route.family === AF_INET6 ? 0n : 0
  return addressesMatch(address ?? unset, wanted.address, wanted.bitlen)
}

/** A filter on one whole address: what it names need not be shown again. */
export function isHost(prefix: InetPrefix | null, family: number): boolean {
  return prefix !== null && prefix.bitlen === bitsOf(family)
}
