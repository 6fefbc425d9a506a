// Routing tables of IPv6: for each prefix the routes to it, by metric. Ref: net/ipv6/ip6_fib.c
import type { Errno } from '../../uapi/errno.ts'
import { EEXIST, ENOENT } from '../../uapi/errno.ts'
import {
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTNH_F_DEAD,
  RTNH_F_LINKDOWN,
  type CreateFlags,
} from '../../uapi/rtnetlink.ts'
import { inet6Mask, type Inet6 } from '../../wire/inet6.ts'
import type { NetDevice } from '../core/net.ts'

/** What was learned of a destination beyond its route (Ref: struct rt6_exception); null is not learned. */
export interface Rt6Exception {
  mtu: number | null
  gateway: Inet6 | null
  /** Nanoseconds of virtual time; null for ever. */
  expires: number | null
}

/** A route (Ref: struct fib6_info). Several of one metric by gateways are one route of several next hops. */
export interface Fib6Info {
  readonly table: number
  readonly dst: Inet6
  readonly length: number
  readonly metric: number
  /** RTN_*. */
  readonly type: number
  readonly protocol: number
  readonly dev: NetDevice
  readonly gateway: Inet6 | null
  /** RTNH_F_*. */
  flags: number
  readonly weight: number
  readonly prefsrc: Inet6 | null
  /** RTA_METRICS; 0 when not said. */
  readonly mtu: number
  readonly advmss: number
  readonly hopLimit: number
  /** What a route of refusal gives. */
  readonly error: Errno | null
  /** By lo without being local: it would go round for ever, so packets end there. Ref: fib6_is_reject() */
  readonly discards: boolean
  /** Nanoseconds of virtual time; null for ever. */
  expires: number | null
  exceptions: Map<Inet6, Rt6Exception> | null
}

/** May stand beside others of its metric. Ref: rt6_qualify_for_ecmp() */
export function qualifiesForEcmp(route: Fib6Info): boolean {
  return route.gateway !== null
}

/** Ref: rt6_duplicate_nexthop() */
function sameNexthop(a: Fib6Info, b: Fib6Info): boolean {
  return a.dev === b.dev && a.gateway === b.gateway
}

const byDevice = new WeakMap<NetDevice, Set<Fib6Info>>()

/** The routes by a device, of all tables: what is asked whenever one goes up or down. */
export function routesOf(dev: NetDevice): ReadonlySet<Fib6Info> {
  return byDevice.get(dev) ?? new Set()
}

function link(route: Fib6Info): void {
  const routes = byDevice.get(route.dev)
  if (routes) routes.add(route)
  else byDevice.set(route.dev, new Set([route]))
}

function unlink(route: Fib6Info): void {
  byDevice.get(route.dev)?.delete(route)
}

/** A prefix that has routes. */
export interface Fib6Node {
  readonly dst: Inet6
  readonly length: number
  /** By metric, then in the order they were added. */
  routes: Fib6Info[]
  /** Which of the table's nodes was made before which. */
  readonly order: number
}

/** What makes the lookup of one destination prefer or refuse routes (Ref: RT6_LOOKUP_F_*). */
export interface LookupFlags {
  /** Only routes by the device asked for. */
  readonly iface: boolean
  /** No gateway that is known not to answer. */
  readonly reachable: boolean
  /** Also routes by a link that is down. */
  readonly ignoreLinkState: boolean
}

export class Fib6Table {
  readonly id: number
  /** By length of the prefix: the longest first. */
  #lengths: number[] = []
  readonly #nodes = new Map<number, Map<Inet6, Fib6Node>>()
  #made = 0
  constructor(id: number) {
    this.id = id
  }

  node(dst: Inet6, length: number): Fib6Node | undefined {
    return this.#nodes.get(length)?.get(dst)
  }

  /** Nodes whose prefix holds an address, the longest first. */
  *covering(address: Inet6): Generator<Fib6Node> {
    for (const length of this.#lengths) {
      const node = this.#nodes.get(length)?.get(address & inet6Mask(length))
      if (node) yield node
    }
  }

  /** Ref: fib6_add(), fib6_add_rt2node() */
  insert(route: Fib6Info, flags: CreateFlags): Errno | null {
    let node = this.node(route.dst, route.length)
    if (!node) {
      if (flags.replace && !flags.create) return ENOENT
      node = { dst: route.dst, length: route.length, routes: [], order: this.#made++ }
      let nodes = this.#nodes.get(route.length)
      if (!nodes) {
        this.#nodes.set(route.length, (nodes = new Map()))
        this.#lengths = [...this.#nodes.keys()].sort((a, b) => b - a)
      }
      nodes.set(route.dst, node)
    }
    return insertInto(node, route, flags)
  }

  /** False when it is not there, or no more. */
  remove(route: Fib6Info): boolean {
    const node = this.node(route.dst, route.length)
    const at = node?.routes.indexOf(route) ?? -1
    if (!node || at < 0) return false
    node.routes.splice(at, 1)
    unlink(route)
    if (node.routes.length === 0) this.#forget(node)
    return true
  }

  #forget(node: Fib6Node): void {
    const nodes = this.#nodes.get(node.length)
    nodes?.delete(node.dst)
    if (nodes?.size !== 0) return
    this.#nodes.delete(node.length)
    this.#lengths = this.#lengths.filter((length) => length !== node.length)
  }

