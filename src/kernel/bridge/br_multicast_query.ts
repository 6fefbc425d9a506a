// What a bridge that is the querier asks (RFC 2236 §3, RFC 3376 §4.1).
// Ref: net/bridge/br_multicast.c:br_ip4_multicast_alloc_query(), __br_multicast_send_query()
import { RT_SCOPE_LINK } from '../../uapi/rtnetlink.ts'
import { ETH_P_IP } from '../../wire/ethernet.ts'
import { IGMP_ALL_HOSTS, IGMP_HOST_MEMBERSHIP_QUERY, type IgmpQuery } from '../../wire/igmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { igmpPacket } from '../../wire/ipv4.ts'
import { PACKET_MULTICAST } from '../core/skb.ts'
import { allocSkb } from '../core/trace.ts'
import { devQueueXmit, netifRxLater } from '../core/xmit.ts'
import { inetSelectAddr } from '../ipv4/devinet.ts'
import { multicastMac } from '../ipv4/ip_output.ts'
import type { Bridge, BridgePort } from './br.ts'
import { brHook } from './br_hook.ts'

/** RFC 3376 §8.1 */
const ROBUSTNESS = 2

/** By a port, or to this machine; `group` 0: about all. */
export function brMulticastQuery(bridge: Bridge, port: BridgePort | null, group: Inet): void {
  const { dev, mcast } = bridge
  const interval = group === 0 ? mcast.queryResponseInterval : mcast.lastMemberInterval
  const qqic = Math.floor(mcast.queryInterval / 100)
  const igmp: IgmpQuery = {
    kind: 'igmp',
    type: IGMP_HOST_MEMBERSHIP_QUERY,
    code: Math.floor(interval / 10),
    group,
    v3: mcast.igmpVersion === 3 ? { suppress: false, qrv: ROBUSTNESS, qqic, sources: [] } : null,
  }
  const packet = igmpPacket(
    mcast.queryUseIfaddr ? inetSelectAddr(dev, 0, RT_SCOPE_LINK) : 0,
    group || IGMP_ALL_HOSTS,
    igmp,
  )
  const skb = allocSkb(dev.net.stack, port?.dev ?? dev, packet, null)
  skb.frame = { dst: multicastMac(packet.dst), src: dev.mac, etherType: ETH_P_IP, packet }
  if (port) return brHook(skb, 'LOCAL_OUT', null, port.dev, devQueueXmit)
  skb.pktType = PACKET_MULTICAST
  netifRxLater(skb)
}
