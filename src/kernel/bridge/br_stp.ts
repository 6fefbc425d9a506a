// The spanning tree (IEEE 802.1D-1998 §8): who is root, which ports carry traffic. Without STP the same code lets every
// live port forward. Ref: net/bridge/br_stp.c
import { SECOND } from '../../sim/clock.ts'
import { LOG_INFO } from '../../uapi/syslog.ts'
import type { ConfigBpdu } from '../../wire/stp.ts'
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
import { audienceOf } from './br_audience.ts'
import { brIfinfoNotify } from './br_ifinfo.ts'
import { brSendBpdu } from './br_stp_bpdu.ts'

/** 1/100 s (§8.10.2). */
const BR_HOLD_TIME = 100
/** Seconds that a bridge adds to the age of what it passes on: a jiffy. */
const MESSAGE_AGE_INCR = 1 / 250

const STATE_NAMES: readonly string[] = ['disabled', 'listening', 'learning', 'forwarding', 'blocking']

export function brSetState(port: BridgePort, state: number): void {
  port.state = state
  audienceOf(port.bridge).changed(port)
  port.bridge.dev.net.version++
  brLogState(port)
}

/** Ref: br_log_state() */
function brLogState({ bridge, dev, number, state }: BridgePort): void {
  brInfo(bridge, `port ${number}(${dev.name}) entered ${STATE_NAMES[state] ?? ''} state`)
}

function brInfo(bridge: Bridge, text: string): void {
  printk(bridge.dev.net.stack, LOG_INFO, `${bridge.dev.name}: ${text}`)
}

function now(bridge: Bridge): number {
  return bridge.dev.net.stack.clock.now
}

/** Ref: br_is_designated_port() */
export function brIsDesignatedPort(port: BridgePort): boolean {
  return port.designatedBridge === port.bridge.id && port.designatedPort === port.portId
}

function rootPortOf(bridge: Bridge): BridgePort | null {
  return bridge.ports.find((port) => port.number === bridge.rootPort) ?? null
}

