// Counters of a namespace that network management reads (RFC 4293, RFC 2011, RFC 4022, RFC 4113), by the names of
// /proc/net/snmp and /proc/net/netstat and in their order. `ipv4Of(net).mib.tcp.ActiveOpens++` counts.
// Ref: net/ipv4/proc.c, include/uapi/linux/snmp.h

import type { TcpExtCounter } from './tcp_ext_mib.ts'

/** Ip: what IPv4 has done. */
const IP_MIB = {
  InReceives: 0,
  InHdrErrors: 0,
  InAddrErrors: 0,
  ForwDatagrams: 0,
  InUnknownProtos: 0,
  InDiscards: 0,
  InDelivers: 0,
  OutRequests: 0,
  OutDiscards: 0,
  OutNoRoutes: 0,
  ReasmTimeout: 0,
  ReasmReqds: 0,
  ReasmOKs: 0,
  ReasmFails: 0,
  FragOKs: 0,
  FragFails: 0,
  FragCreates: 0,
  OutTransmits: 0,
}

/** Icmp: those that no type tells. */
const ICMP_MIB = {
  InMsgs: 0,
  InErrors: 0,
  InCsumErrors: 0,
  OutMsgs: 0,
  OutErrors: 0,
  OutRateLimitGlobal: 0,
  OutRateLimitHost: 0,
}

/** Tcp, constants apart. */
const TCP_MIB = {
  ActiveOpens: 0,
  PassiveOpens: 0,
  AttemptFails: 0,
  EstabResets: 0,
  CurrEstab: 0,
  InSegs: 0,
  OutSegs: 0,
  RetransSegs: 0,
  InErrs: 0,
  OutRsts: 0,
  InCsumErrors: 0,
}

/** Udp and UdpLite. */
const UDP_MIB = {
  InDatagrams: 0,
  NoPorts: 0,
  InErrors: 0,
  OutDatagrams: 0,
  RcvbufErrors: 0,
  SndbufErrors: 0,
  InCsumErrors: 0,
  IgnoredMulti: 0,
  MemErrors: 0,
}

/** IpExt. */
const IPEXT_MIB = {
  InNoRoutes: 0,
  InTruncatedPkts: 0,
  InMcastPkts: 0,
  OutMcastPkts: 0,
  InBcastPkts: 0,
  OutBcastPkts: 0,
  InOctets: 0,
  OutOctets: 0,
  InMcastOctets: 0,
  OutMcastOctets: 0,
  InBcastOctets: 0,
  OutBcastOctets: 0,
  InCsumErrors: 0,
  InNoECTPkts: 0,
  InECT1Pkts: 0,
  InECT0Pkts: 0,
  InCEPkts: 0,
  ReasmOverlaps: 0,
}

const TCPEXT_MIB = { IPReversePathFilter: 0 } as Record<TcpExtCounter, number>

/** Each group is made when something is first counted: most namespaces never see a packet of most kinds. */
export class Mib {
  #ip: typeof IP_MIB | null = null
  #icmp: typeof ICMP_MIB | null = null
  #icmpIn: number[] | null = null
  #icmpOut: number[] | null = null
  #tcp: typeof TCP_MIB | null = null
  #udp: typeof UDP_MIB | null = null
  #tcpExtZeros = TCPEXT_MIB
  #tcpExt: Record<TcpExtCounter, number> | null = null
  #ipExt: typeof IPEXT_MIB | null = null

  get ip(): typeof IP_MIB {
    return (this.#ip ??= { ...IP_MIB })
  }

  get icmp(): typeof ICMP_MIB {
    return (this.#icmp ??= { ...ICMP_MIB })
  }

  /** By type (IcmpMsg). */
  get icmpIn(): number[] {
    return (this.#icmpIn ??= [])
  }

  get icmpOut(): number[] {
    return (this.#icmpOut ??= [])
  }

  get tcp(): typeof TCP_MIB {
    return (this.#tcp ??= { ...TCP_MIB })
  }

  get udp(): typeof UDP_MIB {
    return (this.#udp ??= { ...UDP_MIB })
  }

  get tcpExt(): Record<TcpExtCounter, number> {
    return (this.#tcpExt ??= { ...this.#tcpExtZeros })
  }

  get ipExt(): typeof IPEXT_MIB {
    return (this.#ipExt ??= { ...IPEXT_MIB })
  }

  /** TCP's module brings the counters of TcpExt that nothing else counts. */
  extend(zeros: Record<TcpExtCounter, number>): void {
    this.#tcpExtZeros = zeros
    if (this.#tcpExt) this.#tcpExt = { ...zeros, ...this.#tcpExt }
  }

  /** Ref: icmp_out_count() */
  icmpSent(type: number): void {
    this.icmp.OutMsgs++
    this.icmpOut[type] = (this.icmpOut[type] ?? 0) + 1
  }

  icmpReceived(type: number): void {
    this.icmp.InMsgs++
    this.icmpIn[type] = (this.icmpIn[type] ?? 0) + 1
  }

  /** A datagram that came in, before anything is known of it. Ref: ip_rcv_core() */
  received(length: number, tos: number): void {
    this.ip.InReceives++
    const { ipExt } = this
    ipExt.InOctets += length
    const ecn = tos & 3
    if (ecn === 0) ipExt.InNoECTPkts++
    else if (ecn === 1) ipExt.InECT1Pkts++
    else if (ecn === 2) ipExt.InECT0Pkts++
    else ipExt.InCEPkts++
  }

  /** Ref: ip_finish_output2() */
  transmitted(length: number): void {
    this.ip.OutTransmits++
    this.ipExt.OutOctets += length
  }
}
