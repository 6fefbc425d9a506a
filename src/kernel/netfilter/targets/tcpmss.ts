// Makes the greatest segment that a SYN asks for smaller, so that a path carries it. Ref: net/netfilter/xt_TCPMSS.c
import { EINVAL, isErrno } from '../../../uapi/errno.ts'
import type { NftHook } from '../../../uapi/netfilter.ts'
import type { XtTcpmssTarget } from '../../../uapi/xt_target.ts'
import type { Packet } from '../../../wire/ethernet.ts'
import { IPPROTO_TCP, IPV4_HEADER, type Ipv4 } from '../../../wire/ipv4.ts'
import { IPV6_HEADER, type Ipv6 } from '../../../wire/ipv6.ts'
import { TCP_HEADER, tcpHeaderLength, type Tcp, type TcpOption } from '../../../wire/tcp.ts'
import { refuse } from '../../core/net.ts'
import { NF_DROP } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { ipRouteOutput } from '../../ipv4/route.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

/** What every host takes (RFC 9293 §3.7.1), and the greatest that IPv6 need not cut. */
const DEFAULT_MSS_4 = 536
const DEFAULT_MSS_6 = 1220
/** Octets of a header with all the options it can have. */
const LONGEST_HEADER = 60

const ON_THE_WAY_OUT: ReadonlySet<NftHook> = new Set(['FORWARD', 'OUTPUT', 'POSTROUTING'])

/** Null: the packet cannot be understood. */
function wantedMss(target: XtTcpmssTarget, skb: SkBuff, header: number): number | null {
  if (target.mss !== null) return target.mss
  const mtu = Math.min(skb.dst?.mtu ?? 0, reverseMtu(skb))
  return mtu <= header + TCP_HEADER ? null : mtu - header - TCP_HEADER
}

/** Of the way back; Infinity when there is none. Ref: tcpmss_reverse_mtu() */
function reverseMtu({ packet, dev }: SkBuff): number {
  if (packet.kind !== 'ipv4') return Infinity
  const flow = { daddr: packet.src, saddr: 0, tos: 0, oif: 0, mark: 0 }
  const route = ipRouteOutput(dev.net, flow)
  return isErrno(route) ? Infinity : route.dst.mtu
}

/** Null: it stays as it is. Ref: tcpmss_mangle_packet() */
function mangled(tcp: Tcp, mss: number, fallback: number): Tcp | null {
  const found = tcp.options.find((option) => option.kind === 'mss')
  if (found?.kind === 'mss') {
    if (found.value <= mss) return null
    const options = tcp.options.map((option) => (option === found ? { ...found, value: mss } : option))
    return { ...tcp, options }
  }
  if (tcp.data.length > 0 || tcpHeaderLength(tcp) + 4 > LONGEST_HEADER) return null
  // A SYN without the option means the least that every host takes: never more than that.
  const value = Math.min(mss, fallback)
  const option: TcpOption = { kind: 'mss', value }
  return { ...tcp, options: [option, ...tcp.options] }
}

function withTcp(packet: Ipv4 | Ipv6, payload: Tcp): Packet {
  return packet.kind === 'ipv4' ? { ...packet, payload } : { ...packet, payload }
}

export const tcpmssTarget: XtTargetExtension<XtTcpmssTarget> = {
  name: 'TCPMSS',
  protocol: IPPROTO_TCP,
  check: ({ mss }, { hook }) => (mss === null && hook && !ON_THE_WAY_OUT.has(hook) ? refuse(EINVAL) : null),
  compile: (target) => (skb) => {
    const { packet } = skb
    if (packet.kind !== 'ipv4' && packet.kind !== 'ipv6') return XT_CONTINUE
    if (packet.payload.kind !== 'tcp') return XT_CONTINUE
    const v4 = packet.kind === 'ipv4'
    const mss = wantedMss(target, skb, v4 ? IPV4_HEADER : IPV6_HEADER)
    if (mss === null) return NF_DROP
    const tcp = mangled(packet.payload, mss, v4 ? DEFAULT_MSS_4 : DEFAULT_MSS_6)
    if (tcp) skb.packet = withTcp(packet, tcp)
    return XT_CONTINUE
  },
  words: ({ mss }) => (mss === null ? '--clamp-mss-to-pmtu' : `--set-mss ${mss}`),
}
