// Neighbours: link-layer addresses of next hops, with the states and timers of RFC 4861 §7.3 as Linux runs them for
// ARP too. Read neighUpdate and timerHandler first. Ref: net/core/neighbour.c
import { MILLISECOND, SECOND, type Timer } from '../../sim/clock.ts'
import { EINVAL, EPERM } from '../../uapi/errno.ts'
import {
  AF_INET,
  AF_INET6,
  NUD_DELAY,
  NUD_FAILED,
  NUD_INCOMPLETE,
  NUD_NOARP,
  NUD_NONE,
  NUD_PERMANENT,
  NUD_PROBE,
  NUD_REACHABLE,
  NUD_STALE,
  type NeighMessage,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Mac } from '../../wire/mac.ts'
import { LazyMap } from './lazy.ts'
import { refuse, type NetDevice, type Refusal } from './net.ts'
import { inherit } from './provenance.ts'
import { rtnlNotify } from './rtnl_notify.ts'
import type { SkBuff } from './skb.ts'
import { timerDelay } from './timer.ts'
import { drop } from './trace.ts'

export const NUD_CONNECTED = NUD_PERMANENT | NUD_NOARP | NUD_REACHABLE
export const NUD_VALID = NUD_CONNECTED | NUD_PROBE | NUD_STALE | NUD_DELAY
const NUD_IN_TIMER = NUD_INCOMPLETE | NUD_REACHABLE | NUD_DELAY | NUD_PROBE

/** Parameters of a device (net.ipv4.neigh.DEV.*), in nanoseconds where they are times. */
export interface NeighParms {
  readonly baseReachable: number
  readonly delayProbe: number
  readonly retrans: number
  readonly gcStale: number
  readonly locktime: number
  readonly ucastProbes: number
  readonly mcastProbes: number
  readonly appProbes: number
  /** Packets that wait for one neighbour. */
  readonly unresQlen: number
  /** An answer for somebody else waits this long at most. */
  readonly proxyDelay: number
}

export const DEFAULT_PARMS: NeighParms = {
  baseReachable: 30 * SECOND,
  delayProbe: 5 * SECOND,
  retrans: 1 * SECOND,
  gcStale: 60 * SECOND,
  locktime: 1 * SECOND,
  ucastProbes: 3,
  mcastProbes: 3,
  appProbes: 0,
  unresQlen: 101,
  proxyDelay: 0.8 * SECOND,
}

/** Name of a state, without NUD_. */
export function nudName(state: number): string {
  const names: Readonly<Record<number, string>> = {
    1: 'INCOMPLETE',
    2: 'REACHABLE',
    4: 'STALE',
    8: 'DELAY',
    16: 'PROBE',
    32: 'FAILED',
    64: 'NOARP',
    128: 'PERMANENT',
  }
  return names[state] ?? 'NONE'
}

export const NEIGH_UPDATE_OVERRIDE = 1
export const NEIGH_UPDATE_WEAK_OVERRIDE = 2
export const NEIGH_UPDATE_ADMIN = 0x80000000

/** What a protocol does for its neighbours (Ref: struct neigh_table). */
export interface NeighOps<K> {
  /** Sets the state of an address that needs no asking. */
  construct(neigh: Neighbour<K>): void
  solicit(neigh: Neighbour<K>, skb: SkBuff | null): void
  /** The neighbour did not answer. */
  errorReport(skb: SkBuff): void
  /** Sends `skb` in a frame to the neighbour's address. */
  emit(neigh: Neighbour<K>, skb: SkBuff): void
  parms(dev: NetDevice): NeighParms
}

export class Neighbour<K> {
  readonly key: K
  readonly dev: NetDevice
  state = NUD_NONE
  lladdr: Mac = 0
  /** NTF_*. */
  flags = 0
  probes = 0
  confirmed: number
  used: number
  updated: number
  dead = false
  timer: Timer | null = null
  readonly queue: SkBuff[] = []
  constructor(key: K, dev: NetDevice) {
    const { now } = dev.net.stack.clock
    this.key = key
    this.dev = dev
    this.confirmed = now
    this.used = now
    this.updated = now
  }
}

