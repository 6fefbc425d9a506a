// The line of a traced packet. Ref: iptables/xtables-monitor.c:trace_print_packet()
import type { NftTracePacket } from '../../uapi/nfmonitor.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
import { ipv6Length, type Ipv6 } from '../../wire/ipv6.ts'
import { formatMac, type Mac } from '../../wire/mac.ts'
import { TCP_ACK, TCP_FIN, TCP_PSH, TCP_RST, TCP_SYN, TCP_URG } from '../../wire/tcp.ts'

/** Behind the family and the id; it ends in a blank, as every word of it does. */
export function packetWords(traced: NftTracePacket): string {
  const { packet, mark } = traced
  let line = ''
  if (traced.in !== null) line += `IN=${traced.in} `
  if (traced.out !== null) line += `OUT=${traced.out} `
  line += linkWords(traced)
  if (packet.kind === 'ipv4') line += ipv4Words(packet)
  if (packet.kind === 'ipv6') line += ipv6Words(packet)
  if (mark !== 0) line += `MARK=0x${mark.toString(16)} `
  return line
}

function linkWords({ frame, loopback }: NftTracePacket): string {
  if (loopback) return 'LOOPBACK '
  if (!frame) return ''
  const type = frame.etherType.toString(16).padStart(4, '0')
  return `MACSRC=${shortMac(frame.src)} MACDST=${shortMac(frame.dst)} MACPROTO=${type} `
}

/** Octets without their leading zero. */
function shortMac(mac: Mac): string {
  return formatMac(mac).replace(/\b0(?=[\da-f])/g, '')
}

function ipv4Words(packet: Ipv4): string {
  const { src, dst, tos, ttl, id, df, mf, offset } = packet
  let line = `SRC=${formatInet(src)} DST=${formatInet(dst)} `
  line += `LEN=${ipv4Length(packet)} TOS=0x${tos.toString(16)} TTL=${ttl} ID=${id} `
  if (df) line += 'DF '
  if (mf) line += 'MF '
  if (offset > 0) return `${line}FRAG:${offset >> 3} `
  return line + transportWords(packet)
}

/** It adds the header of IPv4 to what follows that of IPv6. */
const IPV4_HEADER = 20
const IPV6_HEADER = 40

function ipv6Words(packet: Ipv6): string {
  const { src, dst, tclass, hopLimit, flowLabel, fragment } = packet
  if (fragment && fragment.offset > 0) return ''
  const length = ipv6Length(packet) - IPV6_HEADER + IPV4_HEADER
  let line = `SRC=${formatInet6(src)} DST=${formatInet6(dst)} `
  line += `LEN=${length} TC=${tclass} HOPLIMIT=${hopLimit} FLOWLBL=${flowLabel} `
  return fragment ? line : line + transportWords(packet)
}

const FLAGS: readonly (readonly [number, string])[] = [
  [TCP_SYN, 'SYN'],
  [TCP_ACK, 'ACK'],
  [TCP_FIN, 'FIN'],
  [TCP_RST, 'RST'],
  [TCP_PSH, 'PSH'],
  [TCP_URG, 'URG'],
]

function transportWords({ payload }: Ipv4 | Ipv6): string {
  if (!('sport' in payload)) return ''
  const ports = `SPORT=${payload.sport} DPORT=${payload.dport} `
  if (payload.kind !== 'tcp') return ports
  const { flags } = payload
  return ports + FLAGS.map(([bit, name]) => (flags & bit ? `${name} ` : '')).join('')
}
