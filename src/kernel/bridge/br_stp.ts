// Port states, and the carrier of the bridge that follows from them. Ref: net/bridge/br_stp.c, br_stp_if.c
import { SECOND } from '../../sim/clock.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { LOG_INFO } from '../../uapi/syslog.ts'
import { netifCarrierOff, netifCarrierOn } from '../core/linkwatch.ts'
import { printk } from '../core/printk.ts'
import {
  BR_STATE_BLOCKING,
  BR_STATE_DISABLED,
  BR_STATE_FORWARDING,
  BR_STATE_LEARNING,
  BR_STATE_LISTENING,
  type Bridge,
  type BridgePort,
} from './br.ts'
import { brFdbAddLocal, brFdbDeleteByPort, brFdbDeleteLocal } from './br_fdb.ts'

export function brSetState(port: BridgePort, state: number): void {
  port.state = state
  port.bridge.dev.net.version++
  brLogState(port)
}

const STATE_NAMES: readonly string[] = ['disabled', 'listening', 'learning', 'forwarding', 'blocking']

/** Ref: br_log_state() */
function brLogState({ bridge, dev, number, state }: BridgePort): void {
  const text = `${bridge.dev.name}: port ${number}(${dev.name}) entered ${STATE_NAMES[state] ?? ''} state`
  printk(dev.net.stack, LOG_INFO, text)
}

/** Ref: br_make_forwarding() */
function brMakeForwarding(port: BridgePort): void {
  const { bridge } = port
  if (port.state !== BR_STATE_BLOCKING) return
  if (!bridge.stpState || bridge.forwardDelay === 0) return brSetState(port, BR_STATE_FORWARDING)
  brSetState(port, BR_STATE_LISTENING)
  armForwardTimer(port)
}

function armForwardTimer(port: BridgePort): void {
  const { bridge, dev } = port
  port.forwardTimer?.cancel()
  port.forwardTimer = dev.net.stack.clock.after(
    (bridge.forwardDelay / 100) * SECOND,
    forwardTimer,
    port,
    bridge,
  )
}

/** From listening to learning to forwarding. Ref: br_forward_delay_timer_expired() */
function forwardTimer(port: BridgePort, bridge: Bridge): void {
  port.forwardTimer = null
  if (port.state === BR_STATE_LISTENING) {
    brSetState(port, BR_STATE_LEARNING)
    return armForwardTimer(port)
  }
  if (port.state !== BR_STATE_LEARNING) return
  brSetState(port, BR_STATE_FORWARDING)
  netifCarrierOn(bridge.dev)
}

/** Ref: br_port_state_selection() */
export function brPortStateSelection(bridge: Bridge): void {
  let live = 0
  for (const port of bridge.ports) {
    if (port.state === BR_STATE_DISABLED) continue
    brMakeForwarding(port)
    if (port.state === BR_STATE_FORWARDING) live++
  }
  if (live === 0) netifCarrierOff(bridge.dev)
  else netifCarrierOn(bridge.dev)
}

/** Ref: br_stp_enable_port() */
export function brStpEnablePort(port: BridgePort): void {
  brSetState(port, BR_STATE_BLOCKING)
  brPortStateSelection(port.bridge)
}

/** Ref: br_stp_disable_port() */
export function brStpDisablePort(port: BridgePort): void {
  brSetState(port, BR_STATE_DISABLED)
  port.forwardTimer?.cancel()
  port.forwardTimer = null
  brFdbDeleteByPort(port.bridge, port, false)
  brPortStateSelection(port.bridge)
}

/** Ref: br_stp_enable_bridge() */
export function brStpEnableBridge(bridge: Bridge): void {
  for (const port of bridge.ports) if (port.dev.up && port.dev.operUp) brStpEnablePort(port)
}

/** Ref: br_stp_disable_bridge() */
export function brStpDisableBridge(bridge: Bridge): void {
  for (const port of bridge.ports) if (port.state !== BR_STATE_DISABLED) brStpDisablePort(port)
}

/** The lowest address of a port, unless one was set by hand. Ref: br_stp_recalculate_bridge_id() */
export function brStpRecalculateBridgeId(bridge: Bridge): void {
  if (bridge.dev.macSet) return
  let lowest: Mac = MAC_ZERO
  for (const port of bridge.ports) {
    if (lowest === MAC_ZERO || port.dev.mac < lowest) lowest = port.dev.mac
  }
  if (lowest !== bridge.idAddress) brStpChangeBridgeId(bridge, lowest)
}

/** Ref: br_stp_change_bridge_id() */
export function brStpChangeBridgeId(bridge: Bridge, mac: Mac): void {
  brFdbDeleteLocal(bridge, null, bridge.dev.mac)
  bridge.dev.mac = mac
  bridge.idAddress = mac
  brFdbAddLocal(bridge, null, mac)
  brPortStateSelection(bridge)
  bridge.dev.net.stack.notify('CHANGEADDR', bridge.dev)
}
