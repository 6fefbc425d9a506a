// ICMPv6: answering echoes, sending and taking errors (RFC 4443). Ref: net/ipv6/icmp.c
import { SECOND } from '../../sim/clock.ts'
import {
  EACCES,
  ECONNREFUSED,
  EHOSTUNREACH,
  EMSGSIZE,
  ENETUNREACH,
  EPROTO,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  ICMPV6_DEST_UNREACH,
  ICMPV6_ECHO_REPLY,
  ICMPV6_HEADER,
  ICMPV6_PARAMPROB,
  ICMPV6_PKT_TOOBIG,
  isIcmp6Echo,
  isIcmp6Error,
  type Icmp6,
  type Icmp6Echo,
  type Icmp6Error,
} from '../../wire/icmp6.ts'
import { formatInet6, IN6ADDR_ANY, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_UDP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6, IPV6_HEADER, IPV6_MIN_MTU, ipv6Length, type Ipv6 } from '../../wire/ipv6.ts'
import {
  NDISC_NEIGHBOUR_ADVERTISEMENT,
  NDISC_NEIGHBOUR_SOLICITATION,
  NDISC_REDIRECT,
  NDISC_ROUTER_SOLICITATION,
} from '../../wire/ndisc.ts'
import { u16, u8 } from '../../wire/octets.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { PACKET_HOST, type SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop, step } from '../core/trace.ts'
import { nfCtAttach } from '../netfilter/core.ts'
import { needsScopeId } from './addr_type.ts'
import { ipv6ChkAcastAddr } from './anycast.ts'
import { flowLabel } from './flow_label.ts'
import { inet6Dev } from './inet6_dev.ts'
import { inetPeer6XrlimAllow } from './inetpeer.ts'
import { icmp6Hook, ip6LocalOut } from './ip6_output.ts'
import { ipv6ChkAddr } from './locals.ts'
import { ndiscRecvNa, ndiscRecvNs, ndiscRecvRs } from './ndisc.ts'
import { redirectRcv } from './ndisc_redirect.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { ip6RouteOutput, traceRoute6, type OutputRoute6 } from './route.ts'
import { updatePmtu } from './route_update.ts'

/** What each code of destination unreachable means to a socket. Ref: tab_unreach */
const UNREACH_ERRNO: readonly Errno[] = [
  ENETUNREACH,
  EACCES,
  EHOSTUNREACH,
  EHOSTUNREACH,
  ECONNREFUSED,
  EACCES,
  EACCES,
]

/** Ref: icmpv6_err_convert() */
export function icmp6Errno(type: number, code: number): Errno {
  if (type === ICMPV6_DEST_UNREACH) return UNREACH_ERRNO[code] ?? EPROTO
  if (type === ICMPV6_PKT_TOOBIG) return EMSGSIZE
  return type === ICMPV6_PARAMPROB ? EPROTO : EHOSTUNREACH
}

/** Ref: icmpv6_rcv() */
export function icmpv6Rcv(skb: SkBuff, packet: Ipv6): void {
  step(skb, 'icmpv6Rcv')
  const icmp = packet.payload
  rawDeliver(skb, packet)
  if (icmp.kind !== 'icmp6') return drop(skb, 'icmpv6Rcv', 'ICMP_CSUM')
  if (isIcmp6Echo(icmp)) {
    if (icmp.type === ICMPV6_ECHO_REPLY) return consume(skb, 'icmpv6Rcv', 'ping')
    return icmpv6EchoReply(skb, packet, icmp)
  }
  if (isIcmp6Error(icmp)) return icmpv6Notify(skb, packet, icmp)
  // Discovery comes from the link itself: no router has passed it on (RFC 4861 §6.1.1).
  if ('options' in icmp && packet.hopLimit !== 255) return drop(skb, 'ndiscRcv', 'INVALID_PROTO')
  switch (icmp.type) {
    case NDISC_NEIGHBOUR_SOLICITATION:
      return ndiscRecvNs(skb, packet, icmp)
    case NDISC_NEIGHBOUR_ADVERTISEMENT:
      return ndiscRecvNa(skb, packet, icmp)
    case NDISC_ROUTER_SOLICITATION:
      return ndiscRecvRs(skb, packet, icmp)
    case NDISC_REDIRECT:
      return redirectRcv(skb, packet, icmp)
    default:
      return consume(skb, 'icmpv6Rcv', 'nobody: no such listener')
  }
}

