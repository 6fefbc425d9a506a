// What IPv6 knows of a device. Ref: include/net/if_inet6.h
import type { Timer } from '../../sim/clock.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NeighParms } from '../core/neighbour.ts'
import type { NetDevice } from '../core/net.ts'
import { confOfMtu, type ConfKey, type Ipv6Conf } from './conf.ts'
import type { Fib6Info } from './ip6_fib.ts'

/** How far duplicate address detection is (Ref: INET6_IFADDR_STATE_*). */
export type DadState = 'predad' | 'dad' | 'postdad' | 'errdad' | 'dead'

/** An address on a device (Ref: struct inet6_ifaddr). */
export interface Inet6Ifa {
  readonly address: Inet6
  /** The peer's on a point-to-point link; 0 when there is none. */
  readonly peer: Inet6
  prefixlen: number
  readonly scope: number
  /** IFA_F_*. */
  flags: number
  /** Of the prefix's route; 0 is the kernel's own choice. */
  metric: number
  /** Seconds at `stamp`; INFINITY_LIFE_TIME for ever. */
  validLft: number
  preferredLft: number
  stamp: number
  readonly dev: NetDevice
  state: DadState
  probes: number
  nonce: number
  timer: Timer | null
  /** In the local table, once the address may be used. */
  route: Fib6Info | null
}

/** A group that a device listens to (Ref: struct ifmcaddr6). */
export interface McGroup {
  readonly address: Inet6
  users: number
  /** Of which no listener reports speak: all nodes, and what stays on the node. */
  readonly noReport: boolean
  /** Its MAC is among the device's. */
  loaded: boolean
  /** How many more reports tell of a change. */
  crcount: number
}

/** An anycast address (Ref: struct ifacaddr6). */
export interface Anycast {
  readonly address: Inet6
  users: number
  route: Fib6Info | null
}

const NOTHING: readonly never[] = []

/** IPv6 on one device (Ref: struct inet6_dev). */
export class Inet6Dev {
  readonly dev: NetDevice
  /** Wider scopes first, of one scope the newest first. */
  addresses: readonly Inet6Ifa[] = NOTHING
  conf: Ipv6Conf
  neigh: NeighParms
  /** Newest first. */
  groups: readonly McGroup[] = NOTHING
  /** Left, but reports still tell of it. */
  readonly left: McGroup[] = []
  anycasts: readonly Anycast[] = NOTHING
  /** Up, and the link carries (Ref: IF_READY). */
  ready = false
  /** Reports still to send, and when the next is due. */
  mcReports = 0
  mcTimer: Timer | null = null
  /** Reports still to send since an address could be their source. */
  mcDadReports = 0
  mcDadTimer: Timer | null = null
  rsTimer: Timer | null = null
  rsInterval = 0
  rsProbes = 0
  constructor(dev: NetDevice, conf: Ipv6Conf, neigh: NeighParms) {
    this.dev = dev
    this.conf = confOfMtu(conf, dev.mtu)
    this.neigh = neigh
  }

  /** Changes one setting. */
  set(key: ConfKey, value: number): void {
    this.conf = { ...this.conf, [key]: value }
  }
}

export function inet6Dev(dev: NetDevice): Inet6Dev | null {
  return dev.ip6Ptr instanceof Inet6Dev ? dev.ip6Ptr : null
}
