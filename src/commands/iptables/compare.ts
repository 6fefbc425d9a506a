// When two rules are the same rule: for `-D` and `-C` (Ref: iptables/nft-shared.c:nft_rule_find()).
import type { XtRule } from '../../uapi/netfilter.ts'

export function sameRule(a: XtRule, b: XtRule): boolean {
  return same(a, b)
}

/** Values without cycles, octets included. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  )
}
