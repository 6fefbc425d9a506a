// Anycast addresses: a router answers to the first address of each of its subnets (RFC 4291 §2.6.1).
// Ref: net/ipv6/anycast.c
import { RTN_ANYCAST } from '../../uapi/rtnetlink.ts'
import { inet6Mask, solicitedNode, type Inet6 } from '../../wire/inet6.ts'
import type { Inet6Dev, Inet6Ifa } from './inet6_dev.ts'
import { localRoute } from './local_route.ts'
import { ipv6DevMcDec, ipv6DevMcInc } from './mcast.ts'
import { ip6DelRt, ip6InsRt } from './route_info.ts'

/** Ref: addrconf_join_anycast() */
export function joinAnycast(device: Inet6Dev, ifa: Inet6Ifa): void {
  // RFC 6164: a link of two has none.
  if (ifa.prefixlen >= 127) return
  const address = ifa.address & inet6Mask(ifa.prefixlen)
  const known = device.anycasts.find((a) => a.address === address)
  if (known) {
    known.users++
    return
  }
  const route = localRoute(device.dev, address, RTN_ANYCAST)
  device.anycasts = device.anycasts.toSpliced(0, 0, { address, users: 1, route })
  ip6InsRt(device.dev.net, route, { create: true })
  ipv6DevMcInc(device, solicitedNode(address))
}

/** Ref: addrconf_leave_anycast() */
export function leaveAnycast(device: Inet6Dev, ifa: Inet6Ifa): void {
  if (ifa.prefixlen >= 127) return
  const address = ifa.address & inet6Mask(ifa.prefixlen)
  const at = device.anycasts.findIndex((a) => a.address === address)
  const known = device.anycasts[at]
  if (!known || --known.users > 0) return
  device.anycasts = device.anycasts.toSpliced(at, 1)
  ipv6DevMcDec(device, solicitedNode(address))
  if (known.route) ip6DelRt(device.dev.net, known.route)
}

/** Ref: ipv6_chk_acast_addr() */
export function ipv6ChkAcastAddr(device: Inet6Dev, address: Inet6): boolean {
  return device.anycasts.some((a) => a.address === address)
}
