// What an address is to this namespace: its own, a broadcast, … Of IPv6 it may be several things at once.
// Ref: net/netfilter/xt_addrtype.c
import type { RuleMiss } from '../../../sim/trace.ts'
import { EINVAL, isErrno } from '../../../uapi/errno.ts'
import type { NftHook } from '../../../uapi/netfilter.ts'
import { RTN_ANYCAST, RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST, RTN_UNICAST } from '../../../uapi/rtnetlink.ts'
import type { XtAddrtype } from '../../../uapi/xt_match.ts'
import type { Inet } from '../../../wire/inet.ts'
import { isMulticast6, type Inet6 } from '../../../wire/inet6.ts'
import { refuse, type Net, type NetDevice } from '../../core/net.ts'
import type { NfHookState } from '../../core/nf_hooks.ts'
import { inetAddrTypeDev } from '../../ipv4/addr_type.ts'
import { ipv6ChkAddr } from '../../ipv6/locals.ts'
import { ip6RouteOutput } from '../../ipv6/route.ts'
import { destinationOf, sourceOf } from '../pktinfo.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

const NAMES: Readonly<Record<number, string>> = {
  [RTN_UNICAST]: 'UNICAST',
  [RTN_LOCAL]: 'LOCAL',
  [RTN_BROADCAST]: 'BROADCAST',
  [RTN_MULTICAST]: 'MULTICAST',
}

const NOT_YET_OUT: ReadonlySet<NftHook | null> = new Set(['PREROUTING', 'INPUT'])
const NO_LONGER_IN: ReadonlySet<NftHook | null> = new Set(['OUTPUT', 'POSTROUTING'])

type Side = XtAddrtype['source']

function deviceOf({ limitIfaceIn, limitIfaceOut }: XtAddrtype, state: NfHookState): NetDevice | null {
  return limitIfaceIn ? state.in : limitIfaceOut ? state.out : null
}

/** Of one device when the rule is about that. */
function typeOf(match: XtAddrtype, state: NfHookState, address: Inet | Inet6 | null): string {
  if (address === null) return 'UNSPEC'
  const dev = deviceOf(match, state)
  if (typeof address === 'number') return NAMES[inetAddrTypeDev(state.net, dev, address)] ?? 'UNSPEC'
  return [...plainType6(address), ...lookupRt6(state.net, dev, address, true)].join(',')
}

/** What is seen of the address alone. Ref: ipv6_addr_type() */
function plainType6(address: Inet6): readonly string[] {
  if (address === 0n) return ['UNSPEC']
  return [isMulticast6(address) ? 'MULTICAST' : 'UNICAST']
}

/** What its route makes of it. `own`: of a device, whether it has that address. Ref: match_lookup_rt6() */
function lookupRt6(net: Net, dev: NetDevice | null, address: Inet6, own: boolean): readonly string[] {
  const types = dev && own && ipv6ChkAddr(net, address, dev) ? ['LOCAL'] : []
  const oif = dev?.index ?? 0
  const found = ip6RouteOutput(net, { daddr: address, saddr: 0n, oif, mark: 0 }, false)
  if (isErrno(found)) return ['UNREACHABLE']
  const { type } = found.dst
  if (!dev && type === RTN_LOCAL) types.push('LOCAL')
  if (type === RTN_ANYCAST) types.push('ANYCAST')
  return types
}

const LOOKED_UP: ReadonlySet<string> = new Set(['ANYCAST', 'LOCAL', 'UNREACHABLE'])

/** Ref: match_type6() */
function typeMatch6(
  match: XtAddrtype,
  types: readonly string[],
  state: NfHookState,
  address: Inet6,
): boolean {
  const plain = plainType6(address)
  const wrong = ['MULTICAST', 'UNICAST', 'UNSPEC'].some((t) => types.includes(t) && !plain.includes(t))
  if (wrong) return false
  if (!types.some((t) => LOOKED_UP.has(t))) return true
  const found = lookupRt6(state.net, deviceOf(match, state), address, types.includes('LOCAL'))
  return found.some((type) => types.includes(type))
}

function sideMatch(match: XtAddrtype, side: Side, state: NfHookState, address: Inet | Inet6 | null): boolean {
  if (side === null) return true
  const { types, invert } = side
  const is =
    typeof address === 'bigint'
      ? typeMatch6(match, types, state, address)
      : types.includes(typeOf(match, state, address))
  return is !== invert
}

/** IPv6 has no broadcasts, and what a route refuses is not told apart. */
const NOT_OF_INET6: ReadonlySet<string> = new Set(['BROADCAST', 'PROHIBIT', 'THROW', 'NAT', 'XRESOLVE'])

export const addrtypeMatch: XtMatchExtension<XtAddrtype> = {
  name: 'addrtype',
  check: ({ source, destination, limitIfaceIn, limitIfaceOut }, { family, hook }) => {
    const types = [...(source?.types ?? []), ...(destination?.types ?? [])]
    if (family === 'ip6' && types.some((type) => NOT_OF_INET6.has(type))) return refuse(EINVAL)
    if (limitIfaceIn && limitIfaceOut) return refuse(EINVAL)
    if (limitIfaceOut && NOT_YET_OUT.has(hook)) return refuse(EINVAL)
    return limitIfaceIn && NO_LONGER_IN.has(hook) ? refuse(EINVAL) : null
  },
  compile: (match) => (skb, state) =>
    sideMatch(match, match.source, state, sourceOf(skb)) &&
    sideMatch(match, match.destination, state, destinationOf(skb)),
  why: (match, skb, state): RuleMiss => {
    const { source, destination } = match
    const bad = sideMatch(match, source, state, sourceOf(skb)) ? destination : source
    const address = bad === source ? sourceOf(skb) : destinationOf(skb)
    return {
      option: not(bad === source ? '--src-type' : '--dst-type', bad?.invert ?? false),
      wanted: bad?.types.join(',') ?? '',
      found: typeOf(match, state, address),
    }
  },
}
