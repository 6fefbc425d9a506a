// The hooks of IPVS: what is for a service goes to a server, and what the server answers comes from the service.
// Read ip_vs.ts and ip_vs_conn.ts first. Ref: net/netfilter/ipvs/ip_vs_core.c
import { isErrno } from '../../../uapi/errno.ts'
import type { IpvsServiceId } from '../../../uapi/ipvs.ts'
import { RTN_LOCAL } from '../../../uapi/rtnetlink.ts'
import { packetLength } from '../../../wire/ethernet.ts'
import { ICMP_DEST_UNREACH, ICMP_PORT_UNREACH, ICMP_TIME_EXCEEDED, isIcmpEcho } from '../../../wire/icmp.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, type Ipv4 } from '../../../wire/ipv4.ts'
import { TCP_RST, TCP_SYN } from '../../../wire/tcp.ts'
import {
  NF_ACCEPT,
  NF_DROP,
  NF_STOLEN,
  type NfHookOps,
  type NfHookState,
  type NfVerdict,
} from '../../core/nf_hooks.ts'
import { PACKET_HOST, type SkBuff } from '../../core/skb.ts'
import { drop, record, tracing } from '../../core/trace.ts'
import { icmpSend } from '../../ipv4/icmp.ts'
import { ipRouteOutput } from '../../ipv4/route.ts'
import { IFF_LOOPBACK } from '../../../uapi/if.ts'
import { tupleOf } from '../nf_conntrack_tuple.ts'
import {
  ipvsOf,
  serviceKey,
  type IpVsConn,
  type IpVsDest,
  type IpVsService,
  type NetnsIpvs,
} from './ip_vs.ts'
import { connExpire, connIn, connNew, connOut, connPut, templateOf, type Ends } from './ip_vs_conn.ts'
import { ipVsSetState, type Direction } from './ip_vs_proto.ts'
import { ipVsIcmpXmit, ipVsSnat, ipVsXmit, settle } from './ip_vs_xmit.ts'

/** Null of what IPVS does not balance: other protocols, later fragments. */
function endsOf(packet: Ipv4): Ends | null {
  if (packet.protocol !== IPPROTO_TCP && packet.protocol !== IPPROTO_UDP) return null
  const tuple = tupleOf(packet)
  if (!tuple) return null
  const { protocol, sport, dport } = tuple
  return { protocol, saddr: packet.src, sport, daddr: packet.dst, dport }
}

/** Of TCP. */
function flagsOf({ payload }: Ipv4): number | null {
  return payload.kind === 'tcp' ? payload.flags : null
}

/** The packet that an error quotes, its ends the other way round; null: no such error. */
function quotedEnds({ payload }: Ipv4): Ends | null {
  if (payload.kind !== 'icmp' || isIcmpEcho(payload)) return null
  if (payload.type !== ICMP_DEST_UNREACH && payload.type !== ICMP_TIME_EXCEEDED) return null
  const ends = endsOf(payload.original)
  if (!ends) return null
  const { protocol, saddr, sport, daddr, dport } = ends
  return { protocol, saddr: daddr, sport: dport, daddr: saddr, dport: sport }
}

/** By mark, by address and port, or by address alone. Ref: ip_vs_service_find() */
function findService(
  { services }: NetnsIpvs,
  mark: number,
  { protocol, daddr, dport }: Ends,
): IpVsService | null {
  const marked = mark === 0 ? undefined : services.get(serviceKey({ fwmark: mark }))
  const at = (port: number): IpVsService | undefined =>
    services.get(serviceKey({ protocol, address: daddr, port }))
  return marked ?? at(dport) ?? at(0) ?? null
}

function countIn(ipvs: NetnsIpvs, { dest }: IpVsConn, skb: SkBuff): void {
  const length = packetLength(skb.packet)
  for (const stats of [dest.stats, dest.svc.stats, ipvs.stats]) stats.in(length)
}

function countOut(ipvs: NetnsIpvs, { dest }: IpVsConn, skb: SkBuff): void {
  const length = packetLength(skb.packet)
  for (const stats of [dest.stats, dest.svc.stats, ipvs.stats]) stats.out(length)
}

function tell(
  skb: SkBuff,
  id: IpvsServiceId,
  dest: { readonly address: number; readonly port: number } | null,
  how: { readonly scheduler: string | null; readonly direction: Direction },
): void {
  if (tracing(skb)) record(skb, { kind: 'ipvs', service: id, dest, ...how })
}

function tellConn(
  skb: SkBuff,
  { dest, daddr, dport }: IpVsConn,
  scheduler: string | null,
  direction: Direction,
): void {
  tell(skb, dest.svc.id, { address: daddr, port: dport }, { scheduler, direction })
}

