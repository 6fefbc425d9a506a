// What became of an IPv6 probe: its requests with all that came of them, and the answers. Read trail.ts first.
import type { TraceEvent } from '../../sim/trace.ts'
import { ICMPV6_ECHO_REQUEST, isIcmp6Echo, isIcmp6Error } from '../../wire/icmp6.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Outcome } from './experiment.ts'
import type { ProbeKind } from './probe.ts'
import { Births, deathOf, type Born, type DropEvent } from './trail.ts'

export interface Fate6 {
  /** null: no packet ever came to be. */
  readonly request: Ipv6 | null
  readonly skb: number | null
  readonly events: readonly TraceEvent[]
  /** What the packet died of, there or on the way back; null when it did not. */
  readonly death: DropEvent | null
  /** The packet that died. */
  readonly dead: Ipv6 | null
}

export function fate6Of({ events, probe }: Outcome, dst: Inet6): Fate6 {
  const births = new Births(events)
  for (const born of births.all) {
    const { packet } = born
    if (born.machine !== probe.machine || born.netns !== probe.netns || born.parent !== null) continue
    if (packet.kind === 'ipv6' && packet.dst === dst && isRequest(packet, probe.kind, probe.port))
      return lifeOf(births, born, packet)
  }
  return { request: null, skb: null, events: [], death: null, dead: null }
}

function lifeOf(births: Births, born: Born, request: Ipv6): Fate6 {
  const trail = births.trail(born)
  const { events } = trail
  const members = new Set(events.map((event) => event.skb))
  const all = [...events]
  for (const other of births.all) {
    const { packet, skb, time } = other
    if (members.has(skb) || packet.kind !== 'ipv6' || time < born.time) continue
    if (packet.src !== request.dst || packet.dst !== request.src || isDiscovery(packet)) continue
    all.push(...births.trail(other).events)
  }
  // The reset that answers a segment nobody wanted dies too.
  const death = searchDropped(births, deathOf(trail) ?? deathOf({ born, events: all }))
  const packet = death && births.of(death.skb)?.packet
  return { request, skb: born.skb, events: all, death, dead: packet?.kind === 'ipv6' ? packet : null }
}

/** A neighbour that was not found may have been kept from answering by a rule. */
function searchDropped(births: Births, death: DropEvent | null): DropEvent | null {
  if (death?.reason !== 'NEIGH_FAILED') return death
  const dropped = births.events.findLast((event): event is DropEvent => {
    if (event.kind !== 'drop' || event.reason !== 'NETFILTER_DROP') return false
    const packet = births.of(event.skb)?.packet
    return packet?.kind === 'ipv6' && isDiscovery(packet)
  })
  return dropped ?? death
}

/** A neighbour solicitation or advertisement (RFC 4861). */
export function isDiscovery({ payload }: Ipv6): boolean {
  return payload.kind === 'icmp6' && !isIcmp6Echo(payload) && !isIcmp6Error(payload)
}

function isRequest({ payload }: Ipv6, kind: ProbeKind, port: number): boolean {
  if (kind === 'ping') return payload.kind === 'icmp6' && payload.type === ICMPV6_ECHO_REQUEST
  return (payload.kind === 'tcp' || payload.kind === 'udp') && payload.dport === port
}
