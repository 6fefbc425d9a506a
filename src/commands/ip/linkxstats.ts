// `ip link xstats` and `ip link afstats` (Ref: iproute2 ip/iplink_xstats.c, iplink_bridge.c, iplink.c:iplink_afstats()).
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { padEnd } from './print.ts'

const XSTATS_USAGE = 'Usage: ... xstats type TYPE [ ARGS ]\n'

/** Kinds that iproute2 knows and that have none. */
const WITHOUT: ReadonlySet<string> = new Set(['veth', 'vlan', 'macvlan', 'ipvlan', 'vxlan', 'dummy'])

/** Exit status. */
export function linkXstats(ctx: IpContext, args: Args): number {
  if (!args.more) {
    ctx.err('xstats: missing argument\n')
    return 1
  }
  const word = args.take()
  if (matches(word, 'help')) {
    ctx.err(XSTATS_USAGE)
    return 0
  }
  if (word !== 'type') args.invarg('unknown argument', word)
  const kind = args.value()
  if (kind === 'bridge' || kind === 'bridge_slave') return bridgeXstats(ctx, args, kind)
  if (!WITHOUT.has(kind)) args.invarg('invalid type', kind)
  ctx.err(`xstats: link type ${kind} doesn't support xstats\n`)
  return 1
}

/** A bridge counts no IGMP or MLD unless mcast_stats_enabled, which cannot be set here: what it shows is zeros. */
function bridgeXstats(ctx: IpContext, args: Args, kind: string): number {
  let dev: number | null = null
  while (args.more) {
    const word = args.take()
    if (word !== 'dev') ctx.unsupported(`xstats ${word}`)
    const name = args.value()
    dev = ctx.links.index(name)
    if (dev === 0) args.invarg('Device does not exist\n', name)
  }
  const of = ' '.repeat(20)
  const queries = 'v1 0 v2 0 v3 0'
  const igmp = (what: string): string => `${of}IGMP ${what}:\n${of}  RX: ${queries}\n${of}  TX: ${queries}\n`
  const mld = (what: string): string => `${of}MLD ${what}:\n${of}  RX: v1 0 v2 0\n${of}  TX: v1 0 v2 0\n`
  for (const link of ctx.links.list()) {
    if (dev !== null && link.index !== dev) continue
    const { kind: own = '', slaveKind } = link.linkinfo ?? {}
    if (kind === 'bridge' ? own !== 'bridge' : slaveKind !== 'bridge') continue
    ctx.out.line(
      `${padEnd(link.ifname, 16)}\n` +
        igmp('queries') +
        igmp('reports') +
        `${of}IGMP leaves: RX: 0 TX: 0\n${of}IGMP parse errors: 0\n` +
        mld('queries') +
        mld('reports') +
        `${of}MLD leaves: RX: 0 TX: 0\n${of}MLD parse errors: 0\n`,
    )
  }
  return 0
}

/** Counters of MPLS, which no device here has. */
export function linkAfstats(ctx: IpContext, args: Args): number {
  if (!args.more) return 0
  const word = args.take()
  if (word !== 'dev') {
    ctx.err(`Command "${word}" is unknown, try "ip link help".\n`)
    ctx.exit(255)
  }
  const name = args.value()
  if (ctx.links.index(name) === 0) ctx.err(`Device "${name}" does not exist.\n`)
  return 0
}
