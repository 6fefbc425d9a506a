// Frames out of a bridge's ports. Ref: net/bridge/br_forward.c
import { ETH_HEADER } from '../../wire/ethernet.ts'
import { ipv4Length } from '../../wire/ipv4.ts'
import { VLAN_HLEN } from '../../wire/vlan.ts'
import type { SkBuff } from '../core/skb.ts'
import { cloneSkb, consume, drop, record, step, tracing } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import { BR_STATE_FORWARDING, type Bridge, type BridgePort } from './br.ts'

export type BrPktType = 'unicast' | 'multicast' | 'broadcast'

/** Ref: should_deliver() */
function shouldDeliver(port: BridgePort, from: BridgePort | null): boolean {
  if (port === from && !port.hairpin) return false
  return port.state === BR_STATE_FORWARDING && !(port.isolated && from?.isolated)
}

/** Ref: br_dev_queue_push_xmit() */
function brDevQueuePushXmit(skb: SkBuff, port: BridgePort): void {
  skb.dev = port.dev
  if (skb.length > port.dev.mtu + ETH_HEADER + VLAN_HLEN) {
    return drop(skb, 'brDevQueuePushXmit', 'PKT_TOO_BIG')
  }
  // Before that br_netfilter measures it without a tag's room. Ref: br_netfilter_hooks.c:br_nf_ip_fragment()
  const { packet } = skb
  if (packet.kind === 'ipv4' && packet.df && ipv4Length(packet) > port.dev.mtu) {
    return drop(skb, 'brNfIpFragment', 'PKT_TOO_BIG')
  }
  devQueueXmit(skb)
}

/** To one port. Ref: br_forward() */
export function brForward(port: BridgePort, skb: SkBuff, from: BridgePort | null): void {
  step(skb, 'brForward')
  if (!shouldDeliver(port, from)) return drop(skb, 'brForward', 'BRIDGE_NO_EGRESS_PORT')
  if (tracing(skb)) record(skb, { kind: 'fdb-hit', mac: skb.frame?.dst ?? 0, port: port.dev.name })
  brDevQueuePushXmit(skb, port)
}

function floodsTo(port: BridgePort, type: BrPktType, from: BridgePort | null): boolean {
  if (type === 'unicast') return port.flood
  if (from === null) return true
  return type === 'multicast' ? port.mcastFlood : port.bcastFlood
}

/** To every port but the one it came by; each gets a copy. Ref: br_flood() */
export function brFlood(bridge: Bridge, skb: SkBuff, type: BrPktType, from: BridgePort | null): void {
  if (tracing(skb)) return tracedFlood(bridge, skb, type, from)
  skb.shared = true
  for (const port of bridge.ports) {
    if (floodsTo(port, type, from) && shouldDeliver(port, from)) brDevQueuePushXmit(skb, port)
  }
}

function tracedFlood(bridge: Bridge, skb: SkBuff, type: BrPktType, from: BridgePort | null): void {
  step(skb, 'brFlood')
  const targets = bridge.ports.filter((p) => floodsTo(p, type, from) && shouldDeliver(p, from))
  record(skb, { kind: 'fdb-flood', mac: skb.frame?.dst ?? 0, ports: targets.map((p) => p.dev.name) })
  if (targets.length === 0) drop(skb, 'brFlood', 'BRIDGE_NO_EGRESS_PORT')
  else consume(skb, 'brFlood', `${targets.length} ports`)
  for (const port of targets) brDevQueuePushXmit(cloneSkb(skb, port.dev), port)
}
