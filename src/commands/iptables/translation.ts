// A rule of iptables as nft shows it (Ref: nftables src/xt.c, which asks the extensions; iptables/nft-shared.c).
import type { Counters, NftFamily, XtRule } from '../../uapi/netfilter.ts'
import type { XtInterface, XtMatch, XtNetwork } from '../../uapi/xt_match.ts'
import { formatAddress, maskSuffix, prefixLength } from './address.ts'
import type { ListContext } from './extension.ts'
import { extensionOfMatch } from './matches/registry.ts'
import { extensionOfTarget } from './targets/registry.ts'
import type { Xtables } from './xtables.ts'

/** Those that nft knows by another name than /etc/protocols. */
const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  1: 'icmp',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  50: 'esp',
  51: 'ah',
  58: 'ipv6-icmp',
  108: 'comp',
  132: 'sctp',
  136: 'udplite',
}

/** Matches and targets that nf_tables has expressions of its own for. */
const OWN_MATCHES = new Set(['tcp', 'udp', 'limit', 'mark'])
const OWN_TARGETS = new Set(['ACCEPT', 'DROP', 'RETURN', 'QUEUE', 'TRACE', 'jump', 'none'])

export function isOwnMatch(match: XtMatch): boolean {
  if (!OWN_MATCHES.has(match.name)) return false
  if (match.name === 'udp') return match.sport !== null || match.dport !== null
  if (match.name !== 'tcp') return true
  return match.option === null && (match.sport !== null || match.dport !== null || match.flags !== null)
}

/** Nothing in it needs an extension of xtables: nft shows a table of such rules without a warning. */
export function isOwnRule({ matches, target }: XtRule): boolean {
  return matches.every(isOwnMatch) && OWN_TARGETS.has(target.name)
}

function interfaceWords(key: string, name: XtInterface | null): string[] {
  if (name === null) return []
  return [`${key} ${name.invert ? '!= ' : ''}"${name.name}${name.wildcard ? '*' : ''}"`]
}

function addressWords(key: string, network: XtNetwork | null): string[] {
  if (network === null) return []
  const { address, mask, invert } = network
  if (prefixLength(mask) === null) {
    return [`${key} & ${formatAddress(mask)} ${invert ? '!=' : '=='} ${formatAddress(address)}`]
  }
  return [`${key} ${invert ? '!= ' : ''}${formatAddress(address)}${maskSuffix(mask)}`]
}

/** A condition on the protocol is left out where one on its ports or flags says so. */
function protocolWords(x: Xtables, { protocol, matches, fragment }: XtRule, numeric: boolean): string[] {
  if (protocol === null) return []
  const [first] = matches
  const header = first && (first.name === 'tcp' || first.name === 'udp') ? first.name : null
  const implied = header !== null && first !== undefined && isOwnMatch(first) && fragment === null
  if (!protocol.invert && implied && protocol.number === (header === 'tcp' ? 6 : 17)) return []
  const name =
    PROTOCOL_NAMES[protocol.number] ?? x.names.protocolName(protocol.number) ?? String(protocol.number)
  return [`meta l4proto ${protocol.invert ? '!= ' : ''}${numeric ? protocol.number : name}`]
}

export interface Translation {
  readonly numericProtocol: boolean
  readonly stateless: boolean
  /** Which family has loaded a target of both. */
  readonly loaded: Map<string, NftFamily>
}

export function translateRule(x: Xtables, rule: XtRule, counters: Counters, how: Translation): string {
  const context: ListContext = { x, numeric: true, rule }
  const ip = x.ipv6 ? 'ip6' : 'ip'
  const { fragment } = rule
  const words = [
    ...interfaceWords('iifname', rule.in),
    ...interfaceWords('oifname', rule.out),
    ...protocolWords(x, rule, how.numericProtocol),
    ...addressWords(`${ip} saddr`, rule.source),
    ...addressWords(`${ip} daddr`, rule.destination),
    ...(fragment === null ? [] : [`ip frag-off & 8191 ${fragment.invert ? '==' : '!='} 0`]),
    ...rule.matches.map(
      (match) => extensionOfMatch(match).translate(match, context) ?? `xt match ${match.name}`,
    ),
    how.stateless ? 'counter' : `counter packets ${counters.packets} bytes ${counters.bytes}`,
    ...targetWords(context, how.loaded),
  ]
  return words.join(' ')
}

/** Targets that nft loads once, for the family that comes first. */
const OF_ONE_FAMILY = new Set(['DNAT', 'SNAT', 'MASQUERADE', 'REDIRECT', 'TCPMSS'])

function targetWords(context: ListContext, loaded: Map<string, NftFamily>): string[] {
  const { target } = context.rule
  const { family } = context.x
  if (target.name === 'none') return []
  if (target.name === 'jump') return [`${target.goto ? 'goto' : 'jump'} ${target.chain}`]
  if (OF_ONE_FAMILY.has(target.name)) {
    const first = loaded.get(target.name) ?? family
    loaded.set(target.name, first)
    if (first !== family) return [`XT target ${target.name} not found\n`]
  }
  return [extensionOfTarget(target)?.translate(target, context) ?? `xt target ${target.name}`]
}
