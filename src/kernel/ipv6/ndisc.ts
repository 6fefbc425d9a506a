// Neighbour discovery (RFC 4861) as Linux does it: asking, answering, learning. Ref: net/ipv6/ndisc.c
import { IFF_LOOPBACK, IFF_NOARP } from '../../uapi/if.ts'
import {
  IFA_F_OPTIMISTIC,
  IFA_F_TENTATIVE,
  NTF_ROUTER,
  NUD_FAILED,
  NUD_NOARP,
  NUD_REACHABLE,
  NUD_STALE,
} from '../../uapi/rtnetlink.ts'
import { ETH_P_IPV6 } from '../../wire/ethernet.ts'
import { ICMPV6_ADDR_UNREACH, ICMPV6_DEST_UNREACH } from '../../wire/icmp6.ts'
import {
  IN6ADDR_ANY,
  IN6ADDR_LINKLOCAL_ALLNODES,
  isLinkLocal6,
  isMulticast6,
  multicastMac6,
  solicitedNode,
  type Inet6,
} from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Mac } from '../../wire/mac.ts'
import type { NeighbourAdvertisement, NeighbourSolicitation, RouterSolicitation } from '../../wire/ndisc.ts'
import {
  DEFAULT_PARMS,
  NEIGH_UPDATE_OVERRIDE,
  NEIGH_UPDATE_WEAK_OVERRIDE,
  NeighTable,
  neighUpdate,
  NUD_VALID,
  type Neighbour,
  nudName,
} from '../core/neighbour.ts'
import { provenanceOf } from '../core/provenance.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { consume, drop, record, step, tracing } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import { dadFailure } from './addrconf_dad.ts'
import { ipv6ChkAcastAddr } from './anycast.ts'
import { icmp6Hook } from './ip6_output.ts'
import { inet6Dev, type Inet6Dev } from './inet6_dev.ts'
import { ipv6FindAddr, ipv6GetIfaddr } from './locals.ts'
import { ndiscSendNa, ndiscSendNs } from './ndisc_send.ts'
import { ipv6Of } from './netns_ipv6.ts'

export function makeNdiscTable(): NeighTable<Inet6> {
  return new NeighTable<Inet6>({
    construct: ndiscConstructor,
    solicit: ndiscSolicit,
    errorReport(skb) {
      icmp6Hook.send(skb, ICMPV6_DEST_UNREACH, ICMPV6_ADDR_UNREACH, 0)
    },
    emit,
    parms: (dev) => inet6Dev(dev)?.neigh ?? DEFAULT_PARMS,
  })
}

/** Addresses that need no asking. Ref: ndisc_constructor() */
function ndiscConstructor(neigh: Neighbour<Inet6>): void {
  const { dev, key } = neigh
  if (isMulticast6(key)) {
    neigh.state = NUD_NOARP
    neigh.lladdr = multicastMac6(key)
  } else if (dev.flags & (IFF_NOARP | IFF_LOOPBACK)) {
    neigh.state = NUD_NOARP
    neigh.lladdr = dev.mac
  }
}

function emit(neigh: Neighbour<Inet6>, skb: SkBuff): void {
  if (tracing(skb)) {
    const { key: address, lladdr } = neigh
    const state = nudName(neigh.state)
    record(skb, { kind: 'neighbour', address, state, lladdr, provenance: provenanceOf(neigh) })
  }
  skb.frame = { dst: neigh.lladdr, src: skb.dev.mac, etherType: ETH_P_IPV6, packet: skb.packet }
  devQueueXmit(skb)
}

/** Asks for a neighbour: the first probes go to the address last known. Ref: ndisc_solicit() */
function ndiscSolicit(neigh: Neighbour<Inet6>, skb: SkBuff | null): void {
  const { dev, key } = neigh
  const banned = IFA_F_TENTATIVE | IFA_F_OPTIMISTIC
  const from = skb?.packet.kind === 'ipv6' ? skb.packet.src : IN6ADDR_ANY
  const saddr = from !== IN6ADDR_ANY && ipv6FindAddr(dev.net, from, dev, banned) ? from : null
  if (skb && tracing(skb)) {
    record(skb, {
      kind: 'neighbour',
      address: key,
      state: nudName(neigh.state),
      lladdr: null,
      provenance: null,
    })
  }
  const { ucastProbes } = inet6Dev(dev)?.neigh ?? DEFAULT_PARMS
  const unicast = neigh.probes < ucastProbes
  ndiscSendNs(dev, key, unicast ? key : solicitedNode(key), saddr, null)
}

