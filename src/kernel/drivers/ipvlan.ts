// Devices that share the address of the device below and are told apart by IP. Ref: drivers/net/ipvlan/ipvlan_main.c
// Read ipvlan_core.ts first: what the devices on one parent share, and the way of frames.
import { EADDRINUSE, EBUSY, EINVAL, ENODEV } from '../../uapi/errno.ts'
import {
  ARPHRD_ETHER,
  IFF_ALLMULTI,
  IFF_BROADCAST,
  IFF_LOOPBACK,
  IFF_MULTICAST,
  IFF_NOARP,
} from '../../uapi/if.ts'
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODE_L2,
  IPVLAN_MODE_L3,
  IPVLAN_MODE_L3S,
} from '../../uapi/if_link.ts'
import type { LinkInfo, LinkRequest } from '../../uapi/rtnetlink.ts'
import { devChangeFlags, unregisterNetdevice } from '../core/dev.ts'
import { netifStackedTransferOperstate } from '../core/linkwatch.ts'
import type { KernelModule } from '../core/module.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, refuse, type NetDeviceOps, type NetdevEvent, type Refusal } from '../core/net.ts'
import { registerLink, type NewLink } from '../core/rtnl_link.ts'
import { passRxFlags, stackedOps, syncGroups } from '../core/stacked.ts'
import {
  Ipvlan,
  ipvlanHandleFrame,
  ipvlanOf,
  IpvlanPort,
  ipvlanPortOf,
  ipvlanStartXmit,
} from './ipvlan_core.ts'

const ipvlanOps: NetDeviceOps = {
  kind: 'ipvlan',
  ...stackedOps((dev) => ipvlanOf(dev)?.port.dev ?? null),
  unicastFilter: true,
  open(dev) {
    const port = ipvlanOf(dev)?.port
    if (!port) return
    setNoarp(dev, port.mode)
    syncGroups(dev, port.dev, 1)
  },
  stop(dev) {
    const lower = ipvlanOf(dev)?.port.dev
    if (lower) syncGroups(dev, lower, -1)
  },
  xmit: ipvlanStartXmit,
  changeRxFlags(dev, change) {
    const lower = ipvlanOf(dev)?.port.dev
    if (lower) passRxFlags(dev, lower, change & IFF_ALLMULTI)
  },
  refuseAddress(dev, address) {
    const port = ipvlanOf(dev)?.port
    if (!port?.busy(address)) return null
    return refuse(EADDRINUSE, 'Address already assigned to an ipvlan device')
  },
  dellink: ipvlanLinkDelete,
  fillInfo(dev) {
    const port = ipvlanOf(dev)?.port
    return port ? { ipvlan: { mode: port.mode, flags: port.flags } } : {}
  },
  changelink: ipvlanNlChangelink,
}

/** Layer 3 has no use for ARP. Ref: ipvlan_open() */
function setNoarp(dev: NetDevice, mode: number): void {
  if (mode === IPVLAN_MODE_L2) dev.flags &= ~IFF_NOARP
  else dev.flags |= IFF_NOARP
}

/** Ref: ipvlan_nl_validate() */
function ipvlanNlValidate(link: LinkRequest): Refusal | null {
  const { mode = IPVLAN_MODE_L3, flags = 0 } = link.linkinfo?.ipvlan ?? {}
  const both = IPVLAN_F_PRIVATE | IPVLAN_F_VEPA
  return mode > IPVLAN_MODE_L3S || flags & ~both || flags === both ? refuse(EINVAL) : null
}

