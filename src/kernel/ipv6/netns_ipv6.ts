// What IPv6 knows of a namespace. Ref: include/net/netns/ipv6.h
import type { Timer } from '../../sim/clock.ts'
import { AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { FibRules } from '../core/fib_rules.ts'
import { LazyMap } from '../core/lazy.ts'
import { DEFAULT_PARMS, type NeighParms, type NeighTable } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import { CONF_DEFAULTS, type Ipv6Conf } from './conf.ts'
import type { Fib6Tables } from './ip6_fib.ts'
import type { Inet6Ifa } from './inet6_dev.ts'
import type { SocketTable6 } from './socket_table.ts'

/** How often a host was told of errors, times and tokens in milliseconds (Ref: struct inet_peer). */
export interface InetPeer6 {
  tokens: number
  last: number
}

const CONF_ALL: Ipv6Conf = { ...CONF_DEFAULTS, accept_dad: 0 }

/** What a namespace starts with, of what is not of a device. */
const SYSCTLS: Readonly<Record<string, number>> = {
  anycast_src_echo_reply: 0,
  auto_flowlabels: 1,
  bindv6only: 0,
  fib_multipath_hash_policy: 0,
  flowlabel_consistency: 1,
  'icmp/echo_ignore_all': 0,
  'icmp/echo_ignore_anycast': 0,
  'icmp/echo_ignore_multicast': 0,
  'icmp/ratelimit': 100,
  idgen_delay: 1,
  idgen_retries: 3,
  ip6frag_time: 60,
  ip_nonlocal_bind: 0,
  'route/gc_timeout': 60,
  'route/min_adv_mss': 1220,
  'route/mtu_expires': 600,
}

/** IPv6 in one namespace (Ref: struct netns_ipv6). */
export class NetnsIpv6 {
  readonly rules = new FibRules(AF_INET6, false)
  all: Ipv6Conf = CONF_ALL
  dflt: Ipv6Conf = CONF_DEFAULTS
  /** Of devices that come (net.ipv6.neigh.default). */
  neigh: NeighParms = DEFAULT_PARMS
  /** Integers of net.ipv6 that are not of a device. */
  sysctls: Readonly<Record<string, number>> = SYSCTLS
  readonly fib: Fib6Tables
  readonly ndisc: NeighTable<Inet6>
  readonly sockets: SocketTable6
  /** Addresses of the namespace: several devices can have the same link-local one (Ref: inet6_addr_lst). */
  readonly locals = new Map<Inet6, Inet6Ifa[]>()
  readonly peers = new LazyMap<Inet6, InetPeer6>()
  icmpCredit = { tokens: 50, last: 0 }
  /** Until routes that end are looked through. */
  gcTimer: Timer | null = null
  fragmentId: number
  /** What flow labels are made with. */
  readonly flowSeed: number
  constructor(net: Net, fib: Fib6Tables, ndisc: NeighTable<Inet6>, sockets: SocketTable6) {
    this.fib = fib
    this.ndisc = ndisc
    this.sockets = sockets
    // Drawn by nobody: the first namespace of a machine would shift every later random number otherwise.
    this.fragmentId = net.inode
    this.flowSeed = net.inode
  }
}

export function ipv6Of(net: Net): NetnsIpv6 {
  if (!(net.ipv6 instanceof NetnsIpv6)) throw new Error('namespace without IPv6')
  return net.ipv6
}
