// Names of IP protocols as `ip` reads and writes them. Ref: iproute2 lib/inet_proto.c
import { parseUnsigned } from './utils.ts'

/** As /etc/protocols has them, of those that rules and routes are asked about. */
const PROTOCOLS: readonly (readonly [number, string])[] = [
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipencap'],
  [6, 'tcp'],
  [8, 'egp'],
  [17, 'udp'],
  [33, 'dccp'],
  [41, 'ipv6'],
  [46, 'rsvp'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'ipv6-icmp'],
  [88, 'eigrp'],
  [89, 'ospf'],
  [103, 'pim'],
  [112, 'vrrp'],
  [115, 'l2tp'],
  [132, 'sctp'],
  [136, 'udplite'],
  [137, 'mpls-in-ip'],
]

export function ipProtoName(number: number): string {
  for (const [known, name] of PROTOCOLS) if (known === number) return name
  return `ipproto-${number}`
}

export function parseIpProto(word: string): number | null {
  const number = parseUnsigned(word, 255)
  if (number !== null) return number
  for (const [known, name] of PROTOCOLS) if (name === word) return known
  return null
}
