// Packets that died, as a screen shows them: made from the trace's `drop`, with the rule that decided it.
import type { Nanoseconds } from '../sim/clock.ts'
import type { DropReason, TraceEvent } from '../sim/trace.ts'
import { isMulticast6 } from '../wire/inet6.ts'
import type { Packet } from '../wire/ethernet.ts'
import { deviceId } from './hops.ts'
import { dropWords } from './dropwords.ts'
import type { DeviceId, NetnsId } from './view.ts'

export type { DropReason } from '../sim/trace.ts'

export interface Drop {
  /** Rising from 1 over the life of a lab. */
  readonly id: number
  /** Hops of the lab by then. */
  readonly after: number
  readonly time: Nanoseconds
  readonly device: DeviceId | null
  readonly netns: NetnsId
  readonly skb: number
  readonly reason: DropReason
  /** `filter FORWARD 2`, `filter INPUT policy`: what a rule set decided; null of other deaths. */
  readonly rule: string | null
  /** What the reason means, in English. */
  readonly words: string
}

/** Of the others, a link has some all the time: frames for somebody else, floods that lead nowhere. */
const TELLING: ReadonlySet<DropReason> = new Set([
  'NETFILTER_DROP',
  'IP_RPFILTER',
  'IP_INNOROUTES',
  'IP_OUTNOROUTES',
  'IP_LOCAL_SOURCE',
  'IP_INVALID_SOURCE',
  'IP_INVALID_DEST',
  'IP_LOCALNET',
  'IP_INADDRERRORS',
  'IP_INHDR',
  'NEIGH_FAILED',
  'NEIGH_QUEUEFULL',
  'DEV_READY',
  'DEV_CARRIER',
  'PKT_TOO_BIG',
  'NO_SOCKET',
  'SOCKET_RCVBUFF',
  'FULL_RING',
] satisfies readonly DropReason[])

export type DropEvent = Extract<TraceEvent, { kind: 'drop' }>

/**
 * null for a death that tells a person nothing. `packet`: as it was born, if that was heard; `events`: all there are of
 * it so far.
 */
export function dropOf(
  event: DropEvent,
  packet: Packet | null,
  events: readonly TraceEvent[],
  id: number,
  after: number,
): Drop | null {
  if (!TELLING.has(event.reason)) return null
  if (packet?.kind === 'ipv6' && isMulticast6(packet.dst)) return null
  return {
    id,
    after,
    time: event.time,
    device: event.device === null ? null : deviceId(event.machine, event.device),
    netns: `${event.machine}/${event.netns}`,
    skb: event.skb,
    reason: event.reason,
    rule: event.reason === 'NETFILTER_DROP' ? ruleOf(events, event.skb) : null,
    words: dropWords(event.reason),
  }
}

function ruleOf(events: readonly TraceEvent[], skb: number): string | null {
  const last = events.findLast(
    (event) =>
      event.skb === skb && (event.kind === 'policy' || (event.kind === 'rule' && event.miss === null)),
  )
  if (last?.kind === 'policy') return `${last.table} ${last.chain} policy`
  return last?.kind === 'rule' ? `${last.table} ${last.chain} ${last.number}` : null
}
