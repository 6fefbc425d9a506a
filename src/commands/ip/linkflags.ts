// Flags of a device in angle brackets.
import {
  IFF_ALLMULTI,
  IFF_BROADCAST,
  IFF_DEBUG,
  IFF_DORMANT,
  IFF_DYNAMIC,
  IFF_LOOPBACK,
  IFF_LOWER_UP,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_POINTOPOINT,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_UP,
} from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { IpContext } from './context.ts'
import type { Printer } from './print.ts'

/** In the order in which iproute2 writes them. */
const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [IFF_LOOPBACK, 'LOOPBACK'],
  [IFF_BROADCAST, 'BROADCAST'],
  [IFF_POINTOPOINT, 'POINTOPOINT'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_NOARP, 'NOARP'],
  [IFF_ALLMULTI, 'ALLMULTI'],
  [IFF_PROMISC, 'PROMISC'],
  [0x400, 'MASTER'],
  [0x800, 'SLAVE'],
  [IFF_DEBUG, 'DEBUG'],
  [IFF_DYNAMIC, 'DYNAMIC'],
  [0x4000, 'AUTOMEDIA'],
  [0x2000, 'PORTSEL'],
  [IFF_NOTRAILERS, 'NOTRAILERS'],
  [IFF_UP, 'UP'],
  [IFF_LOWER_UP, 'LOWER_UP'],
  [IFF_DORMANT, 'DORMANT'],
  [0x40000, 'ECHO'],
]

/** `<NO-CARRIER,BROADCAST,UP> `; `mdown` adds M-DOWN. */
export function printFlags(out: Printer, flags: number, mdown: boolean): void {
  out.openArray('flags', '<')
  const noCarrier = (flags & (IFF_UP | IFF_RUNNING)) === IFF_UP
  let left = flags & ~IFF_RUNNING
  if (noCarrier) out.item('NO-CARRIER', left ? 'NO-CARRIER,' : 'NO-CARRIER')
  for (const [flag, name] of FLAG_NAMES) {
    if (!(left & flag)) continue
    left &= ~flag
    out.item(name, left ? `${name},` : name)
  }
  if (left) out.item((left >>> 0).toString(16), (left >>> 0).toString(16))
  if (mdown) out.item('M-DOWN', ',M-DOWN')
  out.closeArray('> ')
}

/**
 * `veth0@veth1`, through `layout`; `@ifN` when the other end is in another namespace. True when the other end is in this
 * namespace and down.
 */
export function printNameAndLink(
  ctx: IpContext,
  link: LinkMessage,
  layout: (name: string) => string,
): boolean {
  const { out, links } = ctx
  let name = link.ifname
  let mdown = false
  if (link.link === 0) {
    if (out.isJson) out.field('link', null)
    else name = `${name}@NONE`
  } else if (link.link !== undefined && link.linkNetnsid !== undefined) {
    if (out.isJson) out.field('link_index', link.link)
    else name = `${name}@if${link.link}`
  } else if (link.link !== undefined) {
    const peer = links.get(link.link)
    const peerName = peer?.ifname ?? `if${link.link}`
    if (out.isJson) out.field('link', peerName)
    else name = `${name}@${peerName}`
    mdown = peer !== null && !(peer.flags & IFF_UP)
  }
  out.colored('ifname', 'ifname', name, layout(name))
  return mdown
}
