// A process and its network namespace.
import type { Net, OpenSocket } from '../kernel/kernel.ts'
import type { CtEventSocket, CtReply, CtRequest } from '../uapi/conntrack.ts'
import type { Errno } from '../uapi/errno.ts'
import { EINVAL, ENOSPC, EPERM, isErrno } from '../uapi/errno.ts'
import type { IpsetReply, IpsetRequest } from '../uapi/ipset.ts'
import type { IpvsReply, IpvsRequest } from '../uapi/ipvs.ts'
import type { NftReply, NftRequest } from '../uapi/netfilter.ts'
import type { NftMonitorGroups, NftMonitorSocket } from '../uapi/nfmonitor.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../uapi/rtnetlink.ts'
import type { IcmpSocket, PacketSocket, StreamFamily, StreamSocket, UdpSocket } from '../uapi/socket.ts'
import type { RtnetlinkSocket, RtnetlinkSocketOptions } from '../uapi/rtnotify.ts'
import type { Icmp6Socket, Udp6Socket } from '../uapi/socket6.ts'
import type { DiagProtocol, InetDiagMessage } from '../uapi/sock_diag.ts'
import type { UnixSocket, UnixSocketInfo } from '../uapi/unix.ts'
import { capable } from './capabilities.ts'
import { NamespaceFile } from './nsfs.ts'
import type { Network, SocketOwner } from './program.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { UnixStream } from './unixsocket.ts'
import { namei } from './vfs.ts'

/** user.max_net_namespaces of a machine. */
const MOST_NETS = 1024

/** Ref: net/core/net_namespace.c:inc_net_namespaces() */
export function hasAllNets(system: System): boolean {
  return system.kernel.stack.nets.size >= MOST_NETS
}

export class TaskNetwork implements Network {
  constructor(
    private readonly task: Task,
    private readonly system: System,
  ) {}

  rtnetlink(request: RtnetlinkRequest): RtnetlinkReply {
    // Ref: net/core/rtnetlink.c:rtnetlink_rcv_msg(): only what is asked for with RTM_GET… is for everybody.
    if (!request.type.startsWith('RTM_GET') && !capable(this.task, 'NET_ADMIN')) {
      return { error: { errno: EPERM, extack: null } }
    }
    return this.#forMaker(() => this.system.kernel.rtnetlink(this.task.netns, request))
  }

