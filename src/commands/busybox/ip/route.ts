// `ip route`. Ref: busybox networking/libiproute/iproute.c
import type { CreateFlags, RouteMessage } from '../../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_LOCAL,
  RTN_UNICAST,
  RTNH_F_DEAD,
  RTNH_F_ONLINK,
} from '../../../uapi/rtnetlink.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import { addressesMatch, bitsOf, type InetPrefix } from '../../ip/utils.ts'
import type { IpContext } from './context.ts'
import { modifyRoute } from './routemodify.ts'

const VERBS: Readonly<Record<string, CreateFlags | null>> = {
  add: { create: true, excl: true },
  append: { create: true, append: true },
  change: { replace: true },
  chg: { replace: true },
  delete: null,
  replace: { create: true, replace: true },
  test: { excl: true },
}

export function routeObject(ctx: IpContext): number {
  if (!ctx.more) return list(ctx, false)
  const word = ctx.take()
  const verb = ctx.keyword(word, 'add append change chg delete get list show prepend replace test flush')
  if (verb === 'list' || verb === 'show') return list(ctx, false)
  if (verb === 'flush') return list(ctx, true)
  if (verb === 'get') return get(ctx)
  const flags = VERBS[verb]
  if (flags === undefined) ctx.invalid(word, 'ip')
  return modifyRoute(ctx, flags)
}

interface Filter {
  /** 0: every one; null: what was learned of single destinations. */
  table: number | null
  oif: number
  iif: number
  /** A route's prefix lies in the first, and holds the second. */
  root: InetPrefix | null
  match: InetPrefix | null
  via: InetPrefix | null
  src: InetPrefix | null
}

function parseFilter(ctx: IpContext): Filter {
  const f: Filter = { table: RT_TABLE_MAIN, oif: 0, iif: 0, root: null, match: null, via: null, src: null }
  while (ctx.more) {
    const word = ctx.take()
    switch (word) {
      case 'proto':
      case 'protocol':
      case 'scope':
      case 'type':
        ctx.value()
        break
      case 'dev':
      case 'oif':
        f.oif = ctx.device(ctx.value())
        break
      case 'iif':
        f.iif = ctx.device(ctx.value())
        break
      case 'via':
        f.via = ctx.prefix(ctx.value())
        break
      case 'src':
        f.src = ctx.prefix(ctx.value())
        break
      case 'table': {
        const name = ctx.value()
        if (name === 'cache') f.table = null
        else f.table = name === 'all' ? 0 : (ctx.names.parseTable(name) ?? ctx.invalid(name, 'table'))
        break
      }
      case 'cache':
        f.table = null
        break
      default:
        takeDestination(ctx, f, word === 'to' ? ctx.value() : word)
    }
  }
  return f
}

function takeDestination(ctx: IpContext, f: Filter, word: string): void {
  const how = word === 'root' || word === 'match' || word === 'exact' ? word : null
  const prefix = ctx.prefix(how === null ? word : ctx.value())
  if (ctx.family === 0) ctx.family = prefix.family
  if (how !== 'match') f.root = prefix
  if (how !== 'root') f.match = prefix
}

/** Ref: print_route(). Of IPv6 the tables are told apart by the routes' types. */
function passes(f: Filter, route: RouteMessage): boolean {
  if (route.family === AF_INET6 && f.table !== 0) {
    if ((f.table === null) !== (route.cloned ?? false)) return false
    if (f.table === RT_TABLE_LOCAL && route.routeType !== RTN_LOCAL) return false
    if (f.table === RT_TABLE_MAIN && route.routeType === RTN_LOCAL) return false
    if (f.table !== null && f.table !== RT_TABLE_LOCAL && f.table !== RT_TABLE_MAIN) return false
  } else if (f.table !== null && f.table > 0 && f.table !== route.table) return false
  if (f.oif > 0 && route.oif !== f.oif) return false
  const { root, match } = f
  if (root && root.family !== 0) {
    if (root.family !== route.family || route.dstLen < root.bitlen) return false
    if (!addressesMatch(route.dst, root.address, root.bitlen)) return false
  }
  if (match && match.family !== 0) {
    if (match.family !== route.family || route.dstLen > match.bitlen) return false
    if (!addressesMatch(route.dst, match.address, route.dstLen)) return false
  }
  return true
}

