// The bridge as a device, and its ports coming and going. Ref: net/bridge/br_device.c, br_if.c, br.c
import { EBUSY, EINVAL, ELOOP } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_LOOPBACK, IFF_MULTICAST } from '../../uapi/if.ts'
import { ETH_DATA_LEN } from '../../wire/ethernet.ts'
import { isMulticastMac, MAC_BROADCAST, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import {
  devSetMaster,
  devSetAllmulti,
  devSetPromiscuity,
  ethMacAddr,
  randomMac,
  unregisterNetdevice,
} from '../core/dev.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import {
  NetDevice,
  refuse,
  type Net,
  type NetDeviceOps,
  type NetdevEvent,
  type Refusal,
} from '../core/net.ts'
import { rtmsgIfinfo } from '../core/rtnl_notify.ts'
import type { SkBuff } from '../core/skb.ts'
import { drop, step } from '../core/trace.ts'
import { BR_STATE_BLOCKING, BR_STATE_DISABLED, Bridge, bridgeOf, BridgePort, brPortOf } from './br.ts'
import { audienceOf } from './br_audience.ts'
import { brDoProxyArp } from './br_arp_nd_proxy.ts'
import {
  brFdbAddLocal,
  brFdbDeleteByPort,
  brFdbDeleteLocal,
  brFdbEntries,
  brFdbFind,
  brFdbLocalVids,
} from './br_fdb.ts'
import { brMulticastOf, brNfHooks } from './br_hook.ts'
import { brIfinfoNotify } from './br_ifinfo.ts'
import { brFlood, brForward, brMulticastFlood } from './br_forward.ts'
import { brHandleFrame } from './br_input.ts'
import { bridgeAttrs } from './br_netlink.ts'
import { brMulticastJoinSnoopers, brMulticastLeaveSnoopers } from './br_snoopers.ts'
import { brSetState } from './br_stp.ts'
import {
  brStpChangeBridgeId,
  brStpDisableBridge,
  brStpDisablePort,
  brStpEnableBridge,
  brStpEnablePort,
  brStpRecalculateBridgeId,
} from './br_stp_if.ts'
import { brAllowedIngress, nbpVlanInit, vidOf } from './br_vlan.ts'

/** Ref: include/linux/netdevice.h:TSO_LEGACY_MAX_SIZE */
const TSO_LEGACY_MAX_SIZE = 65536
const GSO_MAX_SIZE = 524280
/** What a bridge can do depends on its ports: the first that comes and the last that goes change it. */
const FEATURES = { event: 'FEATURE CHANGE' } as const

const bridgeOps: NetDeviceOps = {
  kind: 'bridge',
  open(dev) {
    const bridge = bridgeOf(dev)
    if (!bridge) return
    brStpEnableBridge(bridge)
    brMulticastOf(bridge).open()
    if (bridge.mcastSnooping) brMulticastJoinSnoopers(dev)
  },
  stop(dev) {
    const bridge = bridgeOf(dev)
    if (!bridge) return
    brStpDisableBridge(bridge)
    brMulticastOf(bridge).stop()
    if (bridge.mcastSnooping) brMulticastLeaveSnoopers(dev)
  },
  xmit: brDevXmit,
  setMac: brSetMacAddress,
  changeMtu(dev) {
    const bridge = bridgeOf(dev)
    if (bridge) bridge.mtuSet = true
  },
  dellink: brDevDelete,
  addSlave: brAddIf,
  delSlave: brDelIf,
  bridgeAttrs,
}

/** Not yet registered. Ref: br_dev_setup() */
export function makeBridge(net: Net, name: string, mac: Mac | null): NetDevice {
  const dev = new NetDevice(net, bridgeOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mac: mac ?? randomMac(net.stack),
    numQueues: 1,
    qdisc: 'noqueue',
  })
  dev.tsoMaxSize = TSO_LEGACY_MAX_SIZE
  const bridge = new Bridge(dev)
  dev.priv = bridge
  if (mac !== null) dev.macSet = true
  return dev
}

/**
 * With an address of one's choice it takes note that no port is live, and has no carrier; another it only keeps as its own
 * until the first port comes. Ref: br_dev_newlink()
 */
export function brRegistered(dev: NetDevice): void {
  const bridge = bridgeOf(dev)
  if (!bridge) return
  if (dev.macSet) brStpChangeBridgeId(bridge, dev.mac)
  else brFdbAddLocal(bridge, null, dev.mac, 0)
}

