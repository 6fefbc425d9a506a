// A packet's story: the trace's events about it, put into words.
import type { Nanoseconds } from '../sim/clock.ts'
import type { Provenance } from '../sim/provenance.ts'
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
import { conntrackWords, ipvsWords, natWords, policyWords, ruleWords } from './netfilterwords.ts'
import { formatPhrase, phrase, type Phrase } from './phrases.ts'
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
  /** What was decided, in English words; empty when there is nothing to say. */
  readonly detail: string
  /** The same for other languages; null when no language's words are in it. */
  readonly phrase: Phrase | null
  /** Of a rule or a route that was met: who made it, and for whom. */
  readonly provenance: Provenance | null
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
    detail: typeof detail === 'string' ? detail : formatPhrase(detail),
    phrase: typeof detail === 'string' ? null : detail,
    provenance: 'provenance' in event ? event.provenance : null,
    outcome: event.kind === 'drop' ? 'drop' : event.kind === 'consume' ? 'delivered' : 'step',
    aside,
  }
}

function wordsOf(event: TraceEvent, names: Names): { title: string; detail: Phrase | string } {
  switch (event.kind) {
    case 'born':
      return { title: event.parent === null ? 'allocSkb' : 'skbClone', detail: packetWords(event) }
    case 'step':
      return { title: event.fn, detail: '' }
    case 'drop':
      return { title: 'drop', detail: dropPhrase(event) }
    case 'consume':
      return { title: event.fn, detail: event.by }
    case 'xmit': {
      const to = event.to && names.device(event.to.machine, event.to.device)
      const gone = phrase(event.to ? 'xmit.gone' : 'xmit.unplugged')
      return { title: 'xmit', detail: to ? phrase('xmit.to', { to }) : gone }
    }
    case 'receive':
      return { title: 'receive', detail: `${formatMac(event.frame.src)} > ${formatMac(event.frame.dst)}` }
    case 'route':
      return { title: 'route', detail: routeWords(event) }
    case 'no-route':
      return { title: 'route', detail: phrase(event.why, { dst: formatAddress(event.dst) }) }
    case 'neighbour': {
      const values = { address: formatAddress(event.address), state: event.state }
      const { lladdr } = event
      const at = lladdr === null ? null : phrase('neighbour.at', { ...values, mac: formatMac(lladdr) })
      return { title: 'neighbour', detail: at ?? phrase('neighbour', values) }
    }
    case 'fdb-learn':
      return { title: 'FDB', detail: phrase('fdb-learn', { mac: formatMac(event.mac), port: event.port }) }
    case 'fdb-hit':
      return { title: 'FDB', detail: phrase('fdb-hit', { mac: formatMac(event.mac), port: event.port }) }
    case 'fdb-flood': {
      const key = event.ports.length > 0 ? 'fdb-flood' : 'fdb-flood.none'
      return {
        title: 'FDB',
        detail: phrase(key, { mac: formatMac(event.mac), ports: event.ports.join(', ') }),
      }
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
    case 'ipvs':
      return ipvsWords(event)
  }
}

function dropPhrase({ reason, fn }: Extract<TraceEvent, { kind: 'drop' }>): Phrase {
  return phrase('drop', { reason, fn, words: dropWords(reason) })
}

function packetWords(event: Extract<TraceEvent, { kind: 'born' }>): Phrase | string {
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
            : phrase('octets', { count: packet.bytes.length })
  return event.parent === null ? words : phrase('copy', { parent: event.parent })
}

function routeWords(event: Extract<TraceEvent, { kind: 'route' }>): string {
  const type = event.type === 'unicast' ? '' : ` ${event.type}`
  const via = event.gateway === null ? '' : ` via ${formatAddress(event.gateway)}`
  const dev = event.oif === null ? '' : ` dev ${event.oif}`
  return `${formatAddress(event.dst)}:${type}${via}${dev}`
}
