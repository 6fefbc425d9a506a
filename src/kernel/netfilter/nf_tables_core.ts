// A packet goes through the rules of a base chain and those it leads to. Ref: net/netfilter/nf_tables_core.c
import { packetLength } from '../../wire/ethernet.ts'
import { NF_ACCEPT, NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import { provenanceOf } from '../core/provenance.ts'
import type { SkBuff } from '../core/skb.ts'
import { record, tracing } from '../core/trace.ts'
import type { Chain } from './nf_tables.ts'
import { chainCode, nextRule, PacketKey, XT_RETURN, type ChainCode } from './nft_code.ts'
import { nftTraceNotify, nftTraceRule } from './nf_tables_trace.ts'
import { XT_CONTINUE } from './x_tables.ts'

/** Ref: nft_do_chain() */
export function nftDoChain(base: Chain, skb: SkBuff, state: NfHookState): NfVerdict {
  const next = tracing(skb) ? tracedNextRule : nextRuleOf
  const verdict = walk(base, new PacketKey(skb), skb, state, next)
  if (verdict !== XT_CONTINUE) return verdict
  const { counters } = base
  if (counters) {
    counters.packets++
    counters.bytes += packetLength(skb.packet)
  }
  const policy = base.base?.policy ?? 'ACCEPT'
  if (skb.nftrace) nftTraceNotify(base, null, policy, skb, state)
  if (tracing(skb)) {
    const { family, name } = base.table
    record(skb, { kind: 'policy', family, table: name, chain: base.name, verdict: policy })
  }
  return policy === 'DROP' ? NF_DROP : NF_ACCEPT
}

type NextRule = (
  chain: Chain,
  code: ChainCode,
  from: number,
  key: PacketKey,
  skb: SkBuff,
  state: NfHookState,
) => number

/** XT_CONTINUE: nothing was decided, and whoever jumped here goes on. Chains are not nested deeper than 16. */
function walk(
  chain: Chain,
  key: PacketKey,
  skb: SkBuff,
  state: NfHookState,
  next: NextRule,
): NfVerdict | typeof XT_CONTINUE {
  const code = chainCode(chain)
  const { rules } = code
  for (let at = next(chain, code, 0, key, skb, state); ; at = next(chain, code, at + 1, key, skb, state)) {
    const rule = rules[at]
    if (!rule?.code) return XT_CONTINUE
    rule.packets++
    rule.bytes += packetLength(skb.packet)
    const { jump, goto, run } = rule.code
    if (jump) {
      if (skb.nftrace) nftTraceNotify(chain, rule, { chain: jump.name, goto }, skb, state)
      const verdict = walk(jump, key, skb, state, next)
      if (goto || verdict !== XT_CONTINUE) return verdict
      continue
    }
    const verdict = run(skb, state)
    if (skb.nftrace) nftTraceRule(chain, rule, verdict, skb, state)
    if (verdict === XT_RETURN) return XT_CONTINUE
    if (verdict !== XT_CONTINUE) return verdict
    key.read(skb)
  }
}

function nextRuleOf(
  _chain: Chain,
  code: ChainCode,
  from: number,
  key: PacketKey,
  skb: SkBuff,
  state: NfHookState,
): number {
  return nextRule(code, from, key, skb, state)
}

/** The same one rule at a time, telling of each why it does not match, or what it does. */
function tracedNextRule(
  chain: Chain,
  { rules }: ChainCode,
  from: number,
  _key: PacketKey,
  skb: SkBuff,
  state: NfHookState,
): number {
  const { family, name } = chain.table
  for (let i = from; i < rules.length; i++) {
    const rule = rules[i]
    const code = rule?.code
    if (!code) continue
    const failed = code.tests.findIndex((test) => !test(skb, state))
    const miss = code.whys[failed]?.(skb, state) ?? null
    const target = miss ? null : code.words
    record(skb, {
      kind: 'rule',
      family,
      table: name,
      chain: chain.name,
      number: i + 1,
      miss,
      target,
      provenance: provenanceOf(rule),
    })
    if (!miss) return i
  }
  return rules.length
}
