// The hooks packets pass. Each takes what comes next, so reading goes one way. Ref: include/linux/netfilter.h:NF_HOOK()
import type { NetDevice } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'

export type Hook = 'PRE_ROUTING' | 'LOCAL_IN' | 'FORWARD' | 'LOCAL_OUT' | 'POST_ROUTING'

/** Passes `skb` on to `okfn`; with no rules every hook accepts. */
export function nfHook(
  hook: Hook,
  skb: SkBuff,
  _in: NetDevice | null,
  _out: NetDevice | null,
  okfn: (skb: SkBuff) => void,
): void {
  if (tracing(skb)) record(skb, { kind: 'hook', hook, verdict: 'ACCEPT' })
  okfn(skb)
}
