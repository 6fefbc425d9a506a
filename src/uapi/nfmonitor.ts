// What a netlink socket in the groups of nf_tables is told: rule sets as they change, and the way of traced packets.
// Ref: include/uapi/linux/netfilter/nf_tables.h:nft_trace_attributes, include/uapi/linux/netfilter/nfnetlink.h
import type { Waitable } from './socket.ts'
import type { Frame, Packet } from '../wire/ethernet.ts'
import type { Errno } from './errno.ts'
import type { NftChain, NftFamily, NftRule, NftTableName } from './netfilter.ts'

export interface NftMonitorGroups {
  /** NFNLGRP_NFTABLES */
  readonly rules: boolean
  /** NFNLGRP_NFTRACE */
  readonly trace: boolean
}

/** Who sent a batch. */
export interface NftSender {
  readonly pid: number
  readonly comm: string
}

export interface NftTracePacket {
  readonly in: string | null
  readonly out: string | null
  readonly loopback: boolean
  /** As it came in. */
  readonly frame: Frame | null
  readonly packet: Packet
  readonly mark: number
}

export type NftTraceVerdict =
  | 'ACCEPT'
  | 'DROP'
  | 'STOLEN'
  | 'CONTINUE'
  | 'RETURN'
  | { readonly chain: string; readonly goto: boolean }

interface NftPlace {
  readonly family: NftFamily
  readonly table: NftTableName
}

/** A packet said TRACE of met a rule that it matches, or came to the end of a base chain: then `rule` is null. */
export interface NftTrace extends NftPlace {
  readonly type: 'TRACE'
  readonly id: number
  readonly chain: string
  /** Told of once for each base chain. */
  readonly packet: NftTracePacket | null
  readonly rule: NftRule | null
  readonly verdict: NftTraceVerdict
}

/** `use`: chains of the table, rules of the chain. */
export type NftChange =
  | (NftPlace & {
      readonly type: 'TABLE'
      readonly added: boolean
      readonly handle: number
      readonly use: number
    })
  | (NftPlace & {
      readonly type: 'CHAIN'
      readonly added: boolean
      readonly chain: string
      readonly base: NftChain['base']
      readonly use: number
    })
  | (NftPlace & {
      readonly type: 'RULE'
      readonly added: boolean
      readonly chain: string
      readonly rule: NftRule
    })

/** The end of a batch. */
export interface NftGeneration extends NftSender {
  readonly type: 'NEWGEN'
  readonly genid: number
}

export type NftEvent = NftTrace | NftChange | NftGeneration

export interface NftMonitorSocket extends Waitable {
  /** The oldest event not yet read, or EAGAIN. */
  recv(): NftEvent | Errno
  close(): void
}
