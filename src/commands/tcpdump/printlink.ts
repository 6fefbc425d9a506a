// A packet as its line: the link's part, then what it carries. Ref: print-ether.c, print-sll.c
import { ETH_P_802_2, formatBpdu } from '../../wire/stp.ts'
import { ARP_LENGTH, ARP_REPLY, ARP_REQUEST, type Arp } from '../../wire/arp.ts'
import { parseFrame, type Frame } from '../../wire/ethernet.ts'
import { u16 } from '../../wire/octets.ts'
import { formatVlan, vlanLength, type VlanTag } from '../../wire/vlan.ts'
import { hexAndText } from './hexdump.ts'
import { parseCooked, SLL2_HEADER, DLT_LINUX_SLL2, type Packet } from './packet.ts'
import { formatIpv4Line } from './printip.ts'
import { formatIpv6Line } from './printip6.ts'
import type { Style } from './style.ts'

const ETHERTYPES: Readonly<Record<number, string>> = {
  0x0800: 'IPv4',
  0x0806: 'ARP',
  0x8035: 'Reverse ARP',
  0x8100: '802.1Q',
  0x86dd: 'IPv6',
  0x8847: 'MPLS unicast',
  0x8863: 'PPPoE D',
  0x8864: 'PPPoE S',
  0x88a8: '802.1Q-QinQ',
  0x88cc: 'LLDP',
  0x88e5: '802.1AE MACsec',
}

const COOKED_TYPES = { host: 'In', broadcast: 'B', multicast: 'M', otherhost: 'P', outgoing: 'Out' } as const

/** Without the time. `device`: a name for a number that a cooked header tells. */
export function formatPacket(style: Style, packet: Packet, device: (ifindex: number) => string): string {
  if (packet.link === DLT_LINUX_SLL2) return formatCooked(style, packet, device)
  const frame = parseFrame(packet.bytes)
  if (!frame) return '[|ether]'
  return formatFrameLine(style, frame, packet.bytes, packet.length)
}

function formatCooked(style: Style, packet: Packet, device: (ifindex: number) => string): string {
  const { bytes, length } = packet
  const cooked = parseCooked(bytes)
  if (!cooked) return '[|sll2]'
  // Read as the frame it was, the destination's address apart.
  const ethernet = new Uint8Array(14 + bytes.length - SLL2_HEADER)
  ethernet.set(bytes.subarray(12, 18), 6)
  ethernet.set(bytes.subarray(0, 2), 12)
  ethernet.set(bytes.subarray(SLL2_HEADER), 14)
  const frame = parseFrame(ethernet)
  if (!frame) return '[|sll2]'
  const { names, linkHeader } = style
  const head = `${device(cooked.ifindex).padEnd(5)} ${COOKED_TYPES[cooked.type].padEnd(3)} `
  const tags = cookedTags(frame, linkHeader, style.quick)
  if (!linkHeader) return head + tags + carried(style, frame, ethernet, false)
  return (
    `${head}ifindex ${cooked.ifindex} ${names.mac(frame.src)} ` +
    `ethertype ${typeText(cooked.protocol)}, length ${length}: ${tags}` +
    carried(style, frame, ethernet, true)
  )
}

/** Of a tag the cooked header knows nothing, so that what is in it is told either way. */
function cookedTags({ vlan, etherType }: Frame, linkHeader: boolean, quick: boolean): string {
  if (!vlan || (quick && !linkHeader)) return ''
  return `${linkHeader ? tagsText(vlan) : ''}ethertype ${ETHERTYPES[etherType] ?? 'Unknown'}, `
}

function typeText(type: number): string {
  return `${ETHERTYPES[type] ?? 'Unknown'} (0x${type.toString(16).padStart(4, '0')})`
}

function formatFrameLine(style: Style, frame: Frame, octets: Uint8Array, length: number): string {
  if (!style.linkHeader) return carried(style, frame, octets, false)
  const { names } = style
  const ends = `${names.mac(frame.src)} > ${names.mac(frame.dst)}`
  const whole = length
  if (frame.vlan) {
    const type = frame.etherType === ETH_P_802_2 ? '' : `ethertype ${typeText(frame.etherType)}, `
    return `${ends}, ethertype ${typeText(frame.vlan.proto)}, length ${whole}: ${tagsText(frame.vlan)}${type}${carried(style, frame, octets, true)}`
  }
  if (frame.etherType === ETH_P_802_2) {
    return `${ends}, 802.3, length ${u16(octets, 12)}: LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: ${carried(style, frame, octets, true)}`
  }
  return `${ends}, ethertype ${typeText(frame.etherType)}, length ${whole}: ${carried(style, frame, octets, true)}`
}

function tagsText(outermost: VlanTag): string {
  let text = ''
  for (let tag: VlanTag | null = outermost; tag; tag = tag.inner) {
    text += `${formatVlan(tag)}, ${tag.inner ? `ethertype ${typeText(tag.inner.proto)}, ` : ''}`
  }
  return text
}

/** `named`: what kind of packet it is was told already. */
function carried(style: Style, frame: Frame, octets: Uint8Array, named: boolean): string {
  const net = octets.subarray(14 + (frame.vlan ? vlanLength(frame.vlan) : 0))
  const { packet } = frame
  const inside = (inner: Frame, bytes: Uint8Array): string =>
    formatFrameLine(style, inner, bytes, bytes.length)
  switch (packet.kind) {
    case 'arp':
      return `${named ? '' : 'ARP, '}${arpText(style, packet)}, length ${Math.max(net.length, ARP_LENGTH)}`
    case 'ipv4':
      return `${named ? '' : 'IP '}${formatIpv4Line(style, packet, net.subarray(0, u16(net, 2)), inside)}`
    case 'ipv6':
      return `${named ? '' : 'IP6 '}${formatIpv6Line(style, packet, net.subarray(0, 40 + u16(net, 4)), inside)}`
    case 'stp':
      return formatBpdu(packet)
    case 'octets': {
      const head = named
        ? ''
        : `ethertype ${ETHERTYPES[frame.etherType] ?? 'Unknown'} (0x${frame.etherType.toString(16).padStart(4, '0')}), length ${octets.length}: `
      return `${head}${hexAndText(packet.bytes, true)}`
    }
  }
}

function arpText({ names, verbose }: Style, arp: Arp): string {
  const head = verbose > 0 ? 'Ethernet (len 6), IPv4 (len 4), ' : ''
  const [spa, tpa] = [names.host(arp.spa), names.host(arp.tpa)]
  if (arp.op === ARP_REQUEST) {
    const asked = arp.tha === 0 || arp.tha === 0xffffffffffff ? '' : ` (${names.mac(arp.tha)})`
    return `${head}Request who-has ${tpa}${asked} tell ${spa}`
  }
  if (arp.op === ARP_REPLY) return `${head}Reply ${spa} is-at ${names.mac(arp.sha)}`
  return `${head}Unknown (${arp.op})`
}
