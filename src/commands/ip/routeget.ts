// `ip route get` (Ref: iproute2 ip/iproute.c:iproute_get()).
import { ENETUNREACH } from '../../uapi/errno.ts'
import type { RouteLookup, RouteMessage } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  RT_TABLE_DEFAULT,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
} from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, talk } from './libnetlink.ts'
import { emptyFilter } from './routefilter.ts'
import { printRoute } from './routeformat.ts'
import { ROUTE_USAGE } from './usage/route.ts'
import type { InetPrefix } from './utils.ts'
import { addressesMatch, getPrefix, parseUnsigned } from './utils.ts'

interface Words {
  family: number
  dst: InetPrefix | null
  from: InetPrefix | null
  iif: string | null
  oif: string | null
  mark: number
  uid: number | null
  fibmatch: boolean
}

/** Exit status. */
export function getRoute(ctx: IpContext, args: Args): number {
  const w: Words = {
    family: ctx.family,
    dst: null,
    from: null,
    iif: null,
    oif: null,
    mark: 0,
    uid: null,
    fibmatch: false,
  }
  while (args.more) parseWord(ctx, args, w)
  if (!w.dst) {
    ctx.err('need at least a destination address\n')
    return 1
  }
  const lookup: RouteLookup = { dst: Number(w.dst.address) }
  if (w.iif !== null) {
    lookup.iif = ctx.links.index(w.iif)
    if (lookup.iif === 0) return cannotFindDevice(ctx, w.iif)
  }
  if (w.oif !== null) {
    lookup.oif = ctx.links.index(w.oif)
    if (lookup.oif === 0) return cannotFindDevice(ctx, w.oif)
  }
  if (w.family === AF_INET6) ctx.unsupported('route get of an IPv6 address')
  if (w.mark !== 0) lookup.mark = w.mark
  const from = w.from && w.from.bytelen > 0 ? Number(w.from.address) : null
  if (from !== null) lookup.src = from
  const route = w.fibmatch ? fibMatch(ctx, lookup.dst) : ask(ctx, lookup)
  if (!route) return 2
  ctx.out.beginJson()
  // Without rules of one's own the kernel looks local addresses up in the main table.
  const table = route.table === RT_TABLE_LOCAL ? RT_TABLE_MAIN : route.table
  printRoute(ctx, emptyFilter(), { ...route, table }, { from, mark: w.mark, uid: w.uid })
  ctx.out.endJson()
  return 0
}

function ask(ctx: IpContext, lookup: RouteLookup): RouteMessage | null {
  const answer = talk(ctx, { type: 'RTM_GETROUTE_LOOKUP', lookup })?.[0]
  return answer?.type === 'RTM_NEWROUTE' ? { ...answer, cloned: true } : null
}

/** The route of the table itself, not what it leads to: the longest prefix, then the lowest metric. */
function fibMatch(ctx: IpContext, dst: number): RouteMessage | null {
  const routes = talk(ctx, { type: 'RTM_GETROUTE', family: AF_INET })
  if (!routes) return null
  for (const table of [RT_TABLE_LOCAL, RT_TABLE_MAIN, RT_TABLE_DEFAULT]) {
    let best: RouteMessage | null = null
    for (const route of routes) {
      if (route.type !== 'RTM_NEWROUTE' || route.table !== table) continue
      if (!addressesMatch(dst, route.dst, route.dstLen)) continue
      const longer = !best || route.dstLen > best.dstLen
      if (longer || (route.dstLen === best?.dstLen && route.priority < best.priority)) best = route
    }
    if (best) return best
  }
  ctx.err(`RTNETLINK answers: ${ENETUNREACH.text}\n`)
  return null
}

function parseWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (word === 'tos' || matches(word, 'dsfield')) {
    const value = args.value()
    if (ctx.names.parseDsfield(value) === null) args.invarg('TOS value is invalid\n', value)
    ctx.unsupported('route get tos')
  } else if (matches(word, 'from')) {
    const value = args.value()
    if (matches(value, 'help')) ctx.usage(ROUTE_USAGE)
    w.from = getPrefix(ctx, value, w.family)
    if (w.family === AF_UNSPEC) w.family = w.from.family
  } else if (matches(word, 'iif')) w.iif = args.value()
  else if (matches(word, 'mark')) {
    const value = args.value()
    w.mark = parseUnsigned(value) ?? args.invarg('invalid mark value', value)
  } else if (matches(word, 'oif') || word === 'dev') w.oif = args.value()
  else if (matches(word, 'notify') || matches(word, 'connected')) ctx.unsupported(`route get ${word}`)
  else if (matches(word, 'vrf')) args.invarg('Invalid VRF\n', args.value())
  else if (matches(word, 'uid')) {
    const value = args.value()
    w.uid = parseUnsigned(value) ?? args.invarg('invalid UID\n', value)
  } else if (matches(word, 'fibmatch')) w.fibmatch = true
  else if (word === 'as' || matches(word, 'sport') || matches(word, 'dport') || matches(word, 'ipproto')) {
    ctx.unsupported(`route get ${word}`)
  } else takeDestination(ctx, args, w, word)
}

function takeDestination(ctx: IpContext, args: Args, w: Words, first: string): void {
  const word = first === 'to' ? args.value() : first
  if (matches(word, 'help')) ctx.usage(ROUTE_USAGE)
  w.dst = getPrefix(ctx, word, w.family)
  if (w.family === AF_UNSPEC) w.family = w.dst.family
  const whole = w.family === AF_INET ? 32 : w.family === AF_INET6 ? 128 : w.dst.bitlen
  if (w.dst.bitlen === whole) return
  ctx.err(`Warning: /${w.dst.bitlen} as prefix is invalid, only /${whole} (or none) is supported.\n`)
}
