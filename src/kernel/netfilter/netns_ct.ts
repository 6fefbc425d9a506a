// What connection tracking knows of a namespace. Ref: include/net/netns/conntrack.h
import type { Nanoseconds } from '../../sim/clock.ts'
import type { CtEvent } from '../../uapi/conntrack.ts'
import type { Net } from '../core/net.ts'
import type { NfConn, TupleHash } from './nf_conn.ts'

/** Settings below net/netfilter that are whole numbers and can be written, with their defaults. */
export const CT_SYSCTLS = {
  nf_conntrack_acct: 0,
  nf_conntrack_checksum: 1,
  nf_conntrack_events: 2,
  nf_conntrack_frag6_high_thresh: 4194304,
  nf_conntrack_frag6_low_thresh: 3145728,
  nf_conntrack_frag6_timeout: 60,
  nf_conntrack_generic_timeout: 600,
  nf_conntrack_gre_timeout: 30,
  nf_conntrack_gre_timeout_stream: 180,
  nf_conntrack_icmp_timeout: 30,
  nf_conntrack_icmpv6_timeout: 30,
  nf_conntrack_log_invalid: 0,
  nf_conntrack_sctp_timeout_closed: 10,
  nf_conntrack_sctp_timeout_cookie_echoed: 3,
  nf_conntrack_sctp_timeout_cookie_wait: 3,
  nf_conntrack_sctp_timeout_established: 210,
  nf_conntrack_sctp_timeout_heartbeat_sent: 30,
  nf_conntrack_sctp_timeout_shutdown_ack_sent: 3,
  nf_conntrack_sctp_timeout_shutdown_recd: 3,
  nf_conntrack_sctp_timeout_shutdown_sent: 3,
  nf_conntrack_tcp_be_liberal: 0,
  nf_conntrack_tcp_ignore_invalid_rst: 0,
  nf_conntrack_tcp_loose: 1,
  nf_conntrack_tcp_max_retrans: 3,
  nf_conntrack_tcp_timeout_close: 10,
  nf_conntrack_tcp_timeout_close_wait: 60,
  nf_conntrack_tcp_timeout_established: 432000,
  nf_conntrack_tcp_timeout_fin_wait: 120,
  nf_conntrack_tcp_timeout_last_ack: 30,
  nf_conntrack_tcp_timeout_max_retrans: 300,
  nf_conntrack_tcp_timeout_syn_recv: 60,
  nf_conntrack_tcp_timeout_syn_sent: 120,
  nf_conntrack_tcp_timeout_time_wait: 120,
  nf_conntrack_tcp_timeout_unacknowledged: 300,
  nf_conntrack_timestamp: 0,
  nf_conntrack_udp_timeout: 30,
  nf_conntrack_udp_timeout_stream: 120,
  nf_hooks_lwtunnel: 0,
}

/** Ref: struct ip_conntrack_stat */
export interface CtStat {
  found: number
  invalid: number
  insert: number
  insertFailed: number
  drop: number
  earlyDrop: number
  error: number
  searchRestart: number
  clashResolve: number
  chainToolong: number
}

/** Whoever wants to know what becomes of flows. */
export interface CtListener {
  tell(event: CtEvent): void
}

export class NetnsCt {
  readonly sysctls: Record<keyof typeof CT_SYSCTLS, number> = { ...CT_SYSCTLS }
  /** By hash of the tuple, both directions. */
  readonly table = new Map<number, TupleHash>()
  count = 0
  /** Most flows: the first namespace's counts for all. */
  max = 262144
  readonly stat: CtStat = {
    found: 0,
    invalid: 0,
    insert: 0,
    insertFailed: 0,
    drop: 0,
    earlyDrop: 0,
    error: 0,
    searchRestart: 0,
    clashResolve: 0,
    chainToolong: 0,
  }
  /** How many ask for tracking, by family (Ref: nf_ct_netns_get()). */
  readonly users = { ipv4: 0, ipv6: 0 }
  /** How many chains translate, by family (Ref: nf_nat_register_fn()). */
  readonly natUsers = { ipv4: 0, ipv6: 0 }
  readonly listeners = new Set<CtListener>()
  /** Flows by what they come from, for addresses already given to it (Ref: nf_nat_bysource). */
  readonly bySource = new Map<number, NfConn[]>()
  nextId = 0
  gcAt: Nanoseconds = Infinity
  /** Last complaint of a full table: they are rate limited. */
  fullTold: Nanoseconds = -Infinity
}

/** A namespace gets its own the first time somebody asks. */
export function ctOf(net: Net): NetnsCt {
  if (net.nfct instanceof NetnsCt) return net.nfct
  const made = new NetnsCt()
  net.nfct = made
  return made
}
