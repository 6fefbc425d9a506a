// `ip route add`, `change`, `replace`, `append`, `prepend`, `test`, `delete` (Ref: iproute2 ip/iproute.c:iproute_modify()).
import type { CreateFlags, NexthopAttrs, RouteAttrs } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_ANYCAST,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_UNICAST,
  RTN_UNSPEC,
  RTNH_F_ONLINK,
  RTPROT_BOOT,
  RTPROT_UNSPEC,
} from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, talk } from './libnetlink.ts'
import { parseRealms, takeMetric, type MetricWords } from './routemetrics.ts'
import type { InetPrefix } from './utils.ts'
import { getAddr, getPrefix, parseUnsigned, readFamily } from './utils.ts'

const RTN_NAT = 10

interface Words extends MetricWords {
  family: number
  dst: InetPrefix | null
  gateway: InetPrefix | null
  prefsrc: InetPrefix | null
  dev: string | null
  type: number | null
  table: number | null
  scope: number | null
  protocol: number | null
  metric: number
  tos: number
  /** Seconds; an IPv4 route takes it and forgets. */
  expires: number | null
  realms: number
  flags: number
  nexthops: boolean
  nhid: number
  /** A word that an IPv4 route takes and forgets. */
  inet6Only: string | null
}

const PREFERENCES: ReadonlySet<string> = new Set(['low', 'medium', 'high'])

/** Keywords that may be shortened, in the order in which iproute2 tries them. */
const SHORTENED: readonly string[] = [
  'dsfield',
  'metric',
  'priority',
  'reordering',
  'window',
  'cwnd',
  'initcwnd',
  'initrwnd',
  'features',
  'quickack',
  'congctl',
  'rttvar',
  'ssthresh',
  'realms',
  'protocol',
  'table',
  'vrf',
  'pref',
  'fastopen_no_cookie',
]

const WHOLE: ReadonlySet<string> = new Set(
  (
    'src as via from tos expires preference scope mtu hoplimit advmss rtt rto_min onlink ' +
    'nexthop nhid dev oif encap ttl-propagate'
  ).split(' '),
)

function keywordOf(word: string): string {
  if (WHOLE.has(word)) return word
  for (const keyword of SHORTENED) if (matches(word, keyword)) return keyword
  return ''
}

/** Exit status. */
export function modifyRoute(ctx: IpContext, args: Args, flags: CreateFlags | 'delete'): number {
  const deletes = flags === 'delete'
  const w: Words = {
    family: ctx.family,
    dst: null,
    gateway: null,
    prefsrc: null,
    dev: null,
    type: null,
    table: null,
    scope: null,
    protocol: null,
    metric: 0,
    tos: 0,
    mtu: null,
    advmss: null,
    expires: null,
    metrics: {},
    realms: 0,
    flags: 0,
    nexthops: false,
    nhid: 0,
    inet6Only: null,
  }
  while (args.more && args.word !== 'nexthop') parseWord(ctx, args, w)
  if (!w.dst) ctx.usage(ctx.usageOf('route'))
  let oif = 0
  if (w.dev !== null) {
    oif = ctx.links.index(w.dev)
    if (oif === 0) return cannotFindDevice(ctx, w.dev)
  }
  w.nexthops = args.more
  const nexthops = w.nexthops ? parseNexthops(ctx, args, w) : []
  if (w.inet6Only !== null && w.family === AF_INET6) ctx.unsupported(`route attribute ${w.inet6Only}`)
  const route = routeOf(w, w.dst, deletes)
  if (oif > 0) route.oif = oif
  const [only] = nexthops
  if (nexthops.length > 1) route.multipath = [...nexthops]
  else if (only) {
    if (only.gateway !== undefined) route.gateway = only.gateway
    if (only.oif !== undefined) route.oif = only.oif
    route.flags |= only.flags
  }
  const done = talk(ctx, deletes ? { type: 'RTM_DELROUTE', route } : { type: 'RTM_NEWROUTE', flags, route })
  return done ? 0 : 2
}

