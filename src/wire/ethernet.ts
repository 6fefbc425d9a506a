// Ethernet II frames (IEEE 802.3 §3).
import { ARP_LENGTH, emitArp, formatArp, parseArp, type Arp } from './arp.ts'
import { emitIpv4, formatIpv4, ipv4Length, parseIpv4, type Ipv4, type Octets } from './ipv4.ts'
import type { Mac } from './mac.ts'
import { put16, readMac, u16, writeMac } from './octets.ts'

export const ETH_P_IP = 0x0800
export const ETH_P_ARP = 0x0806
export const ETH_P_8021Q = 0x8100
export const ETH_P_IPV6 = 0x86dd
export const ETH_HEADER = 14
export const ETH_DATA_LEN = 1500

/** What an Ethernet frame carries. */
export type Packet = Arp | Ipv4 | Octets

/** A frame is a value: nobody changes one, a router or a NAT makes another. */
export interface Frame {
  readonly dst: Mac
  readonly src: Mac
  readonly etherType: number
  readonly packet: Packet
}

/** Octets of a packet on its own, without the Ethernet header. */
export function packetLength(packet: Packet): number {
  switch (packet.kind) {
    case 'arp':
      return ARP_LENGTH
    case 'ipv4':
      return ipv4Length(packet)
    case 'octets':
      return packet.bytes.length
  }
}

/** Octets on the wire: header included, no padding, no check sequence. */
export function frameLength(frame: Frame): number {
  return ETH_HEADER + packetLength(frame.packet)
}

export function parseFrame(bytes: Uint8Array): Frame | null {
  if (bytes.length < ETH_HEADER) return null
  const etherType = u16(bytes, 12)
  const body = bytes.slice(ETH_HEADER)
  const known = etherType === ETH_P_ARP ? parseArp(body) : etherType === ETH_P_IP ? parseIpv4(body) : null
  return {
    dst: readMac(bytes, 0),
    src: readMac(bytes, 6),
    etherType,
    packet: known ?? { kind: 'octets', bytes: body },
  }
}

export function emitFrame(frame: Frame): Uint8Array {
  const body = emitPacket(frame.packet)
  const bytes = new Uint8Array(ETH_HEADER + body.length)
  writeMac(bytes, 0, frame.dst)
  writeMac(bytes, 6, frame.src)
  put16(bytes, 12, frame.etherType)
  bytes.set(body, ETH_HEADER)
  return bytes
}

function emitPacket(packet: Packet): Uint8Array {
  switch (packet.kind) {
    case 'arp':
      return emitArp(packet)
    case 'ipv4':
      return emitIpv4(packet)
    case 'octets':
      return packet.bytes
  }
}

/** One line, as `tcpdump -n` words it after the time: `ARP, Request who-has …, length 28`, `IP 10.0.0.1 > …`. */
export function formatFrame(frame: Frame): string {
  const { packet } = frame
  switch (packet.kind) {
    case 'arp':
      return `ARP, ${formatArp(packet)}, length ${ARP_LENGTH}`
    case 'ipv4':
      return `IP ${formatIpv4(packet)}`
    case 'octets':
      return `ethertype 0x${frame.etherType.toString(16).padStart(4, '0')}, length ${frameLength(frame)}`
  }
}
