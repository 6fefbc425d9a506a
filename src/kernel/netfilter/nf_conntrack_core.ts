// Connection tracking: which flow a packet belongs to. Read nf_conn.ts and nf_conntrack_table.ts first.
// Ref: net/netfilter/nf_conntrack_core.c
import { SECOND } from '../../sim/clock.ts'
import { IPS_ASSURED, IPS_CONFIRMED, IPS_EXPECTED, IPS_SEEN_REPLY } from '../../uapi/conntrack.ts'
import { LOG_WARNING } from '../../uapi/syslog.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import { NF_ACCEPT, NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import { printk } from '../core/printk.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import {
  ctDir,
  IP_CT_ESTABLISHED,
  IP_CT_ESTABLISHED_REPLY,
  IP_CT_NEW,
  IP_CT_RELATED,
  IP_CT_RELATED_REPLY,
  IP_CT_UNTRACKED,
  nfCtGet,
  ORIGINAL,
  REPLY,
  type NfConn,
} from './nf_conn.ts'
import { ctDeliver } from './nf_conntrack_ecache.ts'
import { genericProto, greProto } from './nf_conntrack_proto_generic.ts'
import { icmpError, icmpProto, icmpv6Proto } from './nf_conntrack_proto_icmp.ts'
import { tcpProto } from './nf_conntrack_proto_tcp.ts'
import { udpProto } from './nf_conntrack_proto_udp.ts'
import {
  ctEntries,
  ctExpired,
  makeConn,
  nfConntrackFind,
  nfConntrackMax,
  nfCtDelete,
  nfCtInsert,
  type L4Proto,
} from './nf_conntrack_table.ts'
import {
  invertTuple,
  IPPROTO_GRE,
  isIpPacket,
  protocolOf,
  tupleOf,
  type Tuple,
} from './nf_conntrack_tuple.ts'
import { ctOf, type NetnsCt } from './netns_ct.ts'

/** Ref: nf_ct_l4proto_find() */
function l4proto(protocol: number): L4Proto {
  switch (protocol) {
    case IPPROTO_TCP:
      return tcpProto
    case IPPROTO_UDP:
      return udpProto
    case IPPROTO_ICMP:
      return icmpProto
    case IPPROTO_ICMPV6:
      return icmpv6Proto
    case IPPROTO_GRE:
      return greProto
    default:
      return genericProto
  }
}

/** Room for one more: something that was never answered for long goes first. Ref: early_drop() */
function earlyDrop(net: Net, cnet: NetnsCt): boolean {
  for (const ct of ctEntries(net)) {
    if (ctExpired(net, ct)) {
      if (nfCtDelete(net, ct)) return true
    } else if (!(ct.status & IPS_ASSURED) && nfCtDelete(net, ct)) {
      cnet.stat.earlyDrop++
      return true
    }
  }
  return false
}

/** Null: not the beginning of a flow. Ref: init_conntrack() */
function initConntrack(net: Net, zone: number, tuple: Tuple): NfConn | 'full' | null {
  const reply = invertTuple(tuple)
  if (!reply) return null
  const cnet = ctOf(net)
  const max = nfConntrackMax(net)
  if (max > 0 && cnet.count + 1 > max && !earlyDrop(net, cnet)) {
    const { now } = net.stack.clock
    if (now - cnet.fullTold >= FULL_INTERVAL) {
      cnet.fullTold = now
      const [init] = net.stack.nets
      const where = net === init ? '' : ` in netns ${net.inode}`
      printk(net.stack, LOG_WARNING, `nf_conntrack: nf_conntrack: table full${where}, dropping packet`)
    }
    return 'full'
  }
  return makeConn(net, zone, tuple, reply)
}

/** net_warn_ratelimited(): ten messages in five seconds; one in half a second does as well. */
const FULL_INTERVAL = SECOND / 2

/** The hook function. Ref: nf_conntrack_in() */
export function nfConntrackIn(skb: SkBuff, state: NfHookState): NfVerdict {
  const verdict = track(skb, state)
  if (tracing(skb)) traceConntrack(skb)
  return verdict
}

