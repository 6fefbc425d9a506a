// Where the fields of a frame's headers stand among its octets. The layers follow one another; each has a length of its
// own, and its fields stand where their RFC puts them.
import { u8 } from '../wire/octets.ts'

/** First octet and how many, from the start of a header. */
type Place = readonly [at: number, length: number]

interface HeaderPlan {
  /** Octets, given where the header starts. */
  readonly size: (bytes: Uint8Array, at: number) => number
  readonly fields: Readonly<Record<string, Place>>
}

const fixed = (octets: number) => (): number => octets

const PLANS: Readonly<Record<string, HeaderPlan>> = {
  'Ethernet II': { size: fixed(14), fields: { Destination: [0, 6], Source: [6, 6], Type: [12, 2] } },
  '802.1Q': {
    size: fixed(4),
    fields: {
      'Priority code point': [0, 1],
      'Drop eligible': [0, 1],
      'VLAN identifier': [0, 2],
      Type: [2, 2],
    },
  },
  // An LLC header of three octets stands before it.
  'Spanning tree': {
    size: (bytes, at) => bytes.length - at,
    fields: {
      Type: [6, 1],
      'Topology change': [7, 1],
      Acknowledgment: [7, 1],
      Root: [8, 8],
      'Root path cost': [16, 4],
      Bridge: [20, 8],
      Port: [28, 2],
      'Message age': [30, 2],
      'Max age': [32, 2],
      'Hello time': [34, 2],
      'Forward delay': [36, 2],
    },
  },
  ARP: {
    size: fixed(28),
    fields: {
      'Hardware type': [0, 2],
      'Protocol type': [2, 2],
      Operation: [6, 2],
      'Sender hardware address': [8, 6],
      'Sender protocol address': [14, 4],
      'Target hardware address': [18, 6],
      'Target protocol address': [24, 4],
    },
  },
  IPv4: {
    size: (bytes, at) => (u8(bytes, at) & 15) * 4,
    fields: {
      Version: [0, 1],
      'Header length': [0, 1],
      'Type of service': [1, 1],
      'Total length': [2, 2],
      Identification: [4, 2],
      Flags: [6, 1],
      'Fragment offset': [6, 2],
      'Time to live': [8, 1],
      Protocol: [9, 1],
      'Source address': [12, 4],
      'Destination address': [16, 4],
    },
  },
  IPv6: {
    size: fixed(40),
    fields: {
      Version: [0, 1],
      'Traffic class': [0, 2],
      'Flow label': [1, 3],
      'Payload length': [4, 2],
      'Next header': [6, 1],
      'Hop limit': [7, 1],
      'Source address': [8, 16],
      'Destination address': [24, 16],
    },
  },
  'Hop-by-hop options': { size: fixed(8), fields: { 'Router alert': [2, 4] } },
  Fragment: {
    size: fixed(8),
    fields: { 'Fragment offset': [2, 2], 'More fragments': [3, 1], Identification: [4, 4] },
  },
  TCP: {
    size: (bytes, at) => (u8(bytes, at + 12) >> 4) * 4,
    fields: {
      'Source port': [0, 2],
      'Destination port': [2, 2],
      'Sequence number': [4, 4],
      'Acknowledgment number': [8, 4],
      'Header length': [12, 1],
      Flags: [13, 1],
      Window: [14, 2],
      Options: [20, 40],
    },
  },
  UDP: { size: fixed(8), fields: { 'Source port': [0, 2], 'Destination port': [2, 2], Length: [4, 2] } },
  VXLAN: { size: fixed(8), fields: { Flags: [0, 1], 'Network identifier': [4, 3] } },
  ICMP: {
    size: fixed(8),
    fields: { Type: [0, 1], Code: [1, 1], Identifier: [4, 2], 'Sequence number': [6, 2] },
  },
  ICMPv6: {
    size: fixed(8),
    fields: {
      Type: [0, 1],
      Code: [1, 1],
      Identifier: [4, 2],
      'Sequence number': [6, 2],
      'Target address': [8, 16],
    },
  },
}

/** First octet and the one behind the last, of the whole frame. */
export type OctetRange = readonly [from: number, to: number]

interface Layer {
  readonly name: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

export interface PlacedLayer {
  readonly name: string
  readonly octets: OctetRange
  readonly fields: readonly {
    readonly name: string
    readonly value: string
    /** null where no octets of its own stand for it. */
    readonly octets: OctetRange | null
  }[]
}

/** `layers` in the order of their octets, a quoted packet's among them. */
export function withOctets(layers: readonly Layer[], bytes: Uint8Array): PlacedLayer[] {
  let at = 0
  return layers.map(({ name, fields }) => {
    const plan = PLANS[name.replace(/ \(quoted\)$/, '')]
    const start = Math.min(at, bytes.length)
    const end = Math.min(bytes.length, plan ? start + plan.size(bytes, start) : bytes.length)
    at = end
    return {
      name,
      octets: [start, end],
      fields: fields.map((field) => ({
        ...field,
        octets: placeOf(plan?.fields[field.name], start, end, bytes),
      })),
    }
  })
}

/** A header's fields lie in it, but for an ICMPv6 message's own, which follow it. */
function placeOf(place: Place | undefined, start: number, end: number, bytes: Uint8Array): OctetRange | null {
  if (!place) return null
  const from = start + place[0]
  const most = place[0] < end - start ? end : bytes.length
  const to = Math.min(from + place[1], most)
  return from < to ? [from, to] : null
}
