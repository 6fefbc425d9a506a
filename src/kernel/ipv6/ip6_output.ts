// IPv6 on its way out. Ref: net/ipv6/ip6_output.c
import { EMSGSIZE } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { ETH_P_IPV6 } from '../../wire/ethernet.ts'
import { ICMPV6_DEST_UNREACH, ICMPV6_NOROUTE, ICMPV6_PKT_TOOBIG } from '../../wire/icmp6.ts'
import { isMulticast6, multicastMac6 } from '../../wire/inet6.ts'
import { emitPayload6, FRAGMENT_HEADER, IPV6_HEADER, ipv6Length, type Ipv6 } from '../../wire/ipv6.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { neighOutput } from '../core/neighbour.ts'
import { PACKET_MULTICAST, type SkBuff } from '../core/skb.ts'
import { allocSkb, cloneSkb, drop, step } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import { LOOPBACK_DELAY } from '../drivers/loopback.ts'
import { nfHook } from '../netfilter/core.ts'
import { IPV6_ADDR_SCOPE_NODELOCAL, ipv6AddrScope } from './addr_type.ts'
import { inet6Dev } from './inet6_dev.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** ICMP's errors about packets on their way out, set by icmp.ts: sending one needs this file again. */
export const icmp6Hook: { send: (skb: SkBuff, type: 1 | 2 | 3 | 4, code: number, info: number) => void } = {
  send: () => {},
}

/** Sends a packet of this namespace; `skb.dst6` is set. Ref: ip6_local_out() */
export function ip6LocalOut(skb: SkBuff): void {
  step(skb, 'ip6LocalOut')
  nfHook('ipv6', 'LOCAL_OUT', skb, null, skb.dst6?.dev ?? null, dstOutput6)
}

export function dstOutput6(skb: SkBuff): void {
  const { dst6 } = skb
  if (!dst6) return drop(skb, 'dstOutput', 'IP_OUTNOROUTES')
  if (dst6.discards) {
    icmp6Hook.send(skb, ICMPV6_DEST_UNREACH, ICMPV6_NOROUTE, 0)
    return drop(skb, 'ip6PktDiscardOut', 'IP_OUTNOROUTES')
  }
  skb.dev = dst6.dev
  ip6Output(skb)
}

/** Ref: ip6_output() */
export function ip6Output(skb: SkBuff): void {
  step(skb, 'ip6Output')
  const device = inet6Dev(skb.dev)
  if (!device || device.conf.disable_ipv6) return drop(skb, 'ip6Output', 'IPV6DISABLED')
  nfHook('ipv6', 'POST_ROUTING', skb, null, skb.dev, ip6FinishOutput)
}

/** Ref: ip6_finish_output() */
function ip6FinishOutput(skb: SkBuff): void {
  const { packet, dst6 } = skb
  if (packet.kind !== 'ipv6' || !dst6) return drop(skb, 'ip6FinishOutput', 'NOT_SPECIFIED')
  if (ipv6Length(packet) <= dst6.mtu) return ip6FinishOutput2(skb, packet)
  ip6Fragment(skb, packet, Math.min(dst6.mtu, skb.fragMaxSize || dst6.mtu))
}

/** Cuts a packet of one's own into pieces that fit (RFC 8200 §4.5). Ref: ip6_fragment() */
function ip6Fragment(skb: SkBuff, packet: Ipv6, mtu: number): void {
  if (packet.fragment || (skb.iif && skb.fragMaxSize === 0)) {
    icmp6Hook.send(skb, ICMPV6_PKT_TOOBIG, 0, mtu)
    return drop(skb, 'ip6Fragment', 'PKT_TOO_BIG', EMSGSIZE)
  }
  const ip6 = ipv6Of(skb.dev.net)
  ip6.fragmentId = (Math.imul(ip6.fragmentId, 1664525) + 1013904223) >>> 0
  const id = ip6.fragmentId
  const body = emitPayload6(packet)
  const room = (mtu - IPV6_HEADER - FRAGMENT_HEADER) & ~7
  for (let offset = 0; offset < body.length; offset += room) {
    const bytes = body.slice(offset, offset + room)
    const more = offset + room < body.length
    const piece: Ipv6 = { ...packet, fragment: { id, offset, more }, payload: { kind: 'octets', bytes } }
    const fragment = allocSkb(skb.dev.net.stack, skb.dev, piece, skb)
    fragment.dst6 = skb.dst6
    ip6FinishOutput2(fragment, piece)
  }
}

/** Ref: ip6_finish_output2() */
function ip6FinishOutput2(skb: SkBuff, packet: Ipv6): void {
  const { dev, dst6 } = skb
  if (!dst6) return drop(skb, 'ip6FinishOutput2', 'IP_OUTNOROUTES')
  if (isMulticast6(packet.dst)) {
    if (!(dev.flags & IFF_LOOPBACK)) {
      loopBack(skb, packet)
      if (ipv6AddrScope(packet.dst) <= IPV6_ADDR_SCOPE_NODELOCAL) {
        return drop(skb, 'ip6FinishOutput2', 'NOT_SPECIFIED')
      }
    }
    return emit(skb, dev.flags & IFF_LOOPBACK ? MAC_ZERO : multicastMac6(packet.dst))
  }
  if (dev.flags & IFF_LOOPBACK) return emit(skb, MAC_ZERO)
  const { ndisc } = ipv6Of(dev.net)
  const neigh = ndisc.lookup(dst6.nexthop, dev) ?? ndisc.create(dst6.nexthop, dev)
  neighOutput(ndisc, neigh, skb)
}

/** A multicast of a program's comes back to its own machine when that listens. Ref: sk_mc_loop(), dev_loopback_xmit() */
function loopBack(skb: SkBuff, packet: Ipv6): void {
  const { dev } = skb
  if (skb.sender === null || !inet6Dev(dev)?.groups.some((group) => group.address === packet.dst)) return
  const copy = cloneSkb(skb, dev)
  copy.dst6 = skb.dst6
  copy.sender = null
  nfHook('ipv6', 'POST_ROUTING', copy, null, dev, (c) => {
    c.frame = { dst: multicastMac6(packet.dst), src: dev.mac, etherType: ETH_P_IPV6, packet: c.packet }
    dev.net.stack.clock.post(LOOPBACK_DELAY, loopbackReceive, c, null)
  })
}

function loopbackReceive(skb: SkBuff): void {
  const { dev } = skb
  skb.dst6 = null
  skb.pktType = PACKET_MULTICAST
  if (dev.up) dev.net.stack.ptypes.get(ETH_P_IPV6)?.(skb)
}

function emit(skb: SkBuff, to: Mac): void {
  skb.frame = { dst: to, src: skb.dev.mac, etherType: ETH_P_IPV6, packet: skb.packet }
  devQueueXmit(skb)
}
