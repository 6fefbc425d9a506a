// What a kind of link brings to `ip link add … type KIND`. Ref: include/net/rtnetlink.h:struct rtnl_link_ops
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import { devSetMtu, registerNetdevice, unregisterNetdevice } from './dev.ts'
import type { Net, NetDevice, Refusal } from './net.ts'

export interface NewLink {
  /** Where it is to be made. */
  readonly net: Net
  /** Where it was asked for. */
  readonly sourceNet: Net
  readonly link: LinkRequest
  readonly name: string
}

/** Makes and registers the device. */
export type MakeLink = (request: NewLink) => NetDevice | Refusal

export type ValidateLink = (link: LinkRequest) => Refusal | null

/** Registers `dev` with what was asked of any link. */
export function registerLink(dev: NetDevice, link: LinkRequest): NetDevice | Refusal {
  if (link.txqlen !== undefined) dev.txqlen = link.txqlen
  const refused = registerNetdevice(dev, link.index)
  if (refused) return refused
  const badMtu = link.mtu === undefined ? null : devSetMtu(dev, link.mtu)
  if (!badMtu) return dev
  unregisterNetdevice(dev)
  return badMtu
}
