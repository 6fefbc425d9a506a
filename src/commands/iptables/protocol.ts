// Protocols by name and by number (Ref: libxtables/xtables.c:xtables_parse_protocol(), xtables_chain_protos).
import { parseUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

/** Known without /etc/protocols; of two names of a number the first is written. */
const PROTOCOLS: readonly (readonly [name: string, number: number])[] = [
  ['tcp', 6],
  ['sctp', 132],
  ['udp', 17],
  ['udplite', 136],
  ['icmp', 1],
  ['ipv6-icmp', 58],
  ['icmpv6', 58],
  ['esp', 50],
  ['ah', 51],
  ['mobility-header', 135],
  ['ipv6-mh', 135],
  ['mh', 135],
  ['all', 0],
]

export const PROTOCOL_NAMES: readonly string[] = PROTOCOLS.map(([name]) => name)

export function parseProtocol(x: Xtables, text: string): number {
  const number = parseUnsigned(text, 255)
  if (number !== null) return number
  const known = PROTOCOLS.find(([name]) => name === text)?.[1] ?? x.names.protocolNumber(text)
  // The header has eight bits for it.
  return known === null ? x.problem(`unknown protocol "${text}" specified`) : known & 0xff
}

/** The name that is written for a number; null when it has none. */
export function protocolName(x: Xtables, number: number): string | null {
  const known = PROTOCOLS.find(([, n]) => n === number)?.[0]
  return known ?? x.names.protocolName(number)
}
