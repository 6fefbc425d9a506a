// Policy routing: which tables a look-up asks, in what order. Read `lookup` first; rtnetlink/rule.ts is how programs
// change the list. The same for IPv4 and IPv6: addresses are either. Ref: net/core/fib_rules.c
import { EACCES, EINVAL, ENETUNREACH, type Errno } from '../../uapi/errno.ts'
import { RT_TABLE_DEFAULT, RT_TABLE_LOCAL, RT_TABLE_MAIN, RTPROT_KERNEL } from '../../uapi/rtnetlink.ts'
import {
  FIB_RULE_INVERT,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FR_ACT_PROHIBIT,
  FR_ACT_TO_TBL,
  FR_ACT_UNREACHABLE,
  type RuleAttrs,
} from '../../uapi/rule.ts'
import { inetMask, type Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NetDevice, NetdevEvent } from './net.ts'

/** Protocol and ports of a flow; 0 where it has none. */
export interface FlowPorts {
  readonly proto: number
  readonly sport: number
  readonly dport: number
}

/** What a rule looks at. */
export interface RuleFlow<A> {
  readonly daddr: A
  readonly saddr: A
  readonly tos: number
  /** Device the packet came in by; that of lo for what is sent from here. */
  readonly iif: number
  /** 0: any. */
  readonly oif: number
  readonly mark: number
  readonly uid: number
  /** Asked for only when a rule looks at it. */
  ports(): FlowPorts | null
}

/** A rule in its place (Ref: struct fib_rule). */
export interface FibRule {
  readonly attrs: RuleAttrs
  readonly priority: number
  /** Index of the device `attrs.iif` names; −1 while there is none, 0 without the condition. */
  iifindex: number
  oifindex: number
  /** Of FR_ACT_GOTO: where to, null while there is no such rule. */
  target: FibRule | null
}

const NO_PORTS: FlowPorts = { proto: 0, sport: 0, dport: 0 }

/** Whether `address` lies in a prefix. */
function inPrefix(address: Inet | Inet6, prefix: Inet | Inet6, length: number): boolean {
  if (typeof address === 'number' && typeof prefix === 'number') {
    return ((address ^ prefix) & inetMask(length)) === 0
  }
  return (BigInt(address) ^ BigInt(prefix)) >> BigInt(128 - length) === 0n
}

/** Ref: fib4_rule_match(), fib6_rule_match() */
function addressesMatch(attrs: RuleAttrs, flow: RuleFlow<Inet | Inet6>): boolean {
  const { src, srcLen, dst, dstLen, tos } = attrs
  if (src !== undefined && !inPrefix(flow.saddr, src, srcLen)) return false
  if (dst !== undefined && !inPrefix(flow.daddr, dst, dstLen)) return false
  if (tos !== 0 && (flow.tos & 0xfc) !== tos) return false
  const { ipproto, sport, dport } = attrs
  if (ipproto === undefined && !sport && !dport) return true
  const ports = flow.ports() ?? NO_PORTS
  if (ipproto !== undefined && ports.proto !== ipproto) return false
  const within = (range: { start: number; end: number }, port: number): boolean =>
    port >= range.start && port <= range.end
  if (sport && !within(sport, ports.sport)) return false
  return !dport || within(dport, ports.dport)
}

/** Ref: fib_rule_match() */
function ruleMatches(rule: FibRule, flow: RuleFlow<Inet | Inet6>): boolean {
  const { attrs, iifindex, oifindex } = rule
  const { fwmark, uidRange } = attrs
  let matched = true
  if (iifindex !== 0 && iifindex !== flow.iif) matched = false
  else if (oifindex !== 0 && oifindex !== flow.oif) matched = false
  else if (fwmark !== undefined && ((fwmark ^ flow.mark) & (attrs.fwmask ?? 0xffffffff)) !== 0)
    matched = false
  // Nothing here is tunnelled by a key, and there are no layer 3 masters.
  else if (attrs.tunId !== undefined || attrs.l3mdev) matched = false
  else if (uidRange && (flow.uid < uidRange.start || flow.uid > uidRange.end)) matched = false
  else matched = addressesMatch(attrs, flow)
  return matched !== ((attrs.flags & FIB_RULE_INVERT) !== 0)
}

/** What a rule that refuses answers. Ref: fib4_rule_action() */
function refusalOf(action: number): Errno {
  if (action === FR_ACT_UNREACHABLE) return ENETUNREACH
  return action === FR_ACT_PROHIBIT ? EACCES : EINVAL
}

