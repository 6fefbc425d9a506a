// Whether a packet's addresses and ports are in a set. Ref: net/netfilter/xt_set.c, ipset/ip_set_core.c:ip_set_test()
import { ENOENT } from '../../../uapi/errno.ts'
import type { XtSet } from '../../../uapi/xt_match.ts'
import { packetLength } from '../../../wire/ethernet.ts'
import { refuse } from '../../core/net.ts'
import { ipSetFind, ipSetGet, ipSetPut } from '../ipset/ip_set_core.ts'
import { packetKey } from '../ipset/packet_key.ts'
import { destinationOf, dportOf, sourceOf, sportOf } from '../pktinfo.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { formatAddress } from '../../../wire/inet6.ts'

export const setMatch: XtMatchExtension<XtSet> = {
  name: 'set',
  check: ({ set }, { net }) => (ipSetGet(net, set) ? null : refuse(ENOENT)),
  destroy: ({ set }, { net }) => {
    const held = ipSetFind(net, set)
    if (held) ipSetPut(held)
  },
  compile: (match, { net }) => {
    const { set, directions, invert } = match
    return (skb) => {
      const held = ipSetFind(net, set)
      const key = held && packetKey(held, directions, skb)
      return (key ? held.match(key, packetLength(skb.packet)) : false) !== invert
    }
  },
  why: ({ set, directions, invert }, skb) => {
    const [first, second] = directions
    const address = first === 'dst' ? destinationOf(skb) : sourceOf(skb)
    const port = second && `,${second === 'dst' ? dportOf(skb) : sportOf(skb)}`
    const found = `${address === null ? 'not IP' : formatAddress(address)}${port ?? ''}`
    return {
      option: not('--match-set', invert),
      wanted: `${set} ${directions.join(',')}`,
      found: `${found}, which is ${invert ? '' : 'not '}in it`,
    }
  },
}
