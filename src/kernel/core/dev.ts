// Life of a device: registered, opened, renamed, closed, moved, gone. Ref: net/core/dev.c
import { EADDRNOTAVAIL, EBUSY, EEXIST, EINVAL, ENOENT, ENOMEM, EOPNOTSUPP } from '../../uapi/errno.ts'
import {
  IFF_ALLMULTI,
  IFF_DEBUG,
  IFF_DYNAMIC,
  IFF_LOOPBACK,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_PROMISC,
  IFF_UP,
  IFNAMSIZ,
} from '../../uapi/if.ts'
import { isMulticastMac, MAC_ZERO, toLocalUnicast, type Mac } from '../../wire/mac.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { LOG_INFO } from '../../uapi/syslog.ts'
import { nameInUse } from './altname.ts'
import { linkwatchForget } from './linkwatch.ts'
import { refuse, type Net, type NetDevice, type Refusal, type Stack } from './net.ts'
import { peernet2idAlloc } from './nsid.ts'
import { printk } from './printk.ts'
import { credit } from './provenance.ts'
import { rtmsgIfinfo } from './rtnl_notify.ts'

/** Devices that the memory of a namespace holds. */
const MOST_DEVICES = 2048

/** Ref: net/core/dev.c:dev_valid_name() */
export function devValidName(name: string): boolean {
  if (name === '' || encodeUtf8(name).length >= IFNAMSIZ || name === '.' || name === '..') return false
  return !/[/:\s]/.test(name)
}

/** Names below net.ipv4.conf that are no device's. Ref: net/ipv4/devinet.c:sysctl_dev_name_is_allowed() */
function sysctlNameAllowed(name: string): boolean {
  return name !== 'all' && name !== 'default'
}

/** Ref: include/linux/etherdevice.h:eth_random_addr() */
export function randomMac(stack: Stack): Mac {
  return toLocalUnicast(stack.random.u48())
}

/** `veth%d` with the lowest free number. Ref: net/core/dev.c:__dev_alloc_name() */
export function devAllocName(net: Net, pattern: string): string {
  for (let i = 0; ; i++) {
    const name = pattern.replace('%d', String(i))
    if (!nameInUse(net, name)) return name
  }
}

/** Puts a device into its namespace. Ref: net/core/dev.c:register_netdevice() */
export function registerNetdevice(dev: NetDevice, index = 0): Refusal | null {
  const { net } = dev
  if (!devValidName(dev.name) || !sysctlNameAllowed(dev.name)) return refuse(EINVAL)
  if (dev.name.includes('%')) dev.name = devAllocName(net, dev.name)
  if (nameInUse(net, dev.name)) return refuse(EEXIST)
  if (index !== 0 && net.devices.has(index)) return refuse(EBUSY)
  if (net.devices.size >= MOST_DEVICES) return refuse(ENOMEM)
  dev.index = index === 0 ? net.nextIndex() : index
  list(net, dev)
  dev.registered = true
  credit(net.stack, dev)
  net.stack.notify('REGISTER', dev)
  return null
}

/** Keeps the namespace's devices in order of index, as a dump lists them. */
function list(net: Net, dev: NetDevice): void {
  const last = dev.index > net.highestIndex
  const later = last ? [] : [...net.devices].filter(([index]) => index > dev.index)
  if (last) net.highestIndex = dev.index
  net.devices.set(dev.index, dev)
  for (const [index, other] of later) {
    net.devices.delete(index)
    net.devices.set(index, other)
  }
  net.byName.set(dev.name, dev)
  for (const name of dev.altNames) net.byAltName.set(name, dev)
}

function unlist(dev: NetDevice): void {
  dev.net.devices.delete(dev.index)
  dev.net.byName.delete(dev.name)
  for (const name of dev.altNames) dev.net.byAltName.delete(name)
  dev.net.version++
}

/** Ref: net/core/dev.c:unregister_netdevice() */
export function unregisterNetdevice(dev: NetDevice): void {
  if (!dev.registered) return
  devClose(dev)
  dev.registered = false
  if (dev.master) devSetMaster(dev, null)
  dev.net.stack.notify('UNREGISTER', dev)
  dev.qdisc = 'noop'
  rtmsgIfinfo('RTM_DELLINK', dev)
  linkwatchForget(dev)
  unlist(dev)
}

/** Ref: net/core/dev.c:dev_open() */
export function devOpen(dev: NetDevice): Refusal | null {
  if (dev.up) return null
  const refused = dev.ops.refuseOpen?.(dev)
  if (refused) return refused
  dev.flags |= IFF_UP
  dev.ops.open?.(dev)
  devSetRxMode(dev)
  activate(dev)
  rtmsgIfinfo('RTM_NEWLINK', dev)
  dev.net.stack.notify('UP', dev)
  return null
}

/** Ref: net/sched/sch_generic.c:dev_activate() */
function activate(dev: NetDevice): void {
  if (dev.qdisc === 'noop') dev.qdisc = dev.defaultQdisc
  dev.active = dev.carrier
}

