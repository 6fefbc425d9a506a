// Sockets that the first lab has no use for: ICMPv6, UDP over IPv6, and frames as they are.
import type { KernelModule } from '../core/module.ts'
import { PacketSock } from './packet.ts'
import { RawSocket6 } from './raw6.ts'
import { UdpSock6 } from './udp6.ts'

export const socketsModule: KernelModule = {
  name: 'sockets',
  init({ slots }) {
    slots.sockets = {
      icmp6: (net) => new RawSocket6(net),
      udp6: (net) => new UdpSock6(net),
      packet: (net) => new PacketSock(net),
    }
  },
}
