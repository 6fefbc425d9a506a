// What the ipvlans on one parent share, and the way of their frames. Ref: drivers/net/ipvlan/ipvlan_core.c, ipvlan_l3s.c
import { isErrno } from '../../uapi/errno.ts'
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODE_L2,
  IPVLAN_MODE_L3,
  IPVLAN_MODE_L3S,
} from '../../uapi/if_link.ts'
import { RTN_LOCAL, RTN_UNICAST } from '../../uapi/rtnetlink.ts'
import { IFF_ALLMULTI, IFF_PROMISC } from '../../uapi/if.ts'
import type { Frame } from '../../wire/ethernet.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import { NDISC_NEIGHBOUR_SOLICITATION } from '../../wire/ndisc.ts'
import type { NetDevice } from '../core/net.ts'
import { PACKET_BROADCAST, PACKET_MULTICAST, type SkBuff } from '../core/skb.ts'
import { countRx } from '../core/stacked.ts'
import { cloneSkb, drop, step } from '../core/trace.ts'
import { devForwardSkb, devQueueXmit, netifReceiveSkb, netifRxLater } from '../core/xmit.ts'
import { inDev } from '../ipv4/in_device.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { ipRcvAs } from '../ipv4/ip_input.ts'
import { ipLocalOut } from '../ipv4/ip_output.ts'
import { ipRouteOutput } from '../ipv4/route.ts'

export class Ipvlan {
  readonly dev: NetDevice
  readonly port: IpvlanPort
  constructor(dev: NetDevice, port: IpvlanPort) {
    this.dev = dev
    this.port = port
  }

  /** Ref: ipvlan_set_multicast_mac_filter(): broadcasts, and the groups that were joined. */
  hears(group: Mac): boolean {
    const { dev } = this
    if (dev.flags & (IFF_PROMISC | IFF_ALLMULTI)) return true
    return group === dev.broadcast || dev.multicast.includes(group)
  }
}

export class IpvlanPort {
  readonly dev: NetDevice
  /** In the order they were made. */
  readonly slaves: Ipvlan[] = []
  /** IPVLAN_MODE_*. */
  mode = IPVLAN_MODE_L3
  /** IPVLAN_F_*; none is bridge mode. */
  flags = 0
  constructor(dev: NetDevice) {
    this.dev = dev
  }

  /** The one that is up and has this address. Ref: ipvlan_ht_addr_lookup() */
  find(address: Inet | Inet6): Ipvlan | null {
    return this.slaves.find(({ dev }) => dev.up && holds(dev, address)) ?? null
  }

  /** Ref: ipvlan_addr_busy() */
  busy(address: Inet | Inet6): boolean {
    return this.slaves.some(({ dev }) => holds(dev, address))
  }
}

function holds(dev: NetDevice, address: Inet | Inet6): boolean {
  if (typeof address === 'bigint')
    return inet6Dev(dev)?.addresses.some((ifa) => ifa.address === address) ?? false
  return inDev(dev)?.addresses.some(({ local }) => local === address) ?? false
}

export function ipvlanOf(dev: NetDevice): Ipvlan | null {
  return dev.priv instanceof Ipvlan ? dev.priv : null
}

export function ipvlanPortOf(dev: NetDevice): IpvlanPort | null {
  return dev.ipvlanPort instanceof IpvlanPort ? dev.ipvlanPort : null
}

/** Whom a packet is for; null when no address tells. Ref: ipvlan_get_L3_hdr(), ipvlan_addr_lookup() */
function slaveFor(port: IpvlanPort, frame: Frame): Ipvlan | null {
  const { packet } = frame
  if (packet.kind === 'ipv4') return port.find(packet.dst)
  if (packet.kind === 'arp') return port.find(packet.tpa)
  if (packet.kind !== 'ipv6') return null
  const { payload } = packet
  const asks = payload.kind === 'icmp6' && payload.type === NDISC_NEIGHBOUR_SOLICITATION
  return port.find(asks ? payload.target : packet.dst)
}

/** The rx handler of the parent. Ref: ipvlan_handle_frame() */
export function ipvlanHandleFrame(skb: SkBuff): boolean {
  const port = ipvlanPortOf(skb.dev)
  const { frame } = skb
  if (!port || !frame) return false
  step(skb, 'ipvlanHandleFrame')
  if (port.mode === IPVLAN_MODE_L3S) return handleModeL3s(skb, port)
  if (port.mode === IPVLAN_MODE_L2 && isMulticastMac(frame.dst)) {
    // The parent hears it too.
    if (isExternal(port, frame)) processMulticast(skb, port, frame, null)
    return false
  }
  const slave = slaveFor(port, frame)
  if (!slave) return false
  skb.dev = slave.dev
  countRx(slave.dev, skb.length, false)
  netifReceiveSkb(skb)
  return true
}

