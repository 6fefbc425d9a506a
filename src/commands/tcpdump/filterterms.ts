// What a filter asks of a packet's octets. Ref: libpcap gencode.c
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Mac } from '../../wire/mac.ts'
import { readInet6, readMac, u16, u32, u8 } from '../../wire/octets.ts'

/** Octets that a filter looks at. A load beyond their end rejects the packet, whatever else the filter says. */
export interface Sight {
  readonly bytes: Uint8Array
  readonly length: number
  /** The outermost tag's id where the kernel keeps it beside the packet. */
  readonly tag: number | null
  readonly outgoing: boolean
  readonly ifindex: number
  overrun: boolean
}

export type Predicate = (s: Sight) => boolean
export type Amount = (s: Sight) => number

/** Where the protocol's number and the packet stand. */
export interface Offsets {
  readonly type: number
  readonly net: number
}

export type Direction = 'src' | 'dst' | 'src or dst' | 'src and dst'

export const ETHERTYPES: Readonly<Record<string, number>> = {
  ip: 0x0800,
  arp: 0x0806,
  rarp: 0x8035,
  ip6: 0x86dd,
  aarp: 0x80f3,
  atalk: 0x809b,
  decnet: 0x6003,
  lat: 0x6004,
  moprc: 0x6002,
  mopdl: 0x6001,
  ipx: 0x8137,
  mpls: 0x8847,
  pppoed: 0x8863,
  pppoes: 0x8864,
}

/** Number, and the versions of IP that have it. */
export const IP_PROTOCOLS: Readonly<Record<string, readonly [number: number, versions: '4' | '6' | '46']>> = {
  icmp: [1, '4'],
  igmp: [2, '4'],
  tcp: [6, '46'],
  igrp: [9, '4'],
  udp: [17, '46'],
  esp: [50, '46'],
  ah: [51, '46'],
  icmp6: [58, '6'],
  pim: [103, '46'],
  vrrp: [112, '4'],
  carp: [112, '4'],
  sctp: [132, '46'],
}

export function octet(s: Sight, at: number): number {
  if (at < 0 || at + 1 > s.bytes.length) s.overrun = true
  return u8(s.bytes, at)
}

export function half(s: Sight, at: number): number {
  if (at < 0 || at + 2 > s.bytes.length) s.overrun = true
  return u16(s.bytes, at)
}

export function word(s: Sight, at: number): number {
  if (at < 0 || at + 4 > s.bytes.length) s.overrun = true
  return u32(s.bytes, at)
}

export function both(a: Predicate, b: Predicate): Predicate {
  return (s) => a(s) && b(s)
}

export function either(a: Predicate, b: Predicate): Predicate {
  return (s) => a(s) || b(s)
}

export function directed(direction: Direction, at: (end: 'src' | 'dst') => Predicate): Predicate {
  switch (direction) {
    case 'src':
    case 'dst':
      return at(direction)
    case 'src or dst':
      return either(at('src'), at('dst'))
    case 'src and dst':
      return both(at('src'), at('dst'))
  }
}

export function etherType(off: Offsets, type: number): Predicate {
  return (s) => half(s, off.type) === type
}

export function isStp(off: Offsets): Predicate {
  return (s) => half(s, off.type) <= 1500 && octet(s, off.net) === 0x42
}

export function ipProtocol(off: Offsets, number: number, versions: '4' | '6' | '46'): Predicate {
  return (s) => {
    const type = half(s, off.type)
    if (type === 0x0800) return versions !== '6' && octet(s, off.net + 9) === number
    if (type !== 0x86dd || versions === '4') return false
    const next = octet(s, off.net + 6)
    return next === number || (next === 44 && octet(s, off.net + 40) === number)
  }
}

/** IPv4 and ARP: `protocol` narrows it to one of them. */
export function inetHost(
  off: Offsets,
  address: Inet,
  mask: number,
  direction: Direction,
  protocol: 'ip' | 'arp' | 'rarp' | null,
): Predicate {
  const places = { ip: [12, 16], arp: [14, 24], rarp: [14, 24] } as const
  const terms = (['ip', 'arp', 'rarp'] as const)
    .filter((name) => protocol === null || protocol === name)
    .map((name): Predicate => {
      const [src, dst] = places[name]
      const at =
        (end: 'src' | 'dst'): Predicate =>
        (s) =>
          (word(s, off.net + (end === 'src' ? src : dst)) & mask) >>> 0 === address
      return both(etherType(off, ETHERTYPES[name] ?? 0), directed(direction, at))
    })
  return (s) => terms.some((term) => term(s))
}

export function inet6Host(off: Offsets, address: Inet6, prefix: number, direction: Direction): Predicate {
  const drop = BigInt(128 - prefix)
  const at =
    (end: 'src' | 'dst'): Predicate =>
    (s) => {
      const place = off.net + (end === 'src' ? 8 : 24)
      if (place + 16 > s.bytes.length) s.overrun = true
      return !s.overrun && readInet6(s.bytes, place) >> drop === address >> drop
    }
  return both(etherType(off, 0x86dd), directed(direction, at))
}

export function etherHost(mac: Mac, direction: Direction): Predicate {
  const at =
    (end: 'src' | 'dst'): Predicate =>
    (s) =>
      readMac(s.bytes, end === 'src' ? 6 : 0) === mac
  return directed(direction, at)
}

/** A port of TCP, UDP or SCTP, in a packet that is no later fragment. */
export function ports(
  off: Offsets,
  low: number,
  high: number,
  direction: Direction,
  protocols: readonly number[],
  version: 'ip' | 'ip6' | null,
): Predicate {
  return (s) => {
    const type = half(s, off.type)
    let start: number
    if (type === 0x0800 && version !== 'ip6') {
      if (!protocols.includes(octet(s, off.net + 9)) || half(s, off.net + 6) & 0x1fff) return false
      start = off.net + (octet(s, off.net) & 15) * 4
    } else if (type === 0x86dd && version !== 'ip') {
      if (!protocols.includes(octet(s, off.net + 6))) return false
      start = off.net + 40
    } else return false
    const at =
      (end: 'src' | 'dst'): Predicate =>
      () => {
        const port = half(s, end === 'src' ? start : start + 2)
        return port >= low && port <= high
      }
    return directed(direction, at)(s)
  }
}

/** `PROTO[INDEX:SIZE]`, and what must hold for it to mean anything. */
export function field(
  off: Offsets,
  protocol: string,
  index: Amount,
  size: number,
): { readonly value: Amount; readonly check: Predicate | null } {
  const load = size === 1 ? octet : size === 2 ? half : word
  if (protocol === 'ether') return { value: (s) => load(s, index(s)), check: null }
  const type = ETHERTYPES[protocol]
  if (type !== undefined) return { value: (s) => load(s, off.net + index(s)), check: etherType(off, type) }
  const [number = 0] = IP_PROTOCOLS[protocol] ?? []
  if (protocol === 'icmp6') {
    return { value: (s) => load(s, off.net + 40 + index(s)), check: ipProtocol(off, number, '6') }
  }
  const first: Predicate = (s) => (half(s, off.net + 6) & 0x1fff) === 0
  return {
    value: (s) => load(s, off.net + (octet(s, off.net) & 15) * 4 + index(s)),
    check: both(ipProtocol(off, number, '4'), first),
  }
}
