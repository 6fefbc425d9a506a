// An address as programs are told of it. Ref: net/ipv6/addrconf.c:inet6_fill_ifaddr(), inet6_ifa_notify()
import { SECOND } from '../../sim/clock.ts'
import { AF_INET6, INFINITY_LIFE_TIME, type AddrMessage } from '../../uapi/rtnetlink.ts'
import { inherit } from '../core/provenance.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { Inet6Ifa } from './inet6_dev.ts'

export function inet6FillIfaddr(ifa: Inet6Ifa): AddrMessage {
  const message: AddrMessage = {
    type: 'RTM_NEWADDR',
    family: AF_INET6,
    index: ifa.dev.index,
    prefixlen: ifa.prefixlen,
    flags: ifa.flags,
    scope: ifa.scope,
    local: ifa.address,
    address: ifa.peer || ifa.address,
    validLft: left(ifa, ifa.validLft),
    preferredLft: left(ifa, ifa.preferredLft),
  }
  if (ifa.metric) message.metric = ifa.metric
  return inherit(message, ifa)
}

function left(ifa: Inet6Ifa, lifetime: number): number {
  if (lifetime === INFINITY_LIFE_TIME) return lifetime
  return Math.max(0, lifetime - Math.floor((ifa.dev.net.stack.clock.now - ifa.stamp) / SECOND))
}

/** Ref: inet6_ifa_notify() */
export function inet6IfaNotify(type: AddrMessage['type'], ifa: Inet6Ifa): void {
  rtnlNotify(ifa.dev.net, 'ipv6-ifaddr', () => ({ ...inet6FillIfaddr(ifa), type }))
}