/** False for what a slave sent and a neighbour sent back. Ref: ipvlan_external_frame() */
function isExternal(port: IpvlanPort, frame: Frame): boolean {
  if (frame.src !== port.dev.mac) return true
  const { packet } = frame
  if (packet.kind === 'ipv4' || packet.kind === 'ipv6') return port.find(packet.src) === null
  return packet.kind !== 'arp' || port.find(packet.spa) === null
}

/** By the hooks of the parent's namespace, then to the slave. Ref: ipvlan_l3_rcv(), ipvlan_nf_input() */
function handleModeL3s(skb: SkBuff, port: IpvlanPort): boolean {
  const { packet } = skb
  const slave = packet.kind === 'ipv4' ? port.find(packet.dst) : null
  if (!slave) return false
  countRx(slave.dev, skb.length, false)
  ipRcvAs(skb, slave.dev)
  return true
}

/** To those who listen; and out, when a slave sent it. Ref: ipvlan_process_multicast() */
function processMulticast(skb: SkBuff, port: IpvlanPort, frame: Frame, from: Ipvlan | null): void {
  const pktType = frame.dst === port.dev.broadcast ? PACKET_BROADCAST : PACKET_MULTICAST
  for (const slave of port.slaves) {
    if (slave === from || !slave.dev.up || !slave.hears(frame.dst)) continue
    const copy = cloneSkb(skb, slave.dev)
    copy.pktType = pktType
    countRx(slave.dev, copy.length, true)
    netifRxLater(copy)
  }
  if (!from) return
  skb.dev = port.dev
  devQueueXmit(skb)
}

/** Ref: ipvlan_start_xmit(), ipvlan_queue_xmit() */
export function ipvlanStartXmit(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'ipvlanStartXmit')
  const slave = ipvlanOf(dev)
  const { frame } = skb
  if (!slave || !frame) return drop(skb, 'ipvlanStartXmit', 'DEV_HDR')
  dev.txPackets++
  dev.txBytes += skb.length
  if (slave.port.mode === IPVLAN_MODE_L2) return xmitModeL2(skb, slave, frame)
  xmitModeL3(skb, slave, frame)
}

/** True when a sibling had it, or was not allowed to. */
function toSibling(skb: SkBuff, port: IpvlanPort, frame: Frame): boolean {
  const sibling = port.flags & IPVLAN_F_VEPA ? null : slaveFor(port, frame)
  if (!sibling) return false
  if (port.flags & IPVLAN_F_PRIVATE) {
    drop(skb, 'ipvlanQueueXmit', 'NOT_SPECIFIED')
    return true
  }
  countRx(sibling.dev, skb.length, false)
  devForwardSkb(skb, sibling.dev)
  return true
}

/** Ref: ipvlan_xmit_mode_l2() */
function xmitModeL2(skb: SkBuff, slave: Ipvlan, frame: Frame): void {
  const { port } = slave
  if (!(port.flags & IPVLAN_F_VEPA) && frame.dst === frame.src) {
    if (toSibling(skb, port, frame)) return
    return devForwardSkb(skb, port.dev)
  }
  if (isMulticastMac(frame.dst)) return processMulticast(skb, port, frame, slave)
  skb.dev = port.dev
  devQueueXmit(skb)
}

/** Ref: ipvlan_xmit_mode_l3() */
function xmitModeL3(skb: SkBuff, slave: Ipvlan, frame: Frame): void {
  const { port } = slave
  if (toSibling(skb, port, frame)) return
  processOutbound(skb, port, frame)
}

/** The parent's namespace routes it and sends it on. Ref: ipvlan_process_outbound(), ipvlan_process_v4_outbound() */
function processOutbound(skb: SkBuff, port: IpvlanPort, frame: Frame): void {
  const { packet } = skb
  // What has an address of a link layer has no place in layer 3.
  if (isMulticastMac(frame.dst) || packet.kind !== 'ipv4')
    return drop(skb, 'ipvlanProcessOutbound', 'NOT_SPECIFIED')
  const { net, index } = port.dev
  const flow = {
    daddr: packet.dst,
    saddr: packet.src,
    tos: packet.tos,
    oif: index,
    mark: skb.mark,
    anySource: true,
  }
  const route = ipRouteOutput(net, flow)
  if (isErrno(route)) return drop(skb, 'ipvlanProcessOutbound', 'IP_OUTNOROUTES')
  const { type } = route.dst
  if (type !== RTN_UNICAST && type !== RTN_LOCAL) return drop(skb, 'ipvlanProcessOutbound', 'NOT_SPECIFIED')
  skb.frame = null
  skb.dst = route.dst
  skb.dev = port.dev
  ipLocalOut(skb)
}