/** Less than 0: `a` comes before `b`. */
function order(a: bigint | number, b: bigint | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether `port` is a better way to the root than `best`. Ref: br_should_become_root_port() */
function shouldBecomeRootPort(port: BridgePort, best: BridgePort | null): boolean {
  if (port.state === BR_STATE_DISABLED || brIsDesignatedPort(port)) return false
  if (port.bridge.id <= port.designatedRoot) return false
  if (!best) return true
  const difference =
    order(port.designatedRoot, best.designatedRoot) ||
    order(port.designatedCost + port.cost, best.designatedCost + best.cost) ||
    order(port.designatedBridge, best.designatedBridge) ||
    order(port.designatedPort, best.designatedPort) ||
    order(port.portId, best.portId)
  return difference < 0
}

/** Ref: br_root_selection() */
function rootSelection(bridge: Bridge): void {
  let best: BridgePort | null = null
  for (const port of bridge.ports) {
    if (!shouldBecomeRootPort(port, best)) continue
    if (port.rootBlock) rootPortBlock(port)
    else best = port
  }
  bridge.rootPort = best?.number ?? 0
  bridge.designatedRoot = best?.designatedRoot ?? bridge.id
  bridge.rootPathCost = best ? best.designatedCost + best.cost : 0
}

/** A port that may not lead to the root listens on. Ref: br_root_port_block() */
function rootPortBlock(port: BridgePort): void {
  brInfo(port.bridge, `port ${port.number}(${port.dev.name}) tried to become root port (blocked)`)
  brSetState(port, BR_STATE_LISTENING)
  brIfinfoNotify('RTM_NEWLINK', port)
  if (port.bridge.forwardDelay > 0) armForwardDelay(port)
}

/** Ref: br_should_become_designated_port() */
function shouldBecomeDesignatedPort(port: BridgePort): boolean {
  const { bridge } = port
  if (brIsDesignatedPort(port) || port.designatedRoot !== bridge.designatedRoot) return true
  const difference =
    order(bridge.rootPathCost, port.designatedCost) ||
    order(bridge.id, port.designatedBridge) ||
    order(port.portId, port.designatedPort)
  return difference < 0
}

/** Ref: br_become_designated_port() */
export function brBecomeDesignatedPort(port: BridgePort): void {
  const { bridge } = port
  port.designatedRoot = bridge.designatedRoot
  port.designatedCost = bridge.rootPathCost
  port.designatedBridge = bridge.id
  port.designatedPort = port.portId
}

/** Ref: br_configuration_update() */
export function brConfigurationUpdate(bridge: Bridge): void {
  rootSelection(bridge)
  for (const port of bridge.ports) {
    if (port.state !== BR_STATE_DISABLED && shouldBecomeDesignatedPort(port)) brBecomeDesignatedPort(port)
  }
  bridge.dev.net.version++
}

/** Ref: br_become_root_bridge() */
export function brBecomeRootBridge(bridge: Bridge): void {
  bridge.maxAge = bridge.ownMaxAge
  bridge.helloTime = bridge.ownHelloTime
  bridge.forwardDelay = bridge.ownForwardDelay
  topologyChangeDetection(bridge)
  bridge.tcnTimer.cancel()
  if (!bridge.dev.up) return
  brConfigBpduGeneration(bridge)
  armHello(bridge)
}

/** Ref: br_make_blocking() */
function makeBlocking(port: BridgePort): void {
  if (port.state === BR_STATE_DISABLED || port.state === BR_STATE_BLOCKING) return
  const carried = port.state === BR_STATE_FORWARDING || port.state === BR_STATE_LEARNING
  if (carried) topologyChangeDetection(port.bridge)
  brSetState(port, BR_STATE_BLOCKING)
  brIfinfoNotify('RTM_NEWLINK', port)
  port.forwardDelayTimer.cancel()
}

/** Ref: br_make_forwarding() */
function makeForwarding(port: BridgePort): void {
  const { bridge } = port
  if (port.state !== BR_STATE_BLOCKING) return
  if (!bridge.stpState || bridge.forwardDelay === 0) {
    brSetState(port, BR_STATE_FORWARDING)
    topologyChangeDetection(bridge)
    port.forwardDelayTimer.cancel()
    return brIfinfoNotify('RTM_NEWLINK', port)
  }
  brSetState(port, BR_STATE_LISTENING)
  brIfinfoNotify('RTM_NEWLINK', port)
  armForwardDelay(port)
}

/** Ref: br_port_state_selection() */
export function brPortStateSelection(bridge: Bridge): void {
  let live = 0
  for (const port of bridge.ports) {
    if (port.state === BR_STATE_DISABLED) continue
    const isRootPort = port.number === bridge.rootPort
    if (isRootPort || brIsDesignatedPort(port)) {
      if (isRootPort) forgetPending(port)
      else port.messageAgeTimer.cancel()
      makeForwarding(port)
    } else {
      forgetPending(port)
      makeBlocking(port)
    }
    if (port.state === BR_STATE_FORWARDING) live++
  }
  if (live === 0) netifCarrierOff(bridge.dev)
  else netifCarrierOn(bridge.dev)
}

function forgetPending(port: BridgePort): void {
  port.configPending = false
  port.topologyChangeAck = false
}

// ---- topology changes

/** Ref: br_topology_change_detection() */
function topologyChangeDetection(bridge: Bridge): void {
  if (!bridge.stpState) return
  brInfo(bridge, `topology change detected, ${bridge.isRoot ? 'propagating' : 'sending tcn bpdu'}`)
  if (bridge.isRoot) {
    brSetTopologyChange(bridge, true)
    const time = bridge.ownForwardDelay + bridge.ownMaxAge
    bridge.topologyChangeTimer.set(time, topologyChangeTimerExpired, bridge, null)
  } else if (!bridge.topologyChangeDetected) {
    transmitTcn(bridge)
    armTcn(bridge)
  }
  bridge.topologyChangeDetected = true
}

/** While it lasts, what was learned ages within the forward delay. Ref: __br_set_topology_change() */
export function brSetTopologyChange(bridge: Bridge, on: boolean): void {
  if (bridge.topologyChange !== on) bridge.ageingTime = on ? 2 * bridge.forwardDelay : bridge.ownAgeingTime
  bridge.topologyChange = on
  bridge.dev.net.version++
}

function topologyChangeTimerExpired(bridge: Bridge): void {
  bridge.topologyChangeDetected = false
  brSetTopologyChange(bridge, false)
}

/** Ref: br_transmit_tcn() */
function transmitTcn(bridge: Bridge): void {
  const port = rootPortOf(bridge)
  if (port) brSendBpdu(port, { kind: 'stp', type: 'tcn' })
}

function armTcn(bridge: Bridge): void {
  bridge.tcnTimer.set(bridge.ownHelloTime, tcnTimerExpired, bridge, null)
}

function tcnTimerExpired(bridge: Bridge): void {
  if (bridge.isRoot || !bridge.dev.up) return
  transmitTcn(bridge)
  armTcn(bridge)
}

/** Ref: br_received_tcn_bpdu() */
export function brReceivedTcnBpdu(port: BridgePort): void {
  const { bridge, dev } = port
  if (!brIsDesignatedPort(port)) return
  brInfo(bridge, `port ${port.number}(${dev.name}) received tcn bpdu`)
  topologyChangeDetection(bridge)
  port.topologyChangeAck = true
  transmitConfig(port)
}

// ---- configuration messages

/** Ref: br_config_bpdu_generation() */
export function brConfigBpduGeneration(bridge: Bridge): void {
  for (const port of bridge.ports) {
    if (port.state !== BR_STATE_DISABLED && brIsDesignatedPort(port)) transmitConfig(port)
  }
}

/** Ref: br_transmit_config() */
function transmitConfig(port: BridgePort): void {
  const { bridge } = port
  if (port.holdTimer.pending) {
    port.configPending = true
    return
  }
  const root = bridge.isRoot ? null : rootPortOf(bridge)
  const messageAge = root ? (now(bridge) - root.designatedAge) / SECOND + MESSAGE_AGE_INCR : 0
  if (messageAge >= bridge.maxAge / 100) return
  brSendBpdu(port, {
    kind: 'stp',
    type: 'config',
    topologyChange: bridge.topologyChange,
    topologyChangeAck: port.topologyChangeAck,
    root: bridge.designatedRoot,
    rootPathCost: bridge.rootPathCost,
    bridge: bridge.id,
    port: port.portId,
    messageAge,
    maxAge: bridge.maxAge / 100,
    helloTime: bridge.helloTime / 100,
    forwardDelay: bridge.forwardDelay / 100,
  })
  forgetPending(port)
  if (bridge.stpState) port.holdTimer.set(BR_HOLD_TIME, holdTimerExpired, port, null)
}

function holdTimerExpired(port: BridgePort): void {
  if (port.configPending) transmitConfig(port)
}

/** Whether a message is better than what the port knew. Ref: br_supersedes_port_info() */
function supersedes(port: BridgePort, bpdu: ConfigBpdu): boolean {
  const difference =
    order(bpdu.root, port.designatedRoot) ||
    order(bpdu.rootPathCost, port.designatedCost) ||
    order(bpdu.bridge, port.designatedBridge)
  if (difference !== 0) return difference < 0
  return bpdu.bridge !== port.bridge.id || bpdu.port <= port.designatedPort
}

/** Ref: br_received_config_bpdu() */
export function brReceivedConfigBpdu(port: BridgePort, bpdu: ConfigBpdu): void {
  const { bridge } = port
  const wasRoot = bridge.isRoot
  if (!supersedes(port, bpdu)) {
    if (brIsDesignatedPort(port)) transmitConfig(port)
    return
  }
  recordConfig(port, bpdu)
  brConfigurationUpdate(bridge)
  brPortStateSelection(bridge)
  if (!bridge.isRoot && wasRoot) {
    bridge.helloTimer.cancel()
    if (bridge.topologyChangeDetected) {
      bridge.topologyChangeTimer.cancel()
      transmitTcn(bridge)
      armTcn(bridge)
    }
  }
  if (port.number !== bridge.rootPort) return
  bridge.maxAge = Math.round(bpdu.maxAge * 100)
  bridge.helloTime = Math.round(bpdu.helloTime * 100)
  bridge.forwardDelay = Math.round(bpdu.forwardDelay * 100)
  brSetTopologyChange(bridge, bpdu.topologyChange)
  brConfigBpduGeneration(bridge)
  if (!bpdu.topologyChangeAck) return
  bridge.topologyChangeDetected = false
  bridge.tcnTimer.cancel()
}

/** Ref: br_record_config_information() */
function recordConfig(port: BridgePort, bpdu: ConfigBpdu): void {
  port.designatedRoot = bpdu.root
  port.designatedCost = bpdu.rootPathCost
  port.designatedBridge = bpdu.bridge
  port.designatedPort = bpdu.port
  port.designatedAge = now(port.bridge) - bpdu.messageAge * SECOND
  port.messageAgeTimer.set((bpdu.maxAge - bpdu.messageAge) * 100, messageAgeTimerExpired, port, null)
}

// ---- timers. Ref: net/bridge/br_stp_timer.c

export function armHello(bridge: Bridge): void {
  bridge.helloTimer.set(bridge.helloTime, helloTimerExpired, bridge, null)
}

function helloTimerExpired(bridge: Bridge): void {
  if (!bridge.dev.up) return
  brConfigBpduGeneration(bridge)
  if (bridge.stpState) armHello(bridge)
}

/** The neighbour has been silent: what it said no longer holds. Ref: br_message_age_timer_expired() */
function messageAgeTimerExpired(port: BridgePort): void {
  const { bridge } = port
  if (port.state === BR_STATE_DISABLED) return
  const wasRoot = bridge.isRoot
  brBecomeDesignatedPort(port)
  brConfigurationUpdate(bridge)
  brPortStateSelection(bridge)
  if (bridge.isRoot && !wasRoot) brBecomeRootBridge(bridge)
}

function armForwardDelay(port: BridgePort): void {
  port.forwardDelayTimer.set(port.bridge.forwardDelay, forwardDelayTimerExpired, port, null)
}

/** From listening to learning to forwarding. Ref: br_forward_delay_timer_expired() */
function forwardDelayTimerExpired(port: BridgePort): void {
  const { bridge } = port
  if (port.state === BR_STATE_LISTENING) {
    brSetState(port, BR_STATE_LEARNING)
    return armForwardDelay(port)
  }
  if (port.state !== BR_STATE_LEARNING) return
  brSetState(port, BR_STATE_FORWARDING)
  if (bridge.ports.some(brIsDesignatedPort)) topologyChangeDetection(bridge)
  netifCarrierOn(bridge.dev)
}
