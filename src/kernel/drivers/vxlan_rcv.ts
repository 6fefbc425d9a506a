// Frames that come out of a VXLAN tunnel. Ref: drivers/net/vxlan/vxlan_core.c:vxlan_rcv()
import { MICROSECOND } from '../../sim/clock.ts'
import type { Frame } from '../../wire/ethernet.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { isMulticastMac, MAC_ZERO } from '../../wire/mac.ts'
import { vxlanOf, type Vxlan } from '../../wire/vxlan.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop, step } from '../core/trace.ts'
import { netifRx } from '../core/xmit.ts'
import type { VxlanDev } from './vxlan_dev.ts'
import { vxlanSnoop } from './vxlan_fdb.ts'

/** Until the receive queue of the device is looked at (Ref: gro_cells_receive()). */
const DECAP_DELAY = 2 * MICROSECOND

function readVxlan(packet: Ipv4): Vxlan | null {
  const { payload } = packet
  if (payload.kind === 'vxlan') return payload
  return payload.kind === 'udp' ? vxlanOf(payload) : null
}

/** `devices`: those on the socket, by network identifier. */
export function vxlanRcv(devices: ReadonlyMap<number, VxlanDev>, skb: SkBuff, packet: Ipv4): void {
  step(skb, 'vxlanRcv')
  const vxlan = readVxlan(packet)
  if (!vxlan) return drop(skb, 'vxlanRcv', 'VXLAN_INVALID_HDR')
  const to = devices.get(vxlan.vni) ?? metadataDevice(devices)
  if (!to) return drop(skb, 'vxlanRcv', 'VXLAN_VNI_NOT_FOUND')
  const { src } = vxlan.frame
  // Loops, and one's own multicast.
  if (src === to.dev.mac) return drop(skb, 'vxlanSetMac', 'LOCAL_MAC')
  if (src === MAC_ZERO || isMulticastMac(src)) return drop(skb, 'vxlanSetMac', 'MAC_INVALID_SOURCE')
  if (!vxlanReceive(to, skb, vxlan.frame, packet.src)) return
  consume(skb, 'vxlanRcv', to.dev.name)
}

/** One that takes every identifier. */
function metadataDevice(devices: ReadonlyMap<number, VxlanDev>): VxlanDev | null {
  const any = devices.get(0)
  return any?.cfg.collectMetadata ? any : null
}

/** The frame goes on as received by the device. False: it was dropped. */
export function vxlanReceive(vxlan: VxlanDev, skb: SkBuff, frame: Frame, from: Inet): boolean {
  const { dev, cfg } = vxlan
  if (cfg.learning && !vxlanSnoop(vxlan, from, frame.src, skb)) {
    drop(skb, 'vxlanSnoop', 'VXLAN_ENTRY_EXISTS')
    return false
  }
  const inner = allocSkb(dev.net.stack, dev, frame.packet, skb)
  inner.frame = frame
  inner.sender = null
  inner.hops = skb.hops
  inner.iif = null
  dev.net.stack.clock.post(DECAP_DELAY, netifRx, inner, dev)
  return true
}