/** Ref: net/core/dev.c:dev_close() */
export function devClose(dev: NetDevice): void {
  if (!dev.up) return
  dev.net.stack.notify('GOING_DOWN', dev)
  dev.active = false
  dev.ops.stop?.(dev)
  dev.flags &= ~IFF_UP
  rtmsgIfinfo('RTM_NEWLINK', dev)
  dev.net.stack.notify('DOWN', dev)
}

/** Sets flags as `ip link set` asks. Ref: net/core/dev.c:__dev_change_flags() */
export function devChangeFlags(dev: NetDevice, wanted: number, change: number): Refusal | null {
  const flags = (dev.userFlags & ~change) | (wanted & change)
  const old = dev.userFlags
  const settable = IFF_DEBUG | IFF_NOTRAILERS | IFF_NOARP | IFF_DYNAMIC | IFF_MULTICAST
  dev.flags = (dev.flags & ~settable) | (flags & settable)
  if ((flags ^ dev.gflags) & IFF_PROMISC) {
    devSetPromiscuity(dev, (flags & IFF_PROMISC) !== 0 ? 1 : -1)
    dev.gflags ^= IFF_PROMISC
  }
  if ((flags ^ dev.gflags) & IFF_ALLMULTI) {
    devSetAllmulti(dev, (flags & IFF_ALLMULTI) !== 0 ? 1 : -1)
    dev.gflags ^= IFF_ALLMULTI
  }
  let refused: Refusal | null = null
  const flips = ((flags ^ dev.flags) & IFF_UP) !== 0
  if (!flips && (old ^ dev.userFlags) !== 0) rtmsgIfinfo('RTM_NEWLINK', dev)
  if (flips) {
    if (flags & IFF_UP) refused = devOpen(dev)
    else devClose(dev)
  }
  if ((old ^ dev.userFlags) & IFF_NOARP) dev.net.stack.notify('CHANGEARP', dev)
  dev.net.version++
  if (dev.up && (old ^ dev.userFlags) & ~IFF_UP) dev.net.stack.notify('CHANGE', dev)
  return refused
}

export function devSetPromiscuity(dev: NetDevice, by: number): void {
  dev.promiscuity += by
  setRxFlag(dev, IFF_PROMISC, dev.promiscuity > 0)
}

/** Ref: net/core/dev.c:netif_set_allmulti() */
export function devSetAllmulti(dev: NetDevice, by: number): void {
  dev.allmulti += by
  setRxFlag(dev, IFF_ALLMULTI, dev.allmulti > 0)
}

function setRxFlag(dev: NetDevice, flag: number, on: boolean): void {
  if (((dev.flags & flag) !== 0) === on) return
  dev.flags ^= flag
  logMode(dev, on, flag === IFF_PROMISC ? 'promiscuous' : 'allmulticast')
  dev.ops.changeRxFlags?.(dev, flag)
}

/** A device that cannot filter by several addresses hears everything. Ref: net/core/dev.c:__dev_set_rx_mode() */
function devSetRxMode(dev: NetDevice): void {
  const needed = dev.unicast.length > 0
  if (!dev.up || dev.ops.unicastFilter || dev.unicastPromisc === needed) return
  dev.unicastPromisc = needed
  devSetPromiscuity(dev, needed ? 1 : -1)
}

/** As netdev_info() names a device that is on its way out. */
function logMode(dev: NetDevice, on: boolean, mode: string): void {
  const name = dev.registered ? dev.name : `${dev.name} (unregistering)`
  printk(dev.net.stack, LOG_INFO, `${name}: ${on ? 'entered' : 'left'} ${mode} mode`)
}

/** Ref: net/core/dev.c:dev_change_name() */
export function devChangeName(dev: NetDevice, wanted: string): Refusal | null {
  const { net } = dev
  if (!devValidName(wanted) || !sysctlNameAllowed(wanted)) return refuse(EINVAL)
  if (wanted === dev.name) return null
  const name = wanted.includes('%') ? devAllocName(net, wanted) : wanted
  if (nameInUse(net, name)) return refuse(EEXIST)
  net.byName.delete(dev.name)
  dev.name = name
  net.byName.set(name, dev)
  net.stack.notify('CHANGENAME', dev)
  return null
}

/** Ref: net/core/dev.c:dev_validate_mtu(), dev_set_mtu_ext(). A maximum of 0 is none. */
export function devSetMtu(dev: NetDevice, mtu: number): Refusal | null {
  if (mtu === dev.mtu) return null
  if (mtu < 0 || mtu < dev.minMtu) return refuse(EINVAL, 'mtu less than device minimum')
  if (dev.maxMtu > 0 && mtu > dev.maxMtu) return refuse(EINVAL, 'mtu greater than device maximum')
  const refused = dev.ops.refuseMtu?.(dev, mtu)
  if (refused) return refused
  dev.mtu = mtu
  dev.ops.changeMtu?.(dev, mtu)
  dev.net.stack.notify('CHANGEMTU', dev)
  return null
}

