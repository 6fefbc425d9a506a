// What DHCP is asked for: ranges, hosts, options. Ref: dnsmasq src/option.c
import { DHCP_OPTIONS, type DhcpOption } from '../../wire/dhcp.ts'
import { inetMask, maskLength, parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { parseMac, type Mac } from '../../wire/mac.ts'
import type { Args } from '../lib/options.ts'
import { readOption, readTime } from './dhcpoptions.ts'
import type { DnsmasqOption } from './options.ts'

/** Ref: struct dhcp_context */
export interface DhcpRange {
  readonly start: Inet
  readonly end: Inet
  /** Null: that of the device. */
  readonly netmask: Inet | null
  readonly broadcast: Inet | null
  /** Nobody gets an address but hosts that are named. */
  readonly static: boolean
  readonly lease: number
}

/** Ref: struct dhcp_config */
export interface DhcpHost {
  readonly macs: readonly Mac[]
  readonly address: Inet | null
  readonly name: string | null
  readonly lease: number | null
  readonly ignore: boolean
}

export interface DhcpConfig {
  /** The last given first. */
  readonly ranges: readonly DhcpRange[]
  readonly hosts: readonly DhcpHost[]
  readonly options: readonly DhcpOption[]
  readonly leaseFile: string
  readonly ping: boolean
  readonly authoritative: boolean
  readonly sequential: boolean
  readonly logAll: boolean
  readonly excluded: readonly string[]
}

const LEASE_FILE = '/var/lib/misc/dnsmasq.leases'
const HOUR = 3600
const SHORTEST_LEASE = 120

/** Null without a range: then there is no DHCP. */
export function readDhcpConfig(args: Args<DnsmasqOption>): DhcpConfig | null | string {
  const ranges: DhcpRange[] = []
  for (const text of args.all('dhcpRange')) {
    const range = readRange(text)
    if (typeof range === 'string') return range
    ranges.unshift(range)
  }
  const hosts: DhcpHost[] = []
  for (const text of args.all('dhcpHost')) {
    const host = readHost(text)
    if (typeof host === 'string') return host
    hosts.push(host)
  }
  const options: DhcpOption[] = []
  for (const text of args.all('dhcpOption')) {
    const option = readOption(text)
    if (option === null) return 'bad dhcp-option'
    if ('unsupported' in option) return `${option.unsupported} is not supported in vethlab`
    options.unshift(option)
  }
  if (ranges.length === 0) return null
  return {
    ranges,
    hosts,
    options,
    leaseFile: args.last('dhcpLeaseFile') ?? LEASE_FILE,
    ping: !args.has('noPing'),
    authoritative: args.has('dhcpAuthoritative'),
    sequential: args.has('dhcpSequential'),
    logAll: args.has('logDhcp'),
    excluded: args.all('noDhcpInterface').flatMap((text) => text.split(',')),
  }
}

function readRange(text: string): DhcpRange | string {
  const bad = 'bad dhcp-range'
  const words = text.split(',')
  const tagged = words.find((word) => /^(tag|set|net|constructor|interface):/.test(word))
  if (tagged !== undefined) return `--dhcp-range=${tagged} is not supported in vethlab`
  const [first = '', second = '', ...rest] = words
  if (parseInet6(first) !== null || first === '::')
    return 'DHCPv6 (--dhcp-range with IPv6 addresses) is not supported in vethlab'
  const start = parseInet(first)
  if (start === null || words.length < 2) return bad
  if (second === 'proxy') return '--dhcp-range with proxy is not supported in vethlab'
  const end = second === 'static' ? start : parseInet(second)
  if (end === null) return bad
  const netmask = parseInet(rest[0] ?? '')
  if (netmask !== null) rest.shift()
  const broadcast = netmask === null ? null : parseInet(rest[0] ?? '')
  if (broadcast !== null) rest.shift()
  const [time, ...more] = rest
  const lease = time === undefined ? HOUR : readTime(time)
  if (lease === null || more.length > 0 || (netmask !== null && maskLength(netmask) === null)) return bad
  const [low, high] = start > end ? [end, start] : [start, end]
  return {
    start: low,
    end: high,
    netmask,
    broadcast,
    static: second === 'static',
    lease: Math.max(lease, SHORTEST_LEASE),
  }
}

function readHost(text: string): DhcpHost | string {
  const macs: Mac[] = []
  let address: Inet | null = null
  let name: string | null = null
  let lease: number | null = null
  let ignore = false
  for (const word of text.split(',').map((one) => one.trim())) {
    const mac = word.includes(':') && !/^(id|set|tag|net):/.test(word) ? parseMac(word) : null
    const inet = parseInet(word)
    if (/^(id|set|tag|net):|\*|^\[/.test(word)) return `--dhcp-host=${word} is not supported in vethlab`
    if (mac !== null) macs.push(mac)
    else if (word.includes(':')) return 'bad hex constant'
    else if (inet !== null) address = inet
    else if (word === 'ignore') ignore = true
    else if (readTime(word) !== null) lease = readTime(word)
    else if (/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(word)) name = word
    else return 'bad DHCP host name'
  }
  return { macs, address, name, lease, ignore }
}

export function netmaskOf(range: DhcpRange, prefixlen: number): Inet {
  return range.netmask ?? inetMask(prefixlen)
}

/** The option as it was given, if it was. */
export function givenOption(config: DhcpConfig, code: number): DhcpOption | null {
  return config.options.find((option) => option.code === code) ?? null
}

/** Options that a message has without being asked for. */
export const ALWAYS_SENT: ReadonlySet<number> = new Set([DHCP_OPTIONS.netmask, DHCP_OPTIONS.broadcast])
