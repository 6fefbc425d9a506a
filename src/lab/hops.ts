// A frame on a cable, as a screen shows it: made from the trace's `xmit`.
import type { Nanoseconds } from '../sim/clock.ts'
import type { TraceEvent } from '../sim/trace.ts'
import { formatIgmp } from '../wire/igmp.ts'
import { ARP_REPLY, ARP_REQUEST } from '../wire/arp.ts'
import { ETH_P_IPV6, formatFrame, frameLength, type Frame, type Packet } from '../wire/ethernet.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_ECHO,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
  isIcmpEcho,
  type Icmp,
} from '../wire/icmp.ts'
import { formatIcmp6, ICMPV6_MLD2_REPORT } from '../wire/icmp6.ts'
import { IGMPV3_HOST_MEMBERSHIP_REPORT } from '../wire/igmp.ts'
import { formatInet } from '../wire/inet.ts'
import { IN6ADDR_ANY } from '../wire/inet6.ts'
import { IPPROTO_TCP, IPPROTO_UDP } from '../wire/ipv4.ts'
import type { Ipv6 } from '../wire/ipv6.ts'
import { NDISC_NEIGHBOUR_SOLICITATION, NDISC_ROUTER_SOLICITATION } from '../wire/ndisc.ts'
import { formatTcpFlags } from '../wire/tcp.ts'
import type { DeviceId } from './view.ts'

/** Word on a frame and name of its colour. */
export type HopProtocol = 'ARP' | 'ICMP' | 'IGMP' | 'TCP' | 'UDP' | 'VXLAN' | 'STP' | 'IPv6' | 'other'

/** A frame inside another. */
export interface InnerFrame {
  readonly protocol: HopProtocol
  readonly label: string
}

/** One frame on one cable. */
export interface Hop {
  /** Rising from 1 over the life of a lab. */
  readonly id: number
  /** Nanoseconds of virtual time at which it left, and how long it is on its way. */
  readonly time: Nanoseconds
  readonly delay: Nanoseconds
  readonly from: DeviceId
  /** null when nothing is plugged in. */
  readonly to: DeviceId | null
  /** Identity of the packet in flight, by which its story is asked for. */
  readonly skb: number
  /** The packet that all clones, copies and rewritten forms of this one come from. */
  readonly root: number
  readonly protocol: HopProtocol
  /** Short: `ARP who-has 10.0.0.2`, `ICMP echo request`. */
  readonly label: string
  /** The frame that it carries, when it is a tunnel's. */
  readonly inner: InnerFrame | null
  /** As tcpdump -n would print it, without the time. */
  readonly summary: string
  /** Octets, the Ethernet header included. */
  readonly length: number
  /** Of what manages a cluster or a swarm: it is seen going by, and nobody waits for it. */
  readonly management: boolean
}

export type XmitEvent = Extract<TraceEvent, { kind: 'xmit' }>

export function deviceId(machine: string, serial: number): DeviceId {
  return `${machine}#${serial}`
}

/**
 * What every host says of itself whenever a link comes up, and now and then afterwards: listener reports, router
 * solicitations, probes for its own address. A picture of it all would show nothing else; tcpdump does.
 */
export function isChatter(packet: Packet): boolean {
  if (packet.kind === 'ipv4')
    return packet.payload.kind === 'igmp' && packet.payload.type === IGMPV3_HOST_MEMBERSHIP_REPORT
  if (packet.kind !== 'ipv6' || packet.payload.kind !== 'icmp6') return false
  const { type } = packet.payload
  if (type === NDISC_NEIGHBOUR_SOLICITATION) return packet.src === IN6ADDR_ANY
  return type === ICMPV6_MLD2_REPORT || type === NDISC_ROUTER_SOLICITATION
}

/** The API server's port and a kubelet's, a swarm manager's and that of the nodes' gossip. */
const MANAGEMENT = new Set([6443, 10250, 2377, 7946])

function isManagement({ packet }: Frame): boolean {
  if (packet.kind !== 'ipv4' && packet.kind !== 'ipv6') return false
  const { payload } = packet
  if (payload.kind !== 'tcp' && payload.kind !== 'udp') return false
  return MANAGEMENT.has(payload.sport) || MANAGEMENT.has(payload.dport)
}

