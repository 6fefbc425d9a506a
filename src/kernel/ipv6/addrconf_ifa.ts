// What comes with an address that may be used, and goes with it: its route to oneself, the anycast address and the
// group of its subnet, its prefix's route. Ref: net/ipv6/addrconf.c:__ipv6_ifa_notify()
import { SECOND } from '../../sim/clock.ts'
import { IFF_LOOPBACK, IFF_NOARP } from '../../uapi/if.ts'
import {
  IFA_F_NOPREFIXROUTE,
  IFA_F_PERMANENT,
  INFINITY_LIFE_TIME,
  RT_TABLE_MAIN,
  RTN_LOCAL,
  RTN_UNICAST,
  RTPROT_KERNEL,
} from '../../uapi/rtnetlink.ts'
import { inet6Mask, solicitedNode, type Inet6 } from '../../wire/inet6.ts'
import { onBehalfOf } from '../core/provenance.ts'
import { joinAnycast, leaveAnycast } from './anycast.ts'
import { inet6IfaNotify } from './ifa6_message.ts'
import { inet6Dev, type Inet6Dev, type Inet6Ifa } from './inet6_dev.ts'
import type { Fib6Info } from './ip6_fib.ts'
import { localRoute } from './local_route.ts'
import { ipv6DevMcDec, ipv6DevMcInc } from './mcast.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { IP6_RT_PRIO_ADDRCONF, ip6DelRt, ip6InsRt, ip6RouteAdd } from './route_info.ts'

/** Ref: addrconf_join_solict() */
export function joinSolict(device: Inet6Dev, address: Inet6): void {
  if (!(device.dev.flags & (IFF_LOOPBACK | IFF_NOARP))) ipv6DevMcInc(device, solicitedNode(address))
}

function leaveSolict(device: Inet6Dev, address: Inet6): void {
  if (!(device.dev.flags & (IFF_LOOPBACK | IFF_NOARP))) ipv6DevMcDec(device, solicitedNode(address))
}

/** The address may be used. Ref: __ipv6_ifa_notify(RTM_NEWADDR) */
export function ifaUsable(device: Inet6Dev, ifa: Inet6Ifa): void {
  const { net } = device.dev
  inet6IfaNotify('RTM_NEWADDR', ifa)
  if (!ifa.route) {
    const route = localRoute(ifa.dev, ifa.address, RTN_LOCAL)
    ifa.route = route
    onBehalfOf(net.stack, ifa, () => ip6InsRt(net, route, { create: true }))
  }
  if (device.conf.forwarding) joinAnycast(device, ifa)
  addPeerRoute(ifa)
  net.version++
}

/** Ref: __ipv6_ifa_notify(RTM_DELADDR) */
export function ifaUnusable(device: Inet6Dev, ifa: Inet6Ifa): void {
  const { net } = device.dev
  inet6IfaNotify('RTM_DELADDR', ifa)
  if (device.conf.forwarding && ifa.route) leaveAnycast(device, ifa)
  leaveSolict(device, ifa.address)
  delPeerRoute(ifa)
  if (ifa.route) ip6DelRt(net, ifa.route)
  ifa.route = null
  net.version++
}

export function delPeerRoute(ifa: Inet6Ifa): void {
  const route = ifa.peer === 0n ? null : prefixRoute(ifa, ifa.peer, 128)
  if (route) ip6DelRt(ifa.dev.net, route)
}

export function addPeerRoute(ifa: Inet6Ifa): void {
  if (ifa.peer !== 0n) addPrefixRoute(ifa, ifa.peer, 128)
}

/** Ref: addrconf_prefix_route(). An address that ends has a route that does. */
export function addPrefixRoute(ifa: Inet6Ifa, address = ifa.address, length = ifa.prefixlen): void {
  const { net } = ifa.dev
  const route = {
    table: RT_TABLE_MAIN,
    dst: address,
    length,
    metric: ifa.metric || IP6_RT_PRIO_ADDRCONF,
    type: RTN_UNICAST,
    protocol: RTPROT_KERNEL,
    oif: ifa.dev.index,
    gateway: null,
    flags: 0,
    weight: 1,
    prefsrc: null,
    mtu: 0,
    advmss: 0,
    hopLimit: 0,
    expires: ifa.validLft === INFINITY_LIFE_TIME ? null : ifa.validLft,
  }
  onBehalfOf(net.stack, ifa, () => ip6RouteAdd(net, route, { create: true }))
}

/** Ref: addrconf_get_prefix_route() */
function prefixRoute(ifa: Inet6Ifa, address: Inet6, length: number): Fib6Info | null {
  const table = ipv6Of(ifa.dev.net).fib.get(RT_TABLE_MAIN)
  const node = table?.node(address & inet6Mask(length), length)
  return (
    node?.routes.find(
      (r) =>
        r.dev === ifa.dev && r.protocol === RTPROT_KERNEL && r.gateway === null && r.type === RTN_UNICAST,
    ) ?? null
  )
}

/** The prefix's route stays while another address of the prefix is left. Ref: check_cleanup_prefix_route(), cleanup_prefix_route() */
export function cleanupPrefixRoute(ifa: Inet6Ifa): void {
  if (ifa.flags & IFA_F_NOPREFIXROUTE) return
  const { net } = ifa.dev
  const mask = inet6Mask(ifa.prefixlen)
  const mates = (inet6Dev(ifa.dev)?.addresses ?? []).filter(
    (other) =>
      other !== ifa && other.prefixlen === ifa.prefixlen && ((other.address ^ ifa.address) & mask) === 0n,
  )
  if (mates.some((other) => other.flags & (IFA_F_PERMANENT | IFA_F_NOPREFIXROUTE))) return
  const route = prefixRoute(ifa, ifa.address, ifa.prefixlen)
  if (!route) return
  if (mates.length === 0) return ip6DelRt(net, route)
  // Only passing ones are left: the route ends with the last of them.
  const now = net.stack.clock.now
  route.expires = Math.max(...mates.map((other) => other.stamp + other.validLft * SECOND), now)
}
