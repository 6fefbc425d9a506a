// Putting fragments together (RFC 8200 §4.5). Ref: net/ipv6/reassembly.c
import { SECOND } from '../../sim/clock.ts'
import { ICMPV6_EXC_FRAGTIME, ICMPV6_TIME_EXCEED } from '../../wire/icmp6.ts'
import { emitIpv6, ipv6Length, parseIpv6, type Ipv6 } from '../../wire/ipv6.ts'
import { joinFragments, type Fragment } from '../core/fragments.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop } from '../core/trace.ts'
import { icmpv6Send } from './icmp.ts'
import { ipv6Of } from './netns_ipv6.ts'

interface FragQueue {
  readonly pieces: SkBuff[]
}

const queues = new WeakMap<Net, Map<string, FragQueue>>()

/** A whole packet at once; a fragment is kept, and what it completes comes back. null: not complete yet. */
export function ip6Defrag(skb: SkBuff): SkBuff | null {
  const { packet } = skb
  if (packet.kind !== 'ipv6' || !packet.fragment) return skb
  const { net } = skb.dev
  let mine = queues.get(net)
  if (!mine) queues.set(net, (mine = new Map()))
  const key = `${packet.src} ${packet.dst} ${packet.fragment.id} ${skb.dev.index}`
  let queue = mine.get(key)
  if (!queue) {
    mine.set(key, (queue = { pieces: [] }))
    const time = (ipv6Of(net).sysctls['ip6frag_time'] ?? 60) * SECOND
    net.stack.clock.after(time, expire, { mine, key }, queue)
  }
  queue.pieces.push(skb)
  const body = join(queue.pieces)
  if (!body) {
    consume(skb, 'ip6Defrag', 'fragment queue')
    return null
  }
  mine.delete(key)
  const whole: Ipv6 = { ...packet, fragment: null, payload: { kind: 'octets', bytes: body } }
  const result = allocSkb(net.stack, skb.dev, parseIpv6(emitIpv6(whole)) ?? whole, skb)
  result.frame = skb.frame
  result.dst6 = skb.dst6
  result.pktType = skb.pktType
  result.nfBridge = skb.nfBridge
  result.fragMaxSize = longest(queue.pieces)
  return result
}

function longest(pieces: readonly SkBuff[]): number {
  return Math.max(...pieces.map(({ packet }) => (packet.kind === 'ipv6' ? ipv6Length(packet) : 0)))
}

/** The octets of a complete set; null while some are missing. */
function join(pieces: readonly SkBuff[]): Uint8Array | null {
  const parts: Fragment[] = []
  for (const { packet } of pieces) {
    if (packet.kind !== 'ipv6' || packet.payload.kind !== 'octets' || !packet.fragment) return null
    parts.push({ at: packet.fragment.offset, bytes: packet.payload.bytes, last: !packet.fragment.more })
  }
  return joinFragments(parts)
}

/** Too late: the first fragment, if it came, says so to its sender. Ref: ip6frag_expire_frag_queue() */
function expire(where: { mine: Map<string, FragQueue>; key: string }, queue: FragQueue): void {
  if (where.mine.get(where.key) !== queue) return
  where.mine.delete(where.key)
  const first = queue.pieces.find((p) => p.packet.kind === 'ipv6' && p.packet.fragment?.offset === 0)
  if (first) icmpv6Send(first, ICMPV6_TIME_EXCEED, ICMPV6_EXC_FRAGTIME, 0)
  for (const piece of queue.pieces) drop(piece, 'ip6Expire', 'NOT_SPECIFIED')
}