/** Ref: ip_vs_out_hook() */
function ipVsOut(skb: SkBuff, { net, hook }: NfHookState): NfVerdict {
  const { packet } = skb
  if (skb.ipvsProperty || !skb.dst || packet.kind !== 'ipv4') return NF_ACCEPT
  const ipvs = ipvsOf(net)
  const ends = packet.protocol === IPPROTO_ICMP ? quotedEnds(packet) : endsOf(packet)
  const cp = ends && connOut(ipvs, ends)
  if (!cp) return NF_ACCEPT
  tellConn(skb, cp, null, 'out')
  if (cp.forward === 'masq') {
    ipVsSnat(skb, cp)
    if (hook !== 'LOCAL_IN' && !reroute(ipvs, skb)) {
      drop(skb, 'ipVsOut', 'IP_OUTNOROUTES')
      return NF_STOLEN
    }
  }
  countOut(ipvs, cp, skb)
  if (packet.protocol !== IPPROTO_ICMP) {
    ipVsSetState(ipvs, cp, 'out', flagsOf(packet))
    connPut(ipvs, cp)
  }
  settle(skb, cp, 'out')
  return NF_ACCEPT
}

/** Another way may lead to the client from the service's address. Ref: ip_vs_route_me_harder() */
function reroute({ net, sysctls }: NetnsIpvs, skb: SkBuff): boolean {
  const { packet } = skb
  if (sysctls.snat_reroute === 0 || packet.kind !== 'ipv4' || skb.dst?.type === RTN_LOCAL) return true
  const { src, dst, tos } = packet
  const route = ipRouteOutput(net, { daddr: dst, saddr: src, anySource: true, tos, oif: 0, mark: skb.mark })
  if (isErrno(route)) return false
  skb.dst = route.dst
  return true
}

/** Ref: ip_vs_in_hook() */
function ipVsIn(skb: SkBuff, state: NfHookState): NfVerdict {
  const { packet } = skb
  if (skb.ipvsProperty || !skb.dst || packet.kind !== 'ipv4') return NF_ACCEPT
  if (skb.pktType !== PACKET_HOST && state.hook !== 'LOCAL_OUT') return NF_ACCEPT
  const ipvs = ipvsOf(state.net)
  if (ipvs.sysctls.backup_only !== 0) return NF_ACCEPT
  if (packet.protocol === IPPROTO_ICMP) return ipVsInIcmp(skb, state)
  const ends = endsOf(packet)
  if (!ends) return NF_ACCEPT
  const flags = flagsOf(packet)
  let cp = connIn(ipvs, ends)
  if (cp && flags !== null && flags & TCP_SYN && startsAnew(ipvs, cp)) {
    connExpire(ipvs, cp)
    cp = null
  }
  if (cp && !cp.dest.available) {
    if (ipvs.sysctls.expire_nodest_conn === 0) return NF_DROP
    connExpire(ipvs, cp)
    cp = null
  }
  const known = cp !== null
  if (!cp) {
    const made = trySchedule(ipvs, skb, ends, flags)
    if (made === NF_ACCEPT || made === NF_DROP) return made
    cp = made
  }
  tellConn(skb, cp, known ? null : cp.dest.svc.options.scheduler, 'in')
  countIn(ipvs, cp, skb)
  ipVsSetState(ipvs, cp, 'in', flags)
  const verdict = ipVsXmit(ipvs, skb, cp)
  connPut(ipvs, cp)
  return verdict
}

/** A client uses a port again whose connection is over, or whose server gets no more. Ref: is_new_conn_expected() */
function startsAnew({ sysctls }: NetnsIpvs, cp: IpVsConn): boolean {
  if (sysctls.expire_nodest_conn !== 0 && cp.dest.options.weight === 0) return true
  if (sysctls.conn_reuse_mode === 0 || cp.control) return false
  const half = (sysctls.conn_reuse_mode & 2) !== 0 && cp.state === 'FIN_WAIT' && cp.noOutput
  return cp.state === 'TIME_WAIT' || cp.state === 'CLOSE' || half
}

/** A new connection, or the verdict on what is none. Ref: tcp_conn_schedule(), udp_conn_schedule() */
function trySchedule(
  ipvs: NetnsIpvs,
  skb: SkBuff,
  ends: Ends,
  flags: number | null,
): IpVsConn | typeof NF_ACCEPT | typeof NF_DROP {
  if (flags !== null && (flags & TCP_RST || !(flags & TCP_SYN || ipvs.sysctls.sloppy_tcp !== 0)))
    return NF_ACCEPT
  const svc = findService(ipvs, skb.mark, ends)
  if (!svc) return NF_ACCEPT
  // What a local server answers is nothing to be scheduled.
  if (skb.dev.flags & IFF_LOOPBACK) {
    const { protocol, saddr, sport, daddr, dport } = ends
    if (connIn(ipvs, { protocol, saddr: daddr, sport: dport, daddr: saddr, dport: sport })) return NF_ACCEPT
  }
  const { persistent } = svc.options
  const cp = persistent === null ? schedule(ipvs, svc, ends) : schedulePersistent(ipvs, svc, ends, persistent)
  if (cp) {
    for (const stats of [cp.dest.stats, svc.stats, ipvs.stats]) stats.conn()
    return cp
  }
  tell(skb, svc.id, null, { scheduler: svc.options.scheduler, direction: 'in' })
  icmpSend(skb, ICMP_DEST_UNREACH, ICMP_PORT_UNREACH, 0)
  return NF_DROP
}

