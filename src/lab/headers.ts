// A frame's headers as names and values, in the order of its octets; field names are those of the RFCs.
import { withOctets, type PlacedLayer } from './headeroctets.ts'
import { formatIgmp } from '../wire/igmp.ts'
import { ARP_REPLY, ARP_REQUEST, type Arp } from '../wire/arp.ts'
import { emitFrame, ETH_P_ARP, ETH_P_IP, ETH_P_IPV6, type Frame } from '../wire/ethernet.ts'
import { formatIcmp, isIcmpEcho, type Icmp } from '../wire/icmp.ts'
import { formatIcmp6, icmp6Length, isIcmp6Echo, isIcmp6Error, type Icmp6 } from '../wire/icmp6.ts'
import { formatInet } from '../wire/inet.ts'
import { formatInet6 } from '../wire/inet6.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, ipv4Length, type Ipv4 } from '../wire/ipv4.ts'
import { IPPROTO_ICMPV6, IPV6_HEADER, ipv6Length, payloadLength6, type Ipv6 } from '../wire/ipv6.ts'
import { formatMac } from '../wire/mac.ts'
import { brIdAddress, brIdPriority, type Bpdu } from '../wire/stp.ts'
import { formatTcpFlags, formatTcpOption, tcpHeaderLength, type Tcp } from '../wire/tcp.ts'
import { udpLength, type Udp } from '../wire/udp.ts'
import { ETH_P_8021AD, ETH_P_8021Q, type VlanTag } from '../wire/vlan.ts'
import { vxlanLength, type Vxlan } from '../wire/vxlan.ts'

export type HeaderLayer = PlacedLayer

