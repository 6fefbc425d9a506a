// IPv6 addresses of devices: those they have by themselves (RFC 4862 §5.3) and those they are given. Read addrconfEvent
// first; an address's first second is in addrconf_dad.ts. Ref: net/ipv6/addrconf.c
import { EACCES, EADDRNOTAVAIL, EEXIST, EINVAL, ENODEV, ENOBUFS } from '../../uapi/errno.ts'
import { IFF_LOOPBACK, IFF_MULTICAST } from '../../uapi/if.ts'
import {
  IFA_F_MANAGETEMPADDR,
  IFA_F_NODAD,
  IFA_F_NOPREFIXROUTE,
  IFA_F_OPTIMISTIC,
  IFA_F_PERMANENT,
  IFA_F_TENTATIVE,
  INFINITY_LIFE_TIME,
  RT_TABLE_LOCAL,
  RTN_MULTICAST,
  RTPROT_KERNEL,
} from '../../uapi/rtnetlink.ts'
import {
  IN6ADDR_LINKLOCAL_ALLNODES,
  IN6ADDR_LINKLOCAL_ALLROUTERS,
  IN6ADDR_LOOPBACK,
  isLinkLocal6,
  isMulticast6,
  linkLocalOf,
  type Inet6,
} from '../../wire/inet6.ts'
import { IPV6_MIN_MTU } from '../../wire/ipv6.ts'
import { refuse, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'
import { credit, inherit } from '../core/provenance.ts'
import { confOfLoopback } from './conf.ts'
import { ipv6AddrScope, rtScopeOf } from './addr_type.ts'
import { dadHook, dadRun, dadStart } from './addrconf_dad.ts'
import {
  addPeerRoute,
  addPrefixRoute,
  cleanupPrefixRoute,
  delPeerRoute,
  ifaUnusable,
  ifaUsable,
} from './addrconf_ifa.ts'
import { setLifetimes } from './addrconf_lifetime.ts'
import { inet6IfaNotify } from './ifa6_message.ts'
import { inet6Dev, Inet6Dev, type Inet6Ifa } from './inet6_dev.ts'
import { ipv6DevMcInc, ipv6McDown, ipv6McUp } from './mcast.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { IP6_RT_PRIO_ADDRCONF, ip6RouteAdd, rt6DisableIp, rt6SyncLink } from './route_info.ts'

/** ff01::1 and ff01::2: what never leaves the node (RFC 4291 §2.7.1). */
const INTERFACELOCAL_ALLNODES: Inet6 = (0xff01n << 112n) | 1n
export const INTERFACELOCAL_ALLROUTERS: Inet6 = (0xff01n << 112n) | 2n
export const SITELOCAL_ALLROUTERS: Inet6 = (0xff05n << 112n) | 2n

/** The address's group is joined (include/uapi/linux/if_addr.h). */
const IFA_F_MCAUTOJOIN = 0x400

/** An address as it is asked for (Ref: struct ifa6_config). */
export interface Ifa6Config {
  readonly address: Inet6
  readonly peer: Inet6
  readonly prefixlen: number
  readonly flags: number
  readonly metric: number
  /** Seconds. */
  readonly validLft: number
  readonly preferredLft: number
}

/** Follows what happens to devices. Ref: addrconf_notify() */
export function addrconfEvent(event: NetdevEvent, dev: NetDevice): void {
  switch (event) {
    case 'REGISTER':
      if (dev.mtu >= IPV6_MIN_MTU) ipv6AddDev(dev)
      return
    case 'CHANGEMTU':
      return mtuChanged(dev)
    case 'UP':
      return linkUp(dev)
    case 'CHANGE':
      return linkChanged(dev)
    case 'DOWN':
      return addrconfIfdown(dev, false)
    case 'UNREGISTER':
      return addrconfIfdown(dev, true)
    default:
  }
}

/** Ref: ipv6_add_dev() */
function ipv6AddDev(dev: NetDevice): Inet6Dev {
  const ip6 = ipv6Of(dev.net)
  const device = new Inet6Dev(dev, ip6.dflt, ip6.neigh)
  if (dev.flags & IFF_LOOPBACK) device.conf = confOfLoopback(device.conf)
  dev.ip6Ptr = device
  if (dev.up && linkReady(dev)) device.ready = true
  ipv6DevMcInc(device, INTERFACELOCAL_ALLNODES)
  ipv6DevMcInc(device, IN6ADDR_LINKLOCAL_ALLNODES)
  if (device.conf.forwarding && dev.flags & IFF_MULTICAST) joinRouters(device)
  return device
}

/** Ref: ipv6_add_dev() */
function joinRouters(device: Inet6Dev): void {
  ipv6DevMcInc(device, IN6ADDR_LINKLOCAL_ALLROUTERS)
}

/** Ref: addrconf_link_ready() */
function linkReady(dev: NetDevice): boolean {
  return dev.operUp && dev.active
}

function mtuChanged(dev: NetDevice): void {
  const device = inet6Dev(dev)
  if (dev.mtu < IPV6_MIN_MTU) return addrconfIfdown(dev, !(dev.flags & IFF_LOOPBACK))
  if (device) {
    device.set('mtu', dev.mtu)
    return
  }
  const made = ipv6AddDev(dev)
  if (made.ready) linkUp(dev)
}

/** Ref: addrconf_notify(NETDEV_UP) */
function linkUp(dev: NetDevice): void {
  let device = inet6Dev(dev)
  if (device?.conf.disable_ipv6) return
  if (device) permanentAddresses(device)
  if (!linkReady(dev)) return
  if (!device && dev.mtu >= IPV6_MIN_MTU) device = ipv6AddDev(dev)
  if (device) device.ready = true
  configure(dev)
}

/** Ref: addrconf_notify(NETDEV_CHANGE) */
function linkChanged(dev: NetDevice): void {
  const device = inet6Dev(dev)
  if (!dev.up || device?.conf.disable_ipv6) return
  if (!linkReady(dev)) return rt6SyncLink(dev, false)
  if (device?.ready) {
    // It may be another link now: tell it of the groups.
    ipv6McUp(device)
    return rt6SyncLink(dev, true)
  }
  if (device) device.ready = true
  configure(dev)
}

/** What every device has by itself once its link is there. */
function configure(dev: NetDevice): void {
  if (dev.flags & IFF_LOOPBACK) initLoopback(dev)
  else addrconfDevConfig(dev)
  const device = inet6Dev(dev)
  if (!device) return
  dadRun(device)
  rt6SyncLink(dev, true)
  if (device.conf.mtu !== dev.mtu && dev.mtu >= IPV6_MIN_MTU) device.set('mtu', dev.mtu)
}

/** Ref: init_loopback() */
function initLoopback(dev: NetDevice): void {
  const device = findIdev(dev)
  if (!device || device.addresses.some((ifa) => ifa.address === IN6ADDR_LOOPBACK)) return
  const ifa = ipv6AddAddr(device, { ...FOREVER, address: IN6ADDR_LOOPBACK, prefixlen: 128 })
  if ('errno' in ifa) return
  ifa.flags &= ~IFA_F_TENTATIVE
  ifa.state = 'postdad'
  ifaUsable(device, ifa)
}

const FOREVER = {
  peer: 0n,
  flags: IFA_F_PERMANENT,
  metric: 0,
  validLft: INFINITY_LIFE_TIME,
  preferredLft: INFINITY_LIFE_TIME,
} as const

/** Ref: ipv6_find_idev() */
function findIdev(dev: NetDevice): Inet6Dev | null {
  const device = inet6Dev(dev) ?? (dev.mtu >= IPV6_MIN_MTU ? ipv6AddDev(dev) : null)
  if (device && dev.up) ipv6McUp(device)
  return device
}

/** Ref: addrconf_add_dev() */
function addrconfAddDev(dev: NetDevice): Inet6Dev | Refusal {
  const device = findIdev(dev)
  if (!device) return refuse(ENOBUFS)
  if (device.conf.disable_ipv6) return refuse(EACCES, 'ipv6: IPv6 is disabled on this device')
  if (!(dev.flags & IFF_LOOPBACK)) addMulticastRoute(dev)
  return device
}

/** ff00::/8 by every device. Ref: addrconf_add_mroute() */
function addMulticastRoute(dev: NetDevice): void {
  ip6RouteAdd(
    dev.net,
    {
      table: RT_TABLE_LOCAL,
      dst: 0xffn << 120n,
      length: 8,
      metric: IP6_RT_PRIO_ADDRCONF,
      type: RTN_MULTICAST,
      protocol: RTPROT_KERNEL,
      oif: dev.index,
      gateway: null,
      flags: 0,
      weight: 1,
      prefsrc: null,
      mtu: 0,
      advmss: 0,
      hopLimit: 0,
      expires: null,
    },
    { create: true },
  )
}

/** Ref: addrconf_dev_config() */
function addrconfDevConfig(dev: NetDevice): void {
  const device = addrconfAddDev(dev)
  if (!('errno' in device)) addrGen(device)
}

/** The link-local address made of the MAC. Ref: addrconf_addr_gen() */
function addrGen(device: Inet6Dev): void {
  if (device.conf.addr_gen_mode !== 0) return
  const ifa = ipv6AddAddr(device, { ...FOREVER, address: linkLocalOf(device.dev.mac), prefixlen: 64 })
  if ('errno' in ifa) return
  addPrefixRoute(inherit(ifa, device.dev))
  dadStart(ifa)
}

/** Addresses that stayed while the device was down. Ref: addrconf_permanent_addr() */
function permanentAddresses(device: Inet6Dev): void {
  for (const ifa of device.addresses) {
    if (!(ifa.flags & IFA_F_PERMANENT)) continue
    if (!(ifa.flags & IFA_F_NOPREFIXROUTE)) addPrefixRoute(ifa)
    if (ifa.state === 'predad') dadStart(ifa)
  }
}

/** Ref: ipv6_add_addr() */
function ipv6AddAddr(device: Inet6Dev, cfg: Ifa6Config): Inet6Ifa | Refusal {
  const { dev } = device
  const { address } = cfg
  if (address === 0n) return refuse(EADDRNOTAVAIL, 'ipv6: Invalid address')
  if (isMulticast6(address) && !(cfg.flags & IFA_F_MCAUTOJOIN)) {
    return refuse(EADDRNOTAVAIL, 'ipv6: Cannot assign multicast address without "IFA_F_MCAUTOJOIN" flag')
  }
  if (address === IN6ADDR_LOOPBACK && !(dev.flags & IFF_LOOPBACK)) {
    return refuse(EADDRNOTAVAIL, 'ipv6: Cannot assign loopback address on this device')
  }
  if (device.addresses.some((ifa) => ifa.address === address)) {
    return refuse(EEXIST, 'ipv6: address already assigned')
  }
  const ifa: Inet6Ifa = {
    address,
    peer: cfg.peer,
    prefixlen: cfg.prefixlen,
    scope: rtScopeOf(address),
    flags: cfg.flags | (cfg.flags & IFA_F_NODAD ? 0 : IFA_F_TENTATIVE),
    metric: cfg.metric,
    validLft: cfg.validLft,
    preferredLft: cfg.preferredLft,
    stamp: dev.net.stack.clock.now,
    dev,
    state: 'predad',
    probes: 0,
    nonce: 0,
    timer: null,
    route: null,
  }
  // Before the first of the same scope. Ref: ipv6_link_dev_addr()
  const scope = ipv6AddrScope(address)
  const at = device.addresses.findIndex((other) => scope >= ipv6AddrScope(other.address))
  device.addresses = device.addresses.toSpliced(at < 0 ? device.addresses.length : at, 0, ifa)
  credit(dev.net.stack, ifa)
  const { locals } = ipv6Of(dev.net)
  locals.set(address, [...(locals.get(address) ?? []), ifa])
  dev.net.version++
  return ifa
}

/** Ref: inet6_addr_add() */
export function inet6AddrAdd(dev: NetDevice, cfg: Ifa6Config): Refusal | null {
  if (cfg.prefixlen > 128) return refuse(EINVAL, 'ipv6: Invalid prefix length')
  if (cfg.flags & IFA_F_MANAGETEMPADDR && cfg.prefixlen !== 64) {
    return refuse(EINVAL, 'ipv6: address with "mngtmpaddr" flag must have a prefix length of 64')
  }
  const device = addrconfAddDev(dev)
  if ('errno' in device) return device
  const ifa = ipv6AddAddr(device, cfg)
  if ('errno' in ifa) return ifa
  setLifetimes(ifa, cfg.validLft, cfg.preferredLft)
  if (!(ifa.flags & IFA_F_NOPREFIXROUTE)) addPrefixRoute(ifa)
  if (!(ifa.flags & (IFA_F_OPTIMISTIC | IFA_F_NODAD))) inet6IfaNotify('RTM_NEWADDR', ifa)
  dadStart(ifa)
  return null
}

/** Lifetimes, metric and flags of an address that stands. Ref: inet6_addr_modify() */
export function inet6AddrModify(ifa: Inet6Ifa, cfg: Ifa6Config): Refusal | null {
  const { flags } = cfg
  if (flags & IFA_F_MANAGETEMPADDR && ifa.prefixlen !== 64) return refuse(EINVAL)
  const had = ifa.validLft === INFINITY_LIFE_TIME && !(ifa.flags & IFA_F_NOPREFIXROUTE)
  const changeable = IFA_F_NODAD | IFA_F_NOPREFIXROUTE | IFA_F_MANAGETEMPADDR
  const moved = cfg.metric !== ifa.metric || ((ifa.flags ^ flags) & IFA_F_NOPREFIXROUTE) !== 0
  const lasting = had && cfg.validLft === INFINITY_LIFE_TIME
  if (!lasting || moved) cleanupPrefixRoute(ifa)
  if (moved) delPeerRoute(ifa)
  ifa.flags = (ifa.flags & ~changeable) | (flags & changeable)
  ifa.metric = cfg.metric
  setLifetimes(ifa, cfg.validLft, cfg.preferredLft)
  if (!(ifa.flags & IFA_F_TENTATIVE)) inet6IfaNotify('RTM_NEWADDR', ifa)
  if ((!lasting || moved) && !(ifa.flags & IFA_F_NOPREFIXROUTE)) addPrefixRoute(ifa)
  if (moved) addPeerRoute(ifa)
  return null
}

/** Ref: inet6_addr_del() */
export function inet6AddrDel(dev: NetDevice, address: Inet6, prefixlen: number): Refusal | null {
  const device = inet6Dev(dev)
  if (!device) return refuse(ENODEV, 'ipv6: IPv6 is disabled on this device')
  const ifa = device.addresses.find((o) => o.address === address && o.prefixlen === prefixlen)
  if (!ifa) return refuse(EADDRNOTAVAIL, 'ipv6: address not found')
  ipv6DelAddr(ifa)
  return null
}

/** Ref: ipv6_del_addr() */
export function ipv6DelAddr(ifa: Inet6Ifa): void {
  const device = inet6Dev(ifa.dev)
  const at = device?.addresses.indexOf(ifa) ?? -1
  if (!device || at < 0) return
  forget(ifa)
  device.addresses = device.addresses.toSpliced(at, 1)
  for (const told of ifa.dev.net.stack.addressGone) told(ifa.dev, ifa.address)
  ifaUnusable(device, ifa)
  if (ifa.flags & IFA_F_PERMANENT) cleanupPrefixRoute(ifa)
}

function forget(ifa: Inet6Ifa): void {
  ifa.state = 'dead'
  ifa.timer?.cancel()
  ifa.timer = null
  const { locals } = ipv6Of(ifa.dev.net)
  const left = locals.get(ifa.address)?.filter((other) => other !== ifa) ?? []
  if (left.length > 0) locals.set(ifa.address, left)
  else locals.delete(ifa.address)
}

/** Ref: addrconf_ifdown() */
function addrconfIfdown(dev: NetDevice, gone: boolean, groups = true): void {
  const device = inet6Dev(dev)
  if (!device) return
  rt6DisableIp(dev)
  ipv6Of(dev.net).ndisc.flushDev(dev, false)
  device.ready = false
  device.rsTimer?.cancel()
  device.rsTimer = null
  const keeps = !gone && (device.conf.keep_addr_on_down > 0 || ipv6Of(dev.net).all.keep_addr_on_down > 0)
  for (const ifa of [...device.addresses]) {
    const keep = keeps && ifa.flags & IFA_F_PERMANENT && !isLinkLocal6(ifa.address)
    if (keep) {
      ifa.timer?.cancel()
      ifa.state = 'predad'
      ifa.flags |= ifa.flags & IFA_F_NODAD ? 0 : IFA_F_TENTATIVE
    } else {
      forget(ifa)
      device.addresses = device.addresses.filter((other) => other !== ifa)
    }
    ifaUnusable(device, ifa)
  }
  if (groups) ipv6McDown(device)
  if (gone) dev.ip6Ptr = null
  dev.net.version++
}

/** disable_ipv6 was written. Ref: addrconf_disable_ipv6() */
export function dev6Disable(device: Inet6Dev, disabled: number): void {
  const { dev } = device
  const old = device.conf.disable_ipv6
  device.set('disable_ipv6', disabled)
  dev.net.version++
  if ((old !== 0) === (disabled !== 0)) return
  // One that is not ready goes on filtering for its groups.
  if (disabled) addrconfIfdown(dev, false, device.ready)
  else if (dev.up) linkUp(dev)
}

/** addr_gen_mode was written: the device gets the address that belongs to it. Ref: addrconf_sysctl_addr_gen_mode() */
export function setAddrGenMode(device: Inet6Dev, mode: number): void {
  const old = device.conf.addr_gen_mode
  device.set('addr_gen_mode', mode)
  device.dev.net.version++
  if (old !== mode && device.ready && !(device.dev.flags & IFF_LOOPBACK)) addrconfDevConfig(device.dev)
}

dadHook.remove = ipv6DelAddr
dadHook.disable = (device) => dev6Disable(device, 1)
