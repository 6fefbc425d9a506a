// VLAN tags (IEEE 802.1Q-2018 §9.3 C-tag, §9.5 S-tag): four octets between the source address and the EtherType.
import { put16, u16 } from './octets.ts'

export const ETH_P_8021Q = 0x8100
export const ETH_P_8021AD = 0x88a8
export const VLAN_HLEN = 4

/** A tag, and under it the next one when there are several (QinQ): to push is to wrap, to pop is to unwrap. */
export interface VlanTag {
  /** ETH_P_8021Q or ETH_P_8021AD. */
  readonly proto: number
  /** 0…4095. */
  readonly id: number
  /** Priority code point, 0…7. */
  readonly prio: number
  /** Drop eligible. */
  readonly dei: boolean
  readonly inner: VlanTag | null
}

export function isVlanProto(etherType: number): boolean {
  return etherType === ETH_P_8021Q || etherType === ETH_P_8021AD
}

/** Octets of a tag and of those under it. */
export function vlanLength(tag: VlanTag): number {
  let length = 0
  for (let at: VlanTag | null = tag; at; at = at.inner) length += VLAN_HLEN
  return length
}

/** The tags from `offset`, where an EtherType stands; null when that is none of a tag's, or when octets are missing. */
export function parseVlan(bytes: Uint8Array, offset: number): VlanTag | null {
  if (bytes.length < offset + VLAN_HLEN + 2 || !isVlanProto(u16(bytes, offset))) return null
  const tci = u16(bytes, offset + 2)
  return {
    proto: u16(bytes, offset),
    id: tci & 0xfff,
    prio: tci >> 13,
    dei: (tci & 0x1000) !== 0,
    inner: parseVlan(bytes, offset + VLAN_HLEN),
  }
}

/** Writes a tag and those under it; gives where the EtherType of what they carry goes. */
export function emitVlan(bytes: Uint8Array, offset: number, tag: VlanTag): number {
  put16(bytes, offset, tag.proto)
  put16(bytes, offset + 2, (tag.prio << 13) | (tag.dei ? 0x1000 : 0) | tag.id)
  return tag.inner ? emitVlan(bytes, offset + VLAN_HLEN, tag.inner) : offset + VLAN_HLEN
}

/** One tag as tcpdump words it: `vlan 10, p 0`, `vlan 10, p 3, DEI`. */
export function formatVlan(tag: VlanTag): string {
  return `vlan ${tag.id}, p ${tag.prio}${tag.dei ? ', DEI' : ''}`
}
