// Addresses and networks as the plugins read, count and write them (Go's net package).
import { formatInet, inetMask, parseInet, type Inet } from '../../wire/inet.ts'
import { formatAddress, inet6Mask, parseInet6, type Inet6 } from '../../wire/inet6.ts'

export type Ip = Inet | Inet6

/** An address with the length of its network's prefix; bits of the host are kept. */
export interface IpNet {
  readonly ip: Ip
  readonly bits: number
}

export function isV4(ip: Ip): ip is Inet {
  return typeof ip === 'number'
}

export function widthOf(ip: Ip): number {
  return isV4(ip) ? 32 : 128
}

export function parseIp(text: string): Ip | null {
  return parseInet(text) ?? parseInet6(text)
}

export function parseCidr(text: string): IpNet | null {
  const slash = text.indexOf('/')
  if (slash < 0 || !/^\d{1,3}$/.test(text.slice(slash + 1))) return null
  const ip = parseIp(text.slice(0, slash))
  const bits = Number(text.slice(slash + 1))
  return ip === null || bits > widthOf(ip) ? null : { ip, bits }
}

export function formatNet({ ip, bits }: IpNet): string {
  return `${formatAddress(ip)}/${bits}`
}

export function networkOf({ ip, bits }: IpNet): Ip {
  return isV4(ip) ? (ip & inetMask(bits)) >>> 0 : ip & inet6Mask(bits)
}

export function contains(net: IpNet, ip: Ip): boolean {
  return isV4(net.ip) === isV4(ip) && networkOf({ ip, bits: net.bits }) === networkOf(net)
}

export function nextIp(ip: Ip): Ip {
  return isV4(ip) ? (ip + 1) >>> 0 : ip + 1n
}

/** The last address of a network. */
export function lastIp(net: IpNet): Ip {
  const { ip, bits } = net
  return isV4(ip) ? (ip | ~inetMask(bits)) >>> 0 : ip | ((1n << BigInt(128 - bits)) - 1n)
}

/** `{0.0.0.0 00000000}`, as Go prints the value of a network that is not a pointer to one. */
export function goNetValue(net: IpNet): string {
  const mask = isV4(net.ip)
    ? inetMask(net.bits).toString(16).padStart(8, '0')
    : inet6Mask(net.bits).toString(16).padStart(32, '0')
  return `{${formatAddress(net.ip)} ${mask}}`
}

/** The broadcast address that netlink libraries add to an address of IPv4 whose network has room for one. */
export function broadcastOf({ ip, bits }: IpNet): Inet | null {
  return isV4(ip) && bits < 31 ? (ip | ~inetMask(bits)) >>> 0 : null
}

/** Go's %q. */
export function goQuote(text: string): string {
  return JSON.stringify(text)
}

/** A global unicast address: neither of the link, a group, loopback nor none. */
export function isGlobalUnicast(ip: Ip): boolean {
  if (isV4(ip))
    return ip !== 0 && ip !== 0xffffffff && ip >>> 24 !== 127 && ip >>> 28 !== 14 && ip >>> 16 !== 0xa9fe
  return ip > 1n && ip >> 120n !== 0xffn && ip >> 118n !== 0x3fan
}

export function formatIpOrNil(ip: Ip | undefined): string {
  return ip === undefined ? '<nil>' : isV4(ip) ? formatInet(ip) : formatAddress(ip)
}
