// Names of ICMP types, each with the codes it stands for (Ref: extensions/libxt_icmp.h:icmp_types_table).
import type { Range } from '../../uapi/xt_match.ts'
import { parseUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

export interface IcmpName {
  readonly name: string
  readonly type: number
  readonly code: Range
}

export const ANY_CODE: Range = { min: 0, max: 255 }

/** `NAME TYPE` stands for every code, `NAME TYPE/CODE` for one; aliases follow their name. */
function readTable(text: string): readonly IcmpName[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', where = ''] = line.trim().split(' ')
      const [type = '', code] = where.split('/')
      return {
        name,
        type: Number(type),
        code: code === undefined ? ANY_CODE : { min: Number(code), max: Number(code) },
      }
    })
}

export const ICMP_NAMES = readTable(`
  any 255
  echo-reply 0
  pong 0
  destination-unreachable 3
  network-unreachable 3/0
  host-unreachable 3/1
  protocol-unreachable 3/2
  port-unreachable 3/3
  fragmentation-needed 3/4
  source-route-failed 3/5
  network-unknown 3/6
  host-unknown 3/7
  network-prohibited 3/9
  host-prohibited 3/10
  TOS-network-unreachable 3/11
  TOS-host-unreachable 3/12
  communication-prohibited 3/13
  host-precedence-violation 3/14
  precedence-cutoff 3/15
  source-quench 4
  redirect 5
  network-redirect 5/0
  host-redirect 5/1
  TOS-network-redirect 5/2
  TOS-host-redirect 5/3
  echo-request 8
  ping 8
  router-advertisement 9
  router-solicitation 10
  time-exceeded 11
  ttl-exceeded 11
  ttl-zero-during-transit 11/0
  ttl-zero-during-reassembly 11/1
  parameter-problem 12
  ip-header-bad 12/0
  required-option-missing 12/1
  timestamp-request 13
  timestamp-reply 14
  address-mask-request 17
  address-mask-reply 18
`)

export const ICMPV6_NAMES = readTable(`
  destination-unreachable 1
  no-route 1/0
  communication-prohibited 1/1
  beyond-scope 1/2
  address-unreachable 1/3
  port-unreachable 1/4
  failed-policy 1/5
  reject-route 1/6
  packet-too-big 2
  time-exceeded 3
  ttl-exceeded 3
  ttl-zero-during-transit 3/0
  ttl-zero-during-reassembly 3/1
  parameter-problem 4
  bad-header 4/0
  unknown-header-type 4/1
  unknown-option 4/2
  echo-request 128
  ping 128
  echo-reply 129
  pong 129
  router-solicitation 133
  router-advertisement 134
  neighbour-solicitation 135
  neighbor-solicitation 135
  neighbour-advertisement 136
  neighbor-advertisement 136
  redirect 137
`)

/** A name that one begins with, in any case, or `TYPE[/CODE]`. Ref: ipt_parse_icmp() */
export function parseIcmpType(
  x: Xtables,
  names: readonly IcmpName[],
  label: 'ICMP' | 'ICMPv6',
  text: string,
): { readonly type: number; readonly code: Range } {
  const typed = text.toLowerCase()
  const found = names.filter(({ name }) => name.toLowerCase().startsWith(typed))
  const [first, ...others] = found
  if (first) {
    const other = others[0]
    if (other) {
      return x.problem(`Ambiguous ${label} type \`${text}': \`${first.name}' or \`${other.name}'?`)
    }
    return { type: first.type, code: first.code }
  }
  const slash = text.indexOf('/')
  const type = parseUnsigned(slash < 0 ? text : text.slice(0, slash), 255)
  if (type === null) {
    const odd = /^\d+([^\d/])/.exec(text)?.[1]
    if (odd !== undefined && parseUnsigned(text.slice(0, text.indexOf(odd)), 255) !== null) {
      return x.problem(`unknown character ${odd}`)
    }
    return x.problem(`Unknown ${label} type \`${text}'`)
  }
  if (slash < 0) return { type, code: ANY_CODE }
  const code = parseUnsigned(text.slice(slash + 1), 255)
  if (code === null) return x.problem(`Unknown ${label} code \`${text}'`)
  return { type, code: { min: code, max: code } }
}
