// Kinds of link that `ip link add … type KIND` can make: a line each. Ref: struct rtnl_link_ops
import { EADDRNOTAVAIL, EINVAL } from '../../uapi/errno.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import { isMulticastMac, MAC_ZERO } from '../../wire/mac.ts'
import { brRegistered, makeBridge } from '../bridge/br_device.ts'
import { bridgeChangelink } from '../bridge/br_netlink.ts'
import { devSetMtu, registerNetdevice, unregisterNetdevice } from '../core/dev.ts'
import { Net, refuse, type NetDevice, type Refusal } from '../core/net.ts'
import { makeDummy } from '../drivers/dummy.ts'
import { vethNewlink, type VethEnd } from '../drivers/veth.ts'

export interface NewLink {
  /** Where it is to be made. */
  readonly net: Net
  /** Where it was asked for. */
  readonly sourceNet: Net
  readonly link: LinkRequest
  readonly name: string
}

type MakeLink = (request: NewLink) => NetDevice | Refusal

/** What is wrong with a link whatever its name: looked at first. Ref: veth_validate(), br_validate(), dummy_validate() */
export function validateLink(link: LinkRequest): Refusal | null {
  const { address, mtu, linkinfo } = link
  if (address !== undefined && (address === MAC_ZERO || isMulticastMac(address))) return refuse(EADDRNOTAVAIL)
  if (linkinfo?.kind === 'veth' && mtu !== undefined && (mtu < 68 || mtu > 65535)) return refuse(EINVAL)
  return null
}

export const linkKinds: Readonly<Record<string, MakeLink>> = {
  veth: newVeth,
  bridge: newBridge,
  dummy: newDummy,
}

function newVeth({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  const peer = link.linkinfo?.peer
  const peerNet = peer?.netns instanceof Net ? peer.netns : sourceNet
  const made = vethNewlink(end(net, name, link), end(peerNet, peer?.ifname ?? 'veth%d', peer ?? {}))
  if ('errno' in made) return made
  const far = made.peer
  if (peer?.group !== undefined && far) far.group = peer.group
  return made
}

function end(net: Net, name: string, link: LinkRequest): VethEnd {
  return {
    net,
    name,
    mac: link.address ?? null,
    mtu: link.mtu ?? null,
    index: link.index ?? 0,
    txqlen: link.txqlen ?? null,
  }
}

function finish(dev: NetDevice, link: LinkRequest): NetDevice | Refusal {
  if (link.txqlen !== undefined) dev.txqlen = link.txqlen
  const refused = registerNetdevice(dev, link.index)
  if (refused) return refused
  const badMtu = link.mtu === undefined ? null : devSetMtu(dev, link.mtu)
  if (!badMtu) return dev
  unregisterNetdevice(dev)
  return badMtu
}

function newBridge({ net, link, name }: NewLink): NetDevice | Refusal {
  const dev = makeBridge(net, name, link.address ?? null)
  const refused = link.linkinfo?.bridge ? bridgeChangelink(dev, link.linkinfo.bridge) : null
  if (refused) return refused
  const finished = finish(dev, link)
  if (!('errno' in finished)) brRegistered(finished)
  return finished
}

function newDummy({ net, link, name }: NewLink): NetDevice | Refusal {
  return finish(makeDummy(net, name, link.address ?? null), link)
}
