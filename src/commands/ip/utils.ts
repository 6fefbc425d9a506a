// Numbers, addresses and prefixes as iproute2 reads them, which is neither inet_aton(3) nor inet_pton(3).
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Inet } from '../../wire/inet.ts'
import { inetMask, maskLength } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import type { Mac } from '../../wire/mac.ts'
import type { Refusal } from './args.ts'

const NUMBER = /[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/y

interface Scanned {
  readonly value: number
  readonly end: number
}

/** strtol(3) in base 0 from `start`; null when there are no digits. */
function strtol(text: string, start: number): Scanned | null {
  NUMBER.lastIndex = start
  const found = NUMBER.exec(text)
  if (!found) return null
  const digits = found[2] ?? ''
  const octal = /^0[0-7]/.test(digits)
  const magnitude = Number(octal ? `0o${digits.slice(1)}` : digits)
  return { value: found[1] === '-' ? -magnitude : magnitude, end: NUMBER.lastIndex }
}

/** A whole word as a number 0…max, in base 8, 10 or 16 by its look; null for anything else. */
export function parseUnsigned(text: string, max: number = 0xffffffff): number | null {
  const found = strtol(text, 0)
  if (!found || found.end !== text.length || found.value > max || found.value < 0) return null
  return found.value + 0
}

/** A whole word as a signed 32-bit number; null for anything else. */
export function parseInteger(text: string): number | null {
  const found = strtol(text, 0)
  if (!found || found.end !== text.length) return null
  return found.value < -0x80000000 || found.value > 0x7fffffff ? null : found.value + 0
}

/** atoi(3). */
export function atoi(text: string): number {
  const found = /^\s*([+-]?\d+)/.exec(text)
  return found ? Number(found[1]) | 0 : 0
}

/** An address, or a prefix when `bitlen` is not negative. */
export interface InetPrefix {
  /** AF_UNSPEC for `default`, `all` and `any` when nothing tells the family. */
  readonly family: number
  readonly address: Inet | Inet6
  /** Octets of the address that were given; 0 for `all` and `any`. */
  readonly bytelen: number
  readonly bitlen: number
  /** Whether the length was written (`default` counts as written). */
  readonly lengthGiven: boolean
}

const NO_LENGTH = -1
const WILDCARD_LENGTH = -2

/** Bits of an address. */
export function bitsOf(family: number): number {
  return family === AF_INET6 ? 128 : family === AF_INET ? 32 : 0
}

/** `10.8` is 10.8.0.0, `010.0.0.1` is 8.0.0.1, `0xa.1` is 10.1.0.0: each part in its own base, the rest zero. */
function parseInetParts(text: string): Inet | null {
  let address = 0
  let at = 0
  for (let i = 0; i < 4; i++) {
    const part = strtol(text, at)
    if (!part || part.value > 255 || part.value < 0) return null
    address += part.value * 2 ** (24 - 8 * i)
    if (part.end === text.length) return address
    if (i === 3 || text[part.end] !== '.') return null
    at = part.end + 1
  }
  return null
}

/** An address word for a family (AF_UNSPEC: any); null when it is none. */
export function parseAddr(text: string, family: number): InetPrefix | null {
  if (text === 'default' || text === 'all' || text === 'any') {
    const written = text === 'default'
    return {
      family,
      address: family === AF_INET6 ? 0n : 0,
      bytelen: written ? bitsOf(family) / 8 : 0,
      bitlen: WILDCARD_LENGTH,
      lengthGiven: written,
    }
  }
  if (text.includes(':')) {
    if (family !== AF_UNSPEC && family !== AF_INET6) return null
    const address = parseInet6(text)
    if (address === null) return null
    return { family: AF_INET6, address, bytelen: 16, bitlen: NO_LENGTH, lengthGiven: false }
  }
  if (family !== AF_UNSPEC && family !== AF_INET) return null
  const address = parseInetParts(text)
  if (address === null) return null
  return { family: AF_INET, address, bytelen: 4, bitlen: NO_LENGTH, lengthGiven: false }
}

/** What stands after the slash: a number or a dotted mask. */
function parseNetmask(text: string): number | null {
  const plain = parseUnsigned(text)
  if (plain !== null) return plain
  const dotted = parseAddr(text, AF_INET)
  return dotted && typeof dotted.address === 'number' ? maskLength(dotted.address) : null
}

/** A prefix word for a family; a bare address has its whole length. Null when it is none. */
export function parsePrefix(text: string, family: number): InetPrefix | null {
  const slash = text.indexOf('/')
  const base = parseAddr(slash < 0 ? text : text.slice(0, slash), family)
  if (!base) return null
  const whole = bitsOf(base.family)
  if (slash < 0) return { ...base, bitlen: base.bitlen === WILDCARD_LENGTH ? 0 : whole }
  if (base.bitlen === WILDCARD_LENGTH) return null
  const length = parseNetmask(text.slice(slash + 1))
  if (length === null || length > whole) return null
  return { ...base, bitlen: length, lengthGiven: true }
}

const FAMILY_NAMES = new Map<number, string>([
  [AF_INET, 'inet'],
  [AF_INET6, 'inet6'],
  [AF_PACKET, 'link'],
])

export function familyName(family: number): string {
  return FAMILY_NAMES.get(family) ?? '???'
}

/** `inet`, `inet6` or `link` after `via` or `-f`; AF_UNSPEC for any other word. */
export function readFamily(word: string): number {
  for (const [family, name] of FAMILY_NAMES) if (name === word) return family
  return AF_UNSPEC
}

function verboseFamily(family: number): string {
  return family === AF_UNSPEC ? 'any valid' : familyName(family)
}

/** An address, or the end of the program with status 1. */
export function getAddr(refusal: Refusal, text: string, family: number): InetPrefix {
  const address = parseAddr(text, family)
  if (address) return address
  refusal.err(`Error: ${verboseFamily(family)} address is expected rather than "${text}".\n`)
  refusal.exit(1)
}

/** A prefix, or the end of the program with status 1. */
export function getPrefix(refusal: Refusal, text: string, family: number): InetPrefix {
  if (family === AF_PACKET) {
    refusal.err(`Error: "${text}" may be inet prefix, but it is not allowed in this context.\n`)
    refusal.exit(1)
  }
  const prefix = parsePrefix(text, family)
  if (prefix) return prefix
  refusal.err(`Error: ${verboseFamily(family)} prefix is expected rather than "${text}".\n`)
  refusal.exit(1)
}

/** Whether the first `bits` of two addresses of one family agree. */
export function addressesMatch(a: Inet | Inet6, b: Inet | Inet6, bits: number): boolean {
  if (bits <= 0) return true
  if (typeof a === 'number' && typeof b === 'number') return ((a ^ b) & inetMask(bits)) === 0
  return (BigInt(a) ^ BigInt(b)) >> BigInt(128 - bits) === 0n
}

/** Whether an address lies in a filter's prefix; a filter without family or length lets all through. */
export function inFilter(filter: InetPrefix | null, address: Inet | Inet6 | undefined): boolean {
  if (!filter || address === undefined || filter.family === AF_UNSPEC || filter.bitlen <= 0) return true
  if ((typeof address === 'number') !== (filter.family === AF_INET)) return false
  return addressesMatch(address, filter.address, filter.bitlen)
}

/** A link-layer address of any length. */
interface LlAddr {
  readonly octets: number
  /** The first six octets. */
  readonly mac: Mac
}

/** Octets in hexadecimal between colons, as many as there are. Null, with words on descriptor 2, for anything else. */
export function parseLlAddr(refusal: Refusal, text: string): LlAddr | null {
  if (text.includes('.')) {
    const dotted = parseAddr(text, AF_INET)
    if (dotted && typeof dotted.address === 'number') return { octets: 4, mac: dotted.address * 0x10000 }
    refusal.err(`"${text}" is invalid lladdr.\n`)
    return null
  }
  const parts = text.split(':').slice(0, 32)
  let mac = 0
  for (const [i, part] of parts.entries()) {
    // Whatever follows the digits is not looked at, as sscanf(3) leaves it.
    const hex = /^\s*[+-]?(?:0[xX])?([0-9a-fA-F]+)/.exec(part)
    const octet = hex ? parseInt(hex[1] ?? '', 16) : 256
    if (octet > 255) {
      refusal.err(`"${part}" is invalid lladdr.\n`)
      return null
    }
    if (i < 6) mac = mac * 256 + octet
  }
  for (let i = parts.length; i < 6; i++) mac *= 256
  return { octets: parts.length, mac }
}

/** Neither empty, nor with a slash or white space: what any name of a device has to be. */
export function isAltName(name: string): boolean {
  return name !== '' && !/[/\s]/.test(name)
}

/** As isAltName, and at most 15 octets. */
export function isIfName(name: string): boolean {
  return name.length < 16 && isAltName(name)
}

/** fnmatch(3) without flags. */
export function fnmatch(pattern: string, text: string): boolean {
  let source = ''
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? ''
    const close = pattern.indexOf(']', i + 2)
    if (c === '*') source += '[^]*'
    else if (c === '?') source += '[^]'
    else if (c === '[' && close > 0) {
      const set = pattern.slice(i + 1, close)
      source += `[${set.replace(/^!/, '^').replaceAll('\\', '\\\\')}]`
      i = close
    } else if (c === '\\' && i + 1 < pattern.length) source += escapeRegExp(pattern[++i] ?? '')
    else source += escapeRegExp(c)
  }
  return new RegExp(`^${source}$`).test(text)
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
