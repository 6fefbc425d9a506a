// br_netfilter: what a bridge forwards is shown to the hooks of IP too, as though it were routed from the bridge to the
// bridge. Ref: net/bridge/br_netfilter_hooks.c
import { RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import { IPV4_HEADER, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
import type { KernelModule } from '../core/module.ts'
import { NUD_VALID, neighOutput } from '../core/neighbour.ts'
import type { Net, NetDevice } from '../core/net.ts'
import {
  NF_ACCEPT,
  NF_DROP,
  NF_STOLEN,
  type NfHookName,
  type NfHookOps,
  type NfHookState,
  type NfProto,
  type NfVerdict,
} from '../core/nf_hooks.ts'
import { PACKET_HOST, PACKET_OTHERHOST, type SkBuff } from '../core/skb.ts'
import { intSysctl, type Sysctl } from '../core/sysctl.ts'
import { allocSkb, drop } from '../core/trace.ts'
import { fragmentIpv4 } from '../ipv4/ip_output.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteInput } from '../ipv4/route.ts'
import { nfHook, nfReinject } from '../netfilter/core.ts'
import { bridgeOf, brPortOf } from './br.ts'
import { brNfHooks } from './br_hook.ts'
import { brHandleFrameFinish } from './br_input.ts'

// NF_IP_PRI_FIRST, NF_BR_PRI_BRNF, NF_BR_PRI_LAST
const FIRST = -2147483648
const BRNF = 0
const LAST = 2147483647

/** net.bridge.*, of a namespace, with their defaults (Ref: struct brnf_net). */
const SYSCTLS = {
  'bridge-nf-call-arptables': 1,
  'bridge-nf-call-ip6tables': 1,
  'bridge-nf-call-iptables': 1,
  'bridge-nf-filter-pppoe-tagged': 0,
  'bridge-nf-filter-vlan-tagged': 0,
  'bridge-nf-pass-vlan-input-dev': 0,
}

type BrnfNet = Record<keyof typeof SYSCTLS, number>

const settings = new WeakMap<Net, BrnfNet>()

function brnfOf(net: Net): BrnfNet {
  const known = settings.get(net)
  if (known) return known
  const made = { ...SYSCTLS }
  settings.set(net, made)
  return made
}

/** Whether the bridge of a port shows its packets of this protocol. */
function called(net: Net, port: NetDevice | null, which: 'iptables' | 'ip6tables' | 'arptables'): boolean {
  if (brnfOf(net)[`bridge-nf-call-${which}`]) return true
  const master = port?.master
  return (master && bridgeOf(master)?.nfCall[which] === 1) ?? false
}

/** The family whose hooks a frame is shown to; null: none. Ref: IS_IP(), IS_VLAN_IP() */
function familyOf(skb: SkBuff, net: Net): NfProto | null {
  if (skb.frame?.vlan && !brnfOf(net)['bridge-nf-filter-vlan-tagged']) return null
  const { kind } = skb.packet
  return kind === 'ipv4' || kind === 'ipv6' || kind === 'arp' ? kind : null
}

/** The frame carries what the packet has become. */
function carry(skb: SkBuff): void {
  if (skb.frame && skb.frame.packet !== skb.packet) skb.frame = { ...skb.frame, packet: skb.packet }
}

/** Ref: nf_bridge_update_protocol() and what its callers do before it */
function giveBack(skb: SkBuff, dev: NetDevice): void {
  const { nfBridge } = skb
  if (nfBridge?.otherHost) {
    skb.pktType = PACKET_OTHERHOST
    skb.nfBridge = { ...nfBridge, otherHost: false }
  }
  skb.dev = dev
  carry(skb)
}

function destination({ packet }: SkBuff): number | bigint | null {
  return packet.kind === 'ipv4' || packet.kind === 'ipv6' ? packet.dst : null
}

/** Ref: br_nf_pre_routing() */
function brNfPreRouting(skb: SkBuff, state: NfHookState): NfVerdict {
  const { net } = state
  const pf = familyOf(skb, net)
  const master = skb.dev.master
  if ((pf !== 'ipv4' && pf !== 'ipv6') || !master) return NF_ACCEPT
  if (!called(net, skb.dev, pf === 'ipv4' ? 'iptables' : 'ip6tables')) return NF_ACCEPT
  const otherHost = skb.pktType === PACKET_OTHERHOST
  if (otherHost) skb.pktType = PACKET_HOST
  skb.nfBridge = { physIn: skb.dev, physOut: null, otherHost, shown: false, dnatFrom: null }
  const before = destination(skb)
  skb.dev = master
  nfHook(pf, 'PRE_ROUTING', skb, master, null, (seen) => preRoutingFinish(seen, state, before))
  return NF_STOLEN
}

/** Where DNAT sent it: to a neighbour on the same bridge, or up to be routed. Ref: br_nf_pre_routing_finish() */
function preRoutingFinish(skb: SkBuff, state: NfHookState, before: number | bigint | null): void {
  const { nfBridge, dev: bridge, packet } = skb
  if (!nfBridge) return drop(skb, 'brNfPreRoutingFinish', 'NOT_SPECIFIED')
  skb.nfBridge = { ...nfBridge, shown: true }
  giveBack(skb, nfBridge.physIn)
  if (destination(skb) !== before && skb.frame) {
    if (packet.kind === 'ipv4') {
      const where = routeOfDnat(skb, bridge, packet)
      if (where === 'nowhere') return drop(skb, 'brNfPreRoutingFinish', 'IP_INNOROUTES')
      if (where === 'bridge') return bridgedDnat(skb, bridge)
    }
    skb.frame = { ...skb.frame, dst: bridge.mac }
    skb.pktType = PACKET_HOST
  }
  nfReinject(skb, state, PRE_ROUTING)
}

/** Where nobody forwards it goes up too, and dies there. */
function routeOfDnat(skb: SkBuff, bridge: NetDevice, packet: Ipv4): 'bridge' | 'up' | 'nowhere' {
  const route = ipRouteInput(bridge.net, bridge, packet.src, packet.dst, packet.tos)
  if ('why' in route) return route.why === 'no-route' || route.why === 'forwarding-off' ? 'up' : 'nowhere'
  skb.dst = route
  return route.type === RTN_UNICAST && route.dev === bridge ? 'bridge' : 'up'
}

/** To the neighbour's address, from whom it came. Ref: br_nf_pre_routing_finish_bridge() */
function bridgedDnat(skb: SkBuff, bridge: NetDevice): void {
  const { dst, frame, nfBridge } = skb
  if (!dst || !frame || !nfBridge) return drop(skb, 'brNfPreRoutingFinish', 'NOT_SPECIFIED')
  const { arp } = ipv4Of(bridge.net)
  const neigh = arp.lookup(dst.nexthop, bridge) ?? arp.create(dst.nexthop, bridge)
  if (neigh.state & NUD_VALID) {
    skb.frame = { ...frame, dst: neigh.lladdr }
    return brHandleFrameFinish(skb)
  }
  skb.nfBridge = { ...nfBridge, dnatFrom: frame.src }
  skb.dev = bridge
  neighOutput(arp, neigh, skb)
}

/** The neighbour is known now, and the frame has its address. Ref: br_nf_pre_routing_finish_bridge_slow() */
function finishBridgeSlow(skb: SkBuff): void {
  const { nfBridge, frame } = skb
  if (!nfBridge || nfBridge.dnatFrom === null || !frame) return
  skb.frame = { ...frame, src: nfBridge.dnatFrom }
  skb.nfBridge = { ...nfBridge, dnatFrom: null, physOut: null }
  skb.dev = nfBridge.physIn
  brHandleFrameFinish(skb)
}

/** Purely bridged: in and out are the bridge, the ports are physdev's. Ref: br_nf_forward_ip(), br_nf_forward_arp() */
function brNfForward(skb: SkBuff, state: NfHookState): NfVerdict {
  const { net, out } = state
  const pf = familyOf(skb, net)
  const port = out && brPortOf(out)
  if (pf === null || !out || !port) return NF_ACCEPT
  if (pf === 'arp') {
    if (!net.nf.entries('arp', 'FORWARD') || !called(net, out, 'arptables')) return NF_ACCEPT
    nfHook('arp', 'FORWARD', skb, state.in, out, (seen) => nfReinject(seen, state, FORWARD))
    return NF_STOLEN
  }
  const { nfBridge } = skb
  if (!nfBridge) return NF_ACCEPT
  const otherHost = skb.pktType === PACKET_OTHERHOST
  if (otherHost) skb.pktType = PACKET_HOST
  skb.nfBridge = { ...nfBridge, physOut: out, otherHost }
  nfHook(pf, 'FORWARD', skb, state.in?.master ?? null, port.bridge.dev, (seen) => {
    giveBack(seen, out)
    nfReinject(seen, state, FORWARD)
  })
  return NF_STOLEN
}

/** Ref: br_nf_post_routing() */
function brNfPostRouting(skb: SkBuff, state: NfHookState): NfVerdict {
  const { nfBridge, dev } = skb
  // Without a port out it was routed here, and POST_ROUTING is behind it.
  if (!nfBridge?.physOut) return NF_ACCEPT
  const pf = familyOf(skb, state.net)
  if (!dev.master) return NF_DROP
  if (pf !== 'ipv4' && pf !== 'ipv6') return NF_ACCEPT
  nfHook(pf, 'POST_ROUTING', skb, null, dev.master, (seen) => {
    seen.nfBridge = null
    seen.dev = dev
    carry(seen)
    refragment(seen, dev, state.okfn)
  })
  return NF_STOLEN
}

/** What was put together to be looked at is cut again. Ref: br_nf_dev_queue_xmit(), br_nf_ip_fragment() */
function refragment(skb: SkBuff, dev: NetDevice, okfn: (skb: SkBuff) => void): void {
  const { packet, frame } = skb
  if (packet.kind !== 'ipv4' || packet.df || !frame || ipv4Length(packet) <= dev.mtu) return okfn(skb)
  if (dev.mtu < IPV4_HEADER + 8) return drop(skb, 'brNfIpFragment', 'PKT_TOO_BIG')
  for (const piece of fragmentIpv4(packet, dev.mtu)) {
    const fragment = allocSkb(dev.net.stack, dev, piece, skb)
    fragment.frame = { ...frame, packet: piece }
    fragment.pktType = skb.pktType
    okfn(fragment)
  }
}

/** What the bridge passed up was shown to PRE_ROUTING already. Ref: ip_sabotage_in() */
function ipSabotageIn(skb: SkBuff, state: NfHookState): NfVerdict {
  if (!skb.nfBridge?.shown) return NF_ACCEPT
  // Once: a tunnel's inside, or another namespace, is met anew.
  skb.nfBridge = { ...skb.nfBridge, shown: false }
  state.okfn(skb)
  return NF_STOLEN
}

function ops(
  pf: NfProto,
  hook: NfHookName,
  priority: number,
  fn: (skb: SkBuff, state: NfHookState) => NfVerdict,
): NfHookOps {
  return { pf, hook, priority, fn }
}

const PRE_ROUTING = ops('bridge', 'PRE_ROUTING', BRNF, brNfPreRouting)
const FORWARD = ops('bridge', 'FORWARD', BRNF, brNfForward)

/** They stand while somebody else has hooks: a bridge of which nobody wants to know costs nothing. */
const BR_NF_OPS: readonly NfHookOps[] = [
  PRE_ROUTING,
  FORWARD,
  ops('bridge', 'POST_ROUTING', LAST, brNfPostRouting),
  ops('ipv4', 'PRE_ROUTING', FIRST, ipSabotageIn),
  ops('ipv6', 'PRE_ROUTING', FIRST, ipSabotageIn),
]

function isKey(name: string): name is keyof typeof SYSCTLS {
  return Object.hasOwn(SYSCTLS, name)
}

const PREFIX = 'net/bridge/'

/** Any number but 0 reads back as 1. Ref: brnf_sysctl_call_tables() */
function findSysctl(net: Net, path: string): Sysctl | null {
  const name = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : ''
  if (!isKey(name)) return null
  const brnf = brnfOf(net)
  const set = (value: number): void => {
    brnf[name] = value === 0 ? 0 : 1
  }
  return intSysctl(path, () => brnf[name], set)
}

export const brNetfilterModule: KernelModule = {
  name: 'br_netfilter',
  init(stack) {
    brNfHooks.devXmit = finishBridgeSlow
    brNfHooks.measures = (port) => called(port.net, port, 'iptables')
    const paths = Object.keys(SYSCTLS).map((name) => PREFIX + name)
    stack.sysctlTables.push({ paths: () => paths, find: findSysctl })
  },
  netInit: (net) => net.nf.attend(BR_NF_OPS),
}
