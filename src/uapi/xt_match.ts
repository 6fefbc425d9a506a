// What a rule can ask of a packet: the data of each match extension, as iptables hands it to the kernel
// (Ref: include/uapi/linux/netfilter/xt_*.h, ipt_*.h). Ranges include both ends; `invert` is the `!` of a rule.
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Mac } from '../wire/mac.ts'

export interface Range {
  readonly min: number
  readonly max: number
}

export interface InvertibleRange extends Range {
  readonly invert: boolean
}

/** An address and a mask, of the rule's own family. */
export interface XtNetwork {
  readonly address: Inet | Inet6
  readonly mask: Inet | Inet6
  readonly invert: boolean
}

/** `eth0`, or with `wildcard` everything that begins so (`veth+`). */
export interface XtInterface {
  readonly name: string
  readonly wildcard: boolean
  readonly invert: boolean
}

/** TCP flags: of `mask` exactly those in `compare` are set. */
export interface XtTcpFlags {
  readonly mask: number
  readonly compare: number
  readonly invert: boolean
}

export interface XtTcp {
  readonly name: 'tcp'
  readonly sport: InvertibleRange | null
  readonly dport: InvertibleRange | null
  readonly flags: XtTcpFlags | null
  /** Number of a TCP option that has to be there. */
  readonly option: { readonly number: number; readonly invert: boolean } | null
}

export interface XtUdp {
  readonly name: 'udp'
  readonly sport: InvertibleRange | null
  readonly dport: InvertibleRange | null
}

/** `icmp` and `icmp6`. Type 255 with every code is any type of ICMP. */
export interface XtIcmp {
  readonly name: 'icmp' | 'icmp6'
  readonly type: number
  readonly code: Range
  readonly invert: boolean
}

export const XT_CT_INVALID = 1
export const XT_CT_ESTABLISHED = 2
export const XT_CT_RELATED = 4
export const XT_CT_NEW = 8
export const XT_CT_UNTRACKED = 16
export const XT_CT_SNAT = 32
export const XT_CT_DNAT = 64

export const XT_CT_STATUS_NONE = 1
export const XT_CT_STATUS_EXPECTED = 2
export const XT_CT_STATUS_SEEN_REPLY = 4
export const XT_CT_STATUS_ASSURED = 8
export const XT_CT_STATUS_CONFIRMED = 16

/** A set of XT_CT_* bits. */
export interface XtBits {
  readonly bits: number
  readonly invert: boolean
}

/** `-m conntrack`; every condition that is not null has to hold. */
export interface XtConntrack {
  readonly name: 'conntrack'
  readonly state: XtBits | null
  readonly status: XtBits | null
  readonly proto: { readonly protocol: number; readonly invert: boolean } | null
  readonly origsrc: XtNetwork | null
  readonly origdst: XtNetwork | null
  readonly replsrc: XtNetwork | null
  readonly repldst: XtNetwork | null
  readonly origsrcport: InvertibleRange | null
  readonly origdstport: InvertibleRange | null
  readonly replsrcport: InvertibleRange | null
  readonly repldstport: InvertibleRange | null
  /** Seconds left. */
  readonly expire: InvertibleRange | null
  readonly direction: 'ORIGINAL' | 'REPLY' | null
}

/** `-m state`: the older spelling of `conntrack --ctstate`. */
export interface XtState {
  readonly name: 'state'
  readonly state: XtBits
}

export interface XtMultiport {
  readonly name: 'multiport'
  readonly which: 'source' | 'destination' | 'either'
  readonly ports: readonly Range[]
  readonly invert: boolean
}

/** Types by the name that iptables has for them (`LOCAL`, `BROADCAST`, …); none of a list that is null is asked for. */
export interface XtAddrtype {
  readonly name: 'addrtype'
  readonly source: { readonly types: readonly string[]; readonly invert: boolean } | null
  readonly destination: { readonly types: readonly string[]; readonly invert: boolean } | null
  readonly limitIfaceIn: boolean
  readonly limitIfaceOut: boolean
}

export interface XtComment {
  readonly name: 'comment'
  readonly text: string
}

export interface XtMac {
  readonly name: 'mac'
  readonly source: Mac
  readonly invert: boolean
}

/** `mark` and `connmark`: value after the mask. */
export interface XtMark {
  readonly name: 'mark' | 'connmark'
  readonly mark: number
  readonly mask: number
  readonly invert: boolean
}

/** Belongs to a connection of IPVS. */
export interface XtIpvs {
  readonly name: 'ipvs'
  readonly invert: boolean
}

/** A token bucket: `average` packets every `period` seconds, `burst` at once. */
export interface XtLimit {
  readonly name: 'limit'
  readonly average: number
  /** 1, 60, 3600 or 86400. */
  readonly period: number
  readonly burst: number
}

