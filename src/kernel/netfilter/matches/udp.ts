// Ports of UDP. Ref: net/netfilter/xt_tcpudp.c:udp_mt()
import type { XtUdp } from '../../../uapi/xt_match.ts'
import { IPPROTO_UDP } from '../../../wire/ipv4.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { portsMatch, portsMiss } from './ports.ts'

export const udpMatch: XtMatchExtension<XtUdp> = {
  name: 'udp',
  protocol: IPPROTO_UDP,
  compile: (match) => (skb) => portsMatch(match, skb),
  why: (match, skb) => portsMiss(match, skb) ?? { option: '-m udp', wanted: 'a UDP header', found: 'none' },
}
