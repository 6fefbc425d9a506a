// Routing tables: longest prefix first, then type of service, then metric. Ref: net/ipv4/fib_trie.c
// Prefixes of one length share a map; a table has few lengths, so a look-up is a few map reads.
import { inetMask, isLoopback, type Inet } from '../../wire/inet.ts'
import {
  AF_INET,
  RT_TABLE_DEFAULT,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_BLACKHOLE,
  RTN_PROHIBIT,
  RTN_THROW,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
} from '../../uapi/rtnetlink.ts'
import { EACCES, EINVAL, isErrno } from '../../uapi/errno.ts'
import type { RouteMetrics } from '../../uapi/routemetrics.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { FibRules, type FlowPorts } from '../core/fib_rules.ts'
import type { NetDevice } from '../core/net.ts'
import { ignoresLinkdown } from './in_device.ts'

/** Index of lo in every namespace. */
export const LOOPBACK_IFINDEX = 1

/** What was learned of one destination (Ref: struct fib_nh_exception). */
export interface FibException {
  /** Path MTU in octets; 0: none learned. */
  readonly mtu: number
  /** 0: none learned. */
  readonly gateway: Inet
  /** Nanoseconds of the lab's clock. */
  readonly expires: number
  /** Of the flush it was made after. */
  readonly generation: number
  /** A packet of this machine, or one forwarded, took it: it has a route of its own, which dumps show. */
  output: boolean
  input: boolean
}

/** A next hop (Ref: struct fib_nh). */
export interface FibNh {
  readonly dev: NetDevice | null
  readonly gateway: Inet
  readonly scope: number
  readonly weight: number
  /** RTNH_F_*. */
  flags: number
  /** By destination; null while there are none. */
  exceptions: Map<Inet, FibException> | null
}

/** A next hop with a number of its own, or a group of them (Ref: struct nexthop). It changes; who names it follows. */
export interface Nexthop {
  readonly id: number
  protocol: number
  blackhole: boolean
  /** Of a group those of its members, with their weights. */
  nhs: readonly FibNh[]
  /** Null: no group. */
  members: readonly { readonly nexthop: Nexthop; readonly weight: number }[] | null
}

/** What a route says, apart from where it is for (Ref: struct fib_info). */
export interface FibInfo {
  readonly protocol: number
  readonly scope: number
  readonly type: number
  readonly prefsrc: Inet | null
  readonly priority: number
  readonly mtu: number
  readonly advmss: number
  readonly metrics: RouteMetrics | null
  readonly realms: number
  readonly nhs: readonly FibNh[]
  /** What type and next hops come from, when the route only names it. */
  readonly nexthop?: Nexthop
  /** RTNH_F_DEAD and RTNH_F_LINKDOWN when all next hops are. */
  flags: number
}

/** A route in a table (Ref: struct fib_alias). */
export interface FibAlias {
  readonly table: number
  readonly dst: Inet
  readonly length: number
  readonly tos: number
  readonly info: FibInfo
  /** Rises from one to the next that was added. */
  readonly serial: number
}

export interface FibResult {
  readonly alias: FibAlias
  readonly nh: FibNh
}

export interface FlowKey {
  readonly daddr: Inet
  readonly saddr: Inet
  readonly tos: number
  /** 0: any. */
  readonly oif: number
  /** Routes of a wider scope than this do not count; 0 for all. */
  readonly scope?: number
  /** What only rules look at. Absent: that of lo, for what is sent from here. */
  readonly iif?: number
  readonly mark?: number
  readonly uid?: number
  /** The packet, or what is known of one to come. */
  readonly l4?: Ipv4 | FlowPorts | null
}

export class FibTable {
  readonly id: number
  /** Prefix lengths that are in use, longest first; and the prefixes of each. */
  #lengths: readonly number[] = []
  #maps: readonly Map<Inet, FibAlias[]>[] = []
  /** Each length, and which of its 32 buckets hold a prefix. */
  #buckets: number[] = []
  /** It held a route once: Linux makes a table with its first one. */
  made = false

  constructor(id: number) {
    this.id = id
  }

  /** All routes for one prefix, in order of preference; empty when there is none. */
  aliases(dst: Inet, length: number): readonly FibAlias[] {
    return this.#maps[this.#lengths.indexOf(length)]?.get(dst) ?? []
  }

  /** Puts `alias` at `at` among those of its prefix. */
  insert(alias: FibAlias, at: number): void {
    const { dst, length } = alias
    this.made = true
    const i = this.#place(length)
    const list = this.#maps[i]?.get(dst)
    if (list) list.splice(at, 0, alias)
    else this.#maps[i]?.set(dst, [alias])
    this.#buckets[2 * i + 1] = (this.#buckets[2 * i + 1] ?? 0) | (1 << bucket(dst, length))
  }

