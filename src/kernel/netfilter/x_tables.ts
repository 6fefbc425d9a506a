// What a match and a target extension is to the rules. Ref: include/linux/netfilter/x_tables.h
import type { RuleMiss } from '../../sim/trace.ts'
import type { NftFamily, NftHook, NftTableName, XtRule } from '../../uapi/netfilter.ts'
import type { XtMatch } from '../../uapi/xt_match.ts'
import type { XtTarget } from '../../uapi/xt_target.ts'
import type { Net, Refusal } from '../core/net.ts'
import type { NfHookState, NfVerdict } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'

/** A target that decides nothing: the next rule is tried. */
export const XT_CONTINUE = -1

/** Where a rule stands (Ref: struct xt_mtchk_param, struct xt_tgchk_param). */
export interface XtContext {
  readonly net: Net
  readonly family: NftFamily
  readonly table: NftTableName
  /** Of a base chain; a rule of a user's chain may be reached from any. */
  readonly hook: NftHook | null
  readonly rule: XtRule
}

/** Compiled once for a rule, and its own: what it remembers between packets it keeps in the closure. */
export type XtMatchFn = (skb: SkBuff, state: NfHookState) => boolean

export type XtTargetFn = (skb: SkBuff, state: NfHookState) => NfVerdict | typeof XT_CONTINUE

/** Where an extension may be used, and by what. Absent: everywhere. */
interface XtLimits {
  readonly families?: readonly NftFamily[]
  readonly tables?: readonly NftTableName[]
  readonly hooks?: readonly NftHook[]
  /** The rule has to be for this protocol, not inverted. */
  readonly protocol?: number
}

/** Ref: struct xt_match */
export interface XtMatchExtension<M extends XtMatch = XtMatch> extends XtLimits {
  readonly name: XtMatch['name']
  /** When a rule is added, and again (never twice for one rule) `destroy` when it goes. Ref: checkentry() */
  check?(match: M, context: XtContext): Refusal | null
  destroy?(match: M, context: XtContext): void
  compile(match: M, context: XtContext): XtMatchFn
  /** Only for the trace: which of its conditions did not hold, in the words of a rule. */
  why(match: M, skb: SkBuff, state: NfHookState): RuleMiss
}

/** Ref: struct xt_target */
export interface XtTargetExtension<T extends XtTarget = XtTarget> extends XtLimits {
  readonly name: XtTarget['name']
  check?(target: T, context: XtContext): Refusal | null
  destroy?(target: T, context: XtContext): void
  compile(target: T, context: XtContext): XtTargetFn
  /** For the trace, after the target's name: `--to-destination 10.0.0.2`. */
  words?(target: T): string
}
