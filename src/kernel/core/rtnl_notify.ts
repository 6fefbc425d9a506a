// Telling those who listen what has changed. Ref: net/netlink/af_netlink.c:nlmsg_notify(), do_one_broadcast()
import { WaitQueue } from '../../sim/wait.ts'
import { EAGAIN, type Errno } from '../../uapi/errno.ts'
import type { LinkMessage, RtnetlinkMessage } from '../../uapi/rtnetlink.ts'
import type {
  RtnetlinkGroup,
  RtnetlinkNotification,
  RtnetlinkSocket,
  RtnetlinkSocketOptions,
} from '../../uapi/rtnotify.ts'
import type { Net, NetDevice } from './net.ts'

/** Messages a socket keeps for its reader; further ones are lost (SO_RCVBUF). */
const MOST_QUEUED = 8192

export class RtnlSock extends WaitQueue implements RtnetlinkSocket {
  readonly #net: Net
  readonly #groups: ReadonlySet<RtnetlinkGroup>
  readonly #allNsid: boolean
  readonly #queue: RtnetlinkNotification[] = []

  constructor(net: Net, options: RtnetlinkSocketOptions) {
    super()
    this.#net = net
    this.#groups = new Set(options.groups)
    this.#allNsid = options.allNsid
    net.stack.rtnlSockets.add(this)
  }

  /** Takes what is told in `net` if it listens to that. */
  deliver(net: Net, group: RtnetlinkGroup, make: () => RtnetlinkMessage): void {
    if (!this.#groups.has(group) || this.#queue.length >= MOST_QUEUED) return
    const nsid = net === this.#net ? null : this.#net.nsids.get(net)
    if (nsid === undefined || (nsid !== null && !this.#allNsid)) return
    this.#queue.push({ message: make(), nsid })
    this.wake()
  }

  recv(): RtnetlinkNotification | Errno {
    return this.#queue.shift() ?? EAGAIN
  }

  close(): void {
    this.#net.stack.rtnlSockets.delete(this)
  }
}

/** Tells a group of listeners; `make` is called only when there are any. */
export function rtnlNotify(net: Net, group: RtnetlinkGroup, make: () => RtnetlinkMessage): void {
  for (const socket of net.stack.rtnlSockets) socket.deliver(net, group, make)
}

/** How a link is described, set by rtnetlink/link.ts: it knows of every kind. */
export const ifinfoHook: { fill: (dev: NetDevice) => LinkMessage | null } = { fill: () => null }

/** Ref: net/core/rtnetlink.c:rtmsg_ifinfo() */
export function rtmsgIfinfo(
  type: LinkMessage['type'],
  dev: NetDevice,
  more: Partial<LinkMessage> = {},
): void {
  if (dev.net.stack.rtnlSockets.size === 0) return
  const message = ifinfoHook.fill(dev)
  if (message) rtnlNotify(dev.net, 'link', () => ({ ...message, ...more, type }))
}
