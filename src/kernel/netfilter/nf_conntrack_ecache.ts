// Telling whoever listens what becomes of flows. Ref: net/netfilter/nf_conntrack_ecache.c
import { SECOND } from '../../sim/clock.ts'
import { WaitQueue } from '../../sim/wait.ts'
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { CtEntry, CtEvent, CtEventSocket, CtTuple } from '../../uapi/conntrack.ts'
import { IPPROTO_ICMP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import type { NfConn } from './nf_conn.ts'
import type { Tuple } from './nf_conntrack_tuple.ts'
import { ctOf, type CtListener } from './netns_ct.ts'

/** What changed since it was last told of. Ref: nf_ct_deliver_cached_events() */
export function ctDeliver(net: Net, ct: NfConn): void {
  ctEvent(net, ct, 'UPDATE')
}

/** 2, the default: only flows are told of that are made while somebody listens. Ref: nf_ct_ecache_ext_add() */
export function ctWatched(net: Net): boolean {
  const { listeners, sysctls } = ctOf(net)
  return sysctls.nf_conntrack_events === 1 || (sysctls.nf_conntrack_events > 1 && listeners.size > 0)
}

/** Nothing is built while nobody listens. Ref: nf_conntrack_event() */
export function ctEvent(net: Net, ct: NfConn, kind: CtEvent['kind'], portid: number | null = null): void {
  const { listeners } = ctOf(net)
  ct.changed = false
  if (!ct.ecache || listeners.size === 0) return
  const event: CtEvent = { kind, entry: ctEntry(net, ct), portid }
  for (const listener of listeners) {
    listener.tell(event)
  }
}

/** A flow as programs are told of it. Ref: ctnetlink_fill_info() */
export function ctEntry(net: Net, ct: NfConn): CtEntry {
  const { acct } = ct
  const side = (dir: 0 | 1): { packets: number; bytes: number } => ({
    packets: acct?.packets[dir] ?? 0,
    bytes: acct?.bytes[dir] ?? 0,
  })
  return {
    id: ct.id,
    orig: ctTuple(ct.orig),
    reply: ctTuple(ct.reply),
    status: ct.status,
    timeout: Math.max(0, Math.floor((ct.timeout - net.stack.clock.now) / SECOND)),
    tcpState: ct.tcp?.state ?? null,
    mark: ct.mark,
    zone: ct.zone,
    use: 1,
    acct: acct ? { orig: side(0), reply: side(1) } : null,
  }
}

export function ctTuple(tuple: Tuple): CtTuple {
  const { family, protocol, src, dst, sport, dport } = tuple
  if (protocol !== IPPROTO_ICMP && protocol !== IPPROTO_ICMPV6) {
    return { family, src, dst, protocol, sport, dport, icmp: null }
  }
  const icmp = { type: dport >> 8, code: dport & 255, id: sport }
  return { family, src, dst, protocol, sport: 0, dport: 0, icmp }
}

export function tupleOfCt({ family, protocol, src, dst, sport, dport, icmp }: CtTuple): Tuple {
  return icmp
    ? { family, protocol, src, dst, sport: icmp.id, dport: icmp.type * 256 + icmp.code }
    : { family, protocol, src, dst, sport, dport }
}

/** Ref: net/netlink/af_netlink.c:netlink_bind(), of NFNLGRP_CONNTRACK_NEW, _UPDATE and _DESTROY */
export class CtEvents extends WaitQueue implements CtEventSocket, CtListener {
  readonly #net: Net
  readonly #events: CtEvent[] = []

  constructor(net: Net) {
    super()
    this.#net = net
    ctOf(net).listeners.add(this)
  }

  tell(event: CtEvent): void {
    this.#events.push(event)
    this.wake()
  }

  recv(): CtEvent | Errno {
    return this.#events.shift() ?? EAGAIN
  }

  close(): void {
    ctOf(this.#net).listeners.delete(this)
  }
}
