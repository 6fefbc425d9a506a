// Ports of a machine that lead elsewhere, as its NAT rules have it: whoever wrote them, a packet is led by them alone.
import { provenanceOf } from '../kernel/core/provenance.ts'
import type { NftChain, NftRule, NftTable, XtRule } from '../uapi/netfilter.ts'
import type { XtNat } from '../uapi/xt_target.ts'
import type { Range, XtMatch, XtNetwork } from '../uapi/xt_match.ts'
import { formatAddress } from '../wire/inet6.ts'
import type { Inet } from '../wire/inet.ts'
import type { DoorView } from './view.ts'

const PROTOCOLS: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp', 132: 'sctp' }

interface Door extends DoorView {
  readonly to: string[]
}

/** `own`: the machine's addresses. What is for another, as a Service's of its own, is at no door. */
export function doorsOf(tables: readonly NftTable[], own: ReadonlySet<Inet>): readonly DoorView[] {
  const nat = tables.find(({ family, name }) => family === 'ip' && name === 'nat')
  const chains = new Map(nat?.chains.map((chain) => [chain.name, chain]))
  const doors: Door[] = []
  /** `door`: what the rules on the way here have asked of the port. */
  const walk = (chain: NftChain, door: Door | null): void => {
    for (const stored of chain.rules) {
      const { destination, target } = stored.rule
      if (destination && !meets(destination, own)) continue
      const asked = doorBy(chain, stored) ?? door
      if (target.name === 'jump') {
        const next = chains.get(target.chain)
        if (next) walk(next, asked)
      } else if (asked && (target.name === 'DNAT' || target.name === 'REDIRECT')) {
        if (asked.to.length === 0) doors.push(asked)
        asked.to.push(leadsTo(target, asked.port))
      }
    }
  }
  for (const chain of chains.values()) if (chain.base?.hook === 'PREROUTING') walk(chain, null)
  return doors
}

/** Null when the rule names no port. */
function doorBy({ name }: NftChain, stored: NftRule): Door | null {
  const { rule, handle } = stored
  const protocol = rule.protocol && !rule.protocol.invert ? PROTOCOLS[rule.protocol.number] : undefined
  const ports = portsOf(rule)
  if (protocol === undefined || ports === '') return null
  const address = rule.destination && !rule.destination.invert ? formatAddress(rule.destination.address) : ''
  return { port: ports, protocol, address, to: [], chain: name, handle, provenance: provenanceOf(stored) }
}

function portsOf({ matches }: XtRule): string {
  return matches.flatMap(portsAsked).map(rangeText).join(',')
}

function portsAsked(match: XtMatch): readonly Range[] {
  if (match.name === 'tcp' || match.name === 'udp')
    return match.dport && !match.dport.invert ? [match.dport] : []
  return match.name === 'multiport' && match.which === 'destination' && !match.invert ? match.ports : []
}

function rangeText({ min, max }: Range): string {
  return min === max ? String(min) : `${min}-${max}`
}

function meets({ address, mask, invert }: XtNetwork, own: ReadonlySet<Inet>): boolean {
  if (invert) return true
  const [wanted, bits] = [Number(address), Number(mask)]
  for (const one of own) if ((one & bits) === (wanted & bits)) return true
  return false
}

/** `172.17.0.2:80`; `:8080` on the machine itself. */
function leadsTo({ range: { addresses, ports } }: XtNat, port: string): string {
  const address = addresses ? formatAddress(addresses.min) : ''
  return `${address}:${ports ? rangeText(ports) : port}`
}
