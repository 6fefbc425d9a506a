// The UDP sockets of VXLAN: one for each port of a namespace, shared by the devices on it. Ref: vxlan_socket_create()
import { EADDRINUSE, isErrno } from '../../uapi/errno.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import type { UdpSink } from '../ipv4/socket_table.ts'
import { udpGetPort } from '../transport/udp_port.ts'
import type { VxlanDev } from './vxlan_dev.ts'
import { vxlanRcv } from './vxlan_rcv.ts'

export class VxlanSock implements UdpSink {
  readonly boundAddress = 0
  readonly remoteAddress = 0
  readonly remotePort = 0
  readonly boundDevice = null
  readonly mapped = false
  readonly reuseaddr = false
  readonly reuseport = false
  readonly port: number
  readonly devices = new Map<number, VxlanDev>()

  constructor(port: number) {
    this.port = port
  }

  encapRcv(skb: SkBuff, packet: Ipv4): void {
    vxlanRcv(this.devices, skb, packet)
  }

  receive(): void {}

  /** Ref: vxlan_err_lookup(): whoever answers with an error changes nothing. */
  icmpError(): void {}
}

function findSock(net: Net, port: number): VxlanSock | null {
  for (const sink of ipv4Of(net).sockets.udp.get(port) ?? []) if (sink instanceof VxlanSock) return sink
  return null
}

/** Ref: vxlan_find_vni() */
export function vxlanFindVni(net: Net, port: number, vni: number): VxlanDev | null {
  return findSock(net, port)?.devices.get(vni) ?? null
}

/** A device comes up. Ref: vxlan_sock_add() */
export function vxlanSockAdd(vxlan: VxlanDev): Refusal | null {
  const { net, cfg } = vxlan
  let sock = findSock(net, cfg.dstPort)
  if (!sock) {
    const { sockets } = ipv4Of(net)
    sock = new VxlanSock(cfg.dstPort)
    if (isErrno(udpGetPort(net, { ...sock, v6only: false, boundIndex: 0 }, cfg.dstPort)))
      return refuse(EADDRINUSE)
    sockets.addUdp(sock)
  }
  sock.devices.set(cfg.vni, vxlan)
  return null
}

/** A device goes down: the last one on its port closes the socket. Ref: vxlan_sock_release() */
export function vxlanSockRelease(vxlan: VxlanDev): void {
  const { net, cfg } = vxlan
  const sock = findSock(net, cfg.dstPort)
  if (!sock) return
  sock.devices.delete(cfg.vni)
  if (sock.devices.size === 0) ipv4Of(net).sockets.removeUdp(sock)
}
