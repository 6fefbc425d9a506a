// 802.1Q and 802.1ad VLANs as devices on a device. Ref: net/8021q/vlan.c, vlan_core.c, vlan_netlink.c
import {
  EADDRNOTAVAIL,
  EEXIST,
  EINVAL,
  ENETDOWN,
  ENODEV,
  EOPNOTSUPP,
  EPROTONOSUPPORT,
  ERANGE,
} from '../../uapi/errno.ts'
import { ARPHRD_ETHER, IFF_ALLMULTI, IFF_LOOPBACK, IFF_PROMISC, IFF_UP } from '../../uapi/if.ts'
import {
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_REORDER_HDR,
  type QosMapping,
  type VlanAttrs,
} from '../../uapi/if_link.ts'
import type { LinkInfo, LinkRequest } from '../../uapi/rtnetlink.ts'
import { ETH_HEADER, frameLength, withVlan } from '../../wire/ethernet.ts'
import { isMulticastMac, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { ETH_P_8021Q, isVlanProto, type VlanTag } from '../../wire/vlan.ts'
import { devChangeFlags, devClose, devUcAdd, devUcDel, unregisterNetdevice } from '../core/dev.ts'
import {
  linkwatchFire,
  netifCarrierOff,
  netifCarrierOn,
  netifStackedTransferOperstate,
} from '../core/linkwatch.ts'
import type { KernelModule } from '../core/module.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, refuse, type NetDeviceOps, type NetdevEvent, type Refusal } from '../core/net.ts'
import { registerLink, type NewLink } from '../core/rtnl_link.ts'
import { PACKET_HOST, PACKET_MULTICAST, PACKET_OTHERHOST, type SkBuff } from '../core/skb.ts'
import { countRx, holdLower, passRxFlags, shrinkMtu, stackedOps } from '../core/stacked.ts'
import { drop, step } from '../core/trace.ts'
import { devQueueXmit, netifReceiveSkb } from '../core/xmit.ts'
import { egressPriority, QosMaps } from './vlan_qos.ts'

/** Reserved (IEEE 802.1Q-2018 table 9-2). */
const VLAN_VID_MASK = 0xfff

class Vlan {
  readonly real: NetDevice
  readonly proto: number
  readonly id: number
  flags = VLAN_FLAG_REORDER_HDR
  readonly qos = new QosMaps()
  /** The address of the device below when it was last looked at. */
  realMac: Mac = MAC_ZERO
  constructor(real: NetDevice, proto: number, id: number) {
    this.real = real
    this.proto = proto
    this.id = id
  }
}

/** The VLAN devices on one device, by protocol and id (Ref: struct vlan_info). */
type VlanGroup = Map<number, NetDevice>

function vlanOf(dev: NetDevice): Vlan | null {
  return dev.priv instanceof Vlan ? dev.priv : null
}

function groupOf(real: NetDevice): VlanGroup | null {
  return real.vlanInfo instanceof Map ? (real.vlanInfo as VlanGroup) : null
}

function keyOf(proto: number, id: number): number {
  return proto * 4096 + id
}

const vlanOps: NetDeviceOps = {
  kind: 'vlan',
  ...stackedOps((dev) => vlanOf(dev)?.real ?? null),
  unicastFilter: true,
  refuseOpen(dev) {
    const vlan = vlanOf(dev)
    return vlan && !vlan.real.up && !(vlan.flags & VLAN_FLAG_LOOSE_BINDING) ? refuse(ENETDOWN) : null
  },
  open(dev) {
    const vlan = vlanOf(dev)
    if (!vlan) return
    const { real } = vlan
    if (dev.mac !== real.mac && !inheritAddress(dev, real)) devUcAdd(real, dev.mac)
    holdLower(dev, real, 1)
    vlan.realMac = real.mac
    if (real.carrier) netifCarrierOn(dev)
  },
  stop(dev) {
    const real = vlanOf(dev)?.real
    if (!real) return
    holdLower(dev, real, -1)
    if (dev.mac !== real.mac) devUcDel(real, dev.mac)
    netifCarrierOff(dev)
  },
  xmit: vlanDevHardStartXmit,
  setMac: vlanDevSetMacAddress,
  refuseMtu(dev, mtu) {
    const real = vlanOf(dev)?.real
    return real && real.mtu < mtu ? refuse(ERANGE) : null
  },
  changeRxFlags(dev, change) {
    const real = vlanOf(dev)?.real
    if (real) passRxFlags(dev, real, change)
  },
  dellink: unregisterVlanDev,
  fillInfo(dev) {
    const vlan = vlanOf(dev)
    if (!vlan) return {}
    const info: VlanAttrs = { protocol: vlan.proto, id: vlan.id, flags: vlan.flags }
    const ingress = vlan.qos.listIngress()
    const egress = vlan.qos.listEgress()
    if (ingress) info.ingressQos = ingress
    if (egress) info.egressQos = egress
    return { vlan: info }
  },
  changelink: vlanChangelink,
}

/** An address that was never set by hand is the one below's. Ref: vlan_dev_inherit_address() */
function inheritAddress(dev: NetDevice, real: NetDevice): boolean {
  if (dev.macSet) return false
  dev.mac = real.mac
  dev.net.stack.notify('CHANGEADDR', dev)
  return true
}

/** Ref: vlan_dev_set_mac_address() */
function vlanDevSetMacAddress(dev: NetDevice, mac: Mac): Refusal | null {
  if (mac === MAC_ZERO || isMulticastMac(mac)) return refuse(EADDRNOTAVAIL)
  const real = vlanOf(dev)?.real
  if (real && dev.up) {
    if (mac !== real.mac) devUcAdd(real, mac)
    if (dev.mac !== real.mac) devUcDel(real, dev.mac)
  }
  dev.mac = mac
  return null
}

/** Tags the frame and gives it to the device below. Ref: vlan_dev_hard_start_xmit() */
function vlanDevHardStartXmit(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'vlanDevHardStartXmit')
  const vlan = vlanOf(dev)
  const { frame, packet } = skb
  if (!vlan || !frame) return drop(skb, 'vlanDevHardStartXmit', 'DEV_HDR')
  dev.txPackets++
  dev.txBytes += frameLength(frame)
  const { proto, id, qos } = vlan
  const prio = packet.kind === 'ipv4' ? egressPriority(qos, packet.tos) : qos.egress(0)
  const tag: VlanTag = { proto, id, prio, dei: false, inner: frame.vlan ?? null }
  skb.frame = withVlan(frame, tag)
  skb.dev = vlan.real
  devQueueXmit(skb)
}

