// The flow label of what is sent (RFC 6437).
import type { Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../core/net.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { flowHash } from './route.ts'

/** The same for all packets of a flow (RFC 6437). Ref: ip6_make_flowlabel() */
export function flowLabel(net: Net, saddr: Inet6, daddr: Inet6, protocol: number): number {
  const { sysctls, flowSeed } = ipv6Of(net)
  return sysctls['auto_flowlabels'] ? flowHash(flowSeed, saddr, daddr, protocol) & 0xfffff : 0
}
