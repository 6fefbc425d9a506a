// VLANs of a bridge: which its ports belong to, what their frames carry inside and out. A bridge that never heard of
// VLANs has none of this. Ref: net/bridge/br_vlan.c
import { EBUSY, EINVAL, ENOENT } from '../../uapi/errno.ts'
import { IFF_PROMISC } from '../../uapi/if.ts'
import { withVlan, type Frame } from '../../wire/ethernet.ts'
import type { VlanTag } from '../../wire/vlan.ts'
import { refuse, type Refusal } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { BR_STATE_FORWARDING, BR_STATE_LEARNING, type Bridge, type BridgePort } from './br.ts'
import { brFdbAddLocal, brFdbDeleteByPort, brFdbDeleteLocal } from './br_fdb.ts'

export const VLAN_VID_MASK = 0xfff

export interface VlanStats {
  rxBytes: number
  rxPackets: number
  txBytes: number
  txPackets: number
}

export interface BridgeVlan {
  readonly vid: number
  untagged: boolean
  /** BR_STATE_*. */
  state: number
  mcastRouter: number
  /** Those of the bridge's VLAN, shared by its ports, unless each port counts for itself. */
  readonly stats: VlanStats
}

export class VlanGroup {
  /** Of frames without a tag; 0 is none. */
  pvid = 0
  readonly vlans = new Map<number, BridgeVlan>()

  sorted(): BridgeVlan[] {
    return [...this.vlans.values()].sort((a, b) => a.vid - b.vid)
  }
}

/** What a bridge knows of VLANs, from the first time anybody asks for one. Ref: br_vlan_init(), nbp_vlan_init() */
export function brVlanInit(bridge: Bridge): VlanGroup {
  if (bridge.vlans) return bridge.vlans
  const group = new VlanGroup()
  bridge.vlans = group
  const { defaultPvid } = bridge.vlan
  if (defaultPvid !== 0) brVlanAdd(bridge, null, defaultPvid, { pvid: true, untagged: true })
  for (const port of [...bridge.ports].reverse()) nbpVlanInit(port)
  return group
}

/** A port comes to a bridge with VLANs. */
export function nbpVlanInit(port: BridgePort): void {
  const { bridge } = port
  if (!bridge.vlans) return
  port.vlans = new VlanGroup()
  const { defaultPvid } = bridge.vlan
  if (defaultPvid !== 0) brVlanAdd(bridge, port, defaultPvid, { pvid: true, untagged: true })
}

export function groupOf(bridge: Bridge, port: BridgePort | null): VlanGroup | null {
  return port ? port.vlans : bridge.vlans
}

/** The counters that all ports of a VLAN share. */
function sharedStats(bridge: Bridge, vid: number): VlanStats {
  const all = [bridge.vlans, ...bridge.ports.map((port) => port.vlans)]
  const known = all.map((group) => group?.vlans.get(vid)).find((vlan) => vlan !== undefined)
  return known?.stats ?? { rxBytes: 0, rxPackets: 0, txBytes: 0, txPackets: 0 }
}

/** Adds, or changes the flags of one that is there. Ref: br_vlan_add(), nbp_vlan_add() */
export function brVlanAdd(
  bridge: Bridge,
  port: BridgePort | null,
  vid: number,
  flags: { readonly pvid: boolean; readonly untagged: boolean },
): void {
  const group = groupOf(bridge, port)
  if (!group) return
  const known = group.vlans.get(vid)
  if (flags.pvid) group.pvid = vid
  else if (group.pvid === vid) group.pvid = 0
  bridge.dev.net.version++
  if (known) {
    known.untagged = flags.untagged
    return
  }
  const own = bridge.vlan.statsPerPort && port
  const stats = own ? { rxBytes: 0, rxPackets: 0, txBytes: 0, txPackets: 0 } : sharedStats(bridge, vid)
  const { untagged } = flags
  group.vlans.set(vid, { vid, untagged, state: BR_STATE_FORWARDING, mcastRouter: 1, stats })
  brFdbAddLocal(bridge, port, (port ?? bridge).dev.mac, vid)
}

/** Ref: br_vlan_delete(), nbp_vlan_delete() */
export function brVlanDelete(bridge: Bridge, port: BridgePort | null, vid: number): Refusal | null {
  const group = groupOf(bridge, port)
  if (!group?.vlans.has(vid)) return refuse(ENOENT)
  brFdbDeleteLocal(bridge, port, (port ?? bridge).dev.mac, vid)
  if (port) brFdbDeleteByPort(bridge, port, false, vid)
  if (group.pvid === vid) group.pvid = 0
  group.vlans.delete(vid)
  bridge.dev.net.version++
  return null
}

