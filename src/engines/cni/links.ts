// Links, addresses and routes as the plugins ask the kernel for them. (Ref: vishvananda/netlink link_linux.go,
// addr_linux.go, route_linux.go)
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_UNICAST,
  RTPROT_BOOT,
  type AddrMessage,
  type CreateFlags,
  type LinkMessage,
  type LinkRequest,
  type RouteAttrs,
  type RtnetlinkRequest,
} from '../../uapi/rtnetlink.ts'
import { broadcastOf, isV4, type Ip, type IpNet } from './address.ts'
import type { CniCall } from './skel.ts'

/** What a library says of a device that is not there. */
export const LINK_NOT_FOUND = 'Link not found'

/** An error number as Go writes it: without the capital. */
export function goErrno(error: Errno): string {
  return error.text.charAt(0).toLowerCase() + error.text.slice(1)
}

/** null when it was done. */
export function ask(p: Process, request: RtnetlinkRequest): Errno | null {
  return p.net.rtnetlink(request).error?.errno ?? null
}

export function linkByName(p: Process, ifname: string): LinkMessage | null {
  if (ifname === '') return null
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link : null
}

export function linkByIndex(p: Process, index: number): LinkMessage | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', index }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link : null
}

export function addLink(p: Process, link: LinkRequest): Errno | null {
  return ask(p, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link })
}

export function setLink(p: Process, link: LinkRequest): Errno | null {
  return ask(p, { type: 'RTM_NEWLINK', flags: {}, link })
}

export function setLinkFlag(p: Process, index: number, flag: number, on: boolean): Errno | null {
  return setLink(p, { index, flags: on ? flag : 0, change: flag })
}

export function setUp(p: Process, index: number): Errno | null {
  return setLinkFlag(p, index, IFF_UP, true)
}

export function addressesOf(p: Process, index: number, family: number = 0): AddrMessage[] {
  const messages = p.net.rtnetlink({ type: 'RTM_GETADDR', family }).messages ?? []
  return messages.flatMap((addr) => (addr.type === 'RTM_NEWADDR' && addr.index === index ? [addr] : []))
}

export function addAddress(p: Process, index: number, net: IpNet): Errno | null {
  const broadcast = broadcastOf(net)
  return ask(p, {
    type: 'RTM_NEWADDR',
    flags: { create: true, excl: true },
    addr: {
      family: isV4(net.ip) ? AF_INET : AF_INET6,
      index,
      prefixlen: net.bits,
      local: net.ip,
      address: net.ip,
      scope: RT_SCOPE_UNIVERSE,
      flags: 0,
      ...(broadcast === null ? {} : { broadcast }),
    },
  })
}

export interface RouteSpec {
  readonly dst: IpNet
  readonly oif: number
  readonly scope?: number
  readonly gw?: Ip
  readonly src?: Ip
}

export function routeAttrs({ dst, oif, scope = RT_SCOPE_UNIVERSE, gw, src }: RouteSpec): RouteAttrs {
  return {
    family: isV4(dst.ip) ? AF_INET : AF_INET6,
    table: RT_TABLE_MAIN,
    protocol: RTPROT_BOOT,
    scope,
    routeType: RTN_UNICAST,
    dst: dst.ip,
    dstLen: dst.bits,
    tos: 0,
    priority: 0,
    oif,
    flags: 0,
    ...(gw === undefined ? {} : { gateway: gw }),
    ...(src === undefined ? {} : { prefsrc: src }),
  }
}

export function addRoute(p: Process, route: RouteSpec, flags: CreateFlags): Errno | null {
  return ask(p, { type: 'RTM_NEWROUTE', flags, route: routeAttrs(route) })
}

// ---- namespaces

/** Why the file of a namespace cannot be used, and whether because it is not there. Ref: plugins pkg/ns:IsNSorErr() */
export interface NetnsFailure {
  readonly message: string
  readonly absent: boolean
}

export function openNetns(p: Process, path: string): NetnsRef | NetnsFailure {
  const netns = p.net.openNetns(path)
  if (!isErrno(netns)) return netns
  const stat = p.fs.stat(path)
  if (isErrno(stat)) return { message: `failed to Statfs "${path}": ${goErrno(stat)}`, absent: true }
  return { message: `unknown FS magic on "${path}": ${fileSystemMagic(path)}`, absent: false }
}

export function isNetnsFailure(netns: NetnsRef | NetnsFailure): netns is NetnsFailure {
  return 'message' in netns
}

/** f_type of statfs(2). */
function fileSystemMagic(path: string): string {
  if (/^\/proc(?:\/|$)/.test(path)) return '9fa0'
  if (/^\/(?:var\/)?run(?:\/|$)/.test(path)) return '1021994'
  return 'ef53'
}

/** The container's namespace, or the end of the program with the words that the plugins have for it. */
export function containerNetns(cni: CniCall): NetnsRef {
  const netns = openNetns(cni.p, cni.netns)
  if (!isNetnsFailure(netns)) return netns
  return cni.fail(`failed to open netns "${cni.netns}": ${netns.message}`)
}

/** Does `work` in another namespace. */
export function within<T>(p: Process, netns: NetnsRef, work: () => T): T {
  const own = p.net.netns()
  p.net.setns(netns)
  const result = work()
  p.net.setns(own)
  return result
}

/** Writes `/proc/sys/NAME` with slashes; that it could not be is not looked at. */
export function sysctl(p: Process, name: string, value: string): void {
  p.fs.writeFile(`/proc/sys/${name}`, value)
}