/** What this machine sends by the bridge. Ref: br_dev_xmit() */
function brDevXmit(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'brDevXmit')
  const bridge = bridgeOf(dev)
  const { frame } = skb
  if (!bridge || !frame) return drop(skb, 'brDevXmit', 'DEV_HDR')
  if (skb.nfBridge?.dnatFrom) return brNfHooks.devXmit(skb)
  dev.txPackets++
  dev.txBytes += skb.length
  const inside = brAllowedIngress(bridge, null, frame)
  if (!inside) return drop(skb, 'brAllowedIngress', 'VLAN_FILTER')
  if (inside !== frame) skb.frame = inside
  const vid = vidOf(bridge, inside)
  if (frame.packet.kind === 'arp' && bridge.ports.some((port) => port.neighSuppress)) {
    brDoProxyArp(bridge, skb, frame.packet, null, vid)
  }
  if (frame.dst === MAC_BROADCAST) return brFlood(bridge, skb, 'broadcast', null)
  if (isMulticastMac(frame.dst)) {
    const way = brMulticastOf(bridge).receive(null, skb, vid)
    if (way) return brMulticastFlood(skb, way.ports, null)
    return brFlood(bridge, skb, 'multicast', null)
  }
  const entry = brFdbFind(bridge, frame.dst, vid)
  if (entry?.port) return brForward(entry.port, skb, null)
  brFlood(bridge, skb, 'unicast', null)
}

/** Ref: br_set_mac_address() */
function brSetMacAddress(dev: NetDevice, mac: Mac): Refusal | null {
  const bridge = bridgeOf(dev)
  const old = dev.mac
  const refused = ethMacAddr(dev, mac)
  if (refused || !bridge) return refused
  dev.macSet = true
  dev.mac = old
  if (mac !== old) brStpChangeBridgeId(bridge, mac)
  return null
}

/** Ref: br_dev_delete() */
function brDevDelete(dev: NetDevice): void {
  const bridge = bridgeOf(dev)
  for (const port of [...(bridge?.ports ?? [])]) devSetMaster(port.dev, null)
  if (bridge) brFdbDeleteByPort(bridge, null, true)
  unregisterNetdevice(dev)
}

/** Ref: br_add_if() */
function brAddIf(dev: NetDevice, slave: NetDevice): Refusal | null {
  const bridge = bridgeOf(dev)
  if (!bridge || slave.flags & IFF_LOOPBACK || slave.hwType !== ARPHRD_ETHER || slave.mac === MAC_ZERO) {
    return refuse(EINVAL)
  }
  if (bridgeOf(slave)) return refuse(ELOOP, 'Can not enslave a bridge to a bridge')
  if (slave.master || slave.rxHandler || slave.net !== dev.net || standsOn(slave, dev)) return refuse(EBUSY)
  if (slave.ops.kind === 'ipvlan') return refuse(EINVAL)
  const port = new BridgePort(bridge, slave, bridge.numbers.take())
  slave.brPort = port
  brSetState(port, BR_STATE_BLOCKING)
  brSetState(port, BR_STATE_DISABLED)
  slave.master = dev
  slave.rxHandler = brHandleFrame
  rtmsgIfinfo('RTM_NEWLINK', slave)
  rtmsgIfinfo('RTM_NEWLINK', slave)
  if (bridge.ports.length === 0) rtmsgIfinfo('RTM_NEWLINK', dev, FEATURES)
  devSetAllmulti(slave, 1)
  devSetPromiscuity(slave, 1)
  bridge.ports.unshift(port)
  audienceOf(bridge).add(port)
  brFdbAddLocal(bridge, port, slave.mac, 0)
  nbpVlanInit(port)
  const moved = brStpRecalculateBridgeId(bridge)
  if (slave.up && slave.operUp && dev.up) brStpEnablePort(port)
  brIfinfoNotify('RTM_NEWLINK', port)
  if (moved) dev.net.stack.notify('CHANGEADDR', dev)
  brMtuAutoAdjust(bridge)
  brSetGsoLimits(bridge)
  dev.net.version++
  return null
}

/** Whether `dev` is stacked on `below`, directly or not: it cannot be its port too. Ref: __netdev_upper_dev_link() */
function standsOn(dev: NetDevice, below: NetDevice): boolean {
  for (let at = dev.ops.lower?.(dev); at; at = at.ops.lower?.(at)) if (at === below) return true
  return false
}

