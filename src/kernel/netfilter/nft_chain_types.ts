// How a base chain comes to its packets: a filter chain sees all at its hook, a route chain has what it changed routed
// anew, a nat chain is asked by the NAT engine. Ref: net/netfilter/nft_chain_filter.c, nft_chain_nat.c, nft_chain_route.c
import type { NftHook } from '../../uapi/netfilter.ts'
import type { Packet } from '../../wire/ethernet.ts'
import type { Net } from '../core/net.ts'
import {
  NF_ACCEPT,
  NF_STOLEN,
  type NfHookFn,
  type NfHookName,
  type NfHookOps,
  type NfProto,
} from '../core/nf_hooks.ts'
import { drop } from '../core/trace.ts'
import { ipRouteMeHarder } from '../ipv4/netfilter.ts'
import { ip6RouteMeHarder } from '../ipv6/netfilter.ts'
import type { Chain } from './nf_tables.ts'
import { nftDoChain } from './nf_tables_core.ts'

/** Set by the NAT engine: its hook function asks the chains for a flow's first packet. Ref: nf_nat_register_fn() */
export const natHook: {
  register: (net: Net, ops: NfHookOps) => void
  unregister: (net: Net, ops: NfHookOps) => void
} = { register: () => {}, unregister: () => {} }

const HOOKS: Readonly<Record<NftHook, NfHookName>> = {
  PREROUTING: 'PRE_ROUTING',
  INPUT: 'LOCAL_IN',
  FORWARD: 'FORWARD',
  OUTPUT: 'LOCAL_OUT',
  POSTROUTING: 'POST_ROUTING',
}

/** Puts a base chain at its hook. Ref: nf_tables_register_hook() */
export function nftRegisterHook(chain: Chain): void {
  const { base, table } = chain
  if (!base || chain.ops) return
  const pf: NfProto = table.family === 'ip' ? 'ipv4' : 'ipv6'
  const fn = table.name === 'mangle' && base.hook === 'OUTPUT' ? routeChain(chain) : filterChain(chain)
  chain.ops = { pf, hook: HOOKS[base.hook], priority: base.priority, fn }
  if (table.name === 'nat') natHook.register(table.net, chain.ops)
  else table.net.nf.register(chain.ops)
}

/** Ref: nf_tables_unregister_hook() */
export function nftUnregisterHook(chain: Chain): void {
  const { table, ops } = chain
  if (!ops) return
  chain.ops = null
  if (table.name === 'nat') natHook.unregister(table.net, ops)
  else table.net.nf.unregister(ops)
}

function filterChain(chain: Chain): NfHookFn {
  return (skb, state) => nftDoChain(chain, skb, state)
}

/** Whether another route may be its now. */
function movedElsewhere(was: Packet, now: Packet, marked: boolean): boolean {
  if (was.kind === 'ipv4' && now.kind === 'ipv4') {
    return marked || now.src !== was.src || now.dst !== was.dst || now.tos !== was.tos
  }
  if (was.kind !== 'ipv6' || now.kind !== 'ipv6') return false
  return marked || now.src !== was.src || now.dst !== was.dst || now.hopLimit !== was.hopLimit
}

/** Ref: nf_route_table_hook4(), nf_route_table_hook6() */
function routeChain(chain: Chain): NfHookFn {
  return (skb, state) => {
    const { packet, mark } = skb
    const verdict = nftDoChain(chain, skb, state)
    const now = skb.packet
    if (verdict !== NF_ACCEPT || !movedElsewhere(packet, now, skb.mark !== mark)) return verdict
    const refused =
      now.kind === 'ipv4'
        ? ipRouteMeHarder(skb, now)
        : now.kind === 'ipv6'
          ? ip6RouteMeHarder(skb, now)
          : null
    if (!refused) return NF_ACCEPT
    drop(skb, 'ipRouteMeHarder', 'IP_OUTNOROUTES', refused)
    return NF_STOLEN
  }
}
