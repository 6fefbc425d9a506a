// A packet's story: the trace's events about it, put into words.
import type { Nanoseconds } from '../sim/clock.ts'
import type { TraceEvent } from '../sim/trace.ts'
import { formatFrame, type Frame, type Packet } from '../wire/ethernet.ts'
import { isIcmp6Echo, isIcmp6Error } from '../wire/icmp6.ts'
import { formatAddress } from '../wire/inet6.ts'
import { formatIpv4 } from '../wire/ipv4.ts'
import { formatIpv6, type Ipv6 } from '../wire/ipv6.ts'
import { formatBpdu } from '../wire/stp.ts'
import { formatArp } from '../wire/arp.ts'
import { formatMac } from '../wire/mac.ts'
import { dropWords } from './dropwords.ts'
import { earlierProbe, type Birth } from './earlier.ts'
import { headersOf, hexOf, type HeaderLayer } from './headers.ts'
import { deviceId, labelOf } from './hops.ts'
import { conntrackWords, natWords, policyWords, ruleWords } from './netfilterwords.ts'
import type { DeviceId } from './view.ts'

/** One step of a packet's story. */
export interface StoryStep {
  readonly time: Nanoseconds
  readonly machine: string
  /** `red`, or null for the machine's own namespace. */
  readonly netns: string | null
  readonly device: string | null
  /** The device where it happened, to be lit on the canvas. */
  readonly deviceId: DeviceId | null
  /** Kernel function or what happened: `ipRcv`, `arpSolicit`, `drop`. */
  readonly title: string
  /** What was decided, in words; empty when there is nothing to say. */
  readonly detail: string
  readonly outcome: 'step' | 'drop' | 'delivered'
  /** It belongs to the search for a neighbour, or tells what a cache holds: other the second time, whatever was asked. */
  readonly aside: boolean
}

export interface Story {
  readonly skb: number
  readonly title: string
  readonly subtitle: string
  readonly steps: readonly StoryStep[]
  readonly layers: readonly HeaderLayer[]
  /** The frame's octets, as hex digits. */
  readonly hex: string
  /** The packet of an earlier run that asked the same; null: none is remembered. */
  readonly earlier: number | null
}

/** Names that the trace leaves out. */
export interface Names {
  /** Name of the namespace of that inode; null for the machine's own, and when it has none. */
  netns(machine: string, inode: number): string | null
  /** `eth0 in red` for the device at the far end of a cable; null when it is gone. */
  device(machine: string, serial: number): string | null
}

const NO_ROUTE = {
  'no-route': 'no route',
  'forwarding-off': 'it is for another host, and net.ipv4.ip_forward is 0 here',
  'reverse-path': 'the way back to its source leads out of another device (rp_filter)',
  'martian-source': 'its source is no address a packet may come from',
  'martian-destination': 'its destination is no address a packet may go to',
  'not-joined': 'the device it came in by has not joined the group it is for',
} as const

/** How a story is told. */
export type StoryOf = typeof storyOf

/** `events` in order of time; `frame` is the packet as it was, or would have been, on the wire; null when it never was. */
export function storyOf(
  skb: number,
  events: readonly TraceEvent[],
  frame: Frame | null,
  names: Names,
  births: readonly Birth[] = [],
): Story {
  const searches = searchesIn(events)
  return {
    skb,
    title: frame ? labelOf(frame) : 'Packet',
    subtitle: frame ? formatFrame(frame).replaceAll('\n', ' ') : '',
    steps: events.map((event) => stepOf(event, names, searches.has(event.skb) || isAboutCache(event))),
    layers: frame ? headersOf(frame) : [],
    hex: frame ? hexOf(frame) : '',
    earlier: earlierProbe(births)?.skb ?? null,
  }
}

/** Requests for a neighbour's address, the answers, and what carries them. */
function searchesIn(events: readonly TraceEvent[]): ReadonlySet<number> {
  const searches = new Set<number>()
  for (const event of events) {
    if (event.kind !== 'born') continue
    const own = isSearch(event.packet)
    if (own || (event.parent !== null && searches.has(event.parent))) searches.add(event.skb)
  }
  return searches
}

