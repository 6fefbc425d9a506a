// What the kernel tells of itself over rtnetlink: the multicast groups of a netlink socket (rtnetlink(7), netlink(7)).
import type { Errno } from './errno.ts'
import type { AF_INET, AF_INET6, RtnetlinkMessage } from './rtnetlink.ts'
import type { Waitable } from './socket.ts'

/** RTNLGRP_*. */
export type RtnetlinkGroup =
  | 'link'
  | 'neigh'
  | 'nsid'
  | 'nexthop'
  | 'mdb'
  | 'vlan'
  | 'ipv4-ifaddr'
  | 'ipv4-route'
  | 'ipv4-rule'
  | 'ipv4-netconf'
  | 'ipv6-ifaddr'
  | 'ipv6-route'
  | 'ipv6-rule'
  | 'ipv6-netconf'

/** Settings of a device, or of all of them (RTM_NEWNETCONF, RTM_DELNETCONF); what is absent is not told of. */
export interface NetconfMessage {
  readonly type: 'RTM_NEWNETCONF' | 'RTM_DELNETCONF'
  readonly family: typeof AF_INET | typeof AF_INET6
  /** −1: all, −2: default. */
  readonly index: number
  readonly forwarding?: number
  readonly rpFilter?: number
  readonly mcForwarding?: number
  readonly proxyNeigh?: number
  readonly ignoreLinkdown?: number
}

export interface RtnetlinkNotification {
  readonly message: RtnetlinkMessage
  /** Id of the namespace it comes from, in the listener's; null: it is the listener's own. */
  readonly nsid: number | null
}

/**
 * A netlink socket that listens: messages come in the order in which Linux sends them, each as things stood then, as a
 * dump would show them. A part of the kernel tells by `rtnlNotify(net, group, () => message)` (kernel/core/
 * rtnl_notify.ts), which costs nothing while nobody listens; links by `rtmsgIfinfo(type, dev)`. A program subscribes by
 * `p.net.rtnetlinkSocket(groups)`, sleeps on the socket with `p.clock.wait([socket])` and reads until EAGAIN.
 */
export interface RtnetlinkSocket extends Waitable {
  /** The oldest message, or EAGAIN. */
  recv(): RtnetlinkNotification | Errno
  close(): void
}

export interface RtnetlinkSocketOptions {
  readonly groups: readonly RtnetlinkGroup[]
  /** NETLINK_LISTEN_ALL_NSID: those of every namespace that has an id here too. */
  readonly allNsid: boolean
}
