// The three objects everything else hangs on: a machine's network stack, its namespaces and their devices
// (Ref: include/net/net_namespace.h, include/linux/netdevice.h). Data and look-ups only; behaviour is in dev.ts,
// netns.ts and the protocols, which keep what they know in slots of their own (`ipv4`, `ipPtr`, …) that only they read.
import type { Clock } from '../../sim/clock.ts'
import type { Maker } from '../../sim/provenance.ts'
import type { Random } from '../../sim/random.ts'
import type { Trace } from '../../sim/trace.ts'
import type { Errno } from '../../uapi/errno.ts'
import {
  IFF_ALLMULTI,
  IFF_LOWER_UP,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_UP,
  type OperState,
} from '../../uapi/if.ts'
import type { BridgeAttrs } from '../../uapi/bridge.ts'
import type { CreateFlags, LinkInfo, LinkStats, NeighMessage, NeighRequest } from '../../uapi/rtnetlink.ts'
import type { CtEventSocket, CtReply, CtRequest } from '../../uapi/conntrack.ts'
import type { IpsetReply, IpsetRequest } from '../../uapi/ipset.ts'
import type { NftReply, NftRequest } from '../../uapi/netfilter.ts'
import type { NftMonitorGroups, NftMonitorSocket, NftSender } from '../../uapi/nfmonitor.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import type { DeviceSetup } from './ether_setup.ts'
import { Numbers } from './idr.ts'
import { LazyMap, LazySet } from './lazy.ts'
import { NfHooks } from './nf_hooks.ts'
import { LogRing } from './printk.ts'
import type { MakeLink, ValidateLink } from './rtnl_link.ts'
import type { RtnlSock } from './rtnl_notify.ts'
import type { SkBuff } from './skb.ts'
import { Slots } from './slots.ts'
import type { ProcNetFolder } from './proc_net.ts'
import type { SysctlTable } from './sysctl.ts'
import type { Owed, Topics } from './topics.ts'

/** Events of the netdevice notifier chain (Ref: include/linux/netdevice.h). */
export type NetdevEvent =
  | 'REGISTER'
  | 'UNREGISTER'
  | 'UP'
  | 'DOWN'
  | 'GOING_DOWN'
  | 'CHANGE'
  | 'CHANGEMTU'
  | 'CHANGEADDR'
  | 'CHANGEARP'
  | 'CHANGENAME'

export type NetdevNotifier = (event: NetdevEvent, dev: NetDevice) => void

/** A refusal: an error number, and the kernel's extended text where it has one. */
export interface Refusal {
  readonly errno: Errno
  readonly extack: string | null
}

export function refuse(errno: Errno, extack: string | null = null): Refusal {
  return { errno, extack }
}

