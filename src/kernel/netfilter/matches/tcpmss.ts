// The greatest segment that the sender of a SYN wants to get. Ref: net/netfilter/xt_tcpmss.c
import type { XtTcpmss } from '../../../uapi/xt_match.ts'
import { IPPROTO_TCP } from '../../../wire/ipv4.ts'
import type { SkBuff } from '../../core/skb.ts'
import { formatRange, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { tcpHeader } from './tcp.ts'

/** Null: it names none. */
function mssOf(skb: SkBuff): number | null {
  for (const option of tcpHeader(skb)?.options ?? []) if (option.kind === 'mss') return option.value
  return null
}

export const tcpmssMatch: XtMatchExtension<XtTcpmss> = {
  name: 'tcpmss',
  protocol: IPPROTO_TCP,
  compile:
    ({ min, max, invert }) =>
    (skb) => {
      const mss = mssOf(skb)
      return (mss !== null && mss >= min && mss <= max) !== invert
    },
  why: (match, skb) => ({
    option: not('--mss', match.invert),
    wanted: formatRange(match),
    found: String(mssOf(skb) ?? 'none'),
  }),
}