function ruleAtBirth(family: number, table: number, priority: number): FibRule {
  const any = { srcLen: 0, dstLen: 0, tos: 0 }
  const attrs = { family, ...any, table, action: FR_ACT_TO_TBL, flags: 0, protocol: RTPROT_KERNEL }
  return { attrs, priority, iifindex: 0, oifindex: 0, target: null }
}

const births = new Map<number, readonly FibRule[]>()

/** What every namespace begins with: the same ones, for nothing in them ever changes. */
function rulesAtBirth(family: number, hasDefault: boolean): readonly FibRule[] {
  let rules = births.get(family)
  if (!rules) {
    const local = ruleAtBirth(family, RT_TABLE_LOCAL, 0)
    const main = ruleAtBirth(family, RT_TABLE_MAIN, 32766)
    rules = hasDefault ? [local, main, ruleAtBirth(family, RT_TABLE_DEFAULT, 32767)] : [local, main]
    births.set(family, rules)
  }
  return rules
}

/** The rules of one family in one namespace, in order. */
export class FibRules {
  readonly family: number
  list: readonly FibRule[]
  /** They were changed once: until then a look-up need not walk them (Ref: fib_has_custom_rules). */
  custom = false

  /** `hasDefault`: the family has a table of that name to begin with, as IPv4 does. */
  constructor(family: number, hasDefault: boolean) {
    this.family = family
    this.list = rulesAtBirth(family, hasDefault)
  }

  /** Behind those of the same priority. */
  #place(attrs: RuleAttrs, priority: number, iifindex: number, oifindex: number): FibRule {
    const rule: FibRule = { attrs, priority, iifindex, oifindex, target: null }
    const at = this.list.findIndex((other) => other.priority > priority)
    this.list = this.list.toSpliced(at < 0 ? this.list.length : at, 0, rule)
    return rule
  }

  insert(attrs: RuleAttrs, priority: number, iifindex: number, oifindex: number): FibRule {
    this.custom = true
    const rule = this.#place(attrs, priority, iifindex, oifindex)
    if (attrs.action === FR_ACT_GOTO) rule.target = this.#first(attrs.goto ?? 0)
    for (const other of this.list) if (!other.target && other.attrs.goto === priority) other.target = rule
    return rule
  }

  /** The next rule of the same priority inherits those that went to this one. Ref: fib_nl_delrule() */
  remove(rule: FibRule): void {
    this.custom = true
    this.list = this.list.filter((other) => other !== rule)
    for (const other of this.list) if (other.target === rule) other.target = this.#first(rule.priority)
  }

  #first(priority: number): FibRule | null {
    return this.list.find((rule) => rule.priority === priority) ?? null
  }

  /** One before the second rule, as long as there is room. Ref: fib_default_rule_pref() */
  defaultPriority(): number {
    const second = this.list[1]?.priority ?? 0
    return second > 0 ? second - 1 : 0
  }

  /**
   * Rule by rule: `table` asks the one a rule names and gives null to go on with the next rule; ENETUNREACH when no
   * rule has an answer. Ref: fib_rules_lookup()
   */
  lookup<A extends Inet | Inet6, R>(flow: RuleFlow<A>, table: (rule: FibRule) => R | null): R | Errno {
    const { list } = this
    for (let i = 0; i < list.length; i++) {
      let rule = list[i]
      // A jump goes forward only, so this ends.
      while (rule && ruleMatches(rule, flow) && rule.attrs.action === FR_ACT_GOTO && rule.target) {
        i = list.indexOf(rule.target)
        rule = rule.target
      }
      if (!rule || !ruleMatches(rule, flow)) continue
      const { action } = rule.attrs
      if (action === FR_ACT_GOTO || action === FR_ACT_NOP) continue
      if (action !== FR_ACT_TO_TBL) return refusalOf(action)
      const found = table(rule)
      if (found !== null) return found
    }
    return ENETUNREACH
  }

  /** Devices come and go by name. Ref: fib_rules_event(), attach_rules(), detach_rules() */
  deviceEvent(event: NetdevEvent, dev: NetDevice): void {
    if (event !== 'REGISTER' && event !== 'CHANGENAME' && event !== 'UNREGISTER') return
    for (const rule of this.list) {
      const { iif, oif } = rule.attrs
      if (event !== 'REGISTER') {
        if (rule.iifindex === dev.index) rule.iifindex = -1
        if (rule.oifindex === dev.index) rule.oifindex = -1
      }
      if (event === 'UNREGISTER') continue
      if (rule.iifindex === -1 && iif === dev.name) rule.iifindex = dev.index
      if (rule.oifindex === -1 && oif === dev.name) rule.oifindex = dev.index
    }
  }
}