/** A header before it is known where it stands. */
interface Layer {
  readonly name: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

const ETHER_TYPES: Readonly<Record<number, string>> = {
  [ETH_P_IP]: 'IPv4',
  [ETH_P_ARP]: 'ARP',
  [ETH_P_IPV6]: 'IPv6',
  [ETH_P_8021Q]: '802.1Q',
  [ETH_P_8021AD]: '802.1ad',
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  [IPPROTO_ICMP]: 'ICMP',
  [IPPROTO_TCP]: 'TCP',
  [IPPROTO_UDP]: 'UDP',
  [IPPROTO_ICMPV6]: 'ICMPv6',
}

/** With the octets of `frame` that each stands for. */
export function headersOf(frame: Frame): HeaderLayer[] {
  return withOctets(layersOf(frame), emitFrame(frame))
}

function layersOf(frame: Frame): Layer[] {
  const ethernet = layer('Ethernet II', {
    Destination: formatMac(frame.dst),
    Source: formatMac(frame.src),
    Type: typeName(frame.vlan?.proto ?? frame.etherType),
  })
  const link = [ethernet]
  for (let tag = frame.vlan ?? null; tag; tag = tag.inner) link.push(vlanLayer(tag, frame.etherType))
  const { packet } = frame
  if (packet.kind === 'arp') return [...link, arpLayer(packet)]
  if (packet.kind === 'ipv4') return [...link, ...ipv4Layers(packet)]
  if (packet.kind === 'ipv6') return [...link, ...ipv6Layers(packet)]
  if (packet.kind === 'stp') return [...link, stpLayer(packet)]
  return [...link, layer('Data', { Length: `${packet.bytes.length} octets` })]
}

function stpLayer(bpdu: Bpdu): Layer {
  if (bpdu.type === 'tcn') return layer('Spanning tree', { Type: '0x80 (topology change)' })
  const id = (value: bigint): string =>
    `${brIdPriority(value).toString(16).padStart(4, '0')}.${formatMac(brIdAddress(value))}`
  return layer('Spanning tree', {
    Type: '0x00 (configuration)',
    'Topology change': bpdu.topologyChange ? '1' : '0',
    Acknowledgment: bpdu.topologyChangeAck ? '1' : '0',
    Root: id(bpdu.root),
    'Root path cost': String(bpdu.rootPathCost),
    Bridge: id(bpdu.bridge),
    Port: `0x${bpdu.port.toString(16).padStart(4, '0')}`,
    'Message age': `${bpdu.messageAge} s`,
    'Max age': `${bpdu.maxAge} s`,
    'Hello time': `${bpdu.helloTime} s`,
    'Forward delay': `${bpdu.forwardDelay} s`,
  })
}

function typeName(etherType: number): string {
  return withName(`0x${etherType.toString(16).padStart(4, '0')}`, ETHER_TYPES[etherType])
}

function vlanLayer(tag: VlanTag, etherType: number): Layer {
  return layer('802.1Q', {
    'Priority code point': String(tag.prio),
    'Drop eligible': tag.dei ? '1' : '0',
    'VLAN identifier': String(tag.id),
    Type: typeName(tag.inner?.proto ?? etherType),
  })
}

/** The frame's octets as hex digits. */
export function hexOf(frame: Frame): string {
  let hex = ''
  for (const octet of emitFrame(frame)) hex += octet.toString(16).padStart(2, '0')
  return hex
}

function arpLayer(arp: Arp): Layer {
  const op = arp.op === ARP_REQUEST ? 'request' : arp.op === ARP_REPLY ? 'reply' : undefined
  return layer('ARP', {
    'Hardware type': '1 (Ethernet)',
    'Protocol type': '0x0800 (IPv4)',
    Operation: withName(String(arp.op), op),
    'Sender hardware address': formatMac(arp.sha),
    'Sender protocol address': formatInet(arp.spa),
    'Target hardware address': formatMac(arp.tha),
    'Target protocol address': formatInet(arp.tpa),
  })
}

function ipv4Layers(packet: Ipv4): Layer[] {
  const flags = [packet.df ? 'DF' : '', packet.mf ? 'MF' : ''].filter(Boolean).join(', ')
  const ip = layer('IPv4', {
    Version: '4',
    'Header length': '20 octets',
    'Type of service': `0x${packet.tos.toString(16).padStart(2, '0')}`,
    'Total length': String(ipv4Length(packet)),
    Identification: String(packet.id),
    Flags: flags || 'none',
    'Fragment offset': String(packet.offset),
    'Time to live': String(packet.ttl),
    Protocol: withName(String(packet.protocol), PROTOCOLS[packet.protocol]),
    'Source address': formatInet(packet.src),
    'Destination address': formatInet(packet.dst),
  })
  const { payload } = packet
  if (payload.kind === 'icmp') return [ip, ...icmpLayers(payload)]
  if (payload.kind === 'udp') return [ip, ...udpLayers(payload)]
  if (payload.kind === 'tcp') return [ip, ...tcpLayers(payload)]
  if (payload.kind === 'vxlan') return [ip, ...vxlanLayers(payload)]
  if (payload.kind === 'igmp') return [ip, layer('IGMP', { Message: formatIgmp(payload) })]
  return [ip, layer('Data', { Length: `${payload.bytes.length} octets` })]
}

function tcpLayers(tcp: Tcp): Layer[] {
  return [layer('TCP', tcpFields(tcp)), layer('Data', { Length: `${tcp.data.length} octets` })]
}

function tcpFields(tcp: Tcp): Readonly<Record<string, string>> {
  return {
    'Source port': String(tcp.sport),
    'Destination port': String(tcp.dport),
    'Sequence number': String(tcp.seq),
    'Acknowledgment number': String(tcp.ack),
    'Header length': `${tcpHeaderLength(tcp)} octets`,
    Flags: formatTcpFlags(tcp.flags),
    Window: String(tcp.window),
    Options: tcp.options.map((option) => formatTcpOption(option)).join(', ') || 'none',
  }
}

function udpLayers(udp: Udp): Layer[] {
  const header = layer('UDP', {
    'Source port': String(udp.sport),
    'Destination port': String(udp.dport),
    Length: String(udpLength(udp)),
  })
  return [header, layer('Data', { Length: `${udpLength(udp) - 8} octets` })]
}

function vxlanLayers(vxlan: Vxlan): Layer[] {
  const udp = layer('UDP', {
    'Source port': String(vxlan.sport),
    'Destination port': String(vxlan.dport),
    Length: String(vxlanLength(vxlan)),
  })
  const header = layer('VXLAN', { Flags: '0x08', 'Network identifier': String(vxlan.vni) })
  return [udp, header, ...layersOf(vxlan.frame)]
}

function ipv6Layers(packet: Ipv6): Layer[] {
  const { payload, fragment } = packet
  const layers = [
    layer('IPv6', {
      Version: '6',
      'Traffic class': `0x${packet.tclass.toString(16).padStart(2, '0')}`,
      'Flow label': `0x${packet.flowLabel.toString(16).padStart(5, '0')}`,
      'Payload length': String(ipv6Length(packet) - IPV6_HEADER),
      'Next header': withName(String(packet.nextHeader), PROTOCOLS[packet.nextHeader]),
      'Hop limit': String(packet.hopLimit),
      'Source address': formatInet6(packet.src),
      'Destination address': formatInet6(packet.dst),
    }),
  ]
  if (packet.routerAlert) layers.push(layer('Hop-by-hop options', { 'Router alert': '0 (MLD)' }))
  if (fragment) {
    layers.push(
      layer('Fragment', {
        'Fragment offset': String(fragment.offset),
        'More fragments': fragment.more ? 'yes' : 'no',
        Identification: String(fragment.id),
      }),
    )
  }
  if (payload.kind === 'icmp6') return [...layers, ...icmp6Layers(payload)]
  if (payload.kind === 'udp') return [...layers, ...udpLayers(payload)]
  if (payload.kind === 'tcp') return [...layers, ...tcpLayers(payload)]
  return [...layers, layer('Data', { Length: `${payloadLength6(payload)} octets` })]
}

function icmp6Layers(icmp: Icmp6): Layer[] {
  const type = { Type: withName(String(icmp.type), formatIcmp6(icmp).split(',')[0]), Code: String(icmp.code) }
  if (isIcmp6Echo(icmp)) {
    const echo = { Identifier: String(icmp.id), 'Sequence number': String(icmp.seq) }
    return [layer('ICMPv6', { ...type, ...echo }), layer('Data', { Length: `${icmp.data.length} octets` })]
  }
  if (isIcmp6Error(icmp)) {
    const about = ipv6Layers(icmp.original).map((l) => ({ ...l, name: `${l.name} (quoted)` }))
    return [layer('ICMPv6', type), ...about]
  }
  const target = 'target' in icmp ? { 'Target address': formatInet6(icmp.target) } : {}
  return [layer('ICMPv6', { ...type, ...target, Length: `${icmp6Length(icmp)} octets` })]
}

function icmpLayers(icmp: Icmp): Layer[] {
  const type = { Type: withName(String(icmp.type), formatIcmp(icmp).split(',')[0]), Code: String(icmp.code) }
  if (!isIcmpEcho(icmp)) {
    const about = ipv4Layers(icmp.original).map((l) => ({ ...l, name: `${l.name} (quoted)` }))
    return [layer('ICMP', type), ...about]
  }
  const echo = { Identifier: String(icmp.id), 'Sequence number': String(icmp.seq) }
  return [layer('ICMP', { ...type, ...echo }), layer('Data', { Length: `${icmp.data.length} octets` })]
}

function layer(name: string, fields: Readonly<Record<string, string>>): Layer {
  return { name, fields: Object.entries(fields).map(([field, value]) => ({ name: field, value })) }
}

function withName(number: string, name: string | undefined): string {
  return name === undefined ? number : `${number} (${name})`
}
