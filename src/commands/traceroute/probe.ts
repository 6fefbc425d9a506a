// Probes, how long each is waited for, and where an answer that came out of turn belongs.
// Ref: traceroute traceroute.c:get_timeout(), check_expired(), parse_icmp_res()
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { Errno } from '../../uapi/errno.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_EXC_TTL,
  ICMP_FRAG_NEEDED,
  ICMP_PORT_UNREACH,
  ICMP_TIME_EXCEEDED,
  type IcmpError,
} from '../../wire/icmp.ts'
import {
  ICMPV6_DEST_UNREACH,
  ICMPV6_PKT_TOOBIG,
  ICMPV6_TIME_EXCEED,
  type Icmp6Error,
} from '../../wire/icmp6.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { hopsOfTtl } from '../lib/iputils/receivedTtl.ts'
import type { TraceSettings } from './settings.ts'

export interface Probe {
  done: boolean
  /** It, or the host it was for, answered for good: no further hops are looked for. */
  final: boolean
  /** null: not sent yet. */
  sent: Nanoseconds | null
  received: Nanoseconds | null
  /** Who answered. */
  from: Inet | Inet6 | null
  receivedTtl: number | null
  /** `!H` and the like. */
  mark: string
}

export function newProbe(): Probe {
  return { done: false, final: false, sent: null, received: null, from: null, receivedTtl: null, mark: '' }
}

/** Added to an answer's time before it is multiplied. */
const WAIT_PRECISION = 0.001
/** Of a probe whose answer was given to another: it is over, and not sent again. */
const LONG_AGO = -1e18

/** Seconds the answer took; 0 when there is none. */
function answerTime({ done, sent, received }: Probe): number {
  return done && sent !== null && received !== null ? (received - sent) / SECOND : 0
}

/** Until when a probe that was sent is waited for. */
export function expiryOf(probes: readonly Probe[], index: number, set: TraceSettings): Nanoseconds {
  const sent = probes[index]?.sent ?? 0
  return sent + Math.round(timeoutOf(probes, index, set) * SECOND)
}

function timeoutOf(probes: readonly Probe[], index: number, set: TraceSettings): number {
  const { queries, hereFactor, nearFactor, waitSecs } = set
  const first = index - (index % queries)
  if (hereFactor > 0) {
    const here = probes.slice(first, first + queries).find((probe) => answerTime(probe) > 0)
    if (here) return Math.min(waitSecs, (answerTime(here) + WAIT_PRECISION) * hereFactor)
  }
  if (nearFactor > 0) {
    for (const probe of probes.slice(index + 1)) {
      if (probe.sent === null) break
      const time = answerTime(probe)
      if (time > 0) return Math.min(waitSecs, (time + WAIT_PRECISION) * nearFactor)
    }
  }
  return waitSecs
}

/**
 * A host that answers only some of the probes sent at once with an error answers the latest: its answer to a later
 * probe is moved to the first one that it could be for.
 */
export function checkExpired(probes: readonly Probe[], index: number, queries: number): void {
  const probe = probes[index]
  if (!probe?.done) return
  const first = index - (index % queries)
  const before = probes.slice(first, index)
  if (before.some((p) => !p.done || !p.final)) return
  const after = probes.slice(index + 1)
  const unsent = after.findIndex((p) => p.sent === null)
  const sent = unsent < 0 ? after : after.slice(0, unsent)
  const next = sent.findIndex((p) => p.done)
  const final = sent[next]
  if (!final?.final || final.mark === '') return
  const sameHop = before.length > 0 || (index % queries) + next + 1 < queries
  if (!sameHop && !belongsHere(probes, index, final, queries)) return
  Object.assign(probe, final)
  Object.assign(final, newProbe(), { sent: LONG_AGO })
}

function belongsHere(probes: readonly Probe[], index: number, final: Probe, queries: number): boolean {
  const earlier = probes.slice(0, index).reverse()
  if (earlier.some((p) => p.from !== null && p.from === final.from)) return true
  if (final.receivedTtl === null) return false
  let back = hopsOfTtl(final.receivedTtl)
  for (const p of earlier) {
    if (!p.done || p.final || p.receivedTtl === null) continue
    const hops = hopsOfTtl(p.receivedTtl)
    if (hops >= back) continue
    back += Math.floor(probes.indexOf(p) / queries) + 1 - hops
    break
  }
  return back <= Math.floor(index / queries) + 1
}

const UNREACH_MARKS: Readonly<Record<number, string>> = {
  0: '!N',
  1: '!H',
  2: '!P',
  5: '!S',
  6: '!N',
  7: '!H',
  8: '!N',
  9: '!X',
  10: '!X',
  11: '!N',
  12: '!H',
  13: '!X',
  14: '!V',
  15: '!C',
}

/** The mark of an ICMP error; empty when the host was reached; null for a hop on the way. */
export function markOf(icmp: IcmpError): string | null {
  const { type, code } = icmp
  if (type === ICMP_TIME_EXCEEDED && code === ICMP_EXC_TTL) return null
  if (type !== ICMP_DEST_UNREACH) return `!<${type}-${code}>`
  if (code === ICMP_PORT_UNREACH) return ''
  if (code === ICMP_FRAG_NEEDED) return `!F-${icmp.info}`
  return UNREACH_MARKS[code] ?? `!<${code}>`
}

const UNREACH_MARKS6: Readonly<Record<number, string>> = { 0: '!N', 1: '!X', 2: '!H', 3: '!H', 4: '' }

/** The same of an ICMPv6 error. */
export function markOf6({ type, code, info }: Icmp6Error): string | null {
  if (type === ICMPV6_TIME_EXCEED && code === 0) return null
  if (type === ICMPV6_PKT_TOOBIG) return `!F-${info}`
  if (type !== ICMPV6_DEST_UNREACH) return `!<${type}-${code}>`
  return UNREACH_MARKS6[code] ?? `!<${code}>`
}

/** An error as an answer. */
export interface AnswerError {
  readonly errno: Errno
  /** An ICMP message said so. */
  readonly told: boolean
  /** As markOf() has it. */
  readonly mark: string | null
  /** MTU of the link that it was too big for; else 0. */
  readonly mtu: number
}

/** An answer to a probe: an error, or what was sent to it. */
export interface Answer {
  readonly probe: Probe
  readonly error: AnswerError | null
  readonly from: Inet | Inet6 | null
  readonly ttl: number | null
}
