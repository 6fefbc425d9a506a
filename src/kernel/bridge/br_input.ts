// Frames into a bridge. Ref: net/bridge/br_input.c
import type { Frame } from '../../wire/ethernet.ts'
import { isMulticastMac, MAC_BROADCAST, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { IFF_PROMISC } from '../../uapi/if.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { cloneSkb, drop, step } from '../core/trace.ts'
import { netifReceiveSkb } from '../core/xmit.ts'
import { BR_STATE_FORWARDING, BR_STATE_LEARNING, brPortOf, type Bridge, type BridgePort } from './br.ts'
import { brFdbFind, brFdbUpdate } from './br_fdb.ts'
import { brFlood, brForward, type BrPktType } from './br_forward.ts'

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
    drop(skb, 'brHandleFrame', 'NOT_SPECIFIED')
    return true
  }
  const group = linkLocalNumber(frame.dst)
  if (group !== null && !((bridge.groupFwdMask >> group) & 1) && !(group === 0 && !bridge.stpState)) {
    // Pause frames go nowhere; the others only up the port itself.
    if (group !== 1) return false
    drop(skb, 'brHandleFrame', 'BRIDGE_LOCAL_LINK')
    return true
  }
  if (port.state !== BR_STATE_FORWARDING && port.state !== BR_STATE_LEARNING) {
    drop(skb, 'brHandleFrame', 'BRIDGE_INGRESS_STP_STATE')
    return true
  }
  if (frame.dst === bridge.dev.mac) skb.pktType = PACKET_HOST
  brHandleFrameFinish(skb, frame, port)
  return true
}

/** Ref: br_handle_frame_finish() */
function brHandleFrameFinish(skb: SkBuff, frame: Frame, port: BridgePort): void {
  const { bridge } = port
  if (port.learning) brFdbUpdate(bridge, port, frame.src, skb)
  if (port.state === BR_STATE_LEARNING) return drop(skb, 'brHandleFrameFinish', 'BRIDGE_INGRESS_STP_STATE')
  const promisc = (bridge.dev.flags & IFF_PROMISC) !== 0
  if (isMulticastMac(frame.dst)) {
    const type: BrPktType = frame.dst === MAC_BROADCAST ? 'broadcast' : 'multicast'
    const up = cloneSkb(skb, skb.dev)
    up.pktType = skb.pktType
    brFlood(bridge, skb, type, port)
    return brPassFrameUp(bridge, up)
  }
  const entry = brFdbFind(bridge, frame.dst)
  if (entry?.local) return brPassFrameUp(bridge, skb)
  if (promisc) {
    const up = cloneSkb(skb, skb.dev)
    up.pktType = skb.pktType
    brPassFrameUp(bridge, up)
  }
  if (!entry?.port) return brFlood(bridge, skb, 'unicast', port)
  entry.used = bridge.dev.net.stack.clock.now
  brForward(entry.port, skb, port)
}

/** To the bridge's own machine, as though the bridge device had received it. Ref: br_pass_frame_up() */
function brPassFrameUp(bridge: Bridge, skb: SkBuff): void {
  step(skb, 'brPassFrameUp')
  const { dev } = bridge
  if (!dev.up) return drop(skb, 'brPassFrameUp', 'DEV_READY')
  skb.dev = dev
  dev.rxPackets++
  dev.rxBytes += skb.length
  netifReceiveSkb(skb)
}
