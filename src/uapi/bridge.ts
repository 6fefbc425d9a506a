// Attributes of bridges and their ports (IFLA_BR_*, IFLA_BRPORT_*), and what `bridge vlan` is about.
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Mac } from '../wire/mac.ts'

/** A bridge's or a root's id: priority and address. */
export interface BridgeIdAttrs {
  priority: number
  address: Mac
}

/** Settings of a bridge, times in 1/100 s as the kernel has them. */
export interface BridgeSettings {
  forwardDelay?: number
  helloTime?: number
  maxAge?: number
  ageingTime?: number
  stpState?: number
  priority?: number
  vlanFiltering?: number
  /** ETH_P_8021Q or ETH_P_8021AD. */
  vlanProtocol?: number
  vlanDefaultPvid?: number
  vlanStatsEnabled?: number
  vlanStatsPerPort?: number
  groupFwdMask?: number
  groupAddress?: Mac
  mcastSnooping?: number
  mcastRouter?: number
  mcastQueryUseIfaddr?: number
  mcastQuerier?: number
  mcastHashElasticity?: number
  mcastHashMax?: number
  mcastLastMemberCount?: number
  mcastStartupQueryCount?: number
  mcastLastMemberInterval?: number
  mcastMembershipInterval?: number
  mcastQuerierInterval?: number
  mcastQueryInterval?: number
  mcastQueryResponseInterval?: number
  mcastStartupQueryInterval?: number
  mcastStatsEnabled?: number
  mcastIgmpVersion?: number
  mcastMldVersion?: number
  mcastVlanSnooping?: number
  noLinklocalLearn?: number
  nfCallIptables?: number
  nfCallIp6tables?: number
  nfCallArptables?: number
  /** Forget what was learned. */
  fdbFlush?: boolean
}

export interface BridgeAttrs extends BridgeSettings {
  /** Read only from here on. */
  bridgeId?: BridgeIdAttrs
  rootId?: BridgeIdAttrs
  rootPort?: number
  rootPathCost?: number
  topologyChange?: number
  topologyChangeDetected?: number
  /** What is left of timers, in 1/100 s. */
  helloTimer?: number
  tcnTimer?: number
  topologyChangeTimer?: number
  gcTimer?: number
}

export interface BridgePortAttrs {
  /** BR_STATE_*: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking. */
  state?: number
  priority?: number
  cost?: number
  hairpin?: boolean
  guard?: boolean
  rootBlock?: boolean
  fastLeave?: boolean
  learning?: boolean
  flood?: boolean
  mcastFlood?: boolean
  bcastFlood?: boolean
  mcastToUnicast?: boolean
  proxyArp?: boolean
  proxyArpWifi?: boolean
  isolated?: boolean
  neighSuppress?: boolean
  locked?: boolean
  mcastRouter?: number
  groupFwdMask?: number
  /** Forget what was learned by it. */
  fdbFlush?: boolean
  /** Read only from here on: port number, and what is known of its segment. */
  number?: number
  designatedRoot?: BridgeIdAttrs
  designatedBridge?: BridgeIdAttrs
  designatedPort?: number
  designatedCost?: number
  topologyChangeAck?: number
  configPending?: number
  /** What is left of timers, in 1/100 s. */
  messageAgeTimer?: number
  forwardDelayTimer?: number
  holdTimer?: number
}

/** RTM_SETLINK and RTM_DELLINK of family AF_BRIDGE with IFLA_BRIDGE_VLAN_INFO, RTM_NEWVLAN with options of one. */
export interface BridgeVlanRequest {
  index: number
  /** NTF_MASTER or NTF_SELF: the bridge of a port, or the device itself. */
  target: 'master' | 'self'
  vid: number
  /** The last of a range. */
  vidEnd?: number
  pvid?: boolean
  untagged?: boolean
  /** BR_STATE_*. */
  state?: number
  mcastRouter?: number
}

export interface BridgeVlanMessage {
  type: 'RTM_NEWVLAN'
  index: number
  vid: number
  pvid: boolean
  untagged: boolean
  state: number
  mcastRouter: number
  rxBytes: number
  rxPackets: number
  txBytes: number
  txPackets: number
}

/** An address of a group: of IPv4, of IPv6, or of Ethernet. */
export type MdbGroup =
  | { readonly proto: 'ip'; readonly address: Inet; readonly src: Inet | null }
  | { readonly proto: 'ipv6'; readonly address: Inet6; readonly src: Inet6 | null }
  | { readonly proto: 'l2'; readonly address: Mac; readonly src: null }

/** What is asked of a multicast database (struct br_mdb_entry). */
export interface MdbRequest {
  /** Index of the bridge. */
  readonly index: number
  /** Index of a port, or of the bridge itself. */
  readonly port: number
  readonly group: MdbGroup
  readonly vid: number
  readonly permanent: boolean
}

/** A member of a group, or a port that a multicast router is behind. */
export interface MdbMessage {
  type: 'RTM_NEWMDB' | 'RTM_DELMDB'
  /** Index of the bridge. */
  index: number
  /** Index of the port, or of the bridge itself. */
  port: number
  /** null: of a router port. */
  group: MdbGroup | null
  vid: number
  permanent: boolean
  /** RTPROT_*; absent of the bridge itself. */
  protocol?: number
  fastLeave: boolean
  /** What is left of its time, in 1/100 s. */
  timer: number
  /** Of a router port, as set: 1 learned, 2 permanent, 3 temporary. */
  routerType?: number
}
