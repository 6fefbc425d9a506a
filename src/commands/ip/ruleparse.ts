// The words of `ip rule add` and `ip rule del`. Ref: iproute2 ip/iprule.c:iprule_modify()
import { RT_TABLE_MAIN } from '../../uapi/rtnetlink.ts'
import {
  FIB_RULE_INVERT,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FR_ACT_TO_TBL,
  type RuleAttrs,
  type RuleRange,
} from '../../uapi/rule.ts'
import { matches, type Args } from './args.ts'
import type { IpContext } from './context.ts'
import { parseIpProto } from './ipproto.ts'
import { OTHER_USAGES } from './usage/others.ts'
import { getPrefix, isIfName, parseAddr, parseUnsigned } from './utils.ts'

export const RULE_USAGE: string = OTHER_USAGES.get('rule') ?? ''

/** RTN_NAT: taken, and of no use since Linux 2.6. */
export const FR_ACT_NAT = 10

/** `MARK` or `MARK/MASK`. */
export function takeMark(args: Args): { mark: number; mask: number | null } {
  const word = args.value()
  const slash = word.indexOf('/')
  const first = slash < 0 ? word : word.slice(0, slash)
  const mark = parseUnsigned(first) ?? args.invarg('fwmark value is invalid\n', first)
  if (slash < 0) return { mark, mask: null }
  const second = word.slice(slash + 1)
  return { mark, mask: parseUnsigned(second) ?? args.invarg('fwmask value is invalid\n', second) }
}

export function takeUidRange(args: Args): RuleRange {
  const word = args.value()
  const [, start, end] = /^\s*\+?(\d+)-\s*\+?(\d+)/.exec(word) ?? []
  if (start === undefined || end === undefined) args.invarg('invalid UID range\n', word)
  return { start: Number(start) >>> 0, end: Number(end) >>> 0 }
}

/** As sscanf("%hu-%hu") reads: only 16 bits of a number are kept. */
export function takePortRange(args: Args): RuleRange {
  const word = args.value()
  const [, start, end] = /^\s*\+?(\d+)(?:-\s*\+?(\d+))?/.exec(word) ?? []
  if (start === undefined) args.invarg('invalid port range\n', word)
  return { start: Number(start) & 0xffff, end: Number(end ?? start) & 0xffff }
}

export function takePriority(args: Args): number {
  const word = args.value()
  return parseUnsigned(word) ?? args.invarg('preference value is invalid\n', word)
}

export function isPriorityWord(word: string): boolean {
  return matches(word, 'preference') || matches(word, 'order') || matches(word, 'priority')
}

function takeDevice(args: Args, key: string): string {
  const word = args.value()
  if (!isIfName(word)) args.invarg(`${key} not a valid ifname`, word)
  return word
}

/** `TO` or `FROM/TO`. Ref: get_rt_realms_or_raw() */
function takeRealms(args: Args): number {
  const word = args.value()
  const parts = word.split('/').map((part) => parseUnsigned(part, 255))
  const [first, second] = parts
  if (first === undefined || first === null || parts.length > 2 || second === null)
    args.invarg('invalid realms\n', word)
  return second === undefined ? first : (first << 16) | second
}

class RuleWords {
  readonly rule: RuleAttrs
  readonly #ctx: IpContext
  readonly #args: Args
  tableGiven = false

  constructor(ctx: IpContext, args: Args, family: number, adding: boolean) {
    this.#ctx = ctx
    this.#args = args
    const action = adding ? FR_ACT_TO_TBL : 0
    this.rule = { family, srcLen: 0, dstLen: 0, tos: 0, table: 0, action, flags: 0 }
  }

