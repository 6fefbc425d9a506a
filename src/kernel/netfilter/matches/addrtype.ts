// What an address is to this namespace: its own, a broadcast, … Ref: net/netfilter/xt_addrtype.c
import type { RuleMiss } from '../../../sim/trace.ts'
import { EINVAL } from '../../../uapi/errno.ts'
import type { NftHook } from '../../../uapi/netfilter.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST, RTN_UNICAST } from '../../../uapi/rtnetlink.ts'
import type { XtAddrtype } from '../../../uapi/xt_match.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import { refuse } from '../../core/net.ts'
import type { NfHookState } from '../../core/nf_hooks.ts'
import { inetAddrTypeDev } from '../../ipv4/addr_type.ts'
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

/** Of one device when the rule is about that. */
function typeOf(match: XtAddrtype, state: NfHookState, address: Inet | Inet6 | null): string {
  if (typeof address !== 'number') return 'UNSPEC'
  const dev = match.limitIfaceIn ? state.in : match.limitIfaceOut ? state.out : null
  return NAMES[inetAddrTypeDev(state.net, dev, address)] ?? 'UNSPEC'
}

function sideMatch(match: XtAddrtype, side: Side, state: NfHookState, address: Inet | Inet6 | null): boolean {
  return side === null || side.types.includes(typeOf(match, state, address)) !== side.invert
}

export const addrtypeMatch: XtMatchExtension<XtAddrtype> = {
  name: 'addrtype',
  families: ['ip'],
  check: ({ limitIfaceIn, limitIfaceOut }, { hook }) => {
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
