// The fate of a probe: how far its packet came, there or on the way back, and what it died of. Read trail.ts first.
import type { TraceEvent } from '../../sim/trace.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Outcome } from './experiment.ts'
import type { ProbeKind } from './probe.ts'
import {
  Births,
  deathOf,
  flowAt,
  isEchoRequest,
  isRefusal,
  receiverOf,
  strayOf,
  type Born,
  type ConsumeEvent,
  type DropEvent,
  type Trail,
} from './trail.ts'

/** An ARP request for a next hop: where it went, and what came of the answer. */
export interface ArpFate {
  readonly request: Trail
  readonly reply: Trail | null
}

interface Lost {
  /** On the way back. */
  readonly reply: boolean
  readonly trail: Trail
  /** The packet when it died. */
  readonly packet: Ipv4
}

export type Fate =
  /** `answered`: with what was asked for. */
  | { readonly kind: 'through'; readonly answered: boolean; readonly skb: number | null }
  /** No packet ever came to be. */
  | { readonly kind: 'unsent' }
  | (Lost & { readonly kind: 'dropped'; readonly event: DropEvent })
  /** Nobody answered ARP for `address`. */
  | (Lost & {
      readonly kind: 'unresolved'
      readonly event: TraceEvent
      readonly address: Inet
      readonly arp: ArpFate | null
    })
  /** Its frame came to nobody it was for. */
  | (Lost & { readonly kind: 'strayed'; readonly event: TraceEvent })
  /** It was delivered, and not answered. */
  | (Lost & { readonly kind: 'silent'; readonly event: ConsumeEvent })

/** `dst`: where it was sent; null when no address is known. */
export function fateOf({ events, probe, status, output }: Outcome, dst: Inet | null): Fate {
  const births = new Births(events)
  const { machine, netns } = probe
  const requests: Born[] = []
  for (const born of births.all) {
    if (born.machine !== machine || born.netns !== netns || born.parent !== null) continue
    const { packet } = born
    if (packet.kind === 'ipv4' && packet.dst === dst && isRequest(packet, probe.kind, probe.port))
      requests.push(born)
  }
  if (succeeded(probe.kind, status, output)) {
    return { kind: 'through', answered: true, skb: requests[0]?.skb ?? null }
  }
  const fates = requests.map((born) => lifeOf(births, born, probe.kind))
  const told = fates.filter((fate) => fate !== null)
  // What was sent after a connection stood may die too: a segment too big for the way.
  return told.findLast((fate) => fate.kind !== 'through') ?? told.at(-1) ?? { kind: 'unsent' }
}

function succeeded(kind: ProbeKind, status: number, output: string): boolean {
  switch (kind) {
    case 'ping':
    case 'tcp':
      return status === 0
    case 'name':
      return /status: NOERROR/.test(output) && !/ANSWER: 0,/.test(output)
    case 'udp':
      return /^ ?30 {2}\d/m.test(output)
  }
}

function isRequest(packet: Ipv4, kind: ProbeKind, port: number): boolean {
  const { payload } = packet
  switch (kind) {
    case 'ping':
      return isEchoRequest(packet)
    case 'tcp':
      return payload.kind === 'tcp' && payload.dport === port
    case 'udp':
    case 'name':
      return (payload.kind === 'udp' && payload.dport === port) || payload.kind === 'octets'
  }
}

/** null while nothing has become of it yet. */
function lifeOf(births: Births, born: Born, kind: ProbeKind): Fate | null {
  const request = births.trail(born)
  const answers = births.answers(request)
  const answer = answers.find(({ packet }) => packet.kind === 'ipv4' && !isRefusal(packet))
  if (answer) {
    const fate = endOf(births, births.trail(answer), true)
    if (fate?.kind !== 'silent') return fate ?? { kind: 'through', answered: false, skb: born.skb }
    const { event } = fate
    // Somebody else has the sender's address too.
    if (event.machine !== born.machine || event.netns !== born.netns) return { ...fate, kind: 'strayed' }
    return { kind: 'through', answered: false, skb: born.skb }
  }
  const fate = endOf(births, request, false)
  // Of a datagram that came to a socket no more can be said.
  return fate?.kind === 'silent' && kind === 'udp'
    ? { kind: 'through', answered: false, skb: born.skb }
    : fate
}

function endOf(births: Births, trail: Trail, reply: boolean): Fate | null {
  const packet = flowAt(trail)
  if (!packet) return null
  const lost = { reply, trail, packet }
  const receiver = receiverOf(trail)
  if (receiver) return { ...lost, kind: 'silent', event: receiver }
  const death = deathOf(trail)
  const address = waitingFor(trail, death)
  if (death && address !== null) {
    return { ...lost, kind: 'unresolved', event: death, address, arp: arpOf(births, death, address) }
  }
  if (death) return { ...lost, kind: 'dropped', event: death }
  const event = strayOf(trail) ?? trail.events.at(-1)
  return event ? { ...lost, kind: 'strayed', event } : null
}

/** The next hop it waited for. Only the first packet that waits asks for it: the route says who it is. */
function waitingFor(trail: Trail, death: DropEvent | null): Inet | null {
  if (death?.reason !== 'NEIGH_FAILED' && death?.reason !== 'NEIGH_QUEUEFULL') return null
  const route = trail.events.findLast((event) => event.kind === 'route')
  if (route?.kind !== 'route') return null
  const address = route.gateway ?? route.dst
  return typeof address === 'number' ? address : null
}

function arpOf(births: Births, { machine, netns }: TraceEvent, address: Inet): ArpFate | null {
  let request: Trail | null = null
  for (const born of births.all) {
    if (born.machine !== machine || born.netns !== netns || born.packet.kind !== 'arp') continue
    if (born.packet.tpa === address && born.packet.spa !== address && born.packet.op === 1)
      request = births.trail(born)
  }
  if (!request) return null
  const members = new Set(request.events.map((event) => event.skb))
  for (const born of births.all) {
    if (born.packet.kind !== 'arp' || born.packet.op !== 2) continue
    if (born.parent !== null && members.has(born.parent)) return { request, reply: births.trail(born) }
  }
  return { request, reply: null }
}
