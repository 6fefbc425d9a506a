// How many hold a route, as /proc/net/ipv6_route counts them: its own node, the address it is of, and each node that
// only parts two branches, which borrows a route below it, and the processor that sent or received by it.
// Ref: net/ipv6/ip6_fib.c:fib6_add_1(), net/ipv6/route.c:rt6_make_pcpu_route()
import { RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import { inet6Mask, type Inet6 } from '../../wire/inet6.ts'
import type { Fib6Info, Fib6Table } from './ip6_fib.ts'

const IPV6_BITS = 128

interface Branch {
  bit: number
  readonly key: Inet6
  leaf: Fib6Info | null
  /** It only parts two branches: its leaf is borrowed. */
  parting: boolean
  readonly children: [Branch | null, Branch | null]
}

const taken = new WeakSet<Fib6Info>()

/** A packet went by it. */
export function holdByProcessor(route: Fib6Info): void {
  taken.add(route)
}

/** The tree grows in the order in which its nodes were made. */
export function fib6References(table: Fib6Table): ReadonlyMap<Fib6Info, number> {
  const root: Branch = { bit: 0, key: 0n, leaf: null, parting: false, children: [null, null] }
  const references = new Map<Fib6Info, number>()
  for (const { dst, length, routes } of table.nodes().sort((a, b) => a.order - b.order)) {
    for (const route of routes)
      references.set(route, (route.type === RTN_LOCAL ? 2 : 1) + (taken.has(route) ? 1 : 0))
    if (routes[0] && length > 0) grow(root, dst, length, routes[0])
  }
  const count = ({ parting, leaf, children }: Branch): void => {
    if (parting && leaf) references.set(leaf, (references.get(leaf) ?? 0) + 1)
    for (const child of children) if (child) count(child)
  }
  count(root)
  return references
}

function sideOf(key: Inet6, bit: number): 0 | 1 {
  return (key >> BigInt(IPV6_BITS - 1 - bit)) & 1n ? 1 : 0
}

function grow(root: Branch, key: Inet6, length: number, leaf: Fib6Info): void {
  const added: Branch = { bit: length, key, leaf, parting: false, children: [null, null] }
  let parent = root
  for (;;) {
    const side = sideOf(key, parent.bit)
    const next = parent.children[side]
    if (next === null) {
      parent.children[side] = added
      return
    }
    const apart = firstDifference(key, next.key)
    if (length < next.bit || apart < next.bit) {
      parent.children[side] = length > apart ? part(apart, added, next) : above(added, next)
      return
    }
    if (length === next.bit) {
      next.leaf = leaf
      next.parting = false
      return
    }
    parent = next
  }
}

function above(added: Branch, below: Branch): Branch {
  added.children[sideOf(below.key, added.bit)] = below
  return added
}

function part(bit: number, added: Branch, other: Branch): Branch {
  const parting: Branch = {
    bit,
    key: other.key & inet6Mask(bit),
    leaf: other.leaf,
    parting: true,
    children: [null, null],
  }
  parting.children[sideOf(added.key, bit)] = added
  parting.children[sideOf(other.key, bit)] = other
  return parting
}

/** The first bit in which two addresses differ. */
function firstDifference(a: Inet6, b: Inet6): number {
  return a === b ? IPV6_BITS : IPV6_BITS - (a ^ b).toString(2).length
}
