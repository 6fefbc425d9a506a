// The network stack of one machine, put together, and the doors by which programs reach it.
import type { Clock } from '../sim/clock.ts'
import type { Random } from '../sim/random.ts'
import type { Trace } from '../sim/trace.ts'
import type { CtEventSocket, CtReply, CtRequest } from '../uapi/conntrack.ts'
import { EINVAL, ENOENT, EPROTONOSUPPORT, type Errno } from '../uapi/errno.ts'
import type { IpsetReply, IpsetRequest } from '../uapi/ipset.ts'
import type { IpvsReply, IpvsRequest } from '../uapi/ipvs.ts'
import type { NftReply, NftRequest } from '../uapi/netfilter.ts'
import type { NftMonitorGroups, NftMonitorSocket, NftSender } from '../uapi/nfmonitor.ts'
import type { RtnetlinkSocket, RtnetlinkSocketOptions } from '../uapi/rtnotify.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../uapi/rtnetlink.ts'
import type { IcmpSocket, PacketSocket, StreamFamily, StreamSocket, UdpSocket } from '../uapi/socket.ts'
import { ETH_P_802_2 } from '../wire/stp.ts'
import { ETH_P_ARP, ETH_P_IP, ETH_P_IPV6 } from '../wire/ethernet.ts'
import type { Icmp6Socket, Udp6Socket } from '../uapi/socket6.ts'
import type { DiagProtocol, InetDiagMessage } from '../uapi/sock_diag.ts'
import { brDeviceEvent } from './bridge/br_device.ts'
import { brStpRcv } from './bridge/br_stp_rcv.ts'
import type { KernelModule } from './core/module.ts'
import { Stack, type Net } from './core/net.ts'
import type { ProcNetFolder } from './core/proc_net.ts'
import { setupNet, type NetInit } from './core/netns.ts'
import { RtnlSock } from './core/rtnl_notify.ts'
import type { OpenSocket } from './core/slots.ts'
import { intSysctl, type Sysctl } from './core/sysctl.ts'
import { loopbackNetInit } from './drivers/loopback.ts'
import { arpRcv, arpTopics, makeArpTable } from './ipv4/arp.ts'
import { inetdevEvent } from './ipv4/devinet.ts'
import { FibTables } from './ipv4/fib_table.ts'
import { igmpEvent } from './ipv4/igmp.ts'
import { ipRcv } from './ipv4/ip_input.ts'
import { NetnsIpv4 } from './ipv4/netns_ipv4.ts'
import { SocketTable } from './ipv4/socket_table.ts'
import { ipv4Sysctl, ipv4Sysctls } from './ipv4/sysctl.ts'
import { addrconfEvent } from './ipv6/addrconf.ts'
import { Fib6Tables } from './ipv6/ip6_fib.ts'
import { ipv6Rcv, ipv6Topics } from './ipv6/ip6_input.ts'
import { makeNdiscTable } from './ipv6/ndisc.ts'
import { NetnsIpv6 } from './ipv6/netns_ipv6.ts'
import { SocketTable6 } from './ipv6/socket_table.ts'
import { rtnetlinkEvent } from './rtnetlink/link.ts'
import { rtnetlinkRcv } from './rtnetlink/rtnetlink.ts'
import { RawSocket } from './transport/raw.ts'
import { UdpSock } from './transport/udp.ts'

export type { Net, OpenSocket, ProcNetFolder }

export interface KernelOptions {
  /** Name the trace knows the machine by. */
  readonly machine: string
  readonly clock: Clock
  readonly random: Random
  readonly trace: Trace
  /** Parts to begin with; `insmod` brings more. */
  readonly modules: readonly KernelModule[]
}

/** What each namespace is born with, in order. */
const NET_INITS: readonly NetInit[] = [
  (net) => {
    net.ipv4 = new NetnsIpv4(net, new FibTables(net), makeArpTable(), new SocketTable())
  },
  (net) => {
    net.ipv6 = new NetnsIpv6(net, new Fib6Tables(), makeNdiscTable(), new SocketTable6())
  },
  loopbackNetInit,
]

