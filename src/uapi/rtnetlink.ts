// rtnetlink as values: what programs send to the kernel and what comes back (rtnetlink(7)). A message is one object
// with the attributes it carries; an attribute that is absent is undefined. Numbers are the kernel's own.
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Mac } from '../wire/mac.ts'
import type {
  BridgeAttrs,
  BridgePortAttrs,
  BridgeVlanMessage,
  BridgeVlanRequest,
  MdbMessage,
  MdbRequest,
} from './bridge.ts'
import type { Errno } from './errno.ts'
import type { OperState } from './if.ts'
import type {
  IpvlanAttrs,
  LinkProperties,
  LinkPropRequest,
  LinkSettings,
  MacvlanAttrs,
  VlanAttrs,
} from './if_link.ts'
import type { TunAttrs, TunRequest } from './if_tun.ts'
import type { NetnsRef } from './netns.ts'
import type { NexthopMessage, NexthopRequest } from './nexthop.ts'
import type { NetconfMessage } from './rtnotify.ts'
import type { VxlanAttrs } from './vxlan.ts'
import type { RouteMetrics } from './routemetrics.ts'
import type { RouteLookup } from './routelookup.ts'
import type { RuleAttrs, RuleMessage } from './rule.ts'

export const AF_UNSPEC = 0
export const AF_INET = 2
export const AF_BRIDGE = 7
export const AF_INET6 = 10

// ---- links: RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK

export interface LinkInfo {
  kind: string
  bridge?: BridgeAttrs
  vxlan?: VxlanAttrs
  vlan?: VlanAttrs
  macvlan?: MacvlanAttrs
  ipvlan?: IpvlanAttrs
  tun?: TunAttrs
  /** In a request to make a veth: the other end. */
  peer?: LinkRequest
  slaveKind?: string
  bridgePort?: BridgePortAttrs
}

/** What a program asks of a link. Absent members are left as they are. */
export interface LinkRequest extends LinkSettings {
  /** 0 or absent: found by `ifname`, or chosen when made. */
  index?: number
  ifname?: string
  /** Flags to set and which of them the request is about. */
  flags?: number
  change?: number
  newName?: string
  /** Index of the device that a new one is to stand on. */
  link?: number
  address?: Mac
  broadcast?: Mac
  mtu?: number
  txqlen?: number
  group?: number
  alias?: string
  /** Index of the master; 0 takes it from its master. */
  master?: number
  /** Where it is to move, or be made. */
  netns?: NetnsRef
  linkinfo?: LinkInfo
  bridgePort?: BridgePortAttrs
}

export interface LinkStats {
  rxPackets: number
  txPackets: number
  rxBytes: number
  txBytes: number
  rxErrors: number
  txErrors: number
  rxDropped: number
  txDropped: number
  multicast: number
  collisions: number
  /** Frames that found no way out under a tunnel (tx_carrier_errors). */
  txCarrier?: number
}

/** RTM_NEWLINK as the kernel answers. */
export interface LinkMessage extends LinkProperties {
  type: 'RTM_NEWLINK' | 'RTM_DELLINK'
  index: number
  ifname: string
  /** ARPHRD_*. */
  hwType: number
  flags: number
  mtu: number
  minMtu: number
  maxMtu: number
  txqlen: number
  qdisc: string
  operstate: OperState
  group: number
  promiscuity: number
  allmulti: number
  address: Mac
  broadcast: Mac
  alias?: string
  /** IFLA_LINK: index of the peer or parent, in `linkNetnsid`'s namespace when that is present. */
  link?: number
  linkNetnsid?: number
  /** Of one that moves away (RTM_DELLINK): where to, and its number there. */
  newNetnsid?: number
  newIndex?: number
  /** Told by IPv6 alone, which knows nothing of queues, groups and masters. */
  inet6?: true
  /** Told by the bridge it is a port of (AF_BRIDGE), which knows nothing of queues and groups. */
  byBridge?: true
  /** IFLA_EVENT. */
  event?: string
  master?: number
  linkinfo?: LinkInfo
  carrierChanges: number
  stats: LinkStats
}

// ---- addresses: RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR

export const IFA_F_SECONDARY = 0x01
export const IFA_F_NODAD = 0x02
export const IFA_F_OPTIMISTIC = 0x04
export const IFA_F_DADFAILED = 0x08
export const IFA_F_HOMEADDRESS = 0x10
export const IFA_F_DEPRECATED = 0x20
export const IFA_F_TENTATIVE = 0x40
export const IFA_F_PERMANENT = 0x80
export const IFA_F_MANAGETEMPADDR = 0x100
export const IFA_F_NOPREFIXROUTE = 0x200
export const IFA_F_MCAUTOJOIN = 0x400
export const INFINITY_LIFE_TIME = 0xffffffff