function onePacket(svc: IpVsService, { protocol }: Ends): boolean {
  return svc.options.onePacket && protocol === IPPROTO_UDP
}

/** Ref: ip_vs_schedule() */
function schedule(ipvs: NetnsIpvs, svc: IpVsService, ends: Ends): IpVsConn | null {
  const dest = svc.scheduling.schedule(svc, ends)
  if (!dest) return null
  return connNew(ipvs, { ...client(ends), dport: dest.port || ends.dport, ...plain(svc, ends) }, dest, null)
}

function client({
  protocol,
  saddr,
  sport,
  daddr,
  dport,
}: Ends): Pick<IpVsConn, 'protocol' | 'caddr' | 'cport' | 'vaddr' | 'vport'> {
  return { protocol, caddr: saddr, cport: sport, vaddr: daddr, vport: dport }
}

function plain(svc: IpVsService, ends: Ends): { readonly template: false; readonly onePacket: boolean } {
  return { template: false, onePacket: onePacket(svc, ends) }
}

/** The server that the client (or its network) had, else one that is remembered. Ref: ip_vs_sched_persist() */
function schedulePersistent(ipvs: NetnsIpvs, svc: IpVsService, ends: Ends, seconds: number): IpVsConn | null {
  const { id } = svc
  const marked = id.protocol === undefined
  const caddr = (ends.saddr & svc.options.netmask) >>> 0
  // Of a service at a port one template for that port, else one for all of the address, or of the mark.
  const vport = !marked && ends.dport === id.port ? ends.dport : 0
  const of = marked
    ? { protocol: 0, caddr, vaddr: id.fwmark, vport: 0 }
    : { protocol: ends.protocol, caddr, vaddr: ends.daddr, vport }
  let template = templateOf(ipvs, of)
  if (template && !stillServes(ipvs, template)) template = null
  let dest: IpVsDest
  if (template) dest = template.dest
  else {
    const chosen = svc.scheduling.schedule(svc, ends)
    if (!chosen) return null
    dest = chosen
    const dport = vport !== 0 ? dest.port : 0
    template = connNew(ipvs, { ...of, cport: 0, dport, template: true, onePacket: false }, dest, null)
    template.timeout = seconds * 1e9
  }
  const dport = !marked && ends.dport === id.port && dest.port !== 0 ? dest.port : ends.dport
  const cp = connNew(ipvs, { ...client(ends), dport, ...plain(svc, ends) }, dest, template)
  connPut(ipvs, template)
  return cp
}

/** Ref: ip_vs_check_template() */
function stillServes({ sysctls }: NetnsIpvs, { dest }: IpVsConn): boolean {
  return dest.available && !(sysctls.expire_quiescent_template !== 0 && dest.options.weight === 0)
}

/** A client's (or a router's) complaint about what a server sent it. Ref: ip_vs_in_icmp() */
function ipVsInIcmp(skb: SkBuff, { net }: NfHookState): NfVerdict {
  const { packet } = skb
  if (packet.kind !== 'ipv4') return NF_ACCEPT
  const ipvs = ipvsOf(net)
  const ends = quotedEnds(packet)
  const cp = ends && connIn(ipvs, ends)
  if (!cp) return NF_ACCEPT
  tellConn(skb, cp, null, 'in')
  countIn(ipvs, cp, skb)
  return ipVsIcmpXmit(ipvs, skb, cp)
}

/** Errors about what is marked for a service are not marked themselves. Ref: ip_vs_forward_icmp() */
function ipVsForwardIcmp(skb: SkBuff, state: NfHookState): NfVerdict {
  const { packet } = skb
  if (packet.kind !== 'ipv4' || packet.protocol !== IPPROTO_ICMP || skb.ipvsProperty) return NF_ACCEPT
  return ipVsInIcmp(skb, state)
}

// NF_IP_PRI_NAT_DST, NF_IP_PRI_NAT_SRC
const NAT_DST = -100
const NAT_SRC = 100

/** Ref: ip_vs_ops4 */
export const IP_VS_OPS: readonly NfHookOps[] = [
  { pf: 'ipv4', hook: 'LOCAL_IN', priority: NAT_SRC - 2, fn: ipVsOut },
  { pf: 'ipv4', hook: 'LOCAL_IN', priority: NAT_SRC - 1, fn: ipVsIn },
  { pf: 'ipv4', hook: 'LOCAL_OUT', priority: NAT_DST + 1, fn: ipVsOut },
  { pf: 'ipv4', hook: 'LOCAL_OUT', priority: NAT_DST + 2, fn: ipVsIn },
  { pf: 'ipv4', hook: 'FORWARD', priority: 99, fn: ipVsForwardIcmp },
  { pf: 'ipv4', hook: 'FORWARD', priority: 100, fn: ipVsOut },
]
