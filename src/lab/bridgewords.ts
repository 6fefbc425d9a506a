// Bridges, their VLANs and VXLAN devices as the words that make them.
import type { BridgeAttrs, BridgePortAttrs, BridgeVlanMessage } from '../uapi/bridge.ts'
import { NUD_PERMANENT, type LinkMessage, type NeighMessage } from '../uapi/rtnetlink.ts'
import type { VxlanAttrs } from '../uapi/vxlan.ts'
import { formatInet, type Inet } from '../wire/inet.ts'
import { formatMac, MAC_ZERO } from '../wire/mac.ts'

const BRIDGE_DEFAULTS = {
  forward_delay: ['forwardDelay', 1500],
  hello_time: ['helloTime', 200],
  max_age: ['maxAge', 2000],
  ageing_time: ['ageingTime', 30000],
  stp_state: ['stpState', 0],
  priority: ['priority', 0x8000],
  vlan_filtering: ['vlanFiltering', 0],
  vlan_default_pvid: ['vlanDefaultPvid', 1],
  group_fwd_mask: ['groupFwdMask', 0],
  mcast_snooping: ['mcastSnooping', 1],
  mcast_querier: ['mcastQuerier', 0],
  mcast_igmp_version: ['mcastIgmpVersion', 2],
} as const

type SettingName = (typeof BRIDGE_DEFAULTS)[keyof typeof BRIDGE_DEFAULTS][0]
export type BridgeWords = Readonly<Partial<Record<SettingName, number>>>

/** Of a bridge what commands set. */
export function bridgeSettings(attrs: BridgeAttrs): BridgeWords {
  return Object.fromEntries(
    Object.values(BRIDGE_DEFAULTS).map(([name, usual]) => [name, attrs[name] ?? usual]),
  )
}

/** Words of `ip link set BRIDGE type bridge` for what is not as it was. */
export function bridgeWords(from: BridgeWords | null, to: BridgeWords): string {
  const words: string[] = []
  for (const [word, [name, usual]] of Object.entries(BRIDGE_DEFAULTS)) {
    const value = to[name] ?? usual
    if (value !== (from?.[name] ?? usual)) words.push(`${word} ${value}`)
  }
  return words.join(' ')
}

const PORT_DEFAULTS = {
  hairpin: ['hairpin', false],
  guard: ['guard', false],
  root_block: ['rootBlock', false],
  fastleave: ['fastLeave', false],
  learning: ['learning', true],
  flood: ['flood', true],
  mcast_flood: ['mcastFlood', true],
  bcast_flood: ['bcastFlood', true],
  isolated: ['isolated', false],
  neigh_suppress: ['neighSuppress', false],
} as const

const PORT_NUMBERS = { cost: 2, priority: 32 } as const

type PortName = (typeof PORT_DEFAULTS)[keyof typeof PORT_DEFAULTS][0]
export type PortWords = Readonly<
  Partial<Record<PortName, boolean> & Record<keyof typeof PORT_NUMBERS, number>>
>

export function portSettings(attrs: BridgePortAttrs): PortWords {
  const { cost = PORT_NUMBERS.cost, priority = PORT_NUMBERS.priority } = attrs
  const switches = Object.values(PORT_DEFAULTS).map(([name, usual]) => [name, attrs[name] ?? usual])
  return { ...Object.fromEntries(switches), cost, priority }
}

/** Words of `bridge link set dev PORT` for what is not as it was. */
export function portWords(from: PortWords | null, to: PortWords): string {
  const words: string[] = []
  for (const [word, [name, usual]] of Object.entries(PORT_DEFAULTS)) {
    const value = to[name] ?? usual
    if (value !== (from?.[name] ?? usual)) words.push(`${word} ${value ? 'on' : 'off'}`)
  }
  for (const name of ['cost', 'priority'] as const) {
    const value = to[name] ?? PORT_NUMBERS[name]
    if (value !== (from?.[name] ?? PORT_NUMBERS[name])) words.push(`${name} ${value}`)
  }
  return words.join(' ')
}

/** Words of `bridge vlan add`; nothing for bridges that never heard of VLANs. */
export function vlanWords(vlan: BridgeVlanMessage, links: ReadonlyMap<number, LinkMessage>): string[] {
  const link = links.get(vlan.index)
  const bridge = link?.linkinfo?.bridge ? link : links.get(link?.master ?? 0)
  if (!link || bridge?.linkinfo?.bridge?.vlanProtocol === undefined) return []
  const flags = [vlan.pvid ? ' pvid' : '', vlan.untagged ? ' untagged' : '', bridge === link ? ' self' : '']
  return [`vid ${vlan.vid} dev ${link.ifname}${flags.join('')}`]
}

/** What comes behind `type vxlan`. A device of another namespace's underlying device is made without it. */
export function vxlanWords(attrs: VxlanAttrs, names: ReadonlyMap<number, string> | null): string {
  const words = attrs.collectMetadata ? ['external'] : [`id ${attrs.id ?? 0}`]
  const lower = names?.get(attrs.link ?? 0)
  if (lower !== undefined) words.push(`dev ${lower}`)
  const remote = Number(attrs.remote ?? 0)
  const group = remote >>> 28 === 0xe
  if (remote !== 0 && (!group || lower !== undefined)) {
    words.push(`${group ? 'group' : 'remote'} ${formatInet(remote)}`)
  }
  if (attrs.local) words.push(`local ${formatInet(Number(attrs.local))}`)
  words.push(`dstport ${attrs.port ?? 0}`)
  const range = attrs.portRange
  if (range && range.high > 0) words.push(`srcport ${range.low} ${range.high}`)
  if (attrs.ttlInherit) words.push('ttl inherit')
  else if (attrs.ttl) words.push(`ttl ${attrs.ttl}`)
  if (attrs.tos) words.push(attrs.tos === 1 ? 'tos inherit' : `tos 0x${attrs.tos.toString(16)}`)
  if (attrs.df) words.push(`df ${attrs.df === 1 ? 'set' : 'inherit'}`)
  if (!attrs.learning && !attrs.collectMetadata) words.push('nolearning')
  for (const key of ['proxy', 'rsc', 'l2miss', 'l3miss'] as const) if (attrs[key]) words.push(key)
  if (attrs.ageing !== 300) words.push(`ageing ${attrs.ageing}`)
  if (attrs.limit) words.push(`maxaddress ${attrs.limit}`)
  if (!attrs.udpCsum) words.push('noudpcsum')
  return words.join(' ')
}

/** Words of `bridge fdb append` for a remote that was set by hand, not for the one the device was made with. */
export function vxlanFdbWords(
  n: NeighMessage,
  link: LinkMessage | undefined,
  names: ReadonlyMap<number, string>,
): string[] {
  const attrs = link?.linkinfo?.vxlan
  if (!attrs || n.dst === undefined || n.lladdr === undefined || !(n.state & NUD_PERMANENT)) return []
  if (n.lladdr === MAC_ZERO && n.dst === attrs.remote) return []
  const words = [`${formatMac(n.lladdr)} dev ${link.ifname} dst ${formatInet(n.dst as Inet)}`]
  if (n.port !== undefined) words.push(`port ${n.port}`)
  if (n.vni !== undefined) words.push(`vni ${n.vni}`)
  const via = names.get(n.ifindex ?? 0)
  if (via !== undefined && link.linkNetnsid === undefined) words.push(`via ${via}`)
  return [words.join(' ')]
}
