// What a packet is to its flow, and what its flow is. Ref: net/netfilter/xt_conntrack.c, xt_state.c
import { SECOND } from '../../../sim/clock.ts'
import type { RuleMiss } from '../../../sim/trace.ts'
import { IPS_CONFIRMED, IPS_DST_NAT, IPS_SRC_NAT } from '../../../uapi/conntrack.ts'
import {
  XT_CT_DNAT,
  XT_CT_ESTABLISHED,
  XT_CT_INVALID,
  XT_CT_NEW,
  XT_CT_RELATED,
  XT_CT_SNAT,
  XT_CT_STATUS_ASSURED,
  XT_CT_STATUS_CONFIRMED,
  XT_CT_STATUS_EXPECTED,
  XT_CT_STATUS_SEEN_REPLY,
  XT_CT_UNTRACKED,
  type InvertibleRange,
  type XtBits,
  type XtConntrack,
  type XtNetwork,
  type XtState,
} from '../../../uapi/xt_match.ts'
import type { NfHookState } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { ctDir, nfCtGet, ORIGINAL, type NfConn } from '../nf_conn.ts'
import { ctStateOf } from '../nf_conntrack_core.ts'
import type { Tuple } from '../nf_conntrack_tuple.ts'
import { needFlows, needFlowsNoMore } from '../targets/nat_range.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { formatAddress } from '../../../wire/inet6.ts'

const STATE_BITS = {
  INVALID: XT_CT_INVALID,
  NEW: XT_CT_NEW,
  RELATED: XT_CT_RELATED,
  ESTABLISHED: XT_CT_ESTABLISHED,
  UNTRACKED: XT_CT_UNTRACKED,
  SNAT: XT_CT_SNAT,
  DNAT: XT_CT_DNAT,
} as const

const STATUS_BITS = {
  EXPECTED: XT_CT_STATUS_EXPECTED,
  SEEN_REPLY: XT_CT_STATUS_SEEN_REPLY,
  ASSURED: XT_CT_STATUS_ASSURED,
  CONFIRMED: XT_CT_STATUS_CONFIRMED,
} as const

function stateBits(skb: SkBuff): number {
  const status = nfCtGet(skb)?.status ?? 0
  let bits = STATE_BITS[ctStateOf(skb)]
  if (status & IPS_SRC_NAT) bits |= XT_CT_SNAT
  if (status & IPS_DST_NAT) bits |= XT_CT_DNAT
  return bits
}

/** The four bits of a flow's status that a rule can name; IPS_EXPECTED and the others stand one lower. */
function statusBits(ct: NfConn): number {
  return (ct.status << 1) & 0x1e
}

function names(bits: number, table: Readonly<Record<string, number>>): string {
  const found = Object.entries(table).flatMap(([name, bit]) => (bits & bit ? [name] : []))
  return found.join(',') || 'NONE'
}

/** One condition of a rule: whether it holds, and how to say that it does not. */
interface Condition {
  readonly option: string
  readonly wanted: string
  readonly test: (skb: SkBuff, state: NfHookState) => boolean
  readonly found: (skb: SkBuff, state: NfHookState) => string
}

function bitsCondition(
  option: string,
  { bits, invert }: XtBits,
  table: Readonly<Record<string, number>>,
  of: (skb: SkBuff) => number,
): Condition {
  return {
    option: invert ? `! ${option}` : option,
    wanted: names(bits, table),
    test: (skb) => ((of(skb) & bits) !== 0) !== invert,
    found: (skb) => `state is ${names(of(skb), table)}`,
  }
}

/** A condition on the flow; a packet without one cannot meet it. */
function flowCondition(
  option: string,
  wanted: string,
  invert: boolean,
  test: (ct: NfConn, skb: SkBuff, state: NfHookState) => boolean,
  found: (ct: NfConn, skb: SkBuff, state: NfHookState) => string,
): Condition {
  return {
    option: invert ? `! ${option}` : option,
    wanted,
    test(skb, state) {
      const ct = nfCtGet(skb)
      return ct !== null && test(ct, skb, state) !== invert
    },
    found(skb, state) {
      const ct = nfCtGet(skb)
      return ct ? found(ct, skb, state) : 'no flow'
    },
  }
}

function inNetwork(address: Tuple['src'], { address: to, mask }: XtNetwork): boolean {
  if (typeof address === 'number' && typeof to === 'number' && typeof mask === 'number') {
    return ((address ^ to) & mask) === 0
  }
  return ((BigInt(address) ^ BigInt(to)) & BigInt(mask)) === 0n
}

