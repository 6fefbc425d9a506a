// Multicast snooping: who listens to which group is learned from what hosts tell routers (RFC 4541). Read receive().
// Ref: net/bridge/br_multicast.c
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { MdbGroup, MdbMessage } from '../../uapi/bridge.ts'
import { isIcmp6Error, ICMPV6_MLD2_REPORT, MLD2_CHANGE_TO_INCLUDE, type MldRecord } from '../../wire/icmp6.ts'
import {
  IGMP_HOST_LEAVE_MESSAGE,
  IGMP_HOST_MEMBERSHIP_QUERY,
  igmpMaxResp,
  IGMPV3_CHANGE_TO_INCLUDE,
  IGMPV3_HOST_MEMBERSHIP_REPORT,
  type Igmp,
  type IgmpQuery,
} from '../../wire/igmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { IN6ADDR_LINKLOCAL_ALLNODES } from '../../wire/inet6.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { SkBuff } from '../core/skb.ts'
import {
  BR_STATE_BLOCKING,
  BR_STATE_DISABLED,
  BrTimer,
  type Bridge,
  type BridgeMulticast,
  type BridgePort,
  type MulticastWay,
} from './br.ts'
import { brMulticastJoinSnoopers, brMulticastLeaveSnoopers } from './br_snoopers.ts'
import { MdbTable, type MdbEntry } from './br_mdb_table.ts'
import { brMulticastQuery } from './br_multicast_query.ts'

// As mcast_router is set.
const ROUTER_DISABLED = 0
const ROUTER_TEMP_QUERY = 1
const ROUTER_PERM = 2
const ROUTER_TEMP = 3

/** IGMPV3_MODE_IS_INCLUDE and MLD2_MODE_IS_INCLUDE (RFC 3376 §4.2.12, RFC 3810 §5.2.12). */
const MODE_IS_INCLUDE = 1

/** Groups of a link, which are for everybody on it (RFC 4541 §2.1.2). */
export function isLocalGroup(group: Inet): boolean {
  return group >>> 8 === 0xe00000
}

export class Multicast implements BridgeMulticast {
  readonly bridge: Bridge
  readonly mdb: MdbTable
  /** Ports with a multicast router behind, and until when; the newest first. */
  readonly #routers = new Map<BridgePort, Nanoseconds>()
  /** Until then a router behind the bridge itself is believed in. */
  #hostRouter: Nanoseconds = 0
  /** Somebody else asks: from when on and until when he is relied on, and his address. */
  #other = { from: 0, until: 0, address: 0 }
  #startup = 0
  readonly #queryTimer: BrTimer

  constructor(bridge: Bridge) {
    this.bridge = bridge
    this.mdb = new MdbTable(bridge)
    this.#queryTimer = new BrTimer(bridge.dev.net.stack.clock)
  }

