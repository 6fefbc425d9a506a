// The program reads every rule with the extensions of IPv4: of IPv6's it shows some not as they are, and ends at those
// that these cannot read. Recorded of iptables 1.8.9. Ref: iptables/nft-shared.c:nft_rule_to_iptables_command_state()
import type { XtRule } from '../../uapi/netfilter.ts'
import type { InvertibleRange, XtMatch } from '../../uapi/xt_match.ts'

const NO_LAYER4 = 'unsupported layer 4 protocol value'

/** What it complains of in a rule of IPv6; empty of one that it can read. */
export function complaints({ matches, target }: XtRule): readonly string[] {
  const found = matches.flatMap(matchComplaints)
  return target.name === 'HL' ? [...found, 'target extension not found'] : found
}

/** Ports and flags are compared by nf_tables itself, and that only behind a protocol it knows of. */
function matchComplaints(match: XtMatch): readonly string[] {
  switch (match.name) {
    case 'icmp6':
    case 'hl':
      return ['match extension not found']
    case 'tcp':
      // One with an option is an extension's as a whole.
      if (match.option) return []
      return [...portComplaints(match.sport, match.dport), ...(match.flags ? [NO_LAYER4] : [])]
    case 'udp':
      return portComplaints(match.sport, match.dport)
    default:
      return []
  }
}

function isSingle(range: InvertibleRange | null): range is InvertibleRange {
  return range !== null && range.min === range.max
}

/** Two ports are one comparison; ranges are passed over. */
function portComplaints(sport: InvertibleRange | null, dport: InvertibleRange | null): readonly string[] {
  const singles = [sport, dport].filter(isSingle)
  const [one, other] = singles
  if (one && other && !one.invert && !other.invert) return [NO_LAYER4]
  return singles.map(() => NO_LAYER4)
}

/** What the numbers of ip6t_REJECT mean to ipt_REJECT. */
const REJECTS: Readonly<Record<string, string>> = {
  'icmp6-no-route': 'icmp-net-unreachable',
  'icmp6-adm-prohibited': 'icmp-host-unreachable',
  'icmp6-addr-unreachable': 'icmp-port-unreachable',
  'icmp6-port-unreachable': '(null)',
  'tcp-reset': 'icmp-host-prohibited',
  'icmp6-policy-fail': 'tcp-reset',
  'icmp6-reject-route': 'icmp-admin-prohibited',
}

/** A rule of IPv6 that it can read, as it takes it: without ranges of ports. */
export function asRead(rule: XtRule): XtRule {
  const matches = rule.matches.filter((match) => {
    if (match.name !== 'tcp' && match.name !== 'udp') return true
    if (match.name === 'tcp' && match.option) return true
    return match.sport === null && match.dport === null
  })
  const { target } = rule
  if (target.name !== 'REJECT') return { ...rule, matches }
  return { ...rule, matches, target: { ...target, with: REJECTS[target.with] ?? target.with } }
}
