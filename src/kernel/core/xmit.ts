// Frames in and out of devices. Ref: net/core/dev.c
import { MICROSECOND } from '../../sim/clock.ts'
import { ENETDOWN } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { ETH_HEADER, withVlan, type Frame } from '../../wire/ethernet.ts'
import { isMulticastMac, MAC_BROADCAST } from '../../wire/mac.ts'
import { VLAN_HLEN, type VlanTag } from '../../wire/vlan.ts'
import { FAR, xmitFar } from './storm.ts'
import type { NetDevice } from './net.ts'
import {
  PACKET_BROADCAST,
  PACKET_HOST,
  PACKET_MULTICAST,
  PACKET_OTHERHOST,
  PACKET_OUTGOING,
  type Flood,
  type SkBuff,
} from './skb.ts'
import { cloneSkb, drop, record, step, tracing } from './trace.ts'

/** From the backlog of a CPU to the stack. */
const BACKLOG_DELAY = 2 * MICROSECOND

/** Sends `skb.frame` out of `skb.dev`. Ref: net/core/dev.c:__dev_queue_xmit() */
export function devQueueXmit(skb: SkBuff): void {
  const { dev } = skb
  if (!dev.active) return noopEnqueue(skb, dev)
  if (dev.net.taps.length > 0) tap(skb, dev, true)
  dev.ops.xmit(skb, dev)
}

/** A queue that is not running takes the frame and loses it. Ref: net/sched/sch_generic.c:noop_enqueue() */
function noopEnqueue(skb: SkBuff, dev: NetDevice): void {
  dev.txDropped++
  if (!dev.registered) return drop(skb, 'devQueueXmit', 'DEV_READY', ENETDOWN)
  drop(skb, 'noopEnqueue', dev.up && !dev.carrier ? 'DEV_CARRIER' : 'DEV_READY')
}

/** The frame leaves by a cable; it arrives at `to` as a clock event. Counts what was sent. */
export function xmitTo(skb: SkBuff, from: NetDevice, to: NetDevice, delay: number): void {
  const frame = skb.frame
  if (!frame) return drop(skb, 'xmitTo', 'DEV_HDR')
  from.txPackets++
  from.txBytes += skb.length - ETH_HEADER + from.countedHeader
  if (tracing(skb)) {
    record(
      skb,
      {
        kind: 'xmit',
        frame,
        to: { machine: to.net.stack.machine, netns: to.net.inode, device: to.serial },
        delay,
      },
      from,
    )
  }
  if (skb.hops > FAR) return xmitFar(skb, to, delay, netifRx)
  const { clock } = from.net.stack
  if (!skb.shared) return clock.post(delay, netifRx, skb, to)
  const at = clock.now + delay
  if (skb.flood?.at === at) {
    skb.flood.to.push(to)
    return
  }
  skb.flood = { at, to: [to] }
  clock.post(delay, netifRxAll, skb, skb.flood)
}

/** One frame arrives at all the far ends it was flooded to at once: a thousand events would be one each. */
function netifRxAll(skb: SkBuff, flood: Flood): void {
  if (skb.flood === flood) skb.flood = null
  for (const dev of flood.to) netifRx(skb, dev)
}

/** A frame has arrived at `dev`. Ref: net/core/dev.c:netif_rx() */
export function netifRx(sent: SkBuff, dev: NetDevice): void {
  const skb = sent.shared ? cloneSkb(sent, dev) : sent
  scrub(skb, dev)
  skb.hops++
  skb.dev = dev
  skb.dst = null
  // What lo carries keeps its way: it is its own end.
  if (!(dev.flags & IFF_LOOPBACK)) skb.dst6 = null
  if (!dev.up || !dev.registered) return drop(skb, 'netifRx', 'DEV_READY')
  dev.rxPackets++
  dev.rxBytes += skb.length - ETH_HEADER + dev.countedHeader
  if (skb.frame) skb.pktType = ethTypeTrans(skb.frame, dev)
  netifReceiveSkb(skb)
}

