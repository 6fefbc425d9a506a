// Links, addresses and routes of the namespace that the daemon is in, by rtnetlink; and visits to another.
import type { Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import { IFF_UP } from '../../../uapi/if.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  RTN_UNICAST,
  RTPROT_BOOT,
  RT_SCOPE_LINK,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  type AddrMessage,
  type LinkMessage,
  type LinkRequest,
  type RouteMessage,
} from '../../../uapi/rtnetlink.ts'
import { lastOf, toUapi, type Address, type Prefix } from './prefix.ts'

export function linkByName(p: Process, ifname: string): LinkMessage | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link : null
}

export function addLink(p: Process, link: LinkRequest): Errno | null {
  const flags = { create: true, excl: true }
  return p.net.rtnetlink({ type: 'RTM_NEWLINK', flags, link }).error?.errno ?? null
}

export function setLink(p: Process, link: LinkRequest): Errno | null {
  return p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link }).error?.errno ?? null
}

export function setLinkUp(p: Process, index: number): Errno | null {
  return setLink(p, { index, flags: IFF_UP, change: IFF_UP })
}

export function deleteLink(p: Process, ifname: string): void {
  const link = linkByName(p, ifname)
  if (link) p.net.rtnetlink({ type: 'RTM_DELLINK', index: link.index })
}

export function addressesOf(p: Process, index: number): readonly AddrMessage[] {
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_UNSPEC }).messages ?? []
  return all.flatMap((m) => (m.type === 'RTM_NEWADDR' && m.index === index ? [m] : []))
}

/** With the broadcast address of its network, IPv4's. */
export function addAddress(p: Process, index: number, prefix: Prefix, flags = 0): Errno | null {
  const local = toUapi(prefix)
  const family = prefix.family === 4 ? AF_INET : AF_INET6
  const broadcast = prefix.family === 4 && prefix.length < 31 ? { broadcast: Number(lastOf(prefix)) } : {}
  const scope = RT_SCOPE_UNIVERSE
  const addr = {
    family,
    index,
    prefixlen: prefix.length,
    local,
    address: local,
    scope,
    flags,
    ...broadcast,
  } as const
  return (
    p.net.rtnetlink({ type: 'RTM_NEWADDR', flags: { create: true, excl: true }, addr }).error?.errno ?? null
  )
}

export function deleteAddress(
  p: Process,
  { family, index, prefixlen, local, scope, flags }: AddrMessage,
): void {
  p.net.rtnetlink({ type: 'RTM_DELADDR', addr: { family, index, prefixlen, local, scope, flags } })
}

export function routesOf(p: Process): readonly RouteMessage[] {
  const all = p.net.rtnetlink({ type: 'RTM_GETROUTE', family: AF_INET, table: RT_TABLE_MAIN }).messages ?? []
  return all.flatMap((m) => (m.type === 'RTM_NEWROUTE' ? [m] : []))
}

/** A default route by a gateway, or out of a device where there is none (`gateway` null). */
export function changeDefaultRoute(
  p: Process,
  type: 'RTM_NEWROUTE' | 'RTM_DELROUTE',
  family: 4 | 6,
  gateway: Address | null,
  oif: number,
): Errno | null {
  const route = {
    family: family === 4 ? AF_INET : AF_INET6,
    table: RT_TABLE_MAIN,
    protocol: RTPROT_BOOT,
    scope: gateway || family === 6 ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK,
    routeType: RTN_UNICAST,
    dst: family === 4 ? 0 : 0n,
    dstLen: 0,
    tos: 0,
    priority: 0,
    flags: 0,
    oif,
    ...(gateway ? { gateway: toUapi(gateway) } : {}),
  } as const
  const reply =
    type === 'RTM_NEWROUTE'
      ? p.net.rtnetlink({ type, flags: { create: true, excl: true }, route })
      : p.net.rtnetlink({ type, route })
  return reply.error?.errno ?? null
}

/** Does `work`, which must not wait, in another namespace. */
export function inNetns<T>(p: Process, netns: NetnsRef, work: () => T): T {
  const own = p.net.netns()
  p.net.setns(netns)
  try {
    return work()
  } finally {
    p.net.setns(own)
  }
}

/** Ref: os.WriteFile of /proc/sys/…; null where there is no such setting. */
export function readSysctl(p: Process, name: string): string | null {
  const text = p.fs.readText(`/proc/sys/${name}`)
  return isErrno(text) ? null : text.trimEnd()
}

export function writeSysctl(p: Process, name: string, value: string): Errno | null {
  return p.fs.writeFile(`/proc/sys/${name}`, `${value}\n`)
}

/** An error's words as Go has them. */
export function goText(errno: Errno): string {
  return errno.text.toLowerCase()
}
