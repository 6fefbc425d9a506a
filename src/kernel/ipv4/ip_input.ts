// IPv4 on its way in. Ref: net/ipv4/ip_input.c
import { EACCES, ENETUNREACH, EHOSTUNREACH } from '../../uapi/errno.ts'
import { RTN_LOCAL, RTN_BROADCAST, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_HOST_UNREACH,
  ICMP_NET_UNREACH,
  ICMP_PKT_FILTERED,
  ICMP_PROT_UNREACH,
} from '../../wire/icmp.ts'
import { IPPROTO_ICMP, IPPROTO_IGMP, IPPROTO_TCP, IPPROTO_UDP, type Ipv4 } from '../../wire/ipv4.ts'
import type { DropReason } from '../../sim/trace.ts'
import type { NetDevice } from '../core/net.ts'
import { PACKET_OTHERHOST, type SkBuff } from '../core/skb.ts'
import { drop, record, step, tracing } from '../core/trace.ts'
import { nfHook, nfResetCt } from '../netfilter/core.ts'
import { icmpRcv, icmpSend } from './icmp.ts'
import { igmpRcv } from './igmp.ts'
import { inDev } from './in_device.ts'
import { ipErrorAllow } from './inetpeer.ts'
import { ipForward } from './ip_forward.ts'
import { ipDefrag } from './ip_fragment.ts'
import { ipRouteInput, traceRoute, type InputFailure } from './route.ts'
import { tcpV4Rcv } from '../transport/tcp_ipv4.ts'
import { udpRcv } from '../transport/udp.ts'

/** Ref: ip_rcv() */
export function ipRcv(skb: SkBuff): void {
  step(skb, 'ipRcv')
  if (skb.pktType === PACKET_OTHERHOST) return drop(skb, 'ipRcv', 'OTHERHOST')
  if (skb.packet.kind !== 'ipv4') return drop(skb, 'ipRcv', 'IP_INHDR')
  skb.iif = skb.dev
  nfHook('ipv4', 'PRE_ROUTING', skb, skb.dev, null, ipRcvFinish)
}

/**
 * By the hooks of the namespace it came in by, then to `dev`, which may be in another, as though that one had received
 * it. Ref: drivers/net/ipvlan/ipvlan_l3s.c:ipvlan_l3_rcv()
 */
export function ipRcvAs(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'ipRcv')
  skb.iif = skb.dev
  nfHook('ipv4', 'PRE_ROUTING', skb, skb.dev, null, (accepted) =>
    nfHook('ipv4', 'LOCAL_IN', accepted, accepted.dev, null, (delivered) => {
      delivered.dev = dev
      delivered.iif = dev
      ipRcvFinish(delivered)
    }),
  )
}

/** Ref: ip_rcv_finish() */
function ipRcvFinish(skb: SkBuff): void {
  const { packet, dev } = skb
  if (packet.kind !== 'ipv4') return drop(skb, 'ipRcvFinish', 'IP_INHDR')
  step(skb, 'ipRouteInput')
  const dst = ipRouteInput(dev.net, dev, packet.src, packet.dst, packet.tos, { mark: skb.mark, l4: packet })
  if ('why' in dst) return ipError(skb, packet, dst)
  skb.dst = dst
  traceRoute(skb, packet.dst, dst)
  if (dst.type === RTN_LOCAL || dst.type === RTN_BROADCAST || dst.type === RTN_MULTICAST)
    return ipLocalDeliver(skb)
  ipForward(skb)
}

const REASONS: Readonly<Record<InputFailure['why'], DropReason>> = {
  'no-route': 'IP_INNOROUTES',
  'forwarding-off': 'IP_INADDRERRORS',
  'reverse-path': 'IP_RPFILTER',
  'martian-source': 'IP_INVALID_SOURCE',
  'martian-destination': 'IP_INVALID_DEST',
}

/** No way on: a router says so to the sender. Ref: net/ipv4/route.c:ip_error() */
function ipError(skb: SkBuff, packet: Ipv4, failure: InputFailure): void {
  if (tracing(skb)) record(skb, { kind: 'no-route', dst: packet.dst, why: failure.why })
  if (failure.why === 'no-route' && inDev(skb.dev)?.conf.forwarding) {
    const code =
      failure.errno === EHOSTUNREACH
        ? ICMP_HOST_UNREACH
        : failure.errno === ENETUNREACH
          ? ICMP_NET_UNREACH
          : failure.errno === EACCES
            ? ICMP_PKT_FILTERED
            : null
    if (code !== null && ipErrorAllow(skb.dev.net, packet.src)) icmpSend(skb, ICMP_DEST_UNREACH, code, 0)
  }
  drop(skb, 'ipError', REASONS[failure.why])
}

/** Ref: ip_local_deliver() */
function ipLocalDeliver(skb: SkBuff): void {
  step(skb, 'ipLocalDeliver')
  const whole = ipDefrag(skb)
  if (whole) nfHook('ipv4', 'LOCAL_IN', whole, whole.dev, null, ipLocalDeliverFinish)
}

/** Ref: ip_protocol_deliver_rcu() */
function ipLocalDeliverFinish(skb: SkBuff): void {
  const { packet } = skb
  nfResetCt(skb)
  if (packet.kind !== 'ipv4') return drop(skb, 'ipLocalDeliverFinish', 'IP_INHDR')
  if (packet.protocol === IPPROTO_ICMP) return icmpRcv(skb, packet)
  if (packet.protocol === IPPROTO_IGMP) return igmpRcv(skb, packet)
  if (packet.protocol === IPPROTO_TCP) return tcpV4Rcv(skb, packet)
  if (packet.protocol === IPPROTO_UDP) return udpRcv(skb, packet)
  icmpSend(skb, ICMP_DEST_UNREACH, ICMP_PROT_UNREACH, 0)
  drop(skb, 'ipLocalDeliverFinish', 'IP_NOPROTO')
}
