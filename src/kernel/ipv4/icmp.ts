// ICMP: answering echoes, sending and taking errors (RFC 792, RFC 1122 §3.2.2). Ref: net/ipv4/icmp.c
import { SECOND } from '../../sim/clock.ts'
import {
  ECONNREFUSED,
  EHOSTDOWN,
  EHOSTUNREACH,
  EMSGSIZE,
  ENETUNREACH,
  ENONET,
  ENOPROTOOPT,
  EOPNOTSUPP,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_ECHOREPLY,
  ICMP_FRAG_NEEDED,
  ICMP_HEADER,
  ICMP_REDIRECT,
  isIcmpEcho,
  type Icmp,
  type IcmpEcho,
  type IcmpError,
} from '../../wire/icmp.ts'
import { IPPROTO_ICMP, IPPROTO_UDP, IPV4_HEADER, ipv4Length, type Ipv4 } from '../../wire/ipv4.ts'
import { u16 } from '../../wire/octets.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop, step } from '../core/trace.ts'
import { nfCtAttach } from '../netfilter/core.ts'
import { inetAddrType } from './addr_type.ts'
import { inetSelectAddr, ipDevFind } from './devinet.ts'
import { inetPeerXrlimAllow } from './inetpeer.ts'
import { icmpHook, ipLocalOut } from './ip_output.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { ipRouteOutput, traceRoute, type OutputRoute } from './route.ts'
import { ipDoRedirect, ipRtUpdatePmtu } from './route_update.ts'

/** The longest an ICMP error may be, its IP header included (RFC 1812 §4.3.2.3). */
const ICMP_MAX = 576

/** Who has no address at all says so by this one (RFC 7600 §4.8). */
const INADDR_DUMMY: Inet = 0xc0000008

/** What each code of destination unreachable means to a socket. Ref: icmp_err_convert */
const UNREACH_ERRNO: readonly Errno[] = [
  ENETUNREACH,
  EHOSTUNREACH,
  ENOPROTOOPT,
  ECONNREFUSED,
  EMSGSIZE,
  EOPNOTSUPP,
  ENETUNREACH,
  EHOSTDOWN,
  ENONET,
  ENETUNREACH,
  EHOSTUNREACH,
  ENETUNREACH,
  EHOSTUNREACH,
  EHOSTUNREACH,
  EHOSTUNREACH,
  EHOSTUNREACH,
]

/** Ref: icmp_rcv() */
export function icmpRcv(skb: SkBuff, packet: Ipv4): void {
  step(skb, 'icmpRcv')
  const icmp = packet.payload
  rawDeliver(skb, packet)
  const { mib } = ipv4Of(skb.dev.net)
  if (icmp.kind !== 'icmp') {
    mib.icmp.InMsgs++
    mib.icmp.InErrors++
    return drop(skb, 'icmpRcv', 'ICMP_CSUM')
  }
  mib.icmpReceived(icmp.type)
  if (!isIcmpEcho(icmp)) return icmpUnreach(skb, packet, icmp)
  if (icmp.type === ICMP_ECHOREPLY) return consume(skb, 'icmpRcv', 'ping')
  icmpEcho(skb, packet, icmp)
}

/** Every raw ICMP socket sees the packet. Ref: net/ipv4/raw.c:raw_local_deliver() */
function rawDeliver(skb: SkBuff, packet: Ipv4): void {
  for (const sink of ipv4Of(skb.dev.net).sockets.raw) {
    if (sink.boundAddress !== 0 && sink.boundAddress !== packet.dst) continue
    if (sink.connectedTo !== 0 && sink.connectedTo !== packet.src) continue
    if (sink.boundDevice !== null && sink.boundDevice !== cameBy(skb, packet).name) continue
    sink.receive(packet, skb)
  }
}

/** What comes by lo counts as come by the device whose address it is for. Ref: struct rtable.rt_iif */
function cameBy(skb: SkBuff, packet: Ipv4): NetDevice {
  const { dev } = skb
  if (!(dev.flags & IFF_LOOPBACK)) return dev
  return ipDevFind(dev.net, packet.dst) ?? dev
}

