// Addresses, masks and names of hosts as rules are written with them (Ref: libxtables/xtables.c).
import { formatInet, inetMask, maskLength, type Inet } from '../../wire/inet.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { inetAton } from '../lib/inetAton.ts'
import { parseUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

export interface Network {
  readonly address: Inet | Inet6
  readonly mask: Inet | Inet6
}

export const INET6_ONES: Inet6 = (1n << 128n) - 1n

export function hostMask(x: Xtables): Inet | Inet6 {
  return x.ipv6 ? INET6_ONES : 0xffffffff
}

export function formatAddress(address: Inet | Inet6): string {
  return typeof address === 'number' ? formatInet(address) : inetNtop6(address)
}

/** As inet_ntop(3): an IPv4 address within is written as one (RFC 5952 §5). */
function inetNtop6(address: Inet6): string {
  const high = address >> 32n
  const low = address & 0xffffffffn
  if (high === 0xffffn) return `::ffff:${formatInet(Number(low))}`
  return high === 0n && low > 0xffffn ? `::${formatInet(Number(low))}` : formatInet6(address)
}

export function inet6Mask(length: number): Inet6 {
  return length === 0 ? 0n : (INET6_ONES << BigInt(128 - length)) & INET6_ONES
}

/** Prefix length of a mask; null when its ones are not contiguous. */
export function prefixLength(mask: Inet | Inet6): number | null {
  if (typeof mask === 'number') return maskLength(mask)
  for (let length = 128; length >= 0; length--) if (inet6Mask(length) === mask) return length
  return null
}

/** Addresses of `-s`, `-d`: a comma list of networks, each name giving as many as it has. Ref: xtables_ipparse_multiple() */
export function parseNetworks(x: Xtables, text: string): readonly Network[] {
  return text.split(',').flatMap((part) => parseOne(x, part.replace(/^[ \t\n]+/, '')))
}

/** Where getaddrinfo(3) is asked: by most options of extensions. Ref: xtopt_parse_host() */
export function parseHost(x: Xtables, text: string): Inet | Inet6 {
  const [first] = hostAddresses(x, text)
  if (first !== undefined) return first
  const other = x.ipv6 ? numericAddress(text, true) : parseInet6(text)
  const error =
    other === null ? 'Temporary failure in name resolution' : 'Address family for hostname not supported'
  return x.problem(`getaddrinfo: ${error}\n`)
}

/** An address with a length or a mask; what cannot be one means the whole address. Ref: xtopt_parse_hostmask() */
export function parseNetwork(x: Xtables, text: string): Network {
  const slash = text.indexOf('/')
  const address = parseHost(x, slash < 0 ? text : text.slice(0, slash))
  const written = slash < 0 ? '' : text.slice(slash + 1)
  const length = /^\d+$/.test(written) ? Number(written) : prefixLength(readMask(x, written) ?? hostMask(x))
  const most = x.ipv6 ? 128 : 32
  if (length === null || length > most) return { address, mask: hostMask(x) }
  return { address, mask: x.ipv6 ? inet6Mask(length) : inetMask(length) }
}

function readMask(x: Xtables, text: string): Inet | Inet6 | null {
  return x.ipv6 ? parseInet6(text) : numericAddress(text, true)
}

function parseOne(x: Xtables, text: string): readonly Network[] {
  const slash = text.lastIndexOf('/')
  const mask = slash < 0 ? hostMask(x) : parseMask(x, text.slice(slash + 1))
  const host = slash < 0 ? text : text.slice(0, slash)
  // Behind a mask of nothing any name would do.
  const isAny = mask === 0 || mask === 0n
  const addresses = isAny ? [x.ipv6 ? 0n : 0] : hostAddresses(x, host)
  if (addresses.length === 0) return x.problem(`host/network \`${host}' not found`)
  return addresses.map((address) => ({ address: maskedBy(address, mask), mask }))
}

export function maskedBy(address: Inet | Inet6, mask: Inet | Inet6): Inet | Inet6 {
  if (typeof address === 'number' && typeof mask === 'number') return (address & mask) >>> 0
  return BigInt(address) & BigInt(mask)
}

function hostAddresses(x: Xtables, text: string): readonly (Inet | Inet6)[] {
  if (x.ipv6) {
    const address = parseInet6(text)
    return address === null ? x.names.hostAddresses6(text) : [address]
  }
  const address = numericAddress(text) ?? x.names.networkAddress(text) ?? inetAton(text)
  return address === null ? x.names.hostAddresses(text) : [address]
}

/** `10.1` is 10.1.0.0: what is left out is zero, and each part is written as C does. Ref: __numeric_to_ipaddr() */
export function numericAddress(text: string, isMask = false): Inet | null {
  const parts = text.split('.')
  if (parts.length > 4 || (isMask && parts.length < 4)) return null
  let address = 0
  for (let i = 0; i < 4; i++) {
    const part = parts[i] ?? '0'
    const octet = /^[0-9]/.test(part) ? parseUnsigned(part, 255) : null
    if (octet === null) return null
    address = address * 256 + octet
  }
  return address
}

export function parseMask(x: Xtables, text: string): Inet | Inet6 {
  const bad = (): never => x.problem(`invalid mask \`${text}' specified`)
  const length = /^\s*\+?(0[xX][0-9a-fA-F]+|\d+)$/.test(text) ? Number(text.trim()) : null
  if (x.ipv6) {
    const address = parseInet6(text)
    if (address !== null) return address
    return length === null || length > 128 ? bad() : inet6Mask(length)
  }
  const address = numericAddress(text, true)
  if (address !== null) return address
  return length === null || length > 32 ? bad() : inetMask(length)
}

/** An address of options that take no name, all of its parts written. */
export function strictAddress(x: Xtables, text: string): Inet | Inet6 | null {
  return x.ipv6 ? parseInet6(text) : numericAddress(text, true)
}

/** `/24`, `/255.0.255.0`, or nothing after the address of one host. Ref: xtables_ipmask_to_numeric() */
export function maskSuffix(mask: Inet | Inet6): string {
  const length = prefixLength(mask)
  const whole = typeof mask === 'number' ? 32 : 128
  if (length === whole) return ''
  return length === null ? `/${formatAddress(mask)}` : `/${length}`
}

/** What `-S` writes: the length even of one host. */
export function maskLong(mask: Inet | Inet6): string {
  const length = prefixLength(mask)
  return length === null ? formatAddress(mask) : String(length)
}

/** An address as `-L` names it where names are asked for. Ref: xtables_ipaddr_to_anyname() */
export function anyName(x: Xtables, address: Inet | Inet6): string {
  const host = x.names.hostName(address)
  if (host !== null) return host
  const network = typeof address === 'number' ? x.names.networkName(address) : null
  return network ?? formatAddress(address)
}
