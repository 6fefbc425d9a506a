// `ip route add` and its like. Ref: busybox networking/libiproute/iproute.c:iproute_modify()
import type { CreateFlags, RouteAttrs } from '../../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_UNICAST,
  RTN_UNSPEC,
  RTNH_F_ONLINK,
  RTPROT_BOOT,
  RTPROT_UNSPEC,
} from '../../../uapi/rtnetlink.ts'
import { ENODEV } from '../../../uapi/errno.ts'
import type { InetPrefix } from '../../ip/utils.ts'
import type { IpContext } from './context.ts'

interface Words {
  dst: InetPrefix | null
  gateway: InetPrefix | null
  src: InetPrefix | null
  dev: string | null
  type: number | null
  table: number | null
  scope: number | null
  protocol: number | null
  metric: number
  mtu: number | null
  onlink: boolean
}

/** `flags` null: it is deleted. Exit status. */
export function modifyRoute(ctx: IpContext, flags: CreateFlags | null): number {
  const w: Words = {
    dst: null,
    gateway: null,
    src: null,
    dev: null,
    type: null,
    table: null,
    scope: null,
    protocol: null,
    metric: 0,
    mtu: null,
    onlink: false,
  }
  while (ctx.more) takeWord(ctx, w, ctx.take())
  const route = routeOf(ctx, w, flags === null)
  if (flags && w.dev === null && !w.gateway && route.routeType === RTN_UNICAST) {
    ctx.complain(`RTNETLINK answers: ${ENODEV.text}`)
    return 2
  }
  ctx.talk(flags ? { type: 'RTM_NEWROUTE', flags, route } : { type: 'RTM_DELROUTE', route })
  return 0
}

function takeWord(ctx: IpContext, w: Words, word: string): void {
  switch (word) {
    case 'src':
      w.src = ctx.address(ctx.value())
      return
    case 'via':
      w.gateway = ctx.address(ctx.value())
      if (ctx.family === 0) ctx.family = w.gateway.family
      return
    case 'mtu': {
      const value = ctx.value()
      w.mtu = ctx.number(value === 'lock' ? ctx.value() : value, 'mtu')
      return
    }
    case 'scope': {
      const name = ctx.value()
      w.scope = ctx.names.parseScope(name) ?? ctx.invalid(name, 'scope')
      return
    }
    case 'proto':
    case 'protocol': {
      const name = ctx.value()
      w.protocol = ctx.names.parseProtocol(name) ?? ctx.invalid(name, 'protocol')
      return
    }
    case 'table': {
      const name = ctx.value()
      w.table = ctx.names.parseTable(name) ?? ctx.invalid(name, 'table')
      return
    }
    case 'dev':
    case 'oif':
      w.dev = ctx.value()
      return
    case 'metric':
      w.metric = ctx.number(ctx.value(), 'metric')
      return
    case 'onlink':
      w.onlink = true
      return
  }
  const first = word === 'to' ? ctx.value() : word
  const type = /^[0-9]/.test(first) ? null : ctx.names.parseRouteType(first)
  if (type !== null) w.type = type
  const dst = type === null ? first : ctx.value()
  if (w.dst) ctx.duplicate('to', dst)
  w.dst = ctx.prefix(dst)
  if (ctx.family === 0) ctx.family = w.dst.family
}

function routeOf(ctx: IpContext, w: Words, deletes: boolean): RouteAttrs {
  const family = ctx.family === AF_INET6 ? AF_INET6 : AF_INET
  const type = w.type ?? (deletes ? RTN_UNSPEC : RTN_UNICAST)
  const { dst } = w
  const route: RouteAttrs = {
    family,
    table: w.table ?? RT_TABLE_MAIN,
    protocol: w.protocol ?? (deletes ? RTPROT_UNSPEC : RTPROT_BOOT),
    scope: w.scope ?? scopeOf(w, family, type, deletes),
    routeType: type,
    dst: dst && dst.bytelen > 0 ? dst.address : family === AF_INET6 ? 0n : 0,
    dstLen: dst?.bitlen ?? 0,
    tos: 0,
    priority: w.metric,
    flags: w.onlink ? RTNH_F_ONLINK : 0,
  }
  if (w.gateway) route.gateway = w.gateway.address
  if (w.src) route.prefsrc = w.src.address
  if (w.mtu !== null) route.mtu = w.mtu
  if (w.dev !== null) route.oif = ctx.device(w.dev)
  return route
}

/** A route without gateway reaches neighbours only. */
function scopeOf(w: Words, family: number, type: number, deletes: boolean): number {
  if (family === AF_INET6) return RT_SCOPE_UNIVERSE
  if (type === RTN_LOCAL) return RT_SCOPE_HOST
  if (type === RTN_BROADCAST) return RT_SCOPE_LINK
  if (deletes) return RT_SCOPE_NOWHERE
  return type === RTN_UNICAST && !w.gateway ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE
}
