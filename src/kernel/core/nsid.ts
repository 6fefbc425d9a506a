// The ids namespaces know one another by. Ref: net/core/net_namespace.c
import type { NsidMessage } from '../../uapi/rtnetlink.ts'
import type { Net } from './net.ts'
import { rtnlNotify } from './rtnl_notify.ts'

/** The id of `peer` in `net`; −1 when it has none. Ref: peernet2id() */
export function peernet2id(net: Net, peer: Net): number {
  return net.nsids.get(peer) ?? -1
}

/** The id of `peer` in `net`, given now when it had none. Ref: peernet2id_alloc() */
export function peernet2idAlloc(net: Net, peer: Net): number {
  const known = net.nsids.get(peer)
  if (known !== undefined) return known
  const id = net.nsidNumbers.take()
  nsidAssign(net, peer, id)
  return id
}

export function nsidAssign(net: Net, peer: Net, nsid: number): void {
  net.nsids.set(peer, nsid)
  net.version++
  notify('RTM_NEWNSID', net, peer, nsid)
}

export function nsidForget(net: Net, peer: Net): void {
  const id = net.nsids.get(peer)
  if (id === undefined) return
  net.nsids.delete(peer)
  net.nsidNumbers.give(id)
  net.version++
  notify('RTM_DELNSID', net, peer, id)
}

/** Ref: rtnl_net_notifyid() */
function notify(type: NsidMessage['type'], net: Net, peer: Net, nsid: number): void {
  rtnlNotify(net, 'nsid', () => ({ type, nsid, netns: peer.inode }))
}
