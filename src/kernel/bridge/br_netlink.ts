// Attributes of bridges and ports. Ref: net/bridge/br_netlink.c
import { EINVAL, ERANGE } from '../../uapi/errno.ts'
import type { BridgeAttrs, BridgePortAttrs } from '../../uapi/rtnetlink.ts'
import { refuse, type NetDevice, type Refusal } from '../core/net.ts'
import { bridgeOf, brPortOf } from './br.ts'
import { brPortStateSelection, brSetState } from './br_stp.ts'

export function bridgeAttrs(dev: NetDevice): BridgeAttrs {
  const bridge = bridgeOf(dev)
  if (!bridge) return {}
  return {
    forwardDelay: bridge.forwardDelay,
    helloTime: bridge.helloTime,
    maxAge: bridge.maxAge,
    ageingTime: bridge.ageingTime,
    stpState: bridge.stpState,
    priority: bridge.priority,
    vlanFiltering: bridge.vlanFiltering,
    mcastSnooping: bridge.mcastSnooping,
    groupFwdMask: bridge.groupFwdMask,
    bridgeId: { priority: bridge.priority, address: bridge.idAddress },
  }
}

/** Least and greatest, in 1/100 s (IEEE 802.1D §8.10.2). */
const HELLO_TIME = [100, 1000] as const
const MAX_AGE = [600, 4000] as const
const FORWARD_DELAY = [200, 3000] as const
/** Bits of group_fwd_mask that may not be set: STP, pause and LACP. */
const RESTRICTED_GROUPS = 7

function outside(value: number, [least, most]: readonly [number, number]): boolean {
  return value < least || value > most
}

/** Ref: br_changelink() */
export function bridgeChangelink(dev: NetDevice, attrs: BridgeAttrs): Refusal | null {
  const bridge = bridgeOf(dev)
  if (!bridge) return null
  const { forwardDelay, helloTime, maxAge, ageingTime, stpState, priority, vlanFiltering, groupFwdMask } =
    attrs
  if (forwardDelay !== undefined) {
    if (bridge.stpState && outside(forwardDelay, FORWARD_DELAY)) return refuse(ERANGE)
    bridge.forwardDelay = forwardDelay
  }
  if (helloTime !== undefined) {
    if (outside(helloTime, HELLO_TIME)) return refuse(ERANGE)
    bridge.helloTime = helloTime
  }
  if (maxAge !== undefined) {
    if (outside(maxAge, MAX_AGE)) return refuse(ERANGE)
    bridge.maxAge = maxAge
  }
  if (ageingTime !== undefined) bridge.ageingTime = ageingTime
  if (stpState !== undefined) {
    bridge.stpState = stpState ? 1 : 0
    const [least, most] = FORWARD_DELAY
    if (stpState) bridge.forwardDelay = Math.min(Math.max(bridge.forwardDelay, least), most)
    if (dev.up) brPortStateSelection(bridge)
  }
  if (priority !== undefined) bridge.priority = priority
  if (vlanFiltering !== undefined) bridge.vlanFiltering = vlanFiltering ? 1 : 0
  if (groupFwdMask !== undefined) {
    if (groupFwdMask & RESTRICTED_GROUPS) return refuse(EINVAL)
    bridge.groupFwdMask = groupFwdMask
  }
  if (attrs.mcastSnooping !== undefined) bridge.mcastSnooping = attrs.mcastSnooping ? 1 : 0
  dev.net.version++
  return null
}

export function bridgePortAttrs(dev: NetDevice): BridgePortAttrs | null {
  const port = brPortOf(dev)
  if (!port) return null
  const { state, priority, cost, hairpin, guard, rootBlock, fastLeave, learning, flood, mcastFlood } = port
  const { bcastFlood, isolated, neighSuppress, number } = port
  return {
    state,
    priority,
    cost,
    hairpin,
    guard,
    rootBlock,
    fastLeave,
    learning,
    flood,
    mcastFlood,
    bcastFlood,
    isolated,
    neighSuppress,
    number,
  }
}

/** Ref: br_setport() */
export function bridgeSetport(dev: NetDevice, attrs: BridgePortAttrs): Refusal | null {
  const port = brPortOf(dev)
  if (!port) return refuse(EINVAL)
  const { state, priority, cost } = attrs
  if (priority !== undefined && priority > 63) return refuse(ERANGE)
  if (cost !== undefined && (cost < 1 || cost > 65535)) return refuse(ERANGE)
  if (state !== undefined) {
    if (state > 4) return refuse(EINVAL)
    brSetState(port, state)
    brPortStateSelection(port.bridge)
  }
  port.priority = priority ?? port.priority
  port.cost = cost ?? port.cost
  port.hairpin = attrs.hairpin ?? port.hairpin
  port.guard = attrs.guard ?? port.guard
  port.rootBlock = attrs.rootBlock ?? port.rootBlock
  port.fastLeave = attrs.fastLeave ?? port.fastLeave
  port.learning = attrs.learning ?? port.learning
  port.flood = attrs.flood ?? port.flood
  port.mcastFlood = attrs.mcastFlood ?? port.mcastFlood
  port.bcastFlood = attrs.bcastFlood ?? port.bcastFlood
  port.isolated = attrs.isolated ?? port.isolated
  port.neighSuppress = attrs.neighSuppress ?? port.neighSuppress
  dev.net.version++
  return null
}
