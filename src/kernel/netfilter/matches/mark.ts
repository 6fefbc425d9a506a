// The number that a rule or a socket put on the packet. Ref: net/netfilter/xt_mark.c:mark_mt()
import type { XtMark } from '../../../uapi/xt_match.ts'
import { formatHex, formatMasked, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

export const markMatch: XtMatchExtension<XtMark> = {
  name: 'mark',
  compile:
    ({ mark, mask, invert }) =>
    (skb) =>
      ((skb.mark & mask) >>> 0 === mark) !== invert,
  why: ({ mark, mask, invert }, skb) => ({
    option: not('--mark', invert),
    wanted: formatMasked(mark, mask),
    found: formatHex(skb.mark),
  }),
}
