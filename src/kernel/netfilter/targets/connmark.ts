// CONNMARK: a number on the flow, and from there on its packets. Ref: net/netfilter/xt_connmark.c:connmark_tg()
import type { XtConnmarkTarget } from '../../../uapi/xt_target.ts'
import { nfCtGet } from '../nf_conn.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'
import { needFlows, needFlowsNoMore } from './nat_range.ts'

export const connmarkTarget: XtTargetExtension<XtConnmarkTarget> = {
  name: 'CONNMARK',
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ mode, ctmark, ctmask, nfmask }) =>
    (skb) => {
      const ct = nfCtGet(skb)
      if (!ct) return XT_CONTINUE
      if (mode === 'restore') {
        skb.mark = ((skb.mark & ~nfmask) ^ (ct.mark & ctmask)) >>> 0
        return XT_CONTINUE
      }
      const bits = mode === 'set' ? ctmark : skb.mark & nfmask
      const mark = ((ct.mark & ~ctmask) ^ bits) >>> 0
      if (mark !== ct.mark) ct.changed = true
      ct.mark = mark
      return XT_CONTINUE
    },
  words: ({ mode, ctmark, ctmask }) =>
    mode === 'set' ? `--set-xmark 0x${ctmark.toString(16)}/0x${ctmask.toString(16)}` : `--${mode}-mark`,
}
