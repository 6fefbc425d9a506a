// What IPv4 knows of a device. Ref: include/linux/inetdevice.h
import type { Inet } from '../../wire/inet.ts'
import { inetMask } from '../../wire/inet.ts'
import { LazySet } from '../core/lazy.ts'
import type { NeighParms } from '../core/neighbour.ts'
import type { NetDevice } from '../core/net.ts'
import type { ConfKey, Ipv4Conf } from './conf.ts'
import { McState } from './mc_state.ts'

/** An address on a device (Ref: struct in_ifaddr). */
export interface Ifa {
  readonly local: Inet
  /** The peer's on a point-to-point link; else the same as `local`. */
  readonly address: Inet
  readonly prefixlen: number
  broadcast: Inet | null
  readonly scope: number
  /** IFA_F_*. */
  flags: number
  label: string
  metric: number
  /** Seconds at `stamp`; INFINITY_LIFE_TIME for ever. */
  validLft: number
  preferredLft: number
  stamp: number
  readonly dev: NetDevice
}

export function ifaMask(ifa: Ifa): Inet {
  return inetMask(ifa.prefixlen)
}

/** Ref: inet_ifa_match() */
export function ifaMatch(address: Inet, ifa: Ifa): boolean {
  return ((address ^ ifa.address) & ifaMask(ifa)) === 0
}

/** What is asked of the local table without knowing it. */
export interface LocalTable {
  /** Whether any route of it is for this address. */
  covers(daddr: Inet): boolean
  /** Each address that a route of it is for, but those of lo; null when it has routes for many at once. */
  hosts(): readonly Inet[] | null
}

/** IPv4 on one device (Ref: struct in_device). */
export class InDevice {
  readonly dev: NetDevice
  addresses: readonly Ifa[] = []
  conf: Ipv4Conf
  /** Settings of the whole namespace. */
  readonly all: Ipv4Conf
  /** The namespace's local table: asked for each ARP request that passes, so it is at hand. */
  readonly local: LocalTable
  /** Settings changed by hand since: `conf/default` does not reach them any more. */
  readonly confSet = new LazySet<string>()
  /** All of them count as changed, since it was given an address. */
  confKept = false
  neigh: NeighParms
  /** Groups it has joined, and what is still to be said of them. */
  readonly mc = new McState()
  constructor(dev: NetDevice, conf: Ipv4Conf, all: Ipv4Conf, neigh: NeighParms, local: LocalTable) {
    this.dev = dev
    this.all = all
    this.local = local
    this.conf = conf
    this.neigh = neigh
  }

  /** Changes one setting. */
  set(key: ConfKey, value: number): void {
    this.conf = { ...this.conf, [key]: value }
  }
}

/** Routes by this device do not count while its link is down. Ref: ip_ignore_linkdown() */
export function ignoresLinkdown(dev: NetDevice): boolean {
  const device = inDev(dev)
  if (!device) return false
  return device.conf.ignore_routes_with_linkdown !== 0 || device.all.ignore_routes_with_linkdown !== 0
}

/** Whether a packet to a group is for this device. Ref: ip_check_mc_rcu() */
export function ipCheckMc(device: InDevice, group: Inet): boolean {
  return device.mc.groups.some((one) => one.group === group)
}

export function inDev(dev: NetDevice): InDevice | null {
  return dev.ipPtr instanceof InDevice ? dev.ipPtr : null
}
