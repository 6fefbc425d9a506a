// What errors and redirects teach about routes. Ref: net/ipv6/route.c
import { isLinkLocal6, type Inet6 } from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { needsScopeId } from './addr_type.ts'
import { findException6, rt6Redirect, rt6UpdatePmtu } from './exception.ts'
import { inet6Dev } from './inet6_dev.ts'
import { rt6Lookup } from './route.ts'

/** Ref: ip6_update_pmtu() */
export function updatePmtu(net: Net, original: Ipv6, mtu: number, dev: NetDevice): void {
  const oif = needsScopeId(original.dst) ? dev.index : 0
  const route = rt6Lookup(net, original.dst, oif, oif !== 0)
  if (!route || route.error) return
  const known = findException6(net, route, original.dst)?.mtu
  const current = known ?? (route.mtu || (inet6Dev(route.dev)?.conf.mtu ?? mtu))
  rt6UpdatePmtu(net, route, original.dst, mtu, current)
}

/** Only from the present next hop. Ref: rt6_do_redirect(), ip6_route_redirect() */
export function doRedirect(dev: NetDevice, from: Inet6, destination: Inet6, target: Inet6): void {
  const { net } = dev
  if (target !== destination && !isLinkLocal6(target)) return
  const route = rt6Lookup(net, destination, dev.index, true)
  if (!route || route.error || route.gateway === null) return
  const gateway = findException6(net, route, destination)?.gateway ?? route.gateway
  if (gateway === from) rt6Redirect(net, route, destination, target)
}
