// Every match extension that the kernel has: one file, one line here.
import type { XtMatchExtension } from '../x_tables.ts'
import { addrtypeMatch } from './addrtype.ts'
import { commentMatch } from './comment.ts'
import { connlimitMatch } from './connlimit.ts'
import { connmarkMatch } from './connmark.ts'
import { conntrackMatch, stateMatch } from './conntrack.ts'
import { dscpMatch, tosMatch } from './dscp.ts'
import { hashlimitMatch } from './hashlimit.ts'
import { icmp6Match, icmpMatch } from './icmp.ts'
import { iprangeMatch } from './iprange.ts'
import { ipvsMatch } from './ipvs.ts'
import { lengthMatch } from './length.ts'
import { limitMatch } from './limit.ts'
import { macMatch } from './mac.ts'
import { markMatch } from './mark.ts'
import { multiportMatch } from './multiport.ts'
import { ownerMatch } from './owner.ts'
import { physdevMatch } from './physdev.ts'
import { pkttypeMatch } from './pkttype.ts'
import { recentMatch } from './recent.ts'
import { rpfilterMatch } from './rpfilter.ts'
import { setMatch } from './set.ts'
import { statisticMatch } from './statistic.ts'
import { stringMatch } from './string.ts'
import { tcpMatch } from './tcp.ts'
import { tcpmssMatch } from './tcpmss.ts'
import { timeMatch } from './time.ts'
import { hlMatch, ttlMatch } from './ttl.ts'
import { udpMatch } from './udp.ts'

const MATCHES: readonly XtMatchExtension[] = [
  addrtypeMatch,
  commentMatch,
  connlimitMatch,
  connmarkMatch,
  conntrackMatch,
  dscpMatch,
  hashlimitMatch,
  hlMatch,
  icmp6Match,
  icmpMatch,
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

const byName = new Map(MATCHES.map((match) => [match.name, match]))

/** Ref: xt_find_match() */
export function xtFindMatch(name: XtMatchExtension['name']): XtMatchExtension | null {
  return byName.get(name) ?? null
}
