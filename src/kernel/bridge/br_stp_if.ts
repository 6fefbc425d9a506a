// What the rest of a bridge tells the spanning tree: ports come and go, ids and priorities change.
// Ref: net/bridge/br_stp_if.c
import { ERANGE } from '../../uapi/errno.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { brId, brIdAddress, brIdPriority, type BridgeId } from '../../wire/stp.ts'
import { MILLISECOND } from '../../sim/clock.ts'
import { refuse, type Refusal } from '../core/net.ts'
import { BR_STATE_BLOCKING, BR_STATE_DISABLED, type Bridge, type BridgePort } from './br.ts'
import { brMulticastOf } from './br_hook.ts'
import { brIfinfoNotify } from './br_ifinfo.ts'
import { brFdbAddLocal, brFdbDeleteByPort, brFdbDeleteLocal, brFdbLocalVids } from './br_fdb.ts'
import {
  armHello,
  brBecomeDesignatedPort,
  brBecomeRootBridge,
  brConfigBpduGeneration,
  brConfigurationUpdate,
  brIsDesignatedPort,
  brPortStateSelection,
  brSetState,
  brSetTopologyChange,
} from './br_stp.ts'

/** Least and greatest, in 1/100 s (IEEE 802.1D §8.10.2). */
const FORWARD_DELAY = [200, 3000] as const
const MOST_PORT_PRIORITY = 63
const MOST_PATH_COST = 65535
/** Old entries are looked for soon after a bridge comes up. */
const FIRST_SWEEP = 100 * MILLISECOND

/** Does what may make this bridge the root. */
function reconsider(bridge: Bridge, change: () => void): void {
  const wasRoot = bridge.isRoot
  change()
  brConfigurationUpdate(bridge)
  brPortStateSelection(bridge)
  if (bridge.isRoot && !wasRoot) brBecomeRootBridge(bridge)
}

/** Ref: br_init_port() */
export function brInitPort(port: BridgePort): void {
  brBecomeDesignatedPort(port)
  brSetState(port, BR_STATE_BLOCKING)
  port.topologyChangeAck = false
  port.configPending = false
}

/** Ref: br_stp_enable_port() */
export function brStpEnablePort(port: BridgePort): void {
  brInitPort(port)
  brPortStateSelection(port.bridge)
  brMulticastOf(port.bridge).enablePort(port)
  brIfinfoNotify('RTM_NEWLINK', port)
}

/** Ref: br_stp_disable_port() */
export function brStpDisablePort(port: BridgePort): void {
  const { bridge } = port
  reconsider(bridge, () => {
    brBecomeDesignatedPort(port)
    brSetState(port, BR_STATE_DISABLED)
    port.topologyChangeAck = false
    port.configPending = false
    brIfinfoNotify('RTM_NEWLINK', port)
    port.messageAgeTimer.cancel()
    port.forwardDelayTimer.cancel()
    port.holdTimer.cancel()
    brFdbDeleteByPort(bridge, port, false)
    brMulticastOf(bridge).disablePort(port)
  })
}

/** Ref: br_stp_enable_bridge() */
export function brStpEnableBridge(bridge: Bridge): void {
  if (bridge.stpState) armHello(bridge)
  bridge.firstSweep = bridge.dev.net.stack.clock.now + FIRST_SWEEP
  brConfigBpduGeneration(bridge)
  for (const port of bridge.ports) if (port.dev.up && port.dev.operUp) brStpEnablePort(port)
}

/** Ref: br_stp_disable_bridge() */
export function brStpDisableBridge(bridge: Bridge): void {
  for (const port of bridge.ports) if (port.state !== BR_STATE_DISABLED) brStpDisablePort(port)
  brSetTopologyChange(bridge, false)
  bridge.topologyChangeDetected = false
  bridge.firstSweep = null
  bridge.helloTimer.cancel()
  bridge.topologyChangeTimer.cancel()
  bridge.tcnTimer.cancel()
}

