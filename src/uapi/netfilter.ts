// Rule sets as values: what iptables asks of the kernel and what comes back. The iptables of today (nf_tables) sends
// batches of objects that hold together or not at all (Ref: include/uapi/linux/netfilter/nf_tables.h); the rules in
// them are those of xtables.
import type { NetlinkError } from './rtnetlink.ts'
import type { XtInterface, XtMatch, XtNetwork } from './xt_match.ts'
import type { XtTarget } from './xt_target.ts'

/** Families of tables: iptables and ip6tables. */
export type NftFamily = 'ip' | 'ip6'

export type NftTableName = 'filter' | 'nat' | 'mangle' | 'raw' | 'security'

export type NftHook = 'PREROUTING' | 'INPUT' | 'FORWARD' | 'OUTPUT' | 'POSTROUTING'

export interface Counters {
  readonly packets: number
  readonly bytes: number
}

/** A rule's conditions and what it does (Ref: struct ipt_entry). Null: any. */
export interface XtRule {
  readonly source: XtNetwork | null
  readonly destination: XtNetwork | null
  readonly in: XtInterface | null
  readonly out: XtInterface | null
  /** IPPROTO_*; 0 is any. */
  readonly protocol: { readonly number: number; readonly invert: boolean } | null
  /** `-f`: second and further fragments. */
  readonly fragment: { readonly invert: boolean } | null
  /** In the order they were written. */
  readonly matches: readonly XtMatch[]
  readonly target: XtTarget
}

export interface NftRule extends Counters {
  /** Unique within its table, never used again. */
  readonly handle: number
  readonly rule: XtRule
}

export interface NftChain {
  readonly name: string
  /** Handle within the table. */
  readonly handle: number
  /** Of a base chain: where it hooks, by which priority (NF_IP_PRI_*), and its policy. */
  readonly base: {
    readonly hook: NftHook
    readonly priority: number
    readonly policy: 'ACCEPT' | 'DROP'
  } | null
  /** Of a base chain whose policy counts: it does after `-P`, or after `-Z` of a chain that holds rules; else null. */
  readonly counters: Counters | null
  readonly rules: readonly NftRule[]
  /** How many rules jump to it. */
  readonly references: number
}

export interface NftTable {
  readonly family: NftFamily
  readonly name: NftTableName
  readonly handle: number
  /** In order of creation. */
  readonly chains: readonly NftChain[]
}

/** Where a rule goes. A rule is meant by its handle. */
export type NftPosition =
  | { readonly kind: 'append' }
  | { readonly kind: 'prepend' }
  | { readonly kind: 'before'; readonly handle: number }
  | { readonly kind: 'replace'; readonly handle: number }

/** One object of a batch (Ref: enum nf_tables_msg_types). Tables come into being with the first chain that needs them. */
export type NftOperation =
  | { readonly type: 'NEWTABLE'; readonly table: NftTableName }
  | { readonly type: 'DELTABLE'; readonly table: NftTableName }
  /** A base chain when `base` is there, else a user's. A chain that exists takes the new policy and counters. */
  | {
      readonly type: 'NEWCHAIN'
      readonly table: NftTableName
      readonly chain: string
      readonly base?: {
        readonly hook: NftHook
        readonly priority: number
        readonly policy: 'ACCEPT' | 'DROP'
      }
      readonly counters?: Counters
      /** EEXIST when it is there already. */
      readonly excl: boolean
    }
  | {
      readonly type: 'RENAMECHAIN'
      readonly table: NftTableName
      readonly chain: string
      readonly newName: string
    }
  | { readonly type: 'DELCHAIN'; readonly table: NftTableName; readonly chain: string }
  | {
      readonly type: 'NEWRULE'
      readonly table: NftTableName
      readonly chain: string
      readonly position: NftPosition
      readonly rule: XtRule
      readonly counters: Counters
    }
  /** One by its handle, or with none every rule of the chain. */
  | {
      readonly type: 'DELRULE'
      readonly table: NftTableName
      readonly chain: string
      readonly handle?: number
    }

export type NftRequest =
  /** Tables of a family, in order of creation. */
  | {
      readonly type: 'GETRULESET'
      readonly family: NftFamily
      /** Only this one. */
      readonly table?: NftTableName
      /** Rules of this chain alone, of no chain (null), of all when absent: a chain left out has an empty list of them. */
      readonly rulesOf?: string | null
    }
  | { readonly type: 'BATCH'; readonly family: NftFamily; readonly operations: readonly NftOperation[] }

export type NftReply =
  | {
      /** Which operation of the batch was refused, counted from 0; nothing of the batch was done. */
      readonly error: NetlinkError & { readonly operation: number }
      readonly tables?: undefined
    }
  | { readonly error?: undefined; readonly tables: readonly NftTable[] }
