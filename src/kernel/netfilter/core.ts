// The hooks packets pass. Each takes what comes next, so reading goes one way. Ref: include/linux/netfilter.h:NF_HOOK()
import { EPERM } from '../../uapi/errno.ts'
import type { NetDevice } from '../core/net.ts'
import {
  NF_ACCEPT,
  NF_DROP,
  type NfHookName,
  type NfHookOps,
  type NfHookState,
  type NfProto,
} from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { drop, record, tracing } from '../core/trace.ts'

/** Shows `skb` to every function registered at the hook, then passes it on to `okfn`. Ref: nf_hook_slow() */
export function nfHook(
  pf: NfProto,
  hook: NfHookName,
  skb: SkBuff,
  inDev: NetDevice | null,
  outDev: NetDevice | null,
  okfn: (skb: SkBuff) => void,
): void {
  const { net } = skb.dev
  const entries = net.nf.entries(pf, hook)
  if (entries === null) {
    if (tracing(skb)) record(skb, { kind: 'hook', hook, verdict: 'ACCEPT' })
    return okfn(skb)
  }
  iterate(skb, { pf, hook, net, in: inDev, out: outDev, okfn }, entries, 0)
}

function iterate(skb: SkBuff, state: NfHookState, entries: readonly NfHookOps[], from: number): void {
  for (let i = from; i < entries.length; i++) {
    const verdict = entries[i]?.fn(skb, state) ?? NF_ACCEPT
    if (verdict === NF_ACCEPT) continue
    if (verdict === NF_DROP) {
      if (tracing(skb)) record(skb, { kind: 'hook', hook: state.hook, verdict: 'DROP' })
      drop(skb, 'nfHook', 'NETFILTER_DROP', EPERM)
    }
    return
  }
  if (state.pf !== 'bridge' && tracing(skb))
    record(skb, { kind: 'hook', hook: state.hook, verdict: 'ACCEPT' })
  state.okfn(skb)
}

/** A packet made because of another belongs to its flow, the other way. Ref: nf_ct_attach(), nf_conntrack_attach() */
export function nfCtAttach(made: SkBuff, because: SkBuff): void {
  if (because.nfct === null) return
  made.nfct = because.nfct
  // IP_CT_RELATED to a reply (3 and over), else IP_CT_RELATED_REPLY.
  made.nfctinfo = because.nfctinfo >= 3 ? 1 : 4
}

/** The packet has arrived; what it was to its flow is over. Ref: nf_reset_ct() */
export function nfResetCt(skb: SkBuff): void {
  skb.nfct = null
  skb.nfctinfo = 0
}

/** Goes on behind `after`, which had stolen the packet (or one that it made of it). Ref: nf_reinject() */
export function nfReinject(skb: SkBuff, state: NfHookState, after: NfHookOps): void {
  const entries = state.net.nf.entries(state.pf, state.hook) ?? []
  iterate(skb, state, entries, entries.indexOf(after) + 1)
}
