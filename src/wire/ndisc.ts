// Neighbour discovery (RFC 4861): the messages of ICMPv6 by which hosts and routers of a link find each other.
import { formatInet6, type Inet6 } from './inet6.ts'
import type { Ipv6 } from './ipv6.ts'
import type { Mac } from './mac.ts'
import { put16, put32, readInet6, readMac, u16, u32, u8, writeInet6, writeMac } from './octets.ts'

export const NDISC_ROUTER_SOLICITATION = 133
export const NDISC_ROUTER_ADVERTISEMENT = 134
export const NDISC_NEIGHBOUR_SOLICITATION = 135
export const NDISC_NEIGHBOUR_ADVERTISEMENT = 136
export const NDISC_REDIRECT = 137

// Options (RFC 4861 §4.6, RFC 3971 §5.3.2)
const ND_OPT_SOURCE_LL_ADDR = 1
const ND_OPT_TARGET_LL_ADDR = 2
const ND_OPT_PREFIX_INFO = 3
const ND_OPT_REDIRECT_HDR = 4
const ND_OPT_MTU = 5
const ND_OPT_NONCE = 14

/** A prefix of the link that a router tells of (RFC 4861 §4.6.2); lifetimes in seconds. */
export interface PrefixInfo {
  readonly prefix: Inet6
  readonly length: number
  readonly onlink: boolean
  readonly autonomous: boolean
  readonly validLft: number
  readonly preferredLft: number
}

/** Absent ones are undefined. */
export interface NdOptions {
  readonly sourceLl?: Mac
  readonly targetLl?: Mac
  /** 48 bits that tell one's own probe from another's (RFC 7527). */
  readonly nonce?: number
  readonly mtu?: number
  readonly prefixes?: readonly PrefixInfo[]
  /** As much as was quoted of the packet that a redirect is about. */
  readonly redirected?: { readonly original: Ipv6; readonly quoted: number }
}

interface NdMessage {
  readonly kind: 'icmp6'
  readonly code: 0
  readonly options: NdOptions
}

export interface RouterSolicitation extends NdMessage {
  readonly type: typeof NDISC_ROUTER_SOLICITATION
}

export interface RouterAdvertisement extends NdMessage {
  readonly type: typeof NDISC_ROUTER_ADVERTISEMENT
  /** Current hop limit; 0 does not say. */
  readonly hopLimit: number
  readonly managed: boolean
  readonly other: boolean
  /** Router preference (RFC 4191 §2.2): 0 medium, 1 high, 3 low. */
  readonly preference: number
  /** Seconds that it serves as a default router. */
  readonly lifetime: number
  /** Milliseconds; 0 does not say. */
  readonly reachable: number
  readonly retrans: number
}

export interface NeighbourSolicitation extends NdMessage {
  readonly type: typeof NDISC_NEIGHBOUR_SOLICITATION
  readonly target: Inet6
}

export interface NeighbourAdvertisement extends NdMessage {
  readonly type: typeof NDISC_NEIGHBOUR_ADVERTISEMENT
  readonly target: Inet6
  readonly router: boolean
  readonly solicited: boolean
  readonly override: boolean
}

export interface NdRedirect extends NdMessage {
  readonly type: typeof NDISC_REDIRECT
  /** The better next hop for `destination`. */
  readonly target: Inet6
  readonly destination: Inet6
}

export type Ndisc =
  | RouterSolicitation
  | RouterAdvertisement
  | NeighbourSolicitation
  | NeighbourAdvertisement
  | NdRedirect

const FIXED: Readonly<Record<Ndisc['type'], number>> = {
  [NDISC_ROUTER_SOLICITATION]: 8,
  [NDISC_ROUTER_ADVERTISEMENT]: 16,
  [NDISC_NEIGHBOUR_SOLICITATION]: 24,
  [NDISC_NEIGHBOUR_ADVERTISEMENT]: 24,
  [NDISC_REDIRECT]: 40,
}

