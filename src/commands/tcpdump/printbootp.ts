// BOOTP and DHCP messages as lines. Ref: print-bootp.c
import { formatInet } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import { readMac, u16, u32, u8 } from '../../wire/octets.ts'
import { formatDhcpOptions } from './printdhcp.ts'
import type { Style } from './style.ts'

const FIXED = 236
const MAGIC = 0x63825363
const OPERATIONS: Readonly<Record<number, string>> = { 1: 'Request', 2: 'Reply' }

export function formatBootp(style: Style, data: Uint8Array): string {
  const operation = OPERATIONS[u8(data, 0)] ?? `unknown (0x${u8(data, 0).toString(16).padStart(2, '0')})`
  const from =
    data.length >= 34 && u8(data, 2) === 6 && u8(data, 0) === 1 ? ` from ${formatMac(readMac(data, 28))}` : ''
  const line = `BOOTP/DHCP, ${operation}${from}, length ${data.length}`
  if (style.verbose === 0) return line
  if (data.length < FIXED) return `${line} [|bootp]`
  return line + details(style, data)
}

function details(style: Style, data: Uint8Array): string {
  const words: string[] = []
  if (u8(data, 3) !== 0) words.push(`hops ${u8(data, 3)}`)
  words.push(`xid 0x${u32(data, 4).toString(16)}`)
  if (u16(data, 8) !== 0) words.push(`secs ${u16(data, 8)}`)
  const flags = u16(data, 10)
  const hex = style.verbose > 1 ? ` (0x${flags.toString(16).padStart(4, '0')})` : ''
  words.push(`Flags [${flags & 0x8000 ? 'Broadcast' : 'none'}]${hex}`)
  const addresses = [
    ['Client-IP', 12],
    ['Your-IP', 16],
    ['Server-IP', 20],
    ['Gateway-IP', 24],
  ] as const
  const lines = addresses
    .filter(([, at]) => u32(data, at) !== 0)
    .map(([name, at]) => `\n\t  ${name} ${formatInet(u32(data, at))}`)
  lines.push(`\n\t  Client-Ethernet-Address ${formatMac(readMac(data, 28))}`)
  return `, ${words.join(', ')}${lines.join('')}${vendor(style, data)}`
}

/** What follows the fixed part (RFC 1048, and so DHCP). */
function vendor(style: Style, data: Uint8Array): string {
  if (data.length < FIXED + 4 || u32(data, FIXED) !== MAGIC) return ''
  const options = formatDhcpOptions(data.subarray(FIXED + 4), style.verbose > 2)
  return `\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x${MAGIC.toString(16)}${options}`
}
