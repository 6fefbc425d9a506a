// Rules of policy routing. Ref: net/core/fib_rules.c:fib_nl_newrule(), fib_nl_delrule(), dump_rules()
import { EEXIST, EINVAL, ENOBUFS, ENOENT, EOPNOTSUPP } from '../../uapi/errno.ts'
import { AF_INET, AF_INET6, type CreateFlags } from '../../uapi/rtnetlink.ts'
import {
  FIB_RULE_IIF_DETACHED,
  FIB_RULE_INVERT,
  FIB_RULE_OIF_DETACHED,
  FIB_RULE_UNRESOLVED,
  FR_ACT_GOTO,
  FR_ACT_TO_TBL,
  type RuleAttrs,
  type RuleMessage,
} from '../../uapi/rule.ts'
import type { FibRule, FibRules } from '../core/fib_rules.ts'
import { refuse, type Net, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'

function rulesOf(net: Net, family: number): FibRules | null {
  if (family === AF_INET) return ipv4Of(net).fib.rules
  return family === AF_INET6 ? ipv6Of(net).rules : null
}

type Range = { readonly start: number; readonly end: number }

function sameRange(a: Range | undefined, b: Range | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end
}

function validPorts(range: Range | undefined): boolean {
  return !range || (range.start > 0 && range.end > 0 && range.start <= range.end)
}

/** A mark without a mask is compared as a whole. */
function withMask(rule: RuleAttrs): RuleAttrs {
  return rule.fwmark && rule.fwmask === undefined ? { ...rule, fwmask: 0xffffffff } : rule
}

/** What is wrong with a rule whichever way it is meant; null: nothing. Ref: fib_nl2rule() */
function validate(rule: RuleAttrs, priority: number): Refusal | null {
  const inet6 = rule.family === AF_INET6
  const fits = (address: RuleAttrs['src'], length: number): boolean =>
    length === 0 || ((typeof address === 'bigint') === inet6 && length <= (inet6 ? 128 : 32))
  if (!fits(rule.src, rule.srcLen)) return refuse(EINVAL, 'Invalid source address')
  if (!fits(rule.dst, rule.dstLen)) return refuse(EINVAL, 'Invalid dst address')
  if (rule.goto !== undefined) {
    if (rule.action !== FR_ACT_GOTO) return refuse(EINVAL, 'Unexpected goto')
    if (rule.goto <= priority) return refuse(EINVAL, 'Backward goto not supported')
  } else if (rule.action === FR_ACT_GOTO) return refuse(EINVAL, 'Missing goto target for action goto')
  if (rule.l3mdev && rule.table !== 0) return refuse(EINVAL, 'l3mdev and table are mutually exclusive')
  if (rule.uidRange && rule.uidRange.start > rule.uidRange.end) return refuse(EINVAL, 'Invalid uid range')
  if (!validPorts(rule.sport)) return refuse(EINVAL, 'Invalid sport range')
  if (!validPorts(rule.dport)) return refuse(EINVAL, 'Invalid dport range')
  return null
}

/** The same in everything but its place. Ref: rule_exists() */
function sameRule(a: RuleAttrs, b: RuleAttrs): boolean {
  return (
    a.action === b.action &&
    a.table === b.table &&
    a.suppressPrefixlen === b.suppressPrefixlen &&
    a.suppressIfgroup === b.suppressIfgroup &&
    a.iif === b.iif &&
    a.oif === b.oif &&
    (a.fwmark ?? 0) === (b.fwmark ?? 0) &&
    a.fwmask === b.fwmask &&
    a.tunId === b.tunId &&
    (a.l3mdev ?? false) === (b.l3mdev ?? false) &&
    sameRange(a.uidRange, b.uidRange) &&
    a.ipproto === b.ipproto &&
    a.protocol === b.protocol &&
    sameRange(a.sport, b.sport) &&
    sameRange(a.dport, b.dport) &&
    a.srcLen === b.srcLen &&
    a.dstLen === b.dstLen &&
    a.src === b.src &&
    a.dst === b.dst &&
    a.tos === b.tos &&
    a.realms === b.realms
  )
}

/** The device a rule names: −1 while there is none, 0 when it names none. */
function indexOf(net: Net, name: string | undefined): number {
  return name === undefined ? 0 : (net.byName.get(name)?.index ?? -1)
}

export function rtmNewrule(net: Net, flags: CreateFlags, asked: RuleAttrs): Refusal | null {
  const request = withMask(asked)
  const rules = rulesOf(net, request.family)
  if (!rules) return refuse(EOPNOTSUPP)
  const priority = request.priority ?? rules.defaultPriority()
  const refused = validate(request, priority)
  if (refused) return refused
  const twin = rules.list.some((rule) => rule.priority === priority && sameRule(rule.attrs, request))
  if (flags.excl && twin) return refuse(EEXIST)
  if (request.tos & 3) return refuse(EINVAL, 'Invalid dsfield (tos): ECN bits must be 0')
  let attrs = request
  if (request.table === 0 && request.action === FR_ACT_TO_TBL && !request.l3mdev) {
    const table = emptyTable(net, request.family)
    if (table === 0) return refuse(ENOBUFS)
    attrs = { ...request, table }
  }
  const rule = rules.insert(attrs, priority, indexOf(net, attrs.iif), indexOf(net, attrs.oif))
  net.version++
  notify(net, 'RTM_NEWRULE', rule)
  return null
}

/** The first table that is not there. Ref: net/ipv4/fib_rules.c:fib_empty_table() */
function emptyTable(net: Net, family: number): number {
  if (family !== AF_INET) return 0
  const { fib } = ipv4Of(net)
  let id = 1
  while (fib.get(id)) id++
  fib.getOrMake(id)
  return id
}

/** Members of the request that are absent, or 0 where the kernel cannot tell, match any. Ref: rule_find() */
function deleteMatches(rule: FibRule, wanted: RuleAttrs): boolean {
  const { attrs } = rule
  const given = <K extends keyof RuleAttrs>(key: K): boolean =>
    wanted[key] === undefined || wanted[key] === attrs[key]
  if (wanted.action !== 0 && attrs.action !== wanted.action) return false
  if (wanted.table !== 0 && attrs.table !== wanted.table) return false
  if (wanted.priority !== undefined && rule.priority !== wanted.priority) return false
  for (const key of ['iif', 'oif', 'suppressIfgroup', 'suppressPrefixlen', 'tunId', 'realms'] as const) {
    if (!given(key)) return false
  }
  if (wanted.fwmark && attrs.fwmark !== wanted.fwmark) return false
  if (wanted.fwmask && attrs.fwmask !== wanted.fwmask) return false
  if (wanted.l3mdev && !attrs.l3mdev) return false
  if (wanted.ipproto && attrs.ipproto !== wanted.ipproto) return false
  if (wanted.protocol && attrs.protocol !== wanted.protocol) return false
  if (wanted.uidRange && !sameRange(wanted.uidRange, attrs.uidRange)) return false
  if (wanted.sport && !sameRange(wanted.sport, attrs.sport)) return false
  if (wanted.dport && !sameRange(wanted.dport, attrs.dport)) return false
  if (wanted.srcLen > 0 && (attrs.srcLen !== wanted.srcLen || attrs.src !== wanted.src)) return false
  if (wanted.dstLen > 0 && (attrs.dstLen !== wanted.dstLen || attrs.dst !== wanted.dst)) return false
  return wanted.tos === 0 || attrs.tos === wanted.tos
}

export function rtmDelrule(net: Net, asked: RuleAttrs): Refusal | null {
  const request = withMask(asked)
  const rules = rulesOf(net, request.family)
  if (!rules) return refuse(EOPNOTSUPP)
  const refused = validate(request, request.priority ?? 0)
  if (refused) return refused
  const rule = rules.list.find((one) => deleteMatches(one, request))
  if (!rule) return refuse(ENOENT)
  rules.remove(rule)
  net.version++
  notify(net, 'RTM_DELRULE', rule)
  return null
}

/** Ref: notify_rule_change() */
function notify(net: Net, type: RuleMessage['type'], rule: FibRule): void {
  const group = rule.attrs.family === AF_INET ? 'ipv4-rule' : 'ipv6-rule'
  rtnlNotify(net, group, () => ({ ...fill(rule), type }))
}

/** Ref: fib_nl_fill_rule() */
function fill({ attrs, priority, iifindex, oifindex, target }: FibRule): RuleMessage {
  const detached =
    (iifindex === -1 ? FIB_RULE_IIF_DETACHED : 0) | (oifindex === -1 ? FIB_RULE_OIF_DETACHED : 0)
  const unresolved = attrs.action === FR_ACT_GOTO && !target ? FIB_RULE_UNRESOLVED : 0
  const flags = (attrs.flags & FIB_RULE_INVERT) | detached | unresolved
  return { ...attrs, type: 'RTM_NEWRULE', priority, flags }
}

export function rtmGetrule(net: Net, family: number): RuleMessage[] | Refusal {
  return rulesOf(net, family)?.list.map(fill) ?? refuse(EOPNOTSUPP)
}

/** Follows what happens to devices. Ref: fib_rules_event() */
export function fibRulesEvent(event: NetdevEvent, dev: NetDevice): void {
  ipv4Of(dev.net).fib.rules.deviceEvent(event, dev)
  ipv6Of(dev.net).rules.deviceEvent(event, dev)
}
