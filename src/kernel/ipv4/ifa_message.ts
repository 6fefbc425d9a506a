// An address as programs are told of it. Ref: net/ipv4/devinet.c:inet_fill_ifaddr(), rtmsg_ifa()
import { SECOND } from '../../sim/clock.ts'
import { AF_INET, INFINITY_LIFE_TIME, type AddrMessage } from '../../uapi/rtnetlink.ts'
import { inherit } from '../core/provenance.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { Ifa } from './in_device.ts'

export function inetFillIfaddr(ifa: Ifa): AddrMessage {
  const message: AddrMessage = {
    type: 'RTM_NEWADDR',
    family: AF_INET,
    index: ifa.dev.index,
    prefixlen: ifa.prefixlen,
    flags: ifa.flags,
    scope: ifa.scope,
    local: ifa.local,
    address: ifa.address,
    label: ifa.label,
    validLft: left(ifa, ifa.validLft),
    preferredLft: left(ifa, ifa.preferredLft),
  }
  if (ifa.broadcast) message.broadcast = ifa.broadcast
  if (ifa.metric) message.metric = ifa.metric
  return inherit(message, ifa)
}

function left(ifa: Ifa, lifetime: number): number {
  if (lifetime === INFINITY_LIFE_TIME) return lifetime
  return Math.max(0, lifetime - Math.floor((ifa.dev.net.stack.clock.now - ifa.stamp) / SECOND))
}

/** Ref: rtmsg_ifa() */
export function rtmsgIfa(type: AddrMessage['type'], ifa: Ifa): void {
  rtnlNotify(ifa.dev.net, 'ipv4-ifaddr', () => ({ ...inetFillIfaddr(ifa), type }))
}
