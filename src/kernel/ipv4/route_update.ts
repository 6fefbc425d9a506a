// Routes corrected by ICMP: a path with a smaller MTU, a better first hop. Ref: net/ipv4/route.c
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import type { IcmpError } from '../../wire/icmp.ts'
import { isLimitedBroadcast, isMulticast, isZeronet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { neighResolve, NUD_VALID } from '../core/neighbour.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { inetAddrType } from './addr_type.ts'
import { inetAddrOnlink } from './devinet.ts'
import { updateException } from './fib_exception.ts'
import { inDev } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { ipRouteOutput, type OutputRoute } from './route.ts'

/** How long a learned gateway holds. Ref: ip_rt_gc_timeout */
const REDIRECT_EXPIRES = 300 * SECOND

function routeOf(net: Net, original: Ipv4): OutputRoute | null {
  const { src, dst, tos } = original
  const route = ipRouteOutput(net, { daddr: dst, saddr: src, tos, oif: 0, mark: 0 })
  return isErrno(route) ? null : route
}

/** `original` was too long for somebody on its way. Ref: __ip_rt_update_pmtu() */
export function ipRtUpdatePmtu(net: Net, original: Ipv4, told: number): void {
  const route = routeOf(net, original)
  if (!route?.result || route.dst.mtu < told) return
  if (route.result.alias.info.metrics?.lock?.includes('mtu')) return
  const { sysctls } = ipv4Of(net)
  const mtu = Math.max(told, Math.min(route.dst.mtu, sysctls['route/min_pmtu'] ?? 552))
  const expires = net.stack.clock.now + (sysctls['route/mtu_expires'] ?? 600) * SECOND
  updateException(net, route.result.nh, original.dst, { mtu, gateway: 0, expires })
}

/** Router `sender` names a better gateway for `original`. Ref: __ip_do_redirect() */
export function ipDoRedirect(dev: NetDevice, sender: Ipv4, redirect: IcmpError): void {
  const { net } = dev
  const { info: gateway, original } = redirect
  const route = routeOf(net, original)
  if (!route?.result || route.dst.gateway !== sender.src || gateway === sender.src) return
  if (!takesRedirects(dev) || isMulticast(gateway) || isLimitedBroadcast(gateway) || isZeronet(gateway))
    return
  const shared = (inDev(dev)?.conf.shared_media ?? 0) !== 0 || ipv4Of(net).all.shared_media !== 0
  if (!shared && !inetAddrOnlink(dev, gateway, sender.src)) return
  if (shared && inetAddrType(net, gateway) !== RTN_UNICAST) return
  const { arp } = ipv4Of(net)
  const neigh = arp.create(gateway, route.dst.dev)
  // Its address must be known first: this redirect only asks for it, the next one is taken.
  if (!(neigh.state & NUD_VALID)) return neighResolve(arp, neigh)
  const expires = net.stack.clock.now + REDIRECT_EXPIRES
  updateException(net, route.result.nh, original.dst, { mtu: 0, gateway, expires })
}

/** A router needs both settings, a host one of them. Ref: IN_DEV_RX_REDIRECTS() */
function takesRedirects(dev: NetDevice): boolean {
  const conf = inDev(dev)?.conf
  if (!conf) return false
  const all = ipv4Of(dev.net).all.accept_redirects !== 0
  const own = conf.accept_redirects !== 0
  return conf.forwarding ? all && own : all || own
}