  get empty(): boolean {
    return this.#nodes.size === 0
  }

  /** Every route, as a walk of Linux's tree meets them: what is inside a prefix before the prefix. Ref: fib6_walk() */
  all(): Fib6Info[] {
    return this.nodes()
      .sort(postOrder)
      .flatMap((node) => node.routes)
  }

  nodes(): Fib6Node[] {
    return [...this.#nodes.values()].flatMap((byPrefix) => [...byPrefix.values()])
  }
}

function postOrder(a: Fib6Node, b: Fib6Node): number {
  const mask = inet6Mask(Math.min(a.length, b.length))
  const [left, right] = [a.dst & mask, b.dst & mask]
  if (left !== right) return left < right ? -1 : 1
  return b.length - a.length
}

function insertInto(node: Fib6Node, route: Fib6Info, flags: CreateFlags): Errno | null {
  const { routes } = node
  const ecmp = qualifiesForEcmp(route)
  let at = 0
  let replaced: Fib6Info | null = null
  let fallback: Fib6Info | null = null
  for (; at < routes.length; at++) {
    const other = routes[at]
    if (!other || other.metric > route.metric) break
    if (other.metric !== route.metric) continue
    if (flags.excl) return EEXIST
    if (flags.replace) {
      if (qualifiesForEcmp(other) === ecmp) {
        replaced = other
        break
      }
      fallback ??= other
      continue
    }
    if (!sameNexthop(other, route)) continue
    // Told again of a route that ends: its end is another. Ref: fib6_add_rt2node()
    if (other.expires !== null) other.expires = route.expires
    return EEXIST
  }
  replaced ??= fallback
  if (flags.replace && !replaced && !flags.create) return ENOENT
  link(route)
  if (!replaced) {
    if (routes.length === 0) node.routes = [route]
    else routes.splice(at, 0, route)
    return null
  }
  // A route of several next hops goes as a whole.
  const old =
    ecmp && qualifiesForEcmp(replaced)
      ? routes.filter((r) => r.metric === route.metric && qualifiesForEcmp(r))
      : [replaced]
  routes.splice(routes.indexOf(replaced), 0, route)
  for (const gone of old) {
    routes.splice(routes.indexOf(gone), 1)
    unlink(gone)
  }
  return null
}

/** Routes that do not count now. Ref: __find_rr_leaf(), find_match() */
function usable(route: Fib6Info, flags: LookupFlags, ctx: Fib6Context): boolean {
  if (route.flags & RTNH_F_DEAD) return false
  if (route.flags & RTNH_F_LINKDOWN && !flags.ignoreLinkState && ctx.ignoresLinkdown(route.dev)) return false
  return route.expires === null || route.expires > ctx.now
}

/** What a lookup asks of the namespace. */
export interface Fib6Context {
  readonly now: number
  /** Routes by this device do not count while its link is down. */
  ignoresLinkdown(dev: NetDevice): boolean
  /** Whether a route's gateway is not known to be silent. Ref: rt6_check_neigh() */
  answers(route: Fib6Info): boolean
}

const BEST = 2

/** The best route of a node: of its lowest metric that has one. Ref: rt6_select(), find_rr_leaf() */
function select(node: Fib6Node, oif: number, flags: LookupFlags, ctx: Fib6Context): Fib6Info | null {
  let best: Fib6Info | null = null
  let bestScore = -1
  for (const route of node.routes) {
    if (best && route.metric !== best.metric) break
    if (!usable(route, flags, ctx)) continue
    const score = scoreOf(route, oif, flags, ctx)
    if (score > bestScore) [best, bestScore] = [route, score]
    if (score === BEST) break
  }
  return best
}

/** Negative: not at all. Ref: rt6_score_route() */
function scoreOf(route: Fib6Info, oif: number, flags: LookupFlags, ctx: Fib6Context): number {
  const matches = oif === 0 || route.dev.index === oif ? BEST : 0
  if (!matches && flags.iface) return -1
  return flags.reachable && !ctx.answers(route) ? -1 : matches
}

/** Ref: fib6_table_lookup() */
export function fib6TableLookup(
  table: Fib6Table,
  daddr: Inet6,
  oif: number,
  flags: LookupFlags,
  ctx: Fib6Context,
): Fib6Info | null {
  for (const node of table.covering(daddr)) {
    const found = select(node, oif, flags, ctx)
    if (found) return found
  }
  return flags.reachable ? fib6TableLookup(table, daddr, oif, { ...flags, reachable: false }, ctx) : null
}

/** The tables of one namespace. */
export class Fib6Tables {
  readonly #tables = new Map<number, Fib6Table>([
    [RT_TABLE_MAIN, new Fib6Table(RT_TABLE_MAIN)],
    [RT_TABLE_LOCAL, new Fib6Table(RT_TABLE_LOCAL)],
  ])

  get(id: number): Fib6Table | undefined {
    return this.#tables.get(id)
  }

  /** Ref: fib6_new_table() */
  make(id: number): Fib6Table {
    let table = this.#tables.get(id)
    if (!table) this.#tables.set(id, (table = new Fib6Table(id)))
    return table
  }

  /** In the order of a dump: by the low eight bits of the number. Ref: inet6_dump_fib() */
  all(): Fib6Table[] {
    return [...this.#tables.values()].sort((a, b) => (a.id & 255) - (b.id & 255) || a.id - b.id)
  }
}