function track(skb: SkBuff, state: NfHookState): NfVerdict {
  const { packet } = skb
  // Seen before (it came by lo), or not to be tracked.
  if (nfCtGet(skb) || skb.nfctinfo === IP_CT_UNTRACKED) return NF_ACCEPT
  if (!isIpPacket(packet)) return NF_ACCEPT
  const { net } = state
  const cnet = ctOf(net)
  const zone = typeof skb.nfct === 'number' ? skb.nfct : 0
  skb.nfct = null
  const protocol = protocolOf(packet)
  if (protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6) {
    const found = icmpError(net, skb, zone)
    if (found === 'invalid') cnet.stat.invalid++
    if (found !== 'go on') return NF_ACCEPT
  }
  const tuple = tupleOf(packet)
  for (;;) {
    const ct = tuple && resolveNormalCt(net, zone, skb, tuple)
    if (ct === 'full') {
      cnet.stat.drop++
      return NF_DROP
    }
    if (!ct) {
      cnet.stat.invalid++
      return NF_ACCEPT
    }
    const { nfctinfo } = skb
    const said = l4proto(protocol).packet(net, ct, skb, nfctinfo)
    if (said === 'accept') {
      if (nfctinfo === IP_CT_ESTABLISHED_REPLY && !(ct.status & IPS_SEEN_REPLY)) {
        ct.status |= IPS_SEEN_REPLY
        ct.changed = true
      }
      return NF_ACCEPT
    }
    skb.nfct = null
    skb.nfctinfo = 0
    if (said === 'repeat') continue
    cnet.stat.invalid++
    if (said === 'drop') cnet.stat.drop++
    return said === 'drop' ? NF_DROP : NF_ACCEPT
  }
}

/** Ref: resolve_normal_ct() */
function resolveNormalCt(net: Net, zone: number, skb: SkBuff, tuple: Tuple): NfConn | 'full' | null {
  const h = nfConntrackFind(net, zone, tuple)
  const ct = h ? h.ct : initConntrack(net, zone, tuple)
  if (ct === null || ct === 'full') return ct
  skb.nfct = ct
  if (h?.dir === REPLY) skb.nfctinfo = IP_CT_ESTABLISHED_REPLY
  else if (ct.status & IPS_SEEN_REPLY) skb.nfctinfo = IP_CT_ESTABLISHED
  else skb.nfctinfo = ct.status & IPS_EXPECTED ? IP_CT_RELATED : IP_CT_NEW
  return ct
}

/** A flow's last word in a hook: it goes into the table. Ref: nf_confirm(), __nf_conntrack_confirm() */
export function nfConfirm(skb: SkBuff, state: NfHookState): NfVerdict {
  const ct = nfCtGet(skb)
  if (!ct) return NF_ACCEPT
  const { net } = state
  if (ct.status & IPS_CONFIRMED) {
    if (ct.changed) ctDeliver(net, ct)
    return NF_ACCEPT
  }
  if (ctDir(skb.nfctinfo) !== ORIGINAL) return NF_ACCEPT
  // Another flow took its place while the packet was on its way.
  const clash = ct.tuplehash.some(({ tuple }) => nfConntrackFind(net, ct.zone, tuple))
  if (clash) {
    const { stat } = ctOf(net)
    stat.insertFailed++
    stat.drop++
    return NF_DROP
  }
  ct.timeout += net.stack.clock.now
  nfCtInsert(net, ct)
  return NF_ACCEPT
}

const STATES = {
  [IP_CT_ESTABLISHED]: 'ESTABLISHED',
  [IP_CT_RELATED]: 'RELATED',
  [IP_CT_NEW]: 'NEW',
  [IP_CT_ESTABLISHED_REPLY]: 'ESTABLISHED',
  [IP_CT_RELATED_REPLY]: 'RELATED',
} as const

/** `--ctstate` of a packet. */
export function ctStateOf(skb: SkBuff): 'NEW' | 'ESTABLISHED' | 'RELATED' | 'INVALID' | 'UNTRACKED' {
  if (!nfCtGet(skb)) return skb.nfctinfo === IP_CT_UNTRACKED ? 'UNTRACKED' : 'INVALID'
  return STATES[skb.nfctinfo as keyof typeof STATES] ?? 'INVALID'
}

function traceConntrack(skb: SkBuff): void {
  const ct = nfCtGet(skb)
  const direction = ct && ctDir(skb.nfctinfo) === REPLY ? 'REPLY' : 'ORIGINAL'
  record(skb, { kind: 'conntrack', state: ctStateOf(skb), direction, flow: ct && traceFlow(ct.orig) })
}

/** An ICMP query's identifier stands in `sport`. */
export function traceFlow(tuple: Tuple): {
  readonly protocol: number
  readonly src: Tuple['src']
  readonly dst: Tuple['dst']
  readonly sport: number
  readonly dport: number
} {
  const { protocol, src, dst, sport, dport } = tuple
  const icmp = protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6
  return { protocol, src, dst, sport, dport: icmp ? 0 : dport }
}
