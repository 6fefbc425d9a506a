import type { Hop } from '../../store/lab.ts'

const COLOURS: Readonly<Record<Hop['protocol'], string>> = {
  ARP: 'var(--arp)',
  ICMP: 'var(--icmp)',
  TCP: 'var(--tcp)',
  UDP: 'var(--udp)',
  VXLAN: 'var(--udp)',
  IGMP: 'var(--icmp)',
  STP: 'var(--bridge)',
  IPv6: 'var(--bridge)',
  other: 'var(--muted)',
}

/** The colour that goes with a protocol's word. */
export function protocolColour(protocol: Hop['protocol']): string {
  return COLOURS[protocol]
}