  /** What the request makes is made for whom the process acts. */
  #forMaker<T>(request: () => T): T {
    const { stack } = this.system.kernel
    stack.maker = this.task.maker
    try {
      return request()
    } finally {
      stack.maker = null
    }
  }

  nftables(request: NftRequest): NftReply {
    const { netns, pid, comm } = this.task
    // Ref: net/netfilter/nfnetlink.c:nfnetlink_rcv_msg()
    if (!capable(this.task, 'NET_ADMIN')) return { error: { errno: EPERM, extack: null, operation: 0 } }
    return this.#forMaker(() => this.system.kernel.nftables(netns, request, { pid, comm }))
  }

  nftMonitor(groups: NftMonitorGroups): NftMonitorSocket {
    return this.#keep(this.system.kernel.nftMonitor(this.task.netns, groups))
  }

  ipset(request: IpsetRequest): IpsetReply {
    return this.system.kernel.ipset(this.task.netns, request)
  }

  ipvs(request: IpvsRequest): IpvsReply {
    if (!capable(this.task, 'NET_ADMIN')) return { error: EPERM }
    return this.system.kernel.ipvs(this.task.netns, request)
  }

  conntrack(request: CtRequest): CtReply {
    if (!capable(this.task, 'NET_ADMIN')) return { error: { errno: EPERM, extack: null } }
    return this.system.kernel.conntrack(this.task.netns, request)
  }

  conntrackEvents(): CtEventSocket {
    return this.#keep(this.system.kernel.conntrackEvents(this.task.netns))
  }

  rtnetlinkSocket(options: RtnetlinkSocketOptions): RtnetlinkSocket {
    return this.#keep(this.system.kernel.rtnetlinkSocket(this.task.netns, options))
  }

  netns(): NetnsRef {
    return this.task.netns
  }

  createNetns(): NetnsRef | Errno {
    if (hasAllNets(this.system)) return ENOSPC
    const net = this.system.kernel.createNet()
    this.task.madeNets ??= new Set()
    this.task.madeNets.add(net)
    return net
  }

  openNetns(path: string): NetnsRef | Errno {
    const inode = namei(this.task, path)
    if (isErrno(inode)) return inode
    if (!(inode instanceof NamespaceFile)) return EINVAL
    const { namespace } = inode
    return namespace.kind === 'net' ? namespace.ns : EINVAL
  }

  setns(netns: NetnsRef): Errno | null {
    const { task } = this
    // Every reference a program holds is a namespace of its machine's kernel.
    const net = netns as Net
    if (!task.madeNets?.delete(net)) net.get()
    task.netns.put()
    task.netns = net
    return null
  }

  icmpSocket(): IcmpSocket {
    return this.#keep(this.system.kernel.icmpSocket(this.task.netns))
  }

  udpSocket(): UdpSocket {
    return this.#keep(this.system.kernel.udpSocket(this.task.netns))
  }

  icmp6Socket(): Icmp6Socket {
    return this.#keep(this.system.kernel.icmp6Socket(this.task.netns))
  }

  udp6Socket(): Udp6Socket {
    return this.#keep(this.system.kernel.udp6Socket(this.task.netns))
  }

  packetSocket(): PacketSocket {
    return this.#keep(this.system.kernel.packetSocket(this.task.netns))
  }

  streamSocket(family: StreamFamily): StreamSocket {
    return this.#keep(this.system.kernel.streamSocket(this.task.netns, family))
  }

  accept(listener: StreamSocket): StreamSocket | Errno {
    const accepted = this.system.kernel.accept(listener)
    return isErrno(accepted) ? accepted : this.#keep(accepted)
  }

  inherit(listener: StreamSocket): void {
    const { task } = this
    for (const [fd, socket] of task.parent?.sockets ?? []) {
      if (socket !== listener) continue
      task.sockets ??= new Map()
      task.sockets.set(fd, {
        get inode() {
          return socket.inode ?? 0
        },
        close() {},
      })
    }
  }

  unixSocket(): UnixSocket {
    const { kernel, unixSockets } = this.system
    return this.#keep(new UnixStream(this.task, () => kernel.stack.nextSocketInode(), unixSockets))
  }

  acceptUnix(listener: UnixSocket): UnixSocket | Errno {
    const accepted = listener instanceof UnixStream ? listener.take() : EINVAL
    return isErrno(accepted) ? accepted : this.#keep(accepted)
  }

  unixDiag(): readonly UnixSocketInfo[] {
    const { netns } = this.task
    return [...this.system.unixSockets]
      .filter((socket) => socket.netns === netns)
      .map((socket) => socket.info())
  }

  sockDiag(protocol: DiagProtocol): readonly InetDiagMessage[] {
    return this.system.kernel.sockDiag(this.task.netns, protocol)
  }

  hostname(): string {
    return this.task.nsproxy.uts.nodename
  }

  /** Ref: kernel/sys.c:sethostname() */
  setHostname(name: string): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN')) return EPERM
    this.task.nsproxy.uts.nodename = name
    return null
  }

  socketOwners(): ReadonlyMap<number, readonly SocketOwner[]> {
    const { pidns } = this.task
    const owners = new Map<number, SocketOwner[]>()
    for (const task of this.system.table.all()) {
      for (const [fd, { inode }] of task.sockets ?? []) {
        if (!inode) continue
        const pid = pidns.numberOf(task.pid)
        if (pid === 0) continue
        const owner = { pid, command: task.comm, fd }
        const others = owners.get(inode)
        if (others) others.push(owner)
        else owners.set(inode, [owner])
      }
    }
    return owners
  }

  /** The lowest descriptor that is free is the socket's; the end of the process closes it. */
  #keep<S extends OpenSocket>(socket: S): S {
    const { task } = this
    task.sockets ??= new Map()
    for (const [fd, { inode }] of task.sockets) if (inode === 0) task.sockets.delete(fd)
    let fd = 3
    while (task.fds.has(fd) || task.sockets.has(fd)) fd++
    task.sockets.set(fd, socket)
    return socket
  }
}
