// Devices with addresses of their own on one device below. Ref: drivers/net/macvlan.c
// Read macvlan_port.ts first: what the devices on one parent share, and the way of frames.
import { EADDRINUSE, EADDRNOTAVAIL, EBUSY, EINVAL, ENODEV } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_LOOPBACK, IFF_MULTICAST, IFF_PROMISC } from '../../uapi/if.ts'
import {
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_SOURCE,
  MACVLAN_MODE_VEPA,
  type MacvlanAttrs,
} from '../../uapi/if_link.ts'
import type { LinkInfo, LinkRequest } from '../../uapi/rtnetlink.ts'
import { isMulticastMac, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import {
  devSetMac,
  devSetPromiscuity,
  devUcAdd,
  devUcDel,
  randomMac,
  unregisterNetdevice,
} from '../core/dev.ts'
import { linkwatchFire, netifStackedTransferOperstate } from '../core/linkwatch.ts'
import type { KernelModule } from '../core/module.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, refuse, type NetDeviceOps, type NetdevEvent, type Refusal } from '../core/net.ts'
import { registerLink, type NewLink } from '../core/rtnl_link.ts'
import { holdLower, passRxFlags, shrinkMtu, stackedOps } from '../core/stacked.ts'
import {
  Macvlan,
  macvlanHandleFrame,
  macvlanOf,
  MacvlanPort,
  macvlanPortOf,
  macvlanStartXmit,
  sortedSources,
} from './macvlan_port.ts'

const MODES: ReadonlySet<number> = new Set([
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_VEPA,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_SOURCE,
])

const macvlanOps: NetDeviceOps = {
  kind: 'macvlan',
  changeProtoDown: true,
  ...stackedOps((dev) => macvlanOf(dev)?.port.dev ?? null),
  unicastFilter: true,
  refuseOpen(dev) {
    const port = macvlanOf(dev)?.port
    return port && !port.passthru && port.busy(dev.mac) ? refuse(EADDRINUSE) : null
  },
  open: macvlanOpen,
  stop: macvlanStop,
  xmit: macvlanStartXmit,
  setMac: macvlanSetMacAddress,
  refuseMtu(dev, mtu) {
    const lower = macvlanOf(dev)?.port.dev
    return lower && lower.mtu < mtu ? refuse(EINVAL) : null
  },
  changeRxFlags(dev, change) {
    const port = macvlanOf(dev)?.port
    if (port) passRxFlags(dev, port.dev, port.passthru ? change & ~IFF_PROMISC : change)
  },
  dellink: macvlanDellink,
  fillInfo(dev) {
    const vlan = macvlanOf(dev)
    if (!vlan) return {}
    const { mode, flags, bcQueueLen, port } = vlan
    const info: MacvlanAttrs = { mode, flags, bcQueueLen, bcQueueLenUsed: port.bcQueueLenUsed }
    if (vlan.sources.length > 0) info.macaddrs = sortedSources(vlan)
    return { macvlan: info }
  },
  changelink: macvlanChangelink,
}

/** Ref: macvlan_open() */
function macvlanOpen(dev: NetDevice): void {
  const vlan = macvlanOf(dev)
  if (!vlan) return
  const { port } = vlan
  if (port.passthru) {
    if (!(vlan.flags & MACVLAN_FLAG_NOPROMISC)) devSetPromiscuity(port.dev, 1)
  } else {
    devUcAdd(port.dev, dev.mac)
    holdLower(dev, port.dev, 1)
  }
  port.open.push(vlan)
}

/** Ref: macvlan_stop() */
function macvlanStop(dev: NetDevice): void {
  const vlan = macvlanOf(dev)
  if (!vlan) return
  const { port } = vlan
  if (port.passthru) {
    if (!(vlan.flags & MACVLAN_FLAG_NOPROMISC)) devSetPromiscuity(port.dev, -1)
  } else {
    holdLower(dev, port.dev, -1)
    devUcDel(port.dev, dev.mac)
  }
  port.open.splice(port.open.indexOf(vlan), 1)
}

/** Ref: macvlan_set_mac_address() */
function macvlanSetMacAddress(dev: NetDevice, mac: Mac): Refusal | null {
  if (mac === MAC_ZERO || isMulticastMac(mac)) return refuse(EADDRNOTAVAIL)
  const vlan = macvlanOf(dev)
  if (!vlan || dev.mac === mac) return null
  const { port } = vlan
  if (port.passthru) return devSetMac(port.dev, mac)
  if (port.busy(mac)) return refuse(EADDRINUSE)
  if (dev.up) {
    devUcAdd(port.dev, mac)
    devUcDel(port.dev, dev.mac)
  }
  dev.mac = mac
  return null
}

/** Ref: macvlan_validate() */
function macvlanValidate(link: LinkRequest): Refusal | null {
  const data = link.linkinfo?.macvlan
  if (!data) return null
  const { flags = 0, mode } = data
  if (flags & ~(MACVLAN_FLAG_NOPROMISC | MACVLAN_FLAG_NODST)) return refuse(EINVAL)
  return mode !== undefined && !MODES.has(mode) ? refuse(EINVAL) : null
}

/** Ref: macvlan_common_newlink() */
function macvlanNewlink({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  if (link.link === undefined) return refuse(EINVAL)
  const named = sourceNet.devices.get(link.link)
  if (!named) return refuse(ENODEV)
  // On another macvlan means beside it.
  const lower = macvlanOf(named)?.port.dev ?? named
  if (link.mtu !== undefined && link.mtu > lower.mtu) return refuse(EINVAL)
  const port = macvlanPortOf(lower) ?? macvlanPortCreate(lower)
  if ('errno' in port) return port
  const data = link.linkinfo?.macvlan ?? {}
  const mode = data.mode ?? MACVLAN_MODE_VEPA
  const passthru = mode === MACVLAN_MODE_PASSTHRU
  const refused = refuseMode(port, mode, data)
  if (refused) {
    macvlanPortRelease(port)
    return refused
  }
  const dev = new NetDevice(net, macvlanOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mtu: lower.mtu,
    maxMtu: lower.maxMtu,
    mac: passthru ? lower.mac : (link.address ?? randomMac(net.stack)),
    numQueues: 1,
    qdisc: 'noqueue',
  })
  dev.macSet = link.address !== undefined
  dev.carrier = lower.carrier
  dev.tsoMaxSize = lower.tsoMaxSize
  const vlan = new Macvlan(dev, port, mode)
  dev.priv = vlan
  change(vlan, data)
  port.passthru = passthru
  const made = registerLink(dev, link)
  if ('errno' in made) {
    macvlanPortRelease(port)
    return made
  }
  port.vlans.push(vlan)
  port.countQueue()
  netifStackedTransferOperstate(lower, dev)
  linkwatchFire(dev)
  return dev
}

/** A device in passthru mode is alone on its parent; addresses to listen to are for source mode. */
function refuseMode(port: MacvlanPort, mode: number, data: MacvlanAttrs): Refusal | null {
  if (port.passthru) return refuse(EINVAL)
  if (mode === MACVLAN_MODE_PASSTHRU && port.vlans.length > 0) return refuse(EINVAL)
  return data.macaddrMode !== undefined && mode !== MACVLAN_MODE_SOURCE ? refuse(EINVAL) : null
}

/** Ref: macvlan_port_create() */
function macvlanPortCreate(lower: NetDevice): MacvlanPort | Refusal {
  if (lower.hwType !== ARPHRD_ETHER || lower.flags & IFF_LOOPBACK) return refuse(EINVAL)
  if (lower.rxHandler) return refuse(EBUSY)
  const port = new MacvlanPort(lower)
  lower.macvlanPort = port
  lower.rxHandler = macvlanHandleFrame
  lower.net.version++
  return port
}

/** Ref: macvlan_port_destroy() */
function macvlanPortRelease(port: MacvlanPort): void {
  if (port.vlans.length > 0) return
  port.dev.macvlanPort = null
  port.dev.rxHandler = null
}

/** Ref: macvlan_dellink(), macvlan_uninit() */
function macvlanDellink(dev: NetDevice): void {
  const vlan = macvlanOf(dev)
  if (!vlan) return unregisterNetdevice(dev)
  const { port } = vlan
  port.vlans.splice(port.vlans.indexOf(vlan), 1)
  port.countQueue()
  unregisterNetdevice(dev)
  macvlanPortRelease(port)
}

/** Ref: macvlan_changelink() */
function macvlanChangelink(dev: NetDevice, info: LinkInfo): Refusal | null {
  const vlan = macvlanOf(dev)
  const data = info.macvlan
  if (!vlan || !data) return null
  const { mode = vlan.mode, flags } = data
  if ((mode === MACVLAN_MODE_PASSTHRU) !== (vlan.mode === MACVLAN_MODE_PASSTHRU)) return refuse(EINVAL)
  if (vlan.mode === MACVLAN_MODE_SOURCE && mode !== vlan.mode) vlan.sources.length = 0
  if (flags !== undefined && vlan.port.passthru && dev.up && (flags ^ vlan.flags) & MACVLAN_FLAG_NOPROMISC) {
    devSetPromiscuity(vlan.port.dev, flags & MACVLAN_FLAG_NOPROMISC ? -1 : 1)
  }
  vlan.mode = mode
  if (data.macaddrMode !== undefined && mode !== MACVLAN_MODE_SOURCE) return refuse(EINVAL)
  change(vlan, data)
  vlan.port.countQueue()
  dev.net.version++
  return null
}

function change(vlan: Macvlan, data: MacvlanAttrs): void {
  vlan.flags = data.flags ?? vlan.flags
  vlan.bcQueueLen = data.bcQueueLen ?? vlan.bcQueueLen
  if (data.macaddrMode !== undefined) changeSources(vlan, data.macaddrMode, data.macaddrs ?? [])
}

/** Ref: macvlan_changelink_sources() */
function changeSources(
  vlan: Macvlan,
  how: NonNullable<MacvlanAttrs['macaddrMode']>,
  macs: readonly Mac[],
): void {
  const { sources } = vlan
  if (how === 'flush' || how === 'set') sources.length = 0
  for (const mac of macs) {
    const at = sources.indexOf(mac)
    if (how === 'del' && at >= 0) sources.splice(at, 1)
    else if (how !== 'del' && how !== 'flush' && at < 0) sources.push(mac)
  }
}

/** Macvlans follow what happens to the device below. Ref: macvlan_device_event() */
function macvlanDeviceEvent(event: NetdevEvent, lower: NetDevice): void {
  const port = macvlanPortOf(lower)
  if (!port) return
  for (const { dev } of [...port.vlans]) {
    if (event === 'UP' || event === 'DOWN' || event === 'CHANGE') netifStackedTransferOperstate(lower, dev)
    else if (event === 'CHANGEMTU') shrinkMtu(dev, lower)
    else if (event === 'CHANGEADDR' && port.passthru) dev.mac = lower.mac
    // A move to another namespace is no end.
    else if (event === 'UNREGISTER' && !lower.registered) macvlanDellink(dev)
  }
}

export const macvlanModule: KernelModule = {
  name: 'macvlan',
  init(stack) {
    stack.linkKinds.set('macvlan', macvlanNewlink)
    stack.linkValidators.set('macvlan', macvlanValidate)
    stack.notifiers.push(macvlanDeviceEvent)
  },
}
