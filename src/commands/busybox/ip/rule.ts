// `ip rule`. Ref: busybox networking/libiproute/iprule.c
import { AF_INET, AF_INET6, RT_TABLE_MAIN, RTPROT_BOOT } from '../../../uapi/rtnetlink.ts'
import { FR_ACT_TO_TBL, type RuleAttrs, type RuleMessage } from '../../../uapi/rule.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import type { IpContext } from './context.ts'

export function ruleObject(ctx: IpContext): number {
  if (!ctx.more) return list(ctx)
  const word = ctx.take()
  switch (ctx.keyword(word, 'list show add delete')) {
    case 'list':
    case 'show':
      return list(ctx)
    case 'add':
      return modify(ctx, true)
    case 'delete':
      return modify(ctx, false)
  }
  return ctx.invalid(word, 'ip')
}

function list(ctx: IpContext): number {
  if (ctx.more) {
    ctx.complain('ignoring all arguments')
    return 255
  }
  const family = ctx.family === AF_INET6 ? AF_INET6 : AF_INET
  for (const rule of ctx.talk({ type: 'RTM_GETRULE', family })) {
    if (rule.type === 'RTM_NEWRULE') ctx.out(ruleText(ctx, rule))
  }
  return 0
}

/** Ref: print_rule() */
function ruleText(ctx: IpContext, rule: RuleMessage): string {
  const whole = rule.family === AF_INET6 ? 128 : 32
  const prefix = (address: RuleMessage['src'], length: number): string =>
    address === undefined ? 'all' : formatAddress(address) + (length === whole ? '' : `/${length}`)
  let text = `${rule.priority}:\tfrom ${prefix(rule.src, rule.srcLen)} `
  if (rule.dst !== undefined) text += `to ${prefix(rule.dst, rule.dstLen)} `
  if (rule.tos !== 0) text += `tos ${rule.tos.toString(16)} `
  if (rule.fwmark !== undefined || rule.fwmask !== undefined) {
    const mark = `0x${(rule.fwmark ?? 0).toString(16)}`
    const mask = rule.fwmask ?? 0xffffffff
    text += `fwmark ${mark}${mask === 0xffffffff ? '' : `/0x${mask.toString(16)}`} `
  }
  if (rule.iif !== undefined) text += `iif ${rule.iif} `
  if (rule.oif !== undefined) text += `oif ${rule.oif} `
  if (rule.table !== 0) text += `lookup ${ctx.names.table(rule.table)} `
  if (rule.action !== FR_ACT_TO_TBL) text += `${ctx.names.routeType(rule.action)} `
  return `${text}\n`
}

function modify(ctx: IpContext, add: boolean): number {
  let tabled = false
  const family = ctx.family === AF_INET6 ? AF_INET6 : AF_INET
  const rule: RuleAttrs = {
    family,
    srcLen: 0,
    dstLen: 0,
    tos: 0,
    table: 0,
    action: add ? FR_ACT_TO_TBL : 0,
    flags: 0,
    protocol: RTPROT_BOOT,
  }
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'from' || word === 'to') {
      const prefix = ctx.prefix(ctx.value())
      if (prefix.bytelen === 0 || prefix.bitlen === 0) continue
      if (prefix.family === AF_INET6) rule.family = AF_INET6
      if (word === 'from') Object.assign(rule, { src: prefix.address, srcLen: prefix.bitlen })
      else Object.assign(rule, { dst: prefix.address, dstLen: prefix.bitlen })
    } else if (word === 'preference' || word === 'order' || word === 'priority' || word === 'prio') {
      rule.priority = ctx.number(ctx.value(), 'preference')
    } else if (word === 'tos' || word === 'dsfield') rule.tos = parseInt(ctx.value(), 16) || 0
    else if (word === 'fwmark') {
      const [mark = '', mask] = ctx.value().split('/')
      rule.fwmark = ctx.number(mark, 'fwmark')
      if (mask !== undefined) rule.fwmask = ctx.number(mask, 'fwmask')
    } else if (word === 'table' || word === 'lookup') {
      const name = ctx.value()
      rule.table = ctx.names.parseTable(name) ?? ctx.invalid(name, 'table ID')
      rule.action = FR_ACT_TO_TBL
      tabled = true
    } else if (word === 'dev' || word === 'iif') rule.iif = ctx.value()
    else if (word === 'oif') rule.oif = ctx.value()
    else if (word === 'suppress_prefixlength') {
      rule.suppressPrefixlen = ctx.number(ctx.value(), 'suppress_prefixlength')
    } else ctx.invalid(word, 'ip')
  }
  if (add && !tabled) rule.table = RT_TABLE_MAIN
  ctx.talk(
    add ? { type: 'RTM_NEWRULE', flags: { create: true, excl: true }, rule } : { type: 'RTM_DELRULE', rule },
  )
  return 0
}
