// `ip route get` (Ref: iproute2 ip/iproute.c:iproute_get()).
import type { RouteMessage } from '../../uapi/rtnetlink.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, talk } from './libnetlink.ts'
import { emptyFilter } from './routefilter.ts'
import { printRoute } from './routeformat.ts'
import { ROUTE_USAGE } from './usage/route.ts'
import type { InetPrefix } from './utils.ts'
import { parseIpProto } from './ipproto.ts'
import { getPrefix, parseUnsigned } from './utils.ts'

interface Words {
  family: number
  dst: InetPrefix | null
  from: InetPrefix | null
  iif: string | null
  oif: string | null
  mark: number
  connected: boolean
  readonly lookup: Partial<RouteLookup>
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
    connected: false,
    lookup: {},
  }
  while (args.more) parseWord(ctx, args, w)
  if (!w.dst) {
    ctx.err('need at least a destination address\n')
    return 1
  }
  const lookup: RouteLookup = { dst: w.dst.address }
  if (w.iif !== null) {
    lookup.iif = ctx.links.index(w.iif)
    if (lookup.iif === 0) return cannotFindDevice(ctx, w.iif)
  }
  if (w.oif !== null) {
    lookup.oif = ctx.links.index(w.oif)
    if (lookup.oif === 0) return cannotFindDevice(ctx, w.oif)
  }
  if (w.mark !== 0) lookup.mark = w.mark
  const from = w.from && w.from.bytelen > 0 ? w.from.address : null
  if (from !== null) lookup.src = from
  Object.assign(lookup, w.lookup)
  const route = ask(ctx, lookup)
  if (!route) return 2
  ctx.out.beginJson()
  const shown = w.lookup.fibMatch ? null : { from, mark: w.mark, uid: null }
  printRoute(ctx, emptyFilter(), route, shown)
  // A connected socket asks again, from the address that was found.
  if (w.connected && from === null) printRoute(ctx, emptyFilter(), route, shown)
  ctx.out.endJson()
  return 0
}

function ask(ctx: IpContext, lookup: RouteLookup): RouteMessage | null {
  const answer = talk(ctx, { type: 'RTM_GETROUTE_LOOKUP', lookup })?.[0]
  return answer?.type === 'RTM_NEWROUTE' ? answer : null
}

function parseWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (word === 'tos' || matches(word, 'dsfield')) {
    const value = args.value()
    w.lookup.tos = ctx.names.parseDsfield(value) ?? args.invarg('TOS value is invalid\n', value)
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
  else if (matches(word, 'notify')) ctx.unsupported('route get notify')
  else if (matches(word, 'connected')) w.connected = true
  else if (matches(word, 'vrf')) args.invarg('Invalid VRF\n', args.value())
  else if (matches(word, 'uid')) {
    const value = args.value()
    w.lookup.uid = parseUnsigned(value) ?? args.invarg('invalid UID\n', value)
  } else if (matches(word, 'fibmatch')) w.lookup.fibMatch = true
  else if (matches(word, 'sport')) w.lookup.sport = takePort(args, 'sport')
  else if (matches(word, 'dport')) w.lookup.dport = takePort(args, 'dport')
  else if (matches(word, 'ipproto')) {
    const value = args.value()
    w.lookup.ipproto = parseIpProto(value) ?? args.invarg('Invalid "ipproto" value\n', value)
  } else if (word === 'as') ctx.unsupported(`route get ${word}`)
  else takeDestination(ctx, args, w, word)
}

function takePort(args: Args, key: string): number {
  const value = args.value()
  return parseUnsigned(value, 65535) ?? args.invarg(`invalid ${key}\n`, value)
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
