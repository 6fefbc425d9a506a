// IPv4 on its way out. Ref: net/ipv4/ip_output.c
import { EMSGSIZE } from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import { ETH_P_IP } from '../../wire/ethernet.ts'
import { ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED } from '../../wire/icmp.ts'
import { emitPayload, IPV4_HEADER, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { isMulticast, type Inet } from '../../wire/inet.ts'
import { MAC_ZERO, type Mac } from '../../wire/mac.ts'
import { neighOutput } from '../core/neighbour.ts'
import type { NetDevice } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, cloneSkb, drop, step } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import { nfHook } from '../netfilter/core.ts'
import type { Mib } from './mib.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { LOOPBACK_DELAY, loopbackOf } from '../drivers/loopback.ts'

/** ICMP's errors about packets on their way out, set by icmp.ts: sending one needs this file again. */
export const icmpHook: {
  send: (skb: SkBuff, type: 3 | 11 | 5, code: number, info: number) => void
} = { send: () => {} }

/** Sends a packet of this namespace; `skb.dst` is set. Ref: ip_local_out() */
export function ipLocalOut(skb: SkBuff): void {
  step(skb, 'ipLocalOut')
  ipv4Of(skb.dev.net).mib.ip.OutRequests++
  nfHook('ipv4', 'LOCAL_OUT', skb, null, skb.dst?.dev ?? null, dstOutput)
}

export function dstOutput(skb: SkBuff): void {
  const { dst } = skb
  if (!dst) return drop(skb, 'dstOutput', 'IP_OUTNOROUTES')
  skb.dev = dst.dev
  if (dst.type === RTN_BROADCAST || dst.type === RTN_MULTICAST) return ipMcOutput(skb)
  ipOutput(skb)
}

/** A broadcast or multicast comes back to its sender's machine too. Ref: ip_mc_output() */
function ipMcOutput(skb: SkBuff): void {
  const lo = loopbackOf(skb.dev.net)
  if (lo && skb.dst?.type === RTN_BROADCAST && !(skb.dev.flags & IFF_LOOPBACK)) {
    const copy = cloneSkb(skb, skb.dev)
    copy.dst = skb.dst
    nfHook('ipv4', 'POST_ROUTING', copy, null, copy.dev, (c) => ipMcFinishOutput(c))
  }
  ipOutput(skb)
}

/** Ref: ip_mc_finish_output(), dev_loopback_xmit(): received as though by the device it went out of. */
function ipMcFinishOutput(skb: SkBuff): void {
  const { dev, packet } = skb
  skb.frame = { dst: dev.broadcast, src: dev.mac, etherType: ETH_P_IP, packet }
  dev.net.stack.clock.post(LOOPBACK_DELAY, loopbackReceive, skb, dev)
}

function loopbackReceive(skb: SkBuff, dev: NetDevice): void {
  const ptype = dev.net.stack.ptypes.get(ETH_P_IP)
  skb.sender = null
  if (dev.up) ptype?.(skb)
}

/** Ref: ip_output() */
export function ipOutput(skb: SkBuff): void {
  step(skb, 'ipOutput')
  nfHook('ipv4', 'POST_ROUTING', skb, null, skb.dev, ipFinishOutput)
}

/** Ref: ip_finish_output() */
function ipFinishOutput(skb: SkBuff): void {
  const { packet, dst } = skb
  if (packet.kind !== 'ipv4' || !dst) return drop(skb, 'ipFinishOutput', 'NOT_SPECIFIED')
  if (ipv4Length(packet) <= dst.mtu) return ipFinishOutput2(skb)
  ipFragment(skb, packet, dst.mtu)
}

/** Cuts a packet into pieces that fit (RFC 791 §3.2). Ref: ip_fragment() */
function ipFragment(skb: SkBuff, packet: Ipv4, mtu: number): void {
  const { mib } = ipv4Of(skb.dev.net)
  if (packet.df) {
    mib.ip.FragFails++
    icmpHook.send(skb, ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED, mtu)
    return drop(skb, 'ipFragment', 'PKT_TOO_BIG', EMSGSIZE)
  }
  for (const piece of fragmentIpv4(packet, mtu)) {
    const fragment = allocSkb(skb.dev.net.stack, skb.dev, piece, skb)
    fragment.dst = skb.dst
    fragment.nfct = skb.nfct
    fragment.nfctinfo = skb.nfctinfo
    mib.ip.FragCreates++
    ipFinishOutput2(fragment)
  }
  mib.ip.FragOKs++
}

function countGroup({ ipExt }: Mib, type: number, length: number): void {
  if (type === RTN_MULTICAST) {
    ipExt.OutMcastPkts++
    ipExt.OutMcastOctets += length
  } else if (type === RTN_BROADCAST) {
    ipExt.OutBcastPkts++
    ipExt.OutBcastOctets += length
  }
}

/** The pieces of a packet, each no longer than `mtu`. Ref: ip_frag_next() */
export function fragmentIpv4(packet: Ipv4, mtu: number): Ipv4[] {
  const body = emitPayload(packet)
  const room = (mtu - IPV4_HEADER) & ~7
  const pieces: Ipv4[] = []
  for (let at = 0; at < body.length; at += room) {
    pieces.push({
      ...packet,
      mf: packet.mf || at + room < body.length,
      offset: packet.offset + at,
      payload: { kind: 'octets', bytes: body.slice(at, at + room) },
    })
  }
  return pieces
}

/** Ref: ip_finish_output2() */
function ipFinishOutput2(skb: SkBuff): void {
  const { dev, dst, packet } = skb
  if (!dst || packet.kind !== 'ipv4') return drop(skb, 'ipFinishOutput2', 'IP_OUTNOROUTES')
  const ip = ipv4Of(dev.net)
  ip.mib.transmitted(ipv4Length(packet))
  if (dst.type !== RTN_UNICAST && dst.type !== RTN_LOCAL) countGroup(ip.mib, dst.type, ipv4Length(packet))
  if (dev.flags & IFF_LOOPBACK) return emit(skb, MAC_ZERO)
  if (dst.type === RTN_BROADCAST) return emit(skb, dev.broadcast)
  if (isMulticast(dst.nexthop)) return emit(skb, multicastMac(dst.nexthop))
  const { arp } = ip
  const neigh = arp.lookup(dst.nexthop, dev) ?? arp.create(dst.nexthop, dev)
  neighOutput(arp, neigh, skb)
}

function emit(skb: SkBuff, to: Mac): void {
  skb.frame = { dst: to, src: skb.dev.mac, etherType: ETH_P_IP, packet: skb.packet }
  devQueueXmit(skb)
}

/** RFC 1112 §6.4: the low 23 bits after 01:00:5e. */
export function multicastMac(address: Inet): Mac {
  return 0x01005e000000 + (address & 0x7fffff)
}
