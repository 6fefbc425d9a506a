// Address resolution (RFC 826) as Linux does it. Ref: net/ipv4/arp.c
import { IFF_NOARP } from '../../uapi/if.ts'
import {
  NUD_NOARP,
  NUD_REACHABLE,
  NUD_STALE,
  RT_SCOPE_LINK,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_UNICAST,
} from '../../uapi/rtnetlink.ts'
import { ARP_REPLY, ARP_REQUEST, type Arp } from '../../wire/arp.ts'
import { ETH_P_ARP, ETH_P_IP } from '../../wire/ethernet.ts'
import { isLoopback, isMulticast, type Inet } from '../../wire/inet.ts'
import { MAC_BROADCAST, MAC_ZERO, type Mac } from '../../wire/mac.ts'
import {
  DEFAULT_PARMS,
  NEIGH_UPDATE_OVERRIDE,
  NeighTable,
  neighEventNs,
  neighUpdate,
  NUD_VALID,
  type Neighbour,
  nudName,
} from '../core/neighbour.ts'
import type { NetDevice } from '../core/net.ts'
import { provenanceOf } from '../core/provenance.ts'
import { PACKET_HOST, PACKET_OTHERHOST, type SkBuff } from '../core/skb.ts'
import { timerDelay } from '../core/timer.ts'
import type { Topic, Topics } from '../core/topics.ts'
import { allocSkb, consume, drop, record, step, tracing } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import { inetAddrType, inetAddrTypeDev } from './addr_type.ts'
import { inetAddrOnlink, inetSelectAddr } from './devinet.ts'
import { ipv4LinkFailure } from './icmp.ts'
import { inDev, ifaMatch, type InDevice } from './in_device.ts'
import { multicastMac } from './ip_output.ts'
import { logMartian } from './martian.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { ipRouteInput } from './route.ts'
import type { Ipv4Conf } from './conf.ts'

export function makeArpTable(): NeighTable<Inet> {
  return new NeighTable<Inet>({
    construct: arpConstructor,
    solicit: arpSolicit,
    errorReport: ipv4LinkFailure,
    emit,
    parms: (dev) => inDev(dev)?.neigh ?? DEFAULT_PARMS,
  })
}

/** Addresses that need no asking. Ref: arp_constructor() */
function arpConstructor(neigh: Neighbour<Inet>): void {
  const { dev, key } = neigh
  const type = inetAddrTypeDev(dev.net, dev, key)
  if (type === RTN_MULTICAST) {
    neigh.state = NUD_NOARP
    neigh.lladdr = multicastMac(key)
  } else if (dev.flags & IFF_NOARP) {
    neigh.state = NUD_NOARP
    neigh.lladdr = dev.mac
  } else if (type === RTN_BROADCAST) {
    neigh.state = NUD_NOARP
    neigh.lladdr = dev.broadcast
  }
}

function emit(neigh: Neighbour<Inet>, skb: SkBuff): void {
  if (tracing(skb)) {
    const { key: address, lladdr } = neigh
    const state = nudName(neigh.state)
    record(skb, { kind: 'neighbour', address, state, lladdr, provenance: provenanceOf(neigh) })
  }
  skb.frame = { dst: neigh.lladdr, src: skb.dev.mac, etherType: ETH_P_IP, packet: skb.packet }
  devQueueXmit(skb)
}

/** A setting of which the stricter of `all` and the device's holds. */
function maxConf(device: InDevice, key: keyof Ipv4Conf): number {
  return Math.max(ipv4Of(device.dev.net).all[key], device.conf[key])
}

/** Asks for a neighbour: the first probes go to the address last known. Ref: arp_solicit() */
function arpSolicit(neigh: Neighbour<Inet>, skb: SkBuff | null): void {
  const { dev, key } = neigh
  const device = inDev(dev)
  if (!device) return
  const from = skb?.packet.kind === 'ipv4' ? skb.packet.src : 0
  const saddr = sourceFor(device, key, from)
  const unicast = neigh.probes < device.neigh.ucastProbes && (neigh.state & NUD_VALID) !== 0
  if (skb && tracing(skb)) {
    record(skb, {
      kind: 'neighbour',
      address: key,
      state: nudName(neigh.state),
      lladdr: null,
      provenance: null,
    })
  }
  arpSend(dev, ARP_REQUEST, key, saddr, unicast ? neigh.lladdr : null, MAC_ZERO, skb)
}