/** Learns an address that came in a message. Ref: ndisc_update() */
function ndiscUpdate(
  neigh: Neighbour<Inet6>,
  lladdr: Mac | null,
  state: number,
  flags: number,
  router: boolean | null,
): void {
  const { ndisc } = ipv6Of(neigh.dev.net)
  neighUpdate(ndisc, neigh, lladdr, state, flags)
  if (router === null || !(neigh.state & NUD_VALID)) return
  neigh.flags = router ? neigh.flags | NTF_ROUTER : neigh.flags & ~NTF_ROUTER
}

/** Somebody asks. Ref: ndisc_recv_ns() */
export function ndiscRecvNs(skb: SkBuff, packet: Ipv6, ns: NeighbourSolicitation): void {
  step(skb, 'ndiscRecvNs')
  const { dev } = skb
  const device = inet6Dev(dev)
  const dad = packet.src === IN6ADDR_ANY
  if (!device || isMulticast6(ns.target)) return drop(skb, 'ndiscRecvNs', 'INVALID_PROTO')
  if (dad && packet.dst !== solicitedNode(ns.target)) return drop(skb, 'ndiscRecvNs', 'INVALID_PROTO')
  if (dad && ns.options.sourceLl !== undefined) return drop(skb, 'ndiscRecvNs', 'INVALID_PROTO')
  const ifa = ipv6GetIfaddr(ns.target, dev)
  const multicast = isMulticast6(packet.dst)
  if (ifa) {
    if (ifa.flags & IFA_F_TENTATIVE) {
      if (!dad) return consume(skb, 'ndiscRecvNs', 'nobody: the address is tentative')
      const own = ns.options.nonce !== undefined && ns.options.nonce === ifa.nonce
      consume(skb, 'ndiscRecvNs', own ? 'nobody: its own probe' : 'dadFailure')
      if (!own) dadFailure(ifa)
      return
    }
    return answer(skb, packet, ns, device.conf.forwarding !== 0, true)
  }
  if (ipv6ChkAcastAddr(device, ns.target)) {
    if (skb.pktType !== PACKET_HOST && multicast) return answerLater(skb, packet, ns)
    return answer(skb, packet, ns, device.conf.forwarding !== 0, false)
  }
  const proxied = proxyFor(device, ns.target)
  if (!proxied) return consume(skb, 'ndiscRecvNs', 'nobody: not for us')
  if (skb.pktType !== PACKET_HOST && multicast) return answerLater(skb, packet, ns)
  answer(skb, packet, ns, proxied.router, false)
}

/** Ref: pndisc_is_router() */
function proxyFor(device: Inet6Dev, target: Inet6): { readonly router: boolean } | null {
  const { dev } = device
  const ip6 = ipv6Of(dev.net)
  if (!device.conf.forwarding || !(device.conf.proxy_ndp || ip6.all.proxy_ndp)) return null
  const proxies = ip6.ndisc.proxies.get(target)
  return proxies && (proxies.has(dev) || proxies.has(null)) ? { router: false } : null
}

interface Later {
  readonly packet: Ipv6
  readonly ns: NeighbourSolicitation
}

/** For an anycast or a proxy's address others may answer too: not all at once (RFC 4861 §7.2.7). Ref: pneigh_enqueue() */
function answerLater(skb: SkBuff, packet: Ipv6, ns: NeighbourSolicitation): void {
  const { clock, random } = skb.dev.net.stack
  clock.after(random.below(inet6Dev(skb.dev)?.neigh.proxyDelay ?? DEFAULT_PARMS.proxyDelay), answerNow, skb, {
    packet,
    ns,
  })
}

function answerNow(skb: SkBuff, { packet, ns }: Later): void {
  const device = inet6Dev(skb.dev)
  if (!device) return drop(skb, 'pndiscRedo', 'DEV_READY')
  const acast = ipv6ChkAcastAddr(device, ns.target)
  const proxied = proxyFor(device, ns.target)
  if (!acast && !proxied) return consume(skb, 'pndiscRedo', 'nobody')
  answer(skb, packet, ns, acast ? device.conf.forwarding !== 0 : (proxied?.router ?? false), false)
}

