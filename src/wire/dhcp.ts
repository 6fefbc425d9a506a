// DHCP and BOOTP messages (RFC 2131, RFC 2132).
import { INADDR_ANY, type Inet } from './inet.ts'
import type { Mac } from './mac.ts'
import { put16, put32, readInet, readMac, u16, u32, u8, writeInet, writeMac } from './octets.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

export const DHCP_SERVER_PORT = 67
export const DHCP_CLIENT_PORT = 68

const BOOTREQUEST = 1
const BOOTREPLY = 2
const ETHERNET = 1
const FIXED = 236
const MAGIC = 0x63825363
/** No message is shorter than BOOTP's (RFC 951 §3). */
const SHORTEST = 300
const FLAG_BROADCAST = 0x8000

/** RFC 2132 §9.6. */
export const DHCP_TYPES = {
  DISCOVER: 1,
  OFFER: 2,
  REQUEST: 3,
  DECLINE: 4,
  ACK: 5,
  NAK: 6,
  RELEASE: 7,
  INFORM: 8,
} as const

/** RFC 2132, by the names that are used for them here. */
export const DHCP_OPTIONS = {
  netmask: 1,
  router: 3,
  dnsServer: 6,
  hostname: 12,
  domainName: 15,
  mtu: 26,
  broadcast: 28,
  ntpServer: 42,
  requestedAddress: 50,
  leaseTime: 51,
  messageType: 53,
  serverId: 54,
  parameterRequest: 55,
  message: 56,
  maxSize: 57,
  renewal: 58,
  rebinding: 59,
  vendorClass: 60,
  clientId: 61,
} as const

const PAD = 0
const END = 255

export interface DhcpOption {
  readonly code: number
  readonly data: Uint8Array
}

export interface Dhcp {
  readonly reply: boolean
  readonly xid: number
  readonly secs: number
  readonly broadcast: boolean
  readonly ciaddr: Inet
  readonly yiaddr: Inet
  readonly siaddr: Inet
  readonly giaddr: Inet
  readonly chaddr: Mac
  /** In the order they are written. */
  readonly options: readonly DhcpOption[]
}

export function parseDhcp(bytes: Uint8Array): Dhcp | null {
  if (bytes.length < FIXED + 4 || u32(bytes, FIXED) !== MAGIC) return null
  const op = u8(bytes, 0)
  if ((op !== BOOTREQUEST && op !== BOOTREPLY) || u8(bytes, 1) !== ETHERNET) return null
  return {
    reply: op === BOOTREPLY,
    xid: u32(bytes, 4),
    secs: u16(bytes, 8),
    broadcast: (u16(bytes, 10) & FLAG_BROADCAST) !== 0,
    ciaddr: readInet(bytes, 12),
    yiaddr: readInet(bytes, 16),
    siaddr: readInet(bytes, 20),
    giaddr: readInet(bytes, 24),
    chaddr: readMac(bytes, 28),
    options: parseOptions(bytes.subarray(FIXED + 4)),
  }
}

/** Until the end, or where one does not fit. */
function parseOptions(bytes: Uint8Array): DhcpOption[] {
  const options: DhcpOption[] = []
  for (let at = 0; at < bytes.length;) {
    const code = u8(bytes, at)
    if (code === END) break
    if (code === PAD) {
      at++
      continue
    }
    const length = bytes[at + 1]
    if (length === undefined || at + 2 + length > bytes.length) break
    options.push({ code, data: bytes.slice(at + 2, at + 2 + length) })
    at += 2 + length
  }
  return options
}

export function emitDhcp(dhcp: Dhcp): Uint8Array {
  const size = dhcp.options.reduce((sum, { data }) => sum + 2 + data.length, FIXED + 4 + 1)
  const bytes = new Uint8Array(Math.max(size, SHORTEST))
  bytes[0] = dhcp.reply ? BOOTREPLY : BOOTREQUEST
  bytes[1] = ETHERNET
  bytes[2] = 6
  put32(bytes, 4, dhcp.xid)
  put16(bytes, 8, dhcp.secs)
  put16(bytes, 10, dhcp.broadcast ? FLAG_BROADCAST : 0)
  writeInet(bytes, 12, dhcp.ciaddr)
  writeInet(bytes, 16, dhcp.yiaddr)
  writeInet(bytes, 20, dhcp.siaddr)
  writeInet(bytes, 24, dhcp.giaddr)
  writeMac(bytes, 28, dhcp.chaddr)
  put32(bytes, FIXED, MAGIC)
  let at = FIXED + 4
  for (const { code, data } of dhcp.options) {
    bytes[at] = code
    bytes[at + 1] = data.length
    bytes.set(data, at + 2)
    at += 2 + data.length
  }
  bytes[at] = END
  return bytes
}

export function dhcpOption({ options }: Dhcp, code: number): Uint8Array | null {
  return options.find((option) => option.code === code)?.data ?? null
}

/** DHCP_TYPES; 0 for a message of BOOTP. */
export function dhcpType(dhcp: Dhcp): number {
  return dhcpOption(dhcp, DHCP_OPTIONS.messageType)?.[0] ?? 0
}

/** The first address of an option; 0 without it. */
export function dhcpAddress(dhcp: Dhcp, code: number): Inet {
  return dhcpAddresses(dhcp, code)[0] ?? INADDR_ANY
}

export function dhcpAddresses(dhcp: Dhcp, code: number): readonly Inet[] {
  const data = dhcpOption(dhcp, code) ?? new Uint8Array()
  return Array.from({ length: Math.floor(data.length / 4) }, (_, i) => readInet(data, i * 4))
}

export function dhcpNumber(dhcp: Dhcp, code: number): number | null {
  const data = dhcpOption(dhcp, code)
  return data?.length === 4 ? u32(data, 0) : null
}

export function dhcpText(dhcp: Dhcp, code: number): string | null {
  const data = dhcpOption(dhcp, code)
  return data && decodeUtf8(data).replace(/\0+$/, '')
}

export function octetOption(code: number, ...octets: readonly number[]): DhcpOption {
  return { code, data: Uint8Array.from(octets) }
}

export function numberOption(code: number, value: number): DhcpOption {
  const data = new Uint8Array(4)
  put32(data, 0, value)
  return { code, data }
}

export function addressOption(code: number, ...addresses: readonly Inet[]): DhcpOption {
  const data = new Uint8Array(addresses.length * 4)
  for (const [i, address] of addresses.entries()) writeInet(data, i * 4, address)
  return { code, data }
}

export function textOption(code: number, text: string): DhcpOption {
  return { code, data: encodeUtf8(text) }
}
