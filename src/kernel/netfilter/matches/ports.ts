// Source and destination ports, for the matches of the protocols that have them.
import type { RuleMiss } from '../../../sim/trace.ts'
import type { InvertibleRange } from '../../../uapi/xt_match.ts'
import type { SkBuff } from '../../core/skb.ts'
import { dportOf, fragmentOffset, sportOf } from '../pktinfo.ts'
import { formatRange, not } from '../words.ts'

interface Ports {
  readonly sport: InvertibleRange | null
  readonly dport: InvertibleRange | null
}

/** Null: any. Ref: net/netfilter/xt_tcpudp.c:port_match() */
export function inRange(range: InvertibleRange | null, value: number): boolean {
  return range === null || (value >= range.min && value <= range.max) !== range.invert
}

/** Further fragments have no ports: they match no rule that asks for them. */
export function portsMatch({ sport, dport }: Ports, skb: SkBuff): boolean {
  return fragmentOffset(skb) === 0 && inRange(sport, sportOf(skb)) && inRange(dport, dportOf(skb))
}

/** Null: the ports are right. */
export function portsMiss({ sport, dport }: Ports, skb: SkBuff): RuleMiss | null {
  if (fragmentOffset(skb) !== 0) return { option: 'ports', wanted: 'a port', found: 'a further fragment' }
  if (sport && !inRange(sport, sportOf(skb))) {
    return { option: not('--sport', sport.invert), wanted: formatRange(sport), found: String(sportOf(skb)) }
  }
  if (dport && !inRange(dport, dportOf(skb))) {
    return { option: not('--dport', dport.invert), wanted: formatRange(dport), found: String(dportOf(skb)) }
  }
  return null
}