export interface AddrRequest {
  family: typeof AF_INET | typeof AF_INET6
  index: number
  prefixlen: number
  /** IFA_LOCAL: absent in a wildcard deletion of everything on the device. */
  local?: Inet | Inet6
  /** IFA_ADDRESS: the peer; the same as `local` when there is none. */
  address?: Inet | Inet6
  broadcast?: Inet
  label?: string
  scope: number
  flags: number
  /** IFA_RT_PRIORITY. */
  metric?: number
  /** Seconds; INFINITY_LIFE_TIME when absent. */
  validLft?: number
  preferredLft?: number
}

export interface AddrMessage {
  type: 'RTM_NEWADDR' | 'RTM_DELADDR'
  family: typeof AF_INET | typeof AF_INET6
  index: number
  prefixlen: number
  flags: number
  scope: number
  local: Inet | Inet6
  address: Inet | Inet6
  broadcast?: Inet
  label?: string
  metric?: number
  /** Seconds left; INFINITY_LIFE_TIME for ever. */
  validLft: number
  preferredLft: number
}

// ---- routes: RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE

export const RT_TABLE_DEFAULT = 253
export const RT_TABLE_MAIN = 254
export const RT_TABLE_LOCAL = 255

export const RT_SCOPE_UNIVERSE = 0
export const RT_SCOPE_SITE = 200
export const RT_SCOPE_LINK = 253
export const RT_SCOPE_HOST = 254
export const RT_SCOPE_NOWHERE = 255

export const RTPROT_UNSPEC = 0
export const RTPROT_REDIRECT = 1
export const RTPROT_KERNEL = 2
export const RTPROT_BOOT = 3
export const RTPROT_STATIC = 4

export const RTN_UNSPEC = 0
export const RTN_UNICAST = 1
export const RTN_LOCAL = 2
export const RTN_BROADCAST = 3
export const RTN_ANYCAST = 4
export const RTN_MULTICAST = 5
export const RTN_BLACKHOLE = 6
export const RTN_UNREACHABLE = 7
export const RTN_PROHIBIT = 8
export const RTN_THROW = 9

export const RTNH_F_DEAD = 1
export const RTNH_F_ONLINK = 4
export const RTNH_F_LINKDOWN = 16

export interface NexthopAttrs {
  oif?: number
  gateway?: Inet | Inet6
  flags: number
  /** 1…256; 1 unless said. */
  weight: number
}

export interface RouteAttrs {
  family: typeof AF_INET | typeof AF_INET6
  table: number
  protocol: number
  scope: number
  /** RTN_*. */
  routeType: number
  dst: Inet | Inet6
  dstLen: number
  tos: number
  /** Metric (RTA_PRIORITY); 0 when absent. */
  priority: number
  prefsrc?: Inet | Inet6
  gateway?: Inet | Inet6
  oif?: number
  /** RTNH_F_*. */
  flags: number
  /** RTA_METRICS. */
  mtu?: number
  advmss?: number
  hopLimit?: number
  /** RTA_EXPIRES: seconds until it ends, or until a cached exception does. */
  expires?: number
  metrics?: RouteMetrics
  /** From and to, in halves of 16 bits. */
  realms?: number
  /** Two or more nexthops; then `gateway` and `oif` are absent. */
  multipath?: NexthopAttrs[]
  /** RTA_NH_ID: a next hop that stands by itself. */
  nhid?: number
}

export interface RouteMessage extends RouteAttrs {
  type: 'RTM_NEWROUTE' | 'RTM_DELROUTE'
  /** Of a cached exception (`ip route get`). */
  cloned?: boolean
  /** Of `ip route get`. */
  uid?: number
  iif?: number
  /** RTA_SRC of `ip -6 route get`. */
  from?: Inet6
}

// ---- neighbours: RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH; the FDB is family AF_BRIDGE

export const NUD_NONE = 0x00
export const NUD_INCOMPLETE = 0x01
export const NUD_REACHABLE = 0x02
export const NUD_STALE = 0x04
export const NUD_DELAY = 0x08
export const NUD_PROBE = 0x10
export const NUD_FAILED = 0x20
export const NUD_NOARP = 0x40
export const NUD_PERMANENT = 0x80

export const NTF_USE = 0x01
export const NTF_SELF = 0x02
export const NTF_MASTER = 0x04
export const NTF_PROXY = 0x08
export const NTF_EXT_LEARNED = 0x10
export const NTF_STICKY = 0x40
export const NTF_ROUTER = 0x80

export interface NeighRequest {
  family: typeof AF_INET | typeof AF_INET6 | typeof AF_BRIDGE
  index: number
  /** NUD_*. */
  state: number
  /** NTF_*. */
  flags: number
  dst?: Inet | Inet6
  lladdr?: Mac
  vlan?: number
  /** Of a VXLAN device's entry, where they are not the device's own: NDA_PORT, NDA_VNI, NDA_IFINDEX. */
  port?: number
  vni?: number
  ifindex?: number
}

