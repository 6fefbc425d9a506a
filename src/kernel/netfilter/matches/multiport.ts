// Any of up to fifteen ports. Ref: net/netfilter/xt_multiport.c
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtMultiport } from '../../../uapi/xt_match.ts'
import { IPPROTO_TCP, IPPROTO_UDP } from '../../../wire/ipv4.ts'
import { refuse } from '../../core/net.ts'
import { dportOf, fragmentOffset, sportOf } from '../pktinfo.ts'
import { formatRange, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** Also DCCP, SCTP and UDP-Lite. */
const WITH_PORTS: ReadonlySet<number> = new Set([IPPROTO_TCP, IPPROTO_UDP, 33, 132, 136])
const MOST = 15

const OPTIONS = { source: '--sports', destination: '--dports', either: '--ports' } as const

export const multiportMatch: XtMatchExtension<XtMultiport> = {
  name: 'multiport',
  check: ({ ports }, { rule: { protocol } }) => {
    if (!protocol || protocol.invert || !WITH_PORTS.has(protocol.number)) return refuse(EINVAL)
    const slots = ports.reduce((sum, { min, max }) => sum + (min === max ? 1 : 2), 0)
    return slots > MOST ? refuse(EINVAL) : null
  },
  compile: ({ which, ports, invert }) => {
    const has = (port: number): boolean => ports.some(({ min, max }) => port >= min && port <= max)
    return (skb) => {
      if (fragmentOffset(skb) !== 0) return false
      const source = which !== 'destination' && has(sportOf(skb))
      return (source || (which !== 'source' && has(dportOf(skb)))) !== invert
    }
  },
  why: ({ which, ports, invert }, skb) => ({
    option: not(OPTIONS[which], invert),
    wanted: ports.map(formatRange).join(','),
    found:
      which === 'either'
        ? `${sportOf(skb)} and ${dportOf(skb)}`
        : String(which === 'source' ? sportOf(skb) : dportOf(skb)),
  }),
}