/** What a link kind does (Ref: struct net_device_ops, struct rtnl_link_ops). */
export interface NetDeviceOps {
  /** IFLA_INFO_KIND; null for what is not made by `ip link add`. */
  readonly kind: string | null
  open?(dev: NetDevice): void
  stop?(dev: NetDevice): void
  /** Takes the frame; nothing comes back but the count of what was sent. */
  xmit(skb: SkBuff, dev: NetDevice): void
  setMac?(dev: NetDevice, mac: Mac): Refusal | null
  changeMtu?(dev: NetDevice, mtu: number): void
  /** Index of the peer or parent; the device's own when it has none. */
  iflink?(dev: NetDevice): number
  /** Namespace that `iflink` counts in, when it may be another. */
  linkNet?(dev: NetDevice): Net | null
  /** Device at the far end of the cable. */
  peer?(dev: NetDevice): NetDevice | null
  /** Removes the device and what belongs to it. */
  dellink?(dev: NetDevice): void
  addSlave?(dev: NetDevice, slave: NetDevice): Refusal | null
  delSlave?(dev: NetDevice, slave: NetDevice): Refusal | null
  bridgeAttrs?(dev: NetDevice): BridgeAttrs
  /** Mbit/s as ethtool tells it: 10000 without such a function, −1 for not known. */
  speed?(dev: NetDevice): number
  /** Device it stands on. */
  lower?(dev: NetDevice): NetDevice | null
  /** Attributes of its kind (Ref: rtnl_link_ops.fill_info, .changelink). */
  fillInfo?(dev: NetDevice): Omit<LinkInfo, 'kind'>
  changelink?(dev: NetDevice, info: LinkInfo): Refusal | null
  /** What keeps it from being opened, or from this MTU. */
  refuseOpen?(dev: NetDevice): Refusal | null
  refuseMtu?(dev: NetDevice, mtu: number): Refusal | null
  /** A forwarding database of its own (`bridge fdb … self`). */
  fdbAdd?(dev: NetDevice, flags: CreateFlags, request: NeighRequest): Refusal | null
  fdbDel?(dev: NetDevice, request: NeighRequest): Refusal | null
  fdbDump?(dev: NetDevice): NeighMessage[]
  /** What keeps an IPv4 address from it (Ref: register_inetaddr_validator_notifier()). */
  refuseAddress?(dev: NetDevice, address: Inet): Refusal | null
  /** IFF_PROMISC or IFF_ALLMULTI came or went. */
  changeRxFlags?(dev: NetDevice, change: number): void
  /** It joined or left a group while it was up (Ref: ndo_set_rx_mode). */
  groupChanged?(dev: NetDevice, mac: Mac, joined: boolean): void
  /** Its carrier can be taken away by `protodown` (Ref: dev->change_proto_down). */
  readonly changeProtoDown?: boolean
  /** Listens to further addresses without becoming promiscuous (Ref: IFF_UNICAST_FLT). */
  readonly unicastFilter?: boolean
}

/** Per-machine context of the stack. */
export class Stack {
  readonly machine: string
  readonly clock: Clock
  readonly random: Random
  readonly trace: Trace
  /** Written to by printk(). */
  readonly log: LogRing
  /** Netlink sockets that listen. */
  readonly rtnlSockets = new Set<RtnlSock>()
  readonly notifiers: NetdevNotifier[] = []
  /** Told of each address that a device loses (Ref: inetaddr_chain, inet6addr_chain). */
  readonly addressGone: ((dev: NetDevice, address: Inet | Inet6) => void)[] = []
  /** Receivers by EtherType (Ref: dev_add_pack). */
  readonly ptypes = new Map<number, (skb: SkBuff) => void>()
  /** Who cares about a frame that reaches many, by EtherType. */
  readonly topics = new Map<number, Topics>()
  readonly nets = new Set<Net>()
  /** For whom the request is made that is being served; null: for a person. */
  maker: Maker | null = null
  /** Kinds of link that modules brought. */
  readonly linkKinds = new Map<string, MakeLink>()
  /** What their kinds say of a request before anything is done (Ref: rtnl_link_ops.validate). */
  readonly linkValidators = new Map<string, ValidateLink>()
  /** Settings below /proc/sys that modules brought. */
  readonly sysctlTables: SysctlTable[] = []
  /** Files below /proc/net that modules brought. */
  readonly procNet = new Map<string, (net: Net) => string>()
  /** Folders below /proc/net that modules brought. */
  readonly procNetFolders = new Map<string, ProcNetFolder>()
  /** Who answers requests about rule sets and sets of addresses, once they are there. */
  nftables: ((net: Net, request: NftRequest, sender: NftSender) => NftReply) | null = null
  nftMonitor: ((net: Net, groups: NftMonitorGroups) => NftMonitorSocket) | null = null
  ipset: ((net: Net, request: IpsetRequest) => IpsetReply) | null = null
  /** Answers about tracked flows. */
  conntrack: {
    request(net: Net, request: CtRequest): CtReply
    events(net: Net): CtEventSocket
  } | null = null
  readonly slots = new Slots()
  #inodes = 4026531840
  #serials = 0
  #socketInodes = 20000

  constructor(machine: string, clock: Clock, random: Random, trace: Trace) {
    this.machine = machine
    this.clock = clock
    this.random = random
    this.trace = trace
    this.log = new LogRing(clock)
  }

