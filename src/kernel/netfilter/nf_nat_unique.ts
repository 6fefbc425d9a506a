// Which address and port a flow is mapped to: its own where they are free. Ref: net/netfilter/nf_nat_core.c
import { IPS_CONFIRMED, IPS_DYING } from '../../uapi/conntrack.ts'
import type { Random } from '../../sim/random.ts'
import type { NatRange } from '../../uapi/xt_target.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_ICMP, IPPROTO_TCP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { Net } from '../core/net.ts'
import { jhash2 } from './jhash.ts'
import { ORIGINAL, type NfConn } from './nf_conn.ts'
import { hashSource, nfConntrackFind, nfConntrackTupleTaken, nfCtDelete } from './nf_conntrack_table.ts'
import { hasPorts, invertTuple, type Tuple } from './nf_conntrack_tuple.ts'
import { before } from './nf_conntrack_tcp_window.ts'
import { ctOf } from './netns_ct.ts'

/** Which end of a packet NAT changes. */
export type Manip = 'SRC' | 'DST'

/** How many ports are tried from one beginning, and how few make it ruthless (NF_NAT_MAX_ATTEMPTS, _HARDER_THRESH). */
const MAX_ATTEMPTS = 128
const HARDER_THRESH = 32

function usedTuple(net: Net, tuple: Tuple, ct: NfConn): boolean {
  const reply = invertTuple(tuple)
  return reply !== null && nfConntrackTupleTaken(net, reply, ct)
}

/** Near the end of its attempts a connection that is over makes room. Ref: nf_nat_used_tuple_harder() */
function usedTupleHarder(net: Net, tuple: Tuple, ct: NfConn, left: number): boolean {
  if (left > HARDER_THRESH || tuple.protocol !== IPPROTO_TCP || ct.tcp?.state !== 'SYN_SENT') {
    return usedTuple(net, tuple, ct)
  }
  const reply = invertTuple(tuple)
  const found = reply && nfConntrackFind(net, ct.zone, reply)
  if (!found) return false
  const { ct: other, dir } = found
  if (dir === ORIGINAL || other.status & IPS_DYING || !(other.status & IPS_CONFIRMED)) return true
  if (other.tcp?.state !== 'TIME_WAIT' && other.tcp?.state !== 'CLOSE') return true
  if (!before(other.tcp.seen[0].end, ct.tcp.seen[0].end)) return true
  return !nfCtDelete(net, other)
}

function inAddresses(tuple: Tuple, range: NatRange): boolean {
  const { addresses } = range
  return !addresses || (addresses.min <= tuple.src && tuple.src <= addresses.max)
}

/** Ref: l4proto_in_range() */
function inPorts(tuple: Tuple, manip: Manip, range: NatRange): boolean {
  if (!range.ports) return true
  const icmp = tuple.protocol === IPPROTO_ICMP || tuple.protocol === IPPROTO_ICMPV6
  if (!icmp && !hasPorts(tuple.protocol)) return true
  const port = icmp || manip === 'SRC' ? tuple.sport : tuple.dport
  return range.ports.min <= port && port <= range.ports.max
}

/** Ref: get_unique_tuple() */
export function uniqueTuple(net: Net, orig: Tuple, range: NatRange, ct: NfConn, manip: Manip): Tuple {
  const chance = range.random || range.randomFully
  if (manip === 'SRC' && !chance) {
    if (inAddresses(orig, range) && inPorts(orig, manip, range)) {
      if (!usedTuple(net, orig, ct)) return orig
    } else {
      const before = appropriateSource(net, orig, range, ct)
      if (before && !usedTuple(net, before, ct)) return before
    }
  }
  const tuple = bestAddress(orig, range, ct, manip)
  if (!chance) {
    if (range.ports && range.basePort === undefined) {
      const single = range.ports.min === range.ports.max
      if (inPorts(tuple, manip, range) && (single || !usedTuple(net, tuple, ct))) return tuple
    } else if (!range.ports && !usedTuple(net, tuple, ct)) return tuple
  }
  return uniquePort(net, tuple, range, ct, manip, chance)
}

/** What the same source was mapped to for another destination. Ref: find_appropriate_src() */
function appropriateSource(net: Net, orig: Tuple, range: NatRange, ct: NfConn): Tuple | null {
  for (const other of ctOf(net).bySource.get(hashSource(orig)) ?? []) {
    const { src, sport, protocol } = other.orig
    if (other.zone !== ct.zone || src !== orig.src || sport !== orig.sport || protocol !== orig.protocol)
      continue
    const mapped = invertTuple(other.reply)
    if (!mapped) continue
    const tuple = { ...orig, src: mapped.src, sport: mapped.sport }
    if (inAddresses(tuple, range) && inPorts(tuple, 'SRC', range)) return tuple
  }
  return null
}

