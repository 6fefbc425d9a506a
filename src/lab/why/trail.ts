// What became of one packet: the events of it and of all that was cloned, rewritten or encapsulated from it.
import type { DropReason, TraceEvent } from '../../sim/trace.ts'
import type { Inet } from '../../wire/inet.ts'
import { ICMP_ECHO, isIcmpEcho } from '../../wire/icmp.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { TCP_RST, type Tcp } from '../../wire/tcp.ts'

export type Born = Extract<TraceEvent, { kind: 'born' }>
export type DropEvent = Extract<TraceEvent, { kind: 'drop' }>
export type ConsumeEvent = Extract<TraceEvent, { kind: 'consume' }>

export interface Trail {
  readonly born: Born
  readonly events: readonly TraceEvent[]
}

/** Copies of a flood end like this where they were not meant to go. */
const ASTRAY: ReadonlySet<DropReason> = new Set([
  'OTHERHOST',
  'BRIDGE_NO_EGRESS_PORT',
  'ARP_NOT_FOR_US',
  'UNHANDLED_PROTO',
  'NEIGH_DEAD',
])

/** Where a packet comes to whom it was for. */
const RECEIVERS = /^(icmpEcho|icmpRcv|icmpUnreach|udpRcv|tcp\w+)$/

/** The packets of a trace, by their births. */
export class Births {
  readonly events: readonly TraceEvent[]
  readonly #born = new Map<number, Born>()

  constructor(events: readonly TraceEvent[]) {
    this.events = events
    for (const event of events) if (event.kind === 'born') this.#born.set(event.skb, event)
  }

  get all(): Iterable<Born> {
    return this.#born.values()
  }

  of(skb: number): Born | null {
    return this.#born.get(skb) ?? null
  }

  /** Without what only answers it, and without the ARP requests it waits for. */
  trail(born: Born): Trail {
    const members = new Set([born.skb])
    const events = this.events.filter((event) => {
      if (event.kind === 'born' && event.parent !== null && members.has(event.parent)) {
        const parent = this.#born.get(event.parent)
        if (isPart(event, parent)) members.add(event.skb)
      }
      return members.has(event.skb)
    })
    return { born, events }
  }

  /** What was made in answer to a packet: its own children that are no part of it, and what goes back after `time`. */
  answers(trail: Trail): Born[] {
    const members = new Set(trail.events.map((event) => event.skb))
    const flow = flowAt(trail)
    const found: Born[] = []
    for (const born of this.#born.values()) {
      if (members.has(born.skb) || born.packet.kind !== 'ipv4') continue
      if (born.parent !== null && members.has(born.parent)) found.push(born)
      else if (flow && born.time >= trail.born.time && goesBack(born.packet, flow)) found.push(born)
    }
    return found
  }
}

/** A clone, a fragment, or the packet in another one. */
function isPart(born: Born, parent: Born | undefined): boolean {
  const { packet } = born
  if (!parent || packet.kind !== parent.packet.kind) return packet.kind === 'ipv4' && isTunnel(packet)
  if (packet.kind !== 'ipv4' || parent.packet.kind !== 'ipv4')
    return packet.kind !== 'arp' || sameArp(born, parent)
  if (isTunnel(packet) || isTunnel(parent.packet)) return true
  const { payload } = packet
  if (payload.kind === 'icmp') {
    const before = parent.packet.payload
    if (!isIcmpEcho(payload)) return before.kind === 'icmp' && !isIcmpEcho(before)
    return before.kind !== 'icmp' || before.type === payload.type
  }
  return packet.src === parent.packet.src || packet.dst === parent.packet.dst
}

function sameArp(born: Born, parent: Born): boolean {
  return born.packet.kind === 'arp' && parent.packet.kind === 'arp' && born.packet.op === parent.packet.op
}

function isTunnel(packet: Ipv4): boolean {
  return packet.payload.kind === 'vxlan'
}

function goesBack({ src, dst, payload }: Ipv4, flow: Ipv4): boolean {
  if (dst !== flow.src || src !== flow.dst) return false
  const asked = flow.payload
  if (asked.kind === 'tcp' && payload.kind === 'tcp')
    return payload.sport === asked.dport && payload.dport === asked.sport
  if (asked.kind === 'udp' && payload.kind === 'udp')
    return payload.sport === asked.dport && payload.dport === asked.sport
  return false
}

/** The packet as it was when it was last seen. */
export function flowAt(trail: Trail): Ipv4 | null {
  const { packet } = trail.born
  if (packet.kind !== 'ipv4') return null
  let flow = packet
  for (const event of trail.events) {
    if (event.kind === 'nat') {
      const { src, dst, sport, dport } = event.after
      if (typeof src === 'number' && typeof dst === 'number') flow = rewritten(flow, src, dst, sport, dport)
    }
  }
  return flow
}

function rewritten(packet: Ipv4, src: Inet, dst: Inet, sport: number, dport: number): Ipv4 {
  const { payload } = packet
  if (payload.kind === 'tcp') return { ...packet, src, dst, payload: { ...payload, sport, dport } }
  if (payload.kind === 'udp') return { ...packet, src, dst, payload: { ...payload, sport, dport } }
  return { ...packet, src, dst }
}

/** Last event of a death that says why; copies that only went astray do not count. */
export function deathOf(trail: Trail): DropEvent | null {
  const drops = trail.events.filter((event) => event.kind === 'drop')
  return drops.findLast(({ reason }) => !ASTRAY.has(reason)) ?? null
}

export function strayOf(trail: Trail): DropEvent | null {
  return trail.events.findLast((event) => event.kind === 'drop') ?? null
}

export function receiverOf(trail: Trail): ConsumeEvent | null {
  return trail.events.findLast(
    (event) => event.kind === 'consume' && RECEIVERS.test(event.fn),
  ) as ConsumeEvent | null
}

/** It says no: a reset, or an ICMP error. */
export function isRefusal({ payload }: Ipv4): boolean {
  if (payload.kind === 'tcp') return isReset(payload)
  return payload.kind === 'icmp' && !isIcmpEcho(payload)
}

function isReset(tcp: Tcp): boolean {
  return (tcp.flags & TCP_RST) !== 0
}

export function isEchoRequest({ payload }: Ipv4): boolean {
  return payload.kind === 'icmp' && payload.type === ICMP_ECHO
}
