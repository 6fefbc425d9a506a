// IPv4 on its way through. Ref: net/ipv4/ip_forward.c
import {
  ICMP_DEST_UNREACH,
  ICMP_EXC_TTL,
  ICMP_FRAG_NEEDED,
  ICMP_REDIR_HOST,
  ICMP_REDIRECT,
  ICMP_TIME_EXCEEDED,
} from '../../wire/icmp.ts'
import { ipv4Length, withTtl } from '../../wire/ipv4.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { drop, step } from '../core/trace.ts'
import { nfHook } from '../netfilter/core.ts'
import { icmpSend } from './icmp.ts'
import { redirectAllow } from './inetpeer.ts'
import { dstOutput } from './ip_output.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** Ref: ip_forward() */
export function ipForward(skb: SkBuff): void {
  step(skb, 'ipForward')
  const { packet, dst } = skb
  if (packet.kind !== 'ipv4' || !dst) return drop(skb, 'ipForward', 'NOT_SPECIFIED')
  if (skb.pktType !== PACKET_HOST) return drop(skb, 'ipForward', 'NOT_SPECIFIED')
  const { mib } = ipv4Of(skb.dev.net)
  if (packet.ttl <= 1) {
    mib.ip.InHdrErrors++
    icmpSend(skb, ICMP_TIME_EXCEEDED, ICMP_EXC_TTL, 0)
    return drop(skb, 'ipForward', 'IP_INHDR')
  }
  if (ipv4Length(packet) > dst.mtu && packet.df) {
    mib.ip.FragFails++
    icmpSend(skb, ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, dst.mtu)
    return drop(skb, 'ipForward', 'PKT_TOO_BIG')
  }
  if (dst.redirect && redirectAllow(skb.dev.net, packet.src))
    icmpSend(skb, ICMP_REDIRECT, ICMP_REDIR_HOST, dst.nexthop)
  mib.ip.ForwDatagrams++
  skb.packet = withTtl(packet, packet.ttl - 1)
  nfHook('ipv4', 'FORWARD', skb, skb.dev, dst.dev, dstOutput)
}
