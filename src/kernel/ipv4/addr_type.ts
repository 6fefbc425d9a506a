// What kind of address it is to a namespace, or to one device. Ref: net/ipv4/fib_frontend.c:__inet_dev_addr_type()
import { RTN_BROADCAST, RTN_MULTICAST, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import { isLimitedBroadcast, isMulticast, isZeronet, type Inet } from '../../wire/inet.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** RTN_LOCAL, RTN_BROADCAST, RTN_MULTICAST or RTN_UNICAST. */
export function inetAddrType(net: Net, address: Inet): number {
  return inetAddrTypeDev(net, null, address)
}

/** A local address counts for `dev` only if it is that device's. */
export function inetAddrTypeDev(net: Net, dev: NetDevice | null, address: Inet): number {
  if (isZeronet(address) || isLimitedBroadcast(address)) return RTN_BROADCAST
  if (isMulticast(address)) return RTN_MULTICAST
  const found = ipv4Of(net).fib.local.lookup({ daddr: address, saddr: 0, tos: 0, oif: 0 })
  if (!found) return RTN_UNICAST
  if (dev && found.nh.dev !== dev) return RTN_UNICAST
  return found.alias.info.type
}
