// The table of tracked flows: finding, adding, taking out, outliving. Read nf_conn.ts first.
// Ref: net/netfilter/nf_conntrack_core.c
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { IPS_CONFIRMED, IPS_DYING } from '../../uapi/conntrack.ts'
import { packetLength } from '../../wire/ethernet.ts'
import type { Net } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { ctDir, NfConn, ORIGINAL, REPLY, type TupleHash } from './nf_conn.ts'
import { ctEvent, ctWatched } from './nf_conntrack_ecache.ts'
import { hashTuple, tupleEqual, type Tuple } from './nf_conntrack_tuple.ts'
import { ctOf, type NetnsCt } from './netns_ct.ts'

/** What a protocol's tracker says of a packet: part of the flow, INVALID, or the flow is gone and it begins another. */
export type TrackVerdict = 'accept' | 'invalid' | 'repeat' | 'drop'

/** What a protocol knows (Ref: struct nf_conntrack_l4proto). */
export interface L4Proto {
  packet(net: Net, ct: NfConn, skb: SkBuff, ctinfo: number): TrackVerdict
}

/** The most flows of a namespace, as the machine's first one sets it. Ref: nf_conntrack_max() */
export function nfConntrackMax(net: Net): number {
  const [init] = net.stack.nets
  return init ? ctOf(init).max : 0
}

export function ctExpired(net: Net, ct: NfConn): boolean {
  return ct.timeout <= net.stack.clock.now
}

/** Ref: __nf_conntrack_find_get() */
export function nfConntrackFind(net: Net, zone: number, tuple: Tuple): TupleHash | null {
  let h = ctOf(net).table.get(hashTuple(tuple, zone)) ?? null
  while (h) {
    const { next, ct } = h
    if (ct.zone === zone && tupleEqual(h.tuple, tuple)) {
      if (!ctExpired(net, ct)) return h
      nfCtDelete(net, ct)
    }
    h = next
  }
  return null
}

function insertHash(table: NetnsCt['table'], h: TupleHash): void {
  h.next = table.get(h.hash) ?? null
  table.set(h.hash, h)
}

function removeHash(table: NetnsCt['table'], h: TupleHash): void {
  const first = table.get(h.hash)
  if (first === h) {
    if (h.next) table.set(h.hash, h.next)
    else table.delete(h.hash)
  } else {
    let before = first
    while (before && before.next !== h) before = before.next ?? undefined
    if (before) before.next = h.next
  }
  h.next = null
}

/** Every flow, expired ones too, oldest first. */
export function* ctEntries(net: Net): Generator<NfConn> {
  for (const first of [...ctOf(net).table.values()]) {
    for (let h: TupleHash | null = first; h; h = h.next) if (h.dir === ORIGINAL) yield h.ct
  }
}

/** Takes a flow out of the table. Ref: nf_ct_delete() */
export function nfCtDelete(net: Net, ct: NfConn, portid: number | null = null): boolean {
  if (ct.status & IPS_DYING || !(ct.status & IPS_CONFIRMED)) return false
  const cnet = ctOf(net)
  ct.status |= IPS_DYING
  removeHash(cnet.table, ct.tuplehash[ORIGINAL])
  removeHash(cnet.table, ct.tuplehash[REPLY])
  cnet.count--
  net.version++
  forgetSource(cnet, ct)
  ctEvent(net, ct, 'DESTROY', portid)
  return true
}

/** Ref: nf_ct_iterate_cleanup_net() */
export function nfCtIterateCleanup(net: Net, doomed: (ct: NfConn) => boolean): number {
  let n = 0
  for (const ct of [...ctEntries(net)]) if (doomed(ct) && nfCtDelete(net, ct)) n++
  return n
}

/** Flows that nobody asks for any more go within a minute or so. Ref: gc_worker() */
const GC_SCAN_INTERVAL = 60 * SECOND

function scheduleGc(net: Net, cnet: NetnsCt): void {
  if (cnet.gcAt !== Infinity) return
  cnet.gcAt = net.stack.clock.now + GC_SCAN_INTERVAL
  net.stack.clock.after(GC_SCAN_INTERVAL, gcWorker, net, cnet)
}

