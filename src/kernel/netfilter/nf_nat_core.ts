// NAT: a flow's first packet is mapped, all others follow. Read nf_nat_unique.ts for how an address and port are found.
// Ref: net/netfilter/nf_nat_core.c
import {
  IPS_CONFIRMED,
  IPS_DST_NAT,
  IPS_DST_NAT_DONE,
  IPS_SRC_NAT,
  IPS_SRC_NAT_DONE,
} from '../../uapi/conntrack.ts'
import type { NatRange } from '../../uapi/xt_target.ts'
import type { Packet } from '../../wire/ethernet.ts'
import type { Net } from '../core/net.ts'
import {
  NF_ACCEPT,
  NF_DROP,
  type NfHookName,
  type NfHookOps,
  type NfHookState,
  type NfVerdict,
} from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import {
  ctDir,
  IP_CT_NEW,
  IP_CT_RELATED,
  IP_CT_RELATED_REPLY,
  IPS_NAT_MASK,
  nfCtGet,
  ORIGINAL,
  REPLY,
  type NfConn,
} from './nf_conn.ts'
import { traceFlow } from './nf_conntrack_core.ts'
import { nfConntrackAlterReply, nfCtAcct, nfCtDelete, rememberSource } from './nf_conntrack_table.ts'
import { invertTuple, isIpPacket, tupleEqual, tupleOf } from './nf_conntrack_tuple.ts'
import { nfNatManipPkt } from './nf_nat_proto.ts'
import { uniqueTuple, type Manip } from './nf_nat_unique.ts'

/** Ref: HOOK2MANIP() */
export function hookManip(hook: NfHookName): Manip {
  return hook === 'POST_ROUTING' || hook === 'LOCAL_IN' ? 'SRC' : 'DST'
}

function initialized(ct: NfConn, manip: Manip): boolean {
  return (ct.status & (manip === 'SRC' ? IPS_SRC_NAT_DONE : IPS_DST_NAT_DONE)) !== 0
}

/** Fixes what one end of the flow becomes; only before the flow is confirmed. Ref: nf_nat_setup_info() */
export function nfNatSetupInfo(net: Net, ct: NfConn, range: NatRange, manip: Manip): NfVerdict {
  if (ct.status & IPS_CONFIRMED) return NF_ACCEPT
  if (initialized(ct, manip)) return NF_DROP
  const current = invertTuple(ct.reply)
  if (!current) return NF_DROP
  const mapped = uniqueTuple(net, current, range, ct, manip)
  if (!tupleEqual(mapped, current)) {
    const reply = invertTuple(mapped)
    if (!reply) return NF_DROP
    nfConntrackAlterReply(ct, reply)
    ct.status |= manip === 'SRC' ? IPS_SRC_NAT : IPS_DST_NAT
  }
  if (manip === 'SRC') rememberSource(net, ct)
  ct.status |= manip === 'SRC' ? IPS_SRC_NAT_DONE : IPS_DST_NAT_DONE
  return NF_ACCEPT
}

export const NO_PORTS = { ports: null, random: false, randomFully: false, persistent: false } as const

/** No rule wants it mapped: it stays as it is, but its port may have to give way. Ref: nf_nat_alloc_null_binding() */
function nullBinding(net: Net, ct: NfConn, manip: Manip): NfVerdict {
  const own = manip === 'SRC' ? ct.reply.dst : ct.reply.src
  return nfNatSetupInfo(net, ct, { ...NO_PORTS, addresses: { min: own, max: own } }, manip)
}

/** Masquerading went out of another device before: the flow is dead. Ref: nf_nat_oif_changed() */
function oifChanged(skb: SkBuff, ct: NfConn, state: NfHookState): boolean {
  if (ct.masqIndex === 0 || state.hook !== 'POST_ROUTING' || ctDir(skb.nfctinfo) !== ORIGINAL) return false
  return ct.masqIndex !== state.out?.index
}

/** Rewrites the packet as its flow says. Ref: nf_nat_packet() */
function nfNatPacket(skb: SkBuff, ct: NfConn, manip: Manip): NfVerdict {
  const dir = ctDir(skb.nfctinfo)
  let bit = manip === 'SRC' ? IPS_SRC_NAT : IPS_DST_NAT
  if (dir === REPLY) bit ^= IPS_NAT_MASK
  if (!(ct.status & bit)) return NF_ACCEPT
  const { packet } = skb
  const target = invertTuple(ct.tuplehash[dir === ORIGINAL ? REPLY : ORIGINAL].tuple)
  if (!target || !isIpPacket(packet)) return NF_DROP
  skb.packet = nfNatManipPkt(packet, target, manip)
  traceNat(skb, packet, manip)
  return NF_ACCEPT
}

/** Tells the trace what the packet was before. */
export function traceNat(skb: SkBuff, was: Packet, manip: Manip): void {
  if (!tracing(skb)) return
  const before = isIpPacket(was) ? tupleOf(was) : null
  const after = isIpPacket(skb.packet) ? tupleOf(skb.packet) : null
  if (!before || !after || tupleEqual(before, after)) return
  record(skb, {
    kind: 'nat',
    manip: manip === 'SRC' ? 'SNAT' : 'DNAT',
    before: traceFlow(before),
    after: traceFlow(after),
  })
}

/** Asks `chains` what becomes of a flow's first packet, and does it to all. Ref: nf_nat_inet_fn() */
export function nfNatInetFn(skb: SkBuff, state: NfHookState, chains: readonly NfHookOps[]): NfVerdict {
  const ct = nfCtGet(skb)
  if (!ct) return NF_ACCEPT
  const manip = hookManip(state.hook)
  const { nfctinfo } = skb
  const first = nfctinfo === IP_CT_NEW || nfctinfo === IP_CT_RELATED || nfctinfo === IP_CT_RELATED_REPLY
  if (first && !initialized(ct, manip)) {
    for (const chain of chains) {
      const verdict = chain.fn(skb, state)
      if (verdict !== NF_ACCEPT) return verdict
      if (initialized(ct, manip)) return nfNatPacket(skb, ct, manip)
    }
    const verdict = nullBinding(state.net, ct, manip)
    if (verdict !== NF_ACCEPT) return verdict
  } else if (oifChanged(skb, ct, state)) {
    nfCtAcct(ct, skb, nfctinfo)
    nfCtDelete(state.net, ct)
    return NF_DROP
  }
  return nfNatPacket(skb, ct, manip)
}
