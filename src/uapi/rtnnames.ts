// What types of routes and of addresses are called.

/** By RTN_*. Ref: include/uapi/linux/rtnetlink.h */
export const RTN_NAMES: readonly string[] = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'BROADCAST',
  'ANYCAST',
  'MULTICAST',
  'BLACKHOLE',
  'UNREACHABLE',
  'PROHIBIT',
  'THROW',
  'NAT',
  'XRESOLVE',
]