function isDefaultPvid(group: VlanGroup | null, vid: number): boolean {
  return group !== null && group.pvid === vid && (group.vlans.get(vid)?.untagged ?? false)
}

/** Ports that have it as it was born with move to the new one. Ref: __br_vlan_set_default_pvid() */
export function brVlanSetDefaultPvid(bridge: Bridge, pvid: number): Refusal | null {
  if (pvid >= VLAN_VID_MASK) return refuse(EINVAL)
  brVlanInit(bridge)
  const old = bridge.vlan.defaultPvid
  if (pvid === old) return null
  for (const port of [null, ...bridge.ports]) {
    const group = groupOf(bridge, port)
    if (old !== 0 && !isDefaultPvid(group, old)) continue
    if (pvid !== 0) {
      if (group?.vlans.has(pvid)) continue
      brVlanAdd(bridge, port, pvid, { pvid: true, untagged: true })
    }
    if (old !== 0) brVlanDelete(bridge, port, old)
  }
  bridge.vlan.defaultPvid = pvid
  return null
}

/** Counters of each port can be chosen only while no port has a VLAN. Ref: br_vlan_set_stats_per_port() */
export function brVlanSetStatsPerPort(bridge: Bridge, value: number): Refusal | null {
  if (value > 1) return refuse(EINVAL)
  brVlanInit(bridge)
  if (bridge.ports.some((port) => (port.vlans?.vlans.size ?? 0) > 0)) return refuse(EBUSY)
  bridge.vlan.statsPerPort = value
  return null
}

function tagOf(bridge: Bridge, frame: Frame): VlanTag | null {
  return frame.vlan && frame.vlan.proto === bridge.vlan.proto ? frame.vlan : null
}

/** The VLAN a frame inside a bridge belongs to; 0 where there are none. */
export function vidOf(bridge: Bridge, frame: Frame): number {
  return bridge.vlanFiltering ? (frame.vlan?.id ?? 0) : 0
}

/**
 * The frame as it goes through the bridge: with the tag of its VLAN. null: it may not come in. With no filtering it is
 * taken as it is. Ref: br_allowed_ingress()
 */
export function brAllowedIngress(bridge: Bridge, port: BridgePort | null, frame: Frame): Frame | null {
  if (!bridge.vlanFiltering) return frame
  const group = groupOf(bridge, port)
  const tag = tagOf(bridge, frame)
  const vid = tag && tag.id !== 0 ? tag.id : (group?.pvid ?? 0)
  const vlan = vid === 0 ? undefined : group?.vlans.get(vid)
  if (!vlan || (vlan.state !== BR_STATE_FORWARDING && vlan.state !== BR_STATE_LEARNING)) return null
  if (tag?.id === vid) return frame
  const { prio, dei } = tag ?? { prio: 0, dei: false }
  const inner = tag ? tag.inner : (frame.vlan ?? null)
  return withVlan(frame, { proto: bridge.vlan.proto, id: vid, prio, dei, inner })
}

/** What came in by a port, counted. */
export function brVlanCount(bridge: Bridge, port: BridgePort | null, skb: SkBuff, way: 'rx' | 'tx'): void {
  if (!bridge.vlan.statsEnabled || !skb.frame) return
  const stats = groupOf(bridge, port)?.vlans.get(vidOf(bridge, skb.frame))?.stats
  if (!stats) return
  if (way === 'rx') {
    stats.rxPackets++
    stats.rxBytes += skb.length
  } else {
    stats.txPackets++
    stats.txBytes += skb.length
  }
}

/** Ref: br_allowed_egress() */
export function brAllowedEgress(bridge: Bridge, port: BridgePort | null, frame: Frame): boolean {
  if (!bridge.vlanFiltering) return true
  return groupOf(bridge, port)?.vlans.get(vidOf(bridge, frame))?.state === BR_STATE_FORWARDING
}

/** The frame as it leaves by a port, or goes up to the bridge device. null: not at all. Ref: br_handle_vlan() */
export function brHandleVlan(bridge: Bridge, port: BridgePort | null, frame: Frame): Frame | null {
  if (!bridge.vlanFiltering) return frame
  const vlan = groupOf(bridge, port)?.vlans.get(vidOf(bridge, frame))
  if (!vlan) return !port && bridge.dev.flags & IFF_PROMISC ? frame : null
  return vlan.untagged ? withVlan(frame, frame.vlan?.inner ?? null) : frame
}
