// What IPVS knows of a namespace: services, their servers, connections. Ref: include/net/ip_vs.h
import { SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import type { IpvsDestOptions, IpvsForward, IpvsServiceId, IpvsServiceOptions } from '../../../uapi/ipvs.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Net } from '../../core/net.ts'
import { IpVsStats } from './ip_vs_est.ts'
import type { Scheduling } from './ip_vs_sched.ts'

/** A real server of a service (Ref: struct ip_vs_dest). */
export interface IpVsDest {
  svc: IpVsService
  readonly address: Inet
  readonly port: number
  options: IpvsDestOptions
  active: number
  inactive: number
  persistent: number
  /** It has as many connections as it may have (IP_VS_DEST_F_OVERLOAD). */
  overloaded: boolean
  /** It has not been taken away (IP_VS_DEST_F_AVAILABLE). */
  available: boolean
  readonly stats: IpVsStats
}

/** A virtual service (Ref: struct ip_vs_service). */
export interface IpVsService {
  readonly id: IpvsServiceId
  options: IpvsServiceOptions
  scheduling: Scheduling
  /** The newest first. */
  dests: readonly IpVsDest[]
  readonly stats: IpVsStats
}

/** Of TCP (IP_VS_TCP_S_*), and UDP's one. A template is ESTABLISHED once a connection of it was (IP_VS_CTPL_S_ASSURED). */
export type IpVsState =
  | 'NONE'
  | 'ESTABLISHED'
  | 'SYN_SENT'
  | 'SYN_RECV'
  | 'FIN_WAIT'
  | 'TIME_WAIT'
  | 'CLOSE'
  | 'CLOSE_WAIT'
  | 'LAST_ACK'
  | 'LISTEN'
  | 'SYNACK'
  | 'UDP'

/** A client and the server it was given (Ref: struct ip_vs_conn). */
export interface IpVsConn {
  /** 0 of a template of a service by mark. */
  readonly protocol: number
  readonly caddr: Inet
  readonly cport: number
  readonly vaddr: Inet
  readonly vport: number
  readonly daddr: Inet
  readonly dport: number
  readonly dest: IpVsDest
  /** Only remembers which server a client of a persistent service has (IP_VS_CONN_F_TEMPLATE). */
  readonly template: boolean
  /** Ends with its packet (IP_VS_CONN_F_ONE_PACKET). */
  readonly onePacket: boolean
  readonly forward: IpvsForward
  /** The template it was made by, and how many were made by this one. */
  readonly control: IpVsConn | null
  controlled: number
  /** conntrack follows it (IP_VS_CONN_F_NFCT). */
  tracked: boolean
  /** It counts as inactive (IP_VS_CONN_F_INACTIVE). */
  idle: boolean
  /** No answer passes here (IP_VS_CONN_F_NOOUTPUT). */
  noOutput: boolean
  state: IpVsState
  timeout: Nanoseconds
  expires: Nanoseconds
  /** It is in the table. */
  hashed: boolean
}

/** Settings below net/ipv4/vs that are whole numbers, as they are at first. */
const VS_SYSCTLS = {
  am_droprate: 10,
  amemthresh: 1024,
  backup_only: 0,
  cache_bypass: 0,
  conn_reuse_mode: 1,
  conntrack: 0,
  drop_entry: 0,
  drop_packet: 0,
  est_nice: 0,
  expire_nodest_conn: 0,
  expire_quiescent_template: 0,
  ignore_tunneled: 0,
  nat_icmp_send: 0,
  pmtu_disc: 1,
  run_estimation: 1,
  schedule_icmp: 0,
  secure_tcp: 0,
  sloppy_sctp: 0,
  sloppy_tcp: 0,
  snat_reroute: 1,
  sync_persist_mode: 0,
  sync_ports: 1,
  sync_qlen_max: 127104,
  sync_refresh_period: 0,
  sync_retries: 0,
  sync_sock_size: 0,
  sync_version: 1,
}
export type VsSysctl = keyof typeof VS_SYSCTLS

/** Ref: struct netns_ipvs */
export class NetnsIpvs {
  readonly sysctls: Record<VsSysctl, number> = { ...VS_SYSCTLS }
  /** By `serviceKey`, in the order they were made. */
  readonly services = new Map<string, IpVsService>()
  /** By what a client sends, and by what its server answers: of those that are alike the newest counts. */
  readonly connsIn = new Map<string, IpVsConn>()
  readonly connsOut = new Map<string, readonly IpVsConn[]>()
  readonly stats: IpVsStats
  /** Servers taken away that connections know still. */
  readonly trash = new Map<string, IpVsDest>()
  syncThreshold: readonly [number, number] = [3, 50]
  /** Seconds of the states that can be set. */
  timeouts = { tcp: 900, tcpFin: 120, udp: 300 }
  readonly net: Net

  constructor(net: Net) {
    this.net = net
    this.stats = new IpVsStats(net.stack.clock)
  }
}

const namespaces = new WeakMap<Net, NetnsIpvs>()

/** A namespace gets its own the first time somebody asks. */
export function ipvsOf(net: Net): NetnsIpvs {
  let ipvs = namespaces.get(net)
  if (!ipvs) namespaces.set(net, (ipvs = new NetnsIpvs(net)))
  return ipvs
}

export function serviceKey(id: IpvsServiceId): string {
  return id.protocol === undefined ? `mark ${id.fwmark}` : `${id.protocol} ${id.address} ${id.port}`
}

/** IP_VS_TCP_S_* timeouts in seconds, those that can be set apart. Ref: ip_vs_proto_tcp.c:tcp_timeouts */
const TIMEOUTS: Readonly<Record<Exclude<IpVsState, 'ESTABLISHED' | 'FIN_WAIT' | 'UDP'>, number>> = {
  NONE: 2,
  SYN_SENT: 120,
  SYN_RECV: 60,
  TIME_WAIT: 120,
  CLOSE: 10,
  CLOSE_WAIT: 60,
  LAST_ACK: 30,
  LISTEN: 120,
  SYNACK: 120,
}

export function stateTimeout({ timeouts }: NetnsIpvs, state: IpVsState): Nanoseconds {
  switch (state) {
    case 'ESTABLISHED':
      return timeouts.tcp * SECOND
    case 'FIN_WAIT':
      return timeouts.tcpFin * SECOND
    case 'UDP':
      return timeouts.udp * SECOND
    default:
      return TIMEOUTS[state] * SECOND
  }
}
