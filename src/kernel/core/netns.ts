// Namespaces, made and unmade. Ref: net/core/net_namespace.c
import { devAllocName, devChangeNetNamespace, unregisterNetdevice } from './dev.ts'
import { Net, type Stack } from './net.ts'
import { nsidForget } from './nsid.ts'

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
  for (const other of stack.nets) nsidForget(other, net)
}
