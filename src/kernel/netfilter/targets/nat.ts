// DNAT and SNAT. Ref: net/netfilter/xt_nat.c
import type { XtNat } from '../../../uapi/xt_target.ts'
import { NF_ACCEPT } from '../../core/nf_hooks.ts'
import { nfCtGet } from '../nf_conn.ts'
import { nfNatSetupInfo } from '../nf_nat_core.ts'
import type { XtTargetExtension } from '../x_tables.ts'
import { formatRange, needFlows, needFlowsNoMore } from './nat_range.ts'

export const dnatTarget: XtTargetExtension<XtNat> = {
  name: 'DNAT',
  tables: ['nat'],
  hooks: ['PREROUTING', 'OUTPUT'],
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ range }) =>
    (skb, state) => {
      const ct = nfCtGet(skb)
      return ct ? nfNatSetupInfo(state.net, ct, range, 'DST') : NF_ACCEPT
    },
  words: ({ range }) => `--to-destination ${formatRange(range)}`,
}

export const snatTarget: XtTargetExtension<XtNat> = {
  name: 'SNAT',
  tables: ['nat'],
  hooks: ['POSTROUTING', 'INPUT'],
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ range }) =>
    (skb, state) => {
      const ct = nfCtGet(skb)
      return ct ? nfNatSetupInfo(state.net, ct, range, 'SRC') : NF_ACCEPT
    },
  words: ({ range }) => `--to-source ${formatRange(range)}`,
}
