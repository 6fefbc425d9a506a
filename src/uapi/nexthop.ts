// Next hops that have numbers of their own, which routes name: RTM_NEWNEXTHOP, RTM_DELNEXTHOP, RTM_GETNEXTHOP
// (include/uapi/linux/nexthop.h).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { CreateFlags } from './rtnetlink.ts'

export interface NexthopMember {
  readonly id: number
  /** 1…256. */
  readonly weight: number
}

export interface NexthopAttrs {
  /** 0: AF_UNSPEC, of a group. */
  readonly family: number
  /** 0 in a request: the next free one. */
  readonly id: number
  readonly protocol: number
  /** RTNH_F_*. */
  readonly flags: number
  readonly gateway?: Inet | Inet6
  readonly oif?: number
  readonly blackhole?: true
  readonly fdb?: true
  readonly group?: readonly NexthopMember[]
}

export type NexthopRequest =
  | { readonly type: 'RTM_NEWNEXTHOP'; readonly flags: CreateFlags; readonly nexthop: NexthopAttrs }
  | { readonly type: 'RTM_DELNEXTHOP'; readonly id: number }
  | { readonly type: 'RTM_GETNEXTHOP'; readonly id: number }
  /** All of them in order of their numbers: those on a device, on devices of a master, groups only. */
  | {
      readonly type: 'RTM_GETNEXTHOPS'
      readonly oif?: number
      readonly master?: number
      readonly groups?: boolean
    }

export interface NexthopMessage extends NexthopAttrs {
  readonly type: 'RTM_NEWNEXTHOP' | 'RTM_DELNEXTHOP'
  readonly scope: number
}