/** arp_announce: 0 any local address, 1 one of the target's subnet if there is one, 2 the device's best. */
function sourceFor(device: InDevice, target: Inet, from: Inet): Inet {
  const { dev } = device
  const announce = maxConf(device, 'arp_announce')
  if (from !== 0 && announce < 2 && inetAddrType(dev.net, from) === RTN_LOCAL) {
    if (announce === 0 || inetAddrOnlink(dev, target, from)) return from
  }
  return inetSelectAddr(dev, target, RT_SCOPE_LINK)
}

/** `to` null: broadcast. Ref: arp_send_dst() */
function arpSend(
  dev: NetDevice,
  op: number,
  target: Inet,
  source: Inet,
  to: Mac | null,
  tha: Mac,
  cause: SkBuff | null,
): void {
  if (dev.flags & IFF_NOARP) return
  const arp: Arp = { kind: 'arp', op, sha: dev.mac, spa: source, tha, tpa: target }
  const skb = allocSkb(dev.net.stack, dev, arp, cause)
  skb.sender = null
  skb.frame = { dst: to ?? MAC_BROADCAST, src: dev.mac, etherType: ETH_P_ARP, packet: arp }
  step(skb, 'arpSend')
  devQueueXmit(skb)
}

/** An address as one that is known, not as one's own. */
const KNOWN = 2 ** 32

/**
 * A question is about who is asked, and about who asks where he is known by another address. One who forwards may
 * answer for others. Ref: arp_process()
 */
export const arpTopics: Topics = {
  of({ dst, packet }) {
    if (dst !== MAC_BROADCAST || packet.kind !== 'arp' || packet.op !== ARP_REQUEST) return null
    const { spa, tpa } = packet
    return spa === 0 || spa === tpa || isLoopback(tpa) || isMulticast(tpa)
      ? null
      : [
          { about: tpa, said: null },
          { about: KNOWN + spa, said: packet.sha },
        ]
  },
  heardBy(dev) {
    const device = inDev(dev)
    const hosts = device?.local.hosts()
    if (!device || !hosts || device.conf.forwarding) return null
    const heard: Topic[] = hosts.map((about) => ({ about, said: null }))
    for (const { key, state, lladdr } of ipv4Of(dev.net).arp.on(dev)) {
      heard.push({ about: KNOWN + key, said: state & NUD_VALID ? lladdr : null })
    }
    return heard
  },
}

/** Ref: arp_rcv(), arp_process() */
export function arpRcv(skb: SkBuff): void {
  step(skb, 'arpRcv')
  const { dev, packet } = skb
  const device = inDev(dev)
  if (packet.kind !== 'arp' || !device) return drop(skb, 'arpRcv', 'NOT_SPECIFIED')
  if (dev.flags & IFF_NOARP || skb.pktType === PACKET_OTHERHOST) return drop(skb, 'arpRcv', 'OTHERHOST')
  if (packet.op !== ARP_REQUEST && packet.op !== ARP_REPLY) return drop(skb, 'arpRcv', 'INVALID_PROTO')
  if (isMulticast(packet.tpa)) return drop(skb, 'arpProcess', 'IP_INVALID_DEST')
  if (isLoopback(packet.tpa) && !maxConf(device, 'route_localnet'))
    return drop(skb, 'arpProcess', 'IP_LOCALNET')
  if (packet.spa === 0) return duplicateDetection(skb, device, packet)
  if (packet.op === ARP_REQUEST && answered(skb, device, packet)) return
  learn(skb, device, packet)
}

/** Somebody wants to know whether an address is free (RFC 5227 §2.1.1). */
function duplicateDetection(skb: SkBuff, device: InDevice, arp: Arp): void {
  const { dev } = device
  const mine = inetAddrTypeDev(dev.net, dev, arp.tpa) === RTN_LOCAL && !arpIgnored(device, arp.spa, arp.tpa)
  if (arp.op === ARP_REQUEST && mine) arpSend(dev, ARP_REPLY, arp.spa, arp.tpa, arp.sha, arp.sha, skb)
  consume(skb, 'arpProcess', mine ? 'arpSend answers' : 'nobody')
}

