// VXLAN (RFC 7348): Ethernet frames inside UDP.
import type { Frame } from './ethernet.ts'
import { put16, put32, u16, u32, u8 } from './octets.ts'
import { emitUdp, UDP_HEADER, type Udp } from './udp.ts'

/** The port IANA gave it (§5), and the one Linux used before. */
export const VXLAN_PORT = 4789
export const VXLAN_LINUX_PORT = 8472
export const VXLAN_HEADER = 8
/** The I flag: the network identifier is valid (§5). */
const VXLAN_HF_VNI = 0x08

export interface Vxlan {
  readonly kind: 'vxlan'
  readonly sport: number
  readonly dport: number
  readonly vni: number
  readonly frame: Frame
  /** The UDP checksum is left out (§5). */
  readonly zeroChecksum?: boolean
}

interface FrameCodec {
  length(frame: Frame): number
  parse(bytes: Uint8Array): Frame | null
  emit(frame: Frame): Uint8Array
  format(frame: Frame): string
}

/** ethernet.ts's own, which puts them here: a frame inside a frame. */
export const innerFrame: FrameCodec = {
  length: () => 0,
  parse: () => null,
  emit: () => new Uint8Array(),
  format: () => '',
}

export function vxlanLength(vxlan: Vxlan): number {
  return UDP_HEADER + VXLAN_HEADER + innerFrame.length(vxlan.frame)
}

/** What a UDP datagram to one of its ports holds; null when that is no whole frame. */
export function parseVxlan(bytes: Uint8Array): Vxlan | null {
  const dport = u16(bytes, 2)
  if (dport !== VXLAN_PORT && dport !== VXLAN_LINUX_PORT) return null
  if (bytes.length < UDP_HEADER + VXLAN_HEADER || u16(bytes, 4) !== bytes.length) return null
  const vxlan = vxlanOf({ kind: 'udp', sport: u16(bytes, 0), dport, data: bytes.slice(UDP_HEADER) })
  return vxlan && u16(bytes, 6) === 0 ? { ...vxlan, zeroChecksum: true } : vxlan
}

/** A datagram read as VXLAN, whatever its port. */
export function vxlanOf(udp: Udp): Vxlan | null {
  const { sport, dport, data } = udp
  if (data.length < VXLAN_HEADER || u8(data, 0) !== VXLAN_HF_VNI) return null
  const frame = innerFrame.parse(data.slice(VXLAN_HEADER))
  return frame && { kind: 'vxlan', sport, dport, vni: u32(data, 4) >>> 8, frame }
}

/** The same as a program with a socket on the port sees it. */
export function udpOf(vxlan: Vxlan): Udp {
  const { sport, dport, vni, frame } = vxlan
  const inner = innerFrame.emit(frame)
  const data = new Uint8Array(VXLAN_HEADER + inner.length)
  data[0] = VXLAN_HF_VNI
  put32(data, 4, vni * 256)
  data.set(inner, VXLAN_HEADER)
  return { kind: 'udp', sport, dport, data }
}

/** `pseudo`: the pseudo header's part of the checksum. */
export function emitVxlan(vxlan: Vxlan, pseudo: number): Uint8Array {
  const bytes = emitUdp(udpOf(vxlan), pseudo)
  if (vxlan.zeroChecksum) put16(bytes, 6, 0)
  return bytes
}

/** As tcpdump, which knows it by its port: the frame inside has a line of its own. */
export function formatVxlan({ dport, vni, frame }: Vxlan): string {
  const inner = innerFrame.format(frame)
  if (dport === VXLAN_PORT) return `VXLAN, flags [I] (0x08), vni ${vni}\n${inner}`
  if (dport === VXLAN_LINUX_PORT) return `OTV, flags [I] (0x08), overlay 0, instance ${vni}\n${inner}`
  return `UDP, length ${VXLAN_HEADER + innerFrame.length(frame)}`
}
