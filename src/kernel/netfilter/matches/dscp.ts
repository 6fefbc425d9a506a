// Type of service, whole or without its two bits of congestion notification. Ref: net/netfilter/xt_dscp.c
import type { XtDscp, XtTos } from '../../../uapi/xt_match.ts'
import { tosOf } from '../pktinfo.ts'
import { formatHex, formatMasked, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

export const dscpMatch: XtMatchExtension<XtDscp> = {
  name: 'dscp',
  compile:
    ({ dscp, invert }) =>
    (skb) =>
      (tosOf(skb) >> 2 === dscp) !== invert,
  why: ({ dscp, invert }, skb) => ({
    option: not('--dscp', invert),
    wanted: formatHex(dscp, 2),
    found: formatHex(tosOf(skb) >> 2, 2),
  }),
}

export const tosMatch: XtMatchExtension<XtTos> = {
  name: 'tos',
  compile:
    ({ value, mask, invert }) =>
    (skb) =>
      ((tosOf(skb) & mask) === value) !== invert,
  why: ({ value, mask, invert }, skb) => ({
    option: not('--tos', invert),
    wanted: formatMasked(value, mask, 0xff),
    found: formatHex(tosOf(skb), 2),
  }),
}
