// Device flags, states and types (include/uapi/linux/if.h, if_arp.h).

export const IFNAMSIZ = 16

export const IFF_UP = 0x1
export const IFF_BROADCAST = 0x2
export const IFF_DEBUG = 0x4
export const IFF_LOOPBACK = 0x8
export const IFF_POINTOPOINT = 0x10
export const IFF_NOTRAILERS = 0x20
export const IFF_RUNNING = 0x40
export const IFF_NOARP = 0x80
export const IFF_PROMISC = 0x100
export const IFF_ALLMULTI = 0x200
export const IFF_MULTICAST = 0x1000
export const IFF_DYNAMIC = 0x8000
export const IFF_LOWER_UP = 0x10000
export const IFF_DORMANT = 0x20000

/** RFC 2863 operational states, by IF_OPER_* number. */
export const OPERSTATES = [
  'UNKNOWN',
  'NOTPRESENT',
  'DOWN',
  'LOWERLAYERDOWN',
  'TESTING',
  'DORMANT',
  'UP',
] as const
export type OperState = (typeof OPERSTATES)[number]

export const ARPHRD_ETHER = 1
export const ARPHRD_LOOPBACK = 772
/** Frames without a link header. */
export const ARPHRD_NONE = 65534
