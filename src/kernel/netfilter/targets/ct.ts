// CT and NOTRACK: what connection tracking is told of a packet before it looks. Ref: net/netfilter/xt_CT.c
import type { XtCt, XtPlainTarget } from '../../../uapi/xt_target.ts'
import type { SkBuff } from '../../core/skb.ts'
import { IP_CT_UNTRACKED, nfCtGet } from '../nf_conn.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'
import { needFlows, needFlowsNoMore } from './nat_range.ts'

function notrack(skb: SkBuff): typeof XT_CONTINUE {
  if (!nfCtGet(skb)) skb.nfctinfo = IP_CT_UNTRACKED
  return XT_CONTINUE
}

export const ctTarget: XtTargetExtension<XtCt> = {
  name: 'CT',
  tables: ['raw'],
  // What is not tracked needs no tracking.
  check: (target, context) => (target.notrack ? null : needFlows(target, context)),
  destroy(target, context) {
    if (!target.notrack) needFlowsNoMore(target, context)
  },
  compile: ({ notrack: not, zone }) =>
    not
      ? notrack
      : (skb) => {
          if (!nfCtGet(skb)) skb.nfct = zone
          return XT_CONTINUE
        },
  words: ({ notrack: not, zone }) => (not ? '--notrack' : zone === 0 ? '' : `--zone ${zone}`),
}

export const notrackTarget: XtTargetExtension<XtPlainTarget> = {
  name: 'NOTRACK',
  tables: ['raw'],
  compile: () => notrack,
}
