// What was learned of one destination beyond its route: a smaller MTU, a better gateway. Ref: net/ipv6/route.c
import { SECOND } from '../../sim/clock.ts'
import { RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPV6_MIN_MTU } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import type { Fib6Info, Rt6Exception } from './ip6_fib.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** Ref: rt6_find_cached_rt() */
export function findException6(net: Net, route: Fib6Info, daddr: Inet6): Rt6Exception | null {
  const known = route.exceptions?.get(daddr)
  if (!known) return null
  if (known.expires === null || known.expires > net.stack.clock.now) return known
  route.exceptions?.delete(daddr)
  return null
}

/** Ref: __ip6_rt_update_pmtu() */
export function rt6UpdatePmtu(net: Net, route: Fib6Info, daddr: Inet6, told: number, current: number): void {
  const mtu = Math.max(told, IPV6_MIN_MTU)
  if (route.type === RTN_LOCAL || mtu >= current) return
  const expires = net.stack.clock.now + (ipv6Of(net).sysctls['route/mtu_expires'] ?? 600) * SECOND
  const gateway = findException6(net, route, daddr)?.gateway ?? null
  route.exceptions ??= new Map()
  route.exceptions.set(daddr, { mtu, gateway, expires })
  net.version++
}

/** Ref: rt6_do_redirect() */
export function rt6Redirect(net: Net, route: Fib6Info, daddr: Inet6, gateway: Inet6): void {
  const known = findException6(net, route, daddr)
  route.exceptions ??= new Map()
  route.exceptions.set(daddr, { mtu: known?.mtu ?? null, gateway, expires: known?.expires ?? null })
  net.version++
}

/** `ip -6 route flush cache`. */
export function flushExceptions6(net: Net): void {
  for (const table of ipv6Of(net).fib.all()) for (const route of table.all()) route.exceptions = null
  net.version++
}