/** Every raw ICMPv6 socket sees the packet. Ref: net/ipv6/raw.c:raw6_local_deliver() */
function rawDeliver(skb: SkBuff, packet: Ipv6): void {
  for (const sink of ipv6Of(skb.dev.net).sockets.raw) {
    if (sink.boundAddress !== 0n && sink.boundAddress !== packet.dst && !isMulticast6(packet.dst)) continue
    if (sink.connectedTo !== 0n && sink.connectedTo !== packet.src) continue
    if (sink.boundIndex !== 0 && sink.boundIndex !== incoming(skb).index) continue
    sink.receive(packet, skb)
  }
}

/** What comes by lo counts as come by the device whose address it is for. Ref: icmp6_iif() */
export function incoming(skb: SkBuff): NetDevice {
  return skb.dst6?.egress ?? skb.dev
}

/** Ref: icmpv6_echo_reply() */
function icmpv6EchoReply(skb: SkBuff, packet: Ipv6, echo: Icmp6Echo): void {
  const { net } = skb.dev
  const { sysctls } = ipv6Of(net)
  const group = isMulticast6(packet.dst)
  const device = inet6Dev(incoming(skb))
  const anycast = device !== null && ipv6ChkAcastAddr(device, packet.dst)
  if (sysctls['icmp/echo_ignore_all']) return consume(skb, 'icmpv6EchoReply', 'nobody: echo_ignore_all is 1')
  if (group && sysctls['icmp/echo_ignore_multicast']) {
    return consume(skb, 'icmpv6EchoReply', 'nobody: echo_ignore_multicast is 1')
  }
  if (anycast && sysctls['icmp/echo_ignore_anycast']) {
    return consume(skb, 'icmpv6EchoReply', 'nobody: echo_ignore_anycast is 1')
  }
  const unicast = !group && (!anycast || sysctls['anycast_src_echo_reply'] === 1)
  const oif = needsScopeId(packet.src) || group ? incoming(skb).index : 0
  const saddr = unicast ? packet.dst : IN6ADDR_ANY
  const route = ip6RouteOutput(net, { daddr: packet.src, saddr, oif, mark: 0 })
  if (isErrno(route)) return drop(skb, 'icmpv6EchoReply', 'IP_OUTNOROUTES')
  consume(skb, 'icmpv6EchoReply', `icmpv6EchoReply answers ${formatInet6(packet.src)}`)
  icmpXmit(net, skb, route, packet.src, { ...echo, type: ICMPV6_ECHO_REPLY }, packet.tclass)
}

function icmpXmit(
  net: Net,
  parent: SkBuff,
  route: OutputRoute6,
  daddr: Inet6,
  icmp: Icmp6,
  tclass: number,
): void {
  const { dst, saddr } = route
  const answer = allocSkb(
    net.stack,
    dst.dev,
    {
      kind: 'ipv6',
      tclass,
      flowLabel: flowLabel(net, saddr, daddr, IPPROTO_ICMPV6),
      hopLimit: inet6Dev(dst.egress)?.conf.hop_limit ?? 64,
      src: saddr,
      dst: daddr,
      routerAlert: false,
      fragment: null,
      nextHeader: IPPROTO_ICMPV6,
      payload: icmp,
    },
    parent,
  )
  answer.sender = null
  answer.iif = null
  answer.dst6 = dst
  if (isIcmp6Error(icmp)) nfCtAttach(answer, parent)
  traceRoute6(answer, daddr, dst)
  ip6LocalOut(answer)
}

