// What raw and UDP sockets of IPv6 share: binding, connecting, sending, errors. Ref: net/ipv6/datagram.c, ip6_output.c
import {
  EADDRNOTAVAIL,
  EDESTADDRREQ,
  EINVAL,
  EMSGSIZE,
  ENODEV,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import type { SocketOptions } from '../../uapi/socket.ts'
import type { Inet6Address, SocketError6 } from '../../uapi/socket6.ts'
import { WaitQueue } from '../../sim/wait.ts'
import { IN6ADDR_LOOPBACK, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { IPV6_HEADER, IPV6_MAX_PAYLOAD, ipv6Length, type Ipv6, type Ipv6Payload } from '../../wire/ipv6.ts'
import { neighConfirm } from '../core/neighbour.ts'
import type { Net } from '../core/net.ts'
import type { Sender } from '../core/skb.ts'
import { allocSkb } from '../core/trace.ts'
import { needsScopeId } from '../ipv6/addr_type.ts'
import { flowLabel } from '../ipv6/flow_label.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { ip6LocalOut } from '../ipv6/ip6_output.ts'
import { ipv6ChkAddr } from '../ipv6/locals.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'
import { ip6RouteOutput, traceRoute6, type OutputRoute6 } from '../ipv6/route.ts'
import { defaultOptions } from './datagram.ts'
import { dataReady } from './ready.ts'

/** Errors a socket keeps for its reader. */
const MOST_ERRORS = 64

export class Datagram6 extends WaitQueue implements Sender {
  readonly net: Net
  readonly options: SocketOptions = defaultOptions()
  /** Of the packet being sent: set by drop() before sendto returns. */
  error: Errno | null = null
  boundAddress: Inet6 = 0n
  remoteAddress: Inet6 = 0n
  remotePort = 0
  source: Inet6 = 0n
  /** Of the link-local address it is bound or connected to; 0: none. */
  #scope = 0
  readonly #errors: SocketError6[] = []
  /** Number of its inode; 0 once it is closed. */
  inode: number

  constructor(net: Net) {
    super()
    this.net = net
    this.inode = net.stack.nextSocketInode()
  }

  /** Index of the device it is bound to; 0: none. */
  get boundIndex(): number {
    const { bindToDevice } = this.options
    return bindToDevice === null ? this.#scope : (this.net.byName.get(bindToDevice)?.index ?? 0)
  }

  /** Ref: inet6_bind() */
  protected bindAddress({ address, scope }: Inet6Address): Errno | null {
    if (needsScopeId(address)) {
      if (scope !== 0) this.#scope = scope
      if (this.boundIndex === 0) return EINVAL
      if (!this.net.devices.has(this.boundIndex)) return ENODEV
    }
    const dev = this.net.devices.get(this.boundIndex) ?? null
    const mine = address === 0n || isMulticast6(address) || ipv6ChkAddr(this.net, address, dev)
    if (!mine && !ipv6Of(this.net).sysctls['ip_nonlocal_bind']) return EADDRNOTAVAIL
    this.boundAddress = address
    this.source = isMulticast6(address) ? 0n : address
    return null
  }

  /** Ref: __ip6_datagram_connect() */
  protected connectTo(remote: Inet6Address): Errno | null {
    const address = remote.address === 0n ? IN6ADDR_LOOPBACK : remote.address
    if (needsScopeId(address) && remote.scope !== 0) this.#scope = remote.scope
    if (needsScopeId(address) && this.boundIndex === 0) return EINVAL
    const route = this.route(address, remote.scope)
    if (isErrno(route)) return route
    if (this.source === 0n) this.source = route.saddr
    this.remoteAddress = address
    this.remotePort = remote.port
    return null
  }

  private route(daddr: Inet6, scope: number): OutputRoute6 | Errno {
    const bound = this.boundIndex
    const oif = bound || (needsScopeId(daddr) ? scope : 0)
    const { mark } = this.options
    return ip6RouteOutput(this.net, { daddr, saddr: this.source, oif, mark, bound: bound !== 0 })
  }

  /** Builds a packet round `payload` and sends it. Ref: rawv6_sendmsg(), udpv6_sendmsg(), ip6_make_skb() */
  protected send(
    remote: Inet6Address,
    nextHeader: number,
    payload: Ipv6Payload,
    confirm = false,
  ): Errno | null {
    const to = remote.address || this.remoteAddress
    if (to === 0n && remote.port === 0 && nextHeader === 17) return EDESTADDRREQ
    const daddr = to || IN6ADDR_LOOPBACK
    const route = this.route(daddr, remote.scope)
    if (isErrno(route)) return route
    const { dst, saddr } = route
    const { options } = this
    const ip6 = ipv6Of(this.net)
    if (confirm) neighConfirm(ip6.ndisc.lookup(dst.nexthop, dst.dev))
    const hops = inet6Dev(dst.egress)?.conf.hop_limit ?? 64
    const packet: Ipv6 = {
      kind: 'ipv6',
      tclass: options.tos ?? 0,
      flowLabel: flowLabel(this.net, saddr, daddr, nextHeader),
      hopLimit: isMulticast6(daddr) ? options.multicastTtl : (options.ttl ?? (route.route.hopLimit || hops)),
      src: saddr,
      dst: daddr,
      routerAlert: false,
      fragment: null,
      nextHeader,
      payload,
    }
    const length = ipv6Length(packet)
    if (length - IPV6_HEADER > IPV6_MAX_PAYLOAD) return this.tooBig(packet, dst.mtu)
    if (length > dst.mtu && options.pmtudisc === 'do') return this.tooBig(packet, dst.mtu)
    const skb = allocSkb(this.net.stack, dst.dev, packet, null)
    skb.dst6 = dst
    skb.mark = options.mark
    skb.sender = this
    traceRoute6(skb, daddr, dst)
    this.error = null
    ip6LocalOut(skb)
    return this.error
  }

  /** Ref: ipv6_local_error() */
  private tooBig(original: Ipv6, mtu: number): Errno {
    this.queueError({ errno: EMSGSIZE, from: null, icmp: null, mtu, original })
    return EMSGSIZE
  }

  protected queueError(error: SocketError6): void {
    if (this.#errors.length < MOST_ERRORS) this.#errors.push(error)
    this.dataReady()
  }

  protected dataReady(): void {
    dataReady(this, this.net.stack)
  }

  recverr(): SocketError6 | null {
    return this.#errors.shift() ?? null
  }
}
