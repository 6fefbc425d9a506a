// How many connections a host or a network has at once. Ref: net/netfilter/xt_connlimit.c, nf_conncount.c
import type { XtConnlimit } from '../../../uapi/xt_match.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import type { Net } from '../../core/net.ts'
import type { SkBuff } from '../../core/skb.ts'
import { nfCtGet } from '../nf_conn.ts'
import { nfConntrackFind } from '../nf_conntrack_table.ts'
import { isIpPacket, tupleEqual, tupleOf, type Tuple } from '../nf_conntrack_tuple.ts'
import { needFlows, needFlowsNoMore } from '../targets/nat_range.ts'
import type { XtMatchExtension } from '../x_tables.ts'

function masked(address: Inet | Inet6, length: number): Inet | Inet6 {
  if (typeof address === 'number') return length === 0 ? 0 : (address & (-1 << (32 - length))) >>> 0
  return (address >> BigInt(128 - length)) << BigInt(128 - length)
}

/** Those that still are, the packet's own among them. Ref: nf_conncount_count() */
function count(net: Net, flows: Tuple[], own: Tuple, zone: number): Tuple[] {
  const alive = flows.filter((tuple) => {
    if (tupleEqual(tuple, own)) return false
    const ct = nfConntrackFind(net, zone, tuple)?.ct
    return ct !== undefined && ct.tcp?.state !== 'TIME_WAIT' && ct.tcp?.state !== 'CLOSE'
  })
  return [...alive, own]
}

function ownTuple({ packet, nfct }: SkBuff): Tuple | null {
  if (!isIpPacket(packet)) return null
  return nfct === null ? tupleOf(packet) : null
}

/** What a rule counted at its last packet, for the trace. */
const counted = new WeakMap<XtConnlimit, number>()

export const connlimitMatch: XtMatchExtension<XtConnlimit> = {
  name: 'connlimit',
  check: needFlows,
  destroy: needFlowsNoMore,
  compile(match) {
    const { limit, above, mask, by } = match
    const hosts = new Map<Inet | Inet6, Tuple[]>()
    return (skb, { net }) => {
      const { packet } = skb
      const ct = nfCtGet(skb)
      const own = ct?.orig ?? ownTuple(skb)
      if (!own || !isIpPacket(packet)) return false
      const key = masked(by === 'saddr' ? packet.src : packet.dst, mask)
      const flows = count(net, hosts.get(key) ?? [], own, ct?.zone ?? 0)
      hosts.set(key, flows)
      counted.set(match, flows.length)
      return flows.length > limit === above
    }
  },
  why: (match) => ({
    option: match.above ? '--connlimit-above' : '--connlimit-upto',
    wanted: `${match.limit}`,
    found: `${counted.get(match) ?? 0} connections`,
  }),
}
