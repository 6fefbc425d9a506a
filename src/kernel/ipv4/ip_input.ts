// IPv4 on its way in. Ref: net/ipv4/ip_input.c
import { EACCES, ENETUNREACH, EHOSTUNREACH } from '../../uapi/errno.ts'
import { RTN_LOCAL, RTN_BROADCAST, RTN_MULTICAST, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_HOST_UNREACH,
  ICMP_NET_UNREACH,
  ICMP_PKT_FILTERED,
  ICMP_PROT_UNREACH,
} from '../../wire/icmp.ts'
import { IPPROTO_ICMP, IPPROTO_IGMP, IPPROTO_UDP, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
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
import { logMartian } from './martian.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { ipRouteInput, traceRoute, type InputFailure } from './route.ts'
import { udpRcv } from '../transport/udp.ts'

/** Ref: ip_rcv() */
export function ipRcv(skb: SkBuff): void {
  step(skb, 'ipRcv')
  if (skb.pktType === PACKET_OTHERHOST) return drop(skb, 'ipRcv', 'OTHERHOST')
  const { packet } = skb
  if (packet.kind !== 'ipv4') return drop(skb, 'ipRcv', 'IP_INHDR')
  ipv4Of(skb.dev.net).mib.received(ipv4Length(packet), packet.tos)
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
  // One's own broadcast has come back with the route it went by.
  const dst =
    skb.dst ?? ipRouteInput(dev.net, dev, packet.src, packet.dst, packet.tos, { mark: skb.mark, l4: packet })
  if ('why' in dst) return ipError(skb, packet, dst)
  skb.dst = dst
  traceRoute(skb, packet.dst, dst)
  if (dst.type !== RTN_LOCAL && dst.type !== RTN_UNICAST) countGroup(dev, dst.type, ipv4Length(packet))
  if (dst.type === RTN_LOCAL || dst.type === RTN_BROADCAST || dst.type === RTN_MULTICAST)
    return ipLocalDeliver(skb)
  ipForward(skb)
}

/** Ref: ip_rcv_finish_core() */
function countGroup(dev: NetDevice, type: number, length: number): void {
  const { ipExt } = ipv4Of(dev.net).mib
  if (type === RTN_MULTICAST) {
    ipExt.InMcastPkts++
    ipExt.InMcastOctets += length
  } else if (type === RTN_BROADCAST) {
    ipExt.InBcastPkts++
    ipExt.InBcastOctets += length
  }
}

/** Ref: ip_error(), ip_rcv_finish_core() */
function countFailure({ dev }: SkBuff, { why, errno }: InputFailure): void {
  const { mib } = ipv4Of(dev.net)
  if (why === 'reverse-path') mib.tcpExt.IPReversePathFilter++
  else if (why === 'forwarding-off') mib.ip.InAddrErrors++
  else if (why === 'no-route' && errno === ENETUNREACH) mib.ipExt.InNoRoutes++
}

const REASONS: Readonly<Record<InputFailure['why'], DropReason>> = {
  'no-route': 'IP_INNOROUTES',
  'forwarding-off': 'IP_INADDRERRORS',
  'reverse-path': 'IP_RPFILTER',
  'martian-source': 'IP_INVALID_SOURCE',
  'martian-destination': 'IP_INVALID_DEST',
  'not-joined': 'NOT_SPECIFIED',
}

/** No way on: a router says so to the sender. Ref: net/ipv4/route.c:ip_error() */
function ipError(skb: SkBuff, packet: Ipv4, failure: InputFailure): void {
  if (tracing(skb)) record(skb, { kind: 'no-route', dst: packet.dst, why: failure.why })
  countFailure(skb, failure)
  logMartian(skb.dev, packet.src, packet.dst, failure.why, skb.frame)
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

/** Protocols that there always is somebody for. */
const PROTOCOLS: ReadonlySet<number> = new Set([IPPROTO_ICMP, IPPROTO_IGMP, IPPROTO_UDP])

/** Ref: ip_protocol_deliver_rcu() */
function ipLocalDeliverFinish(skb: SkBuff): void {
  const { packet } = skb
  nfResetCt(skb)
  if (packet.kind !== 'ipv4') return drop(skb, 'ipLocalDeliverFinish', 'IP_INHDR')
  const { mib } = ipv4Of(skb.dev.net)
  const proto = skb.dev.net.stack.slots.inetProtos.get(packet.protocol)
  const known = proto !== undefined || PROTOCOLS.has(packet.protocol)
  if (known) mib.ip.InDelivers++
  else mib.ip.InUnknownProtos++
  if (packet.protocol === IPPROTO_ICMP) return icmpRcv(skb, packet)
  if (packet.protocol === IPPROTO_IGMP) return igmpRcv(skb, packet)
  if (packet.protocol === IPPROTO_UDP) return udpRcv(skb, packet)
  if (proto) return proto.rcv(skb, packet)
  icmpSend(skb, ICMP_DEST_UNREACH, ICMP_PROT_UNREACH, 0)
  drop(skb, 'ipLocalDeliverFinish', 'IP_NOPROTO')
}
