// Ref: extensions/libipt_REJECT.c, libip6t_REJECT.c
import type { XtReject } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import type { Xtables } from '../xtables.ts'

interface RejectType {
  readonly name: string
  readonly alias: string
  /** As nft has it. */
  readonly nft: string
}

const TYPES: readonly RejectType[] = [
  { name: 'icmp-net-unreachable', alias: 'net-unreach', nft: 'net-unreachable' },
  { name: 'icmp-host-unreachable', alias: 'host-unreach', nft: 'host-unreachable' },
  { name: 'icmp-proto-unreachable', alias: 'proto-unreach', nft: 'prot-unreachable' },
  { name: 'icmp-port-unreachable', alias: 'port-unreach', nft: 'port-unreachable' },
  { name: 'icmp-net-prohibited', alias: 'net-prohib', nft: 'net-prohibited' },
  { name: 'icmp-host-prohibited', alias: 'host-prohib', nft: 'host-prohibited' },
  { name: 'tcp-reset', alias: 'tcp-rst', nft: 'tcp reset' },
  { name: 'icmp-admin-prohibited', alias: 'admin-prohib', nft: 'admin-prohibited' },
]

const TYPES6: readonly RejectType[] = [
  { name: 'icmp6-no-route', alias: 'no-route', nft: 'no-route' },
  { name: 'icmp6-adm-prohibited', alias: 'adm-prohibited', nft: 'admin-prohibited' },
  { name: 'icmp6-addr-unreachable', alias: 'addr-unreach', nft: 'addr-unreachable' },
  { name: 'icmp6-port-unreachable', alias: 'port-unreach', nft: 'port-unreachable' },
  { name: 'tcp-reset', alias: 'tcp-reset', nft: 'tcp reset' },
  { name: 'icmp6-policy-fail', alias: 'policy-fail', nft: 'policy-fail' },
  { name: 'icmp6-reject-route', alias: 'reject-route', nft: 'reject-route' },
]

function tableOf(ipv6: boolean): readonly RejectType[] {
  return ipv6 ? TYPES6 : TYPES
}

/** The first type that begins so, in any case: `tcp` is tcp-reset. */
function parseType(x: Xtables, value: string): string {
  const typed = value.toLowerCase()
  const found = tableOf(x.ipv6).find(({ name, alias }) => name.startsWith(typed) || alias.startsWith(typed))
  if (found) return found.name
  if (!x.ipv6 && (typed === 'echo-reply' || typed === 'echoreply')) {
    x.warn('--reject-with echo-reply no longer supported\n')
  }
  return x.problem(`unknown reject type "${value}"`)
}

const HELP = `REJECT target options:
--reject-with type              drop input packet and send back
                                a reply packet according to type:
Valid reject types:
    icmp-net-unreachable     	ICMP network unreachable
    net-unreach              	alias
    icmp-host-unreachable    	ICMP host unreachable
    host-unreach             	alias
    icmp-proto-unreachable   	ICMP protocol unreachable
    proto-unreach            	alias
    icmp-port-unreachable    	ICMP port unreachable (default)
    port-unreach             	alias
    icmp-net-prohibited      	ICMP network prohibited
    net-prohib               	alias
    icmp-host-prohibited     	ICMP host prohibited
    host-prohib              	alias
    tcp-reset                	TCP RST packet
    tcp-rst                  	alias
    icmp-admin-prohibited    	ICMP administratively prohibited (*)
    admin-prohib             	alias

(*) See man page or read the INCOMPATIBILITES file for compatibility issues.
`
const HELP6 = `REJECT target options:
--reject-with type              drop input packet and send back
                                a reply packet according to type:
Valid reject types:
    icmp6-no-route           	ICMPv6 no route
    no-route                 	alias
    icmp6-adm-prohibited     	ICMPv6 administratively prohibited
    adm-prohibited           	alias
    icmp6-addr-unreachable   	ICMPv6 address unreachable
    addr-unreach             	alias
    icmp6-port-unreachable   	ICMPv6 port unreachable
    port-unreach             	alias
    tcp-reset                	TCP RST packet
    tcp-reset                	alias
    icmp6-policy-fail        	ICMPv6 policy fail
    policy-fail              	alias
    icmp6-reject-route       	ICMPv6 reject route
    reject-route             	alias

`

export const rejectTarget = defineTarget<XtReject>({
  name: 'REJECT',
  options: [{ name: 'reject-with', argument: true }],
  help: (ipv6) => (ipv6 ? HELP6 : HELP),
  parse: (x) => {
    let type = x.ipv6 ? 'icmp6-port-unreachable' : 'icmp-port-unreachable'
    return {
      option: ({ value }) => {
        type = parseType(x, value)
      },
      finish: () => ({ name: 'REJECT', with: type }),
    }
  },
  print: (data) => ` reject-with ${data.with}`,
  save: (data) => ` --reject-with ${data.with}`,
  translate: (data, { x }) => {
    const type = tableOf(x.ipv6).find(({ name }) => name === data.with)
    if (!type || type.nft === 'port-unreachable') return 'reject'
    if (type.name === 'tcp-reset') return 'reject with tcp reset'
    return `reject with ${x.ipv6 ? 'icmpv6' : 'icmp'} type ${type.nft}`
  },
})