/** Ref: net/core/dev.c:dev_set_mac_address(), net/ethernet/eth.c:eth_mac_addr() */
export function devSetMac(dev: NetDevice, mac: Mac): Refusal | null {
  if (!dev.ops.setMac) return refuse(EOPNOTSUPP)
  const refused = dev.ops.setMac(dev, mac)
  if (refused) return refused
  dev.macSet = true
  dev.net.stack.notify('CHANGEADDR', dev)
  return null
}

/** Ref: net/ethernet/eth.c:eth_mac_addr() */
export function ethMacAddr(dev: NetDevice, mac: Mac): Refusal | null {
  if (mac === MAC_ZERO || isMulticastMac(mac)) return refuse(EADDRNOTAVAIL)
  dev.mac = mac
  return null
}

/** Ref: net/core/rtnetlink.c:do_set_master() */
export function devSetMaster(dev: NetDevice, master: NetDevice | null): Refusal | null {
  const old = dev.master
  if (old) {
    if (old === master) return null
    const refused = old.ops.delSlave ? old.ops.delSlave(old, dev) : refuse(EOPNOTSUPP)
    if (refused) return refused
  }
  if (!master) return null
  return master.ops.addSlave ? master.ops.addSlave(master, dev) : refuse(EOPNOTSUPP)
}

/** Ref: net/core/dev.c:__dev_change_net_namespace(). The number is kept where it is free. */
export function devChangeNetNamespace(
  dev: NetDevice,
  net: Net,
  pattern: string | null,
  index = 0,
): Refusal | null {
  if (dev.net === net) return null
  let { name } = dev
  if (nameInUse(net, name)) {
    if (pattern === null) return refuse(EEXIST)
    if (!pattern.includes('%') && nameInUse(net, pattern)) return refuse(EEXIST)
    name = pattern.includes('%') ? devAllocName(net, pattern) : pattern
  }
  if (index !== 0 && net.devices.has(index)) return refuse(EBUSY)
  devClose(dev)
  if (dev.master) devSetMaster(dev, null)
  dev.net.stack.notify('UNREGISTER', dev)
  dev.qdisc = 'noop'
  const newIndex = index !== 0 ? index : net.devices.has(dev.index) ? net.nextIndex() : dev.index
  rtmsgIfinfo('RTM_DELLINK', dev, { newNetnsid: peernet2idAlloc(dev.net, net), newIndex })
  unlist(dev)
  dev.unicast = []
  dev.multicast = []
  dev.addressRefs.clear()
  dev.staticMulticast.clear()
  dev.net = net
  dev.name = name
  dev.index = newIndex
  list(net, dev)
  net.stack.notify('REGISTER', dev)
  rtmsgIfinfo('RTM_NEWLINK', dev)
  return null
}

/** Joins or leaves a group address, as often as asked. Ref: net/core/dev_addr_lists.c:dev_mc_add(), dev_mc_del() */
export function devMcAdd(dev: NetDevice, mac: Mac): void {
  // lo has no list: all it carries is its own.
  if (dev.flags & IFF_LOOPBACK) return
  if (addAddress(dev, 'multicast', mac) && dev.up) dev.ops.groupChanged?.(dev, mac, true)
}

export function devMcDel(dev: NetDevice, mac: Mac): void {
  if (delAddress(dev, 'multicast', mac) && dev.up) dev.ops.groupChanged?.(dev, mac, false)
}

/** `ip maddr add`, `ip maddr del`: once, by hand. Ref: dev_mc_add_global(), dev_mc_del_global() */
export function devMcAddGlobal(dev: NetDevice, mac: Mac): void {
  if (dev.staticMulticast.has(mac)) return
  dev.staticMulticast.add(mac)
  devMcAdd(dev, mac)
}

export function devMcDelGlobal(dev: NetDevice, mac: Mac): Refusal | null {
  if (!dev.staticMulticast.delete(mac)) return refuse(ENOENT)
  devMcDel(dev, mac)
  return null
}

/** Listens to a further address, or no longer. Ref: net/core/dev_addr_lists.c:dev_uc_add(), dev_uc_del() */
export function devUcAdd(dev: NetDevice, mac: Mac): void {
  if (addAddress(dev, 'unicast', mac)) devSetRxMode(dev)
}

export function devUcDel(dev: NetDevice, mac: Mac): void {
  if (delAddress(dev, 'unicast', mac)) devSetRxMode(dev)
}

/** True when the list changed. */
function addAddress(dev: NetDevice, list: 'unicast' | 'multicast', mac: Mac): boolean {
  dev.net.version++
  if (dev[list].includes(mac)) {
    dev.addressRefs.set(mac, (dev.addressRefs.get(mac) ?? 1) + 1)
    return false
  }
  dev[list] = dev[list].toSpliced(dev[list].length, 0, mac)
  return true
}

function delAddress(dev: NetDevice, list: 'unicast' | 'multicast', mac: Mac): boolean {
  dev.net.version++
  const refs = dev.addressRefs.get(mac) ?? 1
  if (refs > 2) dev.addressRefs.set(mac, refs - 1)
  else dev.addressRefs.delete(mac)
  const at = dev[list].indexOf(mac)
  if (refs > 1 || at < 0) return false
  dev[list] = dev[list].toSpliced(at, 1)
  return true
}