  #now(): Nanoseconds {
    return this.mdb.now
  }

  /** From what was heard at some time before. */
  learn(time: Nanoseconds, port: BridgePort | null, packet: Ipv4 | Ipv6, vid: number): void {
    this.mdb.before = time
    if (packet.kind === 'ipv6') this.#receiveMld(port, packet, vid)
    else if (packet.payload.kind === 'igmp') this.#receiveIgmp(port, packet.payload, packet.src, vid)
    this.mdb.before = null
  }

  /** Of IPv4: without one, nobody would be asked, and what was learned would be forgotten. */
  #querierExists(): boolean {
    const { from, until } = this.#other
    const now = this.#now()
    return now >= from && (this.bridge.mcast.querier !== 0 || until > now)
  }

  /** Ref: br_multicast_rcv(), br_mdb_entry_skb_get(), br_multicast_querier_exists() */
  receive(port: BridgePort | null, skb: SkBuff, vid: number): MulticastWay | null {
    if (!this.bridge.mcastSnooping) return null
    const { packet, frame } = skb
    if (packet.kind === 'ipv4') return this.#receiveIpv4(port, packet, vid)
    if (packet.kind === 'ipv6') {
      this.#receiveMld(port, packet, vid)
      return null
    }
    if (this.mdb.size === 0 || !frame) return null
    const entry = this.mdb.find({ proto: 'l2', address: frame.dst, src: null }, vid)
    return entry && this.#way(entry)
  }

  #receiveIpv4(port: BridgePort | null, packet: Ipv4, vid: number): MulticastWay | null {
    const { payload, dst } = packet
    if (payload.kind === 'igmp') {
      this.#receiveIgmp(port, payload, packet.src, vid)
      const routersOnly =
        payload.type !== IGMP_HOST_MEMBERSHIP_QUERY &&
        payload.type !== IGMP_HOST_LEAVE_MESSAGE &&
        payload.type !== IGMPV3_HOST_MEMBERSHIP_REPORT
      return routersOnly && this.#querierExists() ? this.#way(null) : null
    }
    if (isLocalGroup(dst) || !this.#querierExists()) return null
    const source = this.mdb.find({ proto: 'ip', address: dst, src: packet.src }, vid)
    return this.#way(source ?? this.mdb.find({ proto: 'ip', address: dst, src: null }, vid))
  }

  /** Members and routers. Ref: br_multicast_flood(), br_multicast_is_router() */
  #way(entry: MdbEntry | null): MulticastWay {
    const { ports, mcast } = this.bridge
    const now = this.#now()
    const routers = this.routerPorts()
    const isMember = (port: BridgePort): boolean => entry?.members.some((one) => one.port === port) ?? false
    const router =
      mcast.router === ROUTER_PERM || (mcast.router === ROUTER_TEMP_QUERY && this.#hostRouter > now)
    return {
      ports: ports.filter((port) => isMember(port) || routers.includes(port)),
      host: router || (entry !== null && entry.hostExpires !== null),
    }
  }

  #receiveIgmp(port: BridgePort | null, igmp: Igmp, src: Inet, vid: number): void {
    const groupOf = (address: Inet): MdbGroup => ({ proto: 'ip', address, src: null })
    switch (igmp.type) {
      case IGMP_HOST_MEMBERSHIP_QUERY:
        return this.#receiveQuery(port, igmp, src, vid)
      case IGMP_HOST_LEAVE_MESSAGE:
        if (!isLocalGroup(igmp.group)) this.#leave(port, groupOf(igmp.group), vid)
        return
      case IGMPV3_HOST_MEMBERSHIP_REPORT:
        for (const { type, group, sources } of igmp.records) {
          if (isLocalGroup(group)) continue
          const leaves =
            sources.length === 0 && (type === MODE_IS_INCLUDE || type === IGMPV3_CHANGE_TO_INCLUDE)
          if (leaves) this.#leave(port, groupOf(group), vid)
          else this.#join(port, groupOf(group), vid)
        }
        return
      default:
        if (!isLocalGroup(igmp.group)) this.#join(port, groupOf(igmp.group), vid)
    }
  }

  /** Ref: br_ip6_multicast_mld2_report() */
  #receiveMld(port: BridgePort | null, { payload }: Ipv6, vid: number): void {
    if (payload.kind !== 'icmp6' || isIcmp6Error(payload) || payload.type !== ICMPV6_MLD2_REPORT) return
    for (const { type, group } of payload.records satisfies readonly MldRecord[]) {
      if (group === IN6ADDR_LINKLOCAL_ALLNODES) continue
      const wanted: MdbGroup = { proto: 'ipv6', address: group, src: null }
      if (type === MODE_IS_INCLUDE || type === MLD2_CHANGE_TO_INCLUDE) this.#leave(port, wanted, vid)
      else this.#join(port, wanted, vid)
    }
  }

  #deaf(port: BridgePort | null): boolean {
    if (this.mdb.before !== null) return false
    return !this.bridge.dev.up || port?.state === BR_STATE_DISABLED
  }

  /** Ref: br_multicast_add_group() */
  #join(port: BridgePort | null, group: MdbGroup, vid: number): void {
    if (this.#deaf(port)) return
    if (!this.mdb.find(group, vid) && this.mdb.size >= this.bridge.mcast.hashMax) {
      this.bridge.mcastSnooping = 0
      return
    }
    const entry = this.mdb.make(group, vid)
    if (port) this.mdb.join(entry, port)
    else this.mdb.joinHost(entry)
  }

  /** Ref: br_multicast_leave_group() */
  #leave(port: BridgePort | null, group: MdbGroup, vid: number): void {
    const entry = this.#deaf(port) ? null : this.mdb.find(group, vid)
    if (!entry) return
    if (port?.fastLeave) {
      if (entry.members.some((member) => member.port === port && !member.permanent))
        this.mdb.leave(entry, port)
      return
    }
    const { mcast } = this.bridge
    if (group.proto === 'ip') {
      if (this.#other.until > this.#now()) return
      if (mcast.querier) brMulticastQuery(this.bridge, port, group.address)
    }
    const wait = ((mcast.lastMemberCount * mcast.lastMemberInterval) / 100) * SECOND
    this.mdb.shorten(entry, port, this.#now() + wait)
  }

  /** Ref: br_ip4_multicast_query() */
  #receiveQuery(port: BridgePort | null, { code, group, v3 }: IgmpQuery, src: Inet, vid: number): void {
    if (this.#deaf(port) || (v3 && v3.sources.length > 0)) return
    const tenths = v3 ? igmpMaxResp(code) : code || 100
    const delay = (tenths / 10) * SECOND
    if (group === 0 || (!v3 && code === 0)) return this.#heardQuerier(port, src, delay)
    const entry = this.mdb.find({ proto: 'ip', address: group, src: null }, vid)
    if (!entry) return
    const end = this.#now() + delay * this.bridge.mcast.lastMemberCount
    if (entry.hostExpires !== null) this.mdb.shorten(entry, null, end)
    for (const member of [...entry.members]) this.mdb.shorten(entry, member.port, end)
  }

  /** The lowest address asks (RFC 2236 §3). Ref: br_multicast_query_received() */
  #heardQuerier(port: BridgePort | null, src: Inet, delay: Nanoseconds): void {
    const now = this.#now()
    const other = this.#other
    const contested = other.until > now || this.#queryTimer.pending
    if (contested && other.address !== 0 && src > other.address) return
    const interval = (this.bridge.mcast.querierInterval / 100) * SECOND
    this.#other = { from: other.until > now ? other.from : now + delay, until: now + interval, address: src }
    this.#markRouter(port, now + interval)
  }

  /** Ref: br_multicast_mark_router() */
  #markRouter(port: BridgePort | null, until: Nanoseconds): void {
    if (!port) {
      if (this.bridge.mcast.router === ROUTER_TEMP_QUERY) this.#hostRouter = until
    } else if (port.mcastRouter !== ROUTER_DISABLED && port.mcastRouter !== ROUTER_PERM) {
      this.#addRouter(port, until)
    }
  }

  #addRouter(port: BridgePort, until: Nanoseconds): void {
    const isNew = !this.#routers.has(port)
    this.#routers.set(port, until)
    if (isNew) this.#routerChanged('RTM_NEWMDB', port)
  }

  #removeRouter(port: BridgePort): void {
    if (this.#routers.delete(port)) this.#routerChanged('RTM_DELMDB', port)
  }

  #routerChanged(type: MdbMessage['type'], port: BridgePort): void {
    const { net } = port.dev
    net.version++
    rtnlNotify(net, 'mdb', () => this.#routerMessage(type, port))
  }

  routerPorts(): BridgePort[] {
    const now = this.#now()
    for (const [port, until] of this.#routers) if (until <= now) this.#removeRouter(port)
    return [...this.#routers.keys()].toReversed()
  }

  /** Ref: br_rports_fill_info() */
  routerMessages(): MdbMessage[] {
    return this.routerPorts().map((port) => this.#routerMessage('RTM_NEWMDB', port))
  }

  #routerMessage(type: MdbMessage['type'], port: BridgePort): MdbMessage {
    const until = this.#routers.get(port) ?? 0
    const left = Number.isFinite(until) ? Math.max(0, until - this.#now()) : 0
    return {
      type,
      index: this.bridge.dev.index,
      port: port.dev.index,
      group: null,
      vid: 0,
      permanent: false,
      fastLeave: false,
      timer: Math.floor((left / SECOND) * 100),
      routerType: port.mcastRouter,
    }
  }

  /** Ref: br_multicast_set_port_router() */
  setPortRouter(port: BridgePort): void {
    if (port.mcastRouter === ROUTER_PERM) this.#addRouter(port, Infinity)
    else {
      this.#removeRouter(port)
      if (port.mcastRouter === ROUTER_TEMP) {
        this.#addRouter(port, this.#now() + (this.bridge.mcast.querierInterval / 100) * SECOND)
      }
    }
  }

  open(): void {
    this.#start()
  }

  stop(): void {
    this.#queryTimer.cancel()
    this.#other = { from: 0, until: 0, address: 0 }
    this.#hostRouter = 0
  }

  enablePort(port: BridgePort): void {
    if (port.mcastRouter === ROUTER_PERM) this.#addRouter(port, Infinity)
    if (this.bridge.mcast.querier) this.#start()
  }

  disablePort(port: BridgePort): void {
    this.mdb.leavePort(port, false)
    this.#removeRouter(port)
  }

  deletePort(port: BridgePort): void {
    this.mdb.leavePort(port, true)
    this.#removeRouter(port)
  }

  toggle(): void {
    const { bridge } = this
    if (bridge.mcastSnooping) {
      if (bridge.dev.up) {
        brMulticastJoinSnoopers(bridge.dev)
        this.open()
      }
      return
    }
    for (const port of bridge.ports) this.disablePort(port)
    this.stop()
    if (bridge.dev.up) brMulticastLeaveSnoopers(bridge.dev)
  }

  /** Who begins to ask relies on answers only when they had time to come. Ref: br_multicast_set_querier() */
  setQuerier(): void {
    const { querier, queryResponseInterval } = this.bridge.mcast
    if (!querier) return
    const now = this.#now()
    if (this.#other.until <= now) this.#other.from = now + (queryResponseInterval / 100) * SECOND
    this.#start()
  }

  #start(): void {
    if (!this.bridge.mcast.querier || !this.bridge.dev.up || !this.bridge.mcastSnooping) return
    this.#startup = 0
    this.#queryTimer.set(0, queryDue, this, null)
  }

  /** Asks, unless somebody else does. Ref: br_multicast_send_query() */
  query(): void {
    const { bridge } = this
    const { mcast } = bridge
    if (!mcast.querier || this.#other.until > this.#now()) return
    for (const port of bridge.ports) {
      if (port.state !== BR_STATE_DISABLED && port.state !== BR_STATE_BLOCKING)
        brMulticastQuery(bridge, port, 0)
    }
    brMulticastQuery(bridge, null, 0)
    this.#startup++
    const starting = this.#startup <= mcast.startupQueryCount
    this.#queryTimer.set(starting ? mcast.startupQueryInterval : mcast.queryInterval, queryDue, this, null)
  }
}

function queryDue(multicast: Multicast): void {
  multicast.query()
}
