// REDIRECT: DNAT to the machine itself. Ref: net/netfilter/xt_REDIRECT.c
import type { XtNat } from '../../../uapi/xt_target.ts'
import { nfNatRedirect } from '../nf_nat_redirect.ts'
import type { XtTargetExtension } from '../x_tables.ts'
import { formatPorts, needFlows, needFlowsNoMore } from './nat_range.ts'

export const redirectTarget: XtTargetExtension<XtNat> = {
  name: 'REDIRECT',
  tables: ['nat'],
  hooks: ['PREROUTING', 'OUTPUT'],
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ range }) =>
    (skb, state) =>
      nfNatRedirect(skb, state, range),
  words: ({ range }) => formatPorts(range),
}