  /** First the number of the initial namespace of Linux, then others upwards. */
  nextInode(): number {
    const inode = this.#inodes
    this.#inodes = inode === 4026531840 ? 4026532177 : inode + 1 + this.random.below(60)
    return inode
  }

  /** Sockets are files of one small file system: their inodes count up with it. */
  nextSocketInode(): number {
    return ++this.#socketInodes
  }

  nextSerial(): number {
    return ++this.#serials
  }

  notify(event: NetdevEvent, dev: NetDevice): void {
    dev.owed?.end()
    dev.net.version++
    for (const notifier of this.notifiers) notifier(event, dev)
  }
}

/** A network namespace. Born with one reference, the creator's. */
export class Net implements NetnsRef {
  readonly inode: number
  readonly stack: Stack
  readonly devices = new Map<number, NetDevice>()
  readonly byName = new Map<string, NetDevice>()
  /** By the further names of devices. */
  readonly byAltName = new LazyMap<string, NetDevice>()
  /** Ids of other namespaces in this one (Ref: net/core/net_namespace.c:peernet2id()). */
  readonly nsids = new LazyMap<Net, number>()
  readonly nsidNumbers = new Numbers(0)
  /** What ends with the next change here. */
  readonly owed = new LazySet<Owed>()
  #version = 0
  refs = 1
  alive = true
  lastIndex = 0
  /** The greatest number a device here ever had. */
  highestIndex = 0
  readonly nf = new NfHooks(this)
  /** Slots of the protocols. */
  ipv4: unknown = null
  ipv6: unknown = null
  nft: unknown = null
  nfct: unknown = null
  tcp: unknown = null
  /** Taps of packet sockets on any device. */
  readonly taps: Tap[] = []
  /** Called when the last reference is gone. */
  onRelease: (net: Net) => void = () => {}

  constructor(stack: Stack) {
    this.stack = stack
    this.inode = stack.nextInode()
    stack.nets.add(this)
  }

  /** Rises with every change that can be seen from outside. */
  get version(): number {
    return this.#version
  }

  set version(version: number) {
    this.#version = version
    if (this.owed.size > 0) for (const owed of this.owed) owed.end()
  }

  get(): void {
    this.refs++
  }

  put(): void {
    if (--this.refs === 0) this.onRelease(this)
  }

  /** The next number that was not yet given, as dev_index_reserve() finds it. */
  nextIndex(): number {
    do this.lastIndex++
    while (this.devices.has(this.lastIndex))
    return this.lastIndex
  }
}

export interface Tap {
  /** 0: every device. */
  ifindex: number
  receive(skb: SkBuff, dev: NetDevice, outgoing: boolean): void
}

/** What a bridge or another master does with what a device receives: true when it took the frame. */
export type RxHandler = (skb: SkBuff) => boolean