const NO_NFTABLES: NftReply = { error: { errno: EPROTONOSUPPORT, extack: null, operation: 0 } }

const NO_CONNTRACK: CtReply = { error: { errno: EPROTONOSUPPORT, extack: null } }
const NO_EVENTS: CtEventSocket & NftMonitorSocket = {
  subscribe: () => () => {},
  recv: () => EPROTONOSUPPORT,
  close() {},
}

const NOBODY: NftSender = { pid: 0, comm: '' }

/** Settings of the machine that are the same in every namespace. */
const CORE_SYSCTLS: Readonly<Record<string, { readonly value: number; readonly least: number }>> = {
  'net/core/rmem_default': { value: 212992, least: 2304 },
  'net/core/rmem_max': { value: 212992, least: 2304 },
  'net/core/wmem_default': { value: 212992, least: 4608 },
  'net/core/wmem_max': { value: 212992, least: 4608 },
}

export class Kernel {
  readonly options: KernelOptions
  readonly stack: Stack
  readonly initNet: Net
  readonly #modules = new Set<KernelModule>()
  readonly #core = new Map(Object.entries(CORE_SYSCTLS).map(([path, { value }]) => [path, value]))

  constructor(options: KernelOptions) {
    this.options = options
    this.stack = new Stack(options.machine, options.clock, options.random, options.trace)
    this.stack.notifiers.push(rtnetlinkEvent, brDeviceEvent, igmpEvent, inetdevEvent, addrconfEvent)
    this.stack.ptypes.set(ETH_P_ARP, arpRcv)
    this.stack.ptypes.set(ETH_P_802_2, brStpRcv)
    this.stack.ptypes.set(ETH_P_IP, ipRcv)
    this.stack.ptypes.set(ETH_P_IPV6, ipv6Rcv)
    this.stack.topics.set(ETH_P_ARP, arpTopics)
    this.stack.topics.set(ETH_P_IPV6, ipv6Topics)
    for (const module of options.modules) this.#insert(module)
    this.initNet = this.createNet()
  }

  /** Adds what is not yet there, in every namespace too. Ref: kernel/module/main.c:do_init_module() */
  insmod(modules: readonly KernelModule[]): void {
    for (const module of modules) {
      if (this.#modules.has(module)) continue
      this.#insert(module)
      for (const net of this.nets) module.netInit?.(net)
    }
  }

  #insert(module: KernelModule): void {
    this.#modules.add(module)
    module.init?.(this.stack)
  }

  /** Every namespace that lives, the machine's own first. */
  get nets(): Iterable<Net> {
    return this.stack.nets
  }

  createNet(): Net {
    const inits = [...this.#modules].flatMap(({ netInit }) => netInit ?? [])
    return setupNet(this.stack, [...NET_INITS, ...inits])
  }

  rtnetlink(net: Net, request: RtnetlinkRequest): RtnetlinkReply {
    return rtnetlinkRcv(net, request)
  }

  nftables(net: Net, request: NftRequest, sender = NOBODY): NftReply {
    return this.stack.nftables?.(net, request, sender) ?? NO_NFTABLES
  }

  nftMonitor(net: Net, groups: NftMonitorGroups): NftMonitorSocket {
    return this.stack.nftMonitor?.(net, groups) ?? NO_EVENTS
  }

  conntrack(net: Net, request: CtRequest): CtReply {
    return this.stack.conntrack?.request(net, request) ?? NO_CONNTRACK
  }

  conntrackEvents(net: Net): CtEventSocket {
    return this.stack.conntrack?.events(net) ?? NO_EVENTS
  }

  ipset(net: Net, request: IpsetRequest): IpsetReply {
    return this.stack.ipset?.(net, request) ?? { error: 'NO_SET' }
  }

  ipvs(net: Net, request: IpvsRequest): IpvsReply {
    return this.stack.slots.ipvs?.(net, request) ?? { error: ENOENT }
  }

  icmpSocket(net: Net): IcmpSocket & OpenSocket {
    return new RawSocket(net)
  }

  udpSocket(net: Net): UdpSocket & OpenSocket {
    return new UdpSock(net)
  }

  rtnetlinkSocket(net: Net, options: RtnetlinkSocketOptions): RtnetlinkSocket {
    return new RtnlSock(net, options)
  }

  #sockets(): NonNullable<Stack['slots']['sockets']> {
    const { sockets } = this.stack.slots
    if (!sockets) throw new Error('kernel without these sockets')
    return sockets
  }

