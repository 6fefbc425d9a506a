// Whether a packet belongs to a connection of IPVS. Ref: net/netfilter/xt_ipvs.c:ipvs_mt()
import type { XtIpvs } from '../../../uapi/xt_match.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

export const ipvsMatch: XtMatchExtension<XtIpvs> = {
  name: 'ipvs',
  compile:
    ({ invert }) =>
    (skb) =>
      skb.ipvsProperty !== invert,
  why: ({ invert }, skb) => ({
    option: not('--ipvs', invert),
    wanted: 'a connection of IPVS',
    found: skb.ipvsProperty ? 'one' : 'none',
  }),
}
