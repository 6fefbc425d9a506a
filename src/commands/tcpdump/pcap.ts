// Capture files of libpcap (draft-ietf-opsawg-pcap): a header, then each packet under one of its own.
import { u32, u8 } from '../../wire/octets.ts'
import type { Packet } from './packet.ts'

const MAGIC = 0xa1b2c3d4
/** Times are in nanoseconds. */
const MAGIC_NANO = 0xa1b23c4d
const MAGIC_NG = 0x0a0d0d0a
const FILE_HEADER = 24
const PACKET_HEADER = 16

/** As this machine writes it: the least octet first. */
export function pcapFileHeader(link: number, snaplen: number): Uint8Array {
  const bytes = new Uint8Array(FILE_HEADER)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint16(4, 2, true)
  view.setUint16(6, 4, true)
  view.setUint32(16, snaplen, true)
  view.setUint32(20, link, true)
  return bytes
}

export function pcapRecord(packet: Packet): Uint8Array {
  const bytes = new Uint8Array(PACKET_HEADER + packet.bytes.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, packet.seconds, true)
  view.setUint32(4, Math.floor(packet.nanoseconds / 1000), true)
  view.setUint32(8, packet.bytes.length, true)
  view.setUint32(12, packet.length, true)
  bytes.set(packet.bytes, PACKET_HEADER)
  return bytes
}

export interface PcapFile {
  readonly link: number
  readonly snaplen: number
  readonly packets: readonly Packet[]
  /** The last packet is cut off: what is said of it. */
  readonly truncated: string | null
}

/** Or what libpcap says is wrong. */
export function readPcap(bytes: Uint8Array): PcapFile | { readonly error: string } {
  if (bytes.length < 4) {
    return { error: `truncated dump file; tried to read 4 file header bytes, only got ${bytes.length}` }
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const little = [MAGIC, MAGIC_NANO].includes(view.getUint32(0, true))
  const magic = view.getUint32(0, little)
  if (u32(bytes, 0) === MAGIC_NG) return { error: 'pcapng files are not supported in vethlab' }
  if (magic !== MAGIC && magic !== MAGIC_NANO) return { error: 'unknown file format' }
  if (bytes.length < FILE_HEADER) {
    return {
      error: `truncated dump file; tried to read ${FILE_HEADER} file header bytes, only got ${bytes.length}`,
    }
  }
  const [link, snaplen] = [view.getUint32(20, little) & 0xffff, view.getUint32(16, little)]
  const packets: Packet[] = []
  const file = (truncated: string | null): PcapFile => ({ link, snaplen, packets, truncated })
  for (let at = FILE_HEADER; at < bytes.length;) {
    const left = bytes.length - at
    if (left < PACKET_HEADER) {
      return file(`truncated dump file; tried to read ${PACKET_HEADER} header bytes, only got ${left}`)
    }
    const fraction = view.getUint32(at + 4, little)
    const captured = view.getUint32(at + 8, little)
    if (left - PACKET_HEADER < captured) {
      const got = left - PACKET_HEADER
      return file(`truncated dump file; tried to read ${captured} captured bytes, only got ${got}`)
    }
    packets.push({
      link,
      seconds: view.getUint32(at, little),
      nanoseconds: magic === MAGIC_NANO ? fraction : fraction * 1000,
      length: view.getUint32(at + 12, little),
      bytes: bytes.subarray(at + PACKET_HEADER, at + PACKET_HEADER + captured),
    })
    at += PACKET_HEADER + captured
  }
  return file(null)
}

/** Octets of the network header on, as -x and -A show them. */
export function linkHeaderLength(packet: Packet): number {
  if (packet.link !== 1) return 20
  let at = 12
  while (u8(packet.bytes, at) === 0x81 && u8(packet.bytes, at + 1) === 0) at += 4
  return Math.min(at + 2, packet.bytes.length)
}
