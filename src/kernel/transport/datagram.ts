// What raw and UDP sockets share: binding, connecting, sending, errors. Ref: net/ipv4/datagram.c, net/ipv4/af_inet.c
import { EACCES, EADDRNOTAVAIL, EDESTADDRREQ, EMSGSIZE, isErrno, type Errno } from '../../uapi/errno.ts'
import { RTN_BROADCAST, RTN_LOCAL, RTN_MULTICAST } from '../../uapi/rtnetlink.ts'
import type { InetAddress, SocketError, SocketOptions } from '../../uapi/socket.ts'
import type { Icmp } from '../../wire/icmp.ts'
import { INADDR_LOOPBACK, isMulticast, type Inet } from '../../wire/inet.ts'
import { IPV4_HEADER, IPV4_MAX, ipv4Length, type Ipv4, type Ipv4Payload } from '../../wire/ipv4.ts'
import type { FlowPorts } from '../core/fib_rules.ts'
import { neighConfirm } from '../core/neighbour.ts'
import { devGetByName } from '../core/altname.ts'
import type { Net } from '../core/net.ts'
import type { Sender } from '../core/skb.ts'
import { allocSkb } from '../core/trace.ts'
import { WaitQueue } from '../../sim/wait.ts'
import { inetAddrType } from '../ipv4/addr_type.ts'
import { ipLocalOut } from '../ipv4/ip_output.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteOutput, traceRoute, type OutputRoute } from '../ipv4/route.ts'
import { dataReady } from './ready.ts'

/** Errors a socket keeps for its reader. */
const MOST_ERRORS = 64

export function defaultOptions(): SocketOptions {
  return {
    ttl: null,
    tos: null,
    broadcast: false,
    reuseaddr: false,
    reuseport: false,
    bindToDevice: null,
    mark: 0,
    pmtudisc: 'want',
    dontroute: false,
    recverr: false,
    multicastLoop: true,
    multicastTtl: 1,
    v6only: false,
  }
}

export abstract class Datagram extends WaitQueue implements Sender {
  readonly net: Net
  readonly options: SocketOptions
  /** Of the packet being sent: set by drop() before sendto returns. */
  error: Errno | null = null
  boundAddress: Inet = 0
  remoteAddress: Inet = 0
  remotePort = 0
  source: Inet = 0
  /** Number of its inode; 0 once it is closed. */
  inode: number
  pendingError: Errno | null = null
  readonly #errors: SocketError[] = []

  constructor(net: Net, options: SocketOptions = defaultOptions()) {
    super()
    this.options = options
    this.net = net
    this.inode = net.stack.nextSocketInode()
  }

  get boundDevice(): string | null {
    return this.options.bindToDevice
  }

  /** Ref: inet_bind(): an address of one's own, of the subnet's broadcast, or a multicast group. */
  protected bindAddress(address: Inet): Errno | null {
    const type = address === 0 ? RTN_LOCAL : inetAddrType(this.net, address)
    const ok = type === RTN_LOCAL || type === RTN_MULTICAST || type === RTN_BROADCAST
    if (!ok && !ipv4Of(this.net).sysctls['ip_nonlocal_bind']) return EADDRNOTAVAIL
    this.boundAddress = address
    this.source = type === RTN_LOCAL ? address : 0
    return null
  }

  /** Ref: __ip4_datagram_connect() */
  protected connectTo(remote: InetAddress): Errno | null {
    const route = this.route(remote.address, remote.port)
    if (isErrno(route)) return route
    if (route.dst.type === RTN_BROADCAST && !this.options.broadcast) return EACCES
    if (this.source === 0) this.source = route.saddr
    // To no address at all is to oneself. Ref: ip_route_output_key_hash_rcu()
    this.remoteAddress = remote.address || INADDR_LOOPBACK
    this.remotePort = remote.port
    return null
  }

  /** Protocol and ports of what goes to port `dport`. */
  protected abstract flowPorts(dport: number): FlowPorts

