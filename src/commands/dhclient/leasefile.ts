// Leases as dhclient keeps them: appended, the last one counts. Ref: client/dhclient.c:write_client_lease()
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { addressOption, numberOption, octetOption, textOption, type DhcpOption } from '../../wire/dhcp.ts'
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import { u16, u32, u8 } from '../../wire/octets.ts'
import { daysTo, strftime } from '../lib/calendar.ts'
import { leaseOf, requestOf, type DhcpLease } from '../lib/dhcp/lease.ts'

type Form = 'addresses' | 'text' | 'name' | 1 | 2 | 4

const OPTIONS: Readonly<Record<number, readonly [string, Form]>> = {
  1: ['subnet-mask', 'addresses'],
  3: ['routers', 'addresses'],
  6: ['domain-name-servers', 'addresses'],
  12: ['host-name', 'text'],
  15: ['domain-name', 'text'],
  26: ['interface-mtu', 2],
  28: ['broadcast-address', 'addresses'],
  42: ['ntp-servers', 'addresses'],
  44: ['netbios-name-servers', 'addresses'],
  51: ['dhcp-lease-time', 4],
  53: ['dhcp-message-type', 1],
  54: ['dhcp-server-identifier', 'addresses'],
  58: ['dhcp-renewal-time', 4],
  59: ['dhcp-rebinding-time', 4],
}

/** As its hash table has them. */
const ORDER: readonly number[] = [1, 3, 51, 53, 6, 54, 58, 28, 59, 12, 15]

export interface KeptLease {
  readonly lease: DhcpLease
  readonly ifname: string
  /** Seconds since 1970. */
  readonly renew: number
  readonly rebind: number
  readonly expire: number
}

export function formatLease({ lease, ifname, renew, rebind, expire }: KeptLease): string {
  const place = ({ code }: DhcpOption): number =>
    ORDER.includes(code) ? ORDER.indexOf(code) : code + ORDER.length
  const options = lease.message.options.toSorted((a, b) => place(a) - place(b)).map(formatOption)
  const time = (epoch: number): string => strftime('%w %Y/%m/%d %H:%M:%S', epoch)
  return [
    'lease {',
    `  interface "${ifname}";`,
    `  fixed-address ${formatInet(lease.address)};`,
    ...options.map((option) => `  option ${option};`),
    `  renew ${time(renew)};`,
    `  rebind ${time(rebind)};`,
    `  expire ${time(expire)};`,
    '}\n',
  ].join('\n')
}

function formatOption({ code, data }: DhcpOption): string {
  const [name, form] = OPTIONS[code] ?? [`unknown-${code}`, null]
  return `${name} ${formatValue(form, data)}`
}

function formatValue(form: Form | null, data: Uint8Array): string {
  if (form === 'text' || form === 'name') return `"${String.fromCharCode(...data)}"`
  if (form === 1) return String(u8(data, 0))
  if (form === 2) return String(u16(data, 0))
  if (form === 4) return String(u32(data, 0))
  if (form === 'addresses')
    return Array.from({ length: data.length >> 2 }, (_, i) => formatInet(u32(data, i * 4))).join(',')
  return [...data].map((octet) => octet.toString(16)).join(':')
}

export function appendLease(p: Process, path: string, kept: KeptLease): void {
  const file = p.fs.open(path, { write: true, append: true, create: true })
  if (isErrno(file)) return
  file.write(encodeUtf8(formatLease(kept)))
  file.close()
}

/** The last of a device. */
export function readLease(p: Process, path: string, ifname: string): KeptLease | null {
  const text = p.fs.readText(path)
  if (isErrno(text)) return null
  const blocks = [...text.matchAll(/lease \{\n([^}]*)\}/g)].map(([, block]) => block ?? '')
  const mine = blocks.findLast((block) => block.includes(`interface "${ifname}"`))
  return mine === undefined ? null : parseLease(mine, ifname)
}

function parseLease(block: string, ifname: string): KeptLease | null {
  const address = parseInet(/fixed-address ([\d.]+);/.exec(block)?.[1] ?? '')
  if (address === null) return null
  const options = [...block.matchAll(/option (\S+) (.*);/g)].flatMap(([, name = '', value = '']) =>
    parseOption(name, value),
  )
  const time = (word: string): number => {
    const numbers = new RegExp(`${word} \\d (\\d+)/(\\d+)/(\\d+) (\\d+):(\\d+):(\\d+)`).exec(block) ?? []
    const [year = 0, month = 1, day = 1, h = 0, m = 0, s = 0] = numbers.slice(1).map(Number)
    return daysTo(year, month - 1, day) * 86400 + h * 3600 + m * 60 + s
  }
  const message = { ...requestOf(0, 0, options), reply: true, yiaddr: address }
  return {
    lease: leaseOf(message),
    ifname,
    renew: time('renew'),
    rebind: time('rebind'),
    expire: time('expire'),
  }
}

function parseOption(name: string, value: string): DhcpOption[] {
  const code = Object.keys(OPTIONS)
    .map(Number)
    .find((one) => OPTIONS[one]?.[0] === name)
  const form = code === undefined ? undefined : OPTIONS[code]?.[1]
  if (code === undefined || form === undefined) return []
  if (form === 'text' || form === 'name') return [textOption(code, value.replace(/^"(.*)"$/, '$1'))]
  if (form === 4) return [numberOption(code, Number(value))]
  if (form === 2) return [octetOption(code, Number(value) >> 8, Number(value) & 255)]
  if (form === 1) return [octetOption(code, Number(value))]
  return [addressOption(code, ...value.split(',').flatMap((word): Inet[] => [parseInet(word) ?? 0]))]
}

/** What /etc/dhcp/dhclient.conf asks for. */
export const REQUESTED: readonly number[] = [1, 28, 2, 3, 15, 6, 119, 12, 44, 47, 26, 121, 42]
