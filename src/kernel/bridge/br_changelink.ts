// Attributes of bridges and ports, set. Ref: net/bridge/br_netlink.c:br_changelink(), br_setport()
import { EBUSY, EINVAL, ENETDOWN, ERANGE } from '../../uapi/errno.ts'
import type { BridgeAttrs, BridgePortAttrs } from '../../uapi/bridge.ts'
import type { KernelModule } from '../core/module.ts'
import { refuse, type NetDevice, type Refusal } from '../core/net.ts'
import { bridgeOf, brPortOf, type Bridge, type BridgePort } from './br.ts'
import { audienceOf } from './br_audience.ts'
import { brFdbDeleteByPort, brFdbFlush } from './br_fdb.ts'
import { brMulticastOf } from './br_hook.ts'
import { brPortStateSelection, brSetState } from './br_stp.ts'
import {
  brChangeForwardDelay,
  brStpSetBridgePriority,
  brStpSetEnabled,
  brStpSetPathCost,
  brStpSetPortPriority,
} from './br_stp_if.ts'
import { brVlanInit, brVlanSetDefaultPvid, brVlanSetStatsPerPort } from './br_vlan.ts'

/** Least and greatest, in 1/100 s (IEEE 802.1D §8.10.2). */
const HELLO_TIME = [100, 1000] as const
const MAX_AGE = [600, 4000] as const
/** Bits of group_fwd_mask that may not be set: STP, pause and LACP. */
const RESTRICTED_GROUPS = 7
/** Last octets of 01:80:c2:00:00:0X that are taken for something else. Ref: br_netlink.c:br_changelink() */
const GROUP_ADDRESSES = 0x0180c2000000
const RESERVED_GROUP_ADDRESSES: ReadonlySet<number> = new Set([1, 2, 3])

function outside(value: number, [least, most]: readonly [number, number]): boolean {
  return value < least || value > most
}

/** Ref: br_changelink() */
export function bridgeChangelink(dev: NetDevice, attrs: BridgeAttrs): Refusal | null {
  const bridge = bridgeOf(dev)
  if (!bridge) return null
  dev.net.version++
  return (
    changeTimes(bridge, attrs) ??
    changeTree(bridge, attrs) ??
    changeVlans(bridge, attrs) ??
    changeRest(bridge, attrs)
  )
}

function changeTimes(bridge: Bridge, attrs: BridgeAttrs): Refusal | null {
  const { forwardDelay, helloTime, maxAge, ageingTime } = attrs
  if (forwardDelay !== undefined) {
    const refused = brChangeForwardDelay(bridge, forwardDelay)
    if (refused) return refused
  }
  if (helloTime !== undefined) {
    if (outside(helloTime, HELLO_TIME)) return refuse(ERANGE)
    bridge.ownHelloTime = helloTime
    if (bridge.isRoot) bridge.helloTime = helloTime
  }
  if (maxAge !== undefined) {
    if (outside(maxAge, MAX_AGE)) return refuse(ERANGE)
    bridge.ownMaxAge = maxAge
    if (bridge.isRoot) bridge.maxAge = maxAge
  }
  if (ageingTime !== undefined) {
    bridge.ownAgeingTime = ageingTime
    bridge.ageingTime = ageingTime
  }
  return null
}

function changeTree(bridge: Bridge, { stpState, priority }: BridgeAttrs): Refusal | null {
  if (stpState !== undefined) brStpSetEnabled(bridge, stpState !== 0)
  if (priority !== undefined) brStpSetBridgePriority(bridge, priority)
  return null
}

/** Ref: br_vlan_filter_toggle(), __br_vlan_set_proto() and their like */
function changeVlans(bridge: Bridge, attrs: BridgeAttrs): Refusal | null {
  const { vlanFiltering, vlanProtocol, vlanDefaultPvid, vlanStatsEnabled, vlanStatsPerPort } = attrs
  if (vlanFiltering !== undefined) {
    if (vlanFiltering) brVlanInit(bridge)
    bridge.vlanFiltering = vlanFiltering ? 1 : 0
  }
  if (vlanProtocol !== undefined) {
    brVlanInit(bridge)
    bridge.vlan.proto = vlanProtocol
  }
  if (vlanDefaultPvid !== undefined) {
    const refused = brVlanSetDefaultPvid(bridge, vlanDefaultPvid)
    if (refused) return refused
  }
  if (vlanStatsEnabled !== undefined) {
    if (vlanStatsEnabled > 1) return refuse(EINVAL)
    brVlanInit(bridge)
    bridge.vlan.statsEnabled = vlanStatsEnabled
  }
  return vlanStatsPerPort === undefined ? null : brVlanSetStatsPerPort(bridge, vlanStatsPerPort)
}

function changeRest(bridge: Bridge, attrs: BridgeAttrs): Refusal | null {
  const { groupFwdMask, groupAddress, mcastRouter } = attrs
  if (groupFwdMask !== undefined) {
    if (groupFwdMask & RESTRICTED_GROUPS) return refuse(EINVAL)
    bridge.groupFwdMask = groupFwdMask
  }
  if (groupAddress !== undefined) {
    const last = groupAddress - GROUP_ADDRESSES
    if (last < 0 || last > 15 || RESERVED_GROUP_ADDRESSES.has(last)) return refuse(EINVAL)
    bridge.groupAddress = groupAddress
  }
  if (attrs.noLinklocalLearn !== undefined) bridge.noLinklocalLearn = attrs.noLinklocalLearn !== 0
  if (attrs.mcastSnooping !== undefined) setSnooping(bridge, attrs.mcastSnooping ? 1 : 0)
  if (mcastRouter !== undefined && mcastRouter > 2) return refuse(EINVAL)
  const refused = changeMcast(bridge, attrs)
  if (refused) return refused
  bridge.nfCall.iptables = attrs.nfCallIptables ?? bridge.nfCall.iptables
  bridge.nfCall.ip6tables = attrs.nfCallIp6tables ?? bridge.nfCall.ip6tables
  bridge.nfCall.arptables = attrs.nfCallArptables ?? bridge.nfCall.arptables
  if (attrs.fdbFlush) brFdbFlush(bridge)
  return null
}

