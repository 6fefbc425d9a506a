// Whether a reply would leave by the device that the packet came in by. Ref: net/ipv4/netfilter/ipt_rpfilter.c,
// net/ipv6/netfilter/ip6t_rpfilter.c
import { isErrno } from '../../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../../uapi/if.ts'
import { RTN_ANYCAST, RTN_LOCAL, RTN_UNICAST } from '../../../uapi/rtnetlink.ts'
import type { XtRpfilter } from '../../../uapi/xt_match.ts'
import { isLimitedBroadcast, isMulticast, isZeronet } from '../../../wire/inet.ts'
import { formatAddress, isLinkLocal6, isMulticast6 } from '../../../wire/inet6.ts'
import type { Ipv6 } from '../../../wire/ipv6.ts'
import type { NetDevice } from '../../core/net.ts'
import type { NfHookState } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { inetAddrType } from '../../ipv4/addr_type.ts'
import { ipv4Of } from '../../ipv4/netns_ipv4.ts'
import { fib6Lookup } from '../../ipv6/route.ts'
import { sourceOf } from '../pktinfo.ts'
import type { XtMatchExtension } from '../x_tables.ts'

function comesBack(match: XtRpfilter, skb: SkBuff, state: NfHookState): boolean {
  const { packet } = skb
  const dev = state.in
  if (!dev || dev.flags & IFF_LOOPBACK) return true
  if (packet.kind === 'ipv6') return packet.src === 0n || comesBack6(match, skb, packet, dev)
  if (packet.kind !== 'ipv4') return true
  const { src, dst } = packet
  if (isMulticast(dst) && isZeronet(src)) return true
  const group = isMulticast(dst) || isLimitedBroadcast(dst) || isZeronet(dst)
  const { net } = state
  const saddr = group || inetAddrType(net, dst) !== RTN_LOCAL ? 0 : dst
  const mark = match.validmark ? skb.mark : 0
  const found = ipv4Of(net).fib.lookup({ daddr: src, saddr, tos: packet.tos & 0x1c, oif: 0, mark })
  if (!found) return false
  const { type, nhs } = found.alias.info
  if (type !== RTN_UNICAST && (type !== RTN_LOCAL || !match.acceptLocal)) return false
  return match.loose || nhs.some((nh) => nh.dev === dev)
}

/** Ref: rpfilter_lookup_reverse6() */
function comesBack6(match: XtRpfilter, skb: SkBuff, packet: Ipv6, dev: NetDevice): boolean {
  const { src, dst } = packet
  const { net } = skb.dev
  const iface = isLinkLocal6(src)
  const oif = iface || !match.loose ? dev.index : 0
  const mark = match.validmark ? skb.mark : 0
  const flow = { daddr: src, saddr: isMulticast6(dst) ? 0n : dst, oif, mark }
  const route = fib6Lookup(net, flow, oif, { iface, reachable: false, ignoreLinkState: false })
  if (isErrno(route) || route.error !== null || route.discards || route.type === RTN_ANYCAST) return false
  const own = route.type === RTN_LOCAL
  if (own && !match.acceptLocal) return false
  return match.loose || (!own && route.dev === dev)
}

export const rpfilterMatch: XtMatchExtension<XtRpfilter> = {
  name: 'rpfilter',
  tables: ['raw', 'mangle'],
  hooks: ['PREROUTING'],
  compile: (match) => (skb, state) => comesBack(match, skb, state) !== match.invert,
  why: ({ invert }, skb, state) => {
    const source = sourceOf(skb)
    const by = `by ${state.in?.name ?? 'no device'}`
    return {
      option: invert ? '--rpfilter --invert' : '--rpfilter',
      wanted: invert ? `no way back ${by}` : `a way back ${by}`,
      found: `${invert ? 'one' : 'none'} to ${source === null ? 'no address' : formatAddress(source)}`,
    }
  },
}
