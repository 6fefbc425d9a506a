// Counters of a namespace that network management reads (RFC 4293, RFC 2011, RFC 4022, RFC 4113), by the names of
// /proc/net/snmp and /proc/net/netstat and in their order. `ipv4Of(net).mib.tcp.ActiveOpens++` counts.
// Ref: net/ipv4/proc.c, include/uapi/linux/snmp.h

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

/** TcpExt: what Linux counts beyond the standards. */
const LINUX_MIB = {
  SyncookiesSent: 0,
  SyncookiesRecv: 0,
  SyncookiesFailed: 0,
  EmbryonicRsts: 0,
  PruneCalled: 0,
  RcvPruned: 0,
  OfoPruned: 0,
  OutOfWindowIcmps: 0,
  LockDroppedIcmps: 0,
  ArpFilter: 0,
  TW: 0,
  TWRecycled: 0,
  TWKilled: 0,
  PAWSActive: 0,
  PAWSEstab: 0,
  BeyondWindow: 0,
  TSEcrRejected: 0,
  PAWSOldAck: 0,
  PAWSTimewait: 0,
  DelayedACKs: 0,
  DelayedACKLocked: 0,
  DelayedACKLost: 0,
  ListenOverflows: 0,
  ListenDrops: 0,
  TCPHPHits: 0,
  TCPPureAcks: 0,
  TCPHPAcks: 0,
  TCPRenoRecovery: 0,
  TCPSackRecovery: 0,
  TCPSACKReneging: 0,
  TCPSACKReorder: 0,
  TCPRenoReorder: 0,
  TCPTSReorder: 0,
  TCPFullUndo: 0,
  TCPPartialUndo: 0,
  TCPDSACKUndo: 0,
  TCPLossUndo: 0,
  TCPLostRetransmit: 0,
  TCPRenoFailures: 0,
  TCPSackFailures: 0,
  TCPLossFailures: 0,
  TCPFastRetrans: 0,
  TCPSlowStartRetrans: 0,
  TCPTimeouts: 0,
  TCPLossProbes: 0,
  TCPLossProbeRecovery: 0,
  TCPRenoRecoveryFail: 0,
  TCPSackRecoveryFail: 0,
  TCPRcvCollapsed: 0,
  TCPBacklogCoalesce: 0,
  TCPDSACKOldSent: 0,
  TCPDSACKOfoSent: 0,
  TCPDSACKRecv: 0,
  TCPDSACKOfoRecv: 0,
  TCPAbortOnData: 0,
  TCPAbortOnClose: 0,
  TCPAbortOnMemory: 0,
  TCPAbortOnTimeout: 0,
  TCPAbortOnLinger: 0,
  TCPAbortFailed: 0,
  TCPMemoryPressures: 0,
  TCPMemoryPressuresChrono: 0,
  TCPSACKDiscard: 0,
  TCPDSACKIgnoredOld: 0,
  TCPDSACKIgnoredNoUndo: 0,
  TCPSpuriousRTOs: 0,
  TCPMD5NotFound: 0,
  TCPMD5Unexpected: 0,
  TCPMD5Failure: 0,
  TCPSackShifted: 0,
  TCPSackMerged: 0,
  TCPSackShiftFallback: 0,
  TCPBacklogDrop: 0,
  PFMemallocDrop: 0,
  TCPMinTTLDrop: 0,
  TCPDeferAcceptDrop: 0,
  IPReversePathFilter: 0,
  TCPTimeWaitOverflow: 0,
  TCPReqQFullDoCookies: 0,
  TCPReqQFullDrop: 0,
  TCPRetransFail: 0,
  TCPRcvCoalesce: 0,
  TCPOFOQueue: 0,
  TCPOFODrop: 0,
  TCPOFOMerge: 0,
  TCPChallengeACK: 0,
  TCPSYNChallenge: 0,
  TCPFastOpenActive: 0,
  TCPFastOpenActiveFail: 0,
  TCPFastOpenPassive: 0,
  TCPFastOpenPassiveFail: 0,
  TCPFastOpenListenOverflow: 0,
  TCPFastOpenCookieReqd: 0,
  TCPFastOpenBlackhole: 0,
  TCPSpuriousRtxHostQueues: 0,
  BusyPollRxPackets: 0,
  TCPAutoCorking: 0,
  TCPFromZeroWindowAdv: 0,
  TCPToZeroWindowAdv: 0,
  TCPWantZeroWindowAdv: 0,
  TCPSynRetrans: 0,
  TCPOrigDataSent: 0,
  TCPHystartTrainDetect: 0,
  TCPHystartTrainCwnd: 0,
  TCPHystartDelayDetect: 0,
  TCPHystartDelayCwnd: 0,
  TCPACKSkippedSynRecv: 0,
  TCPACKSkippedPAWS: 0,
  TCPACKSkippedSeq: 0,
  TCPACKSkippedFinWait2: 0,
  TCPACKSkippedTimeWait: 0,
  TCPACKSkippedChallenge: 0,
  TCPWinProbe: 0,
  TCPKeepAlive: 0,
  TCPMTUPFail: 0,
  TCPMTUPSuccess: 0,
  TCPDelivered: 0,
  TCPDeliveredCE: 0,
  TCPAckCompressed: 0,
  TCPZeroWindowDrop: 0,
  TCPRcvQDrop: 0,
  TCPWqueueTooBig: 0,
  TCPFastOpenPassiveAltKey: 0,
  TcpTimeoutRehash: 0,
  TcpDuplicateDataRehash: 0,
  TCPDSACKRecvSegs: 0,
  TCPDSACKIgnoredDubious: 0,
  TCPMigrateReqSuccess: 0,
  TCPMigrateReqFailure: 0,
  TCPPLBRehash: 0,
  TCPAORequired: 0,
  TCPAOBad: 0,
  TCPAOKeyNotFound: 0,
  TCPAOGood: 0,
  TCPAODroppedIcmps: 0,
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

export class Mib {
  readonly ip = { ...IP_MIB }
  readonly icmp = { ...ICMP_MIB }
  /** By type (IcmpMsg). */
  readonly icmpIn: number[] = []
  readonly icmpOut: number[] = []
  readonly tcp = { ...TCP_MIB }
  readonly udp = { ...UDP_MIB }
  readonly tcpExt = { ...LINUX_MIB }
  readonly ipExt = { ...IPEXT_MIB }

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
