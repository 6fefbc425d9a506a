// /proc/net/snmp, netstat and sockstat. Ref: net/ipv4/proc.c
import { TCP_TIME_WAIT } from '../uapi/tcp.ts'
import type { Net } from './core/net.ts'
import type { Mib } from './ipv4/mib.ts'
import { ipv4Of } from './ipv4/netns_ipv4.ts'
import { inetDiag } from './transport/inet_diag.ts'

/** A line of names and one of values. */
function table(name: string, counters: Readonly<Record<string, number>>): string {
  return `${name}: ${Object.keys(counters).join(' ')}\n${name}: ${Object.values(counters).join(' ')}\n`
}

/** ICMP types that the standard counts by name (RFC 2011). Ref: icmpmibmap */
const ICMP_TYPES: readonly (readonly [number, string])[] = [
  [3, 'DestUnreachs'],
  [11, 'TimeExcds'],
  [12, 'ParmProbs'],
  [4, 'SrcQuenchs'],
  [5, 'Redirects'],
  [8, 'Echos'],
  [0, 'EchoReps'],
  [13, 'Timestamps'],
  [14, 'TimestampReps'],
  [17, 'AddrMasks'],
  [18, 'AddrMaskReps'],
]

/** Ref: icmp_put() */
function icmpTable({ icmp, icmpIn, icmpOut }: Mib): Record<string, number> {
  const byType = (way: string, counts: readonly number[]): [string, number][] =>
    ICMP_TYPES.map(([type, name]) => [way + name, counts[type] ?? 0])
  const { InMsgs, InErrors, InCsumErrors, ...out } = icmp
  return {
    InMsgs,
    InErrors,
    InCsumErrors,
    ...Object.fromEntries(byType('In', icmpIn)),
    ...out,
    ...Object.fromEntries(byType('Out', icmpOut)),
  }
}

/** Types that were seen; nothing at all when there were none. Ref: icmpmsg_put() */
function icmpMsgTable({ icmpIn, icmpOut }: Mib): string {
  const counts: Record<string, number> = {}
  for (const [type, count] of icmpIn.entries()) if (count) counts[`InType${type}`] = count
  for (const [type, count] of icmpOut.entries()) if (count) counts[`OutType${type}`] = count
  return Object.keys(counts).length === 0 ? '' : table('IcmpMsg', counts)
}

export function procSnmp(net: Net): string {
  const { all, mib, sysctls } = ipv4Of(net)
  const ip = { Forwarding: all.forwarding ? 1 : 2, DefaultTTL: sysctls['ip_default_ttl'] ?? 64, ...mib.ip }
  const tcp = { RtoAlgorithm: 1, RtoMin: 200, RtoMax: 120000, MaxConn: -1, ...mib.tcp }
  const udpLite = Object.fromEntries(Object.keys(mib.udp).map((name) => [name, 0]))
  return (
    table('Ip', ip) +
    table('Icmp', icmpTable(mib)) +
    icmpMsgTable(mib) +
    table('Tcp', tcp) +
    table('Udp', mib.udp) +
    table('UdpLite', udpLite)
  )
}

const MPTCP_NAMES =
  'MPCapableSYNRX MPCapableSYNTX MPCapableSYNACKRX MPCapableACKRX MPCapableFallbackACK ' +
  'MPCapableFallbackSYNACK MPCapableSYNTXDrop MPCapableSYNTXDisabled MPCapableEndpAttempt ' +
  'MPFallbackTokenInit MPTCPRetrans MPJoinNoTokenFound MPJoinSynRx MPJoinSynBackupRx ' +
  'MPJoinSynAckRx MPJoinSynAckBackupRx MPJoinSynAckHMacFailure MPJoinAckRx MPJoinAckHMacFailure ' +
  'MPJoinRejected MPJoinSynTx MPJoinSynTxCreatSkErr MPJoinSynTxBindErr MPJoinSynTxConnectErr ' +
  'DSSNotMatching DSSCorruptionFallback DSSCorruptionReset InfiniteMapTx InfiniteMapRx ' +
  'DSSNoMatchTCP DataCsumErr OFOQueueTail OFOQueue OFOMerge NoDSSInWindow DuplicateData AddAddr ' +
  'AddAddrTx AddAddrTxDrop EchoAdd EchoAddTx EchoAddTxDrop PortAdd AddAddrDrop MPJoinPortSynRx ' +
  'MPJoinPortSynAckRx MPJoinPortAckRx MismatchPortSynRx MismatchPortAckRx RmAddr RmAddrDrop ' +
  'RmAddrTx RmAddrTxDrop RmSubflow MPPrioTx MPPrioRx MPFailTx MPFailRx MPFastcloseTx MPFastcloseRx ' +
  'MPRstTx MPRstRx SubflowStale SubflowRecover SndWndShared RcvWndShared RcvWndConflictUpdate ' +
  'RcvWndConflict MPCurrEstab Blackhole MPCapableDataFallback MD5SigFallback DssFallback ' +
  'SimultConnectFallback FallbackFailed WinProbe'

export function procNetstat(net: Net): string {
  const { mib } = ipv4Of(net)
  const mptcp = Object.fromEntries(MPTCP_NAMES.split(' ').map((name) => [name, 0]))
  return table('TcpExt', mib.tcpExt) + table('IpExt', mib.ipExt) + table('MPTcpExt', mptcp)
}

/** Ref: sockstat_seq_show() */
export function procSockstat(net: Net): string {
  const { raw, udp } = ipv4Of(net).sockets
  const tcp = inetDiag(net, 'tcp')
  const live = tcp.filter((m) => m.state !== TCP_TIME_WAIT)
  const open = live.filter((m) => m.inode !== 0).length
  const udpInUse = [...udp.values()].reduce((sum, sinks) => sum + sinks.size, 0)
  return [
    `sockets: used ${raw.size + udpInUse + open}`,
    `TCP: inuse ${live.length} orphan ${live.length - open} tw ${tcp.length - live.length} alloc ${live.length} mem 0`,
    `UDP: inuse ${udpInUse} mem 0`,
    'UDPLITE: inuse 0',
    `RAW: inuse ${raw.size}`,
    'FRAG: inuse 0 memory 0',
    '',
  ].join('\n')
}
