// Routes to oneself. Ref: net/ipv6/route.c:addrconf_f6i_alloc()
import { RT_TABLE_LOCAL, RTPROT_KERNEL } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NetDevice } from '../core/net.ts'
import type { Fib6Info } from './ip6_fib.ts'

/** `type`: RTN_LOCAL or RTN_ANYCAST. */
export function localRoute(dev: NetDevice, dst: Inet6, type: number): Fib6Info {
  return {
    table: RT_TABLE_LOCAL,
    dst,
    length: 128,
    metric: 0,
    type,
    protocol: RTPROT_KERNEL,
    dev,
    gateway: null,
    flags: 0,
    weight: 1,
    prefsrc: null,
    mtu: 0,
    advmss: 0,
    hopLimit: 0,
    error: null,
    discards: false,
    expires: null,
    exceptions: null,
  }
}
