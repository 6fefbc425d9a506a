// Bridge protocol data units of the spanning tree (IEEE 802.1D-1998 §9), in 802.2 LLC frames.
import { formatMac, type Mac } from './mac.ts'
import { put16, put32, readMac, u16, u32, u8, writeMac } from './octets.ts'

/** Linux's number for frames whose type field is a length. Ref: include/uapi/linux/if_ether.h */
export const ETH_P_802_2 = 0x0004
/** LLC: both service access points, and an unnumbered information frame (IEEE 802.2 §5). */
const LLC_SAP_BSPAN = 0x42
const LLC_UI = 0x03
const LLC_HEADER = 3
const CONFIG_LENGTH = 35
const TCN_LENGTH = 4
const BPDU_TYPE_CONFIG = 0x00
const BPDU_TYPE_TCN = 0x80
const FLAG_TOPOLOGY_CHANGE = 0x01
const FLAG_TOPOLOGY_CHANGE_ACK = 0x80
/** Times are in 1/256 s on the wire. */
const TICKS = 256

/** Priority in the upper 16 bits, an address below: the least one is the root. */
export type BridgeId = bigint

export function brId(priority: number, address: Mac): BridgeId {
  return (BigInt(priority) << 48n) | BigInt(address)
}

export function brIdPriority(id: BridgeId): number {
  return Number(id >> 48n)
}

export function brIdAddress(id: BridgeId): Mac {
  return Number(id & 0xffffffffffffn)
}

export interface ConfigBpdu {
  readonly kind: 'stp'
  readonly type: 'config'
  readonly topologyChange: boolean
  readonly topologyChangeAck: boolean
  readonly root: BridgeId
  readonly rootPathCost: number
  readonly bridge: BridgeId
  readonly port: number
  /** In seconds. */
  readonly messageAge: number
  readonly maxAge: number
  readonly helloTime: number
  readonly forwardDelay: number
}

export interface TcnBpdu {
  readonly kind: 'stp'
  readonly type: 'tcn'
}

export type Bpdu = ConfigBpdu | TcnBpdu

/** Octets behind the Ethernet header. */
export function bpduLength(bpdu: Bpdu): number {
  return LLC_HEADER + (bpdu.type === 'config' ? CONFIG_LENGTH : TCN_LENGTH)
}

function readId(bytes: Uint8Array, at: number): BridgeId {
  return brId(u16(bytes, at), readMac(bytes, at + 2))
}

/** From the LLC header on; null for anything but a BPDU of 802.1D. */
export function parseBpdu(bytes: Uint8Array): Bpdu | null {
  if (u8(bytes, 0) !== LLC_SAP_BSPAN || u8(bytes, 1) !== LLC_SAP_BSPAN || u8(bytes, 2) !== LLC_UI) return null
  const body = bytes.subarray(LLC_HEADER)
  // Protocol and version are 0.
  if (body.length < TCN_LENGTH || u16(body, 0) !== 0 || u8(body, 2) !== 0) return null
  if (u8(body, 3) === BPDU_TYPE_TCN) return { kind: 'stp', type: 'tcn' }
  if (u8(body, 3) !== BPDU_TYPE_CONFIG || body.length < CONFIG_LENGTH) return null
  return {
    kind: 'stp',
    type: 'config',
    topologyChange: (u8(body, 4) & FLAG_TOPOLOGY_CHANGE) !== 0,
    topologyChangeAck: (u8(body, 4) & FLAG_TOPOLOGY_CHANGE_ACK) !== 0,
    root: readId(body, 5),
    rootPathCost: u32(body, 13),
    bridge: readId(body, 17),
    port: u16(body, 25),
    messageAge: u16(body, 27) / TICKS,
    maxAge: u16(body, 29) / TICKS,
    helloTime: u16(body, 31) / TICKS,
    forwardDelay: u16(body, 33) / TICKS,
  }
}

export function emitBpdu(bpdu: Bpdu): Uint8Array {
  const bytes = new Uint8Array(bpduLength(bpdu))
  bytes.set([LLC_SAP_BSPAN, LLC_SAP_BSPAN, LLC_UI])
  const body = bytes.subarray(LLC_HEADER)
  if (bpdu.type === 'tcn') {
    body[3] = BPDU_TYPE_TCN
    return bytes
  }
  body[4] =
    (bpdu.topologyChange ? FLAG_TOPOLOGY_CHANGE : 0) | (bpdu.topologyChangeAck ? FLAG_TOPOLOGY_CHANGE_ACK : 0)
  const writeId = (at: number, id: BridgeId): void => {
    put16(body, at, brIdPriority(id))
    writeMac(body, at + 2, brIdAddress(id))
  }
  writeId(5, bpdu.root)
  put32(body, 13, bpdu.rootPathCost)
  writeId(17, bpdu.bridge)
  put16(body, 25, bpdu.port)
  const times = [bpdu.messageAge, bpdu.maxAge, bpdu.helloTime, bpdu.forwardDelay]
  times.forEach((time, i) => put16(body, 27 + 2 * i, Math.round(time * TICKS)))
  return bytes
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** As tcpdump -n: `STP 802.1d, Config, Flags [none], bridge-id 8000.02:00:00:00:00:11.8001, length 35`. */
export function formatBpdu(bpdu: Bpdu): string {
  if (bpdu.type === 'tcn') return 'STP 802.1d, Topology Change'
  const flags = [
    bpdu.topologyChange ? 'Topology change' : '',
    bpdu.topologyChangeAck ? 'Topology change ACK' : '',
  ]
  const words = flags.filter(Boolean).join(', ') || 'none'
  const id = `${hex4(brIdPriority(bpdu.bridge))}.${formatMac(brIdAddress(bpdu.bridge))}.${hex4(bpdu.port)}`
  return `STP 802.1d, Config, Flags [${words}], bridge-id ${id}, length ${CONFIG_LENGTH}`
}
