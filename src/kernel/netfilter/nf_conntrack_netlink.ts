// What the conntrack program asks. Ref: net/netfilter/nf_conntrack_netlink.c
import { SECOND } from '../../sim/clock.ts'
import {
  IPS_ASSURED,
  IPS_CONFIRMED,
  IPS_DST_NAT,
  IPS_DST_NAT_DONE,
  IPS_SEEN_REPLY,
  IPS_SRC_NAT,
  IPS_SRC_NAT_DONE,
  type CtNew,
  type CtReply,
  type CtRequest,
} from '../../uapi/conntrack.ts'
import { EBUSY, EEXIST, EINVAL, ENOENT, type Errno } from '../../uapi/errno.ts'
import { IPPROTO_TCP } from '../../wire/ipv4.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import { nfCtGet, type NfConn } from './nf_conn.ts'
import { ctEntry, ctEvent, tupleOfCt } from './nf_conntrack_ecache.ts'
import { makeTcpTrack } from './nf_conntrack_proto_tcp.ts'
import {
  ctEntries,
  ctExpired,
  makeConn,
  nfConntrackFind,
  nfCtDelete,
  nfCtInsert,
} from './nf_conntrack_table.ts'
import { invertTuple, tupleEqual } from './nf_conntrack_tuple.ts'
import { ctOf } from './netns_ct.ts'

export function conntrackRcv(net: Net, request: CtRequest): CtReply {
  switch (request.type) {
    case 'GET':
      return reply(net, dump(net, request.family), request.zero)
    case 'GETONE': {
      const ct = nfConntrackFind(net, 0, tupleOfCt(request.tuple))?.ct
      return ct ? reply(net, [ct]) : refused(ENOENT)
    }
    case 'DELETE': {
      const ct = nfConntrackFind(net, zoneOf(net, request.id), tupleOfCt(request.orig))?.ct
      if (!ct || ct.id !== request.id || !nfCtDelete(net, ct, request.portid)) return refused(ENOENT)
      return reply(net, [])
    }
    case 'UPDATE':
      return update(net, request)
    case 'NEW':
      return create(net, request.entry, request.portid)
    case 'FLUSH':
      for (const ct of dump(net, request.family)) nfCtDelete(net, ct, request.portid)
      return reply(net, [])
    case 'COUNT':
    case 'STATS':
      return reply(net, [])
  }
}

function refused(errno: Errno): CtReply {
  return { error: { errno, extack: null } }
}

function reply(net: Net, flows: readonly NfConn[], zero = false): CtReply {
  const { count, stat } = ctOf(net)
  const held = heldFlows(net)
  const entries = flows.map((ct) => ({ ...ctEntry(net, ct), use: 1 + (held.get(ct) ?? 0) }))
  if (zero) for (const ct of flows) if (ct.acct) ct.acct = { packets: [0, 0], bytes: [0, 0] }
  return { entries, count, stats: { ...stat } }
}

/** A packet that waits for its neighbour's address holds its flow. */
function heldFlows(net: Net): ReadonlyMap<NfConn, number> {
  const held = new Map<NfConn, number>()
  for (const table of [ipv4Of(net).arp, ipv6Of(net).ndisc]) {
    for (const { queue } of table) {
      for (const skb of queue) {
        const ct = nfCtGet(skb)
        if (ct) held.set(ct, (held.get(ct) ?? 0) + 1)
      }
    }
  }
  return held
}

/** Those whose time is up go on the way. Ref: ctnetlink_dump_table() */
function dump(net: Net, family: 0 | 2 | 10): NfConn[] {
  const flows: NfConn[] = []
  for (const ct of ctEntries(net)) {
    if (family !== 0 && ct.orig.family !== family) continue
    if (ctExpired(net, ct)) nfCtDelete(net, ct)
    else flows.push(ct)
  }
  return flows
}

function zoneOf(net: Net, id: number): number {
  for (const ct of ctEntries(net)) if (ct.id === id) return ct.zone
  return 0
}

/** What a program may not take away, or give. Ref: ctnetlink_change_status() */
const STICKY = IPS_SEEN_REPLY | IPS_ASSURED
const UNCHANGEABLE = IPS_CONFIRMED | IPS_SRC_NAT | IPS_DST_NAT | IPS_SRC_NAT_DONE | IPS_DST_NAT_DONE

/** Ref: ctnetlink_change_conntrack() */
function update(net: Net, request: CtRequest & { type: 'UPDATE' }): CtReply {
  const ct = nfConntrackFind(net, 0, tupleOfCt(request.orig))?.ct
  if (!ct) return refused(ENOENT)
  const { mark, timeout, status } = request
  if (status !== undefined) {
    if (ct.status & STICKY & ~status) return refused(EBUSY)
    ct.status |= status & ~UNCHANGEABLE
  }
  if (timeout !== undefined) ct.timeout = net.stack.clock.now + timeout * SECOND
  if (mark !== undefined) ct.mark = mark
  net.version++
  ctEvent(net, ct, 'UPDATE', request.portid)
  return reply(net, [ct])
}

/** Ref: ctnetlink_create_conntrack() */
function create(net: Net, entry: CtNew, portid: number): CtReply {
  const orig = tupleOfCt(entry.orig)
  const back = tupleOfCt(entry.reply)
  if (nfConntrackFind(net, entry.zone, orig) || nfConntrackFind(net, entry.zone, back)) return refused(EEXIST)
  const plain = invertTuple(orig)
  if (!plain) return refused(EINVAL)
  const ct = makeConn(net, entry.zone, orig, back)
  ct.timeout = net.stack.clock.now + entry.timeout * SECOND
  ct.mark = entry.mark
  ct.status = entry.status
  if (!tupleEqual(plain, back)) {
    ct.status |= IPS_SRC_NAT_DONE | IPS_DST_NAT_DONE
    if (plain.src !== back.src || plain.sport !== back.sport) ct.status |= IPS_DST_NAT
    if (plain.dst !== back.dst || plain.dport !== back.dport) ct.status |= IPS_SRC_NAT
  }
  if (orig.protocol === IPPROTO_TCP) ct.tcp = makeTcpTrack(entry.tcpState ?? 'NONE')
  ctOf(net).stat.insert++
  nfCtInsert(net, ct, portid)
  return reply(net, [ct])
}
