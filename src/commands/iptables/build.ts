// Rules from a command line: one for each pair of a source and a destination.
import type { XtRule } from '../../uapi/netfilter.ts'
import type { XtMatch, XtNetwork, XtTcp, XtUdp } from '../../uapi/xt_match.ts'
import type { XtTarget } from '../../uapi/xt_target.ts'
import type { Network } from './address.ts'
import type { ParsedCommand } from './state.ts'
import type { Xtables } from './xtables.ts'

const PROTOCOLS = { tcp: 6, udp: 17 } as const

export function buildRules(x: Xtables, command: ParsedCommand): readonly XtRule[] {
  const target = targetOf(command)
  const matches = mergedMatches(command.matches)
  const { protocol, fragment } = command
  for (const match of matches) {
    if (!isPlain(match) || protocol?.number === PROTOCOLS[match.name]) continue
    // Ref: add_nft_tcp(), add_nft_udp()
    x.problem(`${match.name.toUpperCase()} match requires '-p ${match.name}'`)
  }
  return command.sources.flatMap((source) =>
    command.destinations.map((destination) => ({
      source: networkOf(source, command.invertSource),
      destination: networkOf(destination, command.invertDestination),
      in: isAny(command.in) ? null : command.in,
      out: isAny(command.out) ? null : command.out,
      protocol,
      fragment,
      matches,
      target,
    })),
  )
}

/** `+` alone is every interface. */
function isAny(name: XtRule['in']): boolean {
  return name !== null && name.wildcard && name.name === '' && !name.invert
}

function targetOf({ target, jump, goto }: ParsedCommand): XtTarget {
  if (target !== null) return target
  return jump === null ? { name: 'none' } : { name: 'jump', chain: jump, goto }
}

function networkOf({ address, mask }: Network, invert: boolean): XtNetwork | null {
  const any = mask === 0 || mask === 0n
  return any && !invert ? null : { address, mask, invert }
}

type Ported = XtTcp | XtUdp

/** In nf_tables ports and flags are plain expressions: of two matches on them one is read back. */
function mergedMatches(matches: readonly XtMatch[]): readonly XtMatch[] {
  const merged: XtMatch[] = []
  for (const match of matches) {
    const at = merged.findIndex(
      (earlier) => isPlain(earlier) && isPlain(match) && earlier.name === match.name,
    )
    const earlier = merged[at]
    if (earlier && isPlain(earlier) && isPlain(match)) merged[at] = joined(earlier, match)
    else merged.push(match)
  }
  return merged
}

/** Says something, and nothing that needs the match of xtables. */
function isPlain(match: XtMatch): match is Ported {
  if (match.name !== 'tcp' && match.name !== 'udp') return false
  if (match.name === 'tcp' && match.option !== null) return false
  return match.sport !== null || match.dport !== null || (match.name === 'tcp' && match.flags !== null)
}

function joined(earlier: Ported, later: Ported): XtMatch {
  const ports = { sport: later.sport ?? earlier.sport, dport: later.dport ?? earlier.dport }
  if (earlier.name !== 'tcp' || later.name !== 'tcp') return { name: 'udp', ...ports }
  return { name: 'tcp', ...ports, flags: later.flags ?? earlier.flags, option: null }
}