  private route(daddr: Inet, dport: number): OutputRoute | Errno {
    const { options } = this
    const dev = options.bindToDevice === null ? null : devGetByName(this.net, options.bindToDevice)
    return this.markBroadcast(
      ipRouteOutput(this.net, {
        daddr,
        saddr: this.source,
        tos: options.tos ?? 0,
        oif: dev?.index ?? 0,
        mark: options.mark,
        l4: this.flowPorts(dport),
      }),
      daddr,
    )
  }

  /** A subnet's broadcast address comes out of the local table as such. */
  private markBroadcast(route: OutputRoute | Errno, daddr: Inet): OutputRoute | Errno {
    if (isErrno(route) || route.result?.alias.info.type !== RTN_BROADCAST) return route
    const { nh } = route.result
    if (!nh.dev) return route
    return { ...route, dst: { ...route.dst, type: RTN_BROADCAST, dev: nh.dev, nexthop: daddr } }
  }

  /** Builds a packet round `payload` and sends it. Ref: raw_sendmsg(), udp_sendmsg(), ip_make_skb() */
  protected send(
    daddr: Inet,
    protocol: number,
    payload: (saddr: Inet) => Ipv4Payload,
    confirm = false,
    dport = this.remotePort,
  ): Errno | null {
    const to = daddr || this.remoteAddress
    if (to === 0 && daddr === 0 && this.remoteAddress === 0 && protocol === 17) return EDESTADDRREQ
    const route = this.route(to, dport)
    if (isErrno(route)) return route
    if (route.dst.type === RTN_BROADCAST && !this.options.broadcast) return EACCES
    const ip = ipv4Of(this.net)
    const { options } = this
    if (confirm) neighConfirm(ip.arp.lookup(route.dst.nexthop, route.dst.dev))
    const group = isMulticast(to)
    const metrics = route.result?.alias.info.metrics
    ip.ipId = (ip.ipId + 1) & 0xffff
    const packet: Ipv4 = {
      kind: 'ipv4',
      tos: options.tos ?? 0,
      id: ip.ipId,
      df: options.pmtudisc === 'do' || (options.pmtudisc === 'want' && !metrics?.lock?.includes('mtu')),
      mf: false,
      offset: 0,
      ttl: group
        ? options.multicastTtl
        : (options.ttl ?? metrics?.hoplimit ?? ip.sysctls['ip_default_ttl'] ?? 64),
      protocol,
      src: route.saddr,
      dst: to || route.saddr,
      payload: payload(route.saddr),
    }
    const length = ipv4Length(packet)
    if (length - IPV4_HEADER > IPV4_MAX) return EMSGSIZE
    // What fits a length field but not together with its header is found by __ip_append_data(), which tells more.
    if (length > IPV4_MAX) return this.tooBig(packet, Math.min(route.dst.mtu, IPV4_MAX))
    if (length > route.dst.mtu && options.pmtudisc === 'do') return this.tooBig(packet, route.dst.mtu)
    const fits = length <= route.dst.mtu
    const skb = allocSkb(this.net.stack, route.dst.dev, fits ? packet : { ...packet, df: false }, null)
    skb.dst = route.dst
    skb.mark = options.mark
    skb.sender = this
    traceRoute(skb, packet.dst, route.dst)
    this.error = null
    ipLocalOut(skb)
    return this.error
  }

  /** Ref: ip_local_error() */
  private tooBig(packet: Ipv4, mtu: number): Errno {
    const icmp: Icmp = { kind: 'icmp', type: 3, code: 4, info: mtu, original: packet, quoted: 28 }
    this.queueError({ errno: EMSGSIZE, from: null, icmp, original: packet })
    return EMSGSIZE
  }

  protected queueError(error: SocketError): void {
    if (this.#errors.length < MOST_ERRORS) this.#errors.push(error)
    this.dataReady()
  }

  protected dataReady(): void {
    dataReady(this, this.net.stack)
  }

  get peer(): InetAddress | null {
    return this.remoteAddress === 0 ? null : { address: this.remoteAddress, port: this.remotePort }
  }

  takeError(): Errno | null {
    const error = this.pendingError
    this.pendingError = null
    return error
  }

  recverr(): SocketError | null {
    return this.#errors.shift() ?? null
  }
}
