// Words of `ip link add … type KIND` for links that stand on another.
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODE_L2,
  IPVLAN_MODE_L3,
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_SOURCE,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_REORDER_HDR,
  type IpvlanAttrs,
  type MacvlanAttrs,
  type QosMapping,
  type VlanAttrs,
} from '../uapi/if_link.ts'
import type { LinkInfo } from '../uapi/rtnetlink.ts'
import { formatMac } from '../wire/mac.ts'
import { ETH_P_8021AD } from '../wire/vlan.ts'

/** `mode bridge`, `id 10`: empty for kinds without. */
export function stackedWords(info: LinkInfo | undefined): string {
  if (info?.vlan) return vlanWords(info.vlan)
  if (info?.macvlan) return macvlanWords(info.macvlan)
  return info?.ipvlan ? ipvlanWords(info.ipvlan) : ''
}

/** What a picture calls it: `bridge`, `l2`, `10` of a VLAN; null for kinds without. */
export function stackedMode(info: LinkInfo | undefined): string | null {
  if (info?.vlan) return String(info.vlan.id ?? 0)
  if (info?.macvlan) return macvlanMode(info.macvlan)
  return info?.ipvlan ? ipvlanMode(info.ipvlan) : null
}

function vlanWords({ protocol, id = 0, flags = 0, ingressQos, egressQos }: VlanAttrs): string {
  const words = [`id ${id}`]
  if (protocol === ETH_P_8021AD) words.unshift('protocol 802.1ad')
  if (!(flags & VLAN_FLAG_REORDER_HDR)) words.push('reorder_hdr off')
  if (flags & VLAN_FLAG_LOOSE_BINDING) words.push('loose_binding on')
  if (ingressQos) words.push(`ingress-qos-map ${qosWords(ingressQos)}`)
  if (egressQos) words.push(`egress-qos-map ${qosWords(egressQos)}`)
  return words.join(' ')
}

function qosWords(map: readonly QosMapping[]): string {
  return map.map(({ from, to }) => `${from}:${to}`).join(' ')
}

const MACVLAN_MODES: Readonly<Record<number, string>> = {
  [MACVLAN_MODE_PRIVATE]: 'private',
  [MACVLAN_MODE_BRIDGE]: 'bridge',
  [MACVLAN_MODE_PASSTHRU]: 'passthru',
  [MACVLAN_MODE_SOURCE]: 'source',
}

function macvlanMode({ mode = 0 }: MacvlanAttrs): string {
  return MACVLAN_MODES[mode] ?? 'vepa'
}

function macvlanWords(macvlan: MacvlanAttrs): string {
  const { flags = 0, macaddrs = [], bcQueueLen = 1000 } = macvlan
  const words = [`mode ${macvlanMode(macvlan)}`]
  if (flags & MACVLAN_FLAG_NOPROMISC) words.push('flag nopromisc')
  if (flags & MACVLAN_FLAG_NODST) words.push('flag nodst')
  if (bcQueueLen !== 1000) words.push(`bcqueuelen ${bcQueueLen}`)
  if (macaddrs.length > 0) words.push(`macaddr set ${macaddrs.map(formatMac).join(' ')}`)
  return words.join(' ')
}

function ipvlanMode({ mode }: IpvlanAttrs): string {
  return mode === IPVLAN_MODE_L2 ? 'l2' : mode === IPVLAN_MODE_L3 ? 'l3' : 'l3s'
}

function ipvlanWords(ipvlan: IpvlanAttrs): string {
  const { flags = 0 } = ipvlan
  const share = flags & IPVLAN_F_PRIVATE ? ' private' : flags & IPVLAN_F_VEPA ? ' vepa' : ''
  return `mode ${ipvlanMode(ipvlan)}${share}`
}
