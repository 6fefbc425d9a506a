// DHCP options as lines. Ref: print-bootp.c:rfc1048_print()
import { formatInet } from '../../wire/inet.ts'
import { u16, u32, u8 } from '../../wire/octets.ts'

/** Addresses, pairs of them, text, bytes by dots, numbers by length, yes or no. */
type Form = 'i' | 'p' | 'a' | 'b' | '?' | 'y'

/** Names of the options from 1 on, with how their values are written. */
const TAGS: readonly (readonly [number, string, Form])[] = [
  [1, 'Subnet-Mask', 'i'],
  [2, 'Time-Zone', '?'],
  [3, 'Default-Gateway', 'i'],
  [4, 'Time-Server', 'i'],
  [5, 'IEN-Name-Server', 'i'],
  [6, 'Domain-Name-Server', 'i'],
  [7, 'LOG', 'i'],
  [8, 'CS', 'i'],
  [9, 'LPR-Server', 'i'],
  [12, 'Hostname', 'a'],
  [13, 'BS', '?'],
  [15, 'Domain-Name', 'a'],
  [16, 'SS', 'i'],
  [17, 'RP', 'a'],
  [18, 'EP', 'a'],
  [19, 'IPF', 'y'],
  [20, 'SRT', 'y'],
  [23, 'TTL', '?'],
  [26, 'MTU', '?'],
  [27, 'LSN', 'y'],
  [28, 'BR', 'i'],
  [31, 'Router-Discovery', 'y'],
  [33, 'Static-Route', 'p'],
  [40, 'YD', 'a'],
  [41, 'YS', 'i'],
  [42, 'NTP', 'i'],
  [43, 'Vendor-Option', 'b'],
  [44, 'Netbios-Name-Server', 'i'],
  [45, 'WDD', 'i'],
  [46, 'Netbios-Node', '?'],
  [47, 'Netbios-Scope', 'a'],
  [50, 'Requested-IP', 'i'],
  [51, 'Lease-Time', '?'],
  [52, 'OO', '?'],
  [53, 'DHCP-Message', '?'],
  [54, 'Server-ID', 'i'],
  [55, 'Parameter-Request', 'b'],
  [56, 'MSG', 'a'],
  [57, 'MSZ', '?'],
  [58, 'RN', '?'],
  [59, 'RB', '?'],
  [60, 'Vendor-Class', 'a'],
  [61, 'Client-ID', '?'],
  [66, 'TFTP', 'a'],
  [67, 'BF', 'a'],
  [77, 'User-Class', 'b'],
  [81, 'FQDN', 'a'],
  [82, 'Agent-Information', 'b'],
  [93, 'ARCH', '?'],
  [116, 'NOAUTO', 'y'],
  [121, 'Classless-Static-Route', 'b'],
  [150, 'TFTP-Server-Address', 'i'],
  [249, 'Classless-Static-Route-Microsoft', 'b'],
]
const TAG: ReadonlyMap<number, readonly [number, string, Form]> = new Map(TAGS.map((tag) => [tag[0], tag]))
const MESSAGES = ['', 'Discover', 'Offer', 'Request', 'Decline', 'ACK', 'NACK', 'Release', 'Inform']
const NODES: Readonly<Record<number, string>> = { 1: 'b-node', 2: 'p-node', 4: 'm-node', 8: 'h-node' }
const OVERLOAD: Readonly<Record<number, string>> = { 1: 'file', 2: 'sname', 3: 'file+sname' }

const PAD = 0
const END = 255
const NAMES_IN_LINE = 4

