// IPv6 addresses that a device has by itself: ::1 on lo, a link-local one on everything else that has carrier
// (RFC 4862 §5.3), with duplicate address detection as time alone. No IPv6 packet is sent yet. Ref: net/ipv6/addrconf.c
import { SECOND } from '../../sim/clock.ts'
import { EADDRNOTAVAIL, EEXIST, EACCES, ENODEV } from '../../uapi/errno.ts'
import { IFF_LOOPBACK, IFF_NOARP } from '../../uapi/if.ts'
import {
  AF_INET6,
  IFA_F_NODAD,
  IFA_F_PERMANENT,
  IFA_F_TENTATIVE,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_UNIVERSE,
} from '../../uapi/rtnetlink.ts'
import { IN6ADDR_LOOPBACK, linkLocalOf, type Inet6 } from '../../wire/inet6.ts'
import { devMcAdd, devMcDel } from '../core/dev.ts'
import { FibRules } from '../core/fib_rules.ts'
import { refuse, type Net, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'

/** 33:33:00:00:00:01, where ff02::1 goes (RFC 2464 §7). */
const ALL_NODES_MAC = 0x333300000001
/** Wait before the first probe at most, and after the last (RFC 4862 §5.4.2). */
const DAD_DELAY = 1 * SECOND

export interface Inet6Ifa {
  readonly address: Inet6
  readonly prefixlen: number
  readonly scope: number
  flags: number
  readonly dev: NetDevice
}

export class Inet6Dev {
  readonly dev: NetDevice
  readonly addresses: Inet6Ifa[] = []
  disabled: number
  addrGenMode: number
  forwarding: number
  constructor(dev: NetDevice, disabled: number, addrGenMode: number, forwarding: number) {
    this.dev = dev
    this.forwarding = forwarding
    this.disabled = disabled
    this.addrGenMode = addrGenMode
  }
}

export class NetnsIpv6 {
  readonly rules = new FibRules(AF_INET6, false)
  disableAll = 0
  disableDefault = 0
  addrGenModeDefault = 0
  forwardingAll = 0
  forwardingDefault = 0
}

export function inet6Dev(dev: NetDevice): Inet6Dev | null {
  return dev.ip6Ptr instanceof Inet6Dev ? dev.ip6Ptr : null
}

export function ipv6Of(net: Net): NetnsIpv6 {
  if (!(net.ipv6 instanceof NetnsIpv6)) throw new Error('namespace without IPv6')
  return net.ipv6
}

/** 33:33:ff and the last 24 bits: the solicited-node group (RFC 4291 §2.7.1). */
function solicitedNodeMac(address: Inet6): number {
  return 0x3333ff000000 + Number(address & 0xffffffn)
}

export function scopeOf(address: Inet6): number {
  if (address === IN6ADDR_LOOPBACK) return RT_SCOPE_HOST
  return address >> 118n === 0x3fan ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE
}

/** Follows what happens to devices: an address made from a MAC stays when that changes. Ref: addrconf_notify() */
export function addrconfEvent(event: NetdevEvent, dev: NetDevice): void {
  switch (event) {
    case 'REGISTER': {
      const ip6 = ipv6Of(dev.net)
      dev.ip6Ptr = new Inet6Dev(dev, ip6.disableDefault, ip6.addrGenModeDefault, ip6.forwardingDefault)
      devMcAdd(dev, ALL_NODES_MAC)
      return
    }
    case 'UP':
    case 'CHANGE':
      if (dev.up) addrconfUp(dev)
      return
    case 'DOWN':
      return addrconfIfdown(dev)
    case 'UNREGISTER':
      addrconfIfdown(dev)
      devMcDel(dev, ALL_NODES_MAC)
      dev.ip6Ptr = null
      return
    default:
  }
}

/** Ref: addrconf_dev_config(), init_loopback() */
function addrconfUp(dev: NetDevice): void {
  const device = inet6Dev(dev)
  if (!device || device.disabled) return
  if (dev.flags & IFF_LOOPBACK) {
    if (device.addresses.length === 0) inet6AddIfa(dev, IN6ADDR_LOOPBACK, 128, 0)
    return
  }
  if (!dev.carrier || !dev.operUp || device.addrGenMode !== 0) return
  if (device.addresses.some((ifa) => ifa.scope === RT_SCOPE_LINK)) return
  inet6AddIfa(dev, linkLocalOf(dev.mac), 64, 0)
}

function addrconfIfdown(dev: NetDevice): void {
  for (const ifa of [...(inet6Dev(dev)?.addresses ?? [])]) inet6DelIfa(ifa)
}

/** Ref: inet6_addr_add() */
export function inet6AddIfa(
  dev: NetDevice,
  address: Inet6,
  prefixlen: number,
  flags: number,
): Refusal | null {
  const device = inet6Dev(dev)
  if (!device) return refuse(ENODEV)
  if (device.disabled) return refuse(EACCES, 'ipv6: IPv6 is disabled on this device')
  if (device.addresses.some((ifa) => ifa.address === address))
    return refuse(EEXIST, 'ipv6: address already assigned')
  const needsDad = !(flags & IFA_F_NODAD) && !(dev.flags & (IFF_LOOPBACK | IFF_NOARP))
  const ifa: Inet6Ifa = {
    address,
    prefixlen,
    scope: scopeOf(address),
    flags: IFA_F_PERMANENT | flags | (needsDad ? IFA_F_TENTATIVE : 0),
    dev,
  }
  // Wider scopes first. Ref: ipv6_link_dev_addr()
  const at = device.addresses.findIndex((other) => other.scope >= ifa.scope)
  device.addresses.splice(at < 0 ? device.addresses.length : at, 0, ifa)
  devMcAdd(dev, solicitedNodeMac(address))
  dev.net.version++
  if (needsDad) {
    const { clock, random } = dev.net.stack
    clock.after(DAD_DELAY + random.below(DAD_DELAY), dadCompleted, ifa, dev)
  }
  return null
}

function dadCompleted(ifa: Inet6Ifa, dev: NetDevice): void {
  ifa.flags &= ~IFA_F_TENTATIVE
  dev.net.version++
}

/** Ref: inet6_addr_del() */
export function inet6DelAddr(dev: NetDevice, address: Inet6, prefixlen: number): Refusal | null {
  const ifa = inet6Dev(dev)?.addresses.find((o) => o.address === address && o.prefixlen === prefixlen)
  if (!ifa) return refuse(EADDRNOTAVAIL, 'ipv6: address not found')
  inet6DelIfa(ifa)
  return null
}

function inet6DelIfa(ifa: Inet6Ifa): void {
  const list = inet6Dev(ifa.dev)?.addresses
  const at = list?.indexOf(ifa) ?? -1
  if (!list || at < 0) return
  list.splice(at, 1)
  const group = solicitedNodeMac(ifa.address)
  if (!list.some((o) => solicitedNodeMac(o.address) === group)) devMcDel(ifa.dev, group)
  ifa.dev.net.version++
}

/** disable_ipv6 was written. Ref: addrconf_disable_ipv6() */
export function setDisableIpv6(dev: NetDevice, disabled: number): void {
  const device = inet6Dev(dev)
  if (!device || device.disabled === disabled) return
  device.disabled = disabled
  if (disabled) addrconfIfdown(dev)
  else if (dev.up) addrconfUp(dev)
}
