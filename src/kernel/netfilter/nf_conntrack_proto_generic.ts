// Flows of protocols that nothing more is known of. Ref: net/netfilter/nf_conntrack_proto_generic.c, _proto_gre.c
import { SECOND } from '../../sim/clock.ts'
import { IPS_ASSURED, IPS_SEEN_REPLY } from '../../uapi/conntrack.ts'
import { ctOf } from './netns_ct.ts'
import { nfCtRefreshAcct, type L4Proto } from './nf_conntrack_table.ts'

export const genericProto: L4Proto = {
  packet(net, ct, skb, ctinfo) {
    const { nf_conntrack_generic_timeout: seconds } = ctOf(net).sysctls
    nfCtRefreshAcct(net, ct, skb, ctinfo, seconds * SECOND)
    return 'accept'
  },
}

export const greProto: L4Proto = {
  packet(net, ct, skb, ctinfo) {
    const { sysctls } = ctOf(net)
    const replied = (ct.status & IPS_SEEN_REPLY) !== 0
    const seconds = replied ? sysctls.nf_conntrack_gre_timeout_stream : sysctls.nf_conntrack_gre_timeout
    nfCtRefreshAcct(net, ct, skb, ctinfo, seconds * SECOND)
    if (replied && !(ct.status & IPS_ASSURED)) {
      ct.status |= IPS_ASSURED
      ct.changed = true
    }
    return 'accept'
  },
}
