// From here on the way of the packet through the rules is told to whoever watches. Ref: net/netfilter/xt_TRACE.c
import type { XtPlainTarget } from '../../../uapi/xt_target.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

export const traceTarget: XtTargetExtension<XtPlainTarget> = {
  name: 'TRACE',
  compile: () => (skb) => {
    skb.nftrace = true
    return XT_CONTINUE
  },
}
