// A captured packet: octets from the link-layer header on, as libpcap hands them to a program.
import type { Frame } from '../../wire/ethernet.ts'
import { INADDR_ANY } from '../../wire/inet.ts'
import { emitFrame, withVlan } from '../../wire/ethernet.ts'
import type { PacketType } from '../../uapi/socket.ts'
import { put16, put32, u16, u32, writeMac } from '../../wire/octets.ts'
import { emitVlan, vlanLength } from '../../wire/vlan.ts'

const PACKET_TYPES: readonly PacketType[] = ['host', 'broadcast', 'multicast', 'otherhost', 'outgoing']

// Link-layer header types, with the names libpcap has for them.
export const DLT_EN10MB = 1
export const DLT_LINUX_SLL2 = 276

export const LINK_TYPES: Readonly<Record<number, readonly [name: string, words: string]>> = {
  [DLT_EN10MB]: ['EN10MB', 'Ethernet'],
  [DLT_LINUX_SLL2]: ['LINUX_SLL2', 'Linux cooked v2'],
}

export const SLL2_HEADER = 20

export interface Packet {
  readonly link: number
  /** As much as was captured. */
  readonly bytes: Uint8Array
  /** Octets that it had. */
  readonly length: number
  /** Since 1970, in nanoseconds below the second. */
  readonly seconds: number
  readonly nanoseconds: number
}

/**
 * Checksums that are left to a device which never computes them: what stands there is the pseudo header's sum.
 * Ref: net/ipv4/tcp_ipv4.c:__tcp_v4_send_check(), CHECKSUM_PARTIAL
 */
function leavePartial(bytes: Uint8Array, net: number, frame: Frame): void {
  const { packet } = frame
  if (packet.kind === 'ipv4') {
    const { kind } = packet.payload
    if (packet.mf || packet.offset > 0 || (kind !== 'tcp' && kind !== 'udp')) return
    const start = net + ((bytes[net] ?? 0) % 16) * 4
    const sum = sumOf(bytes, net + 12, 8) + packet.protocol + bytes.length - start
    put16(bytes, start + (kind === 'tcp' ? 16 : 6), fold(sum))
  } else if (packet.kind === 'ipv6') {
    const { kind } = packet.payload
    if (packet.fragment || (kind !== 'tcp' && kind !== 'udp')) return
    const start = net + 40
    const sum = sumOf(bytes, net + 8, 32) + packet.nextHeader + bytes.length - start
    put16(bytes, start + (kind === 'tcp' ? 16 : 6), fold(sum))
  }
}

/**
 * A reset without a socket is summed by its sender, as what comes from no address is: a program made it whole.
 * Ref: net/ipv4/tcp_ipv4.c:tcp_v4_send_reset()
 */
function isSummed({ packet }: Frame): boolean {
  if (packet.kind === 'ipv4' && packet.src === INADDR_ANY) return true
  const segment = packet.kind === 'ipv4' ? packet.payload : null
  return segment?.kind === 'tcp' && (segment.flags & 0x04) !== 0 && segment.options.length === 0
}

function sumOf(bytes: Uint8Array, at: number, length: number): number {
  let sum = 0
  for (let n = 0; n < length; n += 2) sum += u16(bytes, at + n)
  return sum
}

function fold(sum: number): number {
  let folded = sum
  while (folded > 0xffff) folded = (folded & 0xffff) + (folded >>> 16)
  return folded
}

/** A frame as a packet socket of one device gives it. */
export function ethernetOctets(frame: Frame): Uint8Array {
  const bytes = emitFrame(frame)
  const net = 14 + (frame.vlan ? vlanLength(frame.vlan) : 0)
  if (!isSummed(frame)) leavePartial(bytes, net, frame)
  return bytes
}

/** A frame as one of all devices gives it, under a header of its own. Ref: libpcap pcap/sll.h */
export function cookedOctets(frame: Frame, ifindex: number, type: PacketType, hwType: number): Uint8Array {
  const ethernet = ethernetOctets(withVlan(frame, null))
  const tags = frame.vlan ? vlanLength(frame.vlan) : 0
  const bytes = new Uint8Array(SLL2_HEADER + tags + ethernet.length - 14)
  const protocol = u16(ethernet, 12)
  put16(bytes, 0, frame.vlan ? frame.vlan.proto : protocol < 0x600 ? 4 : protocol)
  put32(bytes, 4, ifindex)
  put16(bytes, 8, hwType)
  bytes[10] = PACKET_TYPES.indexOf(type)
  bytes[11] = 6
  writeMac(bytes, 12, frame.src)
  let at = SLL2_HEADER
  if (frame.vlan) {
    const shifted = new Uint8Array(tags + 2)
    emitVlan(shifted, 0, frame.vlan)
    put16(shifted, tags, protocol)
    bytes.set(shifted.subarray(2), at)
    at += tags
  }
  bytes.set(ethernet.subarray(14), at)
  return bytes
}

export interface CookedHeader {
  readonly protocol: number
  readonly ifindex: number
  readonly type: PacketType
}

export function parseCooked(bytes: Uint8Array): CookedHeader | null {
  if (bytes.length < SLL2_HEADER) return null
  return { protocol: u16(bytes, 0), ifindex: u32(bytes, 4), type: PACKET_TYPES[bytes[10] ?? 0] ?? 'host' }
}
