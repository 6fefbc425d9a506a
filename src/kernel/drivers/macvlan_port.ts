// What the macvlans on one parent share, and the way of their frames. Ref: drivers/net/macvlan.c
import {
  MACVLAN_FLAG_NODST,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_SOURCE,
  MACVLAN_MODE_VEPA,
} from '../../uapi/if_link.ts'
import { IFF_ALLMULTI, IFF_PROMISC } from '../../uapi/if.ts'
import type { Frame } from '../../wire/ethernet.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import type { NetDevice } from '../core/net.ts'
import { PACKET_BROADCAST, PACKET_HOST, PACKET_MULTICAST, type SkBuff } from '../core/skb.ts'
import { countRx } from '../core/stacked.ts'
import { cloneSkb, drop, step } from '../core/trace.ts'
import { devForwardSkb, devQueueXmit, netifReceiveSkb, netifRxLater } from '../core/xmit.ts'

const DEFAULT_BC_QUEUE_LEN = 1000
const ALL_MODES = MACVLAN_MODE_PRIVATE | MACVLAN_MODE_VEPA | MACVLAN_MODE_PASSTHRU | MACVLAN_MODE_BRIDGE

export class Macvlan {
  readonly dev: NetDevice
  readonly port: MacvlanPort
  /** MACVLAN_MODE_*. */
  mode: number
  flags = 0
  bcQueueLen = DEFAULT_BC_QUEUE_LEN
  /** Senders that a device in source mode listens to. */
  readonly sources: Mac[] = []
  constructor(dev: NetDevice, port: MacvlanPort, mode: number) {
    this.dev = dev
    this.port = port
    this.mode = mode
  }

  /** Ref: macvlan_compute_filter(): broadcasts, and the groups that were joined. */
  hears(group: Mac): boolean {
    const { dev } = this
    if (dev.flags & (IFF_PROMISC | IFF_ALLMULTI)) return true
    return group === dev.broadcast || dev.multicast.includes(group)
  }
}

export class MacvlanPort {
  readonly dev: NetDevice
  /** In the order they were made. */
  readonly vlans: Macvlan[] = []
  /** Those that are up: they can be found by their address (Ref: vlan_hash). */
  readonly open: Macvlan[] = []
  passthru = false
  bcQueueLenUsed = DEFAULT_BC_QUEUE_LEN
  constructor(dev: NetDevice) {
    this.dev = dev
  }

  find(mac: Mac): Macvlan | null {
    return this.open.find(({ dev }) => dev.mac === mac) ?? null
  }

  /** Ref: macvlan_addr_busy() */
  busy(mac: Mac): boolean {
    return (!this.passthru && this.dev.mac === mac) || this.find(mac) !== null
  }

  /** Ref: update_port_bc_queue_len() */
  countQueue(): void {
    this.bcQueueLenUsed = Math.max(0, ...this.vlans.map((vlan) => vlan.bcQueueLen))
  }
}

const U64 = 0xffffffffffffffffn
const GOLDEN_RATIO_64 = 0x61c8864680b583ebn

/** The list of a hash table that an address is in. Ref: macvlan_eth_hash() */
function ethHash(mac: Mac): number {
  let value = 0n
  for (let octet = 0; octet < 6; octet++) value = (value << 8n) | BigInt(Math.floor(mac / 256 ** octet) % 256)
  return Number((((value << 16n) * GOLDEN_RATIO_64) & U64) >> 56n)
}

/** In the order of their hash table, the newest first in each list. Ref: macvlan_fill_info_macaddr() */
export function sortedSources({ sources }: Macvlan): Mac[] {
  return [...sources].reverse().sort((a, b) => ethHash(a) - ethHash(b))
}

export function macvlanOf(dev: NetDevice): Macvlan | null {
  return dev.priv instanceof Macvlan ? dev.priv : null
}

export function macvlanPortOf(dev: NetDevice): MacvlanPort | null {
  return dev.macvlanPort instanceof MacvlanPort ? dev.macvlanPort : null
}

