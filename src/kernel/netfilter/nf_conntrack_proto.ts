// Tracking is on in a namespace while something there asks for it. Ref: net/netfilter/nf_conntrack_proto.c
import type { Net } from '../core/net.ts'
import type { NfHookFn, NfHookName, NfHookOps } from '../core/nf_hooks.ts'
import { NF_ACCEPT, NF_STOLEN } from '../core/nf_hooks.ts'
import { ipDefrag } from '../ipv4/ip_fragment.ts'
import { ip6Defrag } from '../ipv6/reassembly.ts'
import { ctEntries } from './nf_conntrack_table.ts'
import { nfConfirm, nfConntrackIn } from './nf_conntrack_core.ts'
import { ctOf } from './netns_ct.ts'
import { nfReinject } from './core.ts'

// NF_IP_PRI_*
const CONNTRACK_DEFRAG = -400
const CONNTRACK = -200
const CONNTRACK_CONFIRM = 2147483647

export type CtFamily = 'ipv4' | 'ipv6'

function trackHooks(pf: CtFamily): readonly NfHookOps[] {
  const at = (hook: NfHookName, priority: number, fn: NfHookFn): NfHookOps => ({ pf, hook, priority, fn })
  return [
    at('PRE_ROUTING', CONNTRACK, nfConntrackIn),
    at('LOCAL_OUT', CONNTRACK, nfConntrackIn),
    at('POST_ROUTING', CONNTRACK_CONFIRM, nfConfirm),
    at('LOCAL_IN', CONNTRACK_CONFIRM, nfConfirm),
  ]
}

/** Flows are told apart by ports, which only a whole packet has. Ref: nf_defrag_ipv4.c, nf_defrag_ipv6_hooks.c */
function defragOps(pf: CtFamily, hook: NfHookName): NfHookOps {
  const ops: NfHookOps = {
    pf,
    hook,
    priority: CONNTRACK_DEFRAG,
    fn(skb, state) {
      const whole = pf === 'ipv4' ? ipDefrag(skb) : ip6Defrag(skb)
      if (whole === skb) return NF_ACCEPT
      if (whole) nfReinject(whole, state, ops)
      return NF_STOLEN
    },
  }
  return ops
}

const HOOKS: Readonly<Record<CtFamily, readonly NfHookOps[]>> = {
  ipv4: [defragOps('ipv4', 'PRE_ROUTING'), defragOps('ipv4', 'LOCAL_OUT'), ...trackHooks('ipv4')],
  ipv6: [defragOps('ipv6', 'PRE_ROUTING'), defragOps('ipv6', 'LOCAL_OUT'), ...trackHooks('ipv6')],
}

/** One more that needs flows. Ref: nf_ct_netns_get() */
export function nfCtNetnsGet(net: Net, pf: CtFamily): void {
  const { users } = ctOf(net)
  if (++users[pf] > 1) return
  for (const ops of HOOKS[pf]) net.nf.register(ops)
  // What went by unseen is not held against a connection (Ref: nf_ct_tcp_fixup()).
  for (const ct of ctEntries(net)) for (const seen of ct.tcp?.seen ?? []) seen.maxwin = 0
}

/** The last one gone, nothing is tracked any more; what was known stays until its time is up. Ref: nf_ct_netns_put() */
export function nfCtNetnsPut(net: Net, pf: CtFamily): void {
  const { users } = ctOf(net)
  if (--users[pf] > 0) return
  for (const ops of HOOKS[pf]) net.nf.unregister(ops)
}
