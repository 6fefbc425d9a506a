// Every match there is, and the names of those that real iptables has and vethlab has not.
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { XtMatch } from '../../../uapi/xt_match.ts'
import type { MatchExtension } from '../extension.ts'
import { addrtypeMatch } from './addrtype.ts'
import { commentMatch } from './comment.ts'
import { connlimitMatch } from './connlimit.ts'
import { conntrackMatch } from './conntrack.ts'
import { dscpMatch } from './dscp.ts'
import { hashlimitMatch } from './hashlimit.ts'
import { icmp6Match, icmpMatch } from './icmp.ts'
import { iprangeMatch } from './iprange.ts'
import { ipvsMatch } from './ipvs.ts'
import { lengthMatch } from './length.ts'
import { limitMatch } from './limit.ts'
import { macMatch } from './mac.ts'
import { connmarkMatch, markMatch } from './mark.ts'
import { multiportMatch } from './multiport.ts'
import { ownerMatch } from './owner.ts'
import { physdevMatch } from './physdev.ts'
import { pkttypeMatch } from './pkttype.ts'
import { recentMatch } from './recent.ts'
import { rpfilterMatch } from './rpfilter.ts'
import { setMatch } from './set.ts'
import { stateMatch } from './state.ts'
import { statisticMatch } from './statistic.ts'
import { stringMatch } from './string.ts'
import { tcpMatch } from './tcp.ts'
import { tcpmssMatch } from './tcpmss.ts'
import { timeMatch } from './time.ts'
import { tosMatch } from './tos.ts'
import { hlMatch, ttlMatch } from './ttl.ts'
import { udpMatch } from './udp.ts'

export const matches: readonly MatchExtension[] = [
  addrtypeMatch,
  commentMatch,
  connlimitMatch,
  connmarkMatch,
  conntrackMatch,
  dscpMatch,
  hashlimitMatch,
  hlMatch,
  icmpMatch,
  icmp6Match,
  iprangeMatch,
  ipvsMatch,
  lengthMatch,
  limitMatch,
  macMatch,
  markMatch,
  multiportMatch,
  ownerMatch,
  physdevMatch,
  pkttypeMatch,
  recentMatch,
  rpfilterMatch,
  setMatch,
  stateMatch,
  statisticMatch,
  stringMatch,
  tcpMatch,
  tcpmssMatch,
  timeMatch,
  tosMatch,
  ttlMatch,
  udpMatch,
]

const ABSENT =
  'bpf cgroup cluster connbytes connlabel cpu dccp devgroup ecn esp helper ipcomp nfacct policy quota rateest ' +
  'sctp socket u32'
const ABSENT_OF_FAMILY: Readonly<Record<NftFamily, string>> = {
  ip: 'ah osf realm',
  ip6: 'ah dst eui64 frag hbh ipv6header mh rt srh',
}

const BY_NAME = new Map(matches.map((match) => [match.name, match]))

/** Real iptables has it for that family, vethlab has not. */
export function isAbsentMatch(name: string, family: NftFamily): boolean {
  return `${ABSENT} ${ABSENT_OF_FAMILY[family]}`.split(' ').includes(name)
}

export function findMatch(name: string, family: NftFamily): MatchExtension | null {
  // Both families write `icmp6` for their own.
  const known = name === 'icmpv6' || name === 'ipv6-icmp' ? 'icmp6' : name
  const match = BY_NAME.get(known)
  return match && (match.family === null || match.family === family) ? match : null
}

export function extensionOfMatch(match: XtMatch): MatchExtension {
  const extension = BY_NAME.get(match.name)
  if (!extension) throw new Error(`no match ${match.name}`)
  return extension
}
