// What neighbour discovery and listener reports send: by their own device, whatever the routes are.
// Ref: net/ipv6/ndisc.c:ndisc_send_skb(), net/ipv6/route.c:icmp6_dst_alloc()
import { RTN_MULTICAST, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import type { Icmp6 } from '../../wire/icmp6.ts'
import { isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_ICMPV6, type Ipv6 } from '../../wire/ipv6.ts'
import type { NetDevice } from '../core/net.ts'
import { allocSkb } from '../core/trace.ts'
import { nfHook } from '../netfilter/core.ts'
import { inet6Dev } from './inet6_dev.ts'
import { dstOutput6 } from './ip6_output.ts'

export interface NdiscPacket {
  readonly src: Inet6
  readonly dst: Inet6
  readonly hopLimit: number
  readonly routerAlert: boolean
  readonly payload: Icmp6
}

export function ndiscXmit(dev: NetDevice, what: NdiscPacket): void {
  const device = inet6Dev(dev)
  // What IPv6 is off on drops it in ip6_output(): it need not be made.
  if (!device || !dev.up || device.conf.disable_ipv6) return
  const packet: Ipv6 = {
    kind: 'ipv6',
    tclass: device.conf.ndisc_tclass,
    flowLabel: 0,
    hopLimit: what.hopLimit,
    src: what.src,
    dst: what.dst,
    routerAlert: what.routerAlert,
    fragment: null,
    nextHeader: IPPROTO_ICMPV6,
    payload: what.payload,
  }
  const skb = allocSkb(dev.net.stack, dev, packet, null)
  skb.dst6 = {
    type: isMulticast6(what.dst) ? RTN_MULTICAST : RTN_UNICAST,
    dev,
    egress: dev,
    nexthop: what.dst,
    gateway: null,
    mtu: device.conf.mtu,
    length: 128,
    error: null,
    discards: false,
    route: null,
  }
  nfHook('ipv6', 'LOCAL_OUT', skb, null, dev, dstOutput6)
}
