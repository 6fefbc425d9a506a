// `ip route`.
import { ENOENT, isErrno } from '../../uapi/errno.ts'
import type { RouteMessage } from '../../uapi/rtnetlink.ts'
import { AF_INET, AF_INET6, AF_UNSPEC, RT_TABLE_MAIN } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { DUMP_VERBS, refuseDump } from './binarydump.ts'
import { reportError } from './libnetlink.ts'
import type { RouteFilter } from './routefilter.ts'
import { parseRouteFilter, routePasses } from './routefilter.ts'
import { printRoute } from './routeformat.ts'
import { getRoute } from './routeget.ts'
import { modifyRoute } from './routemodify.ts'
import { ROUTE_USAGE } from './usage/route.ts'

/** Runs the verb at hand and gives the exit status. */
export function routeObject(ctx: IpContext, args: Args): number {
  if (!args.more) return list(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modifyRoute(ctx, args, { create: true, excl: true })
  if (matches(verb, 'change') || verb === 'chg') return modifyRoute(ctx, args, { replace: true })
  if (matches(verb, 'replace')) return modifyRoute(ctx, args, { create: true, replace: true })
  if (matches(verb, 'prepend')) return modifyRoute(ctx, args, { create: true })
  if (matches(verb, 'append')) return modifyRoute(ctx, args, { create: true, append: true })
  if (matches(verb, 'test')) return modifyRoute(ctx, args, { excl: true })
  if (matches(verb, 'delete')) return modifyRoute(ctx, args, 'delete')
  if (matches(verb, 'list') || matches(verb, 'show') || matches(verb, 'lst')) return list(ctx, args)
  if (matches(verb, 'get')) return getRoute(ctx, args)
  if (matches(verb, 'flush')) return flush(ctx, args)
  for (const verbOfDump of DUMP_VERBS) if (matches(verb, verbOfDump)) refuseDump(ctx, 'route', verbOfDump)
  if (matches(verb, 'help')) ctx.usage(ROUTE_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "ip route help".\n`)
  ctx.exit(255)
}

/** Routes that pass, or null when the kernel refused and it was said: `what` was terminated. */
function dump(ctx: IpContext, filter: RouteFilter, what: 'Dump' | 'Flush'): readonly RouteMessage[] | null {
  const { table, cloned } = filter
  const asked = ctx.family === AF_UNSPEC && table !== 0 ? AF_INET : ctx.family
  const routes: RouteMessage[] = []
  for (const family of asked === AF_UNSPEC ? [AF_INET, AF_INET6] : [asked]) {
    const request = { type: 'RTM_GETROUTE', family, cloned } as const
    const reply = ctx.p.net.rtnetlink(table === 0 ? request : { ...request, table })
    if (!reply.error) {
      for (const route of reply.messages) {
        if (route.type === 'RTM_NEWROUTE' && routePasses(ctx, filter, route)) routes.push(route)
      }
      continue
    }
    // A namespace without any route has no main table yet: nothing to say when it is only to be shown.
    if (what === 'Dump' && table === RT_TABLE_MAIN && reply.error.errno === ENOENT) continue
    reportError(ctx, reply.error)
    ctx.err(`${what} terminated\n`)
    return null
  }
  return routes
}

function list(ctx: IpContext, args: Args): number {
  const filter = parseRouteFilter(ctx, args)
  if (typeof filter === 'number') return filter
  ctx.out.beginJson()
  // A dump that fails leaves its JSON open, as iproute2 does.
  const routes = dump(ctx, filter, 'Dump')
  if (!routes) return 2
  for (const route of routes) printRoute(ctx, filter, route, null)
  ctx.out.endJson()
  return 0
}

const CACHE_FLUSH = '/proc/sys/net/ipv4/route/flush'

function flush(ctx: IpContext, args: Args): number {
  if (!args.more) {
    ctx.err('"ip route flush" requires arguments.\n')
    return 1
  }
  const filter = parseRouteFilter(ctx, args)
  if (typeof filter === 'number') return filter
  const { stats } = ctx.options
  if (filter.cloned) {
    const error = ctx.p.fs.writeFile(CACHE_FLUSH, '-1')
    if (isErrno(error)) ctx.err(`Cannot open "${CACHE_FLUSH}": ${error.text}\n`)
    if (stats > 0) ctx.out.line('*** IPv4 routing cache is flushed.\n')
    return 0
  }
  for (let round = 1; ; round++) {
    const doomed = dump(ctx, filter, 'Flush')
    if (!doomed) return 2
    if (doomed.length === 0) {
      if (stats > 0 && round === 1) ctx.out.line('Nothing to flush.\n')
      else if (stats > 0)
        ctx.out.line(`*** Flush is complete after ${round - 1} round${round > 2 ? 's' : ''} ***\n`)
      return 0
    }
    if (stats > 1) for (const route of doomed) printRoute(ctx, filter, route, null)
    for (const route of doomed) {
      const { error } = ctx.p.net.rtnetlink({ type: 'RTM_DELROUTE', route })
      if (!error) continue
      ctx.err(`Failed to send flush request: ${error.errno.text}\n`)
      return 2
    }
    if (stats > 0) ctx.out.line(`\n*** Round ${round}, deleting ${doomed.length} entries ***\n`)
  }
}