/** `own`: the address is on this very device. */
function answer(skb: SkBuff, packet: Ipv6, ns: NeighbourSolicitation, router: boolean, own: boolean): void {
  const { dev } = skb
  consume(skb, 'ndiscRecvNs', 'ndiscSendNa answers')
  if (packet.src === IN6ADDR_ANY) {
    const how = { router, solicited: false, override: own, option: true }
    return ndiscSendNa(dev, IN6ADDR_LINKLOCAL_ALLNODES, ns.target, how)
  }
  const { ndisc } = ipv6Of(dev.net)
  const multicast = isMulticast6(packet.dst)
  const lladdr = ns.options.sourceLl ?? null
  const known = ndisc.lookup(packet.src, dev)
  const neigh = known ?? (!multicast || lladdr !== null ? ndisc.create(packet.src, dev) : null)
  if (!neigh) return
  ndiscUpdate(neigh, lladdr, NUD_STALE, NEIGH_UPDATE_WEAK_OVERRIDE | NEIGH_UPDATE_OVERRIDE, null)
  const how = { router, solicited: true, override: own && multicast, option: multicast }
  ndiscSendNa(dev, packet.src, ns.target, how)
}

/** An answer, or somebody's news. Ref: ndisc_recv_na() */
export function ndiscRecvNa(skb: SkBuff, packet: Ipv6, na: NeighbourAdvertisement): void {
  step(skb, 'ndiscRecvNa')
  const { dev } = skb
  if (isMulticast6(na.target) || (isMulticast6(packet.dst) && na.solicited)) {
    return drop(skb, 'ndiscRecvNa', 'INVALID_PROTO')
  }
  const ifa = ipv6GetIfaddr(na.target, dev)
  if (ifa) {
    consume(skb, 'ndiscRecvNa', ifa.flags & IFA_F_TENTATIVE ? 'dadFailure' : 'nobody: the address is ours')
    if (ifa.flags & IFA_F_TENTATIVE) dadFailure(ifa)
    return
  }
  const neigh = ipv6Of(dev.net).ndisc.lookup(na.target, dev)
  if (!neigh || neigh.state & NUD_FAILED) return consume(skb, 'ndiscRecvNa', 'nobody: not asked for')
  const flags = NEIGH_UPDATE_WEAK_OVERRIDE | (na.override ? NEIGH_UPDATE_OVERRIDE : 0)
  const state = na.solicited ? NUD_REACHABLE : NUD_STALE
  consume(skb, 'ndiscRecvNa', 'neighUpdate')
  ndiscUpdate(neigh, na.options.targetLl ?? null, state, flags, na.router)
}

/** A host looks for routers: a router takes note of the host. Ref: ndisc_recv_rs() */
export function ndiscRecvRs(skb: SkBuff, packet: Ipv6, rs: RouterSolicitation): void {
  step(skb, 'ndiscRecvRs')
  const { dev } = skb
  const device = inet6Dev(dev)
  if (!device?.conf.forwarding || packet.src === IN6ADDR_ANY) {
    return consume(skb, 'ndiscRecvRs', 'nobody: no router')
  }
  const { ndisc } = ipv6Of(dev.net)
  const neigh = ndisc.lookup(packet.src, dev) ?? ndisc.create(packet.src, dev)
  consume(skb, 'ndiscRecvRs', 'neighUpdate')
  const flags = NEIGH_UPDATE_WEAK_OVERRIDE | NEIGH_UPDATE_OVERRIDE
  ndiscUpdate(neigh, rs.options.sourceLl ?? null, NUD_STALE, flags, false)
}

/** Whether what came for a neighbour by proxy is to be answered by its own machine. Ref: ip6_forward_proxy_check() */
export function isProxied(skb: SkBuff, packet: Ipv6): boolean {
  const { dev } = skb
  const ip6 = ipv6Of(dev.net)
  if (!(inet6Dev(dev)?.conf.proxy_ndp || ip6.all.proxy_ndp)) return false
  const proxies = ip6.ndisc.proxies.get(packet.dst)
  return proxies !== undefined && (proxies.has(dev) || proxies.has(null)) && !isLinkLocal6(packet.dst)
}