function isSearch(packet: Packet): boolean {
  return packet.kind === 'arp' || (packet.kind === 'ipv6' && isNdisc(packet))
}

function isNdisc({ payload }: Ipv6): boolean {
  return payload.kind === 'icmp6' && !isIcmp6Echo(payload) && !isIcmp6Error(payload)
}

function isAboutCache(event: TraceEvent): boolean {
  return event.kind === 'fdb-learn' || (event.kind === 'neighbour' && event.state !== 'FAILED')
}

function stepOf(event: TraceEvent, names: Names, aside: boolean): StoryStep {
  const { title, detail } = wordsOf(event, names)
  return {
    time: event.time,
    machine: event.machine,
    netns: names.netns(event.machine, event.netns),
    device: event.deviceName,
    deviceId: event.device === null ? null : deviceId(event.machine, event.device),
    title,
    detail,
    outcome: event.kind === 'drop' ? 'drop' : event.kind === 'consume' ? 'delivered' : 'step',
    aside,
  }
}

function wordsOf(event: TraceEvent, names: Names): { title: string; detail: string } {
  switch (event.kind) {
    case 'born':
      return { title: event.parent === null ? 'allocSkb' : 'skbClone', detail: packetWords(event) }
    case 'step':
      return { title: event.fn, detail: '' }
    case 'drop':
      return { title: 'drop', detail: `${event.reason} in ${event.fn}: ${dropWords(event.reason)}` }
    case 'consume':
      return { title: event.fn, detail: event.by }
    case 'xmit': {
      const to = event.to && names.device(event.to.machine, event.to.device)
      return {
        title: 'xmit',
        detail: event.to ? `to ${to ?? 'a device that is gone'}` : 'nothing is plugged in',
      }
    }
    case 'receive':
      return { title: 'receive', detail: `${formatMac(event.frame.src)} > ${formatMac(event.frame.dst)}` }
    case 'route':
      return { title: 'route', detail: routeWords(event) }
    case 'no-route':
      return { title: 'route', detail: `${formatAddress(event.dst)}: ${NO_ROUTE[event.why]}` }
    case 'neighbour': {
      const at = event.lladdr === null ? '' : ` at ${formatMac(event.lladdr)}`
      return { title: 'neighbour', detail: `${formatAddress(event.address)} is ${event.state}${at}` }
    }
    case 'fdb-learn':
      return { title: 'FDB', detail: `learns ${formatMac(event.mac)} on ${event.port}` }
    case 'fdb-hit':
      return { title: 'FDB', detail: `${formatMac(event.mac)} is on ${event.port}` }
    case 'fdb-flood': {
      const ports = event.ports.length > 0 ? event.ports.join(', ') : 'no port'
      return { title: 'FDB', detail: `${formatMac(event.mac)} is flooded to ${ports}` }
    }
    case 'hook':
      return { title: event.hook, detail: event.verdict }
    case 'rule':
      return ruleWords(event)
    case 'policy':
      return policyWords(event)
    case 'conntrack':
      return conntrackWords(event)
    case 'nat':
      return natWords(event)
  }
}

function packetWords(event: Extract<TraceEvent, { kind: 'born' }>): string {
  const { packet } = event
  const words =
    packet.kind === 'arp'
      ? formatArp(packet)
      : packet.kind === 'ipv4'
        ? formatIpv4(packet)
        : packet.kind === 'ipv6'
          ? formatIpv6(packet)
          : packet.kind === 'stp'
            ? formatBpdu(packet)
            : `${packet.bytes.length} octets`
  return event.parent === null ? words : `a copy of packet ${event.parent}`
}

function routeWords(event: Extract<TraceEvent, { kind: 'route' }>): string {
  const type = event.type === 'unicast' ? '' : ` ${event.type}`
  const via = event.gateway === null ? '' : ` via ${formatAddress(event.gateway)}`
  const dev = event.oif === null ? '' : ` dev ${event.oif}`
  return `${formatAddress(event.dst)}:${type}${via}${dev}`
}
