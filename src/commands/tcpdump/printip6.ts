// IPv6 packets as lines. Ref: print-ip6.c, print-icmp6.c
import { checksum } from '../../wire/checksum.ts'
import { formatIcmp6, icmp6Length, isIcmp6Echo, ICMPV6_MLD2_REPORT, type Icmp6 } from '../../wire/icmp6.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import {
  emitPayload6,
  formatIpv6,
  ipv6Length,
  NEXTHDR_NONE,
  payloadLength6,
  type Ipv6,
} from '../../wire/ipv6.ts'
import { formatNdDetails, isNd } from './printnd.ts'
import { protocolName } from './printip.ts'
import { formatTcpLine, type Summed } from './printtcp.ts'
import { formatUdpLine, type FramePrinter } from './printudp.ts'
import type { Style } from './style.ts'

const RECORDS = ['unknown', 'is_in', 'is_ex', 'to_in', 'to_ex', 'allow', 'block']

/** What follows `IP6 `. */
export function formatIpv6Line(
  style: Style,
  packet: Ipv6,
  octets: Uint8Array | null,
  frames: FramePrinter,
): string {
  const head = style.verbose > 0 ? header(packet) : ''
  return `${head}${body(style, packet, octets, frames)}`
}

function header(packet: Ipv6): string {
  const first = packet.routerAlert ? 0 : packet.fragment ? 44 : packet.nextHeader
  const words: string[] = []
  if (packet.tclass !== 0) words.push(`class 0x${packet.tclass.toString(16).padStart(2, '0')}`)
  if (packet.flowLabel !== 0) words.push(`flowlabel 0x${packet.flowLabel.toString(16).padStart(5, '0')}`)
  words.push(`hlim ${packet.hopLimit}`)
  words.push(`next-header ${protocolName(first)} (${first}) payload length: ${ipv6Length(packet) - 40}`)
  return `(${words.join(', ')}) `
}

function body(style: Style, packet: Ipv6, octets: Uint8Array | null, frames: FramePrinter): string {
  const { names } = style
  const { payload, fragment } = packet
  const [src, dst] = [names.host(packet.src), names.host(packet.dst)]
  if (fragment) {
    const rest = formatIpv6(packet).replace(/^.*?: /, '')
    if (style.verbose === 0) return `${src} > ${dst}: ${rest}`
    const numbered = rest.replace('frag (', `frag (0x${fragment.id.toString(16).padStart(8, '0')}:`)
    return `${src} > ${dst}: ${numbered.replace(/, length \d+$/, '')}`
  }
  const hop = packet.routerAlert ? (style.verbose > 0 ? 'HBH (rtalert: 0x0000) (padn) ' : 'HBH ') : ''
  const extension = packet.routerAlert ? 8 : 0
  const summed: Summed = {
    bytes: octets ? octets.subarray(40 + extension) : emitPayload6(packet),
    pseudo: pseudoSum(packet),
    src: formatInet6(packet.src),
    dst: formatInet6(packet.dst),
  }
  switch (payload.kind) {
    case 'icmp6':
      return `${src} > ${dst}: ${hop}${icmp6Line(style, payload, summed)}`
    case 'tcp': {
      const ports = `${src}.${names.port(payload.sport, 'tcp')} > ${dst}.${names.port(payload.dport, 'tcp')}:`
      return `${ports} ${formatTcpLine(style, payload, summed)}`
    }
    case 'udp': {
      const ports = `${src}.${names.port(payload.sport, 'udp')} > ${dst}.${names.port(payload.dport, 'udp')}:`
      return `${ports} ${formatUdpLine(style, payload, octets ? summed : null, style.verbose > 0, frames)}`
    }
    case 'octets':
      if (packet.nextHeader === NEXTHDR_NONE) return `${src} > ${dst}: no next header`
      return `${src} > ${dst}: ${hop}ip-proto-${packet.nextHeader} ${payloadLength6(payload)}`
  }
}

function pseudoSum(packet: Ipv6): number {
  let sum = packet.nextHeader
  for (let rest of [packet.src, packet.dst]) for (; rest > 0n; rest >>= 16n) sum += Number(rest & 0xffffn)
  return sum
}

function icmp6Line(style: Style, icmp: Icmp6, summed: Summed): string {
  const text = formatIcmp6(icmp)
  if (style.verbose === 0) return `ICMP6, ${text}, length ${icmp6Length(icmp)}`
  const { bytes, pseudo } = summed
  const sum = checksum(bytes, pseudo + bytes.length) === 0 ? '[icmp6 sum ok] ' : '[bad icmp6 cksum!] '
  if (isIcmp6Echo(icmp)) return `${sum}ICMP6, ${text}`
  if (icmp.type === ICMPV6_MLD2_REPORT) {
    const records = icmp.records.map(
      ({ type, group }) =>
        ` [gaddr ${formatInet6(group)} ${RECORDS[type] ?? 'unknown'}${style.verbose > 1 ? ' { }' : ', 0 source(s)'}]`,
    )
    return `${sum}ICMP6, ${text}${records.join('')}`
  }
  return isNd(icmp) ? `${sum}ICMP6, ${formatNdDetails(style, icmp, bytes)}` : `${sum}ICMP6, ${text}`
}
