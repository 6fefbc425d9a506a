// Octets anywhere in the packet. Ref: net/netfilter/xt_string.c
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtString } from '../../../uapi/xt_match.ts'
import { emitIpv4 } from '../../../wire/ipv4.ts'
import { emitIpv6 } from '../../../wire/ipv6.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import { refuse } from '../../core/net.ts'
import type { SkBuff } from '../../core/skb.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** XT_STRING_MAX_PATTERN_SIZE */
const LONGEST = 128

function lower(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet | 0x20 : octet
}

/** From the IP header on. */
function octetsOf({ packet }: SkBuff): Uint8Array | null {
  if (packet.kind === 'ipv4') return emitIpv4(packet)
  return packet.kind === 'ipv6' ? emitIpv6(packet) : null
}

/** Where the pattern begins has to lie between `from` and `to`. Ref: skb_find_text() */
function holds({ pattern, from, to, icase }: XtString, octets: Uint8Array): boolean {
  const same = icase
    ? (a: number | undefined, b: number): boolean => a !== undefined && lower(a) === lower(b)
    : (a: number | undefined, b: number): boolean => a === b
  const last = Math.min(to, octets.length - pattern.length)
  for (let at = from; at <= last; at++) {
    if (pattern.every((octet, i) => same(octets[at + i], octet))) return true
  }
  return false
}

export const stringMatch: XtMatchExtension<XtString> = {
  name: 'string',
  check: ({ from, to, pattern }) =>
    from > to || pattern.length === 0 || pattern.length > LONGEST ? refuse(EINVAL) : null,
  compile: (match) => (skb) => {
    const octets = octetsOf(skb)
    return octets !== null && holds(match, octets) !== match.invert
  },
  why: ({ pattern, invert }) => ({
    option: not('--string', invert),
    wanted: `"${decodeUtf8(pattern)}"`,
    found: invert ? 'there' : 'not there',
  }),
}