/** Fills in what the words leave open. */
function routeOf(w: Words, dst: InetPrefix, deletes: boolean): RouteAttrs {
  const family = w.family === AF_INET6 ? AF_INET6 : AF_INET
  const type = w.type ?? (deletes ? RTN_UNSPEC : RTN_UNICAST)
  const local = type === RTN_LOCAL || type === RTN_BROADCAST || type === RTN_NAT || type === RTN_ANYCAST
  const route: RouteAttrs = {
    family,
    table: w.table ?? (local ? RT_TABLE_LOCAL : RT_TABLE_MAIN),
    protocol: w.protocol ?? (deletes ? RTPROT_UNSPEC : RTPROT_BOOT),
    scope: w.scope ?? scopeOf(w, family, type, deletes),
    routeType: type,
    dst: dst.bytelen > 0 ? dst.address : family === AF_INET6 ? 0n : 0,
    dstLen: dst.bitlen,
    tos: w.tos,
    priority: w.metric,
    flags: w.flags,
  }
  if (w.gateway) route.gateway = w.gateway.address
  if (w.prefsrc) route.prefsrc = w.prefsrc.address
  if (w.mtu !== null) route.mtu = w.mtu
  if (w.advmss !== null) route.advmss = w.advmss
  if (w.metrics.hoplimit !== undefined && family === AF_INET6) route.hopLimit = w.metrics.hoplimit
  if (w.expires !== null && family === AF_INET6) route.expires = w.expires
  if (Object.keys(w.metrics).length > 0 && family !== AF_INET6) route.metrics = w.metrics
  if (w.realms !== 0) route.realms = w.realms
  if (w.nhid !== 0) route.nhid = w.nhid
  return route
}

/** A route without gateway reaches neighbours only. */
function scopeOf(w: Words, family: number, type: number, deletes: boolean): number {
  if (family === AF_INET6) return RT_SCOPE_UNIVERSE
  if (type === RTN_LOCAL || type === RTN_NAT) return RT_SCOPE_HOST
  if (type === RTN_BROADCAST || type === RTN_MULTICAST || type === RTN_ANYCAST) return RT_SCOPE_LINK
  if (type !== RTN_UNICAST && type !== RTN_UNSPEC) return deletes ? RT_SCOPE_NOWHERE : RT_SCOPE_UNIVERSE
  if (deletes) return RT_SCOPE_NOWHERE
  return w.gateway || w.nexthops || w.nhid !== 0 ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK
}

function parseWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  const keyword = keywordOf(word)
  switch (keyword) {
    case '':
      return takeDestination(ctx, args, w, word)
    case 'via':
      if (w.gateway) args.invarg('use nexthop syntax to specify multiple via\n', word)
      w.gateway = takeGateway(ctx, args, w)
      return
    case 'dev':
    case 'oif':
      w.dev = args.value()
      return
    case 'src':
      w.prefsrc = getAddr(ctx, args.value(), w.family)
      adoptFamily(w, w.prefsrc)
      return
    case 'from':
      // Linux takes a source prefix and, for IPv4, forgets it.
      adoptFamily(w, getPrefix(ctx, args.value(), w.family))
      return
    case 'onlink':
      w.flags |= RTNH_F_ONLINK
      return
  }
  if (takeMetric(args, w, keyword)) return
  const value = args.value()
  switch (keyword) {
    case 'metric':
    case 'priority':
    case 'preference':
      w.metric = parseUnsigned(value) ?? args.invarg('"metric" value is invalid\n', value)
      return
    case 'scope':
      w.scope = ctx.names.parseScope(value) ?? args.invarg('invalid "scope" value\n', value)
      return
    case 'protocol':
      w.protocol = ctx.names.parseProtocol(value) ?? args.invarg('"protocol" value is invalid\n', value)
      return
    case 'table':
      w.table = ctx.names.parseTable(value) ?? args.invarg('"table" value is invalid\n', value)
      return
    case 'tos':
    case 'dsfield':
      w.tos = ctx.names.parseDsfield(value) ?? args.invarg('"tos" value is invalid\n', value)
      return
    case 'nhid':
      w.nhid = parseUnsigned(value) ?? args.invarg('"id" value is invalid\n', value)
      return
    case 'vrf':
      args.invarg('Invalid VRF\n', value)
  }
  if (keyword === 'realms') w.realms = parseRealms(value) ?? args.invarg('"realm" value is invalid\n', value)
  else if (keyword === 'ttl-propagate') {
    if (value !== 'enabled' && value !== 'disabled') args.invarg('"ttl-propagate" value is invalid\n', value)
  } else if (keyword === 'expires') {
    w.expires = parseUnsigned(value) ?? args.invarg('"expires" value is invalid\n', value)
  } else if (keyword === 'pref') {
    if (!PREFERENCES.has(value) && parseUnsigned(value, 255) === null)
      args.invarg('"pref" value is invalid\n', value)
    if (value !== 'medium') w.inet6Only = keyword
  } else ctx.unsupported(`route attribute ${keyword}`)
}

