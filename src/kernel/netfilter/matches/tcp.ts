// Ports, flags and options of TCP. Ref: net/netfilter/xt_tcpudp.c:tcp_mt()
import type { RuleMiss } from '../../../sim/trace.ts'
import type { XtTcp } from '../../../uapi/xt_match.ts'
import { IPPROTO_TCP } from '../../../wire/ipv4.ts'
import { parseTcp, tcpOptionNumber, type Tcp } from '../../../wire/tcp.ts'
import type { SkBuff } from '../../core/skb.ts'
import { fragmentOffset, transportOf } from '../pktinfo.ts'
import { formatHex, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { portsMatch, portsMiss } from './ports.ts'

/** The header, that of a first fragment too; null without one. */
export function tcpHeader(skb: SkBuff): Tcp | null {
  const payload = transportOf(skb)
  if (payload?.kind === 'tcp') return payload
  if (payload?.kind !== 'octets' || fragmentOffset(skb) !== 0) return null
  return parseTcp(payload.bytes)
}

function flagsMatch({ flags }: XtTcp, tcp: Tcp): boolean {
  return flags === null || ((tcp.flags & flags.mask) === flags.compare) !== flags.invert
}

function optionMatch({ option }: XtTcp, tcp: Tcp): boolean {
  return option === null || tcp.options.some((o) => tcpOptionNumber(o) === option.number) !== option.invert
}

export const tcpMatch: XtMatchExtension<XtTcp> = {
  name: 'tcp',
  protocol: IPPROTO_TCP,
  compile: (match) => {
    if (match.flags === null && match.option === null) return (skb) => portsMatch(match, skb)
    return (skb) => {
      if (!portsMatch(match, skb)) return false
      const tcp = tcpHeader(skb)
      return tcp !== null && flagsMatch(match, tcp) && optionMatch(match, tcp)
    }
  },
  why: (match, skb): RuleMiss => {
    const miss = portsMiss(match, skb)
    if (miss) return miss
    const tcp = tcpHeader(skb)
    const { flags, option } = match
    if (tcp && flags && !flagsMatch(match, tcp)) {
      const wanted = `${formatFlags(flags.mask)} ${formatFlags(flags.compare)}`
      return { option: not('--tcp-flags', flags.invert), wanted, found: formatFlags(tcp.flags) }
    }
    if (!tcp || !option) return { option: '-m tcp', wanted: 'a TCP header', found: 'none' }
    const found = tcp.options.map((o) => tcpOptionNumber(o)).join(' ') || 'none'
    return { option: not('--tcp-option', option.invert), wanted: String(option.number), found }
  },
}

/** In the order in which iptables prints them. */
const FLAGS = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] as const

function formatFlags(bits: number): string {
  if (bits & 0xc0) return formatHex(bits, 2)
  return FLAGS.filter((_, i) => bits & (1 << i)).join(',') || 'NONE'
}
