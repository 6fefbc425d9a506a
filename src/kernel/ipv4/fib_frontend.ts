// Which routes an address makes, and the check of where a packet's source should come from.
// Ref: net/ipv4/fib_frontend.c
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  IFA_F_NOPREFIXROUTE,
  IFA_F_SECONDARY,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_UNICAST,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  RTPROT_KERNEL,
} from '../../uapi/rtnetlink.ts'
import { INADDR_BROADCAST, isZeronet, type Inet } from '../../wire/inet.ts'
import type { NetDevice } from '../core/net.ts'
import { onBehalfOf } from '../core/provenance.ts'
import { inetAddrType } from './addr_type.ts'
import { fibTableDelete, fibTableInsert, type FibConfig } from './fib_semantics.ts'
import { fibSyncDownAddr, fibSyncDownDev, fibSyncUp } from './fib_sync.ts'
import { LOOPBACK_IFINDEX, type FlowKey } from './fib_table.ts'
import { ifaMask, ifaMatch, inDev, type Ifa } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** Adds or removes a route of the kernel's own. Ref: fib_magic() */
function fibMagic(add: boolean, type: number, dst: Inet, length: number, ifa: Ifa, priority: number): void {
  const config: FibConfig = {
    table: type === RTN_UNICAST ? RT_TABLE_MAIN : RT_TABLE_LOCAL,
    dst,
    length,
    tos: 0,
    type,
    scope: type === RTN_LOCAL ? RT_SCOPE_HOST : RT_SCOPE_LINK,
    protocol: RTPROT_KERNEL,
    priority,
    prefsrc: ifa.local,
    mtu: 0,
    advmss: 0,
    metrics: null,
    realms: 0,
    nhs: [{ oif: ifa.dev.index, gateway: 0, flags: 0, weight: 1 }],
    nhid: 0,
  }
  const { net } = ifa.dev
  if (add) onBehalfOf(net.stack, ifa, () => fibTableInsert(net, config, { create: true, append: true }))
  else fibTableDelete(net, config)
}

/** The primary address whose subnet a secondary one is in. */
function primaryOf(ifa: Ifa): Ifa {
  if (!(ifa.flags & IFA_F_SECONDARY)) return ifa
  const others = inDev(ifa.dev)?.addresses ?? []
  return (
    others.find(
      (o) => !(o.flags & IFA_F_SECONDARY) && o.prefixlen === ifa.prefixlen && ifaMatch(ifa.address, o),
    ) ?? ifa
  )
}

function networkOf(ifa: Ifa): Inet {
  return (ifa.address & ifaMask(ifa)) >>> 0
}

function networkBroadcast(ifa: Ifa): Inet {
  return (networkOf(ifa) | ~ifaMask(ifa)) >>> 0
}

function prefixType(dev: NetDevice): number {
  return dev.flags & IFF_LOOPBACK ? RTN_LOCAL : RTN_UNICAST
}

/** Ref: fib_add_ifaddr() */
export function fibAddIfaddr(ifa: Ifa): void {
  const { dev } = ifa
  const prim = primaryOf(ifa)
  fibMagic(true, RTN_LOCAL, ifa.local, 32, prim, 0)
  if (!dev.up) return
  if (ifa.broadcast !== null && ifa.broadcast !== 0 && ifa.broadcast !== INADDR_BROADCAST) {
    fibMagic(true, RTN_BROADCAST, ifa.broadcast, 32, prim, 0)
  }
  const prefix = networkOf(ifa)
  if (isZeronet(prefix) || ifa.flags & IFA_F_SECONDARY) return
  if (prefix === ifa.local && ifa.prefixlen === 32) return
  if (!(ifa.flags & IFA_F_NOPREFIXROUTE)) {
    fibMagic(true, prefixType(dev), prefix, ifa.prefixlen, prim, ifa.metric)
  }
  if (ifa.prefixlen < 31) fibMagic(true, RTN_BROADCAST, networkBroadcast(ifa), 32, prim, 0)
}

/** Moves the route of an address's subnet to another metric. Ref: fib_modify_prefix_metric() */
export function fibModifyPrefixMetric(ifa: Ifa, metric: number): void {
  const old = ifa.metric
  if (metric === old) return
  ifa.metric = metric
  const prefix = networkOf(ifa)
  const hasRoute =
    !(ifa.flags & (IFA_F_SECONDARY | IFA_F_NOPREFIXROUTE)) && !isZeronet(prefix) && ifa.prefixlen < 32
  if (!hasRoute || !ifa.dev.up) return
  fibMagic(true, prefixType(ifa.dev), prefix, ifa.prefixlen, ifa, metric)
  fibMagic(false, prefixType(ifa.dev), prefix, ifa.prefixlen, ifa, old)
}