/** Ref: ipvlan_link_new() */
function ipvlanLinkNew({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  if (link.link === undefined) return refuse(EINVAL)
  const named = sourceNet.devices.get(link.link)
  if (!named) return refuse(ENODEV)
  // On another ipvlan means beside it.
  const lower = ipvlanOf(named)?.port.dev ?? named
  const port = ipvlanPortOf(lower) ?? ipvlanPortCreate(lower)
  if ('errno' in port) return port
  const dev = new NetDevice(net, ipvlanOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mtu: lower.mtu,
    mac: lower.mac,
    numQueues: 1,
    qdisc: 'noqueue',
  })
  dev.carrier = lower.carrier
  dev.tsoMaxSize = lower.tsoMaxSize
  const slave = new Ipvlan(dev, port)
  dev.priv = slave
  const made = registerLink(dev, link)
  if ('errno' in made) {
    ipvlanPortRelease(port)
    return made
  }
  const { mode = IPVLAN_MODE_L3, flags } = link.linkinfo?.ipvlan ?? {}
  port.flags = flags ?? port.flags
  setPortMode(port, mode)
  // Its own flag follows when it is opened.
  port.slaves.push(slave)
  netifStackedTransferOperstate(lower, dev)
  return dev
}

/** Ref: ipvlan_port_create() */
function ipvlanPortCreate(lower: NetDevice): IpvlanPort | Refusal {
  if (lower.hwType !== ARPHRD_ETHER || lower.flags & IFF_LOOPBACK) return refuse(EINVAL)
  if (lower.rxHandler) return refuse(EBUSY)
  const port = new IpvlanPort(lower)
  lower.ipvlanPort = port
  lower.rxHandler = ipvlanHandleFrame
  lower.net.version++
  return port
}

/** Ref: ipvlan_port_destroy() */
function ipvlanPortRelease(port: IpvlanPort): void {
  if (port.slaves.length > 0) return
  port.dev.ipvlanPort = null
  port.dev.rxHandler = null
}

/** Of all that share the parent. Ref: ipvlan_set_port_mode() */
function setPortMode(port: IpvlanPort, mode: number): void {
  if (port.mode === mode) return
  for (const { dev } of port.slaves) devChangeFlags(dev, mode === IPVLAN_MODE_L2 ? 0 : IFF_NOARP, IFF_NOARP)
  port.mode = mode
}

/** Ref: ipvlan_link_delete(), ipvlan_uninit() */
function ipvlanLinkDelete(dev: NetDevice): void {
  const slave = ipvlanOf(dev)
  unregisterNetdevice(dev)
  if (!slave) return
  const { port } = slave
  const at = port.slaves.indexOf(slave)
  if (at >= 0) port.slaves.splice(at, 1)
  ipvlanPortRelease(port)
}

/** Ref: ipvlan_nl_changelink() */
function ipvlanNlChangelink(dev: NetDevice, info: LinkInfo): null {
  const port = ipvlanOf(dev)?.port
  if (!port || !info.ipvlan) return null
  if (info.ipvlan.mode !== undefined) setPortMode(port, info.ipvlan.mode)
  port.flags = info.ipvlan.flags ?? port.flags
  dev.net.version++
  return null
}

/** Ipvlans follow what happens to the device below. Ref: ipvlan_device_event() */
function ipvlanDeviceEvent(event: NetdevEvent, lower: NetDevice): void {
  const port = ipvlanPortOf(lower)
  if (!port) return
  for (const { dev } of [...port.slaves]) {
    if (event === 'UP' || event === 'DOWN' || event === 'CHANGE') netifStackedTransferOperstate(lower, dev)
    else if (event === 'CHANGEMTU') adjustMtu(dev, lower)
    else if (event === 'CHANGEADDR') inheritAddress(dev, lower)
    // A move to another namespace is no end.
    else if (event === 'UNREGISTER' && !lower.registered) ipvlanLinkDelete(dev)
  }
}

/** Up or down, as the device below. Ref: ipvlan_adjust_mtu() */
function adjustMtu(dev: NetDevice, lower: NetDevice): void {
  dev.mtu = lower.mtu
  dev.net.version++
}

function inheritAddress(dev: NetDevice, lower: NetDevice): void {
  dev.mac = lower.mac
  dev.net.stack.notify('CHANGEADDR', dev)
}

export const ipvlanModule: KernelModule = {
  name: 'ipvlan',
  init(stack) {
    stack.linkKinds.set('ipvlan', ipvlanLinkNew)
    stack.linkValidators.set('ipvlan', ipvlanNlValidate)
    stack.notifiers.push(ipvlanDeviceEvent)
  },
}
