// What TCP knows of a namespace: settings and tables. Ref: include/net/netns/ipv4.h, include/net/inet_hashtables.h
import type { Net } from '../core/net.ts'
import type { Endpoint, TcpSock, TcpTimewait } from './tcp_sock.ts'

/** Whole numbers of net.ipv4 that TCP goes by. */
const TCP_SYSCTLS = {
  tcp_abort_on_overflow: 0,
  tcp_fin_timeout: 60,
  tcp_keepalive_intvl: 75,
  tcp_keepalive_probes: 9,
  tcp_keepalive_time: 7200,
  tcp_max_orphans: 131072,
  tcp_max_syn_backlog: 2048,
  tcp_max_tw_buckets: 131072,
  tcp_orphan_retries: 0,
  tcp_retries1: 3,
  tcp_retries2: 15,
  tcp_rto_max_ms: 120000,
  tcp_sack: 1,
  tcp_syn_linear_timeouts: 4,
  tcp_syn_retries: 6,
  tcp_synack_retries: 5,
  tcp_timestamps: 1,
  tcp_tw_reuse: 2,
  tcp_window_scaling: 1,
  tcp_fwmark_accept: 0,
} as const

export type TcpSysctl = keyof typeof TCP_SYSCTLS

export class NetnsTcp {
  readonly sysctls: Record<TcpSysctl, number> = { ...TCP_SYSCTLS }
  somaxconn = 4096
  /** Least, initial and greatest octets of a socket's buffers. */
  rmem: readonly [number, number, number] = [4096, 131072, 33554432]
  wmem: readonly [number, number, number] = [4096, 16384, 4194304]
  /** Connections by both ports (Ref: tcp_hashinfo.ehash). */
  readonly established = new Map<number, Endpoint[]>()
  readonly listening = new Map<number, TcpSock[]>()
  /** Whoever holds a port (Ref: tcp_hashinfo.bhash). */
  readonly bound = new Map<number, Set<TcpSock | TcpTimewait>>()
}

/** Made when it is first asked for: most namespaces never hold a connection. */
export function tcpOf(net: Net): NetnsTcp {
  if (net.tcp instanceof NetnsTcp) return net.tcp
  const made = new NetnsTcp()
  net.tcp = made
  return made
}