/** The neighbours of one protocol in one namespace. */
export class NeighTable<K> {
  readonly ops: NeighOps<K>
  readonly #devices = new LazyMap<NetDevice, Map<K, Neighbour<K>>>()
  /** Addresses answered for by proxy, by device (null: any). */
  readonly proxies = new LazyMap<K, Set<NetDevice | null>>()

  constructor(ops: NeighOps<K>) {
    this.ops = ops
  }

  lookup(key: K, dev: NetDevice): Neighbour<K> | undefined {
    if (this.#devices.size === 0) return undefined
    return this.#devices.get(dev)?.get(key)
  }

  /** All on one device. */
  on(dev: NetDevice): Iterable<Neighbour<K>> {
    return this.#devices.get(dev)?.values() ?? []
  }

  /** Ref: __neigh_lookup(tbl, key, dev, 1) */
  create(key: K, dev: NetDevice): Neighbour<K> {
    let entries = this.#devices.get(dev)
    if (!entries) this.#devices.set(dev, (entries = new Map()))
    let neigh = entries.get(key)
    if (neigh) return neigh
    neigh = new Neighbour(key, dev)
    this.ops.construct(neigh)
    entries.set(key, neigh)
    dev.net.version++
    return neigh
  }

  *[Symbol.iterator](): Generator<Neighbour<K>> {
    for (const entries of this.#devices.values()) yield* entries.values()
  }

  remove(neigh: Neighbour<K>): void {
    this.#devices.get(neigh.dev)?.delete(neigh.key)
    this.#kill(neigh)
  }

  /** Ref: neigh_flush_dev(): the device went down, or lost its carrier (then hand-made entries stay). */
  flushDev(dev: NetDevice, keepPermanent: boolean): void {
    const entries = this.#devices.get(dev)
    if (!entries) return
    for (const neigh of [...entries.values()]) {
      if (keepPermanent && neigh.state & NUD_PERMANENT) continue
      this.remove(neigh)
    }
    if (entries.size === 0) this.#devices.delete(dev)
  }

  #kill(neigh: Neighbour<K>): void {
    neighNotify('RTM_DELNEIGH', neigh)
    neigh.dead = true
    neigh.timer?.cancel()
    neigh.timer = null
    neigh.dev.net.version++
    for (const skb of neigh.queue.splice(0)) drop(skb, 'neighFlushDev', 'NEIGH_DEAD')
    neigh.state = neigh.state & NUD_VALID ? NUD_NOARP : NUD_NONE
  }
}

/** Uniform between half and one and a half of the base. Ref: neigh_rand_reach_time() */
function reachableTime<K>(table: NeighTable<K>, neigh: Neighbour<K>): number {
  const base = table.ops.parms(neigh.dev).baseReachable
  return base / 2 + neigh.dev.net.stack.random.below(base)
}

function setTimer<K>(table: NeighTable<K>, neigh: Neighbour<K>, delay: number): void {
  neigh.timer?.cancel()
  const { clock } = neigh.dev.net.stack
  const after = timerDelay(clock.now, Math.max(delay, 10 * MILLISECOND))
  neigh.timer = clock.after(after, timerHandler<K>, table, neigh)
}

function setState<K>(neigh: Neighbour<K>, state: number): void {
  neigh.state = state
  neigh.updated = neigh.dev.net.stack.clock.now
  neigh.dev.net.version++
}

/** Sends, or keeps until the address is known. Ref: neigh_output(), neigh_resolve_output() */
export function neighOutput<K>(table: NeighTable<K>, neigh: Neighbour<K>, skb: SkBuff): void {
  neigh.used = skb.dev.net.stack.clock.now
  if (neigh.state & (NUD_CONNECTED | NUD_DELAY | NUD_PROBE)) return table.ops.emit(neigh, skb)
  if (neighEventSend(table, neigh, skb)) table.ops.emit(neigh, skb)
}

/** Starts asking when that is needed; true when the packet can go now. Ref: __neigh_event_send() */
function neighEventSend<K>(table: NeighTable<K>, neigh: Neighbour<K>, skb: SkBuff | null): boolean {
  const parms = table.ops.parms(neigh.dev)
  let probeNow = false
  if (neigh.dead) {
    if (skb) drop(skb, 'neighEventSend', 'NEIGH_DEAD')
    return false
  }
  if (neigh.state & NUD_STALE) {
    setState(neigh, NUD_DELAY)
    setTimer(table, neigh, parms.delayProbe)
    return true
  }
  if (!(neigh.state & NUD_INCOMPLETE)) {
    if (parms.mcastProbes + parms.appProbes === 0) {
      setState(neigh, NUD_FAILED)
      if (skb) drop(skb, 'neighEventSend', 'NEIGH_FAILED')
      return false
    }
    neigh.probes = parms.ucastProbes
    setState(neigh, NUD_INCOMPLETE)
    setTimer(table, neigh, parms.retrans)
    probeNow = true
  }
  if (neigh.queue.length >= parms.unresQlen) {
    const oldest = neigh.queue.shift()
    if (oldest) drop(oldest, 'neighEventSend', 'NEIGH_QUEUEFULL')
  }
  if (skb) neigh.queue.push(skb)
  if (probeNow) neighProbe(table, neigh)
  return false
}

/** Asks for the address before there is a packet to send. Ref: neigh_event_send(neigh, NULL) */
export function neighResolve<K>(table: NeighTable<K>, neigh: Neighbour<K>): void {
  neighEventSend(table, neigh, null)
}

function neighProbe<K>(table: NeighTable<K>, neigh: Neighbour<K>): void {
  table.ops.solicit(neigh, neigh.queue[0] ?? null)
  neigh.probes++
}

/** Ref: neigh_timer_handler() */
function timerHandler<K>(table: NeighTable<K>, neigh: Neighbour<K>): void {
  const { now } = neigh.dev.net.stack.clock
  const parms = table.ops.parms(neigh.dev)
  neigh.timer = null
  if (neigh.state & NUD_REACHABLE) return reachableExpired(table, neigh, now)
  if (neigh.state & NUD_DELAY) {
    if (now <= neigh.confirmed + parms.delayProbe) {
      setState(neigh, NUD_REACHABLE)
      neighNotify('RTM_NEWNEIGH', neigh)
      return setTimer(table, neigh, neigh.confirmed + reachableTime(table, neigh) - now)
    }
    setState(neigh, NUD_PROBE)
    neigh.probes = 0
    neighNotify('RTM_NEWNEIGH', neigh)
  }
  if (!(neigh.state & (NUD_INCOMPLETE | NUD_PROBE))) return
  const most = parms.ucastProbes + parms.appProbes + (neigh.state & NUD_PROBE ? 0 : parms.mcastProbes)
  if (neigh.probes >= most) {
    setState(neigh, NUD_FAILED)
    neighInvalidate(table, neigh)
    return neighNotify('RTM_NEWNEIGH', neigh)
  }
  setTimer(table, neigh, parms.retrans)
  neighProbe(table, neigh)
}

function reachableExpired<K>(table: NeighTable<K>, neigh: Neighbour<K>, now: number): void {
  const parms = table.ops.parms(neigh.dev)
  const until = neigh.confirmed + parms.baseReachable / 2
  if (now < until) return setTimer(table, neigh, neigh.confirmed + reachableTime(table, neigh) - now)
  if (now <= neigh.used + parms.delayProbe) {
    setState(neigh, NUD_DELAY)
    return setTimer(table, neigh, parms.delayProbe)
  }
  setState(neigh, NUD_STALE)
  neighNotify('RTM_NEWNEIGH', neigh)
}

/** Nobody answered: what waited is lost, and its senders are told. Ref: neigh_invalidate() */
function neighInvalidate<K>(table: NeighTable<K>, neigh: Neighbour<K>): void {
  for (const skb of neigh.queue.splice(0)) {
    table.ops.errorReport(skb)
    drop(skb, 'neighInvalidate', 'NEIGH_FAILED')
  }
}

/** Learns or is told. `lladdr` null leaves the address as it is. Ref: neigh_update() */
export function neighUpdate<K>(
  table: NeighTable<K>,
  neigh: Neighbour<K>,
  lladdr: Mac | null,
  wanted: number,
  flags: number,
): Refusal | null {
  const { clock } = neigh.dev.net.stack
  const old = neigh.state
  const admin = (flags & NEIGH_UPDATE_ADMIN) !== 0
  let state = wanted
  if (neigh.dead) return refuse(EINVAL, 'Neighbor entry is now dead')
  if (!admin && old & (NUD_NOARP | NUD_PERMANENT)) return refuse(EPERM)
  if (!(state & NUD_VALID)) {
    neigh.timer?.cancel()
    setState(neigh, state)
    if (old & (NUD_INCOMPLETE | NUD_PROBE) && state & NUD_FAILED) neighInvalidate(table, neigh)
    if (old & NUD_VALID) neighNotify('RTM_NEWNEIGH', neigh)
    return null
  }
  let address = lladdr
  if (address === null) {
    if (!(old & NUD_VALID)) return refuse(EINVAL, 'No link layer address given')
    address = neigh.lladdr
  }
  if (state & NUD_CONNECTED) neigh.confirmed = clock.now
  if (old & NUD_VALID) {
    if (address !== neigh.lladdr && !(flags & NEIGH_UPDATE_OVERRIDE)) {
      if (!(flags & NEIGH_UPDATE_WEAK_OVERRIDE) || !(old & NUD_CONNECTED)) return null
      address = neigh.lladdr
      state = NUD_STALE
    } else if (address === neigh.lladdr && state === NUD_STALE && !admin) state = old
  }
  if (state !== old || address !== neigh.lladdr) neigh.updated = clock.now
  const changed = address !== neigh.lladdr
  neigh.lladdr = address
  if (changed && !(state & NUD_CONNECTED)) {
    neigh.confirmed = clock.now - 2 * table.ops.parms(neigh.dev).baseReachable
  }
  if (changed) neigh.dev.net.version++
  if (state === old) {
    if (changed) neighNotify('RTM_NEWNEIGH', neigh)
    return null
  }
  neigh.timer?.cancel()
  neigh.timer = null
  if (state & NUD_PROBE) neigh.probes = 0
  if (state & NUD_IN_TIMER) setTimer(table, neigh, state & NUD_REACHABLE ? reachableTime(table, neigh) : 0)
  setState(neigh, state)
  if (!(old & NUD_VALID)) for (const skb of neigh.queue.splice(0)) table.ops.emit(neigh, skb)
  neighNotify('RTM_NEWNEIGH', neigh)
  return null
}

/** A protocol above had an answer from it. Ref: dst_confirm_neigh() */
export function neighConfirm<K>(neigh: Neighbour<K> | undefined): void {
  if (neigh) neigh.confirmed = neigh.dev.net.stack.clock.now
}

/** Somebody showed itself by asking. Ref: neigh_event_ns() */
export function neighEventNs<K>(table: NeighTable<K>, lladdr: Mac, key: K, dev: NetDevice): Neighbour<K> {
  const neigh = table.create(key, dev)
  neighUpdate(table, neigh, lladdr, NUD_STALE, NEIGH_UPDATE_OVERRIDE)
  return neigh
}

/** A neighbour as programs are told of it, times in seconds. Ref: neigh_fill_info() */
export function neighFillInfo(neigh: Neighbour<Inet | Inet6>): NeighMessage {
  const { now } = neigh.dev.net.stack.clock
  const since = (time: number): number => Math.floor((now - time) / SECOND)
  const message: NeighMessage = {
    type: 'RTM_NEWNEIGH',
    family: typeof neigh.key === 'bigint' ? AF_INET6 : AF_INET,
    index: neigh.dev.index,
    state: neigh.state,
    flags: neigh.flags,
    dst: neigh.key,
    confirmed: since(neigh.confirmed),
    used: since(neigh.used),
    updated: since(neigh.updated),
    refcnt: neigh.timer?.pending ? 1 : 0,
    probes: neigh.probes,
  }
  if (neigh.state & NUD_VALID) message.lladdr = neigh.lladdr
  return inherit(message, neigh)
}

/** Ref: __neigh_notify() */
function neighNotify<K>(type: NeighMessage['type'], neigh: Neighbour<K>): void {
  const { key, dev } = neigh
  if (dev.net.stack.rtnlSockets.size === 0 || (typeof key !== 'number' && typeof key !== 'bigint')) return
  const told = neigh as unknown as Neighbour<Inet | Inet6>
  rtnlNotify(dev.net, 'neigh', () => ({ ...neighFillInfo(told), type }))
}
