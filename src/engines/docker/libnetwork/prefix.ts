// Addresses and prefixes of both families as Docker writes and compares them (netip.Addr, netip.Prefix).
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { formatInet6, parseInet6 } from '../../../wire/inet6.ts'

export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
}

/** An address with the length of its network; the bits behind may be set (an interface's own address). */
export interface Prefix extends Address {
  readonly length: number
}

export function bitsOf(family: 4 | 6): number {
  return family === 4 ? 32 : 128
}

export function parseAddress(text: string): Address | null {
  const v4 = parseInet(text)
  if (v4 !== null) return { family: 4, value: BigInt(v4) }
  const v6 = parseInet6(text)
  return v6 === null ? null : { family: 6, value: v6 }
}

/** `10.1.0.0/24`; null without a length. */
export function parsePrefix(text: string): Prefix | null {
  const [, before = '', after = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? []
  const address = parseAddress(before)
  const length = Number(after)
  if (!address || length > bitsOf(address.family)) return null
  return { ...address, length }
}

export function formatAddr({ family, value }: Address): string {
  return family === 4 ? formatInet(Number(value)) : formatInet6(value)
}

export function formatPrefix(prefix: Prefix): string {
  return `${formatAddr(prefix)}/${prefix.length}`
}

/** How many addresses there are under a prefix. */
export function sizeOf({ family, length }: Prefix): bigint {
  return 1n << BigInt(bitsOf(family) - length)
}

/** With the bits behind its length cleared. */
export function masked(prefix: Prefix): Prefix {
  const size = sizeOf(prefix)
  return { ...prefix, value: (prefix.value / size) * size }
}

export function contains(prefix: Prefix, address: Address): boolean {
  const { value } = masked(prefix)
  return prefix.family === address.family && address.value >= value && address.value < value + sizeOf(prefix)
}

export function overlaps(a: Prefix, b: Prefix): boolean {
  return contains(a, masked(b)) || contains(b, masked(a))
}

/** The last address: broadcast, of IPv4. */
export function lastOf(prefix: Prefix): bigint {
  return masked(prefix).value + sizeOf(prefix) - 1n
}

/** As rtnetlink and sockets have it: a number of IPv4, a bigint of IPv6. */
export function toUapi({ family, value }: Address): number | bigint {
  return family === 4 ? Number(value) : value
}

export function fromUapi(address: number | bigint): Address {
  return typeof address === 'bigint' ? { family: 6, value: address } : { family: 4, value: BigInt(address) }
}

export function isLoopbackAddress({ family, value }: Address): boolean {
  return family === 4 ? value >> 24n === 127n : value === 1n
}

/** `host:port`, an IPv6 address in brackets. */
export function joinHostPort(address: Address, port: number | string): string {
  return address.family === 4 ? `${formatAddr(address)}:${port}` : `[${formatAddr(address)}]:${port}`
}