export function isNdiscType(type: number): type is Ndisc['type'] {
  return type >= NDISC_ROUTER_SOLICITATION && type <= NDISC_REDIRECT
}

function redirectedLength(quoted: number): number {
  return (8 + quoted + 7) & ~7
}

export function ndiscLength({ type, options }: Ndisc): number {
  let length = FIXED[type]
  if (options.sourceLl !== undefined) length += 8
  if (options.targetLl !== undefined) length += 8
  if (options.nonce !== undefined) length += 8
  if (options.mtu !== undefined) length += 8
  length += 32 * (options.prefixes?.length ?? 0)
  if (options.redirected) length += redirectedLength(options.redirected.quoted)
  return length
}

/** Null when it is too short, or an option has no length (RFC 4861 §4.6). */
export function parseNdisc(
  bytes: Uint8Array,
  type: Ndisc['type'],
  parseOriginal: (b: Uint8Array) => Ipv6 | null,
): Ndisc | null {
  const fixed = FIXED[type]
  if (bytes.length < fixed) return null
  const options = parseOptions(bytes.subarray(fixed), parseOriginal)
  if (!options) return null
  const flags = u8(bytes, 4)
  switch (type) {
    case NDISC_ROUTER_SOLICITATION:
      return { kind: 'icmp6', type, code: 0, options }
    case NDISC_ROUTER_ADVERTISEMENT:
      return {
        kind: 'icmp6',
        type,
        code: 0,
        hopLimit: flags,
        managed: (u8(bytes, 5) & 0x80) !== 0,
        other: (u8(bytes, 5) & 0x40) !== 0,
        preference: (u8(bytes, 5) >> 3) & 3,
        lifetime: u16(bytes, 6),
        reachable: u32(bytes, 8),
        retrans: u32(bytes, 12),
        options,
      }
    case NDISC_NEIGHBOUR_SOLICITATION:
      return { kind: 'icmp6', type, code: 0, target: readInet6(bytes, 8), options }
    case NDISC_NEIGHBOUR_ADVERTISEMENT:
      return {
        kind: 'icmp6',
        type,
        code: 0,
        target: readInet6(bytes, 8),
        router: (flags & 0x80) !== 0,
        solicited: (flags & 0x40) !== 0,
        override: (flags & 0x20) !== 0,
        options,
      }
    case NDISC_REDIRECT:
      return {
        kind: 'icmp6',
        type,
        code: 0,
        target: readInet6(bytes, 8),
        destination: readInet6(bytes, 24),
        options,
      }
  }
}

function parseOptions(bytes: Uint8Array, parseOriginal: (b: Uint8Array) => Ipv6 | null): NdOptions | null {
  const options: { -readonly [K in keyof NdOptions]: NdOptions[K] } = {}
  const prefixes: PrefixInfo[] = []
  for (let at = 0; at < bytes.length;) {
    const length = u8(bytes, at + 1) * 8
    if (length === 0 || at + length > bytes.length) return null
    const option = bytes.subarray(at, at + length)
    switch (u8(option, 0)) {
      case ND_OPT_SOURCE_LL_ADDR:
        options.sourceLl = readMac(option, 2)
        break
      case ND_OPT_TARGET_LL_ADDR:
        options.targetLl = readMac(option, 2)
        break
      case ND_OPT_NONCE:
        options.nonce = readMac(option, 2)
        break
      case ND_OPT_MTU:
        options.mtu = u32(option, 4)
        break
      case ND_OPT_PREFIX_INFO:
        if (length === 32) prefixes.push(parsePrefix(option))
        break
      case ND_OPT_REDIRECT_HDR: {
        const original = parseOriginal(option.subarray(8))
        if (original) options.redirected = { original, quoted: length - 8 }
        break
      }
    }
    at += length
  }
  if (prefixes.length > 0) options.prefixes = prefixes
  return options
}