export interface NeighMessage extends NeighRequest {
  type: 'RTM_NEWNEIGH' | 'RTM_DELNEIGH'
  /** Index of the bridge, of an FDB entry. */
  master?: number
  /** Namespace that `ifindex` counts in, when it is another. */
  linkNetnsid?: number
  /** Seconds since it was confirmed, used and updated. */
  confirmed: number
  used: number
  updated: number
  refcnt: number
  probes: number
}

// ---- requests and answers

export interface CreateFlags {
  /** NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE, NLM_F_APPEND. */
  create?: boolean
  excl?: boolean
  replace?: boolean
  append?: boolean
}

export type RtnetlinkRequest =
  | { type: 'RTM_NEWLINK'; flags: CreateFlags; link: LinkRequest }
  | { type: 'RTM_DELLINK'; index: number }
  | LinkPropRequest
  /** One link by index or name, or, with neither, all of them in order of index. */
  | { type: 'RTM_GETLINK'; index?: number; ifname?: string; family?: number }
  | { type: 'RTM_NEWADDR'; flags: CreateFlags; addr: AddrRequest }
  | { type: 'RTM_DELADDR'; addr: AddrRequest }
  /** All addresses of a family (both when AF_UNSPEC), by device index then order of addition. */
  | { type: 'RTM_GETADDR'; family: number }
  | { type: 'RTM_NEWROUTE'; flags: CreateFlags; route: RouteAttrs }
  /** Members of `route` that are undefined, 0 or unspecified match any. */
  | { type: 'RTM_DELROUTE'; route: RouteAttrs }
  /**
   * One table, or every one of the family in the kernel's dump order; all other filtering is the program's. `cloned`:
   * what was learned of single destinations instead.
   */
  | { type: 'RTM_GETROUTE'; family: number; table?: number; cloned?: boolean }
  | { type: 'RTM_GETROUTE_LOOKUP'; lookup: RouteLookup }
  | NexthopRequest
  | TunRequest
  | { type: 'RTM_NEWRULE'; flags: CreateFlags; rule: RuleAttrs }
  /** Members of `rule` that are absent match any. */
  | { type: 'RTM_DELRULE'; rule: RuleAttrs }
  | { type: 'RTM_GETRULE'; family: number }
  | { type: 'RTM_NEWNEIGH'; flags: CreateFlags; neigh: NeighRequest }
  | { type: 'RTM_DELNEIGH'; neigh: NeighRequest }
  /** AF_INET, AF_INET6 or AF_BRIDGE (the FDB of every bridge and port); `proxy` lists proxy entries instead. */
  | { type: 'RTM_GETNEIGH'; family: number; proxy?: boolean }
  /** A link-layer group address by hand (netdevice(7)); `address` of six octets. */
  | { type: 'SIOCADDMULTI' | 'SIOCDELMULTI'; ifname: string; address: Mac }
  /** VLANs of bridges and their ports: added, taken away, their options set, all of them told. */
  | { type: 'RTM_ADDVLAN'; vlan: BridgeVlanRequest }
  | { type: 'RTM_DELVLAN'; vlan: BridgeVlanRequest }
  | { type: 'RTM_NEWVLAN'; vlan: BridgeVlanRequest }
  | { type: 'RTM_GETVLAN' }
  /** Members of groups of hosts, of every bridge. */
  | { type: 'RTM_NEWMDB' | 'RTM_DELMDB'; mdb: MdbRequest }
  | { type: 'RTM_GETMDB' }
  /** Gives a namespace an id in the caller's, or asks for the one it has (−1: none). */
  | { type: 'RTM_NEWNSID'; netns: NetnsRef; nsid: number }
  | { type: 'RTM_GETNSID'; netns: NetnsRef }
  /** Every id the caller's namespace knows. */
  | { type: 'RTM_GETNSIDS' }

export interface NsidMessage {
  type: 'RTM_NEWNSID' | 'RTM_DELNSID'
  nsid: number
  /** Inode of the namespace it stands for: what a program learns by opening /run/netns/NAME and asking RTM_GETNSID. */
  netns: number
}

export type RtnetlinkMessage =
  | BridgeVlanMessage
  | MdbMessage
  | LinkMessage
  | AddrMessage
  | RouteMessage
  | NeighMessage
  | NexthopMessage
  | RuleMessage
  | NsidMessage
  | NetconfMessage

/** A refusal: the error and, where the kernel gives one, its extended text. */
export interface NetlinkError {
  readonly errno: Errno
  readonly extack: string | null
}

/** Either `error` or the messages. */
export type RtnetlinkReply =
  | { readonly error: NetlinkError; readonly messages?: undefined }
  | { readonly error?: undefined; readonly messages: readonly RtnetlinkMessage[] }
