// Which flows a command line means. Ref: conntrack-tools src/conntrack.c:filter_nat(), parse_addr(), parse_u32_mask()
import {
  IPS_ASSURED,
  IPS_CONFIRMED,
  IPS_DST_NAT_DONE,
  IPS_EXPECTED,
  IPS_SEEN_REPLY,
  IPS_SRC_NAT_DONE,
  type CtEntry,
  type CtTcpState,
} from '../../uapi/conntrack.ts'
import { inetMask, parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import type { Parsed, Problem } from './options.ts'

export interface Network {
  readonly address: Inet | Inet6
  readonly mask: bigint
}

export interface NatEnd {
  readonly address: Inet | Inet6 | null
  readonly port: number | null
}

export interface Wanted {
  readonly family: 0 | 2 | 10
  readonly src: Network | null
  readonly dst: Network | null
  readonly replySrc: Network | null
  readonly replyDst: Network | null
  readonly protocol: number | null
  readonly ports: ReadonlyMap<string, number>
  readonly state: CtTcpState | null
  readonly mark: { readonly value: number; readonly mask: number } | null
  /** Of the status: under `mask` exactly `value`. */
  readonly status: { readonly value: number; readonly mask: number } | null
  readonly zone: number | null
  readonly id: number | null
  readonly timeout: number | null
  /** Null: not asked for. */
  readonly srcNat: NatEnd | null
  readonly dstNat: NatEnd | null
  readonly anyNat: NatEnd | null
}

const STATES: readonly CtTcpState[] = [
  'NONE',
  'SYN_SENT',
  'SYN_RECV',
  'ESTABLISHED',
  'FIN_WAIT',
  'CLOSE_WAIT',
  'LAST_ACK',
  'TIME_WAIT',
  'CLOSE',
  'SYN_SENT2',
]

const STATUS: Readonly<Record<string, { readonly value: number; readonly mask: number }>> = {
  ASSURED: { value: IPS_ASSURED, mask: IPS_ASSURED },
  SEEN_REPLY: { value: IPS_SEEN_REPLY, mask: IPS_SEEN_REPLY },
  UNREPLIED: { value: 0, mask: IPS_SEEN_REPLY },
  EXPECTED: { value: IPS_EXPECTED, mask: IPS_EXPECTED },
  CONFIRMED: { value: IPS_CONFIRMED, mask: IPS_CONFIRMED },
  UNSET: { value: 0, mask: 0 },
  FIXED_TIMEOUT: { value: 1 << 10, mask: 1 << 10 },
  OFFLOAD: { value: 1 << 14, mask: 1 << 14 },
  HW_OFFLOAD: { value: 1 << 15, mask: 1 << 15 },
}

/** strtoul(3) of base 0: what is no number is 0. */
function unsigned(text: string): number {
  const digits = /^\s*(0[xX][0-9a-fA-F]+|\d+)/.exec(text)?.[1] ?? '0'
  const value = /^0\d/.test(digits) ? parseInt(digits, 8) : Number(digits)
  return Math.min(value, 0xffffffff)
}

function parseAddress(text: string): Inet | Inet6 | null {
  return text.includes(':') ? parseInet6(text) : parseInet(text)
}

const ALL4 = 0xffffffffn
const ALL6 = (1n << 128n) - 1n

function parseNetwork(text: string): Network | Problem {
  const [host = '', length] = text.split('/')
  const address = parseAddress(host)
  if (address === null) return { problem: `Invalid IP address \`${host}'` }
  const bits = typeof address === 'number' ? 32 : 128
  if (length === undefined) return { address, mask: bits === 32 ? ALL4 : ALL6 }
  if (!/^\d+$/.test(length)) {
    const mask = parseAddress(length)
    return mask === null ? { problem: 'Invalid netmask' } : { address, mask: BigInt(mask) }
  }
  if (Number(length) > bits) return { problem: 'Invalid netmask' }
  const mask =
    bits === 32 ? BigInt(inetMask(Number(length))) : ALL6 ^ ((1n << BigInt(128 - Number(length))) - 1n)
  return { address, mask }
}

function parseNatEnd(text: string | null): NatEnd | Problem {
  if (text === null) return { address: null, port: null }
  const bracketed = /^\[(.*)\](?::(.*))?$/.exec(text)
  const six = !bracketed && (text.match(/:/g)?.length ?? 0) > 1
  const [host = '', port] = bracketed ? bracketed.slice(1) : six ? [text] : text.split(':')
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65536)) {
    return { problem: `Invalid port \`${port}'` }
  }
  const number = port === undefined ? null : Number(port)
  if (host === '' && number !== null) return { address: null, port: number }
  const address = parseAddress(host)
  return address === null ? { problem: `Invalid IP address \`${host}'` } : { address, port: number }
}

export function parseStatus(text: string): { readonly value: number; readonly mask: number } | Problem {
  let value = 0
  let mask = 0
  for (const word of text.split(',')) {
    const bits = STATUS[word.toUpperCase()]
    if (!bits) return { problem: `Bad parameter \`${word}'` }
    value |= bits.value
    mask |= bits.mask
  }
  return { value, mask }
}

function familyOf(text: string | null | undefined): 0 | 2 | 10 | Problem {
  if (text === null || text === undefined) return 0
  if (text === 'ipv4') return 2
  return text === 'ipv6' ? 10 : { problem: `\`${text}' unsupported protocol` }
}

export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return 'problem' in value
}

