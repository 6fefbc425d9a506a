// A tracked flow, and what a packet says of it. Ref: include/net/netfilter/nf_conntrack.h
import type { Nanoseconds } from '../../sim/clock.ts'
import {
  IPS_DST_NAT,
  IPS_DST_NAT_DONE,
  IPS_SRC_NAT,
  IPS_SRC_NAT_DONE,
  type CtTcpState,
} from '../../uapi/conntrack.ts'
import type { SkBuff } from '../core/skb.ts'
import { hashTuple, type Tuple } from './nf_conntrack_tuple.ts'

/** Which way a packet goes in its flow (IP_CT_DIR_*). */
export type CtDir = 0 | 1
export const ORIGINAL: CtDir = 0
export const REPLY: CtDir = 1

/** What a packet is to its flow (Ref: enum ip_conntrack_info); a reply adds IP_CT_IS_REPLY. */
export const IP_CT_ESTABLISHED = 0
export const IP_CT_RELATED = 1
export const IP_CT_NEW = 2
export const IP_CT_IS_REPLY = 3
export const IP_CT_ESTABLISHED_REPLY = 3
export const IP_CT_RELATED_REPLY = 4
export const IP_CT_UNTRACKED = 7

export const IPS_NAT_MASK: number = IPS_SRC_NAT | IPS_DST_NAT
export const IPS_NAT_DONE_MASK: number = IPS_SRC_NAT_DONE | IPS_DST_NAT_DONE

/** One direction as it stands in the table. */
export class TupleHash {
  tuple: Tuple
  hash: number
  readonly dir: CtDir
  readonly ct: NfConn
  /** Another of the same hash. */
  next: TupleHash | null = null

  constructor(ct: NfConn, dir: CtDir, tuple: Tuple) {
    this.ct = ct
    this.dir = dir
    this.tuple = tuple
    this.hash = hashTuple(tuple, ct.zone)
  }
}

/** What one end of a TCP connection sent so far (Ref: struct ip_ct_tcp_state). */
export interface TcpSeen {
  end: number
  maxend: number
  maxwin: number
  maxack: number
  scale: number
  /** IP_CT_TCP_FLAG_*. */
  flags: number
}

/** Ref: struct ip_ct_tcp */
export interface TcpTrack {
  readonly seen: readonly [TcpSeen, TcpSeen]
  state: CtTcpState
  lastDir: CtDir
  /** Kind of the last packet (TCP_*_SET). */
  lastIndex: number
  retrans: number
  lastSeq: number
  lastAck: number
  lastEnd: number
  lastWin: number
  lastWscale: number
  lastFlags: number
}

/** Counted where nf_conntrack_acct is on: packets and octets each way. */
export interface CtAcct {
  readonly packets: [number, number]
  readonly bytes: [number, number]
}

export class NfConn {
  readonly id: number
  readonly zone: number
  readonly tuplehash: readonly [TupleHash, TupleHash]
  /** IPS_*. */
  status = 0
  /** Once confirmed, when it ends; before, how long it will live. */
  timeout: Nanoseconds = 0
  mark = 0
  tcp: TcpTrack | null = null
  /** Of UDP: from then on it is a stream. */
  streamTs: Nanoseconds = 0
  acct: CtAcct | null = null
  /** Device whose address it masquerades as; 0: it does not. */
  masqIndex = 0
  /** Of its source as NAT finds it again; null: no NAT has looked at it. */
  sourceHash: number | null = null
  /** Somebody listened when it was made: its changes are told. */
  ecache = false
  /** Since it was last told of. */
  changed = false
  /** When it was made, and (once gone) ended, where nf_conntrack_timestamp is on. */
  start: Nanoseconds | null = null

  constructor(id: number, zone: number, tuple: Tuple, reply: Tuple) {
    this.id = id
    this.zone = zone
    this.tuplehash = [new TupleHash(this, ORIGINAL, tuple), new TupleHash(this, REPLY, reply)]
  }

  get orig(): Tuple {
    return this.tuplehash[0].tuple
  }

  get reply(): Tuple {
    return this.tuplehash[1].tuple
  }
}

/** The flow a packet belongs to; null when it is not tracked. Ref: nf_ct_get() */
export function nfCtGet(skb: SkBuff): NfConn | null {
  return skb.nfct instanceof NfConn ? skb.nfct : null
}

/** Ref: CTINFO2DIR() */
export function ctDir(ctinfo: number): CtDir {
  return ctinfo >= IP_CT_IS_REPLY ? REPLY : ORIGINAL
}
