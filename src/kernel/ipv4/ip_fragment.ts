// Putting fragments together (RFC 791 §3.2). Ref: net/ipv4/ip_fragment.c
import { SECOND } from '../../sim/clock.ts'
import { ICMP_EXC_FRAGTIME, ICMP_TIME_EXCEEDED } from '../../wire/icmp.ts'
import { emitIpv4, parseIpv4, type Ipv4 } from '../../wire/ipv4.ts'
import { joinFragments, type Fragment } from '../core/fragments.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop } from '../core/trace.ts'
import { icmpSend } from './icmp.ts'
import { ipv4Of } from './netns_ipv4.ts'

interface FragQueue {
  readonly pieces: SkBuff[]
}

const queues = new WeakMap<Net, Map<string, FragQueue>>()

/** A whole packet at once; a fragment is kept, and what it completes comes back. null: not complete yet. */
export function ipDefrag(skb: SkBuff): SkBuff | null {
  const { packet } = skb
  if (packet.kind !== 'ipv4') return skb
  if (!packet.mf && packet.offset === 0) return skb
  const { net } = skb.dev
  const { ip } = ipv4Of(net).mib
  ip.ReasmReqds++
  let mine = queues.get(net)
  if (!mine) queues.set(net, (mine = new Map()))
  const key = `${packet.src} ${packet.dst} ${packet.id} ${packet.protocol}`
  let queue = mine.get(key)
  if (!queue) {
    mine.set(key, (queue = { pieces: [] }))
    net.stack.clock.after((ipv4Of(net).sysctls['ipfrag_time'] ?? 30) * SECOND, expire, { mine, key }, queue)
  }
  queue.pieces.push(skb)
  const body = join(queue.pieces)
  if (!body) {
    consume(skb, 'ipDefrag', 'fragment queue')
    return null
  }
  mine.delete(key)
  ip.ReasmOKs++
  const whole: Ipv4 = { ...packet, mf: false, offset: 0, payload: { kind: 'octets', bytes: body } }
  const parsed = parseIpv4(emitIpv4(whole))
  const result = allocSkb(net.stack, skb.dev, parsed ?? whole, skb)
  result.frame = skb.frame
  result.dst = skb.dst
  result.pktType = skb.pktType
  result.nfBridge = skb.nfBridge
  return result
}

/** The octets of a complete set; null while some are missing. */
function join(pieces: readonly SkBuff[]): Uint8Array | null {
  const parts: Fragment[] = []
  for (const { packet } of pieces) {
    if (packet.kind !== 'ipv4' || packet.payload.kind !== 'octets') return null
    parts.push({ at: packet.offset, bytes: packet.payload.bytes, last: !packet.mf })
  }
  return joinFragments(parts)
}

/** Too late: the first fragment, if it came, says so to its sender. Ref: ip_expire() */
function expire(where: { mine: Map<string, FragQueue>; key: string }, queue: FragQueue): void {
  if (where.mine.get(where.key) !== queue) return
  where.mine.delete(where.key)
  const first = queue.pieces.find((p) => p.packet.kind === 'ipv4' && p.packet.offset === 0)
  const { dev } = queue.pieces[0] ?? {}
  if (dev) {
    const { ip } = ipv4Of(dev.net).mib
    ip.ReasmTimeout++
    ip.ReasmFails++
  }
  if (first) icmpSend(first, ICMP_TIME_EXCEEDED, ICMP_EXC_FRAGTIME, 0)
  for (const piece of queue.pieces) drop(piece, 'ipExpire', 'NOT_SPECIFIED')
}
