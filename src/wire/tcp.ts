// TCP (RFC 9293), with the options of RFC 7323 (window scale, timestamps) and RFC 2018 (SACK).
import { checksum } from './checksum.ts'
import { put16, put32, u16, u32, u8 } from './octets.ts'

/** Octets of the header without options. */
export const TCP_HEADER = 20

// Control bits (RFC 9293 §3.1, RFC 3168 §6.1)
export const TCP_FIN = 0x01
export const TCP_SYN = 0x02
export const TCP_RST = 0x04
export const TCP_PSH = 0x08
export const TCP_ACK = 0x10
export const TCP_URG = 0x20
export const TCP_ECE = 0x40
export const TCP_CWR = 0x80

// Kinds of option (RFC 9293 §3.2, RFC 7323, RFC 2018)
const TCPOPT_EOL = 0
const TCPOPT_NOP = 1
const TCPOPT_MSS = 2
const TCPOPT_WSCALE = 3
const TCPOPT_SACKOK = 4
const TCPOPT_SACK = 5
const TCPOPT_TIMESTAMP = 8

/** From its left edge up to its right edge, as sequence numbers. */
export type SackBlock = readonly [left: number, right: number]

export type TcpOption =
  | { readonly kind: 'eol' | 'nop' | 'sackOK' }
  | { readonly kind: 'mss' | 'wscale'; readonly value: number }
  | { readonly kind: 'sack'; readonly blocks: readonly SackBlock[] }
  | { readonly kind: 'timestamp'; readonly value: number; readonly echo: number }
  | { readonly kind: 'unknown'; readonly number: number; readonly data: Uint8Array }

export interface Tcp {
  readonly kind: 'tcp'
  readonly sport: number
  readonly dport: number
  readonly seq: number
  /** 0 without ACK. */
  readonly ack: number
  /** TCP_* bits. */
  readonly flags: number
  /** As it stands in the header: not scaled. */
  readonly window: number
  readonly urgent: number
  /** In the order of the header, the padding included: together a multiple of four octets. */
  readonly options: readonly TcpOption[]
  readonly data: Uint8Array
}

const OPTION_NUMBERS = {
  eol: TCPOPT_EOL,
  nop: TCPOPT_NOP,
  mss: TCPOPT_MSS,
  wscale: TCPOPT_WSCALE,
  sackOK: TCPOPT_SACKOK,
  sack: TCPOPT_SACK,
  timestamp: TCPOPT_TIMESTAMP,
} as const

function optionLength(option: TcpOption): number {
  switch (option.kind) {
    case 'eol':
    case 'nop':
      return 1
    case 'sackOK':
      return 2
    case 'mss':
      return 4
    case 'wscale':
      return 3
    case 'sack':
      return 2 + option.blocks.length * 8
    case 'timestamp':
      return 10
    case 'unknown':
      return 2 + option.data.length
  }
}

/** Its kind as a number. */
export function tcpOptionNumber(option: TcpOption): number {
  return option.kind === 'unknown' ? option.number : OPTION_NUMBERS[option.kind]
}

/** Octets of the header with its options. */
export function tcpHeaderLength(tcp: Tcp): number {
  let length = TCP_HEADER
  for (const option of tcp.options) length += optionLength(option)
  return (length + 3) & ~3
}

export function tcpLength(tcp: Tcp): number {
  return tcpHeaderLength(tcp) + tcp.data.length
}

/** The next sequence number after this segment's. */
export function tcpEndSeq(tcp: Tcp): number {
  const controls = (tcp.flags & TCP_SYN ? 1 : 0) + (tcp.flags & TCP_FIN ? 1 : 0)
  return (tcp.seq + controls + tcp.data.length) >>> 0
}

/** Null when the header is cut short or its length is impossible. */
export function parseTcp(bytes: Uint8Array): Tcp | null {
  const header = (u8(bytes, 12) >> 4) * 4
  if (bytes.length < TCP_HEADER || header < TCP_HEADER || bytes.length < header) return null
  return {
    kind: 'tcp',
    sport: u16(bytes, 0),
    dport: u16(bytes, 2),
    seq: u32(bytes, 4),
    ack: u32(bytes, 8),
    flags: u8(bytes, 13),
    window: u16(bytes, 14),
    urgent: u16(bytes, 18),
    options: parseOptions(bytes.subarray(TCP_HEADER, header)),
    data: bytes.slice(header),
  }
}

/** What follows a malformed option is not read. */
function parseOptions(bytes: Uint8Array): TcpOption[] {
  const options: TcpOption[] = []
  for (let at = 0; at < bytes.length;) {
    const number = u8(bytes, at)
    if (number === TCPOPT_EOL || number === TCPOPT_NOP) {
      options.push({ kind: number === TCPOPT_EOL ? 'eol' : 'nop' })
      at++
      continue
    }
    const length = u8(bytes, at + 1)
    if (length < 2 || at + length > bytes.length) break
    options.push(parseOption(number, bytes.subarray(at + 2, at + length)))
    at += length
  }
  return options
}

function parseOption(number: number, data: Uint8Array): TcpOption {
  if (number === TCPOPT_MSS && data.length === 2) return { kind: 'mss', value: u16(data, 0) }
  if (number === TCPOPT_WSCALE && data.length === 1) return { kind: 'wscale', value: u8(data, 0) }
  if (number === TCPOPT_SACKOK && data.length === 0) return { kind: 'sackOK' }
  if (number === TCPOPT_TIMESTAMP && data.length === 8) {
    return { kind: 'timestamp', value: u32(data, 0), echo: u32(data, 4) }
  }
  if (number === TCPOPT_SACK && data.length > 0 && data.length % 8 === 0) {
    const blocks: SackBlock[] = []
    for (let at = 0; at < data.length; at += 8) blocks.push([u32(data, at), u32(data, at + 4)])
    return { kind: 'sack', blocks }
  }
  return { kind: 'unknown', number, data: data.slice() }
}

