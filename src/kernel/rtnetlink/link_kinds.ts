// Kinds of link that `ip link add … type KIND` can make: a line each. Ref: struct rtnl_link_ops
import { EADDRNOTAVAIL, EINVAL, ENOTCONN } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import { isMulticastMac, MAC_ZERO } from '../../wire/mac.ts'
import { devChangeFlags } from '../core/dev.ts'
import { rtnlCreateLink } from './link_settings.ts'
import { brRegistered, makeBridge } from '../bridge/br_device.ts'
import { Net, refuse, type NetDevice, type Refusal, type Stack } from '../core/net.ts'
import { registerLink, type MakeLink, type NewLink } from '../core/rtnl_link.ts'
import { vethNewlink, type VethEnd } from '../drivers/veth.ts'

/** What is wrong with a link whatever its name: looked at first. Ref: veth_validate(), br_validate(), dummy_validate() */
export function validateLink(stack: Stack, link: LinkRequest): Refusal | null {
  const { address, mtu, linkinfo } = link
  const own = stack.linkValidators.get(linkinfo?.kind ?? '')?.(link)
  if (own) return own
  if (address !== undefined && (address === MAC_ZERO || isMulticastMac(address))) return refuse(EADDRNOTAVAIL)
  if (linkinfo?.kind === 'veth' && mtu !== undefined && (mtu < 68 || mtu > 65535)) return refuse(EINVAL)
  return null
}

/** The kinds that are always there. */
const LINK_KINDS: Readonly<Record<string, MakeLink>> = {
  veth: newVeth,
  bridge: newBridge,
}

/** Null: there is no such kind. Ref: rtnl_link_ops_get() */
export function linkKind(stack: Stack, kind: string): MakeLink | null {
  return LINK_KINDS[kind] ?? stack.linkKinds.get(kind) ?? null
}

function newVeth({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  const peer = link.linkinfo?.peer
  const peerNet = peer?.netns instanceof Net ? peer.netns : sourceNet
  // The peer stands before it has one itself. Ref: veth_open()
  if (peer && (peer.flags ?? 0) & (peer.change ?? 0) & IFF_UP) {
    if (peer.index === undefined) peerNet.nextIndex()
    return refuse(ENOTCONN)
  }
  const made = vethNewlink(end(net, name, link), end(peerNet, peer?.ifname ?? 'veth%d', peer ?? {}))
  if ('errno' in made) return made
  const far = made.peer
  if (far && peer) {
    rtnlCreateLink(far, peer)
    if (peer.change) devChangeFlags(far, peer.flags ?? 0, peer.change)
  }
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

function newBridge({ net, link, name }: NewLink): NetDevice | Refusal {
  const dev = makeBridge(net, name, link.address ?? null)
  const { bridge } = link.linkinfo ?? {}
  const refused = bridge ? net.stack.slots.bridge?.changelink(dev, bridge) : null
  if (refused) return refused
  const finished = registerLink(dev, link)
  if (!('errno' in finished)) brRegistered(finished)
  return finished
}
