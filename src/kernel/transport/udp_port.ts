// Ports of UDP: one space for both families. Ref: net/ipv4/udp.c:udp_lib_get_port(), net/ipv4/inet_connection_sock.c
import { EADDRINUSE, EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import { isMapped, unmapped, type Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../core/net.ts'
import type { UdpSink } from '../ipv4/socket_table.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'

/** What decides whether two sockets may have the same port. */
interface PortHolder {
  readonly boundAddress: Inet | Inet6
  /** IPv6 only: of a socket of IPv4 false. */
  readonly v6only: boolean
  /** 0: any device. */
  readonly boundIndex: number
  readonly reuseaddr: boolean
  readonly reuseport: boolean
}

/** Finds a free port, or checks the wanted one. */
export function udpGetPort(net: Net, holder: PortHolder, wanted: number): number | Errno {
  if (wanted !== 0) return inUse(net, holder, wanted) ? EADDRINUSE : wanted
  const [first, last] = ipv4Of(net).portRange
  const span = last - first + 1
  const start = net.stack.random.below(span)
  for (let i = 0; i < span; i++) {
    const port = first + ((start + i) % span)
    if (!ipv4Of(net).sockets.udp.has(port) && !ipv6Of(net).sockets.udp.has(port)) return port
  }
  return EAGAIN
}

/** Ref: udp_lib_lport_inuse() */
function inUse(net: Net, holder: PortHolder, port: number): boolean {
  for (const sink of ipv4Of(net).sockets.udp.get(port) ?? [])
    if (!sink.mapped && conflict(holder, inetHolder(net, sink))) return true
  for (const sink of ipv6Of(net).sockets.udp.get(port) ?? []) if (conflict(holder, sink)) return true
  return false
}

function inetHolder(net: Net, sink: UdpSink): PortHolder {
  const { boundAddress, boundDevice, reuseaddr, reuseport } = sink
  const boundIndex = net.byName.get(boundDevice ?? '')?.index ?? 0
  return { boundAddress, v6only: false, boundIndex, reuseaddr, reuseport }
}

function conflict(a: PortHolder, b: PortHolder): boolean {
  if (a.boundIndex !== 0 && b.boundIndex !== 0 && a.boundIndex !== b.boundIndex) return false
  if (!overlap(a, b)) return false
  return !((a.reuseaddr && b.reuseaddr) || (a.reuseport && b.reuseport))
}

/** Whether two bound addresses share one. Ref: inet_rcv_saddr_equal() */
function overlap(a: PortHolder, b: PortHolder): boolean {
  const one = inetOf(a.boundAddress)
  const other = inetOf(b.boundAddress)
  if (typeof one === 'number' && typeof other === 'number') return one === other || one === 0 || other === 0
  if (typeof one === 'bigint' && typeof other === 'bigint') return one === other || one === 0n || other === 0n
  return typeof one === 'bigint' ? one === 0n && !a.v6only : other === 0n && !b.v6only
}

function inetOf(address: Inet | Inet6): Inet | Inet6 {
  return typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address
}