function routeText(ctx: IpContext, f: Filter, route: RouteMessage): string {
  let text = route.routeType === RTN_UNICAST ? '' : `${ctx.names.routeType(route.routeType)} `
  if (route.dstLen === bitsOf(route.family)) text += `${formatAddress(route.dst)} `
  else text += route.dstLen === 0 ? 'default ' : `${formatAddress(route.dst)}/${route.dstLen} `
  if (route.from !== undefined) text += `from ${formatAddress(route.from)} `
  if (route.gateway !== undefined && !f.via) text += `via ${formatAddress(route.gateway)} `
  if (route.oif !== undefined) text += `dev ${ctx.links.name(route.oif)} `
  if (route.table !== RT_TABLE_MAIN && f.table === 0) text += `table ${ctx.names.table(route.table)} `
  if (!(route.cloned ?? false) && route.scope !== RT_SCOPE_UNIVERSE) {
    text += `scope ${ctx.names.scope(route.scope)} `
  }
  if (route.prefsrc !== undefined && !f.src) text += ` src ${formatAddress(route.prefsrc)} `
  if (route.priority !== 0 || route.family === AF_INET6) text += ` metric ${route.priority} `
  if (route.flags & RTNH_F_DEAD) text += 'dead '
  if (route.flags & RTNH_F_ONLINK) text += 'onlink '
  if (route.iif !== undefined) text += ` iif ${ctx.links.name(route.iif)}`
  return `${text}\n`
}

function list(ctx: IpContext, flushes: boolean): number {
  if (flushes && !ctx.more) ctx.die('"ip route flush" requires an argument')
  const filter = parseFilter(ctx)
  const families = ctx.family !== 0 ? [ctx.family] : filter.table === 0 ? [AF_INET, AF_INET6] : [AF_INET]
  for (const family of families) {
    for (const route of ctx.talk({ type: 'RTM_GETROUTE', family, cloned: filter.table === null })) {
      if (route.type !== 'RTM_NEWROUTE' || !passes(filter, route)) continue
      if (flushes) ctx.p.net.rtnetlink({ type: 'RTM_DELROUTE', route })
      else ctx.out(routeText(ctx, filter, route))
    }
  }
  return 0
}

/** Ref: iproute_get() */
function get(ctx: IpContext): number {
  let dst: InetPrefix | null = null
  let from: InetPrefix | null = null
  const devices: { iif?: number; oif?: number } = {}
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'from') from = ctx.prefix(ctx.value())
    else if (word === 'iif') devices.iif = ctx.device(ctx.value())
    else if (word === 'oif' || word === 'dev') devices.oif = ctx.device(ctx.value())
    else dst = ctx.prefix(word === 'to' ? ctx.value() : word)
  }
  if (!dst || dst.family === 0) ctx.die('need at least destination address')
  const src = from && from.bytelen > 0 ? { src: from.address } : {}
  const lookup = { dst: dst.address, ...devices, ...src }
  const [route] = ctx.talk({ type: 'RTM_GETROUTE_LOOKUP', lookup })
  if (route?.type !== 'RTM_NEWROUTE') return 1
  const filter: Filter = { table: 0, oif: 0, iif: 0, root: null, match: null, via: null, src: null }
  const { prefsrc: _, ...plain } = route
  const shown: RouteMessage = from ? plain : route
  const asked = from ? ` from ${formatAddress(from.address)}` : ''
  const text = routeText(ctx, filter, { ...shown, table: RT_TABLE_MAIN })
  ctx.out(asked === '' ? text : text.replace(/^((?:\w+ )?\S+)/, `$1${asked}`))
  return 0
}
