// What a bridge tells of its ports. Ref: net/bridge/br_netlink.c:br_ifinfo_notify(), br_fill_ifinfo()
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { ifinfoHook, rtnlNotify } from '../core/rtnl_notify.ts'
import type { BridgePort } from './br.ts'

export function brIfinfoNotify(type: LinkMessage['type'], { dev, bridge }: BridgePort): void {
  if (dev.net.stack.rtnlSockets.size === 0) return
  const filled = ifinfoHook.fill(dev)
  if (!filled) return
  // The number of the other end is told, but not in which namespace it counts.
  const { linkNetnsid: _, ...message } = filled
  rtnlNotify(dev.net, 'link', () => ({ ...message, type, master: bridge.dev.index, byBridge: true }))
}