/** A frame sent by one device of this machine is received by another. Ref: net/core/dev.c:dev_forward_skb() */
export function devForwardSkb(skb: SkBuff, dev: NetDevice): void {
  if (!dev.up) return drop(skb, 'devForwardSkb', 'DEV_READY')
  if (skb.length > dev.mtu + ETH_HEADER + VLAN_HLEN) return drop(skb, 'devForwardSkb', 'PKT_TOO_BIG')
  scrub(skb, dev)
  skb.dev = dev
  if (skb.frame) skb.pktType = ethTypeTrans(skb.frame, dev)
  netifRxLater(skb)
}

/** Puts a frame that `skb.dev` has received into the backlog. Ref: net/core/dev.c:enqueue_to_backlog() */
export function netifRxLater(skb: SkBuff): void {
  skb.dst = null
  skb.dst6 = null
  skb.dev.net.stack.clock.post(BACKLOG_DELAY, backlog, skb, null)
}

function backlog(skb: SkBuff): void {
  if (!skb.dev.up) return drop(skb, 'netifRx', 'DEV_READY')
  netifReceiveSkb(skb)
}

/** What was decided of it in one place does not count in the next; lo is no other place. Ref: skb_scrub_packet() */
function scrub(skb: SkBuff, dev: NetDevice): void {
  if (dev.flags & IFF_LOOPBACK) return
  skb.nfct = null
  skb.nfctinfo = 0
  skb.ipvsProperty = false
  skb.nfBridge = null
  skb.nftrace = false
  if (skb.dev.net !== dev.net) skb.mark = 0
}

/** Whom the frame is for. Ref: net/ethernet/eth.c:eth_type_trans() */
export function ethTypeTrans(frame: Frame, dev: NetDevice): number {
  const { dst } = frame
  if (dst === dev.mac) return PACKET_HOST
  if (dst === MAC_BROADCAST) return PACKET_BROADCAST
  return isMulticastMac(dst) ? PACKET_MULTICAST : PACKET_OTHERHOST
}

/** Ref: net/core/dev.c:__netif_receive_skb_core() */
export function netifReceiveSkb(skb: SkBuff): void {
  const { dev, frame } = skb
  if (!frame) return drop(skb, 'netifReceiveSkb', 'DEV_HDR')
  if (tracing(skb)) {
    record(skb, { kind: 'receive', frame })
    step(skb, 'netifReceiveSkb')
  }
  if (dev.net.taps.length > 0) tap(skb, dev, false)
  if (frame.vlan && dev.vlanReceive?.(skb)) return
  if (dev.rxHandler?.(skb)) return
  if (frame.vlan && !untag(skb, frame, frame.vlan)) return drop(skb, 'netifReceiveSkb', 'UNHANDLED_PROTO')
  const ptype = dev.net.stack.ptypes.get(frame.etherType)
  if (!ptype) return drop(skb, 'netifReceiveSkb', 'UNHANDLED_PROTO')
  ptype(skb)
}

/**
 * A tag that no VLAN device took: the frame is somebody else's, unless the tag only carries a priority. False when
 * another tag is under it. Ref: __netif_receive_skb_core(), check_vlan_id
 */
function untag(skb: SkBuff, frame: Frame, vlan: VlanTag): boolean {
  if (vlan.id !== 0) skb.pktType = PACKET_OTHERHOST
  skb.frame = withVlan(frame, vlan.inner)
  return vlan.inner === null
}

/** What packet sockets see. Ref: net/core/dev.c:dev_queue_xmit_nit(), deliver_skb() */
function tap(skb: SkBuff, dev: NetDevice, outgoing: boolean): void {
  const { pktType } = skb
  if (outgoing) skb.pktType = PACKET_OUTGOING
  for (const listener of dev.net.taps) {
    if (listener.ifindex === 0 || listener.ifindex === dev.index) listener.receive(skb, dev, outgoing)
  }
  skb.pktType = pktType
}
