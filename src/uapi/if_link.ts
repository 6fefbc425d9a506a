// Attributes that any link can have, and those of the kinds that stand on another (Ref: include/uapi/linux/if_link.h,
// if_vlan.h).
import type { Mac } from '../wire/mac.ts'
import type { OperState } from './if.ts'

export const ALTIFNAMSIZ = 128

export const IF_LINK_MODE_DEFAULT = 0
export const IF_LINK_MODE_DORMANT = 1

/** How IPv6 makes an address of its own (IN6_ADDR_GEN_MODE_*), by number. */
export const ADDR_GEN_MODES = ['eui64', 'none', 'stable_secret', 'random'] as const
export type AddrGenMode = (typeof ADDR_GEN_MODES)[number]

/** What can be asked of any link besides its name, addresses and flags. */
export interface LinkSettings {
  /** Number in the namespace that it moves to. */
  newIndex?: number
  /** Id of the namespace in which `link` counts, or in which the other end is looked for. */
  linkNetnsid?: number
  /** Of a new link. */
  numTxQueues?: number
  numRxQueues?: number
  gsoMaxSize?: number
  gsoMaxSegs?: number
  groMaxSize?: number
  addrgenmode?: AddrGenMode
  /** IF_LINK_MODE_*. */
  linkmode?: number
  operstate?: OperState
  protoDown?: boolean
  /** Bits of reasons, and which of them the request is about. */
  protoDownReason?: number
  protoDownReasonMask?: number
}

/** What any link tells of itself besides its name, addresses and flags. */
export interface LinkProperties {
  /** IF_LINK_MODE_*. */
  linkmode: number
  numTxQueues: number
  numRxQueues: number
  gsoMaxSize: number
  gsoMaxSegs: number
  tsoMaxSize: number
  groMaxSize: number
  addrgenmode: AddrGenMode
  altnames?: readonly string[]
  protoDown?: boolean
  /** Bits of reasons. */
  protoDownReason?: number
}

/** `ip link property`: further names, given or taken away. */
export interface LinkPropRequest {
  type: 'RTM_NEWLINKPROP' | 'RTM_DELLINKPROP'
  index: number
  altnames: readonly string[]
}

export const VLAN_FLAG_REORDER_HDR = 0x01
export const VLAN_FLAG_GVRP = 0x02
export const VLAN_FLAG_LOOSE_BINDING = 0x04
export const VLAN_FLAG_MVRP = 0x08
export const VLAN_FLAG_BRIDGE_BINDING = 0x10

/** A priority of packets and the one of tags that it is mapped to, or the other way round. */
export interface QosMapping {
  from: number
  to: number
}

/** Attributes of a VLAN device (IFLA_VLAN_*). */
export interface VlanAttrs {
  /** ETH_P_8021Q unless said. */
  protocol?: number
  id?: number
  /** VLAN_FLAG_*; in a request with `flagMask`, which of them it is about. */
  flags?: number
  flagMask?: number
  ingressQos?: QosMapping[]
  egressQos?: QosMapping[]
}

export const MACVLAN_MODE_PRIVATE = 1
export const MACVLAN_MODE_VEPA = 2
export const MACVLAN_MODE_BRIDGE = 4
export const MACVLAN_MODE_PASSTHRU = 8
export const MACVLAN_MODE_SOURCE = 16

export const MACVLAN_FLAG_NOPROMISC = 1
export const MACVLAN_FLAG_NODST = 2

/** Attributes of a macvlan (IFLA_MACVLAN_*). */
export interface MacvlanAttrs {
  /** MACVLAN_MODE_*. */
  mode?: number
  /** MACVLAN_FLAG_*. */
  flags?: number
  /** What to do with the addresses that a device in source mode listens to. */
  macaddrMode?: 'add' | 'del' | 'flush' | 'set'
  macaddrs?: Mac[]
  bcQueueLen?: number
  /** Read only: the longest that a device on the same parent asked for. */
  bcQueueLenUsed?: number
}

export const IPVLAN_MODE_L2 = 0
export const IPVLAN_MODE_L3 = 1
export const IPVLAN_MODE_L3S = 2

export const IPVLAN_F_PRIVATE = 1
export const IPVLAN_F_VEPA = 2

/** Attributes of an ipvlan (IFLA_IPVLAN_*), the same for all on one parent. */
export interface IpvlanAttrs {
  /** IPVLAN_MODE_*. */
  mode?: number
  /** IPVLAN_F_*. */
  flags?: number
}
