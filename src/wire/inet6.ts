import type { Mac } from './mac.ts'

/** An IPv6 address: an unsigned 128-bit bigint. */
export type Inet6 = bigint

export const IN6ADDR_LOOPBACK: Inet6 = 1n

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
  const groups: number[] = []
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((address >> shift) & 0xffffn))
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

/** fe80::/64 plus the modified EUI-64 of a MAC (RFC 4291 appendix A). */
export function linkLocalOf(mac: Mac): Inet6 {
  const m = BigInt(mac) ^ 0x020000000000n
  return (0xfe80n << 112n) | ((m >> 24n) << 40n) | (0xfffen << 24n) | (m & 0xffffffn)
}
