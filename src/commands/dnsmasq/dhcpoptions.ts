// DHCP options as dnsmasq names, reads and logs them. Ref: dnsmasq src/dhcp-common.c:opttab
import { parseInet, formatInet, type Inet } from '../../wire/inet.ts'
import { addressOption, numberOption, octetOption, textOption, type DhcpOption } from '../../wire/dhcp.ts'
import { u16, u32, u8 } from '../../wire/octets.ts'

type Form = 'addresses' | 'text' | 'time' | 'octets' | 1 | 2 | 4

/** Of those that cannot be given, only messages have any. */
const TABLE: Readonly<Record<number, readonly [string, Form]>> = {
  1: ['netmask', 'addresses'],
  2: ['time-offset', 4],
  3: ['router', 'addresses'],
  6: ['dns-server', 'addresses'],
  7: ['log-server', 'addresses'],
  9: ['lpr-server', 'addresses'],
  12: ['hostname', 'text'],
  13: ['boot-file-size', 2],
  15: ['domain-name', 'text'],
  16: ['swap-server', 'addresses'],
  17: ['root-path', 'text'],
  18: ['extension-path', 'text'],
  19: ['ip-forward-enable', 1],
  23: ['default-ttl', 1],
  26: ['mtu', 2],
  28: ['broadcast', 'addresses'],
  33: ['static-route', 'addresses'],
  40: ['nis-domain', 'text'],
  41: ['nis-server', 'addresses'],
  42: ['ntp-server', 'addresses'],
  44: ['netbios-ns', 'addresses'],
  45: ['netbios-dd', 'addresses'],
  46: ['netbios-nodetype', 1],
  47: ['netbios-scope', 'text'],
  50: ['requested-address', 'addresses'],
  51: ['lease-time', 'time'],
  53: ['message-type', 1],
  54: ['server-identifier', 'addresses'],
  56: ['message', 'text'],
  57: ['max-message-size', 2],
  58: ['T1', 'time'],
  59: ['T2', 'time'],
  60: ['vendor-class', 'text'],
  61: ['client-id', 'octets'],
  66: ['tftp-server', 'text'],
  67: ['bootfile-name', 'text'],
  119: ['domain-search', 'octets'],
  121: ['classless-static-route', 'octets'],
}
/** Options that a message is made of: `option:NAME` does not know them. */
const INTERNAL: ReadonlySet<number> = new Set([12, 50, 51, 53, 54, 56, 57, 61])

const MINUTE = 60
const HOUR = 3600
const DAY = 86400

export function optionName(code: number): string {
  return TABLE[code]?.[0] ?? ''
}

/** `3,10.0.0.1`, `option:router,10.0.0.1`; null where it cannot be read, words where vethlab cannot send it. */
export function readOption(text: string): DhcpOption | { readonly unsupported: string } | null {
  const [first = '', ...words] = text.split(',')
  if (/^(tag|encap|vi-encap|vendor|option6):/.test(first)) return { unsupported: `--dhcp-option=${first}` }
  const named = Object.keys(TABLE)
    .map(Number)
    .find((code) => !INTERNAL.has(code) && `option:${optionName(code)}` === first)
  const code = named ?? (/^(option:)?\d+$/.test(first) ? Number(first.replace('option:', '')) : null)
  if (code === null || code < 1 || code > 254) return null
  const form = TABLE[code]?.[1] ?? guess(words)
  if (form === 'octets') return { unsupported: `--dhcp-option=${first}` }
  if (words.length === 0) return { code, data: new Uint8Array() }
  return readValue(code, form, words)
}

/** What an option nobody knows looks like. */
function guess(words: readonly string[]): Form {
  if (words.every((word) => parseInet(word) !== null)) return 'addresses'
  const number = /^\d+$/.test(words.join(',')) ? Number(words[0]) : null
  if (number === null) return 'text'
  return number < 256 ? 1 : number < 65536 ? 2 : 4
}

function readValue(code: number, form: Form, words: readonly string[]): DhcpOption | null {
  if (form === 'text') return textOption(code, words.join(','))
  if (form === 'addresses') {
    const addresses = words.map((word) => parseInet(word))
    return addresses.includes(null)
      ? null
      : addressOption(code, ...addresses.flatMap((a): Inet[] => (a === null ? [] : [a])))
  }
  if (form === 'time') {
    const seconds = readTime(words[0] ?? '')
    return seconds === null ? null : numberOption(code, seconds)
  }
  if (!/^\d+$/.test(words[0] ?? '')) return null
  const value = Number(words[0])
  if (form === 4) return numberOption(code, value)
  return form === 2 ? octetOption(code, value >> 8, value & 255) : octetOption(code, value)
}

/** `45`, `30m`, `12h`, `infinite`: seconds. */
export function readTime(word: string): number | null {
  if (word === 'infinite') return 0xffffffff
  const [, digits, unit] = /^(\d+)([smhdwSMHDW]?)$/.exec(word) ?? []
  if (digits === undefined) return null
  const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY }
  return Number(digits) * (units[(unit ?? '').toLowerCase()] ?? 1)
}

/** `12h`, `10h30m`, `2m`. Ref: src/util.c:prettyprint_time() */
export function formatTime(seconds: number): string {
  if (seconds === 0xffffffff) return 'infinite'
  const parts = [
    [Math.floor(seconds / DAY), 'd'],
    [Math.floor(seconds / HOUR) % 24, 'h'],
    [Math.floor(seconds / MINUTE) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const
  return parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('')
}

/** `sent size:  4 option:  1 netmask  255.255.255.0` */
export function formatSent({ code, data }: DhcpOption): string {
  const pad = (n: number): string => String(n).padStart(3)
  return `sent size:${pad(data.length)} option:${pad(code)} ${optionName(code)}  ${formatValue(code, data)}`
}

function formatValue(code: number, data: Uint8Array): string {
  switch (TABLE[code]?.[1]) {
    case 'addresses':
      return Array.from({ length: data.length >> 2 }, (_, i) => formatInet(u32(data, i * 4))).join(', ')
    case 'text':
      return String.fromCharCode(...data)
    case 'time':
      return formatTime(u32(data, 0))
    case 1:
      return String(u8(data, 0))
    case 2:
      return String(u16(data, 0))
    case 4:
      return String(u32(data, 0))
    case 'octets':
    case undefined:
      return [...data].map((octet) => octet.toString(16).padStart(2, '0')).join(':')
  }
}

/** `requested options: 1:netmask, 3:router, …`, as many to a line as fit into 40 letters. Ref: log_options() */
export function formatRequested(codes: readonly number[]): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const [i, code] of codes.entries()) {
    const last = i === codes.length - 1
    line += `${code}${optionName(code) === '' ? '' : `:${optionName(code)}`}${last ? '' : ', '}`
    if (!last && line.length <= MOST_IN_LINE) continue
    lines.push(`requested options: ${line}`)
    line = ''
  }
  return lines
}

const MOST_IN_LINE = 40
