import { formatInet, type Inet } from './inet.ts'
import type { Mac } from './mac.ts'

/** An IPv6 address: an unsigned 128-bit bigint. */
export type Inet6 = bigint

export const IN6ADDR_ANY: Inet6 = 0n
export const IN6ADDR_LOOPBACK: Inet6 = 1n

// Groups (RFC 4291 §2.7.1, RFC 3810 §5.2.14)
const LINKLOCAL_GROUP = 0xff02n << 112n
export const IN6ADDR_LINKLOCAL_ALLNODES: Inet6 = LINKLOCAL_GROUP | 1n
export const IN6ADDR_LINKLOCAL_ALLROUTERS: Inet6 = LINKLOCAL_GROUP | 2n
export const IN6ADDR_MLDV2_ROUTERS: Inet6 = LINKLOCAL_GROUP | 0x16n

/** Text of RFC 4291 §2.2, IPv4 tail included; null for anything else. */
export function parseInet6(text: string): Inet6 | null {
  let rest = text
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (tail) {
    const octets = tail.slice(2).map(Number)
    if (octets.some((o) => o > 255)) return null
    const [a = 0, b = 0, c = 0, d = 0] = octets
    rest = `${tail[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  }
  const halves = rest.split('::')
  if (halves.length > 2) return null
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], end = []] = groups
  const missing = 8 - head.length - end.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  let address = 0n
  for (const group of [...head, ...Array<string>(missing).fill('0'), ...end]) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null
    address = (address << 16n) | BigInt(parseInt(group, 16))
  }
  return address
}

/** Canonical text (RFC 5952): lower case, the longest run of two or more zero groups as `::`. */
export function formatInet6(address: Inet6): string {
  // Turned into digits once: arithmetic on numbers of this size is slow.
  const digits = address.toString(16).padStart(32, '0')
  const groups: number[] = []
  for (let at = 0; at < 32; at += 4) groups.push(Number.parseInt(digits.slice(at, at + 4), 16))
  let best = -1
  let bestLength = 1
  for (let i = 0; i < 8; i++) {
    let n = 0
    while (i + n < 8 && groups[i + n] === 0) n++
    if (n > bestLength) [best, bestLength] = [i, n]
  }
  const hex = (part: number[]): string => part.map((g) => g.toString(16)).join(':')
  if (best < 0) return hex(groups)
  return `${hex(groups.slice(0, best))}::${hex(groups.slice(best + bestLength))}`
}

/** ::ffff:a.b.c.d, an IPv4 address as a socket of IPv6 knows it (RFC 4291 §2.5.5.2). */
export function isMapped(address: Inet6): boolean {
  return address >> 32n === 0xffffn
}

export function mapped(address: Inet): Inet6 {
  return (0xffffn << 32n) | BigInt(address)
}

export function unmapped(address: Inet6): Inet {
  return Number(address & 0xffffffffn)
}

/** Text of an address of either family. */
export function formatAddress(address: Inet | Inet6): string {
  return typeof address === 'bigint' ? formatInet6(address) : formatInet(address)
}

/** fe80::/64 plus the modified EUI-64 of a MAC (RFC 4291 appendix A). */
export function linkLocalOf(mac: Mac): Inet6 {
  const m = BigInt(mac) ^ 0x020000000000n
  return (0xfe80n << 112n) | ((m >> 24n) << 40n) | (0xfffen << 24n) | (m & 0xffffffn)
}

const ALL_ONES = (1n << 128n) - 1n
/** Made once: a mask is asked for at every look at a table. */
const MASKS = Array.from({ length: 129 }, (_, length) => ALL_ONES ^ ((1n << BigInt(128 - length)) - 1n))

/** Network mask of a prefix length 0…128. */
export function inet6Mask(length: number): Inet6 {
  return MASKS[length] ?? ALL_ONES
}

/** ff00::/8 (RFC 4291 §2.7). */
export function isMulticast6(address: Inet6): boolean {
  return address >> 120n === 0xffn
}

/** fe80::/10 (RFC 4291 §2.5.6). */
export function isLinkLocal6(address: Inet6): boolean {
  return address >> 118n === 0x3fan
}

/** ff02::1:ff00:0/104 and the last 24 bits (RFC 4291 §2.7.1). */
export function solicitedNode(address: Inet6): Inet6 {
  return LINKLOCAL_GROUP | 0x1ff000000n | (address & 0xffffffn)
}

/** 33:33 and the last 32 bits (RFC 2464 §7). */
export function multicastMac6(group: Inet6): Mac {
  return 0x333300000000 + Number(group & 0xffffffffn)
}
