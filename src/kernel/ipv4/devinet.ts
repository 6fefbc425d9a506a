// Addresses of devices. Ref: net/ipv4/devinet.c
import { SECOND } from '../../sim/clock.ts'
import { EEXIST, EINVAL, ENODEV } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  IFA_F_PERMANENT,
  IFA_F_SECONDARY,
  INFINITY_LIFE_TIME,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
} from '../../uapi/rtnetlink.ts'
import { INADDR_LOOPBACK, isLoopback, type Inet } from '../../wire/inet.ts'
import { refuse, type Net, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'
import { credit } from '../core/provenance.ts'
import { confOfLoopback } from './conf.ts'
import {
  fibAddIfaddr,
  fibDelIfaddr,
  fibDeviceChange,
  fibDeviceDown,
  fibDeviceGone,
  fibDeviceUp,
} from './fib_frontend.ts'
import { rtmsgIfa } from './ifa_message.ts'
import { ifaMatch, InDevice, inDev, type Ifa } from './in_device.ts'
import { ipv4Of } from './netns_ipv4.ts'

const MIN_MTU = 68

/** Ref: __inet_insert_ifa() */
export function inetInsertIfa(ifa: Ifa): Refusal | null {
  const { dev } = ifa
  const device = inDev(dev)
  if (!device) return refuse(ENODEV)
  // 0.0.0.0 is neither refused nor kept. Ref: __inet_insert_ifa()
  if (ifa.local === 0) return null
  ifa.flags &= ~IFA_F_SECONDARY
  let lastPrimary = 0
  for (const [i, other] of device.addresses.entries()) {
    if (!(other.flags & IFA_F_SECONDARY) && ifa.scope <= other.scope) lastPrimary = i + 1
    if (other.prefixlen !== ifa.prefixlen || !ifaMatch(other.address, ifa)) continue
    if (other.local === ifa.local) return refuse(EEXIST, 'ipv4: Address already assigned')
    if (other.scope !== ifa.scope) return refuse(EINVAL, 'ipv4: Invalid scope value')
    ifa.flags |= IFA_F_SECONDARY
  }
  const refused = dev.ops.refuseAddress?.(dev, ifa.local)
  if (refused) return refused
  const at = ifa.flags & IFA_F_SECONDARY ? device.addresses.length : lastPrimary
  device.addresses = device.addresses.toSpliced(at, 0, ifa)
  credit(dev.net.stack, ifa)
  hash(ifa)
  dev.net.version++
  if (ifa.validLft !== INFINITY_LIFE_TIME) expire(ifa)
  rtmsgIfa('RTM_NEWADDR', ifa)
  fibAddIfaddr(ifa)
  return null
}

function hash(ifa: Ifa): void {
  const { locals } = ipv4Of(ifa.dev.net)
  const list = locals.get(ifa.local)
  if (list) list.push(ifa)
  else locals.set(ifa.local, [ifa])
}

function unhash(ifa: Ifa): void {
  const { locals } = ipv4Of(ifa.dev.net)
  const list = locals.get(ifa.local)?.filter((o) => o !== ifa) ?? []
  if (list.length > 0) locals.set(ifa.local, list)
  else locals.delete(ifa.local)
}

/** Takes an address whose lifetime is over away. */
export function expire(ifa: Ifa): void {
  const { net } = ifa.dev
  net.stack.clock.after(ifa.validLft * SECOND, checkLifetime, ifa, net)
}

function checkLifetime(ifa: Ifa, net: Net): void {
  if (ifa.dev.net !== net || !inDev(ifa.dev)?.addresses.includes(ifa)) return
  if (ifa.validLft === INFINITY_LIFE_TIME) return
  if (net.stack.clock.now >= ifa.stamp + ifa.validLft * SECOND) inetDelIfa(ifa)
}

/** With a primary address go its secondaries, or the first of them takes its place. Ref: __inet_del_ifa() */
export function inetDelIfa(ifa: Ifa): void {
  const device = inDev(ifa.dev)
  if (!device) return
  const promote = device.conf.promote_secondaries || ipv4Of(ifa.dev.net).all.promote_secondaries
  const family =
    ifa.flags & IFA_F_SECONDARY
      ? []
      : device.addresses.filter(
          (o) => o.flags & IFA_F_SECONDARY && o.prefixlen === ifa.prefixlen && ifaMatch(o.address, ifa),
        )
  if (!promote) for (const secondary of family) remove(device, secondary)
  remove(device, ifa)
  if (family.length === 0 || !promote) return
  const [heir, ...others] = family
  if (!heir) return
  for (const one of family) fibDelIfaddr(one, ifa)
  heir.flags &= ~IFA_F_SECONDARY
  const rest = device.addresses.filter((o) => o !== heir)
  const at = rest.findIndex((o) => o.flags & IFA_F_SECONDARY || o.scope < heir.scope)
  device.addresses = rest.toSpliced(at < 0 ? rest.length : at, 0, heir)
  rtmsgIfa('RTM_NEWADDR', heir)
  for (const one of [heir, ...others]) fibAddIfaddr(one)
}

function remove(device: InDevice, ifa: Ifa): void {
  const at = device.addresses.indexOf(ifa)
  if (at < 0) return
  device.addresses = device.addresses.toSpliced(at, 1)
  unhash(ifa)
  device.dev.net.version++
  rtmsgIfa('RTM_DELADDR', ifa)
  fibDelIfaddr(ifa)
  for (const told of device.dev.net.stack.addressGone) told(device.dev, ifa.local)
  if (device.addresses.length > 0) return
  // The last address is gone: IPv4 is off on this device. Ref: fib_inetaddr_event(), fib_disable_ip()
  fibDeviceGone(device.dev)
  ipv4Of(device.dev.net).arp.flushDev(device.dev, false)
}

/** A source address of `dev` for a destination; 0 when it has none. Ref: inet_select_addr() */
export function inetSelectAddr(dev: NetDevice, dst: Inet, scope: number): Inet {
  const widest = inDev(dev)?.conf.route_localnet ? RT_SCOPE_LINK : RT_SCOPE_HOST
  let first: Inet | null = null
  for (const ifa of inDev(dev)?.addresses ?? []) {
    if (ifa.flags & IFA_F_SECONDARY) continue
    if (Math.min(ifa.scope, widest) > scope) continue
    if (dst === 0 || ifaMatch(dst, ifa)) return ifa.local
    first ??= ifa.local
  }
  if (first !== null) return first
  // Not loopback addresses of other devices, but those of wider scope do.
  for (const other of dev.net.devices.values()) {
    for (const ifa of inDev(other)?.addresses ?? []) {
      if (ifa.flags & IFA_F_SECONDARY || ifa.scope === RT_SCOPE_LINK || ifa.scope > scope) continue
      return ifa.local
    }
  }
  return 0
}

/** Whether a gateway and a source share a subnet of this device. Ref: inet_addr_onlink() */
export function inetAddrOnlink(dev: NetDevice, a: Inet, b: Inet): boolean {
  return (inDev(dev)?.addresses ?? []).some((ifa) => ifaMatch(a, ifa) && (b === 0 || ifaMatch(b, ifa)))
}

/** The device that has an address; null when none has. Ref: __ip_dev_find() */
export function ipDevFind(net: Net, address: Inet): NetDevice | null {
  const [ifa] = ipv4Of(net).locals.get(address) ?? []
  if (ifa) return ifa.dev
  const found = ipv4Of(net).fib.local.lookup({ daddr: address, saddr: 0, tos: 0, oif: 0 })
  return found && found.alias.info.type === 2 ? found.nh.dev : null
}

export interface NewIfa {
  readonly dev: NetDevice
  readonly local: Inet
  readonly address: Inet
  readonly prefixlen: number
  readonly broadcast: Inet | null
  readonly scope: number
  readonly flags: number
  readonly label: string
  readonly metric: number
  readonly validLft: number
  readonly preferredLft: number
}

export function makeIfa(from: NewIfa): Ifa {
  const permanent = from.validLft === INFINITY_LIFE_TIME ? IFA_F_PERMANENT : 0
  return { ...from, flags: from.flags | permanent, stamp: from.dev.net.stack.clock.now }
}

/** Follows what happens to devices. Ref: inetdev_event(), fib_netdev_event() */
export function inetdevEvent(event: NetdevEvent, dev: NetDevice): void {
  const ip = ipv4Of(dev.net)
  const device = inDev(dev)
  switch (event) {
    case 'REGISTER':
      return register(dev)
    case 'UP':
      if (!device || dev.mtu < MIN_MTU) return
      if (dev.flags & IFF_LOOPBACK) addLoopback(dev)
      return fibDeviceUp(dev)
    case 'DOWN':
      fibDeviceDown(dev)
      return ip.arp.flushDev(dev, false)
    case 'CHANGE':
      fibDeviceChange(dev)
      if (!dev.carrier && device?.conf.arp_evict_nocarrier) ip.arp.flushDev(dev, true)
      return
    case 'CHANGEADDR':
    case 'CHANGEARP':
      return ip.arp.flushDev(dev, false)
    case 'CHANGEMTU':
      if (dev.mtu < MIN_MTU) destroy(dev)
      else if (!device) register(dev)
      return
    case 'CHANGENAME':
      for (const ifa of device?.addresses ?? []) ifa.label = relabel(ifa.label, dev.name)
      return
    case 'UNREGISTER':
      return destroy(dev)
    default:
  }
}

function register(dev: NetDevice): void {
  const ip = ipv4Of(dev.net)
  const device = new InDevice(dev, ip.dflt, ip.all, ip.neighDefault.neigh, ip.fib.local)
  if (dev.flags & IFF_LOOPBACK) device.conf = confOfLoopback(device.conf)
  dev.ipPtr = device
}

function destroy(dev: NetDevice): void {
  const device = inDev(dev)
  for (const ifa of [...(device?.addresses ?? [])]) inetDelIfa(ifa)
  fibDeviceGone(dev)
  ipv4Of(dev.net).arp.flushDev(dev, false)
  dev.ipPtr = null
}

/** Keeps what follows the colon of a label. Ref: inetdev_changename() */
function relabel(label: string, name: string): string {
  const colon = label.indexOf(':')
  return colon < 0 ? name : name + label.slice(colon)
}

function addLoopback(dev: NetDevice): void {
  if (inDev(dev)?.addresses.some((ifa) => isLoopback(ifa.local))) return
  if ((inDev(dev)?.addresses.length ?? 0) > 0) return
  inetInsertIfa(
    makeIfa({
      dev,
      local: INADDR_LOOPBACK,
      address: INADDR_LOOPBACK,
      prefixlen: 8,
      broadcast: null,
      scope: RT_SCOPE_HOST,
      flags: 0,
      label: dev.name,
      metric: 0,
      validLft: INFINITY_LIFE_TIME,
      preferredLft: INFINITY_LIFE_TIME,
    }),
  )
}