/** The same client gets the same address of a range each time. Ref: find_best_ips_proto() */
function bestAddress(tuple: Tuple, range: NatRange, ct: NfConn, manip: Manip): Tuple {
  const { addresses } = range
  if (!addresses) return tuple
  const { min, max } = addresses
  const mapped = min === max ? min : pickAddress(tuple, min, max, range.persistent, ct.zone)
  return manip === 'SRC' ? { ...tuple, src: mapped } : { ...tuple, dst: mapped }
}

/** An address as the kernel holds it: words of a little-endian machine in network order. */
function words(address: Inet | Inet6): number[] {
  const swap = (w: number): number =>
    ((w << 24) | ((w & 0xff00) << 8) | ((w >>> 8) & 0xff00) | (w >>> 24)) >>> 0
  if (typeof address === 'number') return [swap(address), 0, 0, 0]
  return [96n, 64n, 32n, 0n].map((shift) => swap(Number(BigInt.asUintN(32, address >> shift))))
}

function hostWords(address: Inet | Inet6): number[] {
  if (typeof address === 'number') return [address]
  return [96n, 64n, 32n, 0n].map((shift) => Number(BigInt.asUintN(32, address >> shift)))
}

function pickAddress(
  tuple: Tuple,
  min: Inet | Inet6,
  max: Inet | Inet6,
  persistent: boolean,
  zone: number,
): Inet | Inet6 {
  const [low, high] = [hostWords(min), hostWords(max)]
  const dst = words(tuple.dst)
  const last = low.length - 1
  let j = jhash2(words(tuple.src), persistent ? 0 : ((dst[last] ?? 0) ^ zone) >>> 0)
  let full = false
  const picked = low.map((first, i) => {
    const top = high[i] ?? 0
    const base = full ? 0 : first
    const span = full ? 0xffffffff : top - first + 1
    const word = (base + Number((BigInt(j) * BigInt(span)) >> 32n)) >>> 0
    if (word !== top) full = true
    if (!persistent) j = (j ^ (dst[i] ?? 0)) >>> 0
    return word
  })
  if (typeof min === 'number') return picked[0] ?? min
  return picked.reduce((address, word) => (address << 32n) | BigInt(word), 0n)
}

/** A free port: from a place by chance for a source, the first of a range for a destination. Ref: nf_nat_l4proto_unique_tuple() */
function uniquePort(
  net: Net,
  tuple: Tuple,
  range: NatRange,
  ct: NfConn,
  manip: Manip,
  chance: boolean,
): Tuple {
  const icmp = tuple.protocol === IPPROTO_ICMP || tuple.protocol === IPPROTO_ICMPV6
  if (!icmp && !hasPorts(tuple.protocol)) return tuple
  if (!icmp && !range.ports && manip === 'DST') return tuple
  const key = icmp || manip === 'SRC' ? 'sport' : 'dport'
  const [min, size] = portSpan(tuple[key], range, icmp)
  const { random } = net.stack
  let offset = firstOffset(tuple[key], range, chance || manip === 'SRC', random)
  let attempts = Math.min(size, MAX_ATTEMPTS)
  let tried = tuple
  for (;;) {
    for (let i = 0; i < attempts; i++, offset++) {
      tried = { ...tuple, [key]: min + (offset % size) }
      if (!usedTupleHarder(net, tried, ct, attempts - i)) return tried
    }
    if (attempts >= size || attempts < 16) return tried
    attempts = attempts >> 1
    offset = random.below(65536)
  }
}

/** With a base port each port has its own place in the range (NF_NAT_RANGE_PROTO_OFFSET). */
function firstOffset(port: number, { basePort }: NatRange, chance: boolean, random: Random): number {
  if (basePort !== undefined) return (port - basePort) & 0xffff
  return chance ? random.below(65536) : 0
}

function portSpan(port: number, { ports }: NatRange, icmp: boolean): readonly [min: number, size: number] {
  if (ports) return [Math.min(ports.min, ports.max), Math.abs(ports.max - ports.min) + 1]
  if (icmp) return [0, 65536]
  if (port >= 1024) return [1024, 65536 - 1024]
  // By these ports some servers tell a privileged client.
  return port < 512 ? [1, 511] : [600, 424]
}