function gcWorker(net: Net, cnet: NetnsCt): void {
  cnet.gcAt = Infinity
  nfCtIterateCleanup(net, (ct) => ctExpired(net, ct))
  if (cnet.count > 0 && net.alive) scheduleGc(net, cnet)
}

/** Ref: nf_conntrack_hash_check_insert() */
export function nfCtInsert(net: Net, ct: NfConn, portid: number | null = null): void {
  const cnet = ctOf(net)
  ct.status |= IPS_CONFIRMED
  if (cnet.sysctls.nf_conntrack_timestamp) ct.start = net.stack.clock.now
  insertHash(cnet.table, ct.tuplehash[ORIGINAL])
  insertHash(cnet.table, ct.tuplehash[REPLY])
  cnet.count++
  net.version++
  scheduleGc(net, cnet)
  ctEvent(net, ct, 'NEW', portid)
}

/** Remembers what a source is mapped to, for its next flows. Ref: nf_nat_setup_info(), nf_nat_bysource */
export function rememberSource(net: Net, ct: NfConn): void {
  const { bySource } = ctOf(net)
  const hash = hashSource(ct.orig)
  const flows = bySource.get(hash)
  if (flows) flows.push(ct)
  else bySource.set(hash, [ct])
  ct.sourceHash = hash
}

function forgetSource({ bySource }: NetnsCt, ct: NfConn): void {
  if (ct.sourceHash === null) return
  const left = bySource.get(ct.sourceHash)?.filter((other) => other !== ct) ?? []
  if (left.length > 0) bySource.set(ct.sourceHash, left)
  else bySource.delete(ct.sourceHash)
}

/** Ref: hash_by_src() */
export function hashSource({ family, protocol, src, sport }: Tuple): number {
  return hashTuple({ family, protocol, src, sport, dst: 0, dport: 0 }, 0)
}

/** A number that says nothing of its age. Ref: nf_ct_get_id() */
function ctId(serial: number): number {
  const h = Math.imul(serial ^ (serial >>> 15) ^ 0x5bd1e995, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}

export function makeConn(net: Net, zone: number, tuple: Tuple, reply: Tuple): NfConn {
  const cnet = ctOf(net)
  const ct = new NfConn(ctId(++cnet.nextId), zone, tuple, reply)
  ct.ecache = ctWatched(net)
  if (cnet.sysctls.nf_conntrack_acct) ct.acct = { packets: [0, 0], bytes: [0, 0] }
  return ct
}

/** What the answers look like changed: only of a flow not yet in the table. Ref: nf_conntrack_alter_reply() */
export function nfConntrackAlterReply(ct: NfConn, reply: Tuple): void {
  const h = ct.tuplehash[REPLY]
  h.tuple = reply
  h.hash = hashTuple(reply, ct.zone)
}

/** Whether some other flow has it. Ref: nf_conntrack_tuple_taken() */
export function nfConntrackTupleTaken(net: Net, tuple: Tuple, ignored: NfConn): boolean {
  const found = nfConntrackFind(net, ignored.zone, tuple)
  if (!found || found.ct === ignored) return false
  // The same flow twice: one of two packets that were sent together.
  if (tupleEqual(found.ct.orig, ignored.orig)) return false
  ctOf(net).stat.found++
  return true
}

/** Lives on for `span`, and counts the packet. Ref: __nf_ct_refresh_acct() */
export function nfCtRefreshAcct(net: Net, ct: NfConn, skb: SkBuff, ctinfo: number, span: Nanoseconds): void {
  ct.timeout = ct.status & IPS_CONFIRMED ? net.stack.clock.now + span : span
  nfCtAcct(ct, skb, ctinfo)
}

/** Ref: nf_ct_acct_update() */
export function nfCtAcct(ct: NfConn, skb: SkBuff, ctinfo: number): void {
  if (!ct.acct) return
  const dir = ctDir(ctinfo)
  ct.acct.packets[dir]++
  ct.acct.bytes[dir] += packetLength(skb.packet)
}
