// Kinds and scopes of addresses. Ref: net/ipv6/addrconf_core.c
import { RT_SCOPE_HOST, RT_SCOPE_LINK, RT_SCOPE_SITE, RT_SCOPE_UNIVERSE } from '../../uapi/rtnetlink.ts'
import { IN6ADDR_LOOPBACK, isLinkLocal6, isMulticast6, type Inet6 } from '../../wire/inet6.ts'

/** Scopes of multicast addresses (RFC 4291 §2.7), which unicast ones are compared with. */
export const IPV6_ADDR_SCOPE_NODELOCAL = 1
export const IPV6_ADDR_SCOPE_LINKLOCAL = 2
const IPV6_ADDR_SCOPE_SITELOCAL = 5
const IPV6_ADDR_SCOPE_GLOBAL = 14

/** fec0::/10, once for sites (RFC 3879). */
function isSiteLocal(address: Inet6): boolean {
  return address >> 118n === 0x3fbn
}

/** The wider, the greater. Ref: ipv6_addr_src_scope() */
export function ipv6AddrScope(address: Inet6): number {
  if (isMulticast6(address)) return Number((address >> 112n) & 15n)
  if (isLinkLocal6(address)) return IPV6_ADDR_SCOPE_LINKLOCAL
  if (isSiteLocal(address)) return IPV6_ADDR_SCOPE_SITELOCAL
  return address === IN6ADDR_LOOPBACK ? IPV6_ADDR_SCOPE_LINKLOCAL : IPV6_ADDR_SCOPE_GLOBAL
}

/** RT_SCOPE_* of an address on a device. Ref: rt_scope() */
export function rtScopeOf(address: Inet6): number {
  if (address === IN6ADDR_LOOPBACK) return RT_SCOPE_HOST
  if (isLinkLocal6(address)) return RT_SCOPE_LINK
  return isSiteLocal(address) ? RT_SCOPE_SITE : RT_SCOPE_UNIVERSE
}

/** Means something only with a device. Ref: rt6_need_strict() */
export function rt6NeedStrict(address: Inet6): boolean {
  return isMulticast6(address) || isLinkLocal6(address) || address === IN6ADDR_LOOPBACK
}

/** Ref: __ipv6_addr_needs_scope_id() */
export function needsScopeId(address: Inet6): boolean {
  if (!isMulticast6(address)) return isLinkLocal6(address)
  const scope = ipv6AddrScope(address)
  return scope === IPV6_ADDR_SCOPE_LINKLOCAL || scope === IPV6_ADDR_SCOPE_NODELOCAL
}
