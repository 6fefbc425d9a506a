// Devices whose other end is a program: ioctls of /dev/net/tun, and what rtnetlink tells of them
// (include/uapi/linux/if_tun.h).

export const IFF_TUN = 0x0001
export const IFF_TAP = 0x0002
export const IFF_MULTI_QUEUE = 0x0100
export const IFF_NO_PI = 0x1000
export const IFF_ONE_QUEUE = 0x2000
export const IFF_VNET_HDR = 0x4000

/** What TUNSETIFF, TUNSETOWNER, TUNSETGROUP and TUNSETPERSIST make of one file that is then closed. */
export interface TunRequest {
  readonly type: 'TUNSETIFF'
  /** With %d the first number that is free. */
  readonly ifname: string
  /** IFF_*. */
  readonly flags: number
  readonly owner: number | null
  readonly group: number | null
  /** False: it was opened only to be let go. */
  readonly persist: boolean
}

/** IFLA_TUN_*. */
export interface TunAttrs {
  /** IFF_*. */
  flags: number
  owner?: number
  group?: number
}
