// Telling whoever listens what becomes of rule sets, and which rules a traced packet meets. Nothing is built while nobody
// listens. Ref: net/netfilter/nf_tables_trace.c, net/netfilter/nf_tables_api.c:nf_tables_commit()
import { WaitQueue } from '../../sim/wait.ts'
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import type {
  NftChange,
  NftEvent,
  NftGeneration,
  NftMonitorGroups,
  NftMonitorSocket,
  NftTracePacket,
  NftTraceVerdict,
} from '../../uapi/nfmonitor.ts'
import type { Net } from '../core/net.ts'
import { NF_ACCEPT, NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { jhash2 } from './jhash.ts'
import { nftablesOf, type Chain, type Rule } from './nf_tables.ts'
import { XT_RETURN } from './nft_code.ts'
import { XT_CONTINUE } from './x_tables.ts'

/** Ref: net/netlink/af_netlink.c:netlink_bind(), of NFNLGRP_NFTABLES and NFNLGRP_NFTRACE */
export class NftMonitor extends WaitQueue implements NftMonitorSocket {
  readonly #net: Net
  readonly #groups: NftMonitorGroups
  readonly #events: NftEvent[] = []

  constructor(net: Net, groups: NftMonitorGroups) {
    super()
    this.#net = net
    this.#groups = groups
    const nft = nftablesOf(net)
    if (groups.rules) nft.ruleListeners.add(this)
    if (groups.trace) nft.traceListeners.add(this)
  }

  tell(event: NftEvent): void {
    this.#events.push(event)
    this.wake()
  }

  recv(): NftEvent | Errno {
    return this.#events.shift() ?? EAGAIN
  }

  close(): void {
    const nft = nftablesOf(this.#net)
    if (this.#groups.rules) nft.ruleListeners.delete(this)
    if (this.#groups.trace) nft.traceListeners.delete(this)
  }
}

/** Ref: nf_tables_gen_notify() */
export function nftNotify(net: Net, events: readonly (NftChange | NftGeneration)[]): void {
  for (const listener of nftablesOf(net).ruleListeners) for (const event of events) listener.tell(event)
}

/** A rule that the packet matched and what came of it; null: a base chain's policy. Ref: nft_trace_notify() */
export function nftTraceNotify(
  chain: Chain,
  rule: Rule | null,
  verdict: NftTraceVerdict,
  skb: SkBuff,
  state: NfHookState,
): void {
  const { table } = chain
  const nft = nftablesOf(table.net)
  if (nft.traceListeners.size === 0) return
  const known = nft.traced?.state === state && nft.traced.table === table
  if (!known) nft.traced = { state, table }
  const event: NftEvent = {
    type: 'TRACE',
    family: table.family,
    table: table.name,
    id: traceId(skb),
    chain: chain.name,
    packet: known ? null : tracePacket(skb, state),
    rule,
    verdict,
  }
  for (const listener of nft.traceListeners) listener.tell(event)
}

export function nftTraceRule(
  chain: Chain,
  rule: Rule,
  verdict: NfVerdict | typeof XT_CONTINUE | typeof XT_RETURN,
  skb: SkBuff,
  state: NfHookState,
): void {
  nftTraceNotify(chain, rule, verdictName(verdict), skb, state)
}

function verdictName(verdict: NfVerdict | typeof XT_CONTINUE | typeof XT_RETURN): NftTraceVerdict {
  switch (verdict) {
    case NF_ACCEPT:
      return 'ACCEPT'
    case NF_DROP:
      return 'DROP'
    case XT_CONTINUE:
      return 'CONTINUE'
    case XT_RETURN:
      return 'RETURN'
    default:
      return 'STOLEN'
  }
}

/** Another on its way back from lo. Ref: nft_trace_fill_id() */
function traceId({ id, frame }: SkBuff): number {
  return jhash2([id, frame ? 1 : 0], 0) >>> 0
}

/** A packet that is forwarded still has the device it came by when it leaves. */
function tracePacket(skb: SkBuff, state: NfHookState): NftTracePacket {
  const { frame, packet, mark, iif } = skb
  const into = state.in ?? (state.hook === 'POST_ROUTING' && frame ? iif : null)
  return {
    in: into?.name ?? null,
    out: state.out?.name ?? null,
    loopback: into !== null && (into.flags & IFF_LOOPBACK) !== 0,
    frame: into ? frame : null,
    packet,
    mark,
  }
}