/** The first thing that is wrong, or what is wanted. */
export function readWanted({ options, protocol, protoOptions }: Parsed): Wanted | Problem {
  const networks: (Network | null)[] = []
  let family = familyOf(options.get('f'))
  if (typeof family === 'object') return family
  for (const letter of ['s', 'd', 'r', 'q']) {
    const text = options.get(letter)
    const network = text ? parseNetwork(text) : null
    if (network && isProblem(network)) return network
    networks.push(network)
    if (!network) continue
    const own = typeof network.address === 'number' ? 2 : 10
    if (family !== 0 && family !== own) return { problem: 'mismatched address family' }
    family = own
  }
  const nats: (NatEnd | null)[] = []
  for (const letter of ['n', 'g', 'j']) {
    const nat = options.has(letter) ? parseNatEnd(options.get(letter) ?? null) : null
    if (nat && isProblem(nat)) return nat
    nats.push(nat)
  }
  const status = options.has('u') ? parseStatus(options.get('u') ?? '') : null
  if (status && isProblem(status)) return status
  const stateWord = protoOptions.get('state')
  const state = stateWord === undefined ? null : (STATES.find((s) => s === stateWord.toUpperCase()) ?? null)
  if (stateWord !== undefined && !state) {
    return { problem: `unknown ${protocol?.name.toUpperCase() ?? ''} state \`${stateWord}'` }
  }
  const ports = new Map<string, number>()
  for (const [name, text] of protoOptions) if (name !== 'state') ports.set(name, unsigned(text) & 0xffff)
  const [markText, maskText] = (options.get('m') ?? '').split('/')
  const number = (letter: string): number | null =>
    options.has(letter) ? unsigned(options.get(letter) ?? '') : null
  const [src = null, dst = null, replySrc = null, replyDst = null] = networks
  const [srcNat = null, dstNat = null, anyNat = null] = nats
  return {
    family,
    src: withMask(src, options.get('{')),
    dst: withMask(dst, options.get('}')),
    replySrc,
    replyDst,
    protocol: protocol?.number ?? null,
    ports,
    state,
    mark: options.has('m')
      ? { value: unsigned(markText ?? ''), mask: maskText === undefined ? 0xffffffff : unsigned(maskText) }
      : null,
    status,
    zone: number('w'),
    id: number('i'),
    timeout: number('t'),
    srcNat,
    dstNat,
    anyNat,
  }
}

function withMask(network: Network | null, text: string | null | undefined): Network | null {
  const mask = text ? parseAddress(text) : null
  return network && mask !== null ? { ...network, mask: BigInt(mask) } : network
}

function within(address: Inet | Inet6, network: Network | null): boolean {
  if (!network) return true
  if (typeof address !== typeof network.address) return false
  return ((BigInt(address) ^ BigInt(network.address)) & network.mask) === 0n
}

/** Of ICMP the library compares an identifier with a type and code, as though they were ports: they hardly ever agree. */
function portMoved(entry: CtEntry, end: 'src' | 'dst'): boolean {
  const { orig, reply } = entry
  if (orig.icmp && reply.icmp) {
    const asPort = ({ type, code }: { type: number; code: number }): number => (type << 8) | code
    return end === 'src' ? asPort(reply.icmp) !== orig.icmp.id : reply.icmp.id !== asPort(orig.icmp)
  }
  return end === 'src' ? reply.dport !== orig.sport : reply.sport !== orig.dport
}

/** Whether the flow is mapped at one end, and to what was asked for. */
function mapped(entry: CtEntry, end: 'src' | 'dst', { address, port }: NatEnd): boolean {
  const { orig, reply, status } = entry
  if (!(status & (end === 'src' ? IPS_SRC_NAT_DONE : IPS_DST_NAT_DONE))) return false
  const to = end === 'src' ? reply.dst : reply.src
  const moved = to !== (end === 'src' ? orig.src : orig.dst)
  if (address === null && port === null) return moved || portMoved(entry, end)
  if (address !== null && !(moved && to === address)) return false
  return port === null || (portMoved(entry, end) && (end === 'src' ? reply.dport : reply.sport) === port)
}

function natWanted(entry: CtEntry, { srcNat, dstNat, anyNat }: Wanted): boolean {
  if (anyNat) return mapped(entry, 'src', anyNat) || mapped(entry, 'dst', anyNat)
  return (!srcNat || mapped(entry, 'src', srcNat)) && (!dstNat || mapped(entry, 'dst', dstNat))
}

function portsWanted({ orig, reply }: CtEntry, ports: ReadonlyMap<string, number>): boolean {
  const has: Readonly<Record<string, number | undefined>> = {
    sport: orig.sport,
    dport: orig.dport,
    'reply-port-src': reply.sport,
    'reply-port-dst': reply.dport,
    type: orig.icmp?.type,
    code: orig.icmp?.code,
    id: orig.icmp?.id,
  }
  for (const [name, port] of ports) if (has[name] !== port) return false
  return true
}

/** The ends, the protocol and its ports; what else a command may ask for is `detailsWanted`. */
export function endsWanted(entry: CtEntry, wanted: Wanted): boolean {
  const { orig, reply } = entry
  if (wanted.family !== 0 && orig.family !== wanted.family) return false
  if (wanted.protocol !== null && orig.protocol !== wanted.protocol) return false
  if (!within(orig.src, wanted.src) || !within(orig.dst, wanted.dst)) return false
  if (!within(reply.src, wanted.replySrc) || !within(reply.dst, wanted.replyDst)) return false
  return portsWanted(entry, wanted.ports) && natWanted(entry, wanted)
}

export function detailsWanted(entry: CtEntry, { state, mark, status, zone, id }: Wanted): boolean {
  if (state !== null && entry.tcpState !== state) return false
  if (mark && ((entry.mark ^ mark.value) & mark.mask) !== 0) return false
  if (status && ((entry.status ^ status.value) & status.mask) !== 0) return false
  if (zone !== null && entry.zone !== zone) return false
  return id === null || entry.id === id
}