/** Ref: br_stp_start(), br_stp_stop() */
export function brStpSetEnabled(bridge: Bridge, on: boolean): void {
  if (on === (bridge.stpState !== 0)) return
  bridge.stpState = on ? 1 : 0
  if (!on) return
  const [least, most] = FORWARD_DELAY
  brSetForwardDelay(bridge, Math.min(Math.max(bridge.ownForwardDelay, least), most))
  if (bridge.dev.up) armHello(bridge)
  if (bridge.dev.up) brPortStateSelection(bridge)
}

/** Ref: __set_forward_delay() */
function brSetForwardDelay(bridge: Bridge, time: number): void {
  bridge.ownForwardDelay = time
  if (bridge.isRoot) bridge.forwardDelay = time
}

export function brChangeForwardDelay(bridge: Bridge, time: number): Refusal | null {
  const [least, most] = FORWARD_DELAY
  if (bridge.stpState && (time < least || time > most)) return refuse(ERANGE)
  brSetForwardDelay(bridge, time)
  return null
}

/** The lowest address of a port, unless one was set by hand: whether it is another now. Ref: br_stp_recalculate_bridge_id() */
export function brStpRecalculateBridgeId(bridge: Bridge): boolean {
  if (bridge.dev.macSet) return false
  let lowest: Mac = MAC_ZERO
  for (const port of bridge.ports) {
    if (lowest === MAC_ZERO || port.dev.mac < lowest) lowest = port.dev.mac
  }
  if (lowest === bridge.idAddress) return false
  brStpChangeBridgeId(bridge, lowest)
  return true
}

/** Ref: br_stp_change_bridge_id() */
export function brStpChangeBridgeId(bridge: Bridge, mac: Mac): void {
  const old = bridge.idAddress
  const wasRoot = bridge.isRoot
  const vids = brFdbLocalVids(bridge, null)
  for (const vid of vids) brFdbDeleteLocal(bridge, null, bridge.dev.mac, vid)
  bridge.dev.mac = mac
  bridge.idAddress = mac
  for (const vid of vids) brFdbAddLocal(bridge, null, mac, vid)
  const moved = (id: BridgeId): BridgeId => (brIdAddress(id) === old ? brId(brIdPriority(id), mac) : id)
  for (const port of bridge.ports) {
    port.designatedBridge = moved(port.designatedBridge)
    port.designatedRoot = moved(port.designatedRoot)
  }
  brConfigurationUpdate(bridge)
  brPortStateSelection(bridge)
  if (bridge.isRoot && !wasRoot) brBecomeRootBridge(bridge)
}

/** Ref: br_stp_set_bridge_priority() */
export function brStpSetBridgePriority(bridge: Bridge, priority: number): void {
  reconsider(bridge, () => {
    const designated = bridge.ports.filter((p) => p.state !== BR_STATE_DISABLED && brIsDesignatedPort(p))
    bridge.priority = priority
    for (const port of designated) port.designatedBridge = bridge.id
  })
}

/** Ref: br_stp_set_port_priority() */
export function brStpSetPortPriority(port: BridgePort, priority: number): Refusal | null {
  if (priority > MOST_PORT_PRIORITY) return refuse(ERANGE)
  const designated = brIsDesignatedPort(port)
  port.priority = priority
  if (designated) port.designatedPort = port.portId
  if (port.bridge.id === port.designatedBridge && port.portId < port.designatedPort) {
    brBecomeDesignatedPort(port)
    brPortStateSelection(port.bridge)
  }
  return null
}

/** Ref: br_stp_set_path_cost() */
export function brStpSetPathCost(port: BridgePort, cost: number): Refusal | null {
  if (cost < 1 || cost > MOST_PATH_COST) return refuse(ERANGE)
  port.cost = cost
  brConfigurationUpdate(port.bridge)
  brPortStateSelection(port.bridge)
  return null
}