function addressCondition(option: string, network: XtNetwork, of: (ct: NfConn) => Tuple['src']): Condition {
  return flowCondition(
    option,
    `${formatAddress(network.address)}/${formatAddress(network.mask)}`,
    network.invert,
    (ct) => inNetwork(of(ct), network),
    (ct) => formatAddress(of(ct)),
  )
}

function rangeCondition(
  option: string,
  { min, max, invert }: InvertibleRange,
  of: (ct: NfConn, state: NfHookState) => number,
): Condition {
  return flowCondition(
    option,
    min === max ? `${min}` : `${min}:${max}`,
    invert,
    (ct, _skb, state) => min <= of(ct, state) && of(ct, state) <= max,
    (ct, _skb, state) => `${of(ct, state)}`,
  )
}

/** In the order in which the kernel looks at them. */
function conditions(match: XtConntrack): readonly Condition[] {
  const list: Condition[] = []
  if (match.state) list.push(bitsCondition('--ctstate', match.state, STATE_BITS, stateBits))
  if (match.direction) {
    const { direction } = match
    const of = (skb: SkBuff): string => (ctDir(skb.nfctinfo) === ORIGINAL ? 'ORIGINAL' : 'REPLY')
    list.push(
      flowCondition(
        '--ctdir',
        direction,
        false,
        (_ct, skb) => of(skb) === direction,
        (_ct, skb) => of(skb),
      ),
    )
  }
  if (match.origsrc) list.push(addressCondition('--ctorigsrc', match.origsrc, (ct) => ct.orig.src))
  if (match.origdst) list.push(addressCondition('--ctorigdst', match.origdst, (ct) => ct.orig.dst))
  if (match.replsrc) list.push(addressCondition('--ctreplsrc', match.replsrc, (ct) => ct.reply.src))
  if (match.repldst) list.push(addressCondition('--ctrepldst', match.repldst, (ct) => ct.reply.dst))
  if (match.proto) {
    const { protocol, invert } = match.proto
    const holds = (ct: NfConn): boolean => ct.orig.protocol === protocol
    list.push(flowCondition('--ctproto', `${protocol}`, invert, holds, (ct) => `${ct.orig.protocol}`))
  }
  const ports: readonly [string, InvertibleRange | null, (ct: NfConn) => number][] = [
    ['--ctorigsrcport', match.origsrcport, (ct) => ct.orig.sport],
    ['--ctorigdstport', match.origdstport, (ct) => ct.orig.dport],
    ['--ctreplsrcport', match.replsrcport, (ct) => ct.reply.sport],
    ['--ctrepldstport', match.repldstport, (ct) => ct.reply.dport],
  ]
  for (const [option, range, of] of ports) if (range) list.push(rangeCondition(option, range, of))
  if (match.status) {
    const { bits, invert } = match.status
    const found = (ct: NfConn): string => names(statusBits(ct), STATUS_BITS)
    const holds = (ct: NfConn): boolean => (statusBits(ct) & bits) !== 0
    list.push(flowCondition('--ctstatus', names(bits, STATUS_BITS), invert, holds, found))
  }
  if (match.expire) {
    // Of a flow not yet in the table the end is not yet known.
    const left = (ct: NfConn, { net }: NfHookState): number =>
      ct.status & IPS_CONFIRMED ? Math.max(0, Math.floor((ct.timeout - net.stack.clock.now) / SECOND)) : 0
    list.push(rangeCondition('--ctexpire', match.expire, left))
  }
  return list
}

function why(list: readonly Condition[], skb: SkBuff, state: NfHookState): RuleMiss {
  const failed = list.find(({ test }) => !test(skb, state))
  return {
    option: failed?.option ?? '-m conntrack',
    wanted: failed?.wanted ?? '',
    found: failed?.found(skb, state) ?? '',
  }
}

export const conntrackMatch: XtMatchExtension<XtConntrack> = {
  name: 'conntrack',
  check: needFlows,
  destroy: needFlowsNoMore,
  compile(match) {
    const list = conditions(match)
    const [only] = list
    if (only && list.length === 1) return only.test
    return (skb, state) => list.every(({ test }) => test(skb, state))
  },
  why: (match, skb, state) => why(conditions(match), skb, state),
}

function stateCondition({ state }: XtState): Condition {
  return bitsCondition('--state', state, STATE_BITS, (skb) => STATE_BITS[ctStateOf(skb)])
}

export const stateMatch: XtMatchExtension<XtState> = {
  name: 'state',
  check: needFlows,
  destroy: needFlowsNoMore,
  compile: (match) => stateCondition(match).test,
  why: (match, skb, state) => why([stateCondition(match)], skb, state),
}
