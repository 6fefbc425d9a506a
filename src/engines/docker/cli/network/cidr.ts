// Subnets as the client compares them before it asks.
import { parseInet } from '../../../../wire/inet.ts'
import { parseInet6 } from '../../../../wire/inet6.ts'

interface Cidr {
  readonly bits: 32 | 128
  readonly value: bigint
  readonly length: number
}

function parse(text: string): Cidr | null {
  const [address = '', length] = text.split('/')
  const bits = address.includes(':') ? 128 : 32
  const value = bits === 128 ? parseInet6(address) : parseInet(address)
  if (value === null || (length !== undefined && !/^\d+$/.test(length))) return null
  const prefix = length === undefined ? bits : Number(length)
  return prefix > bits ? null : { bits, value: BigInt(value), length: prefix }
}

export function cidrError(text: string): string | null {
  return text.includes('/') && parse(text) ? null : `invalid CIDR address: ${text}`
}

/** Whether an address or a subnet's first address lies in a subnet. */
export function cidrContains(subnet: string, inner: string): boolean {
  const outer = parse(subnet)
  const other = parse(inner)
  if (!outer || !other || outer.bits !== other.bits) return false
  const shift = BigInt(outer.bits - outer.length)
  return outer.value >> shift === other.value >> shift
}
