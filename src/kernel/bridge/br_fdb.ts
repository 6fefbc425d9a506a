// The forwarding database: a table of addresses for each VLAN, VLAN 0 being that of bridges without any. Entries age
// when they are looked at, so an idle bridge needs no timer. Ref: net/bridge/br_fdb.c
import { EEXIST, EINVAL, ENOENT } from '../../uapi/errno.ts'
import { SECOND } from '../../sim/clock.ts'
import { LOG_WARNING } from '../../uapi/syslog.ts'
import { formatMac, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { printk } from '../core/printk.ts'
import { refuse, type Refusal } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import type { Bridge, BridgePort, FdbEntry } from './br.ts'
import { fdbNotify } from './br_fdb_message.ts'

function expired(bridge: Bridge, entry: FdbEntry): boolean {
  if (entry.static || entry.externLearn) return false
  return entry.updated + bridge.ageing <= bridge.dev.net.stack.clock.now
}

function get(bridge: Bridge, mac: Mac, vid: number): FdbEntry | undefined {
  return bridge.fdb.get(vid)?.get(mac)
}

function remove(bridge: Bridge, entry: FdbEntry): void {
  bridge.fdb.get(entry.vid)?.delete(entry.mac)
  bridge.dev.net.version++
  fdbNotify('RTM_DELNEIGH', bridge, entry)
}

/** Every entry, aged out or not. */
function all(bridge: Bridge): FdbEntry[] {
  return [...bridge.fdb.values()].flatMap((table) => [...table.values()])
}

/** Ref: br_fdb_find_rcu() */
export function brFdbFind(bridge: Bridge, mac: Mac, vid: number): FdbEntry | null {
  const entry = get(bridge, mac, vid)
  if (!entry) return null
  if (!expired(bridge, entry)) return entry
  remove(bridge, entry)
  return null
}

/** Every entry that has not aged out, the newest first. */
export function brFdbEntries(bridge: Bridge): FdbEntry[] {
  for (const entry of all(bridge)) if (expired(bridge, entry)) remove(bridge, entry)
  return all(bridge).sort((a, b) => b.serial - a.serial)
}

function create(bridge: Bridge, mac: Mac, port: BridgePort | null, vid: number): FdbEntry {
  const { now } = bridge.dev.net.stack.clock
  const entry: FdbEntry = {
    mac,
    vid,
    serial: ++bridge.entries,
    port,
    local: false,
    static: false,
    sticky: false,
    externLearn: false,
    byUser: false,
    updated: now,
    used: now,
  }
  let table = bridge.fdb.get(vid)
  if (!table) bridge.fdb.set(vid, (table = new Map()))
  table.set(mac, entry)
  bridge.dev.net.version++
  return entry
}

/** Learns where a source is. Ref: br_fdb_update() */
export function brFdbUpdate(bridge: Bridge, port: BridgePort, mac: Mac, vid: number, skb: SkBuff): void {
  if (bridge.ageingTime === 0) return
  const entry = get(bridge, mac, vid)
  if (!entry) {
    fdbNotify('RTM_NEWNEIGH', bridge, create(bridge, mac, port, vid))
    if (tracing(skb)) record(skb, { kind: 'fdb-learn', mac, port: port.dev.name })
    return
  }
  if (entry.local) return warnOwnAddress(bridge, port, entry)
  entry.updated = bridge.dev.net.stack.clock.now
  if (entry.port === port || entry.sticky) return
  entry.port = port
  entry.externLearn = false
  bridge.dev.net.version++
  fdbNotify('RTM_NEWNEIGH', bridge, entry)
  if (tracing(skb)) record(skb, { kind: 'fdb-learn', mac, port: port.dev.name })
}

/** The first that a loop of bridges makes itself known by; ten times in five seconds. Ref: net_ratelimit() */
function warnOwnAddress(bridge: Bridge, port: BridgePort, { mac, vid }: FdbEntry): void {
  const { stack } = bridge.dev.net
  const { now } = stack.clock
  if (now - bridge.warned.since >= 5 * SECOND) bridge.warned = { since: now, count: 0 }
  if (++bridge.warned.count > 10) return
  const address = `addr:${formatMac(mac)}, vlan:${vid}`
  const text = `received packet on ${port.dev.name} with own address as source address (${address})`
  printk(stack, LOG_WARNING, `${bridge.dev.name}: ${text}`)
}

/** An address of the bridge itself or of a port. The first of several equal ones counts. Ref: fdb_add_local() */
export function brFdbAddLocal(bridge: Bridge, port: BridgePort | null, mac: Mac, vid: number): void {
  if (mac === MAC_ZERO) return
  const known = get(bridge, mac, vid)
  if (known?.local) return
  if (known) remove(bridge, known)
  const entry = create(bridge, mac, port, vid)
  entry.local = true
  entry.static = true
  fdbNotify('RTM_NEWNEIGH', bridge, entry)
}

/** An address is no longer this port's: another port's or the bridge's may be the same. Ref: fdb_delete_local() */
export function brFdbDeleteLocal(bridge: Bridge, port: BridgePort | null, mac: Mac, vid: number): void {
  const entry = get(bridge, mac, vid)
  if (!entry?.local || entry.port !== port) return
  const has = (group: { readonly vlans: ReadonlyMap<number, unknown> } | null): boolean =>
    vid === 0 || (group?.vlans.has(vid) ?? false)
  const other = bridge.ports.find((p) => p !== port && p.dev.mac === mac && has(p.vlans))
  bridge.dev.net.version++
  if (other) entry.port = other
  else if (port && bridge.dev.mac === mac && has(bridge.vlans)) {
    entry.port = null
  } else remove(bridge, entry)
}

/** All VLANs in which an address of `port` or of the bridge is local. */
export function brFdbLocalVids(bridge: Bridge, port: BridgePort | null): number[] {
  return [0, ...((port ? port.vlans : bridge.vlans)?.vlans.keys() ?? [])].sort((a, b) => a - b)
}

/** Learned ones, or all; of one VLAN, or of every one (−1). Ref: br_fdb_delete_by_port() */
export function brFdbDeleteByPort(
  bridge: Bridge,
  port: BridgePort | null,
  everything: boolean,
  vid = -1,
): void {
  for (const entry of all(bridge).sort((a, b) => b.serial - a.serial)) {
    if (entry.port !== port || (vid >= 0 && entry.vid !== vid)) continue
    if (!everything && (entry.static || entry.externLearn)) continue
    if (entry.local) brFdbDeleteLocal(bridge, port, entry.mac, entry.vid)
    else remove(bridge, entry)
  }
  bridge.dev.net.version++
}

/** What was learned. Ref: br_fdb_flush() */
export function brFdbFlush(bridge: Bridge): void {
  for (const entry of all(bridge)) if (!entry.static) remove(bridge, entry)
}

export interface FdbRequest {
  readonly mac: Mac
  readonly vid: number
  readonly port: BridgePort | null
  readonly local: boolean
  readonly static: boolean
  readonly sticky: boolean
  readonly externLearn: boolean
  readonly create: boolean
  readonly excl: boolean
}

/** What a change of is told. */
function fdbKind({ port, local, static: fixed, sticky, externLearn }: FdbEntry): string {
  return [port?.number, local, fixed, sticky, externLearn].join()
}

/** Ref: br_fdb_add(), fdb_add_entry() */
export function brFdbAdd(bridge: Bridge, request: FdbRequest): Refusal | null {
  const { mac, port, vid } = request
  if (mac === MAC_ZERO) return refuse(EINVAL)
  let entry = brFdbFind(bridge, mac, vid)
  const isNew = entry === null
  if (!entry) {
    if (!request.create) return refuse(ENOENT)
    entry = create(bridge, mac, port, vid)
  } else if (request.excl) return refuse(EEXIST)
  const before = fdbKind(entry)
  entry.port = port
  entry.local = request.local
  entry.static = request.static || request.local
  entry.sticky = request.sticky
  entry.externLearn = request.externLearn
  entry.byUser = true
  entry.updated = bridge.dev.net.stack.clock.now
  entry.used = entry.updated
  bridge.dev.net.version++
  if (isNew || fdbKind(entry) !== before) fdbNotify('RTM_NEWNEIGH', bridge, entry)
  return null
}

/** Ref: br_fdb_delete() */
export function brFdbDelete(bridge: Bridge, port: BridgePort | null, mac: Mac, vid: number): Refusal | null {
  const entry = brFdbFind(bridge, mac, vid)
  if (!entry || entry.port !== port) return refuse(ENOENT)
  remove(bridge, entry)
  return null
}
