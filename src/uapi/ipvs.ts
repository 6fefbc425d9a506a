// IP Virtual Server as values: what ipvsadm and other programs ask and what comes back, as the commands of the generic
// netlink family "IPVS" (Ref: include/uapi/linux/ip_vs.h). IPv4 only.
import type { Inet } from '../wire/inet.ts'
import type { Errno } from './errno.ts'

/** Schedulers there are. */
export const IPVS_SCHEDULERS = ['rr', 'wrr', 'lc', 'wlc', 'sed', 'nq', 'fo', 'ovf', 'sh', 'dh'] as const
export type IpvsScheduler = (typeof IPVS_SCHEDULERS)[number]

export function isIpvsScheduler(name: string): name is IpvsScheduler {
  return IPVS_SCHEDULERS.some((known) => known === name)
}

/** By a firewall mark, or by protocol, address and port; port 0 of a persistent service is every port. */
export type IpvsServiceId =
  | { readonly fwmark: number; readonly protocol?: undefined }
  | {
      readonly fwmark?: undefined
      readonly protocol: number
      readonly address: Inet
      readonly port: number
    }

export interface IpvsServiceOptions {
  /** By name: there may be no such scheduler. */
  readonly scheduler: string
  /** Seconds that a client stays with its server; null: every connection is scheduled. */
  readonly persistent: number | null
  /** Clients of one such network count as one to a persistent service. */
  readonly netmask: Inet
  /** Of UDP: every datagram is scheduled (IP_VS_SVC_F_ONEPACKET). */
  readonly onePacket: boolean
  /** IP_VS_SVC_F_SCHED1 and so on: the scheduler's own. */
  readonly schedFlags: number
}

/** IP_VS_SVC_F_SCHED_SH_FALLBACK, IP_VS_SVC_F_SCHED_SH_PORT */
export const IPVS_SH_FALLBACK = 0x0008
export const IPVS_SH_PORT = 0x0010

/** How a packet gets to its server (IP_VS_CONN_F_MASQ, IP_VS_CONN_F_DROUTE). */
export type IpvsForward = 'masq' | 'route'

export interface IpvsDestId {
  readonly address: Inet
  /** 0: the port that was asked for. */
  readonly port: number
}

export interface IpvsDestOptions {
  readonly forward: IpvsForward
  readonly weight: number
  /** Most connections, and how few there must be again; 0: no limit. */
  readonly upper: number
  readonly lower: number
}

export interface IpvsStats {
  readonly conns: number
  readonly inPackets: number
  readonly outPackets: number
  readonly inBytes: number
  readonly outBytes: number
}

/** Averages of each second. */
export interface IpvsRates {
  readonly cps: number
  readonly inPps: number
  readonly outPps: number
  readonly inBps: number
  readonly outBps: number
}

export interface IpvsDest extends IpvsDestId, IpvsDestOptions {
  readonly active: number
  readonly inactive: number
  readonly persistent: number
  readonly stats: IpvsStats
  readonly rates: IpvsRates
}

export interface IpvsService extends IpvsServiceOptions {
  readonly id: IpvsServiceId
  /** In the kernel's order: the newest first. */
  readonly dests: readonly IpvsDest[]
  readonly stats: IpvsStats
  readonly rates: IpvsRates
}

/** Seconds of a connection that is established, is being ended, and of UDP; 0: unchanged. */
export interface IpvsTimeouts {
  readonly tcp: number
  readonly tcpFin: number
  readonly udp: number
}

export type IpvsRequest =
  | {
      readonly type: 'IPVS_CMD_NEW_SERVICE' | 'IPVS_CMD_SET_SERVICE'
      readonly service: IpvsServiceId
      readonly options: IpvsServiceOptions
    }
  | { readonly type: 'IPVS_CMD_DEL_SERVICE'; readonly service: IpvsServiceId }
  /** Of all services when none is given. */
  | { readonly type: 'IPVS_CMD_GET_SERVICE' | 'IPVS_CMD_ZERO'; readonly service: IpvsServiceId | null }
  | {
      readonly type: 'IPVS_CMD_NEW_DEST' | 'IPVS_CMD_SET_DEST'
      readonly service: IpvsServiceId
      readonly dest: IpvsDestId
      readonly options: IpvsDestOptions
    }
  | { readonly type: 'IPVS_CMD_DEL_DEST'; readonly service: IpvsServiceId; readonly dest: IpvsDestId }
  | { readonly type: 'IPVS_CMD_SET_CONFIG'; readonly timeouts: IpvsTimeouts }
  | { readonly type: 'IPVS_CMD_FLUSH' }
  | { readonly type: 'IPVS_CMD_GET_CONFIG' }

export type IpvsReply =
  | { readonly error: Errno }
  | {
      readonly error?: undefined
      readonly services: readonly IpvsService[]
      readonly timeouts: IpvsTimeouts
    }