/** Ref: icmp_echo(), icmp_reply() */
function icmpEcho(skb: SkBuff, packet: Ipv4, echo: IcmpEcho): void {
  const { dev } = skb
  const { net } = dev
  const ip = ipv4Of(net)
  const toGroup = skb.dst?.type === RTN_BROADCAST || skb.dst?.type === RTN_MULTICAST
  if (ip.sysctls['icmp_echo_ignore_all']) return consume(skb, 'icmpEcho', 'nobody: icmp_echo_ignore_all is 1')
  if (toGroup && ip.sysctls['icmp_echo_ignore_broadcasts']) {
    ip.mib.icmp.InErrors++
    return consume(skb, 'icmpEcho', 'nobody: icmp_echo_ignore_broadcasts is 1')
  }
  const saddr = toGroup ? inetSelectAddr(dev, packet.src, 0) : packet.dst
  // Ref: IP4_REPLY_MARK()
  const mark = ip.sysctls['fwmark_reflect'] ? skb.mark : 0
  const route = ipRouteOutput(net, { daddr: packet.src, saddr, tos: packet.tos, oif: 0, mark })
  if (isErrno(route)) return drop(skb, 'icmpReply', 'IP_OUTNOROUTES')
  consume(skb, 'icmpEcho', `icmpReply answers ${formatInet(packet.src)}`)
  icmpXmit(net, skb, route, packet.src, { ...echo, type: ICMP_ECHOREPLY }, packet.tos)
}

function icmpXmit(net: Net, parent: SkBuff, route: OutputRoute, daddr: Inet, icmp: Icmp, tos: number): void {
  const ip = ipv4Of(net)
  ip.ipId = (ip.ipId + 1) & 0xffff
  ip.mib.icmpSent(icmp.type)
  const answer = allocSkb(
    net.stack,
    route.dst.dev,
    {
      kind: 'ipv4',
      tos,
      id: ip.ipId,
      df: false,
      mf: false,
      offset: 0,
      ttl: route.result?.alias.info.metrics?.hoplimit ?? ip.sysctls['ip_default_ttl'] ?? 64,
      protocol: IPPROTO_ICMP,
      src: route.saddr,
      dst: daddr,
      payload: icmp,
    },
    parent,
  )
  answer.sender = null
  answer.iif = null
  answer.dst = route.dst
  if (!isIcmpEcho(icmp)) nfCtAttach(answer, parent)
  traceRoute(answer, daddr, route.dst)
  ipLocalOut(answer)
}

/** An error about something this namespace sent. Ref: icmp_unreach(), icmp_redirect() */
function icmpUnreach(skb: SkBuff, packet: Ipv4, icmp: IcmpError): void {
  const { net } = skb.dev
  const ip = ipv4Of(net)
  const { original } = icmp
  if (icmp.type === ICMP_REDIRECT) {
    consume(skb, 'icmpRedirect', 'the routing table')
    return ipDoRedirect(skb.dev, packet, icmp)
  }
  if (icmp.type === ICMP_DEST_UNREACH && icmp.code === ICMP_FRAG_NEEDED && icmp.info !== 0) {
    ipRtUpdatePmtu(net, original, icmp.info)
  }
  const errno = icmp.type === ICMP_DEST_UNREACH ? (UNREACH_ERRNO[icmp.code] ?? EHOSTUNREACH) : EHOSTUNREACH
  consume(skb, 'icmpUnreach', 'the socket that sent it')
  if (original.protocol === IPPROTO_ICMP) {
    for (const sink of ip.sockets.raw) {
      if (sink.boundAddress !== 0 && sink.boundAddress !== original.src) continue
      sink.icmpError(packet.src, icmp, original, errno)
    }
  }
  if (original.protocol !== IPPROTO_UDP)
    return net.stack.slots.inetProtos.get(original.protocol)?.err(net, icmp, errno)
  const ports = udpPorts(original)
  if (!ports) return
  ip.sockets
    .findUdp(original.dst, ports.dport, original.src, ports.sport)
    ?.icmpError(packet.src, icmp, original, errno)
}

