// Type and code of ICMP and ICMPv6. Ref: net/ipv4/netfilter/ip_tables.c:icmp_match(), ip6_tables.c:icmp6_match()
import type { RuleMiss } from '../../../sim/trace.ts'
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { XtIcmp } from '../../../uapi/xt_match.ts'
import { IPPROTO_ICMP } from '../../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../../wire/ipv6.ts'
import type { SkBuff } from '../../core/skb.ts'
import { icmpTypeOf } from '../pktinfo.ts'
import { formatRange, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** Any type of ICMP. */
export const ICMP_ANY = 255

function icmpTypeMatch({ type, code, invert }: XtIcmp, found: number): boolean {
  if (found < 0) return false
  const right =
    type === ICMP_ANY || (found >> 8 === type && (found & 255) >= code.min && (found & 255) <= code.max)
  return right !== invert
}

function why({ name, type, code, invert }: XtIcmp, skb: SkBuff): RuleMiss {
  const found = icmpTypeOf(skb)
  const all = code.min === 0 && code.max === 255
  return {
    option: not(name === 'icmp' ? '--icmp-type' : '--icmpv6-type', invert),
    wanted: all ? String(type) : `${type}/${formatRange(code)}`,
    found: found < 0 ? 'a further fragment' : all ? String(found >> 8) : `${found >> 8}/${found & 255}`,
  }
}

function extension(name: XtIcmp['name'], family: NftFamily, protocol: number): XtMatchExtension<XtIcmp> {
  return {
    name,
    families: [family],
    protocol,
    compile: (match) => (skb) => icmpTypeMatch(match, icmpTypeOf(skb)),
    why,
  }
}

export const icmpMatch: XtMatchExtension<XtIcmp> = extension('icmp', 'ip', IPPROTO_ICMP)
export const icmp6Match: XtMatchExtension<XtIcmp> = extension('icmp6', 'ip6', IPPROTO_ICMPV6)
