// Frames for tests of this folder: what hosts 10.0.0.1 and 10.0.0.2 of one link say.
import { ARP_REQUEST } from '../../wire/arp.ts'
import { ETH_P_ARP, ETH_P_IP, ETH_P_IPV6, type Frame } from '../../wire/ethernet.ts'
import type { Ipv4, Ipv4Payload } from '../../wire/ipv4.ts'
import { MAC_BROADCAST } from '../../wire/mac.ts'

const ENDS = { src: 0x020000000001, dst: 0x020000000002 }

function ip(protocol: number, payload: Ipv4Payload, dst = 0x0a000002): Frame {
  const packet: Ipv4 = {
    kind: 'ipv4',
    tos: 0,
    id: 7,
    df: true,
    mf: false,
    offset: 0,
    ttl: 64,
    protocol,
    src: 0x0a000001,
    dst,
    payload,
  }
  return { ...ENDS, etherType: ETH_P_IP, packet }
}

export const arpRequest: Frame = {
  src: ENDS.src,
  dst: MAC_BROADCAST,
  etherType: ETH_P_ARP,
  packet: { kind: 'arp', op: ARP_REQUEST, sha: ENDS.src, spa: 0x0a000001, tha: 0, tpa: 0x0a000002 },
}

function icmpTo(dst: number): Frame {
  return ip(1, { kind: 'icmp', type: 8, code: 0, id: 1, seq: 1, data: new Uint8Array(56) }, dst)
}

export const echo: Frame = icmpTo(0x0a000002)

export const syn: Frame = ip(6, {
  kind: 'tcp',
  sport: 40000,
  dport: 80,
  seq: 1000,
  ack: 0,
  flags: 0x02,
  window: 64240,
  urgent: 0,
  options: [{ kind: 'mss', value: 1460 }],
  data: new Uint8Array(),
})

export function udpTo(dport: number): Frame {
  return ip(17, { kind: 'udp', sport: 40000, dport, data: Uint8Array.of(104, 105, 10) })
}

export const echo6: Frame = {
  ...ENDS,
  etherType: ETH_P_IPV6,
  packet: {
    kind: 'ipv6',
    tclass: 0,
    flowLabel: 0,
    hopLimit: 64,
    src: 0xfd000000000000000000000000000001n,
    dst: 0xfd000000000000000000000000000002n,
    routerAlert: false,
    fragment: null,
    nextHeader: 58,
    payload: { kind: 'icmp6', type: 128, code: 0, id: 1, seq: 1, data: new Uint8Array(56) },
  },
}

export const tagged: Frame = {
  ...icmpTo(0x0a0a0002),
  vlan: { proto: 0x8100, id: 10, prio: 0, dei: false, inner: null },
}
