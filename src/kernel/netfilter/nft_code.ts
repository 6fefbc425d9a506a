// Rules made ready to be tried: a chain's into one table of numbers, by which most that do not match are passed over,
// and each rule into a row of functions for what the numbers do not say.
import type { RuleMiss } from '../../sim/trace.ts'
import type { XtRule } from '../../uapi/netfilter.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { InvertibleRange, XtMatch, XtNetwork } from '../../uapi/xt_match.ts'
import { NF_ACCEPT, NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { ICMP_ANY } from './matches/icmp.ts'
import { xtFindMatch } from './matches/registry.ts'
import type { Chain, Rule } from './nf_tables.ts'
import { ruleConditions, type Condition } from './nft_conditions.ts'
import { icmpTypeOf, portsOf, protocolOf } from './pktinfo.ts'
import { xtFindTarget } from './targets/registry.ts'
import { XT_CONTINUE, type XtContext, type XtMatchFn } from './x_tables.ts'

/** `-j RETURN`, or the end of a chain. */
export const XT_RETURN = -2

type Run = (skb: SkBuff, state: NfHookState) => NfVerdict | typeof XT_CONTINUE | typeof XT_RETURN

export interface RuleCode {
  /** All have to hold. */
  readonly tests: readonly XtMatchFn[]
  /** For each test what the packet has instead. */
  readonly whys: readonly ((skb: SkBuff, state: NfHookState) => RuleMiss)[]
  /** Where `-j CHAIN` and `-g CHAIN` lead. */
  readonly jump: Chain | null
  readonly goto: boolean
  readonly run: Run
  /** `DROP`, `WEB`, `DNAT --to-destination 10.0.0.2`; null of a rule that only counts. */
  readonly words: string | null
}

/** Columns of a chain's table: of four fields of a packet a mask each, and what has to be left under it. */
const COLUMNS = 8

export interface ChainCode {
  readonly table: Int32Array
  readonly rules: readonly Rule[]
}

/** The fields of a packet that a chain's table is about. Of IPv6 addresses the last 32 bits. */
export class PacketKey {
  src = 0
  dst = 0
  protocol = 0
  /** Both ports, or type and code of ICMP. */
  transport = 0

  constructor(skb: SkBuff) {
    this.read(skb)
  }

  /** Again, when a target may have changed the packet. */
  read(skb: SkBuff): void {
    const { packet } = skb
    if (packet.kind === 'ipv4' || packet.kind === 'ipv6') {
      this.src = low32(packet.src)
      this.dst = low32(packet.dst)
    }
    this.protocol = protocolOf(skb)
    const { protocol } = this
    const icmp = protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6
    this.transport = icmp ? icmpTypeOf(skb) : portsOf(skb)
  }
}

/** The next rule from `from` that matches; their number when none does. */
export function nextRule(
  code: ChainCode,
  from: number,
  key: PacketKey,
  skb: SkBuff,
  state: NfHookState,
): number {
  const { table, rules } = code
  const { src, dst, protocol, transport } = key
  const end = rules.length * COLUMNS
  for (let at = from * COLUMNS; at < end; at += COLUMNS) {
    if ((src & (table[at] as number)) !== table[at + 1]) continue
    if ((dst & (table[at + 2] as number)) !== table[at + 3]) continue
    if ((protocol & (table[at + 4] as number)) !== table[at + 5]) continue
    if ((transport & (table[at + 6] as number)) !== table[at + 7]) continue
    const i = at / COLUMNS
    const tests = rules[i]?.code?.tests
    if (tests && allHold(tests, skb, state)) return i
  }
  return rules.length
}

function allHold(tests: readonly XtMatchFn[], skb: SkBuff, state: NfHookState): boolean {
  for (const test of tests) if (!test(skb, state)) return false
  return true
}

/** The code of a chain, made when it is first needed after a change. */
export function chainCode(chain: Chain): ChainCode {
  if (chain.code) return chain.code
  const { rules } = chain
  const table = new Int32Array(rules.length * COLUMNS)
  for (const [i, rule] of rules.entries()) {
    rule.code ??= compileRule(chain, rule.rule)
    fillRow(table, i * COLUMNS, rule.rule)
  }
  return (chain.code = { table, rules })
}

function fillRow(table: Int32Array, at: number, rule: XtRule): void {
  fillAddress(table, at, rule.source)
  fillAddress(table, at + 2, rule.destination)
  const { protocol } = rule
  if (!protocol || protocol.invert || protocol.number === 0) return
  table[at + 4] = -1
  table[at + 5] = protocol.number
  for (const match of rule.matches) fillTransport(table, at + 6, protocol.number, match)
}

function fillTransport(table: Int32Array, at: number, protocol: number, match: XtMatch): void {
  if (match.name === 'icmp' || match.name === 'icmp6') {
    const { type, code, invert } = match
    if (invert || type === ICMP_ANY) return
    const exact = code.min === code.max
    table[at] = exact ? 0xffff : 0xff00
    table[at + 1] = (type << 8) | (exact ? code.min : 0)
  } else if (match.name === 'tcp' || match.name === 'udp') {
    if (protocol !== IPPROTO_TCP && protocol !== IPPROTO_UDP) return
    fillPort(table, at, match.sport, 16)
    fillPort(table, at, match.dport, 0)
  }
}

function fillAddress(table: Int32Array, at: number, network: XtNetwork | null): void {
  if (!network || network.invert) return
  const { address, mask } = network
  table[at] = low32(mask)
  table[at + 1] = low32(address) & low32(mask)
}

function fillPort(table: Int32Array, at: number, range: InvertibleRange | null, shift: number): void {
  if (!range || range.invert || range.min !== range.max) return
  table[at] = (table[at] ?? 0) | (0xffff << shift)
  table[at + 1] = (table[at + 1] ?? 0) | (range.min << shift)
}

function low32(address: number | bigint): number {
  return typeof address === 'number' ? address | 0 : Number(BigInt.asIntN(32, address))
}

function compileRule(chain: Chain, rule: XtRule): RuleCode {
  const context = ruleContext(chain, rule)
  const conditions = ruleConditions(rule)
  const matches = rule.matches.map((match) => matchCondition(match, context))
  const tests = [...conditions.map(({ test }) => test), ...matches.map(({ test }) => test)]
  const whys = [...conditions.map(({ why }) => why), ...matches.map(({ why }) => why)]
  return { tests, whys, ...compileTarget(chain, context) }
}

function matchCondition(match: XtMatch, context: XtContext): Condition {
  const extension = xtFindMatch(match.name)
  if (!extension) throw new Error(`a rule with the unknown match ${match.name}`)
  return {
    test: extension.compile(match, context),
    why: (skb, state) => extension.why(match, skb, state),
  }
}

function compileTarget(chain: Chain, context: XtContext): Omit<RuleCode, 'tests' | 'whys'> {
  const { target } = context.rule
  const plain = { jump: null, goto: false }
  switch (target.name) {
    case 'none':
      return { ...plain, run: () => XT_CONTINUE, words: null }
    case 'ACCEPT':
      return { ...plain, run: () => NF_ACCEPT, words: 'ACCEPT' }
    case 'DROP':
      return { ...plain, run: () => NF_DROP, words: 'DROP' }
    case 'RETURN':
      return { ...plain, run: () => XT_RETURN, words: 'RETURN' }
    case 'jump': {
      const jump = chain.table.byName.get(target.chain)
      if (!jump) throw new Error(`a rule that jumps to no chain: ${target.chain}`)
      return { jump, goto: target.goto, run: () => XT_CONTINUE, words: target.chain }
    }
  }
  const extension = xtFindTarget(target.name)
  if (!extension) throw new Error(`a rule with the unknown target ${target.name}`)
  const words = extension.words?.(target) ?? ''
  return { ...plain, run: extension.compile(target, context), words: `${target.name} ${words}`.trimEnd() }
}

export function ruleContext(chain: Chain, rule: XtRule): XtContext {
  const { net, family, name } = chain.table
  return { net, family, table: name, hook: chain.base?.hook ?? null, rule }
}