  take(word: string): void {
    const { rule } = this
    const args = this.#args
    const ctx = this.#ctx
    if (word === 'not') rule.flags |= FIB_RULE_INVERT
    else if (word === 'from') this.#prefix('src', 'srcLen')
    else if (word === 'to') this.#prefix('dst', 'dstLen')
    else if (isPriorityWord(word)) rule.priority = takePriority(args)
    else if (word === 'tos' || matches(word, 'dsfield')) {
      const value = args.value()
      rule.tos = ctx.names.parseDsfield(value) ?? args.invarg('TOS value is invalid\n', value)
    } else if (word === 'fwmark') {
      const { mark, mask } = takeMark(args)
      rule.fwmark = mark
      if (mask !== null) rule.fwmask = mask
    } else if (matches(word, 'realms')) rule.realms = takeRealms(args)
    else if (matches(word, 'protocol')) {
      const value = args.value()
      rule.protocol = ctx.names.parseProtocol(value) ?? args.invarg('"protocol" value is invalid\n', value)
    } else if (matches(word, 'tun_id')) {
      const value = args.value()
      rule.tunId = parseUnsigned(value) ?? args.invarg('"tun_id" value is invalid\n', value)
    } else if (matches(word, 'table') || word === 'lookup') {
      const value = args.value()
      rule.table = ctx.names.parseTable(value) ?? args.invarg('invalid table ID\n', value)
      this.tableGiven = true
    } else if (!this.#takeRest(word)) this.#takeAction(word)
  }

  #takeRest(word: string): boolean {
    const { rule } = this
    const args = this.#args
    if (matches(word, 'suppress_prefixlength') || word === 'sup_pl') {
      const value = args.value()
      rule.suppressPrefixlen =
        parseUnsigned(value, 0x7fffffff) ?? args.invarg('suppress_prefixlength value is invalid\n', value)
    } else if (matches(word, 'suppress_ifgroup') || word === 'sup_group') {
      const value = args.value()
      rule.suppressIfgroup =
        this.#ctx.names.parseGroup(value) ?? args.invarg('Invalid "suppress_ifgroup" value\n', value)
    } else if (word === 'dev' || word === 'iif') rule.iif = takeDevice(args, '"iif"/"dev"')
    else if (word === 'oif') rule.oif = takeDevice(args, '"oif"')
    else if (word === 'l3mdev') rule.l3mdev = true
    else if (word === 'uidrange') rule.uidRange = takeUidRange(args)
    else if (word === 'ipproto') {
      const value = args.value()
      rule.ipproto = parseIpProto(value) ?? args.invarg('Invalid "ipproto" value\n', value)
    } else if (word === 'sport') rule.sport = takePortRange(args)
    else if (word === 'dport') rule.dport = takePortRange(args)
    else return false
    return true
  }

  #takeAction(first: string): void {
    const { rule } = this
    const args = this.#args
    const ctx = this.#ctx
    if (first === 'nat' || matches(first, 'map-to')) {
      const value = args.value()
      ctx.err('Warning: route NAT is deprecated\n')
      if (value !== 'default' && !parseAddr(value, rule.family)) {
        ctx.err(`Error: an IP address is expected rather than "${value}"\n`)
        ctx.exit(1)
      }
      rule.action = FR_ACT_NAT
      return
    }
    const word = first === 'type' ? args.value() : first
    if (matches(word, 'help')) ctx.usage(RULE_USAGE)
    if (matches(word, 'goto')) {
      rule.action = FR_ACT_GOTO
      const value = args.value()
      rule.goto = parseUnsigned(value) ?? args.invarg('invalid target\n', value)
    } else if (matches(word, 'nop')) rule.action = FR_ACT_NOP
    else {
      rule.action = ctx.names.parseRouteType(word) ?? args.invarg('Failed to parse rule type', word)
    }
    this.tableGiven = true
  }

  /** `all` and `any` say nothing. */
  #prefix(address: 'src' | 'dst', length: 'srcLen' | 'dstLen'): void {
    const prefix = getPrefix(this.#ctx, this.#args.value(), this.#ctx.family)
    delete this.rule[address]
    this.rule[length] = prefix.bitlen
    if (prefix.bitlen > 0) this.rule[address] = prefix.address
  }
}

/** The rule the words describe; the exit status when they were refused. */
export function parseRule(ctx: IpContext, args: Args, family: number, adding: boolean): RuleAttrs | number {
  const words = new RuleWords(ctx, args, family, adding)
  while (args.more) words.take(args.take())
  const { rule, tableGiven } = words
  if (rule.l3mdev) {
    if (!tableGiven) return rule
    ctx.err('table can not be specified for l3mdev rules\n')
    return 22
  }
  if (adding && !tableGiven) rule.table = RT_TABLE_MAIN
  return rule
}