/** A tagged frame came in by a device with VLAN devices on it: true when it was for one. Ref: vlan_do_receive() */
function vlanDoReceive(skb: SkBuff): boolean {
  const { frame } = skb
  const tag = frame?.vlan
  const dev = tag && groupOf(skb.dev)?.get(keyOf(tag.proto, tag.id))
  if (!dev) return false
  step(skb, 'vlanDoReceive')
  if (!dev.up) {
    drop(skb, 'vlanDoReceive', 'DEV_READY')
    return true
  }
  skb.dev = dev
  skb.frame = withVlan(frame, tag.inner)
  // The device below did not know the address that this one has of its own.
  if (skb.pktType === PACKET_OTHERHOST && frame.dst === dev.mac) skb.pktType = PACKET_HOST
  countRx(dev, frameLength(skb.frame) - ETH_HEADER, skb.pktType === PACKET_MULTICAST)
  netifReceiveSkb(skb)
  return true
}

/** Ref: vlan_validate() */
function vlanValidate(link: LinkRequest): Refusal | null {
  const { address, linkinfo } = link
  if (address !== undefined && (address === MAC_ZERO || isMulticastMac(address)))
    return refuse(EADDRNOTAVAIL, '8021q: Invalid link address')
  const data = linkinfo?.vlan
  if (!data) return refuse(EINVAL, '8021q: VLAN properties not specified')
  if (data.protocol !== undefined && !isVlanProto(data.protocol))
    return refuse(EPROTONOSUPPORT, '8021q: Invalid VLAN protocol')
  if (data.id !== undefined && data.id >= VLAN_VID_MASK) return refuse(ERANGE, '8021q: Invalid VLAN id')
  return null
}

