// A route as programs are told of it. Ref: net/ipv4/fib_semantics.c:fib_dump_info(), rtmsg_fib()
import { AF_INET, RTNH_F_DEAD, RTNH_F_LINKDOWN, type RouteMessage } from '../../uapi/rtnetlink.ts'
import type { Net } from '../core/net.ts'
import { inherit } from '../core/provenance.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { FibAlias, FibNh } from './fib_table.ts'
import { ignoresLinkdown } from './in_device.ts'

/** A link that is down and not to be used counts as dead. Ref: fib_nexthop_info() */
function shownFlags(nh: FibNh): number {
  const dead = nh.flags & RTNH_F_LINKDOWN && nh.dev && ignoresLinkdown(nh.dev)
  return dead ? nh.flags | RTNH_F_DEAD : nh.flags
}

export function fibDumpInfo(alias: FibAlias): RouteMessage {
  const { info } = alias
  const message: RouteMessage = {
    type: 'RTM_NEWROUTE',
    family: AF_INET,
    table: alias.table,
    protocol: info.protocol,
    scope: info.scope,
    routeType: info.type,
    dst: alias.dst,
    dstLen: alias.length,
    tos: alias.tos,
    priority: info.priority,
    flags: info.flags,
  }
  if (info.prefsrc !== null) message.prefsrc = info.prefsrc
  if (info.mtu) message.mtu = info.mtu
  if (info.advmss) message.advmss = info.advmss
  if (info.metrics) message.metrics = info.metrics
  if (info.realms) message.realms = info.realms
  if (info.nexthop) message.nhid = info.nexthop.id
  const [nh] = info.nhs
  if (info.nhs.length > 1) {
    message.multipath = info.nhs.map((hop) => ({
      flags: shownFlags(hop),
      weight: hop.weight,
      ...(hop.dev ? { oif: hop.dev.index } : {}),
      ...(hop.gateway ? { gateway: hop.gateway } : {}),
    }))
  } else if (nh) {
    message.flags = shownFlags(nh)
    if (nh.dev) message.oif = nh.dev.index
    if (nh.gateway) message.gateway = nh.gateway
  }
  return inherit(message, alias)
}

/** Ref: rtmsg_fib() */
export function rtmsgFib(net: Net, type: RouteMessage['type'], alias: FibAlias): void {
  rtnlNotify(net, 'ipv4-route', () => ({ ...fibDumpInfo(alias), type }))
}
