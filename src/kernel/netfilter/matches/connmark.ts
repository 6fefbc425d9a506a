// The number on a packet's flow. Ref: net/netfilter/xt_connmark.c:connmark_mt()
import type { XtMark } from '../../../uapi/xt_match.ts'
import { nfCtGet } from '../nf_conn.ts'
import { needFlows, needFlowsNoMore } from '../targets/nat_range.ts'
import type { XtMatchExtension } from '../x_tables.ts'

function hex(n: number): string {
  return `0x${n.toString(16)}`
}

export const connmarkMatch: XtMatchExtension<XtMark> = {
  name: 'connmark',
  check: needFlows,
  destroy: needFlowsNoMore,
  compile:
    ({ mark, mask, invert }) =>
    (skb) => {
      const ct = nfCtGet(skb)
      return ct !== null && ((ct.mark & mask) >>> 0 === mark >>> 0) !== invert
    },
  why({ mark, mask, invert }, skb) {
    const ct = nfCtGet(skb)
    return {
      option: invert ? '! --mark' : '--mark',
      wanted: mask === 0xffffffff ? hex(mark) : `${hex(mark)}/${hex(mask)}`,
      found: ct ? `the flow's mark is ${hex(ct.mark)}` : 'no flow',
    }
  },
}
