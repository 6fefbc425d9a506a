// Conditions of rules and what packets have instead, in the words of a rule: for the trace.
import type { Range, XtInterface, XtNetwork } from '../../uapi/xt_match.ts'
import { maskLength } from '../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../wire/inet6.ts'

/** An option with the `!` of a rule before it. */
export function not(option: string, invert: boolean): string {
  return invert ? `! ${option}` : option
}

export function formatInterface({ name, wildcard }: XtInterface): string {
  return wildcard ? `${name}+` : name
}

/** `80`, `80:90`. */
export function formatRange({ min, max }: Range): string {
  return min === max ? String(min) : `${min}:${max}`
}

export function formatHex(value: number, digits = 0): string {
  return `0x${value.toString(16).padStart(digits, '0')}`
}

/** `0x1`, and with a mask that is not whole `0x1/0xff`. */
export function formatMasked(value: number, mask: number, whole = 0xffffffff): string {
  return mask === whole ? formatHex(value) : `${formatHex(value)}/${formatHex(mask)}`
}

/** `10.0.0.0/24`; a single host without its length. */
export function formatNetwork({ address, mask }: XtNetwork): string {
  const whole = typeof mask === 'number' ? 32 : 128
  const length = typeof mask === 'number' ? maskLength(mask) : maskLength6(mask)
  const text = formatAddress(address)
  if (length === whole) return text
  return `${text}/${length ?? formatAddress(mask)}`
}

function maskLength6(mask: Inet6): number | null {
  const ones = mask.toString(2).padStart(128, '0')
  const length = ones.indexOf('0')
  if (length < 0) return 128
  return ones.indexOf('1', length) < 0 ? length : null
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'icmp',
  2: 'igmp',
  4: 'ipencap',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  41: 'ipv6',
  47: 'gre',
  50: 'esp',
  51: 'ah',
  58: 'ipv6-icmp',
  132: 'sctp',
  136: 'udplite',
}

export function protocolName(number: number): string {
  return PROTOCOLS[number] ?? String(number)
}