/** Ref: br_multicast_toggle() */
function setSnooping(bridge: Bridge, on: number): void {
  if (bridge.mcastSnooping === on) return
  bridge.mcastSnooping = on
  brMulticastOf(bridge).toggle()
}

function flag(value: number | undefined, old: number): number {
  return value === undefined ? old : Number(value !== 0)
}

function changeMcast(bridge: Bridge, attrs: BridgeAttrs): Refusal | null {
  const { mcast } = bridge
  const { mcastIgmpVersion, mcastMldVersion, mcastHashMax } = attrs
  if (mcastIgmpVersion !== undefined && (mcastIgmpVersion < 2 || mcastIgmpVersion > 3)) return refuse(EINVAL)
  if (mcastMldVersion !== undefined && (mcastMldVersion < 1 || mcastMldVersion > 2)) return refuse(EINVAL)
  mcast.router = attrs.mcastRouter ?? mcast.router
  mcast.queryUseIfaddr = flag(attrs.mcastQueryUseIfaddr, mcast.queryUseIfaddr)
  const querier = flag(attrs.mcastQuerier, mcast.querier)
  mcast.hashMax = mcastHashMax ?? mcast.hashMax
  mcast.lastMemberCount = attrs.mcastLastMemberCount ?? mcast.lastMemberCount
  mcast.startupQueryCount = attrs.mcastStartupQueryCount ?? mcast.startupQueryCount
  mcast.lastMemberInterval = attrs.mcastLastMemberInterval ?? mcast.lastMemberInterval
  mcast.membershipInterval = attrs.mcastMembershipInterval ?? mcast.membershipInterval
  mcast.querierInterval = attrs.mcastQuerierInterval ?? mcast.querierInterval
  mcast.queryInterval = attrs.mcastQueryInterval ?? mcast.queryInterval
  mcast.queryResponseInterval = attrs.mcastQueryResponseInterval ?? mcast.queryResponseInterval
  mcast.startupQueryInterval = attrs.mcastStartupQueryInterval ?? mcast.startupQueryInterval
  mcast.statsEnabled = flag(attrs.mcastStatsEnabled, mcast.statsEnabled)
  mcast.igmpVersion = mcastIgmpVersion ?? mcast.igmpVersion
  mcast.mldVersion = mcastMldVersion ?? mcast.mldVersion
  if (querier !== mcast.querier) {
    mcast.querier = querier
    brMulticastOf(bridge).setQuerier()
  }
  return null
}

/** Ref: br_setport() */
export function bridgeSetport(dev: NetDevice, attrs: BridgePortAttrs): Refusal | null {
  const port = brPortOf(dev)
  if (!port) return refuse(EINVAL)
  const { mcastRouter, groupFwdMask, cost, priority } = attrs
  setPortFlags(port, attrs)
  dev.net.version++
  let refused = cost === undefined ? null : brStpSetPathCost(port, cost)
  if (!refused && priority !== undefined) refused = brStpSetPortPriority(port, priority)
  if (!refused && attrs.state !== undefined) refused = setPortState(port, attrs.state)
  if (refused) return refused
  if (attrs.fdbFlush) brFdbDeleteByPort(port.bridge, port, false)
  if (mcastRouter !== undefined) {
    if (mcastRouter > 3) return refuse(EINVAL)
    port.mcastRouter = mcastRouter
    brMulticastOf(port.bridge).setPortRouter(port)
  }
  if (groupFwdMask !== undefined) {
    if (groupFwdMask & RESTRICTED_GROUPS) return refuse(EINVAL)
    port.groupFwdMask = groupFwdMask
  }
  return null
}

function setPortFlags(port: BridgePort, attrs: BridgePortAttrs): void {
  port.hairpin = attrs.hairpin ?? port.hairpin
  port.guard = attrs.guard ?? port.guard
  port.rootBlock = attrs.rootBlock ?? port.rootBlock
  port.fastLeave = attrs.fastLeave ?? port.fastLeave
  port.learning = attrs.learning ?? port.learning
  port.flood = attrs.flood ?? port.flood
  port.mcastFlood = attrs.mcastFlood ?? port.mcastFlood
  port.bcastFlood = attrs.bcastFlood ?? port.bcastFlood
  port.mcastToUnicast = attrs.mcastToUnicast ?? port.mcastToUnicast
  port.proxyArp = attrs.proxyArp ?? port.proxyArp
  port.proxyArpWifi = attrs.proxyArpWifi ?? port.proxyArpWifi
  port.isolated = attrs.isolated ?? port.isolated
  port.neighSuppress = attrs.neighSuppress ?? port.neighSuppress
  port.locked = attrs.locked ?? port.locked
  audienceOf(port.bridge).changed(port)
}

/** Ref: br_set_port_state() */
function setPortState(port: BridgePort, state: number): Refusal | null {
  if (state > 4) return refuse(EINVAL)
  if (port.bridge.stpState) return refuse(EBUSY)
  // Only what has carrier may do anything.
  if ((!port.dev.up || !port.dev.operUp) && state !== 0) return refuse(ENETDOWN)
  brSetState(port, state)
  brPortStateSelection(port.bridge)
  return null
}

export const bridgeNetlinkModule: KernelModule = {
  name: 'bridge_netlink',
  init({ slots }) {
    slots.bridge = { changelink: bridgeChangelink, setport: bridgeSetport }
  },
}
