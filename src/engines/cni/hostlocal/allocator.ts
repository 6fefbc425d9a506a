// Which address is next: round and round a set of ranges, from the one given out last.
// (Ref: containernetworking/plugins plugins/ipam/host-local/backend/allocator/allocator.go)
import { formatAddress } from '../../../wire/inet6.ts'
import { nextIp, type Ip } from '../address.ts'
import type { CniIp } from '../result.ts'
import { formatSet, inRange, setContains, type IpRange, type RangeSet } from './range.ts'
import type { AddressStore } from './store.ts'

/** One address of the set, `requested` when it is given; a message when there is none. */
export function allocate(
  store: AddressStore,
  set: RangeSet,
  rangeId: string,
  containerId: string,
  requested: Ip | null,
): CniIp | string {
  if (requested !== null) return reserveRequested(store, set, rangeId, requested)
  const held = store.own().find((ip) => setContains(set, ip))
  if (held !== undefined) {
    return `${formatAddress(held)} has been allocated to ${containerId}, duplicate allocation is not allowed`
  }
  for (const { ip, range } of candidates(set, store.lastReserved(rangeId))) {
    if (store.reserve(ip, rangeId)) return configOf(ip, range)
  }
  return `no IP addresses available in range set: ${formatSet(set)}`
}

function reserveRequested(store: AddressStore, set: RangeSet, rangeId: string, ip: Ip): CniIp | string {
  const text = formatAddress(ip)
  const range = set.find((one) => inRange(one, ip))
  if (!range) return `${text} not in range set ${formatSet(set)}`
  if (ip === range.gateway) return `requested ip ${text} is subnet's gateway`
  if (!store.reserve(ip, rangeId))
    return `requested IP address ${text} is not available in range set ${formatSet(set)}`
  return configOf(ip, range)
}

function configOf(ip: Ip, { subnet, gateway }: IpRange): CniIp {
  return { address: { ip, bits: subnet.bits }, gateway }
}

interface Candidate {
  readonly ip: Ip
  readonly range: IpRange
}

/** Every address once, gateways left out, beginning after `last`. */
function* candidates(set: RangeSet, last: Ip | null): Generator<Candidate> {
  const from = last === null ? -1 : set.findIndex((range) => inRange(range, last))
  let at = Math.max(from, 0)
  let range = set[at]
  if (!range) return
  let ip = from < 0 || last === null ? range.start : after(range, last)
  if (ip === null) {
    at = (at + 1) % set.length
    range = set[at] ?? range
    ip = range.start
  }
  const first = ip
  do {
    if (ip !== range.gateway) yield { ip, range }
    const next: Ip | null = after(range, ip)
    if (next === null) {
      at = (at + 1) % set.length
      range = set[at] ?? range
    }
    ip = next ?? range.start
  } while (ip !== first)
}

function after({ end }: IpRange, ip: Ip): Ip | null {
  return ip === end ? null : nextIp(ip)
}
