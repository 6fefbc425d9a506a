// MASQUERADE: SNAT to whatever address the outgoing device has. Ref: net/netfilter/xt_MASQUERADE.c
import type { XtNat } from '../../../uapi/xt_target.ts'
import { nfNatMasquerade } from '../nf_nat_masquerade.ts'
import type { XtTargetExtension } from '../x_tables.ts'
import { formatPorts, needFlows, needFlowsNoMore } from './nat_range.ts'

export const masqueradeTarget: XtTargetExtension<XtNat> = {
  name: 'MASQUERADE',
  tables: ['nat'],
  hooks: ['POSTROUTING'],
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ range }) =>
    (skb, state) =>
      nfNatMasquerade(skb, state, range),
  words: ({ range }) => formatPorts(range),
}
