// Bridges and their ports as a program sees them, by rtnetlink.
import type { Process } from '../../os/program.ts'
import { ENODEV, EOPNOTSUPP, type Errno } from '../../uapi/errno.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'

export function allLinks(p: Process): readonly LinkMessage[] {
  const messages = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return messages.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [m] : []))
}

export function findLink(p: Process, name: string): LinkMessage | null {
  const found = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: name }).messages?.[0]
  return found?.type === 'RTM_NEWLINK' ? found : null
}

export function isBridge(link: LinkMessage): boolean {
  return link.linkinfo?.kind === 'bridge'
}

/** The bridge of that name, or what its ioctls answer: ENODEV, EOPNOTSUPP when it is another kind of device. */
export function findBridge(p: Process, name: string): LinkMessage | Errno {
  const link = findLink(p, name)
  if (link === null) return ENODEV
  return isBridge(link) ? link : EOPNOTSUPP
}

/** In the order of their names, as scandir(3) gives /sys/class/net/BRIDGE/brif. */
export function portsOf(p: Process, bridge: LinkMessage): readonly LinkMessage[] {
  return byName(allLinks(p).filter((link) => link.master === bridge.index))
}

export function byName(links: readonly LinkMessage[]): readonly LinkMessage[] {
  return [...links].sort((a, b) => (a.ifname < b.ifname ? -1 : 1))
}
