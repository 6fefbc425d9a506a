// What IPv4 knows of a namespace. Ref: include/net/netns/ipv4.h
import type { NexthopRequest } from '../../uapi/nexthop.ts'
import type { RtnetlinkReply } from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import { LazyMap } from '../core/lazy.ts'
import { DEFAULT_PARMS, type NeighParms, type NeighTable } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import { CONF_DEFAULTS, type ConfKey, type Ipv4Conf } from './conf.ts'
import type { FibTables, Nexthop } from './fib_table.ts'
import type { Ifa } from './in_device.ts'
import { Mib } from './mib.ts'
import type { SocketTable } from './socket_table.ts'

/** How often a host was told of errors, times and tokens in milliseconds (Ref: struct inet_peer). */
export interface InetPeer {
  tokens: number
  last: number
  redirects: number
}

/** What a namespace starts with, of what is not of a device. */
const SYSCTLS: Readonly<Record<string, number>> = {
  fib_multipath_hash_policy: 0,
  fwmark_reflect: 0,
  igmp_qrv: 2,
  ip_default_ttl: 64,
  ip_forward_use_pmtu: 0,
  ip_no_pmtu_disc: 0,
  ip_nonlocal_bind: 0,
  icmp_echo_ignore_all: 0,
  icmp_echo_ignore_broadcasts: 1,
  icmp_errors_use_inbound_ifaddr: 0,
  icmp_ignore_bogus_error_responses: 1,
  icmp_msgs_burst: 50,
  icmp_msgs_per_sec: 1000,
  icmp_ratelimit: 1000,
  icmp_ratemask: 6168,
  ip_unprivileged_port_start: 1024,
  ipfrag_time: 30,
  nexthop_compat_mode: 1,
  'route/min_adv_mss': 256,
  'route/min_pmtu': 552,
  'route/mtu_expires': 600,
}

/** IPv4 in one namespace (Ref: struct netns_ipv4). */
export class NetnsIpv4 {
  readonly all: Record<ConfKey, number> = { ...CONF_DEFAULTS, accept_source_route: 0 }
  dflt: Ipv4Conf = CONF_DEFAULTS
  /** One for all namespaces, which only the machine's own shows. Ref: net/ipv4/arp.c:arp_init() */
  readonly neighDefault: { neigh: NeighParms }
  /** Integers of net.ipv4 that are not of a device. */
  sysctls: Readonly<Record<string, number>> = SYSCTLS
  /** net.ipv4.ip_local_port_range, which is IPv6's too. */
  portRange: readonly [first: number, last: number] = [32768, 60999]
  readonly fib: FibTables
  /** By number, in order of it. */
  readonly nexthops = new LazyMap<number, Nexthop>()
  lastNexthopId = 0
  /** Routes ever added. */
  routeSerials = 0
  /** Answers about them, once it is there. */
  nexthopRcv: ((net: Net, request: NexthopRequest) => RtnetlinkReply) | null = null
  readonly arp: NeighTable<Inet>
  readonly sockets: SocketTable
  /** Addresses of the namespace with how many devices have each (Ref: inet_addr_lst). */
  readonly locals = new Map<Inet, Ifa[]>()
  /** Exceptions of an earlier generation do not count (Ref: fnhe_genid()). */
  exceptionGeneration = 0
  readonly mib = new Mib()
  readonly peers = new LazyMap<Inet, InetPeer>()
  icmpCredit = { tokens: 50, last: 0 }
  ipId: number
  constructor(net: Net, fib: FibTables, arp: NeighTable<Inet>, sockets: SocketTable) {
    const [first] = net.stack.nets
    const shared = first === net ? null : first?.ipv4
    this.neighDefault = shared instanceof NetnsIpv4 ? shared.neighDefault : { neigh: DEFAULT_PARMS }
    this.fib = fib
    this.arp = arp
    this.sockets = sockets
    this.ipId = net.stack.random.below(65536)
  }
}

export function ipv4Of(net: Net): NetnsIpv4 {
  if (!(net.ipv4 instanceof NetnsIpv4)) throw new Error('namespace without IPv4')
  return net.ipv4
}
