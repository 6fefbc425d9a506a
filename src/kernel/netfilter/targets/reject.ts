// Drops the packet and says so to its sender: by an ICMP error, or by a reset of the connection.
// Ref: net/ipv4/netfilter/ipt_REJECT.c, nf_reject_ipv4.c
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtReject } from '../../../uapi/xt_target.ts'
import {
  ICMP_DEST_UNREACH,
  ICMP_HOST_ANO,
  ICMP_HOST_UNREACH,
  ICMP_NET_ANO,
  ICMP_NET_UNREACH,
  ICMP_PKT_FILTERED,
  ICMP_PORT_UNREACH,
  ICMP_PROT_UNREACH,
} from '../../../wire/icmp.ts'
import {
  ICMPV6_ADDR_UNREACH,
  ICMPV6_ADM_PROHIBITED,
  ICMPV6_DEST_UNREACH,
  ICMPV6_NOROUTE,
  ICMPV6_PORT_UNREACH,
} from '../../../wire/icmp6.ts'
import { IPPROTO_TCP, type Ipv4 } from '../../../wire/ipv4.ts'
import type { Ipv6 } from '../../../wire/ipv6.ts'
import { TCP_ACK, TCP_RST, tcpEndSeq, type Tcp } from '../../../wire/tcp.ts'
import { RTN_BROADCAST, RTN_MULTICAST } from '../../../uapi/rtnetlink.ts'
import { refuse, type Net } from '../../core/net.ts'
import { NF_DROP, type NfHookState } from '../../core/nf_hooks.ts'
import type { SkBuff } from '../../core/skb.ts'
import { allocSkb, drop } from '../../core/trace.ts'
import { icmpSend } from '../../ipv4/icmp.ts'
import { ipLocalOut } from '../../ipv4/ip_output.ts'
import { ipRouteMeHarder } from '../../ipv4/netfilter.ts'
import { ipv4Of } from '../../ipv4/netns_ipv4.ts'
import { icmpv6Send } from '../../ipv6/icmp.ts'
import { ip6LocalOut } from '../../ipv6/ip6_output.ts'
import { ip6RouteMeHarder } from '../../ipv6/netfilter.ts'
import { nfCtAttach } from '../core.ts'
import type { XtTargetExtension, XtTargetFn } from '../x_tables.ts'

/** Codes of destination unreachable by the names that iptables has for them. */
const CODES: Readonly<Record<string, number>> = {
  'icmp-net-unreachable': ICMP_NET_UNREACH,
  'icmp-host-unreachable': ICMP_HOST_UNREACH,
  'icmp-proto-unreachable': ICMP_PROT_UNREACH,
  'icmp-port-unreachable': ICMP_PORT_UNREACH,
  'icmp-net-prohibited': ICMP_NET_ANO,
  'icmp-host-prohibited': ICMP_HOST_ANO,
  'icmp-admin-prohibited': ICMP_PKT_FILTERED,
}

/** Of ICMPv6. Ref: net/ipv6/netfilter/ip6t_REJECT.c */
const CODES6: Readonly<Record<string, number>> = {
  'icmp6-no-route': ICMPV6_NOROUTE,
  'icmp6-adm-prohibited': ICMPV6_ADM_PROHIBITED,
  'icmp6-addr-unreachable': ICMPV6_ADDR_UNREACH,
  'icmp6-port-unreachable': ICMPV6_PORT_UNREACH,
  'icmp6-policy-fail': 5,
  'icmp6-reject-route': 6,
}

const RESET = 'tcp-reset'

/** Ref: nf_send_unreach(), nf_send_unreach6() */
function sendUnreach(skb: SkBuff, code: number): void {
  if (skb.packet.kind === 'ipv6') icmpv6Send(skb, ICMPV6_DEST_UNREACH, code, 0)
  else icmpSend(skb, ICMP_DEST_UNREACH, code, 0)
}

/** The answer to a segment that nobody wants (RFC 9293 §3.5.2). Ref: nf_reject_ip_tcphdr_put() */
function resetOf(tcp: Tcp): Tcp {
  const { sport, dport, flags, ack } = tcp
  const acked = (flags & TCP_ACK) !== 0
  return {
    kind: 'tcp',
    sport: dport,
    dport: sport,
    seq: acked ? ack : 0,
    ack: acked ? 0 : tcpEndSeq(tcp),
    flags: acked ? TCP_RST : TCP_RST | TCP_ACK,
    window: 0,
    urgent: 0,
    options: [],
    data: new Uint8Array(0),
  }
}

/** Ref: nf_send_reset(), nf_send_reset6() */
function sendReset(skb: SkBuff, { net }: NfHookState): void {
  const { packet, dst, dst6 } = skb
  if (packet.kind !== 'ipv4' && packet.kind !== 'ipv6') return
  if (packet.payload.kind !== 'tcp' || packet.payload.flags & TCP_RST) return
  const type = dst6?.type ?? dst?.type
  if (type === RTN_BROADCAST || type === RTN_MULTICAST) return
  const tcp = resetOf(packet.payload)
  const answer = packet.kind === 'ipv4' ? reset4(net, packet, tcp) : reset6(packet, tcp)
  const reset = allocSkb(net.stack, skb.dev, answer, skb)
  reset.mark = 0
  reset.sender = null
  reset.iif = null
  nfCtAttach(reset, skb)
  const v4 = answer.kind === 'ipv4'
  if (v4 ? ipRouteMeHarder(reset, answer) : ip6RouteMeHarder(reset, answer)) {
    return drop(reset, 'nfSendReset', 'IP_OUTNOROUTES')
  }
  if (v4) ipLocalOut(reset)
  else ip6LocalOut(reset)
}

function reset4(net: Net, packet: Ipv4, payload: Tcp): Ipv4 {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 0,
    df: true,
    mf: false,
    offset: 0,
    ttl: ipv4Of(net).sysctls['ip_default_ttl'] ?? 64,
    protocol: IPPROTO_TCP,
    src: packet.dst,
    dst: packet.src,
    payload,
  }
}

function reset6(packet: Ipv6, payload: Tcp): Ipv6 {
  return {
    kind: 'ipv6',
    tclass: 0,
    flowLabel: 0,
    hopLimit: 64,
    src: packet.dst,
    dst: packet.src,
    routerAlert: false,
    fragment: null,
    nextHeader: IPPROTO_TCP,
    payload,
  }
}

export const rejectTarget: XtTargetExtension<XtReject> = {
  name: 'REJECT',
  tables: ['filter'],
  hooks: ['INPUT', 'FORWARD', 'OUTPUT'],
  check: ({ with: type }, { family, rule: { protocol } }) => {
    if (type === RESET) return protocol?.number === IPPROTO_TCP && !protocol.invert ? null : refuse(EINVAL)
    return (family === 'ip' ? CODES : CODES6)[type] === undefined ? refuse(EINVAL) : null
  },
  compile: ({ with: type }): XtTargetFn => {
    if (type === RESET) {
      return (skb, state) => {
        sendReset(skb, state)
        return NF_DROP
      }
    }
    const code = CODES[type] ?? CODES6[type] ?? ICMP_PORT_UNREACH
    return (skb) => {
      sendUnreach(skb, code)
      return NF_DROP
    }
  },
  words: ({ with: type }) => `--reject-with ${type}`,
}
