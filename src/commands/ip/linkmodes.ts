// Names of what VLANs, macvlans and ipvlans are set to.
import {
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_SOURCE,
  MACVLAN_MODE_VEPA,
  VLAN_FLAG_BRIDGE_BINDING,
  VLAN_FLAG_GVRP,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_MVRP,
  VLAN_FLAG_REORDER_HDR,
} from '../../uapi/if_link.ts'
import { ETH_P_8021AD, ETH_P_8021Q } from '../../wire/vlan.ts'
import { parseUnsigned } from './utils.ts'

export const MACVLAN_MODES: ReadonlyMap<number, string> = new Map([
  [MACVLAN_MODE_PRIVATE, 'private'],
  [MACVLAN_MODE_VEPA, 'vepa'],
  [MACVLAN_MODE_BRIDGE, 'bridge'],
  [MACVLAN_MODE_PASSTHRU, 'passthru'],
  [MACVLAN_MODE_SOURCE, 'source'],
])

/** By IPVLAN_MODE_*. */
export const IPVLAN_MODES: readonly string[] = ['l2', 'l3', 'l3s']

export const VLAN_FLAG_NAMES: readonly (readonly [number, string])[] = [
  [VLAN_FLAG_REORDER_HDR, 'REORDER_HDR'],
  [VLAN_FLAG_GVRP, 'GVRP'],
  [VLAN_FLAG_MVRP, 'MVRP'],
  [VLAN_FLAG_LOOSE_BINDING, 'LOOSE_BINDING'],
  [VLAN_FLAG_BRIDGE_BINDING, 'BRIDGE_BINDING'],
]

/** Names of EtherTypes that people give or see here; iproute2 knows some more of the rare ones. */
const LL_PROTOS: readonly (readonly [string, number])[] = [
  ['loop', 0x0060],
  ['ip', 0x0800],
  ['x25', 0x0805],
  ['arp', 0x0806],
  ['rarp', 0x8035],
  ['ipx', 0x8137],
  ['ipv6', 0x86dd],
  ['ppp_disc', 0x8863],
  ['ppp_ses', 0x8864],
  ['all', 0x0003],
  ['802.1Q', ETH_P_8021Q],
  ['802.1ad', ETH_P_8021AD],
  ['mpls_uc', 0x8847],
  ['mpls_mc', 0x8848],
]

/** A name in any case, or a number. Ref: iproute2 lib/ll_proto.c:ll_proto_a2n() */
export function parseLlProto(word: string): number | null {
  const known = LL_PROTOS.find(([name]) => name.toLowerCase() === word.toLowerCase())
  return known ? known[1] : parseUnsigned(word, 0xffff)
}

/** Ref: iproute2 lib/ll_proto.c:ll_proto_n2a() */
export function formatLlProto(proto: number): string {
  return LL_PROTOS.find(([, value]) => value === proto)?.[0] ?? `[${proto}]`
}