function adoptFamily(w: Words, prefix: InetPrefix): void {
  if (w.family === AF_UNSPEC) w.family = prefix.family
}

function takeGateway(ctx: IpContext, args: Args, w: Words): InetPrefix {
  const first = args.value()
  const family = readFamily(first)
  const gateway = family === AF_UNSPEC ? getAddr(ctx, first, w.family) : getAddr(ctx, args.value(), family)
  adoptFamily(w, gateway)
  if (gateway.family !== w.family) ctx.unsupported('a gateway of another family')
  return gateway
}

function takeDestination(ctx: IpContext, args: Args, w: Words, first: string): void {
  let word = first === 'to' ? args.value() : first
  const type = /^[0-9]/.test(word) ? null : ctx.names.parseRouteType(word)
  if (type !== null) {
    w.type = type
    word = args.value()
  }
  if (matches(word, 'help')) ctx.usage(ctx.usageOf('route'))
  if (w.dst) args.duparg2('to', word)
  w.dst = getPrefix(ctx, word, w.family)
  adoptFamily(w, w.dst)
}

/** `nexthop via … dev … weight … nexthop …` up to the end. */
function parseNexthops(ctx: IpContext, args: Args, w: Words): readonly NexthopAttrs[] {
  const nexthops: NexthopAttrs[] = []
  while (args.more) {
    if (args.word !== 'nexthop') {
      ctx.err(`Error: "nexthop" or end of line is expected instead of "${args.word}"\n`)
      ctx.exit(255)
    }
    if (args.left <= 1) {
      ctx.err('Error: unexpected end of line after "nexthop"\n')
      ctx.exit(255)
    }
    args.take()
    nexthops.push(parseNexthop(ctx, args, w))
  }
  return nexthops
}

function parseNexthop(ctx: IpContext, args: Args, w: Words): NexthopAttrs {
  const nexthop: NexthopAttrs = { flags: 0, weight: 1 }
  while (args.more) {
    const { word } = args
    if (word === 'via') {
      args.take()
      nexthop.gateway = takeGateway(ctx, args, w).address
    } else if (word === 'dev') {
      args.take()
      const dev = args.value()
      nexthop.oif = ctx.links.index(dev)
      if (nexthop.oif > 0) continue
      cannotFindDevice(ctx, dev)
      ctx.err('Error: cannot parse nexthop\n')
      ctx.exit(255)
    } else if (word === 'weight') {
      args.take()
      const value = args.value()
      const weight = parseUnsigned(value, 256)
      if (weight === null || weight === 0) args.invarg('"weight" is invalid\n', value)
      nexthop.weight = weight
    } else if (word === 'onlink') {
      args.take()
      nexthop.flags |= RTNH_F_ONLINK
    } else if (matches(word, 'realms') || word === 'encap' || word === 'as') {
      ctx.unsupported(`nexthop attribute ${word}`)
    } else break
  }
  return nexthop
}
