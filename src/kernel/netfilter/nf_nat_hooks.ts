// NAT's own hooks. They stand while a nat chain does; what the chains say is asked for a flow's first packet only.
// Ref: net/netfilter/nf_nat_proto.c:nf_nat_ipv4_fn(), nf_nat_core.c:nf_nat_register_fn()
import { IPS_DST_NAT, IPS_SRC_NAT } from '../../uapi/conntrack.ts'
import { ICMP_REDIRECT } from '../../wire/icmp.ts'
import { IPPROTO_ICMP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { KernelModule } from '../core/module.ts'
import type { Net } from '../core/net.ts'
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
import type { SkBuff } from '../core/skb.ts'
import { drop } from '../core/trace.ts'
import { ipRouteMeHarder } from '../ipv4/netfilter.ts'
import { ip6RouteMeHarder } from '../ipv6/netfilter.ts'
import {
  ctDir,
  IP_CT_RELATED,
  IP_CT_RELATED_REPLY,
  IPS_NAT_DONE_MASK,
  IPS_NAT_MASK,
  nfCtGet,
  ORIGINAL,
  REPLY,
  type NfConn,
} from './nf_conn.ts'
import { invertTuple, isIpPacket, protocolOf } from './nf_conntrack_tuple.ts'
import { hookManip, nfNatInetFn, traceNat } from './nf_nat_core.ts'
import { masqDeviceEvent, masqInetEvent } from './nf_nat_masquerade.ts'
import { manipQuoted, nfNatManipPkt } from './nf_nat_proto.ts'
import { natHook } from './nft_chain_types.ts'

// NF_IP_PRI_NAT_DST, NF_IP_PRI_NAT_SRC
const NAT_DST = -100
const NAT_SRC = 100

const PRIORITIES: Readonly<Partial<Record<NfHookName, number>>> = {
  PRE_ROUTING: NAT_DST,
  LOCAL_OUT: NAT_DST,
  POST_ROUTING: NAT_SRC,
  LOCAL_IN: NAT_SRC,
}

/** The nat chains at one hook, and the hook function that asks them. */
interface NatHook {
  readonly ops: NfHookOps
  chains: readonly NfHookOps[]
}

const natHooks = new WeakMap<Net, Map<string, NatHook>>()

function hooksOf(net: Net): Map<string, NatHook> {
  let hooks = natHooks.get(net)
  if (!hooks) natHooks.set(net, (hooks = new Map()))
  return hooks
}

/** With the first chain of a family NAT comes to all its hooks. Ref: nf_nat_register_fn() */
function natRegister(net: Net, chain: NfHookOps): void {
  const hooks = hooksOf(net)
  for (const hook of Object.keys(PRIORITIES) as NfHookName[]) {
    const key = `${chain.pf} ${hook}`
    if (!hooks.has(key)) {
      const nat: NatHook = { ops: natOps(net, chain.pf, hook), chains: [] }
      hooks.set(key, nat)
      net.nf.register(nat.ops)
    }
    const nat = hooks.get(key)
    if (nat && hook === chain.hook) {
      nat.chains = [...nat.chains, chain].sort((a, b) => a.priority - b.priority)
    }
  }
}

/** Ref: nf_nat_unregister_fn() */
function natUnregister(net: Net, chain: NfHookOps): void {
  const hooks = hooksOf(net)
  const family = [...hooks].filter(([key]) => key.startsWith(`${chain.pf} `))
  for (const [, nat] of family) nat.chains = nat.chains.filter((other) => other !== chain)
  if (family.some(([, nat]) => nat.chains.length > 0)) return
  for (const [key, nat] of family) {
    hooks.delete(key)
    net.nf.unregister(nat.ops)
  }
}

function natOps(net: Net, pf: NfProto, hook: NfHookName): NfHookOps {
  const key = `${pf} ${hook}`
  const chains = (): readonly NfHookOps[] => hooksOf(net).get(key)?.chains ?? []
  return {
    pf,
    hook,
    priority: PRIORITIES[hook] ?? 0,
    fn: (skb, state) => {
      const verdict = natFn(skb, state, chains())
      return hook === 'LOCAL_OUT' && verdict === NF_ACCEPT ? rerouteLocal(skb) : verdict
    },
  }
}

/** Ref: nf_nat_ipv4_fn(), nf_nat_ipv6_fn() */
function natFn(skb: SkBuff, state: NfHookState, chains: readonly NfHookOps[]): NfVerdict {
  const ct = nfCtGet(skb)
  if (!ct) return NF_ACCEPT
  const related = skb.nfctinfo === IP_CT_RELATED || skb.nfctinfo === IP_CT_RELATED_REPLY
  if (related && isIpPacket(skb.packet)) {
    const protocol = protocolOf(skb.packet)
    if (protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6) {
      return icmpReplyTranslation(skb, ct, state) ? NF_ACCEPT : NF_DROP
    }
  }
  return nfNatInetFn(skb, state, chains)
}

/** An ICMP error about a flow: its own ends are mapped as the flow's, and what it quotes the other way round. */
function icmpReplyTranslation(skb: SkBuff, ct: NfConn, state: NfHookState): boolean {
  const { packet } = skb
  if (!isIpPacket(packet)) return false
  const { payload } = packet
  if (payload.kind === 'icmp' && payload.type === ICMP_REDIRECT) {
    // Nobody would understand it.
    if ((ct.status & IPS_NAT_DONE_MASK) !== IPS_NAT_DONE_MASK || ct.status & IPS_NAT_MASK) return false
  }
  const manip = hookManip(state.hook)
  const dir = ctDir(skb.nfctinfo)
  let bit = manip === 'SRC' ? IPS_SRC_NAT : IPS_DST_NAT
  if (dir === REPLY) bit ^= IPS_NAT_MASK
  if (!(ct.status & bit)) return true
  const { tuple } = ct.tuplehash[dir === ORIGINAL ? REPLY : ORIGINAL]
  const target = invertTuple(tuple)
  if (!target) return false
  const inner = manipQuoted(packet, tuple, manip === 'SRC' ? 'DST' : 'SRC')
  skb.packet = nfNatManipPkt(inner, target, manip)
  traceNat(skb, packet, manip)
  return true
}

/** What goes elsewhere now needs another route. Ref: nf_nat_ipv4_local_fn(), nf_nat_ipv6_local_fn() */
function rerouteLocal(skb: SkBuff): NfVerdict {
  const ct = nfCtGet(skb)
  const { packet } = skb
  if (!ct || !isIpPacket(packet)) return NF_ACCEPT
  const dir = ctDir(skb.nfctinfo)
  const other = dir === ORIGINAL ? REPLY : ORIGINAL
  if (ct.tuplehash[dir].tuple.dst === ct.tuplehash[other].tuple.src) return NF_ACCEPT
  const refused = packet.kind === 'ipv4' ? ipRouteMeHarder(skb, packet) : ip6RouteMeHarder(skb, packet)
  if (!refused) return NF_ACCEPT
  drop(skb, 'ipRouteMeHarder', 'IP_OUTNOROUTES', refused)
  return NF_STOLEN
}

export const nfNatModule: KernelModule = {
  name: 'nf_nat',
  init(stack) {
    natHook.register = natRegister
    natHook.unregister = natUnregister
    stack.notifiers.push(masqDeviceEvent)
    stack.addressGone.push(masqInetEvent)
  },
}
