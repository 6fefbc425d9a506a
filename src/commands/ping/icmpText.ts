import type { Blocking } from '../../os/program.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_FRAG_NEEDED,
  ICMP_PARAMETERPROB,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
  type IcmpError,
} from '../../wire/icmp.ts'
import type { Inet } from '../../wire/inet.ts'

const UNREACHABLE = [
  'Destination Net Unreachable',
  'Destination Host Unreachable',
  'Destination Protocol Unreachable',
  'Destination Port Unreachable',
  '',
  'Source Route Failed',
  'Destination Net Unknown',
  'Destination Host Unknown',
  'Source Host Isolated',
  'Destination Net Prohibited',
  'Destination Host Prohibited',
  'Destination Net Unreachable for Type of Service',
  'Destination Host Unreachable for Type of Service',
  'Packet filtered',
  'Precedence Violation',
  'Precedence Cutoff',
] as const

const REDIRECTS = [
  'Redirect Network',
  'Redirect Host',
  'Redirect Type of Service and Network',
  'Redirect Type of Service and Host',
] as const

const EXCEEDED = ['Time to live exceeded', 'Frag reassembly time exceeded'] as const

/** What an ICMP error says, without a newline. Ref: ping/ping.c:pr_icmph(). `show` writes a gateway's address. */
export function* icmpText(icmp: IcmpError, show: (address: Inet) => Blocking<string>): Blocking<string> {
  const { code } = icmp
  switch (icmp.type) {
    case ICMP_DEST_UNREACH:
      if (code === ICMP_FRAG_NEEDED) return `Frag needed and DF set (mtu = ${icmp.info})`
      return UNREACHABLE[code] ?? `Dest Unreachable, Bad Code: ${code}`
    case ICMP_REDIRECT:
      return `${REDIRECTS[code] ?? `Redirect, Bad Code: ${code}`}(New nexthop: ${yield* show(icmp.info)})`
    case ICMP_TIME_EXCEEDED:
      return EXCEEDED[code] ?? `Time exceeded, Bad Code: ${code}`
    case ICMP_PARAMETERPROB:
      return `Parameter problem: pointer = ${icmp.info >>> 24}`
  }
}
