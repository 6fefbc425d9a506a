// What a packet is looked up by in a set. Ref: net/netfilter/ipset/ip_set_hash_ipport.c:hash_ipport4_kadt(), ip_set_getport.c
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP } from '../../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../../wire/ipv6.ts'
import type { SkBuff } from '../../core/skb.ts'
import { destinationOf, dportOf, icmpTypeOf, protocolOf, sourceOf, sportOf } from '../pktinfo.ts'
import type { IpSet, Key } from './ip_set_hash.ts'

/** Null: it has not what the set is about, or the rule names too few directions. */
export function packetKey(set: IpSet, directions: readonly ('src' | 'dst')[], skb: SkBuff): Key | null {
  if (directions.length < set.dimension) return null
  const [first, second] = directions
  const address = first === 'dst' ? destinationOf(skb) : sourceOf(skb)
  if (address === null || (typeof address === 'number') !== (set.options.family === 'inet')) return null
  if (set.dimension === 1) return set.key(address, set.bits, 0, 0)
  const protocol = protocolOf(skb)
  const port = portOf(skb, protocol, second ?? 'src')
  return port === null ? null : set.key(address, set.bits, protocol, port)
}

function portOf(skb: SkBuff, protocol: number, direction: 'src' | 'dst'): number | null {
  switch (protocol) {
    case IPPROTO_TCP:
    case IPPROTO_UDP:
      return direction === 'dst' ? dportOf(skb) : sportOf(skb)
    case IPPROTO_ICMP:
    case IPPROTO_ICMPV6: {
      const type = icmpTypeOf(skb)
      return type < 0 ? null : type
    }
    default:
      return 0
  }
}
