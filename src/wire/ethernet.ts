// Ethernet II frames (IEEE 802.3 §3), with or without VLAN tags.
import { ARP_LENGTH, emitArp, formatArp, parseArp, type Arp } from './arp.ts'
import { emitIpv4, formatIpv4, ipv4Length, parseIpv4, type Ipv4, type Octets } from './ipv4.ts'
import { emitIpv6, formatIpv6, ipv6Length, parseIpv6, type Ipv6 } from './ipv6.ts'
import type { Mac } from './mac.ts'
import { put16, readMac, u16, writeMac } from './octets.ts'
import { emitVlan, formatVlan, parseVlan, vlanLength, type VlanTag } from './vlan.ts'
import { bpduLength, emitBpdu, ETH_P_802_2, formatBpdu, parseBpdu, type Bpdu } from './stp.ts'
import { innerFrame } from './vxlan.ts'

export const ETH_P_IP = 0x0800
export const ETH_P_ARP = 0x0806
export const ETH_P_IPV6 = 0x86dd
export const ETH_HEADER = 14
export const ETH_DATA_LEN = 1500
const ETH_P_802_3_MIN = 0x0600
/** Where the EtherType stands, or the first tag. */
const ETHER_TYPE = 12

/** What an Ethernet frame carries. */
export type Packet = Bpdu | Arp | Ipv4 | Ipv6 | Octets

/** A frame is a value: nobody changes one, a router or a NAT makes another. */
export interface Frame {
  readonly dst: Mac
  readonly src: Mac
  /** Of the packet, under all tags. */
  readonly etherType: number
  readonly packet: Packet
  /** The outermost tag. */
  readonly vlan?: VlanTag
}

/** The same frame under these tags, or without any. */
export function withVlan(frame: Frame, vlan: VlanTag | null): Frame {
  const { dst, src, etherType, packet } = frame
  return vlan ? { dst, src, etherType, packet, vlan } : { dst, src, etherType, packet }
}

/** Octets of a packet on its own, without the Ethernet header. */
export function packetLength(packet: Packet): number {
  switch (packet.kind) {
    case 'arp':
      return ARP_LENGTH
    case 'ipv4':
      return ipv4Length(packet)
    case 'ipv6':
      return ipv6Length(packet)
    case 'stp':
      return bpduLength(packet)
    case 'octets':
      return packet.bytes.length
  }
}

/** Octets on the wire: header included, no padding, no check sequence. */
export function frameLength(frame: Frame): number {
  const { vlan } = frame
  return ETH_HEADER + packetLength(frame.packet) + (vlan ? vlanLength(vlan) : 0)
}

export function parseFrame(bytes: Uint8Array): Frame | null {
  if (bytes.length < ETH_HEADER) return null
  const vlan = parseVlan(bytes, ETHER_TYPE)
  const at = ETHER_TYPE + (vlan ? vlanLength(vlan) : 0)
  const typeOrLength = u16(bytes, at)
  // Below 1536 it is a length, and the type follows in an LLC header (IEEE 802.3 §3.2.6).
  const etherType = typeOrLength < ETH_P_802_3_MIN ? ETH_P_802_2 : typeOrLength
  const body = bytes.slice(at + 2)
  const packet = parsePacket(etherType, body) ?? { kind: 'octets', bytes: body }
  const frame: Frame = { dst: readMac(bytes, 0), src: readMac(bytes, 6), etherType, packet }
  return vlan ? withVlan(frame, vlan) : frame
}

function parsePacket(etherType: number, body: Uint8Array): Packet | null {
  if (etherType === ETH_P_IP) return parseIpv4(body)
  if (etherType === ETH_P_IPV6) return parseIpv6(body)
  if (etherType === ETH_P_802_2) return parseBpdu(body)
  return etherType === ETH_P_ARP ? parseArp(body) : null
}

export function emitFrame(frame: Frame): Uint8Array {
  const body = emitPacket(frame.packet)
  const { vlan } = frame
  const bytes = new Uint8Array(frameLength(frame))
  writeMac(bytes, 0, frame.dst)
  writeMac(bytes, 6, frame.src)
  const at = vlan ? emitVlan(bytes, ETHER_TYPE, vlan) : ETHER_TYPE
  put16(bytes, at, frame.etherType === ETH_P_802_2 ? body.length : frame.etherType)
  bytes.set(body, at + 2)
  return bytes
}

function emitPacket(packet: Packet): Uint8Array {
  switch (packet.kind) {
    case 'arp':
      return emitArp(packet)
    case 'ipv4':
      return emitIpv4(packet)
    case 'ipv6':
      return emitIpv6(packet)
    case 'stp':
      return emitBpdu(packet)
    case 'octets':
      return packet.bytes
  }
}

/**
 * One line, as `tcpdump -n` words it after the time: `ARP, Request who-has …, length 28`, `IP 10.0.0.1 > …`; tags, which
 * it words under -e only, stand before.
 */
export function formatFrame(frame: Frame): string {
  let tags = ''
  for (let tag = frame.vlan ?? null; tag; tag = tag.inner) tags += `${formatVlan(tag)}, `
  return tags + formatUntagged(frame)
}

function formatUntagged(frame: Frame): string {
  const { packet } = frame
  switch (packet.kind) {
    case 'arp':
      return `ARP, ${formatArp(packet)}, length ${ARP_LENGTH}`
    case 'ipv4':
      return `IP ${formatIpv4(packet)}`
    case 'ipv6':
      return `IP6 ${formatIpv6(packet)}`
    case 'stp':
      return formatBpdu(packet)
    case 'octets':
      return `ethertype 0x${frame.etherType.toString(16).padStart(4, '0')}, length ${frameLength(frame)}`
  }
}

Object.assign(innerFrame, {
  length: frameLength,
  parse: parseFrame,
  emit: emitFrame,
  format: formatFrame,
} satisfies typeof innerFrame)
