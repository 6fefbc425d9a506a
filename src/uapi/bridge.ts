// Attributes of bridges and their ports (IFLA_BR_*, IFLA_BRPORT_*), and what `bridge vlan` is about.
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