/** Ref: vlan_newlink(), register_vlan_dev() */
function vlanNewlink({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  const data = link.linkinfo?.vlan ?? {}
  if (data.id === undefined) return refuse(EINVAL, '8021q: VLAN id not specified')
  if (link.link === undefined) return refuse(EINVAL, '8021q: link not specified')
  const real = sourceNet.devices.get(link.link)
  if (!real) return refuse(ENODEV, '8021q: link does not exist')
  const vlan = new Vlan(real, data.protocol ?? ETH_P_8021Q, data.id)
  if (real.flags & IFF_LOOPBACK) return refuse(EOPNOTSUPP, '8021q: VLANs not supported on device')
  const key = keyOf(vlan.proto, vlan.id)
  if (groupOf(real)?.has(key)) return refuse(EEXIST, '8021q: VLAN device already exists')
  if (link.mtu !== undefined && link.mtu > real.mtu) return refuse(EINVAL)
  const dev = new NetDevice(net, vlanOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: real.flags & ~(IFF_UP | IFF_PROMISC | IFF_ALLMULTI),
    mtu: real.mtu,
    minMtu: 0,
    mac: link.address ?? real.mac,
    broadcast: real.broadcast,
    numQueues: 1,
    qdisc: 'noqueue',
  })
  dev.macSet = link.address !== undefined
  dev.priv = vlan
  dev.carrier = real.carrier
  dev.tsoMaxSize = real.tsoMaxSize
  setFlags(vlan, data)
  const made = registerLink(dev, link)
  if ('errno' in made) return made
  const group: VlanGroup = groupOf(real) ?? new Map()
  real.vlanInfo = group
  real.vlanReceive = vlanDoReceive
  group.set(key, dev)
  netifStackedTransferOperstate(real, dev)
  linkwatchFire(dev)
  return dev
}

/** Ref: unregister_vlan_dev() */
function unregisterVlanDev(dev: NetDevice): void {
  const vlan = vlanOf(dev)
  unregisterNetdevice(dev)
  if (!vlan) return
  const { real } = vlan
  const group = groupOf(real)
  group?.delete(keyOf(vlan.proto, vlan.id))
  if (group?.size !== 0) return
  real.vlanInfo = null
  real.vlanReceive = null
}

/** Protocol and id stay as they are, whatever is asked. Ref: vlan_changelink() */
function vlanChangelink(dev: NetDevice, info: LinkInfo): null {
  const vlan = vlanOf(dev)
  if (vlan && info.vlan) setFlags(vlan, info.vlan)
  dev.net.version++
  return null
}

function setFlags(vlan: Vlan, data: VlanAttrs): void {
  const mask = data.flagMask ?? 0
  vlan.flags = (vlan.flags & ~mask) | ((data.flags ?? 0) & mask)
  for (const { from, to } of data.ingressQos ?? ([] as QosMapping[])) vlan.qos.setIngress(from, to)
  for (const { from, to } of data.egressQos ?? ([] as QosMapping[])) vlan.qos.setEgress(from, to)
}

/** VLAN devices follow what happens to the device below. Ref: vlan_device_event() */
function vlanDeviceEvent(event: NetdevEvent, real: NetDevice): void {
  const group = groupOf(real)
  if (!group) return
  for (const dev of [...group.values()]) {
    const vlan = vlanOf(dev)
    if (vlan) follow(event, real, dev, vlan)
  }
}

function follow(event: NetdevEvent, real: NetDevice, dev: NetDevice, vlan: Vlan): void {
  switch (event) {
    case 'CHANGE':
      return netifStackedTransferOperstate(real, dev)
    case 'CHANGEADDR':
      if (dev.up) syncAddress(real, dev, vlan)
      return
    case 'CHANGEMTU':
      return shrinkMtu(dev, real)
    case 'DOWN':
      if (!dev.up) return
      if (!(vlan.flags & VLAN_FLAG_LOOSE_BINDING)) {
        devClose(dev)
        netifStackedTransferOperstate(real, dev)
      }
      return
    case 'UP':
      if (dev.up) return
      if (!(vlan.flags & VLAN_FLAG_LOOSE_BINDING)) devChangeFlags(dev, IFF_UP, IFF_UP)
      return netifStackedTransferOperstate(real, dev)
    case 'UNREGISTER':
      // A move to another namespace is no end.
      if (!real.registered) unregisterVlanDev(dev)
      return
    default:
  }
}

/** The address below changed. Ref: vlan_sync_address() */
function syncAddress(real: NetDevice, dev: NetDevice, vlan: Vlan): void {
  const old = vlan.realMac
  if (old === real.mac) return
  vlan.realMac = real.mac
  if (inheritAddress(dev, real)) return
  if (dev.mac !== old && dev.mac === real.mac) devUcDel(real, dev.mac)
  if (dev.mac === old && dev.mac !== real.mac) devUcAdd(real, dev.mac)
}

export const vlanModule: KernelModule = {
  name: '8021q',
  init(stack) {
    stack.linkKinds.set('vlan', vlanNewlink)
    stack.linkValidators.set('vlan', vlanValidate)
    stack.notifiers.push(vlanDeviceEvent)
  },
}
