// A packet as a line of the kernel's log. Ref: net/netfilter/nf_log_syslog.c
import type { XtLog } from '../../uapi/xt_target.ts'
import { ETH_P_IP, packetLength } from '../../wire/ethernet.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_FRAG_NEEDED,
  ICMP_PARAMETERPROB,
  ICMP_REDIRECT,
  isIcmpEcho,
  type Icmp,
} from '../../wire/icmp.ts'
import { formatInet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import {
  isIcmp6Echo,
  isIcmp6Error,
  ICMPV6_PARAMPROB,
  ICMPV6_PKT_TOOBIG,
  type Icmp6,
} from '../../wire/icmp6.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6, ipv6Length, type Ipv6 } from '../../wire/ipv6.ts'
import { formatMac, type Mac } from '../../wire/mac.ts'
import {
  emitTcpOptions,
  TCP_ACK,
  TCP_CWR,
  TCP_ECE,
  TCP_FIN,
  TCP_PSH,
  TCP_RST,
  TCP_SYN,
  TCP_URG,
  type Tcp,
} from '../../wire/tcp.ts'
import { udpLength, type Udp } from '../../wire/udp.ts'
import { vxlanLength, type Vxlan } from '../../wire/vxlan.ts'
import type { NfHookState } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'

/** Without the newline; it ends in a blank, as every word of it does. */
export function formatLog(skb: SkBuff, state: NfHookState, log: XtLog): string {
  const { packet, nfBridge } = skb
  let line = `${log.prefix}IN=${state.in?.name ?? ''} OUT=${state.out?.name ?? ''} `
  if (nfBridge && nfBridge.physIn !== state.in) line += `PHYSIN=${nfBridge.physIn.name} `
  if (nfBridge?.physOut && nfBridge.physOut !== state.out) line += `PHYSOUT=${nfBridge.physOut.name} `
  if (state.in) line += macWords(skb, log)
  if (packet.kind === 'ipv4') line += ipv4Words(packet, log, true)
  if (packet.kind === 'ipv6') line += ipv6Words(packet, log, true)
  if (log.uid && skb.sender) line += 'UID=0 GID=0 '
  if (skb.mark) line += `MARK=0x${skb.mark.toString(16)} `
  return line
}

/** Ref: dump_mac_header() */
function macWords({ frame }: SkBuff, { macDecode }: XtLog): string {
  if (!frame) return 'MAC= '
  const dst: Mac = frame.dst
  const type = (frame.etherType || ETH_P_IP).toString(16).padStart(4, '0')
  if (macDecode) return `MACSRC=${formatMac(frame.src)} MACDST=${formatMac(dst)} MACPROTO=${type} `
  return `MAC=${formatMac(dst)}:${formatMac(frame.src)}:${type.slice(0, 2)}:${type.slice(2)} `
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0')
}

/** `outer`: not one that an ICMP error quotes. Ref: dump_ipv4_packet() */
function ipv4Words(packet: Ipv4, log: XtLog, outer: boolean): string {
  const { tos, ttl, id, df, mf, offset } = packet
  const words = [
    `SRC=${formatInet(packet.src)} DST=${formatInet(packet.dst)}`,
    `LEN=${ipv4Length(packet)} TOS=0x${hex(tos & 0x1e)} PREC=0x${hex(tos & 0xe0)} TTL=${ttl} ID=${id}`,
  ]
  if (df) words.push('DF')
  if (mf) words.push('MF')
  if (offset > 0) words.push(`FRAG:${offset >> 3}`)
  return `${words.join(' ')} ${transportWords(packet, packet.protocol, offset > 0, log, outer)}`
}

/** Ref: dump_ipv6_packet() */
function ipv6Words(packet: Ipv6, log: XtLog, outer: boolean): string {
  const { tclass, hopLimit, flowLabel, fragment } = packet
  let line = `SRC=${wholeInet6(packet.src)} DST=${wholeInet6(packet.dst)} LEN=${ipv6Length(packet)} `
  line += `TC=${tclass} HOPLIMIT=${hopLimit} FLOWLBL=${flowLabel} `
  if (fragment) {
    const more = fragment.more ? 'INCOMPLETE ' : ''
    line += `FRAG:${fragment.offset} ${more}ID:${fragment.id.toString(16).padStart(8, '0')} `
  }
  return line + transportWords(packet, packet.nextHeader, (fragment?.offset ?? 0) > 0, log, outer)
}

/** `0000:…`: every digit, as %pI6 prints it. */
function wholeInet6(address: Inet6): string {
  return address
    .toString(16)
    .padStart(32, '0')
    .replace(/....(?=.)/g, '$&:')
}

function transportWords(
  packet: Ipv4 | Ipv6,
  protocol: number,
  fragment: boolean,
  log: XtLog,
  outer: boolean,
): string {
  const name = PROTOCOLS[protocol]
  if (!name) return `PROTO=${protocol} `
  const { payload } = packet
  const head = `PROTO=${name} `
  if (fragment) return head
  switch (payload.kind) {
    case 'tcp':
      return head + tcpWords(payload, log)
    case 'udp':
    case 'vxlan':
      return head + udpWords(payload)
    case 'icmp':
      return head + icmpWords(payload, log, outer)
    case 'icmp6':
      return head + icmp6Words(payload, log, outer)
    case 'octets':
      return `${head}INCOMPLETE [${packetLength(packet)} bytes] `
    default:
      return head
  }
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  [IPPROTO_ICMP]: 'ICMP',
  [IPPROTO_TCP]: 'TCP',
  [IPPROTO_UDP]: 'UDP',
  [IPPROTO_ICMPV6]: 'ICMPv6',
}

const FLAGS: readonly (readonly [number, string])[] = [
  [TCP_CWR, 'CWR'],
  [TCP_ECE, 'ECE'],
  [TCP_URG, 'URG'],
  [TCP_ACK, 'ACK'],
  [TCP_PSH, 'PSH'],
  [TCP_RST, 'RST'],
  [TCP_SYN, 'SYN'],
  [TCP_FIN, 'FIN'],
]

/** Ref: nf_log_dump_tcp_header() */
function tcpWords(tcp: Tcp, log: XtLog): string {
  let line = `SPT=${tcp.sport} DPT=${tcp.dport} `
  if (log.tcpSequence) line += `SEQ=${tcp.seq} ACK=${tcp.ack} `
  line += `WINDOW=${tcp.window} RES=0x00 `
  for (const [bit, name] of FLAGS) if (tcp.flags & bit) line += `${name} `
  line += `URGP=${tcp.urgent} `
  if (log.tcpOptions && tcp.options.length > 0) {
    line += `OPT (${Array.from(emitTcpOptions(tcp), hex).join('')}) `
  }
  return line
}

function udpWords(udp: Udp | Vxlan): string {
  const length = udp.kind === 'udp' ? udpLength(udp) : vxlanLength(udp)
  return `SPT=${udp.sport} DPT=${udp.dport} LEN=${length} `
}

function icmpWords(icmp: Icmp, log: XtLog, outer: boolean): string {
  const line = `TYPE=${icmp.type} CODE=${icmp.code} `
  if (isIcmpEcho(icmp)) return `${line}ID=${icmp.id} SEQ=${icmp.seq} `
  if (icmp.type === ICMP_PARAMETERPROB) return `${line}PARAMETER=${icmp.info >>> 24} `
  const gateway = icmp.type === ICMP_REDIRECT ? `GATEWAY=${formatInet(icmp.info)} ` : ''
  const quoted = outer ? `[${ipv4Words(icmp.original, log, false)}] ` : ''
  const tooBig = icmp.type === ICMP_DEST_UNREACH && icmp.code === ICMP_FRAG_NEEDED
  return `${line}${gateway}${quoted}${tooBig ? `MTU=${icmp.info} ` : ''}`
}

function icmp6Words(icmp: Icmp6, log: XtLog, outer: boolean): string {
  const line = `TYPE=${icmp.type} CODE=${icmp.code} `
  if (isIcmp6Echo(icmp)) return `${line}ID=${icmp.id} SEQ=${icmp.seq} `
  if (!isIcmp6Error(icmp)) return line
  const pointer = icmp.type === ICMPV6_PARAMPROB ? `POINTER=${icmp.info.toString(16).padStart(8, '0')} ` : ''
  const quoted = outer ? `[${ipv6Words(icmp.original, log, false)}] ` : ''
  return `${line}${pointer}${quoted}${icmp.type === ICMPV6_PKT_TOOBIG ? `MTU=${icmp.info} ` : ''}`
}