  icmp6Socket(net: Net): Icmp6Socket {
    return this.#sockets().icmp6(net)
  }

  udp6Socket(net: Net): Udp6Socket {
    return this.#sockets().udp6(net)
  }

  packetSocket(net: Net): PacketSocket & OpenSocket {
    return this.#sockets().packet(net)
  }

  streamSocket(net: Net, family: StreamFamily): StreamSocket & OpenSocket {
    const { stream } = this.stack.slots
    if (!stream) throw new Error('kernel without TCP')
    return stream.socket(net, family)
  }

  accept(listener: StreamSocket): (StreamSocket & OpenSocket) | Errno {
    return this.stack.slots.stream?.accept(listener) ?? EINVAL
  }

  sockDiag(net: Net, protocol: DiagProtocol): readonly InetDiagMessage[] {
    return this.stack.slots.diag?.(net, protocol) ?? []
  }

  /** Paths below /proc/sys, sorted. */
  sysctls(net: Net): readonly string[] {
    const added = this.stack.sysctlTables.flatMap((table) => table.paths(net))
    return [...this.#core.keys(), ...ipv4Sysctls(net), ...added].sort()
  }

  #sysctl(net: Net, path: string): Sysctl | null {
    for (const table of this.stack.sysctlTables) {
      const found = table.find(net, path)
      if (found) return found
    }
    if (path.startsWith('net/ipv4/')) return ipv4Sysctl(net, path)
    const value = this.#core.get(path)
    return value === undefined
      ? null
      : intSysctl(
          path,
          () => value,
          (v) => this.#core.set(path, v),
          CORE_SYSCTLS[path]?.least,
        )
  }

  /** Content of a file below /proc/sys, newline included. */
  readSysctl(net: Net, path: string): string | Errno {
    return this.#sysctl(net, path)?.read() ?? ENOENT
  }

  writeSysctl(net: Net, path: string, text: string): Errno | null {
    const sysctl = this.#sysctl(net, path)
    if (!sysctl) return ENOENT
    return text.trim() === '' ? EINVAL : sysctl.write(text)
  }

  readProcNet(net: Net, file: string): string | Errno {
    return this.stack.procNet.get(file)?.(net) ?? ENOENT
  }

  get procNetFolders(): ReadonlyMap<string, ProcNetFolder> {
    return this.stack.procNetFolders
  }

  get procNetFiles(): readonly string[] {
    return [...this.stack.procNet.keys()].sort()
  }

  /** Names below /sys/class/net. */
  sysDevices(net: Net): readonly string[] {
    return [...net.byName.keys()].sort()
  }

  sysAttributes(net: Net, device: string): readonly string[] {
    return this.stack.slots.sysfs?.attributes(net, device) ?? []
  }

  readSysAttribute(net: Net, device: string, attribute: string): string | Errno {
    return this.stack.slots.sysfs?.read(net, device, attribute) ?? ENOENT
  }

  writeSysAttribute(net: Net, device: string, attribute: string, text: string): Errno | null {
    const { sysfs } = this.stack.slots
    return sysfs ? sysfs.write(net, device, attribute, text) : ENOENT
  }
}

/** What os/ and lab/ build on. */
export type KernelApi = Kernel