/** The options as octets, padded. */
export function emitTcpOptions(tcp: Tcp): Uint8Array {
  return emitTcp({ ...tcp, data: new Uint8Array(0) }, 0).subarray(TCP_HEADER)
}

/** `pseudo`: sum of the pseudo header's 16-bit words, the length apart. */
export function emitTcp(tcp: Tcp, pseudo: number): Uint8Array {
  const header = tcpHeaderLength(tcp)
  const bytes = new Uint8Array(header + tcp.data.length)
  put16(bytes, 0, tcp.sport)
  put16(bytes, 2, tcp.dport)
  put32(bytes, 4, tcp.seq)
  put32(bytes, 8, tcp.ack)
  bytes[12] = (header / 4) << 4
  bytes[13] = tcp.flags
  put16(bytes, 14, tcp.window)
  put16(bytes, 18, tcp.urgent)
  let at = TCP_HEADER
  for (const option of tcp.options) {
    emitOption(bytes, at, option)
    at += optionLength(option)
  }
  bytes.set(tcp.data, header)
  put16(bytes, 16, checksum(bytes, pseudo + bytes.length))
  return bytes
}

function emitOption(bytes: Uint8Array, at: number, option: TcpOption): void {
  const start = (number: number): void => {
    bytes[at] = number
    bytes[at + 1] = optionLength(option)
  }
  switch (option.kind) {
    case 'eol':
    case 'nop':
      bytes[at] = option.kind === 'nop' ? TCPOPT_NOP : TCPOPT_EOL
      return
    case 'sackOK':
      return start(TCPOPT_SACKOK)
    case 'mss':
      start(TCPOPT_MSS)
      return put16(bytes, at + 2, option.value)
    case 'wscale':
      start(TCPOPT_WSCALE)
      bytes[at + 2] = option.value
      return
    case 'sack':
      start(TCPOPT_SACK)
      for (const [i, [left, right]] of option.blocks.entries()) {
        put32(bytes, at + 2 + i * 8, left)
        put32(bytes, at + 6 + i * 8, right)
      }
      return
    case 'timestamp':
      start(TCPOPT_TIMESTAMP)
      put32(bytes, at + 2, option.value)
      return put32(bytes, at + 6, option.echo)
    case 'unknown':
      start(option.number)
      bytes.set(option.data, at + 2)
  }
}

/** Letters of the control bits, as tcpdump orders them. */
const FLAG_LETTERS: readonly (readonly [number, string])[] = [
  [TCP_FIN, 'F'],
  [TCP_SYN, 'S'],
  [TCP_RST, 'R'],
  [TCP_PSH, 'P'],
  [TCP_ACK, '.'],
  [TCP_URG, 'U'],
  [TCP_ECE, 'E'],
  [TCP_CWR, 'W'],
]

export function formatTcpFlags(flags: number): string {
  const letters = FLAG_LETTERS.filter(([bit]) => flags & bit).map(([, letter]) => letter)
  return letters.length > 0 ? letters.join('') : 'none'
}

/** Initial sequence numbers that a reader counts from: of the sender (`seq`) and of the other end (`ack`). */
export interface TcpBase {
  readonly seq: number
  readonly ack: number
}

/**
 * As `tcpdump -n` words it: `Flags [S], seq 1, win 64240, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7],
 * length 0`. Numbers count from `base`, the headers' own without one.
 */
export function formatTcp(tcp: Tcp, base: TcpBase = { seq: 0, ack: 0 }): string {
  const { flags, data } = tcp
  const parts = [`Flags [${formatTcpFlags(flags)}]`]
  if (data.length > 0 || flags & (TCP_SYN | TCP_FIN | TCP_RST)) {
    const seq = (tcp.seq - base.seq) >>> 0
    parts.push(data.length > 0 ? `seq ${seq}:${seq + data.length}` : `seq ${seq}`)
  }
  if (flags & TCP_ACK) parts.push(`ack ${(tcp.ack - base.ack) >>> 0}`)
  parts.push(`win ${tcp.window}`)
  if (flags & TCP_URG) parts.push(`urg ${tcp.urgent}`)
  if (tcp.options.length > 0) {
    parts.push(`options [${tcp.options.map((option) => formatTcpOption(option, base)).join(',')}]`)
  }
  return `${parts.join(', ')}, length ${data.length}`
}

export function formatTcpOption(option: TcpOption, base: TcpBase = { seq: 0, ack: 0 }): string {
  switch (option.kind) {
    case 'eol':
    case 'nop':
    case 'sackOK':
      return option.kind
    case 'mss':
    case 'wscale':
      return `${option.kind} ${option.value}`
    case 'sack': {
      const blocks = option.blocks.map(
        ([left, right]) => `{${(left - base.ack) >>> 0}:${(right - base.ack) >>> 0}}`,
      )
      return `sack ${option.blocks.length} ${blocks.join('')}`
    }
    case 'timestamp':
      return `TS val ${option.value} ecr ${option.echo}`
    case 'unknown':
      return option.data.length === 0
        ? `unknown-${option.number}`
        : `unknown-${option.number} 0x${Array.from(option.data, (b) => b.toString(16).padStart(2, '0')).join('')}`
  }
}