export interface XtHashlimit {
  readonly name: 'hashlimit'
  readonly table: string
  readonly average: number
  readonly period: number
  readonly burst: number
  /** Of `--hashlimit-mode`, in its order. */
  readonly mode: readonly ('srcip' | 'srcport' | 'dstip' | 'dstport')[]
  /** `--hashlimit-above` rather than `--hashlimit-upto`. */
  readonly above: boolean
  readonly htableSize: number | null
  readonly htableMax: number | null
  /** Milliseconds. */
  readonly htableExpire: number | null
  readonly htableGcInterval: number | null
  readonly srcmask: number
  readonly dstmask: number
}

export interface XtConnlimit {
  readonly name: 'connlimit'
  readonly limit: number
  /** Above the limit (`--connlimit-above`) rather than up to it. */
  readonly above: boolean
  /** Prefix length hosts are grouped by. */
  readonly mask: number
  readonly by: 'saddr' | 'daddr'
}

export interface XtIprange {
  readonly name: 'iprange'
  readonly source: XtAddressRange | null
  readonly destination: XtAddressRange | null
}

export interface XtAddressRange {
  readonly min: Inet | Inet6
  readonly max: Inet | Inet6
  readonly invert: boolean
}

export interface XtPhysdev {
  readonly name: 'physdev'
  readonly in: XtInterface | null
  readonly out: XtInterface | null
  /** `--physdev-is-in` and the others: true wanted, false with `!`, null not asked. */
  readonly isIn: boolean | null
  readonly isOut: boolean | null
  readonly isBridged: boolean | null
}

export type XtStatistic =
  | {
      readonly name: 'statistic'
      readonly mode: 'random'
      /** 0 … 2³¹: the share of 2³¹ that matches. */
      readonly probability: number
      readonly invert: boolean
    }
  | {
      readonly name: 'statistic'
      readonly mode: 'nth'
      readonly every: number
      readonly packet: number
      readonly invert: boolean
    }

/** `-m set --match-set NAME src,dst`. */
export interface XtSet {
  readonly name: 'set'
  readonly set: string
  readonly directions: readonly ('src' | 'dst')[]
  readonly invert: boolean
}

export interface XtOwner {
  readonly name: 'owner'
  readonly uid: InvertibleRange | null
  readonly gid: InvertibleRange | null
  readonly socketExists: { readonly invert: boolean } | null
}

/** Length of the packet, IP header included. */
export interface XtLength {
  readonly name: 'length'
  readonly min: number
  readonly max: number
  readonly invert: boolean
}

/** `ttl` and `hl`. */
export interface XtTtl {
  readonly name: 'ttl' | 'hl'
  readonly op: 'eq' | 'ne' | 'lt' | 'gt'
  readonly value: number
}

export interface XtTos {
  readonly name: 'tos'
  readonly value: number
  readonly mask: number
  readonly invert: boolean
}

export interface XtDscp {
  readonly name: 'dscp'
  readonly dscp: number
  readonly invert: boolean
}

export interface XtTcpmss {
  readonly name: 'tcpmss'
  readonly min: number
  readonly max: number
  readonly invert: boolean
}

export interface XtPkttype {
  readonly name: 'pkttype'
  readonly type: 'unicast' | 'broadcast' | 'multicast'
  readonly invert: boolean
}

export interface XtRecent {
  readonly name: 'recent'
  readonly op: 'set' | 'rcheck' | 'update' | 'remove'
  readonly list: string
  /** Null: not asked. */
  readonly seconds: number | null
  readonly reap: boolean
  readonly hitcount: number | null
  readonly rttl: boolean
  readonly mask: Inet | Inet6
  readonly side: 'source' | 'dest'
  readonly invert: boolean
}

export interface XtRpfilter {
  readonly name: 'rpfilter'
  readonly loose: boolean
  readonly validmark: boolean
  readonly acceptLocal: boolean
  readonly invert: boolean
}

export interface XtString {
  readonly name: 'string'
  readonly pattern: Uint8Array
  /** Written with --hex-string: printed so again when it has octets that are not printable. */
  readonly algo: 'bm' | 'kmp'
  readonly from: number
  readonly to: number
  readonly icase: boolean
  readonly invert: boolean
}

export interface XtTime {
  readonly name: 'time'
  /** Seconds since the epoch; null: no bound. */
  readonly datestart: number | null
  readonly datestop: number | null
  /** Seconds of the day. */
  readonly timestart: number
  readonly timestop: number
  /** Bit n: day n. */
  readonly monthdays: number
  readonly weekdays: number
  readonly kerneltz: boolean
  readonly contiguous: boolean
}

/** `-m socket`, `-m helper`, `-m connbytes` and the rest are not here: iptables refuses them in words. */
export type XtMatch =
  | XtTcp
  | XtUdp
  | XtIcmp
  | XtConntrack
  | XtState
  | XtMultiport
  | XtAddrtype
  | XtComment
  | XtMac
  | XtMark
  | XtIpvs
  | XtLimit
  | XtHashlimit
  | XtConnlimit
  | XtIprange
  | XtPhysdev
  | XtStatistic
  | XtSet
  | XtOwner
  | XtLength
  | XtTtl
  | XtTos
  | XtDscp
  | XtTcpmss
  | XtPkttype
  | XtRecent
  | XtRpfilter
  | XtString
  | XtTime
