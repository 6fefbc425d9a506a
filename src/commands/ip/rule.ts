// `ip rule`: policy routing. Ref: iproute2 ip/iprule.c
import { AF_INET, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { FIB_RULE_INVERT, type RuleMessage, type RuleRange } from '../../uapi/rule.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import { refuseDump } from './binarydump.ts'
import type { IpContext } from './context.ts'
import { parseIpProto } from './ipproto.ts'
import { reportError, talk } from './libnetlink.ts'
import { printRule } from './ruleformat.ts'
import {
  isPriorityWord,
  parseRule,
  RULE_USAGE,
  takeMark,
  takePortRange,
  takePriority,
  takeUidRange,
} from './ruleparse.ts'
import { addressesMatch, getPrefix, parseUnsigned, type InetPrefix } from './utils.ts'

/** Runs the verb at hand and gives the exit status. */
export function ruleObject(ctx: IpContext, args: Args): number {
  const verb = args.more ? args.take() : 'list'
  if (matches(verb, 'list') || matches(verb, 'lst') || matches(verb, 'show')) return list(ctx, args)
  if (matches(verb, 'save')) refuseDump(ctx, 'rule', 'save')
  if (matches(verb, 'restore')) refuseDump(ctx, 'rule', 'restore')
  if (matches(verb, 'add')) return modify(ctx, args, true)
  if (matches(verb, 'delete')) return modify(ctx, args, false)
  if (matches(verb, 'flush')) return flush(ctx, args)
  if (matches(verb, 'help')) ctx.usage(RULE_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "ip rule help".\n`)
  ctx.exit(255)
}

function familyOf(ctx: IpContext): number {
  return ctx.family === AF_UNSPEC ? AF_INET : ctx.family
}

function modify(ctx: IpContext, args: Args, adding: boolean): number {
  if (!args.more) {
    ctx.err(`"ip rule ${adding ? 'add' : 'del'}" requires arguments.\n`)
    return 1
  }
  const rule = parseRule(ctx, args, familyOf(ctx), adding)
  if (typeof rule === 'number') return rule
  const flags = { create: true, excl: true }
  return talk(ctx, adding ? { type: 'RTM_NEWRULE', flags, rule } : { type: 'RTM_DELRULE', rule }) ? 0 : 2
}

/** What is to be shown; null and 0 let all through. */
interface RuleFilter {
  not: boolean
  l3mdev: boolean
  tos: number | null
  priority: number | null
  mark: number
  mask: number
  table: number
  protocol: number | null
  tunId: number | null
  ipproto: number | null
  iif: string | null
  oif: string | null
  src: InetPrefix | null
  dst: InetPrefix | null
  uidRange: RuleRange | null
  sport: RuleRange | null
  dport: RuleRange | null
}

function parseFilter(ctx: IpContext, args: Args): RuleFilter {
  const family = familyOf(ctx)
  const f: RuleFilter = {
    not: false,
    l3mdev: false,
    tos: null,
    priority: null,
    mark: 0,
    mask: 0,
    table: 0,
    protocol: null,
    tunId: null,
    ipproto: null,
    iif: null,
    oif: null,
    src: null,
    dst: null,
    uidRange: null,
    sport: null,
    dport: null,
  }
  while (args.more) {
    const word = args.take()
    if (isPriorityWord(word)) f.priority = takePriority(args)
    else if (word === 'not') f.not = true
    else if (word === 'tos' || matches(word, 'dsfield')) {
      const value = args.value()
      f.tos = ctx.names.parseDsfield(value) ?? args.invarg('TOS value is invalid\n', value)
    } else if (word === 'fwmark') {
      const { mark, mask } = takeMark(args)
      f.mark = mark
      f.mask = mask ?? 0
    } else if (word === 'dev' || word === 'iif') f.iif = args.value()
    else if (word === 'oif') f.oif = args.value()
    else if (word === 'l3mdev') f.l3mdev = true
    else if (word === 'uidrange') f.uidRange = takeUidRange(args)
    else if (matches(word, 'tun_id')) {
      const value = args.value()
      f.tunId = parseUnsigned(value) ?? args.invarg('"tun_id" value is invalid\n', value)
    } else if (matches(word, 'lookup') || matches(word, 'table')) {
      const value = args.value()
      f.table = ctx.names.parseTable(value) ?? args.invarg('table id value is invalid\n', value)
    } else if (word === 'from' || matches(word, 'src')) f.src = getPrefix(ctx, args.value(), family)
    else if (matches(word, 'protocol')) {
      const value = args.value()
      f.protocol = ctx.names.parseProtocol(value)
      if (f.protocol === null && value !== 'all') args.invarg('invalid "protocol"\n', value)
    } else if (word === 'ipproto') {
      const value = args.value()
      f.ipproto = parseIpProto(value) ?? args.invarg('Invalid "ipproto" value\n', value)
    } else if (word === 'sport') f.sport = takePortRange(args)
    else if (word === 'dport') f.dport = takePortRange(args)
    else f.dst = getPrefix(ctx, matches(word, 'dst') || word === 'to' ? args.value() : word, family)
  }
  return f
}

/** Prefixes within the filter's. */
function inFilter(filter: InetPrefix | null, address: RuleMessage['src'], length: number): boolean {
  if (!filter || filter.bitlen <= 0) return true
  return (
    address !== undefined && filter.bitlen <= length && addressesMatch(address, filter.address, filter.bitlen)
  )
}

function sameRange(filter: RuleRange | null, range: RuleRange | undefined): boolean {
  return !filter || (range?.start === filter.start && range.end === filter.end)
}

/** Ref: filter_nlmsg(). It does not look at the protocol: only a flush does. */
function passes(f: RuleFilter, rule: RuleMessage): boolean {
  if (f.not && !(rule.flags & FIB_RULE_INVERT)) return false
  if (f.priority !== null && f.priority !== rule.priority) return false
  if (!inFilter(f.src, rule.src, rule.srcLen) || !inFilter(f.dst, rule.dst, rule.dstLen)) return false
  if (f.tos !== null && f.tos !== rule.tos) return false
  if (f.mark !== 0 && f.mark !== rule.fwmark) return false
  if (f.mask !== 0 && f.mask !== rule.fwmask) return false
  if (f.iif !== null && f.iif !== rule.iif) return false
  if (f.oif !== null && f.oif !== rule.oif) return false
  if (f.l3mdev && !rule.l3mdev) return false
  if (f.tunId !== null && f.tunId !== rule.tunId) return false
  if (f.ipproto !== null && f.ipproto !== rule.ipproto) return false
  if (!sameRange(f.uidRange, rule.uidRange)) return false
  if (!sameRange(f.sport, rule.sport) || !sameRange(f.dport, rule.dport)) return false
  return f.table === 0 || f.table === rule.table
}

function dump(ctx: IpContext): readonly RuleMessage[] | null {
  const messages = talk(ctx, { type: 'RTM_GETRULE', family: familyOf(ctx) })
  return messages?.filter((message): message is RuleMessage => message.type === 'RTM_NEWRULE') ?? null
}

function list(ctx: IpContext, args: Args): number {
  const filter = parseFilter(ctx, args)
  ctx.out.beginJson()
  const rules = dump(ctx)
  if (!rules) {
    ctx.err('Dump terminated\n')
    return 1
  }
  for (const rule of rules) if (passes(filter, rule)) printRule(ctx, rule)
  ctx.out.endJson()
  return 0
}

/** Rules of priority 0 stay. Ref: flush_rule() */
function flush(ctx: IpContext, args: Args): number {
  const filter = parseFilter(ctx, args)
  for (const rule of dump(ctx) ?? []) {
    if (rule.priority === 0 || !passes(filter, rule)) continue
    if (filter.protocol !== null && filter.protocol !== (rule.protocol ?? 0)) continue
    const { error } = ctx.p.net.rtnetlink({ type: 'RTM_DELRULE', rule: { ...rule, flags: 0 } })
    if (!error) continue
    reportError(ctx, error)
    return 2
  }
  return 0
}
