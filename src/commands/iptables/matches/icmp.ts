// Ref: extensions/libipt_icmp.c, libip6t_icmp6.c
import type { XtIcmp } from '../../../uapi/xt_match.ts'
import { defineMatch, type MatchExtension } from '../extension.ts'
import { ANY_CODE, ICMP_NAMES, ICMPV6_NAMES, parseIcmpType, type IcmpName } from '../icmptypes.ts'

/** Types that nft has a name for. */
const NFT_ICMP: Readonly<Record<number, string>> = {
  0: 'echo-reply',
  3: 'destination-unreachable',
  4: 'source-quench',
  5: 'redirect',
  8: 'echo-request',
  9: 'router-advertisement',
  10: 'router-solicitation',
  11: 'time-exceeded',
  12: 'parameter-problem',
  13: 'timestamp-request',
  14: 'timestamp-reply',
  17: 'address-mask-request',
  18: 'address-mask-reply',
}

const NFT_ICMPV6: Readonly<Record<number, string>> = {
  1: 'destination-unreachable',
  2: 'packet-too-big',
  3: 'time-exceeded',
  4: 'parameter-problem',
  128: 'echo-request',
  129: 'echo-reply',
  133: 'nd-router-solicit',
  134: 'nd-router-advert',
  135: 'nd-neighbor-solicit',
  136: 'nd-neighbor-advert',
  137: 'nd-redirect',
}

interface Flavour {
  readonly name: 'icmp' | 'icmp6'
  readonly family: 'ip' | 'ip6'
  readonly option: string
  readonly label: 'ICMP' | 'ICMPv6'
  /** What `-L` says: `icmp echo-request`, `icmptype 8`. */
  readonly shown: string
  readonly names: readonly IcmpName[]
  readonly help: string
  readonly nft: string
  readonly nftNames: Readonly<Record<number, string>>
}

function isAnyCode({ code }: XtIcmp): boolean {
  return code.min === 0 && code.max === 255
}

function printNumeric({ shown }: Flavour, match: XtIcmp): string {
  const type = ` ${shown}${match.invert ? ' !' : ''}type ${match.type}`
  if (isAnyCode(match)) return type
  const { min, max } = match.code
  return min === max ? `${type} code ${min}` : `${type} codes ${min}-${max}`
}

function print(flavour: Flavour, match: XtIcmp, numeric: boolean): string {
  const { min, max } = match.code
  const known = flavour.names.find(
    ({ type, code }) => type === match.type && code.min === min && code.max === max,
  )
  if (numeric || !known) return printNumeric(flavour, match)
  return ` ${flavour.shown} ${match.invert ? '!' : ''}${known.name}`
}

function isAny({ name, type }: XtIcmp): boolean {
  return name === 'icmp' && type === 255
}

function define(flavour: Flavour): MatchExtension {
  const { name, family, option, label, names, nft, nftNames } = flavour
  return defineMatch<XtIcmp>({
    name,
    family,
    options: [{ name: option, argument: true, mandatory: true, invert: true }],
    help: flavour.help,
    parse: (x) => {
      let data: XtIcmp = { name, type: 255, code: ANY_CODE, invert: false }
      return {
        option: ({ value, invert }) => {
          data = { name, ...parseIcmpType(x, names, label, value), invert }
        },
        finish: () => data,
      }
    },
    print: (match, { numeric }) => print(flavour, match, numeric),
    save: (match) => {
      const invert = match.invert ? ' !' : ''
      if (isAny(match)) return `${invert} --${option} any`
      return `${invert} --${option} ${match.type}${isAnyCode(match) ? '' : `/${match.code.min}`}`
    },
    translate: (match) => {
      // nft forgets the `!`.
      if (isAny(match)) return 'ip protocol icmp'
      const type = nftNames[match.type]
      if (!isAnyCode(match) || type === undefined) return null
      return `${nft} type ${match.invert ? '!= ' : ''}${type}`
    },
  })
}

export const icmpMatch = define({
  name: 'icmp',
  family: 'ip',
  option: 'icmp-type',
  label: 'ICMP',
  shown: 'icmp',
  names: ICMP_NAMES,
  help: `icmp match options:
[!] --icmp-type typename	match icmp type
[!] --icmp-type type[/code]	(or numeric type or type/code)
Valid ICMP Types:
any
echo-reply (pong)
destination-unreachable
   network-unreachable
   host-unreachable
   protocol-unreachable
   port-unreachable
   fragmentation-needed
   source-route-failed
   network-unknown
   host-unknown
   network-prohibited
   host-prohibited
   TOS-network-unreachable
   TOS-host-unreachable
   communication-prohibited
   host-precedence-violation
   precedence-cutoff
source-quench
redirect
   network-redirect
   host-redirect
   TOS-network-redirect
   TOS-host-redirect
echo-request (ping)
router-advertisement
router-solicitation
time-exceeded (ttl-exceeded)
   ttl-zero-during-transit
   ttl-zero-during-reassembly
parameter-problem
   ip-header-bad
   required-option-missing
timestamp-request
timestamp-reply
address-mask-request
address-mask-reply
`,
  nft: 'icmp',
  nftNames: NFT_ICMP,
})

export const icmp6Match = define({
  name: 'icmp6',
  family: 'ip6',
  option: 'icmpv6-type',
  label: 'ICMPv6',
  shown: 'ipv6-icmp',
  names: ICMPV6_NAMES,
  help: `icmpv6 match options:
[!] --icmpv6-type typename	match icmpv6 type
				(or numeric type or type/code)
Valid ICMPv6 Types:
destination-unreachable
   no-route
   communication-prohibited
   beyond-scope
   address-unreachable
   port-unreachable
   failed-policy
   reject-route
packet-too-big
time-exceeded (ttl-exceeded)
   ttl-zero-during-transit
   ttl-zero-during-reassembly
parameter-problem
   bad-header
   unknown-header-type
   unknown-option
echo-request (ping)
echo-reply (pong)
router-solicitation
router-advertisement
neighbour-solicitation (neighbor-solicitation)
neighbour-advertisement (neighbor-advertisement)
redirect
`,
  nft: 'icmpv6',
  nftNames: NFT_ICMPV6,
})
