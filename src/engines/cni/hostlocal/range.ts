// Ranges of addresses, and sets of them. (Ref: containernetworking/plugins plugins/ipam/host-local/backend/allocator/
// range.go, range_set.go)
import { formatAddress } from '../../../wire/inet6.ts'
import {
  contains,
  formatNet,
  isV4,
  lastIp,
  networkOf,
  nextIp,
  widthOf,
  type Ip,
  type IpNet,
} from '../address.ts'

/** As the configuration has it. */
export interface RangeSpec {
  readonly subnet: IpNet
  readonly rangeStart: Ip | null
  readonly rangeEnd: Ip | null
  readonly gateway: Ip | null
}

export interface IpRange {
  readonly subnet: IpNet
  readonly start: Ip
  readonly end: Ip
  readonly gateway: Ip
}

export type RangeSet = readonly IpRange[]

/** The range with what was left out filled in; a message when it cannot be. */
export function canonicalRange({ subnet, rangeStart, rangeEnd, gateway }: RangeSpec): IpRange | string {
  const width = widthOf(subnet.ip)
  const network = networkOf(subnet)
  if (subnet.bits > width - 2) return `Network ${formatNet(subnet)} too small to allocate from`
  if (network !== subnet.ip) {
    const is = formatAddress(network)
    return `Network has host bits set. For a subnet mask of length ${subnet.bits} the network address is ${is}`
  }
  const last = lastIp(subnet)
  const end = rangeEnd ?? (isV4(last) ? last - 1 : last)
  const range = { subnet, start: rangeStart ?? nextIp(network), end, gateway: gateway ?? nextIp(network) }
  for (const [name, ip] of [
    ['RangeStart', rangeStart],
    ['RangeEnd', rangeEnd],
  ] as const) {
    if (ip !== null && !inRange(range, ip))
      return `${name} ${formatAddress(ip)} not in network ${formatNet(subnet)}`
  }
  return range
}

export function inRange({ subnet, start, end }: IpRange, ip: Ip): boolean {
  return contains(subnet, ip) && ip >= start && ip <= end
}

export function setContains(set: RangeSet, ip: Ip): boolean {
  return set.some((range) => inRange(range, ip))
}

export function formatSet(set: RangeSet): string {
  return set.map(formatRange).join(',')
}

function formatRange({ start, end }: IpRange): string {
  return `${formatAddress(start)}-${formatAddress(end)}`
}

function overlap(a: IpRange, b: IpRange): boolean {
  if (isV4(a.start) !== isV4(b.start)) return false
  return inRange(a, b.start) || inRange(a, b.end) || inRange(b, a.start) || inRange(b, a.end)
}

export function setsOverlap(a: RangeSet, b: RangeSet): boolean {
  return a.some((one) => b.some((other) => overlap(one, other)))
}

/** A set of one family without overlaps; a message when it is not one. */
export function canonicalSet(specs: readonly RangeSpec[]): RangeSet | string {
  if (specs.length === 0) return 'empty range set'
  const set: IpRange[] = []
  for (const spec of specs) {
    const range = canonicalRange(spec)
    if (typeof range === 'string') return range
    const [first] = set
    if (first && isV4(first.start) !== isV4(range.start)) return 'mixed address families'
    set.push(range)
  }
  for (const [i, range] of set.entries()) {
    const other = set.slice(i + 1).find((later) => overlap(range, later))
    if (other) return `subnets ${formatRange(range)} and ${formatRange(other)} overlap`
  }
  return set
}
