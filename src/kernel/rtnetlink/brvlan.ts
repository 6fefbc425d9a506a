// `bridge vlan`. Ref: net/bridge/br_netlink.c:br_afspec(), net/bridge/br_vlan.c:br_vlan_rtm_dump(), br_vlan_options.c
import { EINVAL, EOPNOTSUPP } from '../../uapi/errno.ts'
import type { BridgeVlanMessage, BridgeVlanRequest } from '../../uapi/bridge.ts'
import { bridgeOf, BR_STATE_FORWARDING, brPortOf, type Bridge, type BridgePort } from '../bridge/br.ts'
import {
  brVlanAdd,
  brVlanDelete,
  brVlanInit,
  groupOf,
  VLAN_VID_MASK,
  type VlanGroup,
} from '../bridge/br_vlan.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'

interface Where {
  readonly bridge: Bridge
  readonly port: BridgePort | null
}

/** A port by its bridge, a bridge by itself. */
function whereOf(dev: NetDevice | undefined, target: 'master' | 'self'): Where | null {
  if (!dev) return null
  const port = brPortOf(dev)
  if (target === 'master') return port && { bridge: port.bridge, port }
  const bridge = bridgeOf(dev)
  return bridge && { bridge, port: null }
}

function* vidsOf({ vid, vidEnd }: BridgeVlanRequest): Generator<number> {
  for (let v = vid; v <= (vidEnd ?? vid); v++) yield v
}

/** Ref: br_vlan_valid_id() */
function validate({ vid }: BridgeVlanRequest): Refusal | null {
  return vid > 0 && vid < VLAN_VID_MASK ? null : refuse(EINVAL, 'bridge: Vlan id is invalid')
}

export function brVlanRtmAdd(net: Net, request: BridgeVlanRequest): Refusal | null {
  const where = whereOf(net.devices.get(request.index), request.target)
  if (!where) return refuse(EOPNOTSUPP)
  const invalid = validate(request)
  if (invalid) return invalid
  brVlanInit(where.bridge)
  const { pvid = false, untagged = false } = request
  for (const vid of vidsOf(request)) brVlanAdd(where.bridge, where.port, vid, { pvid, untagged })
  return null
}

/** One that is not there is no error. */
export function brVlanRtmDel(net: Net, request: BridgeVlanRequest): Refusal | null {
  const where = whereOf(net.devices.get(request.index), request.target)
  if (!where) return refuse(EOPNOTSUPP)
  const invalid = validate(request)
  if (invalid) return invalid
  brVlanInit(where.bridge)
  for (const vid of vidsOf(request)) brVlanDelete(where.bridge, where.port, vid)
  return null
}

/** Options of VLANs that are there. */
export function brVlanRtmNew(net: Net, request: BridgeVlanRequest): Refusal | null {
  const dev = net.devices.get(request.index)
  const where = whereOf(dev, 'master') ?? whereOf(dev, 'self')
  if (!where) return refuse(EOPNOTSUPP)
  const group = where.port ? (brVlanInit(where.bridge), where.port.vlans) : brVlanInit(where.bridge)
  if (!group?.vlans.has(request.vid)) {
    return refuse(EINVAL, "bridge: Vlan range start doesn't exist, can't process options")
  }
  for (const vid of vidsOf(request)) {
    const vlan = group.vlans.get(vid)
    if (!vlan) continue
    vlan.state = request.state ?? vlan.state
    vlan.mcastRouter = request.mcastRouter ?? vlan.mcastRouter
  }
  net.version++
  return null
}

/** By device, then by number. A bridge that nobody asked about VLANs has them as it would have been born with them. */
export function brVlanRtmDump(net: Net): BridgeVlanMessage[] {
  return [...net.devices.values()].flatMap((dev) => {
    const where = whereOf(dev, 'master') ?? whereOf(dev, 'self')
    return where ? messagesOf(dev, where) : []
  })
}

function messagesOf({ index }: NetDevice, { bridge, port }: Where): BridgeVlanMessage[] {
  const group = groupOf(bridge, port)
  if (!group) {
    const pvid = bridge.vlan.defaultPvid
    const none = { rxBytes: 0, rxPackets: 0, txBytes: 0, txPackets: 0 }
    const born = { pvid: true, untagged: true, state: BR_STATE_FORWARDING, mcastRouter: 1, ...none }
    return pvid === 0 ? [] : [{ type: 'RTM_NEWVLAN', index, vid: pvid, ...born }]
  }
  return filled(index, group)
}

function filled(index: number, group: VlanGroup): BridgeVlanMessage[] {
  return group.sorted().map(({ vid, untagged, state, mcastRouter, stats }) => ({
    type: 'RTM_NEWVLAN',
    index,
    vid,
    pvid: group.pvid === vid,
    untagged,
    state,
    mcastRouter,
    ...stats,
  }))
}
