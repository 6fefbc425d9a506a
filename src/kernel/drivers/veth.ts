// Virtual Ethernet pairs. Ref: drivers/net/veth.c
import { MICROSECOND } from '../../sim/clock.ts'
import { ENOBUFS } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_MULTICAST } from '../../uapi/if.ts'
import { ETH_HEADER } from '../../wire/ethernet.ts'
import type { Mac } from '../../wire/mac.ts'
import { VLAN_HLEN } from '../../wire/vlan.ts'
import { ethMacAddr, randomMac, registerNetdevice, unregisterNetdevice } from '../core/dev.ts'
import { netifCarrierOff, netifCarrierOn } from '../core/linkwatch.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, type Net, type NetDeviceOps, type Refusal } from '../core/net.ts'
import { rtmsgIfinfo } from '../core/rtnl_notify.ts'
import type { SkBuff } from '../core/skb.ts'
import { drop } from '../core/trace.ts'
import { xmitTo } from '../core/xmit.ts'

export const VETH_DELAY = 8 * MICROSECOND

function peerOf(dev: NetDevice): NetDevice | null {
  return dev.priv instanceof NetDevice ? dev.priv : null
}

/** Null of what is no end of a pair. */
export function vethFarEnd(dev: NetDevice): NetDevice | null {
  return dev.ops === vethOps ? peerOf(dev) : null
}

const vethOps: NetDeviceOps = {
  kind: 'veth',
  open(dev) {
    const peer = peerOf(dev)
    if (!peer?.up) return
    netifCarrierOn(dev)
    netifCarrierOn(peer)
  },
  stop(dev) {
    netifCarrierOff(dev)
    const peer = peerOf(dev)
    if (peer) netifCarrierOff(peer)
  },
  xmit: vethXmit,
  setMac: ethMacAddr,
  iflink: (dev) => peerOf(dev)?.index ?? 0,
  linkNet: (dev) => peerOf(dev)?.net ?? null,
  peer: peerOf,
  dellink(dev) {
    const peer = peerOf(dev)
    dev.priv = null
    if (peer) peer.priv = null
    unregisterNetdevice(dev)
    if (peer) unregisterNetdevice(peer)
  },
}

/** A frame may be up to the peer's MTU and a VLAN tag long. Ref: is_skb_forwardable() */
function vethXmit(skb: SkBuff, dev: NetDevice): void {
  const peer = peerOf(dev)
  if (!peer?.up || !skb.frame) {
    dev.txDropped++
    return drop(skb, 'vethXmit', 'DEV_READY')
  }
  if (skb.length > peer.mtu + ETH_HEADER + VLAN_HLEN) {
    dev.txDropped++
    return drop(skb, 'vethXmit', 'PKT_TOO_BIG', ENOBUFS)
  }
  xmitTo(skb, dev, peer, VETH_DELAY)
}

export interface VethEnd {
  readonly net: Net
  /** A pattern such as `veth%d` takes the lowest free number. */
  readonly name: string
  readonly mac: Mac | null
  readonly mtu: number | null
  /** 0: the next free number. */
  readonly index: number
  readonly txqlen: number | null
}

function makeEnd(end: VethEnd): NetDevice {
  const dev = new NetDevice(end.net, vethOps, {
    ...ETHER_SETUP,
    name: end.name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mac: end.mac ?? randomMac(end.net.stack),
    numQueues: 2,
    qdisc: 'noqueue',
  })
  if (end.mac !== null) dev.macSet = true
  if (end.mtu !== null) dev.mtu = end.mtu
  if (end.txqlen !== null) dev.txqlen = end.txqlen
  return dev
}

/** Makes a pair; the peer first, so that it has the lower number. Ref: veth_newlink() */
export function vethNewlink(near: VethEnd, far: VethEnd): NetDevice | Refusal {
  const peer = makeEnd(far)
  const refusedPeer = registerNetdevice(peer, far.index)
  if (refusedPeer) return refusedPeer
  netifCarrierOff(peer)
  rtmsgIfinfo('RTM_NEWLINK', peer)
  const dev = makeEnd(near)
  const refused = registerNetdevice(dev, near.index)
  if (refused) {
    unregisterNetdevice(peer)
    return refused
  }
  netifCarrierOff(dev)
  dev.priv = peer
  peer.priv = dev
  return dev
}
