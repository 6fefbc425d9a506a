// The table of connections: each knows a client and the server it was given. Ref: net/netfilter/ipvs/ip_vs_conn.c
import { SECOND } from '../../../sim/clock.ts'
import type { Inet } from '../../../wire/inet.ts'
import { IPPROTO_TCP, IPPROTO_UDP } from '../../../wire/ipv4.ts'
import type { Net } from '../../core/net.ts'
import { nfConntrackFind, nfCtDelete } from '../nf_conntrack_table.ts'
import { ipvsOf, type IpVsConn, type IpVsDest, type NetnsIpvs } from './ip_vs.ts'

/** Both ends of a packet. */
export interface Ends {
  readonly protocol: number
  readonly saddr: Inet
  readonly sport: number
  readonly daddr: Inet
  readonly dport: number
}

function key({ protocol, saddr, sport, daddr, dport }: Ends): string {
  return `${protocol} ${saddr} ${sport} ${daddr} ${dport}`
}

/** What its client sends, and what its server answers, as keys; a template's has a word more. */
function keyIn(cp: Pick<IpVsConn, 'protocol' | 'caddr' | 'cport' | 'vaddr' | 'vport' | 'template'>): string {
  const { protocol, caddr, cport, vaddr, vport } = cp
  const sent = key({ protocol, saddr: caddr, sport: cport, daddr: vaddr, dport: vport })
  return cp.template ? `${sent} template` : sent
}

function keyOut({ protocol, caddr, cport, daddr, dport }: IpVsConn): string {
  return key({ protocol, saddr: daddr, sport: dport, daddr: caddr, dport: cport })
}

/** Of what a client sent. Ref: ip_vs_conn_in_get() */
export function connIn(ipvs: NetnsIpvs, ends: Ends): IpVsConn | null {
  return ipvs.connsIn.get(key(ends)) ?? null
}

/** Of what a server answered. Ref: ip_vs_conn_out_get() */
export function connOut(ipvs: NetnsIpvs, ends: Ends): IpVsConn | null {
  return ipvs.connsOut.get(key(ends))?.[0] ?? null
}

/** Ref: ip_vs_ct_in_get() */
export function templateOf(
  ipvs: NetnsIpvs,
  of: Pick<IpVsConn, 'protocol' | 'caddr' | 'vaddr' | 'vport'>,
): IpVsConn | null {
  return ipvs.connsIn.get(keyIn({ ...of, cport: 0, template: true })) ?? null
}

/** Ref: ip_vs_conn_new() */
export function connNew(
  ipvs: NetnsIpvs,
  of: Pick<IpVsConn, 'protocol' | 'caddr' | 'cport' | 'vaddr' | 'vport' | 'dport' | 'template' | 'onePacket'>,
  dest: IpVsDest,
  control: IpVsConn | null,
): IpVsConn {
  const { forward } = dest.options
  const cp: IpVsConn = {
    ...of,
    daddr: dest.address,
    dest,
    control,
    controlled: 0,
    forward,
    tracked: ipvs.sysctls.conntrack !== 0,
    idle: true,
    noOutput: forward !== 'masq',
    state: 'NONE',
    timeout: 3 * SECOND,
    expires: 0,
    hashed: false,
  }
  if (control) control.controlled++
  if (cp.template) dest.persistent++
  else dest.inactive++
  const { upper } = dest.options
  if (upper !== 0 && dest.active + dest.inactive >= upper) dest.overloaded = true
  if (!cp.onePacket) hash(ipvs, cp)
  return cp
}

function hash(ipvs: NetnsIpvs, cp: IpVsConn): void {
  cp.hashed = true
  ipvs.connsIn.set(keyIn(cp), cp)
  if (!cp.template) {
    const out = keyOut(cp)
    ipvs.connsOut.set(out, [cp, ...(ipvs.connsOut.get(out) ?? [])])
  }
  ipvs.net.version++
}

