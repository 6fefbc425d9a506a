// The forwarding database. Entries age when they are looked at, so an idle bridge needs no timer.
// Ref: net/bridge/br_fdb.c
import { EEXIST, EINVAL, ENOENT } from '../../uapi/errno.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { refuse, type Refusal } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import type { Bridge, BridgePort, FdbEntry } from './br.ts'

function expired(bridge: Bridge, entry: FdbEntry): boolean {
  return !entry.static && entry.updated + bridge.ageing <= bridge.dev.net.stack.clock.now
}

/** Ref: br_fdb_find_rcu() */
export function brFdbFind(bridge: Bridge, mac: Mac): FdbEntry | null {
  const entry = bridge.fdb.get(mac)
  if (!entry) return null
  if (!expired(bridge, entry)) return entry
  bridge.fdb.delete(mac)
  bridge.dev.net.version++
  return null
}

/** Every entry that has not aged out, the newest first. */
export function brFdbEntries(bridge: Bridge): FdbEntry[] {
  for (const entry of [...bridge.fdb.values()]) if (expired(bridge, entry)) bridge.fdb.delete(entry.mac)
  return [...bridge.fdb.values()].reverse()
}

function create(bridge: Bridge, mac: Mac, port: BridgePort | null): FdbEntry {
  const { now } = bridge.dev.net.stack.clock
  const entry: FdbEntry = { mac, port, local: false, static: false, sticky: false, updated: now, used: now }
  bridge.fdb.set(mac, entry)
  bridge.dev.net.version++
  return entry
}

/** Learns where a source is. Ref: br_fdb_update() */
export function brFdbUpdate(bridge: Bridge, port: BridgePort, mac: Mac, skb: SkBuff): void {
  if (bridge.ageingTime === 0) return
  const entry = bridge.fdb.get(mac)
  if (!entry) {
    create(bridge, mac, port)
    if (tracing(skb)) record(skb, { kind: 'fdb-learn', mac, port: port.dev.name })
    return
  }
  if (entry.local) return
  entry.updated = bridge.dev.net.stack.clock.now
  if (entry.port === port || entry.sticky) return
  entry.port = port
  bridge.dev.net.version++
  if (tracing(skb)) record(skb, { kind: 'fdb-learn', mac, port: port.dev.name })
}

/** An address of the bridge itself or of a port. The first of several equal ones counts. Ref: fdb_add_local() */
export function brFdbAddLocal(bridge: Bridge, port: BridgePort | null, mac: Mac): void {
  if (mac === MAC_ZERO) return
  const known = bridge.fdb.get(mac)
  if (known?.local) return
  const entry = create(bridge, mac, port)
  entry.local = true
  entry.static = true
}

/** An address is no longer this port's: another port's or the bridge's may be the same. Ref: fdb_delete_local() */
export function brFdbDeleteLocal(bridge: Bridge, port: BridgePort | null, mac: Mac): void {
  const entry = bridge.fdb.get(mac)
  if (!entry?.local || entry.port !== port) return
  const other = bridge.ports.find((p) => p !== port && p.dev.mac === mac)
  bridge.dev.net.version++
  if (other) entry.port = other
  else if (port && bridge.dev.mac === mac && bridge.dev.macSet) entry.port = null
  else bridge.fdb.delete(mac)
}

/** Ref: br_fdb_delete_by_port(): learned ones, or all. */
export function brFdbDeleteByPort(bridge: Bridge, port: BridgePort, all: boolean): void {
  for (const entry of [...bridge.fdb.values()]) {
    if (entry.port !== port || (entry.static && !all)) continue
    if (entry.local) brFdbDeleteLocal(bridge, port, entry.mac)
    else bridge.fdb.delete(entry.mac)
  }
  bridge.dev.net.version++
}

export interface FdbRequest {
  readonly mac: Mac
  readonly port: BridgePort | null
  readonly local: boolean
  readonly static: boolean
  readonly sticky: boolean
  readonly create: boolean
  readonly excl: boolean
}

/** Ref: br_fdb_add(), fdb_add_entry() */
export function brFdbAdd(bridge: Bridge, request: FdbRequest): Refusal | null {
  const { mac, port } = request
  if (mac === MAC_ZERO) return refuse(EINVAL)
  let entry = brFdbFind(bridge, mac)
  if (!entry) {
    if (!request.create) return refuse(ENOENT)
    entry = create(bridge, mac, port)
  } else if (request.excl) return refuse(EEXIST)
  entry.port = port
  entry.local = request.local
  entry.static = request.static || request.local
  entry.sticky = request.sticky
  entry.updated = bridge.dev.net.stack.clock.now
  entry.used = entry.updated
  bridge.dev.net.version++
  return null
}

/** Ref: br_fdb_delete() */
export function brFdbDelete(bridge: Bridge, port: BridgePort | null, mac: Mac): Refusal | null {
  const entry = brFdbFind(bridge, mac)
  if (!entry || entry.port !== port) return refuse(ENOENT)
  bridge.fdb.delete(mac)
  bridge.dev.net.version++
  return null
}
