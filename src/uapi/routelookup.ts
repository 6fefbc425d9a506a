// The question of `ip route get` (RTM_GETROUTE without NLM_F_DUMP).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'

export interface RouteLookup<A extends Inet | Inet6 = Inet | Inet6> {
  dst: A
  src?: A
  iif?: number
  oif?: number
  mark?: number
  tos?: number
  uid?: number
  /** Protocol and ports of the packet asked about. */
  ipproto?: number
  sport?: number
  dport?: number
  /** The route itself is wanted, not what it leads to. */
  fibMatch?: boolean
}
