// Sets of addresses as values: what the ipset program asks and what comes back
// (Ref: include/uapi/linux/netfilter/ipset/ip_set.h).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'

export const IPSET_TYPES = ['hash:ip', 'hash:net', 'hash:ip,port'] as const
export type IpsetType = (typeof IPSET_TYPES)[number]

export interface IpsetOptions {
  readonly family: 'inet' | 'inet6'
  readonly hashsize: number
  readonly maxelem: number
  /** Of hash:ip and hash:ip,port: prefix length that addresses are cut to; null: whole. */
  readonly netmask: number | null
  /** Seconds that entries live unless they say otherwise, 0 for ever; null: entries cannot have one. */
  readonly timeout: number | null
  readonly counters: boolean
  readonly comment: boolean
  readonly bucketsize: number
  /** Seed of the hash; null: drawn. */
  readonly initval: number | null
}

/** An entry, or all from one address or port to another. */
export interface IpsetEntry {
  readonly address: Inet | Inet6
  /** The last of a range, the address itself when there is none. */
  readonly to: Inet | Inet6
  /** Of hash:net: prefix length; null with a range, which is cut into networks. */
  readonly cidr: number | null
  /** Of hash:ip,port; of ICMP the port is type << 8 | code. */
  readonly port: { readonly protocol: number; readonly from: number; readonly to: number } | null
  readonly nomatch: boolean
  readonly timeout: number | null
  readonly counters: { readonly packets: number; readonly bytes: number } | null
  readonly comment: string | null
}

/** One that is in a set. */
export interface IpsetMember {
  readonly address: Inet | Inet6
  readonly cidr: number
  readonly port: { readonly protocol: number; readonly port: number } | null
  readonly nomatch: boolean
  /** Seconds left, 0 for ever; null where entries have none. */
  readonly timeout: number | null
  readonly packets: number
  readonly bytes: number
  readonly comment: string | null
}

export interface IpsetSet {
  readonly name: string
  readonly type: IpsetType
  readonly options: IpsetOptions & { readonly initval: number }
  /** Octets of memory. */
  readonly memory: number
  /** How many rules name it. */
  readonly references: number
  readonly members: readonly IpsetMember[]
}

export type IpsetRequest =
  | {
      readonly type: 'CREATE'
      readonly name: string
      readonly setType: IpsetType
      readonly options: IpsetOptions
      /** No error when it is there already, just so. */
      readonly exist: boolean
    }
  /** Of all sets when no name is given. */
  | { readonly type: 'DESTROY' | 'FLUSH' | 'LIST'; readonly name: string | null }
  | { readonly type: 'RENAME' | 'SWAP'; readonly name: string; readonly other: string }
  | {
      readonly type: 'ADD' | 'DEL'
      readonly name: string
      readonly entry: IpsetEntry
      readonly exist: boolean
    }
  | { readonly type: 'TEST'; readonly name: string; readonly entry: IpsetEntry }

/** IPSET_ERR_* and what errno says of each command. */
export type IpsetError =
  | 'NO_SET'
  | 'NO_OTHER'
  | 'SET_EXISTS'
  | 'OTHER_EXISTS'
  | 'BUSY'
  | 'TYPE_MISMATCH'
  | 'EXIST'
  | 'NOT_ADDED'
  | 'TIMEOUT'
  | 'COUNTER'
  | 'COMMENT'
  | 'HASH_FULL'
  | 'HASH_ELEM'
  | 'INVALID_CIDR'

export type IpsetReply =
  | { readonly error: IpsetError; readonly sets?: undefined }
  | { readonly error?: undefined; readonly sets: readonly IpsetSet[]; readonly found: boolean }