/** An error about something this namespace sent. Ref: icmpv6_notify() */
function icmpv6Notify(skb: SkBuff, packet: Ipv6, icmp: Icmp6Error): void {
  const { net } = skb.dev
  const { sockets } = ipv6Of(net)
  const { original } = icmp
  if (icmp.type === ICMPV6_PKT_TOOBIG) updatePmtu(net, original, icmp.info, skb.dev)
  const errno = icmp6Errno(icmp.type, icmp.code)
  consume(skb, 'icmpv6Notify', 'the socket that sent it')
  if (original.nextHeader === IPPROTO_ICMPV6) {
    for (const sink of sockets.raw) {
      if (sink.boundAddress !== 0n && sink.boundAddress !== original.src) continue
      sink.icmpError(packet.src, icmp, original, errno, skb)
    }
  }
  if (original.nextHeader !== IPPROTO_UDP)
    return net.stack.slots.inet6Protos.get(original.nextHeader)?.err(net, icmp, errno)
  const ports = portsOf(original)
  if (!ports) return
  sockets
    .findUdp(original.dst, ports.dport, original.src, ports.sport, incoming(skb).index)
    ?.icmpError(packet.src, icmp, original, errno, skb)
}

/** Also of a first fragment, which is octets. */
function portsOf(original: Ipv6): { readonly sport: number; readonly dport: number } | null {
  const { payload, fragment } = original
  if (payload.kind === 'udp' || payload.kind === 'tcp') return payload
  if (payload.kind !== 'octets' || (fragment?.offset ?? 0) !== 0 || payload.bytes.length < 4) return null
  return { sport: u16(payload.bytes, 0), dport: u16(payload.bytes, 2) }
}

/** An error is never answered, nor what is no request. Ref: is_ineligible() */
function isIneligible({ payload, nextHeader }: Ipv6): boolean {
  if (nextHeader !== IPPROTO_ICMPV6) return false
  if (payload.kind === 'icmp6') return isIcmp6Error(payload)
  return payload.kind === 'octets' && u8(payload.bytes, 0) < 128
}

/** Sends an ICMPv6 error about `skb`. Ref: icmp6_send() */
export function icmpv6Send(skb: SkBuff, type: Icmp6Error['type'], code: number, info: number): void {
  const { packet, dev } = skb
  const { net } = dev
  if (packet.kind !== 'ipv6') return
  const toGroup = isMulticast6(packet.dst) || skb.pktType !== PACKET_HOST
  if (toGroup && type !== ICMPV6_PKT_TOOBIG) return
  if (packet.src === IN6ADDR_ANY || isMulticast6(packet.src) || isIneligible(packet)) return
  if (!(dev.flags & IFF_LOOPBACK) && !globalAllow(net, type)) return
  const mine = !toGroup && ipv6ChkAddr(net, packet.dst, null)
  const oif = needsScopeId(packet.src) ? (skb.iif ?? dev).index : 0
  const route = ip6RouteOutput(net, { daddr: packet.src, saddr: mine ? packet.dst : 0n, oif, mark: 0 })
  if (isErrno(route)) return
  if (!xrlimAllow(net, route, packet.src, type)) return
  const quoted = Math.min(ipv6Length(packet), IPV6_MIN_MTU - IPV6_HEADER - ICMPV6_HEADER)
  const error: Icmp6Error = { kind: 'icmp6', type, code, info, original: packet, quoted }
  icmpXmit(net, skb, route, packet.src, error, 0)
}

/** "Packet too big" is not limited (net.ipv6.icmp.ratemask). */
function limited(type: number): boolean {
  return type !== ICMPV6_PKT_TOOBIG
}

/** A thousand a second in all. Ref: icmpv6_global_allow() */
function globalAllow(net: Net, type: number): boolean {
  if (!limited(type)) return true
  const { now } = net.stack.clock
  const credit = ipv6Of(net).icmpCredit
  credit.tokens = Math.min(50, credit.tokens + ((now - credit.last) / SECOND) * 1000)
  credit.last = now
  if (credit.tokens < 1) return false
  credit.tokens--
  return true
}

/** The wider the route's prefix, the more. Ref: icmpv6_xrlim_allow() */
function xrlimAllow(net: Net, { dst }: OutputRoute6, peer: Inet6, type: number): boolean {
  if (!limited(type) || dst.dev.flags & IFF_LOOPBACK) return true
  const limit = ipv6Of(net).sysctls['icmp/ratelimit'] ?? 100
  const timeout = dst.length < 128 ? limit >> ((128 - dst.length) >> 5) : limit
  return inetPeer6XrlimAllow(net, peer, timeout)
}

icmp6Hook.send = icmpv6Send
