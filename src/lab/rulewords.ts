// Rules of policy routing as words of `ip rule add`.
import { AF_INET6, RT_TABLE_DEFAULT, RT_TABLE_LOCAL, RT_TABLE_MAIN } from '../uapi/rtnetlink.ts'
import {
  FIB_RULE_INVERT,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FR_ACT_TO_TBL,
  type RuleMessage,
  type RuleRange,
} from '../uapi/rule.ts'
import { formatInet } from '../wire/inet.ts'
import { formatInet6 } from '../wire/inet6.ts'

/** What a namespace begins with. */
export const BORN_RULES: readonly string[] = [
  `priority 0 table ${RT_TABLE_LOCAL}`,
  `priority 32766 table ${RT_TABLE_MAIN}`,
  `priority 32767 table ${RT_TABLE_DEFAULT}`,
]

/** Actions by the names of route types. */
const ACTIONS: Readonly<Record<number, string>> = {
  6: 'blackhole',
  7: 'unreachable',
  8: 'prohibit',
  9: 'throw',
}

function prefixWords(address: RuleMessage['src'], length: number): string {
  if (address === undefined) return 'all'
  return `${typeof address === 'bigint' ? formatInet6(address) : formatInet(address)}/${length}`
}

function rangeWords({ start, end }: RuleRange): string {
  return start === end ? String(start) : `${start}-${end}`
}

/** With its priority in front, by which it is found again. */
export function ruleWords(rule: RuleMessage): string {
  const words = [`priority ${rule.priority}`]
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) words.push(`${name} ${value}`)
  }
  if (rule.flags & FIB_RULE_INVERT) words.push('not')
  if (rule.src !== undefined) add('from', prefixWords(rule.src, rule.srcLen))
  if (rule.dst !== undefined) add('to', prefixWords(rule.dst, rule.dstLen))
  if (rule.tos) add('tos', `0x${rule.tos.toString(16)}`)
  const { fwmark, fwmask = 0xffffffff } = rule
  if (fwmark !== undefined) add('fwmark', fwmask === 0xffffffff ? fwmark : `${fwmark}/${fwmask}`)
  add('iif', rule.iif)
  add('oif', rule.oif)
  if (rule.uidRange) add('uidrange', `${rule.uidRange.start}-${rule.uidRange.end}`)
  add('ipproto', rule.ipproto)
  if (rule.sport) add('sport', rangeWords(rule.sport))
  if (rule.dport) add('dport', rangeWords(rule.dport))
  add('tun_id', rule.tunId)
  if (rule.realms) add('realms', `${rule.realms >>> 16}/${rule.realms & 0xffff}`)
  if (rule.protocol && rule.protocol !== 2) add('protocol', rule.protocol)
  if (rule.l3mdev) words.push('l3mdev')
  else if (rule.action === FR_ACT_TO_TBL) add('table', rule.table)
  else if (rule.action === FR_ACT_GOTO) add('goto', rule.goto)
  else words.push(rule.action === FR_ACT_NOP ? 'nop' : (ACTIONS[rule.action] ?? `type ${rule.action}`))
  add('suppress_prefixlength', rule.suppressPrefixlen)
  add('suppress_ifgroup', rule.suppressIfgroup)
  return rule.family === AF_INET6 ? `-6 ${words.join(' ')}` : words.join(' ')
}
