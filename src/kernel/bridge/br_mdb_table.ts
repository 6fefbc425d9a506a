// Groups of hosts and who listens to them by which port. Memberships end when they are looked at, so an idle bridge needs
// no timer. Ref: net/bridge/br_private.h:struct net_bridge_mdb_entry, struct net_bridge_port_group
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { MdbGroup, MdbMessage } from '../../uapi/bridge.ts'
import { RTPROT_KERNEL } from '../../uapi/rtnetlink.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { Bridge, BridgePort } from './br.ts'

interface Membership {
  readonly port: BridgePort
  readonly permanent: boolean
  readonly protocol: number
  fastLeave: boolean
  /** Infinity of what is permanent. */
  expires: Nanoseconds
}

export interface MdbEntry {
  readonly group: MdbGroup
  readonly vid: number
  /** The newest port first. */
  readonly members: Membership[]
  /** Until then this machine listens; null: it does not. */
  hostExpires: Nanoseconds | null
}

function groupKey({ proto, address, src }: MdbGroup, vid: number): string {
  return `${proto} ${address} ${src ?? ''} ${vid}`
}

export class MdbTable {
  readonly #bridge: Bridge
  readonly #entries = new Map<string, MdbEntry>()
  /** When what is being learned was heard, if that is not now. */
  before: Nanoseconds | null = null

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  get size(): number {
    return this.#entries.size
  }

  get now(): Nanoseconds {
    return this.before ?? this.#bridge.dev.net.stack.clock.now
  }

  #membershipEnd(): Nanoseconds {
    return this.now + (this.#bridge.mcast.membershipInterval / 100) * SECOND
  }

  find(group: MdbGroup, vid: number): MdbEntry | null {
    const key = groupKey(group, vid)
    const entry = this.#entries.get(key)
    if (!entry) return null
    this.expire(entry)
    return this.#entries.get(key) ?? null
  }

  /** The newest first. */
  all(): MdbEntry[] {
    for (const entry of this.#entries.values()) this.expire(entry)
    return [...this.#entries.values()].toReversed()
  }

  make(group: MdbGroup, vid: number): MdbEntry {
    const known = this.find(group, vid)
    if (known) return known
    const entry: MdbEntry = { group, vid, members: [], hostExpires: null }
    this.#entries.set(groupKey(group, vid), entry)
    return entry
  }

  /** Ref: br_multicast_host_join() */
  joinHost(entry: MdbEntry): void {
    const isNew = entry.hostExpires === null
    entry.hostExpires = this.#membershipEnd()
    if (isNew) this.#told('RTM_NEWMDB', entry, null)
  }

  /** Ref: __br_multicast_add_group() */
  join(entry: MdbEntry, port: BridgePort, permanent = false, protocol = RTPROT_KERNEL): void {
    const expires = permanent ? Infinity : this.#membershipEnd()
    const known = entry.members.find((member) => member.port === port)
    if (known) {
      if (!known.permanent) known.expires = expires
      return
    }
    const member: Membership = { port, permanent, protocol, fastLeave: false, expires }
    const at = entry.members.findIndex((other) => other.port.number < port.number)
    entry.members.splice(at < 0 ? entry.members.length : at, 0, member)
    this.#told('RTM_NEWMDB', entry, member)
  }

  leaveHost(entry: MdbEntry): void {
    if (entry.hostExpires === null) return
    const message = this.#message('RTM_DELMDB', entry, null)
    entry.hostExpires = null
    this.#gone(entry, message)
  }

  /** Ref: br_multicast_del_pg() */
  leave(entry: MdbEntry, port: BridgePort): void {
    const at = entry.members.findIndex((member) => member.port === port)
    const member = entry.members[at]
    if (!member) return
    entry.members.splice(at, 1)
    this.#gone(entry, this.#message('RTM_DELMDB', entry, member))
  }

  /** Members leave by then unless somebody speaks for them; `port` null: this machine. */
  shorten(entry: MdbEntry, port: BridgePort | null, time: Nanoseconds): void {
    if (port === null) {
      if (entry.hostExpires !== null) entry.hostExpires = Math.min(entry.hostExpires, time)
    } else {
      const member = entry.members.find((one) => one.port === port && !one.permanent)
      if (member) member.expires = Math.min(member.expires, time)
    }
    const { clock } = this.#bridge.dev.net.stack
    clock.after(Math.max(0, time - clock.now), expireLater, this, entry)
  }

  leavePort(port: BridgePort, everything: boolean): void {
    for (const entry of this.all()) {
      const member = entry.members.find((one) => one.port === port)
      if (member && (everything || !member.permanent)) this.leave(entry, port)
    }
  }

  messages(): MdbMessage[] {
    return this.all().flatMap((entry) => [
      ...(entry.hostExpires === null ? [] : [this.#message('RTM_NEWMDB', entry, null)]),
      ...entry.members.map((member) => this.#message('RTM_NEWMDB', entry, member)),
    ])
  }

  /** What a bridge that is down knows stays as it is. Ref: br_multicast_port_group_expired() */
  expire(entry: MdbEntry): void {
    if (!this.#bridge.dev.up) return
    const now = this.now
    if (entry.hostExpires !== null && entry.hostExpires <= now) this.leaveHost(entry)
    for (const { port, expires } of [...entry.members]) if (expires <= now) this.leave(entry, port)
  }

  #gone(entry: MdbEntry, message: MdbMessage): void {
    if (entry.hostExpires === null && entry.members.length === 0) {
      this.#entries.delete(groupKey(entry.group, entry.vid))
    }
    const { net } = this.#bridge.dev
    net.version++
    rtnlNotify(net, 'mdb', () => message)
  }

  /** Ref: br_mdb_notify() */
  #told(type: MdbMessage['type'], entry: MdbEntry, member: Membership | null): void {
    const { net } = this.#bridge.dev
    net.version++
    rtnlNotify(net, 'mdb', () => this.#message(type, entry, member))
  }

  /** Ref: __mdb_fill_info() */
  #message(
    type: MdbMessage['type'],
    { group, vid, hostExpires }: MdbEntry,
    member: Membership | null,
  ): MdbMessage {
    const { dev } = this.#bridge
    const expires = member ? member.expires : (hostExpires ?? 0)
    const left = Number.isFinite(expires) ? Math.max(0, expires - this.now) : 0
    return {
      type,
      index: dev.index,
      port: (member ? member.port.dev : dev).index,
      group,
      vid,
      permanent: member?.permanent ?? false,
      ...(member ? { protocol: member.protocol } : {}),
      fastLeave: member?.fastLeave ?? false,
      timer: Math.floor((left / SECOND) * 100),
    }
  }
}

function expireLater(table: MdbTable, entry: MdbEntry): void {
  table.expire(entry)
}