  /** Where prefixes of a length stand, if they are the first of it from now on. */
  #place(length: number): number {
    const at = this.#lengths.findIndex((other) => other <= length)
    if (this.#lengths[at] === length) return at
    const i = at < 0 ? this.#lengths.length : at
    this.#lengths = this.#lengths.toSpliced(i, 0, length)
    this.#maps = this.#maps.toSpliced(i, 0, new Map())
    this.#buckets = this.#buckets.toSpliced(2 * i, 0, length, 0)
    return i
  }

  remove(alias: FibAlias): void {
    const i = this.#lengths.indexOf(alias.length)
    const map = this.#maps[i]
    const list = map?.get(alias.dst)
    if (!map || !list) return
    list.splice(list.indexOf(alias), 1)
    if (list.length > 0) return
    map.delete(alias.dst)
    if (map.size > 0) return
    this.#lengths = this.#lengths.toSpliced(i, 1)
    this.#maps = this.#maps.toSpliced(i, 1)
    this.#buckets = this.#buckets.toSpliced(2 * i, 2)
  }

  /** In the order of a dump: by prefix, and of equal ones the longest first. */
  all(): FibAlias[] {
    const all: FibAlias[] = []
    for (const map of this.#maps) for (const list of map.values()) all.push(...list)
    return all.sort((a, b) => a.dst - b.dst || b.length - a.length)
  }

  /** Without order: for what must look at every route. */
  forEach(visit: (alias: FibAlias) => void): void {
    for (const map of this.#maps) map.forEach((list) => list.forEach(visit))
  }

  /**
   * Whether any route at all is for this address. Most ARP requests on a large segment end here, on every host of it:
   * a word of bits for each length answers nearly all of them without a map.
   */
  covers(daddr: Inet): boolean {
    const buckets = this.#buckets
    for (let i = 0; i < buckets.length; i += 2) {
      const length = buckets[i] ?? 0
      if (!(((buckets[i + 1] ?? 0) >>> bucket(daddr, length)) & 1)) continue
      if (this.#maps[i >> 1]?.has((daddr & inetMask(length)) >>> 0)) return true
    }
    return false
  }

  /** Each address that a route is for, but those of lo; null when there are routes for many at once. */
  hosts(): readonly Inet[] | null {
    for (const [i, length] of this.#lengths.entries()) {
      if (length === 32) continue
      for (const dst of this.#maps[i]?.keys() ?? []) if (!isLoopback(dst) || length < 8) return null
    }
    return [...(this.#maps[this.#lengths.indexOf(32)]?.keys() ?? [])]
  }

  /** The best route that can be used; dead ones and next hops on other devices are passed over. Ref: fib_table_lookup() */
  lookup(flow: FlowKey): FibResult | null {
    const buckets = this.#buckets
    const { daddr } = flow
    for (let i = 0; i < buckets.length; i += 2) {
      const length = buckets[i] ?? 0
      if (!(((buckets[i + 1] ?? 0) >>> bucket(daddr, length)) & 1)) continue
      const list = this.#maps[i >> 1]?.get((daddr & inetMask(length)) >>> 0)
      if (!list) continue
      for (const alias of list) {
        if (alias.tos !== 0 && alias.tos !== flow.tos) continue
        if (flow.scope !== undefined && alias.info.scope < flow.scope) continue
        const nh = usableNh(alias.info, flow)
        if (nh) return { alias, nh }
      }
    }
    return null
  }
}

/** One of 32, by the last bits of the prefix and those before: hosts of many networks are .1 and .2 there. */
function bucket(address: Inet, length: number): number {
  if (length === 0) return 0
  const prefix = address >>> (32 - length)
  return (prefix ^ (prefix >>> 8)) & 31
}

function usableNh(info: FibInfo, flow: FlowKey): FibNh | null {
  if (info.flags & RTNH_F_DEAD) return null
  for (const nh of info.nhs) {
    if (nh.flags & RTNH_F_DEAD) continue
    // A gateway being checked may be beyond a link that is down.
    if (flow.scope === undefined && nh.flags & RTNH_F_LINKDOWN && nh.dev && ignoresLinkdown(nh.dev)) continue
    if (flow.oif !== 0 && nh.dev && flow.oif !== nh.dev.index) continue
    return nh
  }
  return null
}

/** A namespace remembers so many answers. */
const NO_ANSWERS: readonly null[] = [null, null, null, null, null, null, null, null]

interface FibAnswer {
  readonly daddr: Inet
  readonly tos: number
  readonly oif: number
  readonly scope: number
  readonly result: FibResult | null
}

export class FibTables {
  readonly #net: { readonly version: number }
  /** What was asked since the namespace last changed. */
  #answers: (FibAnswer | null)[] | null = null
  #version = -1
  readonly rules = new FibRules(AF_INET, true)
  readonly local = new FibTable(RT_TABLE_LOCAL)
  readonly main = new FibTable(RT_TABLE_MAIN)
  readonly #tables = new Map<number, FibTable>([
    [RT_TABLE_LOCAL, this.local],
    [RT_TABLE_MAIN, this.main],
  ])

  constructor(net: { readonly version: number }) {
    this.#net = net
  }

  get(id: number): FibTable | null {
    return this.#tables.get(id) ?? null
  }

  getOrMake(id: number): FibTable {
    let table = this.#tables.get(id)
    if (!table) this.#tables.set(id, (table = new FibTable(id)))
    return table
  }

  /** Every route, without order: for what must look at all of them. */
  forEach(visit: (alias: FibAlias) => void): void {
    this.#tables.forEach((table) => table.forEach(visit))
  }

  /** In the order of a dump of them all: by hash bucket, then the newest first. Ref: fib_table_hash */
  all(): FibTable[] {
    return [...this.#tables.values()].reverse().sort((a, b) => (a.id & 255) - (b.id & 255))
  }

  /**
   * As rules say; those a namespace starts with are local, main, default. Packets of one flow ask the same again and
   * again: while nothing changes in the namespace they get the same answer. Ref: fib_lookup()
   */
  lookup(flow: FlowKey): FibResult | null {
    if (this.rules.custom) return this.#lookupByRules(flow)
    const { daddr, tos, oif, scope = -1 } = flow
    if (this.#version !== this.#net.version) {
      this.#version = this.#net.version
      this.#answers?.fill(null)
    }
    // Hosts of several networks often have the same last number.
    const slot = (daddr ^ (daddr >>> 8) ^ (daddr >>> 16)) & (NO_ANSWERS.length - 1)
    const known = this.#answers?.[slot]
    if (known?.daddr === daddr && known.tos === tos && known.oif === oif && known.scope === scope)
      return known.result
    const result = this.#lookup(flow)
    this.#answers ??= [...NO_ANSWERS]
    this.#answers[slot] = { daddr, tos, oif, scope, result }
    return result
  }

  #lookup(flow: FlowKey): FibResult | null {
    return (
      this.local.lookup(flow) ??
      this.main.lookup(flow) ??
      this.#tables.get(RT_TABLE_DEFAULT)?.lookup(flow) ??
      null
    )
  }

  /** Ref: __fib_lookup(), fib4_rule_action(), fib4_rule_suppress() */
  #lookupByRules(flow: FlowKey): FibResult | null {
    const { daddr, saddr, tos, oif, iif = LOOPBACK_IFINDEX, mark = 0, uid = 0, l4 = null } = flow
    const key = { daddr, saddr, tos, oif, iif, mark, uid, ports: () => flowPorts(l4) }
    const found = this.rules.lookup(key, ({ attrs }) => {
      const result = this.#tables.get(attrs.table)?.lookup(flow) ?? null
      if (!result || result.alias.info.type === RTN_THROW) return null
      const { suppressPrefixlen: most = -1, suppressIfgroup: group = -1 } = attrs
      if (result.alias.length <= most) return null
      return group >= 0 && result.nh.dev?.group === group ? null : result
    })
    if (!isErrno(found)) return found
    if (found === EACCES) return PROHIBITED
    return found === EINVAL ? BLACKHOLED : null
  }
}

/** Protocol and ports of a packet, or as they are given. */
export function flowPorts(l4: Ipv4 | FlowPorts | null): FlowPorts | null {
  if (!l4 || 'proto' in l4) return l4
  const { payload, protocol: proto } = l4
  if (payload.kind === 'udp' || payload.kind === 'tcp')
    return { proto, sport: payload.sport, dport: payload.dport }
  return { proto, sport: 0, dport: 0 }
}

/** What a rule that refuses comes to: as a route of that type would. */
function refusal(type: number): FibResult {
  const nh: FibNh = { dev: null, gateway: 0, scope: 0, weight: 1, flags: 0, exceptions: null }
  const info = {
    protocol: 0,
    scope: 0,
    type,
    prefsrc: null,
    priority: 0,
    mtu: 0,
    advmss: 0,
    metrics: null,
    realms: 0,
    nhs: [nh],
    flags: 0,
  }
  return { alias: { table: 0, dst: 0, length: 0, tos: 0, info, serial: 0 }, nh }
}

const PROHIBITED = refusal(RTN_PROHIBIT)
const BLACKHOLED = refusal(RTN_BLACKHOLE)
