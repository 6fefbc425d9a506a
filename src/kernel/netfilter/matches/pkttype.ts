// Whom the frame was for. Ref: net/netfilter/xt_pkttype.c
import type { XtPkttype } from '../../../uapi/xt_match.ts'
import { PACKET_BROADCAST, PACKET_HOST, PACKET_MULTICAST } from '../../core/skb.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

const TYPES = { unicast: PACKET_HOST, broadcast: PACKET_BROADCAST, multicast: PACKET_MULTICAST } as const

const NAMES = ['unicast', 'broadcast', 'multicast', 'somebody else', 'outgoing'] as const

export const pkttypeMatch: XtMatchExtension<XtPkttype> = {
  name: 'pkttype',
  compile: ({ type, invert }) => {
    const wanted = TYPES[type]
    return (skb) => (skb.pktType === wanted) !== invert
  },
  why: ({ type, invert }, skb) => ({
    option: not('--pkt-type', invert),
    wanted: type,
    found: NAMES[skb.pktType] ?? 'another',
  }),
}
