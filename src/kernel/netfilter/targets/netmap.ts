// NETMAP: one network for another, host for host. Ref: net/netfilter/xt_NETMAP.c
import type { XtNetmap } from '../../../uapi/xt_target.ts'
import type { Inet } from '../../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../../wire/inet6.ts'
import { NF_DROP } from '../../core/nf_hooks.ts'
import { nfCtGet } from '../nf_conn.ts'
import { isIpPacket } from '../nf_conntrack_tuple.ts'
import { hookManip, nfNatSetupInfo, NO_PORTS } from '../nf_nat_core.ts'
import type { XtTargetExtension } from '../x_tables.ts'
import { needFlows, needFlowsNoMore } from './nat_range.ts'

function mapped(address: Inet | Inet6, { address: to, mask }: XtNetmap): Inet | Inet6 {
  if (typeof address === 'number' && typeof to === 'number' && typeof mask === 'number') {
    return ((address & ~mask) | (to & mask)) >>> 0
  }
  const [a, t, m] = [BigInt(address), BigInt(to), BigInt(mask)]
  return (a & ~m) | (t & m)
}

export const netmapTarget: XtTargetExtension<XtNetmap> = {
  name: 'NETMAP',
  tables: ['nat'],
  hooks: ['PREROUTING', 'POSTROUTING', 'OUTPUT', 'INPUT'],
  check: needFlows,
  destroy: needFlowsNoMore,
  compile: (target) => (skb, state) => {
    const ct = nfCtGet(skb)
    const { packet } = skb
    if (!ct || !isIpPacket(packet)) return NF_DROP
    const manip = hookManip(state.hook)
    const to = mapped(manip === 'SRC' ? packet.src : packet.dst, target)
    return nfNatSetupInfo(state.net, ct, { ...NO_PORTS, addresses: { min: to, max: to } }, manip)
  },
  words: ({ address, mask }) => `--to ${formatAddress(address)}/${formatAddress(mask)}`,
}
