// Connection tracking as values: what the conntrack program asks and what comes back (nfnetlink_conntrack,
// Ref: include/uapi/linux/netfilter/nfnetlink_conntrack.h, nf_conntrack_common.h).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Errno } from './errno.ts'
import type { NetlinkError } from './rtnetlink.ts'
import type { Waitable } from './socket.ts'

// ct status (IPS_*)
export const IPS_EXPECTED = 1 << 0
export const IPS_SEEN_REPLY = 1 << 1
export const IPS_ASSURED = 1 << 2
export const IPS_CONFIRMED = 1 << 3
export const IPS_SRC_NAT = 1 << 4
export const IPS_DST_NAT = 1 << 5
export const IPS_SRC_NAT_DONE = 1 << 7
export const IPS_DST_NAT_DONE = 1 << 8
export const IPS_DYING = 1 << 9

export interface CtTuple {
  readonly family: 2 | 10
  readonly src: Inet | Inet6
  readonly dst: Inet | Inet6
  /** IPPROTO_*. */
  readonly protocol: number
  /** Ports of TCP and UDP (also SCTP); 0 of other protocols. */
  readonly sport: number
  readonly dport: number
  /** Of ICMP and ICMPv6. */
  readonly icmp: { readonly type: number; readonly code: number; readonly id: number } | null
}

/** States of a tracked TCP connection, by the names conntrack prints. */
export type CtTcpState =
  | 'NONE'
  | 'SYN_SENT'
  | 'SYN_RECV'
  | 'ESTABLISHED'
  | 'FIN_WAIT'
  | 'CLOSE_WAIT'
  | 'LAST_ACK'
  | 'TIME_WAIT'
  | 'CLOSE'
  | 'SYN_SENT2'

export interface CtEntry {
  readonly id: number
  readonly orig: CtTuple
  readonly reply: CtTuple
  /** IPS_*. */
  readonly status: number
  /** Seconds left, rounded down. */
  readonly timeout: number
  readonly tcpState: CtTcpState | null
  readonly mark: number
  readonly zone: number
  readonly use: number
  /** Packets and octets each way, where nf_conntrack_acct is on. */
  readonly acct: { readonly orig: CtCounters; readonly reply: CtCounters } | null
}

export interface CtCounters {
  readonly packets: number
  readonly bytes: number
}

/** Who asks: the port of its netlink socket, which those who listen are told. */
interface CtAsker {
  readonly portid: number
}

export type CtRequest =
  /** All of a family (0: both), in the order of the table. `zero`: counters go back to 0. */
  | { readonly type: 'GET'; readonly family: 0 | 2 | 10; readonly zero?: boolean }
  /** The one that has this tuple in one of its directions. */
  | { readonly type: 'GETONE'; readonly tuple: CtTuple }
  | ({ readonly type: 'DELETE'; readonly id: number; readonly orig: CtTuple } & CtAsker)
  /** `mark`, `timeout` (seconds) and bits of the status of one. */
  | ({
      readonly type: 'UPDATE'
      readonly orig: CtTuple
      readonly mark?: number
      readonly timeout?: number
      readonly status?: number
    } & CtAsker)
  | ({ readonly type: 'NEW'; readonly entry: CtNew } & CtAsker)
  | ({ readonly type: 'FLUSH'; readonly family: 0 | 2 | 10 } & CtAsker)
  | { readonly type: 'COUNT' }
  | { readonly type: 'STATS' }

/** One made by hand (`conntrack -I`). */
export interface CtNew {
  readonly orig: CtTuple
  readonly reply: CtTuple
  readonly timeout: number
  readonly status: number
  readonly tcpState: CtTcpState | null
  readonly mark: number
  readonly zone: number
}

/** Counts of one CPU since the namespace was made. */
export interface CtStats {
  readonly found: number
  readonly invalid: number
  readonly insert: number
  readonly insertFailed: number
  readonly drop: number
  readonly earlyDrop: number
  readonly error: number
  readonly searchRestart: number
  readonly clashResolve: number
  readonly chainToolong: number
}

export type CtReply =
  | { readonly error: NetlinkError }
  | {
      readonly error?: undefined
      readonly entries: readonly CtEntry[]
      readonly count: number
      readonly stats: CtStats
    }

/** What `conntrack -E` is told. */
export interface CtEvent {
  readonly kind: 'NEW' | 'UPDATE' | 'DESTROY'
  readonly entry: CtEntry
  /** Of a program that did it; null: a packet, or time. */
  readonly portid: number | null
}

/** A netlink socket in the groups of connection tracking. */
export interface CtEventSocket extends Waitable {
  /** The oldest event not yet read, or EAGAIN. */
  recv(): CtEvent | Errno
  close(): void
}
