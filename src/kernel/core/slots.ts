// What modules answer for: each is empty until its module is there.
import type { BridgeAttrs, BridgePortAttrs } from '../../uapi/bridge.ts'
import type { Errno } from '../../uapi/errno.ts'
import type { TunRequest } from '../../uapi/if_tun.ts'
import type { IpvsReply, IpvsRequest } from '../../uapi/ipvs.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { DiagProtocol, InetDiagMessage } from '../../uapi/sock_diag.ts'
import type { PacketSocket, StreamFamily, StreamSocket } from '../../uapi/socket.ts'
import type { Icmp6Socket, Udp6Socket } from '../../uapi/socket6.ts'
import type { IcmpError } from '../../wire/icmp.ts'
import type { Icmp6Error } from '../../wire/icmp6.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { Net, NetDevice, Refusal } from './net.ts'
import type { SkBuff } from './skb.ts'

/** A protocol above IP. Ref: include/net/protocol.h:struct net_protocol, inet6_protocol */
interface NetProtocol<Packet, Icmp> {
  rcv(skb: SkBuff, packet: Packet): void
  /** An ICMP error about what was sent from here. */
  err(net: Net, icmp: Icmp, errno: Errno): void
}

/** A socket as the machine keeps it for a process. */
export interface OpenSocket {
  /** 0 once it is closed; absent where nobody asks for it. */
  readonly inode?: number
  close(): void
}

export class Slots {
  /** By protocol number (Ref: inet_protos, inet6_protos). */
  readonly inetProtos = new Map<number, NetProtocol<Ipv4, IcmpError>>()
  readonly inet6Protos = new Map<number, NetProtocol<Ipv6, Icmp6Error>>()
  /** Sockets of SOCK_STREAM. */
  stream: {
    socket(net: Net, family: StreamFamily): StreamSocket & OpenSocket
    accept(listener: StreamSocket): (StreamSocket & OpenSocket) | Errno
  } | null = null
  /** Sockets of IPv6, and of frames. */
  sockets: {
    icmp6(net: Net): Icmp6Socket & OpenSocket
    udp6(net: Net): Udp6Socket & OpenSocket
    packet(net: Net): PacketSocket & OpenSocket
  } | null = null
  /** Requests that the core has no answer to. */
  rtnetlink: ((net: Net, request: RtnetlinkRequest) => RtnetlinkReply) | null = null
  /** Attributes of bridges and of their ports, set. */
  bridge: {
    changelink(dev: NetDevice, attrs: BridgeAttrs): Refusal | null
    setport(dev: NetDevice, attrs: BridgePortAttrs): Refusal | null
  } | null = null
  /** Files below /sys/class/net/DEV. */
  sysfs: {
    attributes(net: Net, device: string): readonly string[]
    read(net: Net, device: string, attribute: string): string | Errno
    write(net: Net, device: string, attribute: string, text: string): Errno | null
  } | null = null
  /** /dev/net/tun. */
  tun: ((net: Net, request: TunRequest) => Refusal | null) | null = null
  /** The generic netlink family IPVS. */
  ipvs: ((net: Net, request: IpvsRequest) => IpvsReply) | null = null
  /** NETLINK_SOCK_DIAG. */
  diag: ((net: Net, protocol: DiagProtocol) => readonly InetDiagMessage[]) | null = null
}
