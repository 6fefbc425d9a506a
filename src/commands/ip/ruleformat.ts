// One rule as `ip rule` shows it. Ref: iproute2 ip/iprule.c:print_rule()
import { AF_INET6, RTPROT_KERNEL, RTPROT_UNSPEC } from '../../uapi/rtnetlink.ts'
import {
  FIB_RULE_IIF_DETACHED,
  FIB_RULE_INVERT,
  FIB_RULE_OIF_DETACHED,
  FIB_RULE_UNRESOLVED,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FR_ACT_TO_TBL,
  type RuleMessage,
  type RuleRange,
} from '../../uapi/rule.ts'
import { familyColor } from './addrformat.ts'
import type { IpContext } from './context.ts'
import { ipProtoName } from './ipproto.ts'
import { FR_ACT_NAT } from './ruleparse.ts'

/** printf's `%#x`. */
function hex(value: number): string {
  return value === 0 ? '0' : `0x${value.toString(16)}`
}

export function printRule(ctx: IpContext, rule: RuleMessage): void {
  const { out, names } = ctx
  out.openObject(null)
  if (rule.type === 'RTM_DELRULE') out.any('deleted', true, 'Deleted ')
  out.any('priority', rule.priority, `${rule.priority}:\t`)
  if (rule.flags & FIB_RULE_INVERT) out.any('not', null, 'not ')
  if (rule.src === undefined) out.any('src', 'all', 'from all')
  else printPrefix(ctx, rule, 'src', 'from ')
  if (rule.dst !== undefined) printPrefix(ctx, rule, 'dst', ' to ')
  if (rule.tos !== 0) out.any('tos', names.dsfield(rule.tos), ` tos ${names.dsfield(rule.tos)}`)
  printMark(ctx, rule)
  if (rule.iif !== undefined) printDevice(ctx, rule, 'iif', rule.iif, FIB_RULE_IIF_DETACHED)
  if (rule.oif !== undefined) printDevice(ctx, rule, 'oif', rule.oif, FIB_RULE_OIF_DETACHED)
  const { uidRange } = rule
  if (uidRange) {
    out.any('uid_start', uidRange.start, ` uidrange ${uidRange.start}`)
    out.any('uid_end', uidRange.end, `-${uidRange.end}`)
  }
  if (rule.ipproto !== undefined) {
    out.any('ipproto', ipProtoName(rule.ipproto), ` ipproto ${ipProtoName(rule.ipproto)}`)
  }
  if (rule.sport) printPorts(ctx, 'sport', rule.sport)
  if (rule.dport) printPorts(ctx, 'dport', rule.dport)
  if (rule.tunId !== undefined) out.any('tun_id', rule.tunId, ` tun_id ${rule.tunId}`)
  printAction(ctx, rule)
  const protocol = rule.protocol ?? RTPROT_UNSPEC
  if ((protocol !== RTPROT_KERNEL && protocol !== RTPROT_UNSPEC) || ctx.options.details > 0) {
    out.any('protocol', names.protocol(protocol), ` proto ${names.protocol(protocol)}`)
  }
  out.text('\n')
  out.closeObject()
}

function printPrefix(ctx: IpContext, rule: RuleMessage, key: 'src' | 'dst', word: string): void {
  const address = rule[key]
  const length = key === 'src' ? rule.srcLen : rule.dstLen
  if (address === undefined) return
  const host = ctx.host(address)
  ctx.out.text(word)
  ctx.out.colored(familyColor(rule.family), key, host, host)
  const whole = rule.family === AF_INET6 ? 128 : 32
  if (length !== whole) ctx.out.any(`${key}len`, length, `/${length}`)
}

function printMark(ctx: IpContext, { fwmark, fwmask }: RuleMessage): void {
  if (fwmark === undefined && fwmask === undefined) return
  const mark = hex(fwmark ?? 0)
  ctx.out.any('fwmark', mark, ` fwmark ${mark}`)
  if (fwmask !== undefined && fwmask !== 0xffffffff) ctx.out.any('fwmask', hex(fwmask), `/${hex(fwmask)}`)
}

function printDevice(ctx: IpContext, rule: RuleMessage, key: string, name: string, detached: number): void {
  ctx.out.text(` ${key} `)
  ctx.out.colored('ifname', key, name, name)
  if (rule.flags & detached) ctx.out.any(`${key}_detached`, null, ' [detached]')
}

function printPorts(ctx: IpContext, key: string, { start, end }: RuleRange): void {
  if (start === end) return ctx.out.any(key, start, ` ${key} ${start}`)
  ctx.out.any(`${key}_start`, start, ` ${key} ${start}`)
  ctx.out.any(`${key}_end`, end, `-${end}`)
}

function printAction(ctx: IpContext, rule: RuleMessage): void {
  const { out, names } = ctx
  if (rule.l3mdev) out.any('l3mdev', null, ' lookup [l3mdev-table]')
  if (rule.table !== 0) {
    out.any('table', names.table(rule.table), ` lookup ${names.table(rule.table)}`)
    const { suppressPrefixlen: length, suppressIfgroup: group } = rule
    if (length !== undefined) out.any('suppress_prefixlen', length, ` suppress_prefixlength ${length}`)
    if (group !== undefined) {
      out.any('suppress_ifgroup', names.group(group), ` suppress_ifgroup ${names.group(group)}`)
    }
  }
  if (rule.realms !== undefined) {
    const from = rule.realms >>> 16
    const to = String(rule.realms & 0xffff)
    if (from === 0) out.any('flow_to', to, ` realms ${to}`)
    else {
      out.any('flow_from', String(from), ` realms ${from}`)
      out.any('flow_to', to, `/${to}`)
    }
  }
  if (rule.action === FR_ACT_NAT) out.any('masquerade', null, ' masquerade')
  else if (rule.action === FR_ACT_GOTO) {
    const none = rule.goto === undefined
    out.any('goto', rule.goto ?? 'none', ` goto ${none ? 'none' : rule.goto}`)
    if (rule.flags & FIB_RULE_UNRESOLVED) out.any('unresolved', null, ' [unresolved]')
  } else if (rule.action === FR_ACT_NOP) out.any('nop', null, ' nop')
  else if (rule.action !== FR_ACT_TO_TBL) {
    const action = names.routeType(rule.action)
    out.any('action', action, ` ${action}`)
  }
}