/** `ifa` has already left its device's list, maybe with its primary, `iprim`. Ref: fib_del_ifaddr() */
export function fibDelIfaddr(ifa: Ifa, iprim: Ifa | null = null): void {
  const { dev } = ifa
  const prim = iprim ?? primaryOf(ifa)
  const rest = inDev(dev)?.addresses ?? []
  const isSecondary = (ifa.flags & IFA_F_SECONDARY) !== 0
  const prefix = networkOf(ifa)
  const network = networkBroadcast(ifa)
  const stillBroadcast = (address: Inet): boolean =>
    rest.some((o) => o.broadcast === address || (o.prefixlen < 31 && networkBroadcast(o) === address))
  if (!isSecondary) {
    const covered = prefix === ifa.local && ifa.prefixlen === 32
    const shared = rest.some(
      (o) => o.prefixlen === ifa.prefixlen && ifaMatch(ifa.address, o) && o.local === ifa.local,
    )
    if (!covered && !isZeronet(prefix) && !shared && !(ifa.flags & IFA_F_NOPREFIXROUTE)) {
      fibMagic(false, prefixType(dev), prefix, ifa.prefixlen, ifa, ifa.metric)
    }
    if (ifa.prefixlen < 31 && !stillBroadcast(network)) fibMagic(false, RTN_BROADCAST, network, 32, ifa, 0)
  }
  if (ifa.broadcast !== null && ifa.broadcast !== 0 && !stillBroadcast(ifa.broadcast)) {
    fibMagic(false, RTN_BROADCAST, ifa.broadcast, 32, ifa, 0)
  }
  if (!rest.some((o) => o.local === ifa.local)) {
    fibMagic(false, RTN_LOCAL, ifa.local, 32, prim, 0)
    if (inetAddrType(dev.net, ifa.local) !== RTN_LOCAL) fibSyncDownAddr(dev.net, ifa.local)
  }
}

/** A device came up: its addresses' routes come back. Ref: fib_netdev_event() */
export function fibDeviceUp(dev: NetDevice): void {
  for (const ifa of inDev(dev)?.addresses ?? []) fibAddIfaddr(ifa)
  fibSyncUp(dev, RTNH_F_DEAD)
}

export function fibDeviceDown(dev: NetDevice): void {
  fibSyncDownDev(dev, 'DOWN', false)
}

export function fibDeviceGone(dev: NetDevice): void {
  fibSyncDownDev(dev, 'UNREGISTER', true)
}

export function fibDeviceChange(dev: NetDevice): void {
  if (dev.carrier && dev.up) fibSyncUp(dev, RTNH_F_LINKDOWN)
  else fibSyncDownDev(dev, 'CHANGE', false)
}

/**
 * Checks that a source could be answered out of the device it came by. `oif`: where the packet is to go, 0 when here.
 * −1: it may not (martian, or rp_filter); 0: yes, through a gateway; 1: yes, and it is on the link itself.
 * Ref: __fib_validate_source()
 */
export function fibValidateSource(flow: FlowKey, dev: NetDevice, oif: number): -1 | 0 | 1 {
  const ip = ipv4Of(dev.net)
  const conf = inDev(dev)?.conf
  if (!conf) return -1
  const rpf = Math.max(ip.all.rp_filter, conf.rp_filter)
  const acceptLocal = conf.accept_local || ip.all.accept_local
  const validMark = conf.src_valid_mark !== 0 || ip.all.src_valid_mark !== 0
  const back: FlowKey = {
    daddr: flow.saddr,
    saddr: flow.daddr,
    tos: flow.tos,
    oif: 0,
    iif: oif || LOOPBACK_IFINDEX,
    mark: validMark ? (flow.mark ?? 0) : 0,
  }
  const found = ip.fib.lookup(back)
  if (!found) return rpf ? -1 : 0
  const { type } = found.alias.info
  if (type !== RTN_UNICAST && (type !== RTN_LOCAL || !acceptLocal)) return -1
  if (found.alias.info.nhs.some((nh) => nh.dev === dev)) return found.nh.scope >= RT_SCOPE_HOST ? 1 : 0
  if ((inDev(dev)?.addresses.length ?? 0) === 0) return rpf ? -1 : 0
  if (rpf === 1) return -1
  const again = ip.fib.lookup({ ...back, oif: dev.index })
  if (again && again.alias.info.type === RTN_UNICAST) return again.nh.scope >= RT_SCOPE_HOST ? 1 : 0
  return 0
}
