// Frames into a bridge. Ref: net/bridge/br_input.c
import { IFF_PROMISC } from '../../uapi/if.ts'
import { ETH_HEADER, type Frame } from '../../wire/ethernet.ts'
import { isMulticastMac, MAC_BROADCAST, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { cloneSkb, drop, step } from '../core/trace.ts'
import { netifReceiveSkb } from '../core/xmit.ts'
import { BR_STATE_FORWARDING, BR_STATE_LEARNING, brPortOf, type Bridge, type BridgePort } from './br.ts'
import { brDoProxyArp } from './br_arp_nd_proxy.ts'
import { brFdbFind, brFdbUpdate } from './br_fdb.ts'
import { brFlood, brForward, brMulticastFlood, type BrPktType } from './br_forward.ts'
import { brHook, brMulticastOf } from './br_hook.ts'
import { brAllowedEgress, brAllowedIngress, brHandleVlan, brVlanCount, vidOf } from './br_vlan.ts'

const STP_GROUP = 0
const PAUSE_GROUP = 1

/** 01:80:c2:00:00:0X: never forwarded but where group_fwd_mask says so (IEEE 802.1D §7.12.6). */
function linkLocalNumber(mac: Mac): number | null {
  return Math.floor(mac / 16) === 0x0180c200000 ? mac % 16 : null
}

/** The rx handler of a port. Ref: br_handle_frame() */
export function brHandleFrame(skb: SkBuff): boolean {
  const port = brPortOf(skb.dev)
  const { frame } = skb
  if (!port || !frame) return false
  step(skb, 'brHandleFrame')
  const { bridge } = port
  if (frame.src === MAC_ZERO || isMulticastMac(frame.src)) {
    drop(skb, 'brHandleFrame', 'MAC_INVALID_SOURCE')
    return true
  }
  const group = linkLocalNumber(frame.dst)
  if (group !== null && !forwardsGroup(port, group)) return handleLocalFinish(skb, frame, port, group)
  if (port.state !== BR_STATE_FORWARDING && port.state !== BR_STATE_LEARNING) {
    drop(skb, 'brHandleFrame', 'BRIDGE_INGRESS_STP_STATE')
    return true
  }
  if (frame.dst === bridge.dev.mac) skb.pktType = PACKET_HOST
  brHook(skb, 'PRE_ROUTING', skb.dev, null, brHandleFrameFinish)
  return true
}

function forwardsGroup({ bridge, groupFwdMask }: BridgePort, group: number): boolean {
  if (((bridge.groupFwdMask | groupFwdMask) >> group) & 1) return true
  return group === STP_GROUP && !bridge.stpState
}

/** For this machine only: pause frames go nowhere, others up the port itself. False: the port goes on with it. */
function handleLocalFinish(skb: SkBuff, frame: Frame, port: BridgePort, group: number): boolean {
  if (group === PAUSE_GROUP) {
    drop(skb, 'brHandleFrame', 'BRIDGE_LOCAL_LINK')
    return true
  }
  const learns = port.state === BR_STATE_LEARNING || port.state === BR_STATE_FORWARDING
  if (port.learning && learns && !port.bridge.noLinklocalLearn) {
    const inside = brAllowedIngress(port.bridge, port, frame)
    if (inside) brFdbUpdate(port.bridge, port, frame.src, vidOf(port.bridge, inside), skb)
  }
  return false
}

/** Ref: br_handle_frame_finish() */
export function brHandleFrameFinish(skb: SkBuff): void {
  const port = brPortOf(skb.dev)
  const outer = skb.frame
  if (!port || !outer) return drop(skb, 'brHandleFrameFinish', 'DEV_READY')
  const { bridge } = port
  const frame = brAllowedIngress(bridge, port, outer)
  if (!frame) return drop(skb, 'brAllowedIngress', 'VLAN_FILTER')
  if (frame !== outer) skb.frame = frame
  if (bridge.vlanFiltering) brVlanCount(bridge, port, skb, 'rx')
  const vid = vidOf(bridge, frame)
  if (!admits(bridge, port, frame.src, vid)) return drop(skb, 'brHandleFrameFinish', 'MAC_INVALID_SOURCE')
  if (port.learning) brFdbUpdate(bridge, port, frame.src, vid, skb)
  if (port.state === BR_STATE_LEARNING) return drop(skb, 'brHandleFrameFinish', 'BRIDGE_INGRESS_STP_STATE')
  if (frame.packet.kind === 'arp') brDoProxyArp(bridge, skb, frame.packet, port, vid)
  if (isMulticastMac(frame.dst)) {
    const type: BrPktType = frame.dst === MAC_BROADCAST ? 'broadcast' : 'multicast'
    const way = type === 'multicast' ? brMulticastOf(bridge).receive(port, skb, vid) : null
    if (way && !way.host && !(bridge.dev.flags & IFF_PROMISC)) {
      return brMulticastFlood(skb, way.ports, port)
    }
    if (type === 'multicast' && (way?.host ?? true)) bridge.dev.rxMulticast++
    const up = cloneSkb(skb, skb.dev)
    up.pktType = skb.pktType
    if (way) brMulticastFlood(skb, way.ports, port)
    else brFlood(bridge, skb, type, port)
    return brPassFrameUp(bridge, up)
  }
  const entry = brFdbFind(bridge, frame.dst, vid)
  if (entry?.local) return brPassFrameUp(bridge, skb)
  if (bridge.dev.flags & IFF_PROMISC) {
    const up = cloneSkb(skb, skb.dev)
    up.pktType = skb.pktType
    brPassFrameUp(bridge, up)
  }
  if (!entry?.port) return brFlood(bridge, skb, 'unicast', port)
  entry.used = bridge.dev.net.stack.clock.now
  brForward(entry.port, skb, port)
}

/** A locked port lets in only those whom somebody let in. */
function admits(bridge: Bridge, port: BridgePort, src: Mac, vid: number): boolean {
  if (!port.locked) return true
  const entry = brFdbFind(bridge, src, vid)
  return entry?.port === port && !entry.local
}

/** To the bridge's own machine, as though the bridge device had received it. Ref: br_pass_frame_up() */
function brPassFrameUp(bridge: Bridge, skb: SkBuff): void {
  step(skb, 'brPassFrameUp')
  const { dev } = bridge
  const { frame } = skb
  if (!dev.up || !frame) return drop(skb, 'brPassFrameUp', 'DEV_READY')
  if (bridge.vlanFiltering) {
    const out = brHandleVlan(bridge, null, frame)
    if (!out || (!(dev.flags & IFF_PROMISC) && !brAllowedEgress(bridge, null, frame))) {
      return drop(skb, 'brPassFrameUp', 'VLAN_FILTER')
    }
    skb.frame = out
  }
  const inDev = skb.dev
  skb.dev = dev
  dev.rxPackets++
  dev.rxBytes += skb.length - ETH_HEADER
  brHook(skb, 'LOCAL_IN', inDev, null, netifReceiveSkb)
}
