// Names of states and statuses of flows, as the matches `state` and `conntrack` take and write them.
import {
  XT_CT_DNAT,
  XT_CT_ESTABLISHED,
  XT_CT_INVALID,
  XT_CT_NEW,
  XT_CT_RELATED,
  XT_CT_SNAT,
  XT_CT_STATUS_ASSURED,
  XT_CT_STATUS_CONFIRMED,
  XT_CT_STATUS_EXPECTED,
  XT_CT_STATUS_NONE,
  XT_CT_STATUS_SEEN_REPLY,
  XT_CT_UNTRACKED,
} from '../../uapi/xt_match.ts'

export interface Bit {
  readonly name: string
  readonly bit: number
}

/** In the order they are written. */
export const STATES: readonly Bit[] = [
  { name: 'INVALID', bit: XT_CT_INVALID },
  { name: 'NEW', bit: XT_CT_NEW },
  { name: 'RELATED', bit: XT_CT_RELATED },
  { name: 'ESTABLISHED', bit: XT_CT_ESTABLISHED },
  { name: 'UNTRACKED', bit: XT_CT_UNTRACKED },
]

export const CONNTRACK_STATES: readonly Bit[] = [
  ...STATES,
  { name: 'SNAT', bit: XT_CT_SNAT },
  { name: 'DNAT', bit: XT_CT_DNAT },
]

export const STATUSES: readonly Bit[] = [
  { name: 'EXPECTED', bit: XT_CT_STATUS_EXPECTED },
  { name: 'SEEN_REPLY', bit: XT_CT_STATUS_SEEN_REPLY },
  { name: 'ASSURED', bit: XT_CT_STATUS_ASSURED },
  { name: 'CONFIRMED', bit: XT_CT_STATUS_CONFIRMED },
]

/** A status that no flow has. */
export const NO_STATUS: Bit = { name: 'NONE', bit: XT_CT_STATUS_NONE }

/** The order in which a written state is looked for among those that begin as it does (Ref: parse_state()). */
const LOOKUP = ['INVALID', 'NEW', 'ESTABLISHED', 'RELATED', 'UNTRACKED', 'SNAT', 'DNAT']

/** Any beginning of a name, in any case. */
export function findBit(bits: readonly Bit[], word: string): number | null {
  const typed = word.toUpperCase()
  if (typed === '') return null
  const found = bits
    .filter(({ name }) => name.startsWith(typed))
    .sort((a, b) => LOOKUP.indexOf(a.name) - LOOKUP.indexOf(b.name))
  return found[0]?.bit ?? null
}

export function bitNames(bits: readonly Bit[], value: number): string {
  return bits
    .filter(({ bit }) => (value & bit) !== 0)
    .map(({ name }) => name)
    .join(',')
}
