// Rules of policy routing: RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE (rtnetlink(7), ip-rule(8)).
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'

export const FR_ACT_TO_TBL = 1
export const FR_ACT_GOTO = 2
export const FR_ACT_NOP = 3
export const FR_ACT_UNREACHABLE = 7
export const FR_ACT_PROHIBIT = 8

export const FIB_RULE_INVERT = 0x02
export const FIB_RULE_UNRESOLVED = 0x04
export const FIB_RULE_IIF_DETACHED = 0x08
export const FIB_RULE_OIF_DETACHED = 0x10

export interface RuleRange {
  readonly start: number
  readonly end: number
}

/** A rule of policy routing (Ref: include/uapi/linux/fib_rules.h). An absent condition holds for all. */
export interface RuleAttrs {
  /** AF_INET or AF_INET6. */
  family: number
  src?: Inet | Inet6
  srcLen: number
  dst?: Inet | Inet6
  dstLen: number
  tos: number
  /** 0: none. */
  table: number
  /** FR_ACT_*. */
  action: number
  /** FIB_RULE_*. */
  flags: number
  /** Absent in a request: before the rules of one's own. */
  priority?: number
  /** Names of devices, which need not be there. */
  iif?: string
  oif?: string
  fwmark?: number
  fwmask?: number
  /** Priority of the rule to go on at. */
  goto?: number
  tunId?: number
  suppressPrefixlen?: number
  suppressIfgroup?: number
  /** From and to, in halves of 16 bits. */
  realms?: number
  l3mdev?: boolean
  uidRange?: RuleRange
  /** RTPROT_*. */
  protocol?: number
  ipproto?: number
  sport?: RuleRange
  dport?: RuleRange
}

export interface RuleMessage extends RuleAttrs {
  type: 'RTM_NEWRULE' | 'RTM_DELRULE'
  priority: number
}
