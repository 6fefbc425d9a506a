// A packet's story: the trace's events about it, put into words.
import type { Nanoseconds } from '../sim/clock.ts'
import type { DropReason, TraceEvent } from '../sim/trace.ts'
import { formatFrame, type Frame } from '../wire/ethernet.ts'
import { formatAddress } from '../wire/inet6.ts'
import { formatIpv4 } from '../wire/ipv4.ts'
import { formatIpv6 } from '../wire/ipv6.ts'
import { formatBpdu } from '../wire/stp.ts'
import { formatArp } from '../wire/arp.ts'
import { formatMac } from '../wire/mac.ts'
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
}

export interface Story {
  readonly skb: number
  readonly title: string
  readonly subtitle: string
  readonly steps: readonly StoryStep[]
  readonly layers: readonly HeaderLayer[]
  /** The frame's octets, as hex digits. */
  readonly hex: string
}

/** Names that the trace leaves out. */
export interface Names {
  /** Name of the namespace of that inode; null for the machine's own, and when it has none. */
  netns(machine: string, inode: number): string | null
  /** `eth0 in red` for the device at the far end of a cable; null when it is gone. */
  device(machine: string, serial: number): string | null
}

/** In the words of the field, what each reason means. */
const DROPPED: Readonly<Record<DropReason, string>> = {
  NOT_SPECIFIED: 'dropped',
  NO_SOCKET: 'nothing listens for it',
  PKT_TOO_SMALL: 'too short for its headers',
  OTHERHOST: 'the frame is for another MAC address',
  IP_CSUM: 'the IP header checksum is wrong',
  IP_INHDR: 'the IP header is malformed',
  IP_RPFILTER: 'the way back to its source leads out of another device (rp_filter)',
  IP_INNOROUTES: 'no route for its destination',
  IP_OUTNOROUTES: 'no route for its destination',
  IP_LOCAL_SOURCE: 'its source is an address of this very host',
  IP_INVALID_SOURCE: 'its source is no address a packet may come from',
  IP_INVALID_DEST: 'its destination is no address a packet may go to',
  IP_LOCALNET: '127.0.0.0/8 may not leave or enter the host',
  IP_INADDRERRORS: 'it is for another host, and this one does not forward',
  IP_NOPROTO: 'no protocol here takes it',
  IPV6DISABLED: 'IPv6 is off on this device',
  UNICAST_IN_L2_MULTICAST: 'a unicast packet came in a broadcast frame',
  NEIGH_CREATEFAIL: 'no neighbour entry could be made',
  NEIGH_FAILED: 'nobody answered ARP for the next hop',
  NEIGH_QUEUEFULL: 'too many packets wait for the next hop’s MAC address',
  NEIGH_DEAD: 'the neighbour entry is gone',
  NETFILTER_DROP: 'a rule dropped it',
  DEV_READY: 'the device is down',
  DEV_HDR: 'it has no link-layer header',
  DEV_CARRIER: 'the device has no carrier',
  FULL_RING: 'the queue is full',
  PKT_TOO_BIG: 'it is bigger than the MTU',
  UNHANDLED_PROTO: 'nothing here handles its EtherType',
  ICMP_CSUM: 'the ICMP checksum is wrong',
  INVALID_PROTO: 'it is malformed',
  ARP_NOT_FOR_US: 'it asks for somebody else’s address',
  BRIDGE_INGRESS_STP_STATE: 'the bridge port is not forwarding',
  BRIDGE_NO_EGRESS_PORT: 'the bridge has no port to send it out of',
  BRIDGE_LOCAL_LINK: 'it is link-local, which a bridge does not forward',
  TX_LOOPBACK: 'it would loop back',
  SOCKET_RCVBUFF: 'the socket’s buffer is full',
  CPU_BACKLOG: 'more frames go round in a loop than the machine can take: a broadcast storm',
  VLAN_FILTER: 'the bridge port is not in its VLAN',
  LOCAL_MAC: 'its source is this device’s own address',
  MAC_INVALID_SOURCE: 'its source is no address of one device',
  TUNNEL_TXINFO: 'nothing said where the tunnel goes',
  VXLAN_INVALID_HDR: 'it is no VXLAN',
  VXLAN_VNI_NOT_FOUND: 'no VXLAN device here has its network identifier',
  VXLAN_NO_REMOTE: 'the VXLAN device knows no remote for it',
  VXLAN_ENTRY_EXISTS: 'its source is fixed behind another remote',
  TCP_FLAGS: 'its TCP flags make no sense here',
  TCP_OLD_DATA: 'its data has come before',
  TCP_OVERWINDOW: 'its data is beyond the receive window',
  TCP_ZEROWINDOW: 'the receive window is shut: the program does not read',
  TCP_RFC7323_PAWS: 'its timestamp is older than one that has come (PAWS)',
  TCP_OLD_SEQUENCE: 'its sequence number is behind the receive window',
  TCP_INVALID_SEQUENCE: 'its sequence number is not in the receive window',
  TCP_INVALID_ACK_SEQUENCE: 'it acknowledges what this end never sent',
  TCP_TOO_OLD_ACK: 'its acknowledgment is too old',
  TCP_ACK_UNSENT_DATA: 'it acknowledges what was not sent yet',
  TCP_RESET: 'it resets the connection',
  TCP_INVALID_SYN: 'a SYN for a connection that stands already',
  TCP_CLOSE: 'the connection is closed',
  TCP_ABORT_ON_DATA: 'data for a program that has closed its socket',
  TCP_LISTEN_OVERFLOW: 'the listener’s queue of connections is full',
}

const NO_ROUTE = {
  'no-route': 'no route',
  'forwarding-off': 'it is for another host, and net.ipv4.ip_forward is 0 here',
  'reverse-path': 'the way back to its source leads out of another device (rp_filter)',
  'martian-source': 'its source is no address a packet may come from',
  'martian-destination': 'its destination is no address a packet may go to',
} as const

/** `events` in order of time; `frame` is the packet as it was, or would have been, on the wire; null when it never was. */
export function storyOf(
  skb: number,
  events: readonly TraceEvent[],
  frame: Frame | null,
  names: Names,
): Story {
  return {
    skb,
    title: frame ? labelOf(frame) : 'Packet',
    subtitle: frame ? formatFrame(frame).replaceAll('\n', ' ') : '',
    steps: events.map((event) => stepOf(event, names)),
    layers: frame ? headersOf(frame) : [],
    hex: frame ? hexOf(frame) : '',
  }
}

/** What a reason means, in the words of the field. */
export function dropWords(reason: DropReason): string {
  return DROPPED[reason]
}

function stepOf(event: TraceEvent, names: Names): StoryStep {
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
  }
}

function wordsOf(event: TraceEvent, names: Names): { title: string; detail: string } {
  switch (event.kind) {
    case 'born':
      return { title: event.parent === null ? 'allocSkb' : 'skbClone', detail: packetWords(event) }
    case 'step':
      return { title: event.fn, detail: '' }
    case 'drop':
      return { title: 'drop', detail: `${event.reason} in ${event.fn}: ${DROPPED[event.reason]}` }
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