/** The rx handler of the parent. Ref: macvlan_handle_frame() */
export function macvlanHandleFrame(skb: SkBuff): boolean {
  const port = macvlanPortOf(skb.dev)
  const { frame } = skb
  if (!port || !frame) return false
  step(skb, 'macvlanHandleFrame')
  if (forwardSource(skb, port, frame)) return true
  if (isMulticastMac(frame.dst)) return handleGroup(skb, port, frame)
  const vlan = port.passthru ? port.vlans[0] : port.find(frame.dst)
  if (!vlan || vlan.mode === MACVLAN_MODE_SOURCE) return false
  if (!vlan.dev.up) {
    drop(skb, 'macvlanHandleFrame', 'DEV_READY')
    return true
  }
  deliver(skb, vlan, PACKET_HOST, false)
  return true
}

/** To all whom it concerns; the parent itself hears it too. */
function handleGroup(skb: SkBuff, port: MacvlanPort, frame: Frame): boolean {
  const src = port.find(frame.src)
  if (src && src.mode !== MACVLAN_MODE_VEPA && src.mode !== MACVLAN_MODE_BRIDGE) {
    // A neighbour sent it back: only the one it came from.
    deliver(skb, src, groupType(frame, src), false)
    return true
  }
  if (!src) macvlanBroadcast(skb, port, frame, null, ALL_MODES)
  // The others in bridge mode saw it on its way out.
  else if (src.mode === MACVLAN_MODE_VEPA)
    macvlanBroadcast(skb, port, frame, src, MACVLAN_MODE_VEPA | MACVLAN_MODE_BRIDGE)
  else macvlanBroadcast(skb, port, frame, src, MACVLAN_MODE_VEPA)
  return false
}

function groupType(frame: Frame, vlan: Macvlan): number {
  return frame.dst === vlan.dev.broadcast ? PACKET_BROADCAST : PACKET_MULTICAST
}

/** As though the macvlan had received it. */
function deliver(skb: SkBuff, vlan: Macvlan, pktType: number, group: boolean): void {
  skb.dev = vlan.dev
  skb.pktType = pktType
  countRx(vlan.dev, skb.length, group)
  netifReceiveSkb(skb)
}

/** A copy to each that is up, in one of `modes`, and listens. Ref: macvlan_broadcast() */
function macvlanBroadcast(
  skb: SkBuff,
  port: MacvlanPort,
  frame: Frame,
  src: Macvlan | null,
  modes: number,
): void {
  for (const vlan of port.open) {
    if (vlan === src || !(vlan.mode & modes) || !vlan.hears(frame.dst)) continue
    const copy = cloneSkb(skb, vlan.dev)
    copy.pktType = groupType(frame, vlan)
    countRx(vlan.dev, copy.length, true)
    netifRxLater(copy)
  }
}

/** Source mode: a copy to each that listens to this sender. True: for it alone. Ref: macvlan_forward_source() */
function forwardSource(skb: SkBuff, port: MacvlanPort, frame: Frame): boolean {
  let alone = false
  for (const vlan of port.open) {
    if (vlan.mode !== MACVLAN_MODE_SOURCE || !vlan.sources.includes(frame.src)) continue
    const copy = cloneSkb(skb, vlan.dev)
    copy.pktType = isMulticastMac(frame.dst) ? groupType(frame, vlan) : PACKET_HOST
    countRx(vlan.dev, copy.length, false)
    netifRxLater(copy)
    if (vlan.flags & MACVLAN_FLAG_NODST) alone = true
  }
  return alone
}

/** Ref: macvlan_start_xmit(), macvlan_queue_xmit() */
export function macvlanStartXmit(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'macvlanStartXmit')
  const vlan = macvlanOf(dev)
  const { frame } = skb
  if (!vlan || !frame) return drop(skb, 'macvlanStartXmit', 'DEV_HDR')
  const { port } = vlan
  dev.txPackets++
  dev.txBytes += skb.length
  if (vlan.mode === MACVLAN_MODE_BRIDGE) {
    if (isMulticastMac(frame.dst)) macvlanBroadcast(skb, port, frame, vlan, MACVLAN_MODE_BRIDGE)
    // By way of the parent, for its taps.
    else if (port.find(frame.dst)?.mode === MACVLAN_MODE_BRIDGE) return devForwardSkb(skb, port.dev)
  }
  skb.dev = port.dev
  devQueueXmit(skb)
}