/** Also of a first fragment, which is octets. */
function udpPorts(original: Ipv4): { readonly sport: number; readonly dport: number } | null {
  const { payload } = original
  if (payload.kind === 'udp' || payload.kind === 'vxlan') return payload
  if (payload.kind !== 'octets' || original.offset !== 0 || payload.bytes.length < 4) return null
  return { sport: u16(payload.bytes, 0), dport: u16(payload.bytes, 2) }
}

/** Whether an error may be sent about this packet at all (RFC 1122 §3.2.2). */
function mayComplain(skb: SkBuff, packet: Ipv4): boolean {
  if (skb.pktType !== PACKET_HOST) return false
  if (skb.dst?.type === RTN_BROADCAST || skb.dst?.type === RTN_MULTICAST) return false
  if (packet.offset !== 0) return false
  const { payload } = packet
  return payload.kind !== 'icmp' || isIcmpEcho(payload)
}

/** Sends an ICMP error about `skb`. Ref: __icmp_send() */
export function icmpSend(skb: SkBuff, type: IcmpError['type'], code: number, info: number): void {
  const { packet, dev } = skb
  const { net } = dev
  if (packet.kind !== 'ipv4' || !mayComplain(skb, packet)) return
  const from = errorSource(skb, packet, net)
  const route = ipRouteOutput(net, {
    daddr: packet.src,
    saddr: from,
    tos: packet.tos & 0x1e,
    oif: 0,
    mark: 0,
  })
  if (isErrno(route)) return
  if (!icmpAllow(net, route.dst.dev, packet.src, type, code)) return
  const quoted = Math.min(ipv4Length(packet), ICMP_MAX - IPV4_HEADER - ICMP_HEADER)
  const error: IcmpError = { kind: 'icmp', type, code, info, original: packet, quoted }
  const sent = route.saddr === 0 ? { ...route, saddr: INADDR_DUMMY } : route
  icmpXmit(net, skb, sent, packet.src, error, (packet.tos & 0x1e) | 0xc0)
}

/** The address that was asked, if it is one's own; else what the way back suggests. */
function errorSource(skb: SkBuff, packet: Ipv4, net: Net): Inet {
  if (skb.dst?.type === RTN_LOCAL && inetAddrType(net, packet.dst) === RTN_LOCAL) return packet.dst
  if (ipv4Of(net).sysctls['icmp_errors_use_inbound_ifaddr'] && skb.iif)
    return inetSelectAddr(skb.iif, packet.src, 253)
  return 0
}

/** Rate limits: none on lo; a thousand a second in all, and one a second to a peer after a burst. */
function icmpAllow(net: Net, out: NetDevice, peer: Inet, type: number, code: number): boolean {
  const ip = ipv4Of(net)
  if (out.flags & IFF_LOOPBACK) return true
  if (type === ICMP_DEST_UNREACH && code === ICMP_FRAG_NEEDED) return true
  if (!(((ip.sysctls['icmp_ratemask'] ?? 0) >> type) & 1)) return true
  if (!globalAllow(net)) {
    ip.mib.icmp.OutRateLimitGlobal++
    return false
  }
  const allowed = inetPeerXrlimAllow(net, peer, ip.sysctls['icmp_ratelimit'] ?? 1000)
  if (!allowed) ip.mib.icmp.OutRateLimitHost++
  return allowed
}

/** Ref: icmp_global_allow() */
function globalAllow(net: Net): boolean {
  const ip = ipv4Of(net)
  const { now } = net.stack.clock
  const credit = ip.icmpCredit
  const burst = ip.sysctls['icmp_msgs_burst'] ?? 50
  credit.tokens = Math.min(
    burst,
    credit.tokens + ((now - credit.last) / SECOND) * (ip.sysctls['icmp_msgs_per_sec'] ?? 1000),
  )
  credit.last = now
  if (credit.tokens < 1) return false
  credit.tokens--
  return true
}

/** The next hop did not answer. Ref: net/ipv4/route.c:ipv4_link_failure() */
export function ipv4LinkFailure(skb: SkBuff): void {
  if (skb.packet.kind !== 'ipv4') return
  icmpSend(skb, ICMP_DEST_UNREACH, 1, 0)
}

icmpHook.send = icmpSend
