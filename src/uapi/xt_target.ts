// What a rule does with a packet: the data of each target, as iptables hands it to the kernel
// (Ref: include/uapi/linux/netfilter/xt_*.h, ipt_*.h, nf_nat.h).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Range } from './xt_match.ts'

/** `-j ACCEPT`, `-j DROP`, `-j RETURN`, `-j QUEUE`. */
export interface XtVerdict {
  readonly name: 'ACCEPT' | 'DROP' | 'RETURN' | 'QUEUE'
}

/** `-j CHAIN` or `-g CHAIN`. */
export interface XtJump {
  readonly name: 'jump'
  readonly chain: string
  readonly goto: boolean
}

/** A rule without `-j`: it only counts. */
export interface XtNoTarget {
  readonly name: 'none'
}

/** Names as iptables has them: `icmp-port-unreachable`, `tcp-reset`, `icmp6-adm-prohibited`, … */
export interface XtReject {
  readonly name: 'REJECT'
  readonly with: string
}

export interface XtLog {
  readonly name: 'LOG'
  readonly level: number
  readonly prefix: string
  readonly tcpSequence: boolean
  readonly tcpOptions: boolean
  readonly ipOptions: boolean
  readonly uid: boolean
  readonly macDecode: boolean
}

/** Where NAT may map to (Ref: struct nf_nat_range2). */
export interface NatRange {
  /** Null: the address is left, or found by the target itself. */
  readonly addresses: { readonly min: Inet | Inet6; readonly max: Inet | Inet6 } | null
  readonly ports: Range | null
  /** Of a DNAT: the port that the first of `ports` stands for, those after it for those after it. */
  readonly basePort?: number
  readonly random: boolean
  readonly randomFully: boolean
  readonly persistent: boolean
}

/** REDIRECT and MASQUERADE have no addresses. */
export interface XtNat {
  readonly name: 'DNAT' | 'SNAT' | 'MASQUERADE' | 'REDIRECT'
  readonly range: NatRange
}

export interface XtNetmap {
  readonly name: 'NETMAP'
  readonly address: Inet | Inet6
  readonly mask: Inet | Inet6
}

/** mark = (mark & ~mask) ^ mark: --set-mark, --set-xmark, --and-mark, --or-mark and --xor-mark are all this. */
export interface XtMarkTarget {
  readonly name: 'MARK'
  readonly mark: number
  readonly mask: number
}

export interface XtConnmarkTarget {
  readonly name: 'CONNMARK'
  readonly mode: 'set' | 'save' | 'restore'
  readonly ctmark: number
  readonly ctmask: number
  readonly nfmask: number
}

export interface XtTcpmssTarget {
  readonly name: 'TCPMSS'
  /** Null: --clamp-mss-to-pmtu. */
  readonly mss: number | null
}

export interface XtTosTarget {
  readonly name: 'TOS'
  readonly value: number
  readonly mask: number
}

export interface XtDscpTarget {
  readonly name: 'DSCP'
  readonly dscp: number
}

export interface XtTtlTarget {
  readonly name: 'TTL' | 'HL'
  readonly op: 'set' | 'inc' | 'dec'
  readonly value: number
}

export interface XtCt {
  readonly name: 'CT'
  readonly notrack: boolean
  readonly zone: number
}

/** Targets without data. */
export interface XtPlainTarget {
  readonly name: 'NOTRACK' | 'TRACE' | 'CHECKSUM'
}

export interface XtSetTarget {
  readonly name: 'SET'
  readonly op: 'add' | 'del'
  readonly set: string
  readonly directions: readonly ('src' | 'dst')[]
  readonly exist: boolean
  /** Seconds; null: the set's own. */
  readonly timeout: number | null
}

export type XtTarget =
  | XtVerdict
  | XtJump
  | XtNoTarget
  | XtReject
  | XtLog
  | XtNat
  | XtNetmap
  | XtMarkTarget
  | XtConnmarkTarget
  | XtTcpmssTarget
  | XtTosTarget
  | XtDscpTarget
  | XtTtlTarget
  | XtCt
  | XtPlainTarget
  | XtSetTarget
