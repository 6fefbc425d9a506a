// Addresses between two. Ref: net/netfilter/xt_iprange.c
import type { RuleMiss } from '../../../sim/trace.ts'
import type { XtAddressRange, XtIprange } from '../../../uapi/xt_match.ts'
import type { Inet } from '../../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../../wire/inet6.ts'
import { destinationOf, sourceOf } from '../pktinfo.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** Null: any. */
function within(range: XtAddressRange | null, address: Inet | Inet6 | null): boolean {
  if (!range) return true
  return address !== null && (address >= range.min && address <= range.max) !== range.invert
}

function miss(option: string, range: XtAddressRange, address: Inet | Inet6 | null): RuleMiss {
  return {
    option: not(option, range.invert),
    wanted: `${formatAddress(range.min)}-${formatAddress(range.max)}`,
    found: address === null ? 'not IP' : formatAddress(address),
  }
}

export const iprangeMatch: XtMatchExtension<XtIprange> = {
  name: 'iprange',
  compile:
    ({ source, destination }) =>
    (skb) =>
      within(source, sourceOf(skb)) && within(destination, destinationOf(skb)),
  why: ({ source, destination }, skb) => {
    if (source && !within(source, sourceOf(skb))) return miss('--src-range', source, sourceOf(skb))
    if (destination) return miss('--dst-range', destination, destinationOf(skb))
    return { option: '-m iprange', wanted: 'a range', found: 'none' }
  },
}