function unhash(ipvs: NetnsIpvs, cp: IpVsConn): void {
  cp.hashed = false
  if (ipvs.connsIn.get(keyIn(cp)) === cp) ipvs.connsIn.delete(keyIn(cp))
  const out = keyOut(cp)
  const left = ipvs.connsOut.get(out)?.filter((other) => other !== cp) ?? []
  if (left.length > 0) ipvs.connsOut.set(out, left)
  else ipvs.connsOut.delete(out)
  ipvs.net.version++
}

/** A packet has passed: it lives on for as long as its state says. Ref: ip_vs_conn_put() */
export function connPut(ipvs: NetnsIpvs, cp: IpVsConn): void {
  const { net } = ipvs
  const { now } = net.stack.clock
  if (cp.onePacket) return forget(ipvs, cp)
  const first = cp.expires === 0
  cp.expires = now + cp.timeout
  if (first) net.stack.clock.after(cp.timeout, timer, net, cp)
}

/** The timer is set once, and looks then how long there still is. */
function timer(net: Net, cp: IpVsConn): void {
  if (!cp.hashed || !net.alive) return
  const { clock } = net.stack
  // Whoever depends on it goes first.
  if (cp.expires <= clock.now && cp.controlled > 0) cp.expires = clock.now + 60 * SECOND
  if (cp.expires > clock.now) clock.after(cp.expires - clock.now, timer, net, cp)
  else connExpire(ipvsOf(net), cp)
}

/** Ref: ip_vs_conn_expire() */
export function connExpire(ipvs: NetnsIpvs, cp: IpVsConn): void {
  if (!cp.hashed) return
  unhash(ipvs, cp)
  forget(ipvs, cp)
}

/** Its server has one less. Ref: ip_vs_unbind_dest() */
function forget(ipvs: NetnsIpvs, cp: IpVsConn): void {
  const { dest } = cp
  if (cp.control) cp.control.controlled--
  if (cp.tracked && !cp.onePacket) dropConntrack(ipvs, cp)
  if (cp.template) dest.persistent--
  else if (cp.idle) dest.inactive--
  else dest.active--
  const total = dest.active + dest.inactive
  const { upper, lower } = dest.options
  if (lower !== 0 ? total < lower : upper !== 0 ? total * 4 < upper * 3 : true) dest.overloaded = false
}

/** Ref: ip_vs_conn_drop_conntrack() */
function dropConntrack({ net }: NetnsIpvs, cp: IpVsConn): void {
  const { protocol, caddr, cport, vaddr, vport } = cp
  if (cport === 0) return
  const tuple = { family: 2, protocol, src: caddr, dst: vaddr, sport: cport, dport: vport } as const
  const found = nfConntrackFind(net, 0, tuple)
  if (found) nfCtDelete(net, found.ct)
}

const PROTOCOLS: Readonly<Record<number, string>> = { 0: 'IP', [IPPROTO_TCP]: 'TCP', [IPPROTO_UDP]: 'UDP' }

function hex(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0')
}

/** /proc/net/ip_vs_conn, and ip_vs_conn_sync, which says where an entry comes from. Ref: ip_vs_conn_seq_show() */
export function procConns(net: Net, sync: boolean): string {
  const ipvs = ipvsOf(net)
  let text = `Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       ${sync ? 'Origin Expires' : 'Expires PEName PEData'}\n`
  for (const cp of ipvs.connsIn.values()) {
    const ends = [cp.caddr, cp.cport, cp.vaddr, cp.vport, cp.daddr, cp.dport].map((n, i) =>
      hex(n, i % 2 ? 4 : 8),
    )
    const seconds = Math.floor(Math.max(cp.expires - net.stack.clock.now, 0) / SECOND)
    const protocol = (PROTOCOLS[cp.protocol] ?? '').padEnd(3)
    const left = String(seconds).padStart(7)
    const state = stateName(cp).padEnd(11)
    text += `${protocol} ${ends.join(' ')} ${state} ${sync ? 'LOCAL  ' : ''}${left}\n`
  }
  return text
}

/** Ref: ip_vs_state_name() */
function stateName({ template, state }: IpVsConn): string {
  return template && state === 'ESTABLISHED' ? 'ASSURED' : state
}
