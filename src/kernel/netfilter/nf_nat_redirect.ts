// Redirecting to the machine itself. Ref: net/netfilter/nf_nat_redirect.c
import type { NatRange } from '../../uapi/xt_target.ts'
import { INADDR_LOOPBACK, type Inet } from '../../wire/inet.ts'
import { IN6ADDR_LOOPBACK, type Inet6 } from '../../wire/inet6.ts'
import { NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { inDev } from '../ipv4/in_device.ts'
import { nfCtGet } from './nf_conn.ts'
import { nfNatSetupInfo } from './nf_nat_core.ts'

/** Of this machine's own packets lo, of others the address of the device they came by. Ref: nf_nat_redirect_ipv4(), _ipv6() */
export function nfNatRedirect(skb: SkBuff, state: NfHookState, range: NatRange): NfVerdict {
  const ct = nfCtGet(skb)
  const to = newDestination(skb, state)
  if (!ct || to === null) return NF_DROP
  return nfNatSetupInfo(state.net, ct, { ...range, addresses: { min: to, max: to } }, 'DST')
}

function newDestination(skb: SkBuff, state: NfHookState): Inet | Inet6 | null {
  const own = state.hook === 'LOCAL_OUT'
  if (state.pf === 'ipv6') return own ? IN6ADDR_LOOPBACK : null
  return own ? INADDR_LOOPBACK : (inDev(skb.dev)?.addresses[0]?.local ?? null)
}
