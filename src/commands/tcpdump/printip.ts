// IPv4 packets as lines: the words of -v stand before the addresses. Ref: print-ip.c
import { formatIgmp } from '../../wire/igmp.ts'
import { formatInet } from '../../wire/inet.ts'
import {
  emitPayload,
  IPPROTO_ICMP,
  IPPROTO_TCP,
  IPPROTO_UDP,
  ipv4HeaderLength,
  ipv4Length,
  payloadLength,
  type Ipv4,
} from '../../wire/ipv4.ts'
import { readInet, u8 } from '../../wire/octets.ts'
import { parseTcp } from '../../wire/tcp.ts'
import { parseUdp } from '../../wire/udp.ts'
import { formatIcmpLine } from './printicmp.ts'
import { formatTcpLine, type Summed } from './printtcp.ts'
import { formatUdpLine } from './printudp.ts'
import type { FramePrinter } from './printudp.ts'
import type { Style } from './style.ts'

/** Names that print-ip.c has for protocols. Ref: ipproto.c */
const PROTOCOLS: Readonly<Record<number, string>> = {
  0: 'Options',
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPIP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  43: 'Routing',
  44: 'Fragment',
  46: 'RSVP',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  58: 'ICMPv6',
  59: 'no-next-header',
  88: 'EIGRP',
  89: 'OSPF',
  103: 'PIM',
  112: 'VRRP',
  132: 'SCTP',
}

export function protocolName(number: number): string {
  return PROTOCOLS[number] ?? 'unknown'
}

const ECN = ['', ',ECT(1)', ',ECT(0)', ',CE']
/** Of those that hold a route. */
const ROUTES: ReadonlySet<number> = new Set([7, 131, 137])
const OPTION_NAMES: Readonly<Record<number, string>> = {
  0: 'EOL',
  1: 'NOP',
  7: 'RR',
  68: 'TS',
  131: 'LSRR',
  137: 'SSRR',
  148: 'RA',
}

/** What follows `IP `. `octets` are the packet's own, as they were captured; null of one that an error quotes. */
export function formatIpv4Line(
  style: Style,
  packet: Ipv4,
  octets: Uint8Array | null,
  frames: FramePrinter,
): string {
  const head = style.verbose > 0 ? header(packet, octets) : ''
  return `${head}${body(style, packet, octets, frames)}`
}

function header(packet: Ipv4, octets: Uint8Array | null): string {
  const flags = packet.mf ? (packet.df ? '+, DF' : '+') : packet.df ? 'DF' : 'none'
  const length = octets ? u8(octets, 2) * 256 + u8(octets, 3) : ipv4Length(packet)
  const options = packet.options ? `, options (${optionNames(packet.options)})` : ''
  return (
    `(tos 0x${packet.tos.toString(16)}${ECN[packet.tos & 3] ?? ''}, ttl ${packet.ttl}, id ${packet.id}, ` +
    `offset ${packet.offset}, flags [${flags}], proto ${protocolName(packet.protocol)} (${packet.protocol}), ` +
    `length ${length}${options})\n    `
  )
}

function optionNames(bytes: Uint8Array): string {
  const words: string[] = []
  for (let at = 0; at < bytes.length;) {
    const number = u8(bytes, at)
    const length = number < 2 ? 1 : Math.max(u8(bytes, at + 1), 2)
    const name = OPTION_NAMES[number] ?? `unknown ${number}`
    words.push(ROUTES.has(number) ? name + routeText(bytes.subarray(at, at + length)) : name)
    if (number === 0) break
    at += length
  }
  return words.join(',')
}

/** Addresses that were recorded stand before a comma. Ref: ip_printroute() */
function routeText(option: Uint8Array): string {
  let text = ''
  for (let at = 3; at + 4 <= option.length; at += 4) {
    text += ` ${formatInet(readInet(option, at))}${at < u8(option, 2) - 1 ? ',' : ''}`
  }
  return text
}

