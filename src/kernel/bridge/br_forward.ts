// Frames out of a bridge's ports. Ref: net/bridge/br_forward.c
import { ETH_HEADER } from '../../wire/ethernet.ts'
import { ipv4Length } from '../../wire/ipv4.ts'
import { VLAN_HLEN } from '../../wire/vlan.ts'
import type { SkBuff } from '../core/skb.ts'
import { cloneSkb, consume, drop, record, step, tracing } from '../core/trace.ts'
import { mayFlood } from '../core/storm.ts'
import { devQueueXmit, netifRx } from '../core/xmit.ts'
import { BR_STATE_FORWARDING, type Bridge, type BridgePort } from './br.ts'
import { audienceOf } from './br_audience.ts'
import { brHook, brNfHooks } from './br_hook.ts'
import { brAllowedEgress, brHandleVlan, brVlanCount } from './br_vlan.ts'

export type BrPktType = 'unicast' | 'multicast' | 'broadcast'

/** Ref: should_deliver() */
function shouldDeliver(port: BridgePort, skb: SkBuff, from: BridgePort | null): boolean {
  if (port === from && !port.hairpin) return false
  if (port.state !== BR_STATE_FORWARDING || (port.isolated && from?.isolated)) return false
  return skb.frame !== null && brAllowedEgress(port.bridge, port, skb.frame)
}

/** Ref: br_dev_queue_push_xmit() */
function brDevQueuePushXmit(skb: SkBuff): void {
  const { dev } = skb
  if (skb.length > dev.mtu + ETH_HEADER + VLAN_HLEN) {
    return drop(skb, 'brDevQueuePushXmit', 'PKT_TOO_BIG')
  }
  // Before that br_netfilter measures it without a tag's room. Ref: br_netfilter_hooks.c:br_nf_ip_fragment()
  const { packet } = skb
  if (packet.kind === 'ipv4' && packet.df && ipv4Length(packet) > dev.mtu && brNfHooks.measures(dev)) {
    return drop(skb, 'brNfIpFragment', 'PKT_TOO_BIG')
  }
  devQueueXmit(skb)
}

/** Ref: br_forward_finish() */
function brForwardFinish(skb: SkBuff): void {
  brHook(skb, 'POST_ROUTING', null, skb.dev, brDevQueuePushXmit)
}

/** Out of one port: what came in by another, or from this machine. Ref: __br_forward() */
function deliver(port: BridgePort, skb: SkBuff, from: BridgePort | null): void {
  const { frame } = skb
  if (!frame) return drop(skb, 'brForward', 'DEV_HDR')
  if (port.bridge.vlanFiltering) {
    brVlanCount(port.bridge, port, skb, 'tx')
    const out = brHandleVlan(port.bridge, port, frame)
    if (!out) return drop(skb, 'brHandleVlan', 'VLAN_FILTER')
    if (out !== frame) skb.frame = out
  }
  const inDev = skb.dev
  skb.dev = port.dev
  if (from) brHook(skb, 'FORWARD', inDev, port.dev, brForwardFinish)
  else brHook(skb, 'LOCAL_OUT', null, port.dev, brForwardFinish)
}

/** To one port. Ref: br_forward() */
export function brForward(port: BridgePort, skb: SkBuff, from: BridgePort | null): void {
  step(skb, 'brForward')
  if (!shouldDeliver(port, skb, from)) return drop(skb, 'brForward', 'BRIDGE_NO_EGRESS_PORT')
  if (tracing(skb))
    record(skb, { kind: 'fdb-hit', mac: skb.frame?.dst ?? 0, port: port.dev.name, provenance: null })
  deliver(port, skb, from)
}

function floodsTo(port: BridgePort, skb: SkBuff, type: BrPktType, from: BridgePort | null): boolean {
  if (type === 'unicast') {
    if (!port.flood) return false
  } else if (from !== null && !(type === 'multicast' ? port.mcastFlood : port.bcastFlood)) return false
  if (port.proxyArp || (skb.arpAnswered && (port.proxyArpWifi || port.neighSuppress))) return false
  return shouldDeliver(port, skb, from)
}

/** To every port but the one it came by; each gets a copy. Ref: br_flood() */
export function brFlood(bridge: Bridge, skb: SkBuff, type: BrPktType, from: BridgePort | null): void {
  if (!mayFlood(skb.dev.net.stack)) return drop(skb, 'enqueueToBacklog', 'CPU_BACKLOG')
  const plain = !tracing(skb) && !bridge.vlanFiltering && !watched(skb)
  const counts = plain && type !== 'unicast' && skb.dev.net.taps.length === 0
  const ports = (counts && audienceOf(bridge).count(skb, from, netifRx)) || bridge.ports
  const targets = ports.filter((port) => floodsTo(port, skb, type, from))
  brFloodTo(skb, targets, from, plain)
}

/** To those who listen to a group. Ref: br_multicast_flood() */
export function brMulticastFlood(skb: SkBuff, ports: readonly BridgePort[], from: BridgePort | null): void {
  if (!mayFlood(skb.dev.net.stack)) return drop(skb, 'enqueueToBacklog', 'CPU_BACKLOG')
  const targets = ports.filter((port) => shouldDeliver(port, skb, from))
  brFloodTo(skb, targets, from, false)
}

/** Copies to `targets`. Ref: maybe_deliver() */
function brFloodTo(
  skb: SkBuff,
  targets: readonly BridgePort[],
  from: BridgePort | null,
  plain: boolean,
): void {
  if (tracing(skb)) {
    step(skb, 'brFlood')
    record(skb, { kind: 'fdb-flood', mac: skb.frame?.dst ?? 0, ports: targets.map((p) => p.dev.name) })
    if (targets.length === 0) drop(skb, 'brFlood', 'BRIDGE_NO_EGRESS_PORT')
    else consume(skb, 'brFlood', `${targets.length} ports`)
  }
  const inDev = skb.dev
  for (const port of targets) {
    if (plain && isCable(port)) share(skb, port)
    else deliver(port, cloneSkb(skb, inDev), from)
  }
}

function watched(skb: SkBuff): boolean {
  const { nf } = skb.dev.net
  return FLOOD_HOOKS.some((hook) => nf.entries('bridge', hook) !== null)
}

const FLOOD_HOOKS = ['FORWARD', 'LOCAL_OUT', 'POST_ROUTING'] as const

/** What leaves by a cable is copied where it arrives, and nowhere if nobody wants it there. */
function isCable({ dev }: BridgePort): boolean {
  return dev.ops.kind === 'veth' || dev.ops.kind === null
}

function share(skb: SkBuff, port: BridgePort): void {
  skb.shared = true
  skb.dev = port.dev
  brDevQueuePushXmit(skb)
}
