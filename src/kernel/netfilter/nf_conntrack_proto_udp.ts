// UDP flows. Ref: net/netfilter/nf_conntrack_proto_udp.c
import { SECOND } from '../../sim/clock.ts'
import { IPS_ASSURED, IPS_CONFIRMED, IPS_SEEN_REPLY } from '../../uapi/conntrack.ts'
import { ctOf } from './netns_ct.ts'
import { nfCtRefreshAcct, type L4Proto } from './nf_conntrack_table.ts'

/** Still talking after this, it is a stream. */
const STREAM_AFTER = 2 * SECOND

export const udpProto: L4Proto = {
  packet(net, ct, skb, ctinfo) {
    const { sysctls } = ctOf(net)
    const { now } = net.stack.clock
    if (!(ct.status & IPS_CONFIRMED)) ct.streamTs = now + STREAM_AFTER
    const stream = (ct.status & IPS_SEEN_REPLY) !== 0 && now > ct.streamTs
    const seconds = stream ? sysctls.nf_conntrack_udp_timeout_stream : sysctls.nf_conntrack_udp_timeout
    nfCtRefreshAcct(net, ct, skb, ctinfo, seconds * SECOND)
    if (stream && !(ct.status & IPS_ASSURED)) {
      ct.status |= IPS_ASSURED
      ct.changed = true
    }
    return 'accept'
  },
}
