// Octets of the packet, IP header included. Ref: net/netfilter/xt_length.c
import type { XtLength } from '../../../uapi/xt_match.ts'
import { packetLength } from '../../../wire/ethernet.ts'
import { formatRange, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

export const lengthMatch: XtMatchExtension<XtLength> = {
  name: 'length',
  compile:
    ({ min, max, invert }) =>
    (skb) => {
      const length = packetLength(skb.packet)
      return (length >= min && length <= max) !== invert
    },
  why: (match, skb) => ({
    option: not('--length', match.invert),
    wanted: formatRange(match),
    found: String(packetLength(skb.packet)),
  }),
}