function parsePrefix(option: Uint8Array): PrefixInfo {
  return {
    prefix: readInet6(option, 16),
    length: u8(option, 2),
    onlink: (u8(option, 3) & 0x80) !== 0,
    autonomous: (u8(option, 3) & 0x40) !== 0,
    validLft: u32(option, 4),
    preferredLft: u32(option, 8),
  }
}

/** Its checksum is left to the caller, who knows the pseudo header. */
export function emitNdisc(nd: Ndisc, emitOriginal: (p: Ipv6) => Uint8Array): Uint8Array {
  const bytes = new Uint8Array(ndiscLength(nd))
  bytes[0] = nd.type
  switch (nd.type) {
    case NDISC_ROUTER_SOLICITATION:
      break
    case NDISC_ROUTER_ADVERTISEMENT:
      bytes[4] = nd.hopLimit
      bytes[5] = (nd.managed ? 0x80 : 0) | (nd.other ? 0x40 : 0) | (nd.preference << 3)
      put16(bytes, 6, nd.lifetime)
      put32(bytes, 8, nd.reachable)
      put32(bytes, 12, nd.retrans)
      break
    case NDISC_NEIGHBOUR_SOLICITATION:
      writeInet6(bytes, 8, nd.target)
      break
    case NDISC_NEIGHBOUR_ADVERTISEMENT:
      bytes[4] = (nd.router ? 0x80 : 0) | (nd.solicited ? 0x40 : 0) | (nd.override ? 0x20 : 0)
      writeInet6(bytes, 8, nd.target)
      break
    case NDISC_REDIRECT:
      writeInet6(bytes, 8, nd.target)
      writeInet6(bytes, 24, nd.destination)
  }
  emitOptions(bytes, FIXED[nd.type], nd.options, emitOriginal)
  return bytes
}

function emitOptions(
  bytes: Uint8Array,
  start: number,
  options: NdOptions,
  emitOriginal: (p: Ipv6) => Uint8Array,
): void {
  let at = start
  const open = (type: number, length: number): number => {
    const here = at
    bytes[at] = type
    bytes[at + 1] = length / 8
    at += length
    return here
  }
  if (options.sourceLl !== undefined) writeMac(bytes, open(ND_OPT_SOURCE_LL_ADDR, 8) + 2, options.sourceLl)
  if (options.targetLl !== undefined) writeMac(bytes, open(ND_OPT_TARGET_LL_ADDR, 8) + 2, options.targetLl)
  if (options.nonce !== undefined) writeMac(bytes, open(ND_OPT_NONCE, 8) + 2, options.nonce)
  if (options.mtu !== undefined) put32(bytes, open(ND_OPT_MTU, 8) + 4, options.mtu)
  for (const info of options.prefixes ?? []) {
    const here = open(ND_OPT_PREFIX_INFO, 32)
    bytes[here + 2] = info.length
    bytes[here + 3] = (info.onlink ? 0x80 : 0) | (info.autonomous ? 0x40 : 0)
    put32(bytes, here + 4, info.validLft)
    put32(bytes, here + 8, info.preferredLft)
    writeInet6(bytes, here + 16, info.prefix)
  }
  if (options.redirected) {
    const { original, quoted } = options.redirected
    const here = open(ND_OPT_REDIRECT_HDR, redirectedLength(quoted))
    bytes.set(emitOriginal(original).subarray(0, quoted), here + 8)
  }
}

/** As tcpdump words it after `ICMP6, `. */
export function formatNdisc(nd: Ndisc): string {
  switch (nd.type) {
    case NDISC_ROUTER_SOLICITATION:
      return 'router solicitation'
    case NDISC_ROUTER_ADVERTISEMENT:
      return 'router advertisement'
    case NDISC_NEIGHBOUR_SOLICITATION:
      return `neighbor solicitation, who has ${formatInet6(nd.target)}`
    case NDISC_NEIGHBOUR_ADVERTISEMENT:
      return `neighbor advertisement, tgt is ${formatInet6(nd.target)}`
    case NDISC_REDIRECT:
      return `redirect, ${formatInet6(nd.destination)} to ${formatInet6(nd.target)}`
  }
}
