// One rule as `-L` lists it and as `-S` writes it (Ref: iptables/xshared.c:print_rule_details(), save_rule_details(),
// nft-ipv4.c, nft-ipv6.c).
import type { Counters, XtRule } from '../../uapi/netfilter.ts'
import type { XtMatch, XtNetwork } from '../../uapi/xt_match.ts'
import { anyName, formatAddress, maskLong, maskSuffix } from './address.ts'
import type { ListContext } from './extension.ts'
import { interfaceText } from './interface.ts'
import { extensionOfMatch } from './matches/registry.ts'
import { protocolName } from './protocol.ts'
import { extensionOfTarget } from './targets/registry.ts'
import type { Xtables } from './xtables.ts'

export interface ListFormat {
  readonly numeric: boolean
  readonly exact: boolean
  readonly counters: boolean
  readonly lineNumbers: boolean
  readonly interfaces: boolean
}

/** Rounded by thousands where five digits are not enough. Ref: xtables_print_num() */
export function countText(value: number, exact: boolean): string {
  if (exact) return String(value)
  if (value <= 99999) return String(value)
  let number = Math.floor((value + 500) / 1000)
  for (const unit of ['K', 'M', 'G']) {
    if (number <= 9999) return `${number}${unit}`
    number = Math.floor((number + 500) / 1000)
  }
  return `${number}T`
}

function countColumn(value: number, exact: boolean): string {
  return `${countText(value, exact).padStart(exact ? 8 : 5)} `
}

/** What `-L` calls the target. */
function targetName({ target }: XtRule): string {
  if (target.name === 'none') return ''
  if (target.name === 'jump') return target.chain
  return target.name === 'NOTRACK' ? 'CT' : target.name
}

function addressText(x: Xtables, network: XtNetwork | null, numeric: boolean): string {
  if (network === null || network.mask === 0 || network.mask === 0n) {
    if (!numeric) return 'anywhere'
    return network === null ? (x.ipv6 ? '::/0' : '0.0.0.0/0') : `${formatAddress(network.address)}/0`
  }
  if (!numeric && network.address === 0n) return 'anywhere'
  const host = numeric ? formatAddress(network.address) : anyName(x, network.address)
  return host + maskSuffix(network.mask)
}

/** What the extensions of a rule add to its line. */
function extensionText(context: ListContext): string {
  const { rule } = context
  const matches = rule.matches.map((match) => extensionOfMatch(match).print(match, context))
  const target = extensionOfTarget(rule.target)?.print(rule.target, context) ?? ''
  return matches.join('') + target
}

function isGoto({ target }: XtRule): boolean {
  return target.name === 'jump' && target.goto
}

export function listRule(
  x: Xtables,
  rule: XtRule,
  counters: Counters,
  number: number,
  format: ListFormat,
): string {
  const { numeric, exact } = format
  const { protocol, fragment, source, destination } = rule
  const parts: string[] = []
  if (format.lineNumbers) parts.push(`${String(number).padEnd(4)} `)
  if (format.counters) parts.push(countColumn(counters.packets, exact), countColumn(counters.bytes, exact))
  const proto = protocol?.number ?? 0
  const name = numeric ? String(proto) : (protocolName(x, proto) ?? String(proto))
  parts.push(`${targetName(rule).padEnd(9)} ${protocol?.invert ? '!' : ' '}${name.padEnd(4)} `)
  parts.push(`${fragment?.invert ? '!' : '-'}${fragment === null ? '-' : 'f'} `)
  if (format.interfaces) {
    const any = numeric ? '*' : 'any'
    parts.push(` ${interfaceColumn(rule.in, any).padEnd(6)} ${interfaceColumn(rule.out, any).padEnd(6)} `)
  }
  parts.push(`${source?.invert ? '!' : ' '}${addressText(x, source, numeric).padEnd(19)} `)
  parts.push(`${destination?.invert ? '!' : ' '}${addressText(x, destination, numeric).padEnd(19)} `)
  if (isGoto(rule)) parts.push('[goto] ')
  parts.push(extensionText({ x, numeric, rule }), '\n')
  return parts.join('')
}

function interfaceColumn(name: XtRule['in'], any: string): string {
  return name === null ? any : `${name.invert ? '!' : ''}${interfaceText(name)}`
}

/** What `-v` says of a rule that was added, deleted or found. */
export function tellRule(x: Xtables, rule: XtRule): string {
  const { protocol, fragment, source, destination } = rule
  const proto = protocol?.number ?? 0
  const parts = [
    `${targetName(rule)} ${protocol?.invert ? '!' : ' '}${protocolName(x, proto) ?? proto} `,
    `opt ${fragment?.invert ? '!' : '-'}${fragment === null ? '-' : 'f'} `,
    `in ${interfaceColumn(rule.in, '*')} out ${interfaceColumn(rule.out, '*')} `,
    `${source?.invert ? '!' : ' '}${addressText(x, source, true)} `,
    `${destination?.invert ? '!' : ' '}-> ${addressText(x, destination, true)}  `,
    isGoto(rule) ? '[goto] ' : '',
    extensionText({ x, numeric: true, rule }),
    '\n',
  ]
  return parts.join('')
}

function saveAddress(letter: 's' | 'd', network: XtNetwork | null): string {
  if (network === null) return ''
  const not = network.invert ? ' !' : ''
  return `${not} -${letter} ${formatAddress(network.address)}/${maskLong(network.mask)}`
}

function saveInterface(letter: 'i' | 'o', name: XtRule['in']): string {
  return name === null ? '' : `${name.invert ? ' !' : ''} -${letter} ${interfaceText(name)}`
}

function saveMatch(match: XtMatch, context: ListContext): string {
  return ` -m ${match.name}${extensionOfMatch(match).save(match, context)}`
}

/** What follows `-A CHAIN`; with counters before the target where they are asked for. */
export function saveRule(x: Xtables, rule: XtRule, counters: Counters | null): string {
  const { protocol, fragment, target } = rule
  const context: ListContext = { x, numeric: true, rule }
  const parts = [
    saveAddress('s', rule.source),
    saveAddress('d', rule.destination),
    saveInterface('i', rule.in),
    saveInterface('o', rule.out),
  ]
  if (protocol !== null) {
    const name = protocolName(x, protocol.number) ?? String(protocol.number)
    parts.push(`${protocol.invert ? ' !' : ''} -p ${name}`)
  }
  if (fragment !== null) parts.push(`${fragment.invert ? ' !' : ''} -f`)
  parts.push(...rule.matches.map((match) => saveMatch(match, context)))
  if (counters !== null) parts.push(` -c ${counters.packets} ${counters.bytes}`)
  if (target.name === 'jump') parts.push(` -${target.goto ? 'g' : 'j'} ${target.chain}`)
  else if (target.name !== 'none') {
    parts.push(` -j ${target.name}${extensionOfTarget(target)?.save(target, context) ?? ''}`)
  }
  return parts.join('')
}