/** True when the request was for an address of ours, or one we answer for. */
function answered(skb: SkBuff, device: InDevice, arp: Arp): boolean {
  const { dev } = device
  // Most requests on a big segment are for somebody else: without forwarding nothing but a local address counts.
  if (!device.local.covers(arp.tpa) && !device.conf.forwarding) return false
  const { net } = dev
  const ip = ipv4Of(net)
  const dst = ipRouteInput(net, dev, arp.spa, arp.tpa, 0)
  if ('why' in dst) {
    if (tracing(skb)) record(skb, { kind: 'no-route', dst: arp.tpa, why: dst.why })
    logMartian(dev, arp.spa, arp.tpa, dst.why, skb.frame)
    return false
  }
  if (dst.type === RTN_LOCAL) {
    if (arpIgnored(device, arp.spa, arp.tpa) || arpFiltered(device, arp.spa, arp.tpa)) {
      consume(skb, 'arpProcess', 'nobody: arp_ignore or arp_filter')
      return true
    }
    neighEventNs(ip.arp, arp.sha, arp.spa, dev)
    consume(skb, 'arpProcess', 'arpSend answers')
    arpSend(dev, ARP_REPLY, arp.spa, arp.tpa, arp.sha, arp.sha, skb)
    return true
  }
  if (!device.conf.forwarding || dst.type !== RTN_UNICAST || dst.dev === dev) return false
  const proxies = ip.arp.proxies.get(arp.tpa)
  const proxied = proxies?.has(dev) || proxies?.has(null)
  if (!(device.conf.proxy_arp || ip.all.proxy_arp) && !proxied) return false
  neighEventNs(ip.arp, arp.sha, arp.spa, dev)
  consume(skb, 'arpProcess', 'arpSend answers as a proxy')
  const { proxyDelay } = device.neigh
  if (skb.pktType === PACKET_HOST || proxyDelay === 0) proxyReply(skb, arp)
  else {
    // Whoever has the address himself is to be heard first.
    const { clock, random } = net.stack
    clock.after(timerDelay(clock.now, random.below(proxyDelay)), proxyReply, skb, arp)
  }
  return true
}

/** Ref: net/core/neighbour.c:pneigh_enqueue(), net/ipv4/arp.c:parp_redo() */
function proxyReply(skb: SkBuff, arp: Arp): void {
  if (skb.dev.up) arpSend(skb.dev, ARP_REPLY, arp.spa, arp.tpa, arp.sha, arp.sha, skb)
}

/** Ref: arp_ignore() */
function arpIgnored(device: InDevice, sip: Inet, tip: Inet): boolean {
  const mode = maxConf(device, 'arp_ignore')
  if (mode === 0) return false
  if (mode === 8) return true
  const own = device.addresses.filter((ifa) => ifa.local === tip)
  if (mode === 1) return own.length === 0
  if (mode === 2) return !own.some((ifa) => ifaMatch(sip, ifa))
  if (mode === 3) return !device.addresses.some((ifa) => ifa.local === tip && ifa.scope < RT_SCOPE_LINK + 1)
  return false
}

/** Answer only where a packet to the asker would leave. Ref: arp_filter() */
function arpFiltered(device: InDevice, sip: Inet, tip: Inet): boolean {
  if (!maxConf(device, 'arp_filter')) return false
  const { net } = device.dev
  const found = ipv4Of(net).fib.lookup({ daddr: sip, saddr: tip, tos: 0, oif: 0 })
  return !found || found.nh.dev !== device.dev
}

/** What is already known is brought up to date. */
function learn(skb: SkBuff, device: InDevice, arp: Arp): void {
  const { dev } = device
  const { net } = dev
  const { arp: table } = ipv4Of(net)
  let neigh = table.lookup(arp.spa, dev)
  const gratuitous =
    arp.spa === arp.tpa && (arp.op === ARP_REQUEST || arp.tha === arp.sha || arp.tha === MAC_ZERO)
  const welcome = gratuitous && maxConf(device, 'arp_accept') !== 0
  if (!neigh && welcome && inetAddrTypeDev(net, dev, arp.spa) === RTN_UNICAST) {
    neigh = table.create(arp.spa, dev)
  }
  if (!neigh) return consume(skb, 'arpProcess', 'nobody: not for us')
  const reply = arp.op === ARP_REPLY && skb.pktType === PACKET_HOST
  const override = net.stack.clock.now > neigh.updated + device.neigh.locktime || gratuitous
  neighUpdate(table, neigh, arp.sha, reply ? NUD_REACHABLE : NUD_STALE, override ? NEIGH_UPDATE_OVERRIDE : 0)
  consume(skb, 'arpProcess', 'neighUpdate')
}
