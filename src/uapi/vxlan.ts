// Attributes of VXLAN devices (IFLA_VXLAN_*).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'

export const VXLAN_DF_SET = 1
export const VXLAN_DF_INHERIT = 2

export interface VxlanAttrs {
  id?: number
  /** IFLA_VXLAN_GROUP: where unknown destinations go, one remote or a multicast group; 0.0.0.0 is none. */
  remote?: Inet | Inet6
  local?: Inet | Inet6
  /** Index of the underlying device, in the namespace the device was made in. */
  link?: number
  portRange?: { low: number; high: number }
  port?: number
  ttl?: number
  ttlInherit?: boolean
  /** 1: the inner packet's. */
  tos?: number
  df?: number
  label?: number
  learning?: boolean
  proxy?: boolean
  rsc?: boolean
  l2miss?: boolean
  l3miss?: boolean
  /** Seconds. */
  ageing?: number
  /** Most entries of the forwarding database; 0 is no limit. */
  limit?: number
  udpCsum?: boolean
  udpZeroCsum6Tx?: boolean
  udpZeroCsum6Rx?: boolean
  /** Tunnels are chosen by routes and filters, not by the device. */
  collectMetadata?: boolean
}