/** null for what is not shown: a frame on lo, which never leaves its device, and chatter. */
export function hopOf(event: XmitEvent, id: number, root: number): Hop | null {
  const { machine, device, to, frame } = event
  if (device === null || isChatter(frame.packet)) return null
  if (to && to.machine === machine && to.device === device) return null
  return {
    id,
    time: event.time,
    delay: event.delay,
    from: deviceId(machine, device),
    to: to && deviceId(to.machine, to.device),
    skb: event.skb,
    root,
    protocol: protocolOf(frame),
    label: labelOf(frame),
    inner: innerOf(frame),
    summary: formatFrame(frame).replaceAll('\n', ' '),
    length: frameLength(frame),
    management: isManagement(frame),
  }
}

function innerOf({ packet }: Frame): InnerFrame | null {
  if (packet.kind !== 'ipv4' || packet.payload.kind !== 'vxlan') return null
  const { frame } = packet.payload
  return { protocol: protocolOf(frame), label: labelOf(frame) }
}

export function protocolOf(frame: Frame): HopProtocol {
  const { packet } = frame
  if (packet.kind === 'arp') return 'ARP'
  if (packet.kind === 'octets') return frame.etherType === ETH_P_IPV6 ? 'IPv6' : 'other'
  if (packet.kind === 'ipv6') {
    if (packet.nextHeader === IPPROTO_TCP) return 'TCP'
    return packet.nextHeader === IPPROTO_UDP ? 'UDP' : 'IPv6'
  }
  if (packet.kind === 'stp') return 'STP'
  if (packet.payload.kind === 'icmp') return 'ICMP'
  if (packet.payload.kind === 'igmp') return 'IGMP'
  if (packet.payload.kind === 'vxlan') return 'VXLAN'
  if (packet.payload.kind === 'udp' || packet.protocol === IPPROTO_UDP) return 'UDP'
  if (packet.payload.kind === 'tcp' || packet.protocol === IPPROTO_TCP) return 'TCP'
  return 'other'
}

export function labelOf(frame: Frame): string {
  const { packet } = frame
  if (packet.kind === 'arp') {
    if (packet.op === ARP_REQUEST) return `ARP who-has ${formatInet(packet.tpa)}`
    if (packet.op === ARP_REPLY) return `ARP ${formatInet(packet.spa)} is-at`
    return 'ARP'
  }
  if (packet.kind === 'octets') {
    return frame.etherType === ETH_P_IPV6 ? 'IPv6' : `0x${frame.etherType.toString(16).padStart(4, '0')}`
  }
  if (packet.kind === 'ipv6') return labelOf6(packet)
  if (packet.kind === 'stp') return packet.type === 'tcn' ? 'STP topology change' : 'STP configuration'
  const { payload } = packet
  if (packet.offset > 0) return `${protocolOf(frame)} fragment`
  if (payload.kind === 'icmp') return `ICMP ${icmpWords(payload)}`
  if (payload.kind === 'igmp') return formatIgmp(payload).replace('igmp', 'IGMP')
  if (payload.kind === 'udp') return `UDP ${payload.sport} → ${payload.dport}`
  if (payload.kind === 'vxlan') return `VXLAN ${payload.vni}: ${labelOf(payload.frame)}`
  if (payload.kind === 'tcp')
    return `TCP ${payload.sport} → ${payload.dport} [${formatTcpFlags(payload.flags)}]`
  return `IP protocol ${packet.protocol}`
}

function labelOf6(packet: Ipv6): string {
  const { payload } = packet
  if (packet.fragment) return 'IPv6 fragment'
  if (payload.kind === 'icmp6') return `ICMPv6 ${formatIcmp6(payload).split(',')[0]}`
  if (payload.kind === 'udp') return `UDP ${payload.sport} → ${payload.dport}`
  if (payload.kind === 'tcp')
    return `TCP ${payload.sport} → ${payload.dport} [${formatTcpFlags(payload.flags)}]`
  return `IPv6 protocol ${packet.nextHeader}`
}

function icmpWords(icmp: Icmp): string {
  if (isIcmpEcho(icmp)) return icmp.type === ICMP_ECHO ? 'echo request' : 'echo reply'
  if (icmp.type === ICMP_DEST_UNREACH) return 'unreachable'
  if (icmp.type === ICMP_TIME_EXCEEDED) return 'time exceeded'
  return icmp.type === ICMP_REDIRECT ? 'redirect' : 'parameter problem'
}