/** `bytes`: what follows the magic cookie. `all`: with its end and the padding. */
export function formatDhcpOptions(bytes: Uint8Array, all: boolean): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length;) {
    const code = u8(bytes, at)
    if (code === END && !all) break
    if (code === PAD || code === END) {
      let count = 1
      while (code === PAD && bytes[at + count] === PAD) count++
      const occurs = count > 1 ? `, occurs ${count}` : ''
      if (all) lines.push(`${code === PAD ? 'PAD' : 'END'} (${code}), length 0${occurs}`)
      at += count
      continue
    }
    const length = bytes[at + 1] ?? 0
    const data = bytes.slice(at + 2, at + 2 + length)
    if (data.length < length || at + 1 >= bytes.length) {
      lines.push(`${nameOf(code)} (${code}), length ${length} [|bootp]`)
      break
    }
    lines.push(`${nameOf(code)} (${code}), length ${length}${length === 0 ? '' : ': '}${valueOf(code, data)}`)
    at += 2 + length
  }
  return lines.map((line) => `\n\t    ${line}`).join('')
}

function nameOf(code: number): string {
  return TAG.get(code)?.[1] ?? 'Unknown'
}

function valueOf(code: number, data: Uint8Array): string {
  const [first = 0] = data
  if (code === 53 && data.length === 1) return MESSAGES[first] ?? `Unknown (${first})`
  if (code === 55) return requested(data)
  if (code === 61 && data.length > 0) return clientId(data)
  if (code === 46 && data.length === 1) return NODES[first] ?? String(first)
  if (code === 52 && data.length === 1) return OVERLOAD[first] ?? String(first)
  if (code === 81) return `"${printable(data.subarray(3))}"`
  if (code === 121 || code === 249) return classless(data)
  return byForm(TAG.get(code)?.[2] ?? '?', data)
}

function byForm(form: Form, data: Uint8Array): string {
  const addresses = Array.from({ length: data.length >> 2 }, (_, i) => formatInet(u32(data, i * 4)))
  if (form === 'a') return `"${printable(data)}"`
  if (form === 'i' && data.length % 4 === 0) return addresses.join(',')
  if (form === 'p' && data.length % 8 === 0)
    return addresses.flatMap((one, i) => (i % 2 === 0 ? [`(${one}:${addresses[i + 1]})`] : [])).join(',')
  if (form === 'y' && data.length === 1) return { 0: 'N', 1: 'Y' }[u8(data, 0)] ?? `${u8(data, 0)}?`
  if (form !== 'b' && data.length === 4) return String(u32(data, 0))
  if (form !== 'b' && data.length === 2) return String(u16(data, 0))
  return [...data].join('.')
}

function printable(data: Uint8Array): string {
  return [...data]
    .map((c) => (c >= 32 && c < 127 ? String.fromCharCode(c) : `^${String.fromCharCode((c ^ 64) & 127)}`))
    .join('')
}

/** Four names to a line. */
function requested(data: Uint8Array): string {
  const names = [...data].map((code) => `${nameOf(code)} (${code})`)
  const lines: string[] = []
  for (let i = 0; i < names.length; i += NAMES_IN_LINE)
    lines.push(`\n\t      ${names.slice(i, i + NAMES_IN_LINE).join(', ')}`)
  return lines.join('')
}

function clientId(data: Uint8Array): string {
  const [type = 0] = data
  const rest = data.subarray(1)
  if (type === 0) return `"${printable(rest)}"`
  const hex = [...rest].map((octet) => octet.toString(16).padStart(2, '0')).join(':')
  return type === 1 ? `ether ${hex}` : `hardware-type ${type}, ${hex}`
}

/** `(10.1.2.0/24:10.0.0.1),(default:10.0.0.2)` (RFC 3442) */
function classless(data: Uint8Array): string {
  const routes: string[] = []
  for (let at = 0; at < data.length;) {
    const length = u8(data, at)
    const octets = Math.ceil(length / 8)
    const net = Array.from({ length: 4 }, (_, i) => (i < octets ? (data[at + 1 + i] ?? 0) : 0)).join('.')
    const via = data.slice(at + 1 + octets, at + 5 + octets)
    if (via.length < 4) return `${routes.join(',')}${data.length}`
    routes.push(`(${length === 0 ? 'default' : `${net}/${length}`}:${[...via].join('.')})`)
    at += 5 + octets
  }
  return routes.join(',')
}