/** Ref: br_del_if(), del_nbp() */
function brDelIf(dev: NetDevice, slave: NetDevice): Refusal | null {
  const bridge = bridgeOf(dev)
  const port = brPortOf(slave)
  if (!bridge || !port || port.bridge !== bridge) return refuse(EINVAL)
  rtmsgIfinfo('RTM_NEWLINK', slave)
  devSetAllmulti(slave, -1)
  devSetPromiscuity(slave, -1)
  brStpDisablePort(port)
  brIfinfoNotify('RTM_DELLINK', port)
  brFdbDeleteByPort(bridge, port, true)
  slave.master = null
  rtmsgIfinfo('RTM_NEWLINK', slave)
  brMulticastOf(bridge).deletePort(port)
  bridge.ports.splice(bridge.ports.indexOf(port), 1)
  audienceOf(bridge).remove(port)
  bridge.numbers.give(port.number)
  port.vlans = null
  slave.brPort = null
  slave.rxHandler = null
  brMtuAutoAdjust(bridge)
  brSetGsoLimits(bridge)
  if (brStpRecalculateBridgeId(bridge)) dev.net.stack.notify('CHANGEADDR', dev)
  if (bridge.ports.length === 0) rtmsgIfinfo('RTM_NEWLINK', dev, FEATURES)
  dev.net.version++
  return null
}

/** The smallest of the ports', or the greatest there is. Ref: br_set_gso_limits() */
function brSetGsoLimits({ dev, ports }: Bridge): void {
  let least = GSO_MAX_SIZE
  for (const port of ports) least = Math.min(least, port.dev.tsoMaxSize)
  dev.tsoMaxSize = least
  dev.gsoMaxSize = Math.min(dev.gsoMaxSize, dev.tsoMaxSize)
}

/** The smallest MTU of a port, until one is set by hand. Ref: br_mtu_auto_adjust() */
function brMtuAutoAdjust(bridge: Bridge): void {
  if (bridge.mtuSet) return
  let smallest = Infinity
  for (const { dev } of bridge.ports) if (dev.mtu < smallest) smallest = dev.mtu
  if (smallest === Infinity) smallest = ETH_DATA_LEN
  if (smallest === bridge.dev.mtu) return
  bridge.dev.mtu = smallest
  bridge.dev.net.stack.notify('CHANGEMTU', bridge.dev)
}

/** Follows what happens to ports. Ref: net/bridge/br.c:br_device_event() */
export function brDeviceEvent(event: NetdevEvent, dev: NetDevice): void {
  const port = brPortOf(dev)
  if (!port) return
  const { bridge } = port
  const running = bridge.dev.up
  switch (event) {
    case 'CHANGEMTU':
      return brMtuAutoAdjust(bridge)
    case 'CHANGEADDR':
      for (const entry of brFdbEntries(bridge)) {
        if (entry.local && entry.port === port && !entry.byUser && entry.mac !== dev.mac)
          brFdbDeleteLocal(bridge, port, entry.mac, entry.vid)
      }
      for (const vid of brFdbLocalVids(bridge, port)) brFdbAddLocal(bridge, port, dev.mac, vid)
      if (brStpRecalculateBridgeId(bridge)) dev.net.stack.notify('CHANGEADDR', bridge.dev)
      return brIfinfoNotify('RTM_NEWLINK', port)
    case 'CHANGE':
      return brPortCarrierCheck(port)
    case 'DOWN':
      if (running) brStpDisablePort(port)
      else brIfinfoNotify('RTM_NEWLINK', port)
      return
    case 'UP':
      if (running && dev.operUp) brStpEnablePort(port)
      else brIfinfoNotify('RTM_NEWLINK', port)
      return
    default:
  }
}

/** Ref: br_port_carrier_check() */
function brPortCarrierCheck(port: BridgePort): void {
  if (!port.bridge.dev.up) return brIfinfoNotify('RTM_NEWLINK', port)
  const live = port.dev.up && port.dev.operUp
  if (live && port.state === BR_STATE_DISABLED) brStpEnablePort(port)
  else if (!live && port.state !== BR_STATE_DISABLED) brStpDisablePort(port)
  else brIfinfoNotify('RTM_NEWLINK', port)
}