export class NetDevice {
  readonly ops: NetDeviceOps
  /** Unique within the machine, never used again. */
  readonly serial: number
  net: Net
  index = 0
  name: string
  /** ARPHRD_*. */
  hwType: number
  flags: number
  /** Flags asked for by a user that the kernel counts (IFF_PROMISC, IFF_ALLMULTI). */
  gflags = 0
  promiscuity = 0
  allmulti = 0
  mtu: number
  minMtu: number
  maxMtu: number
  txqlen = 1000
  qdisc: 'noop' | 'noqueue' | 'fq_codel' = 'noop'
  readonly defaultQdisc: 'noqueue' | 'fq_codel'
  /** The queue runs: carrier was there when it was last looked at (Ref: dev_activate()). */
  active = false
  /** Octets of the link header that its counters count. */
  readonly countedHeader: number
  mac: Mac
  /** The address it was made with. */
  permanentMac: Mac
  /** Set by hand: a bridge then keeps it. */
  macSet = false
  broadcast: Mac
  group = 0
  alias = ''
  carrier = true
  operstate: OperState = 'UNKNOWN'
  carrierChanges = 0
  registered = false
  master: NetDevice | null = null
  rxHandler: RxHandler | null = null
  /** Takes the tagged frames that are for a VLAN device on this one: before any rx handler (Ref: vlan_do_receive()). */
  vlanReceive: RxHandler | null = null
  numTxQueues: number
  numRxQueues: number
  gsoMaxSize = 65536
  gsoMaxSegs = 65535
  groMaxSize = 65536
  /** IF_LINK_MODE_*. */
  linkmode = 0
  protoDown = false
  /** Bits of reasons. */
  protoDownReason = 0
  /** Further names, in the order they were given. */
  readonly altNames: string[] = []
  /** What its hardware may be given at once. Ref: include/linux/netdevice.h:GSO_MAX_SIZE */
  tsoMaxSize = 524280
  rxPackets = 0
  rxBytes = 0
  txPackets = 0
  txBytes = 0
  txDropped = 0
  txErrors = 0
  txCarrier = 0
  rxMulticast = 0
  /** Group addresses it listens to, in the order they were joined. */
  multicast: readonly Mac[] = []
  /** Those added by hand. */
  readonly staticMulticast = new LazySet<Mac>()
  /** Further addresses of its own: of devices stacked on it, or added by `bridge fdb add … self`. */
  unicast: readonly Mac[] = []
  /** How often an address of the two lists was added, where more than once. */
  readonly addressRefs = new LazyMap<Mac, number>()
  /** Promiscuous because of `unicast`. */
  unicastPromisc = false
  /** What is still to be added to these counters. */
  owed: Owed | null = null
  /** Slots of the driver and the protocols. */
  priv: unknown = null
  ipPtr: unknown = null
  ip6Ptr: unknown = null
  brPort: unknown = null
  vlanInfo: unknown = null
  macvlanPort: unknown = null
  ipvlanPort: unknown = null

  constructor(net: Net, ops: NetDeviceOps, setup: DeviceSetup) {
    this.net = net
    this.ops = ops
    this.serial = net.stack.nextSerial()
    this.name = setup.name
    this.hwType = setup.hwType
    this.flags = setup.flags
    this.mtu = setup.mtu
    this.minMtu = setup.minMtu
    this.maxMtu = setup.maxMtu
    this.mac = setup.mac
    this.permanentMac = setup.mac
    this.broadcast = setup.broadcast
    this.numTxQueues = setup.numQueues
    this.numRxQueues = setup.numQueues
    this.countedHeader = setup.countedHeader
    this.defaultQdisc = setup.qdisc
  }

  get up(): boolean {
    return (this.flags & IFF_UP) !== 0
  }

  /** Ref: include/linux/netdevice.h:netif_oper_up() */
  get operUp(): boolean {
    return this.operstate === 'UP' || this.operstate === 'UNKNOWN'
  }

  get iflink(): number {
    return this.ops.iflink?.(this) ?? this.index
  }

  /** What it counted so far. */
  get stats(): LinkStats {
    this.owed?.settle()
    const { rxPackets, txPackets, rxBytes, txBytes, txErrors, txDropped, txCarrier, rxMulticast } = this
    const sent = { txPackets, txBytes, txErrors, txDropped, txCarrier }
    return { rxPackets, rxBytes, ...sent, multicast: rxMulticast, rxErrors: 0, rxDropped: 0, collisions: 0 }
  }

  get peer(): NetDevice | null {
    return this.ops.peer?.(this) ?? null
  }

  /** Flags as a program sees them. Ref: net/core/dev.c:dev_get_flags() */
  get userFlags(): number {
    let flags = (this.flags & ~(IFF_PROMISC | IFF_ALLMULTI)) | this.gflags
    if (this.up) {
      if (this.operUp) flags |= IFF_RUNNING
      if (this.carrier) flags |= IFF_LOWER_UP
    }
    return flags
  }

  /** Whether a frame for this address would be taken for this device's own. */
  accepts(dst: Mac): boolean {
    return dst === this.mac || isMulticastMac(dst)
  }
}