function body(style: Style, packet: Ipv4, octets: Uint8Array | null, frames: FramePrinter): string {
  const { names } = style
  const [src, dst] = [names.host(packet.src), names.host(packet.dst)]
  const ends = `${src} > ${dst}:`
  if (packet.offset > 0) return `${ends} ${protocolWord(style, packet.protocol)}`
  const payload = firstPart(packet)
  const transport = octets ? octets.subarray(ipv4HeaderLength(packet)) : null
  const summed = (protocol: number): Summed => ({
    bytes: transport ?? emitPayload(packet),
    pseudo: pseudoSum(packet, protocol),
    src: formatInet(packet.src),
    dst: formatInet(packet.dst),
  })
  switch (payload.kind) {
    case 'icmp':
      return `${ends} ${formatIcmpLine(style, payload, (original) => {
        const word = style.linkHeader ? '' : 'IP '
        return word + formatIpv4Line(style, original, quotedOctets(transport), frames)
      })}`
    case 'igmp':
      return `${ends} ${formatIgmp(payload)}`
    case 'tcp': {
      const ports = `${src}.${names.port(payload.sport, 'tcp')} > ${dst}.${names.port(payload.dport, 'tcp')}:`
      return `${ports} ${formatTcpLine(style, payload, summed(IPPROTO_TCP))}`
    }
    case 'udp':
    case 'vxlan': {
      const ports = `${src}.${names.port(payload.sport, 'udp')} > ${dst}.${names.port(payload.dport, 'udp')}:`
      const sums = octets && !packet.mf ? summed(IPPROTO_UDP) : null
      return `${ports} ${formatUdpLine(style, payload, sums, style.verbose > 1, frames)}`
    }
    case 'octets':
      return `${ends} ${unknownText(style, packet)}`
  }
}

/** A first fragment is read as far as it goes; of TCP and UDP the header is enough. */
function firstPart(packet: Ipv4): Ipv4['payload'] {
  const { payload, protocol } = packet
  if (payload.kind !== 'octets') return payload
  const { bytes } = payload
  if (protocol === IPPROTO_UDP) return parseUdp(bytes) ?? payload
  if (protocol === IPPROTO_TCP) return parseTcp(bytes) ?? payload
  if (protocol === IPPROTO_ICMP && (u8(bytes, 0) === 8 || u8(bytes, 0) === 0) && bytes.length >= 8) {
    const type = u8(bytes, 0) === 8 ? 8 : 0
    const [id, seq] = [u8(bytes, 4) * 256 + u8(bytes, 5), u8(bytes, 6) * 256 + u8(bytes, 7)]
    return { kind: 'icmp', type, code: 0, id, seq, data: bytes.subarray(8) }
  }
  return payload
}

/** Of a packet that an ICMP error quotes to its end. */
function quotedOctets(icmp: Uint8Array | null): Uint8Array | null {
  const quoted = icmp?.subarray(8) ?? new Uint8Array()
  const length = u8(quoted, 2) * 256 + u8(quoted, 3)
  return length > 0 && quoted.length >= length ? quoted.subarray(0, length) : null
}

function pseudoSum({ src, dst }: Ipv4, protocol: number): number {
  return (src >>> 16) + (src & 0xffff) + (dst >>> 16) + (dst & 0xffff) + protocol
}

function protocolWord(style: Style, number: number): string {
  const known = PROTOCOLS[number]
  return style.names.numeric || known === undefined ? `ip-proto-${number}` : known.toLowerCase()
}

function unknownText(style: Style, packet: Ipv4): string {
  const length = payloadLength(packet.payload)
  if (packet.protocol === IPPROTO_ICMP)
    return `ICMP type-#${packet.payload.kind === 'octets' ? u8(packet.payload.bytes, 0) : 0}, length ${length}`
  if (packet.protocol === IPPROTO_TCP) return '[|tcp]'
  if (packet.protocol === IPPROTO_UDP) return '[|udp]'
  return `${protocolWord(style, packet.protocol)} ${length}`
}
