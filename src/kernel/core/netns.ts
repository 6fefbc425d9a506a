// Namespaces and the ids they know one another by. Ref: net/core/net_namespace.c
import { devAllocName, devChangeNetNamespace, unregisterNetdevice } from './dev.ts'
import { Net, type Stack } from './net.ts'

/** What a protocol does when a namespace is made (Ref: struct pernet_operations). */
export type NetInit = (net: Net) => void

/** A new namespace, set up by each of `inits` in turn. */
export function setupNet(stack: Stack, inits: readonly NetInit[]): Net {
  const net = new Net(stack)
  net.onRelease = cleanupNet
  for (const init of inits) init(net)
  return net
}

/** The last reference is gone: its devices go too, physical ones back to the first namespace. Ref: cleanup_net() */
function cleanupNet(net: Net): void {
  net.alive = false
  const { stack } = net
  const [init] = stack.nets
  for (const dev of [...net.devices.values()]) {
    if (!net.devices.has(dev.index)) continue // a veth took its peer along
    if (dev.name === 'lo') continue
    if (dev.ops.kind === null && init && init !== net) {
      devChangeNetNamespace(dev, init, init.byName.has(dev.name) ? devAllocName(init, 'dev%d') : dev.name)
    } else if (dev.ops.dellink) dev.ops.dellink(dev)
    else unregisterNetdevice(dev)
  }
  for (const dev of [...net.devices.values()]) unregisterNetdevice(dev)
  stack.nets.delete(net)
  for (const other of stack.nets) {
    const id = other.nsids.get(net)
    if (id === undefined) continue
    other.nsids.delete(net)
    other.nsidNumbers.give(id)
    other.version++
  }
}

/** The id of `peer` in `net`; −1 when it has none. Ref: peernet2id() */
export function peernet2id(net: Net, peer: Net): number {
  return net.nsids.get(peer) ?? -1
}

/** The id of `peer` in `net`, given now when it had none. Ref: peernet2id_alloc() */
export function peernet2idAlloc(net: Net, peer: Net): number {
  const known = net.nsids.get(peer)
  if (known !== undefined) return known
  const id = net.nsidNumbers.take()
  net.nsids.set(peer, id)
  net.version++
  return id
}
