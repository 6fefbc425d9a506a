// What ifconfig's ioctls do, said in rtnetlink. Ref: net/ipv4/devinet.c:devinet_ioctl(), net/core/dev_ioctl.c
import type { Process } from '../../os/program.ts'
import { EADDRNOTAVAIL, EINVAL, ENODEV, type Errno } from '../../uapi/errno.ts'
import { IFF_BROADCAST, IFF_POINTOPOINT, IFF_UP } from '../../uapi/if.ts'
import {
  AF_INET,
  RT_SCOPE_HOST,
  RT_SCOPE_UNIVERSE,
  type AddrMessage,
  type AddrRequest,
  type LinkMessage,
  type LinkRequest,
} from '../../uapi/rtnetlink.ts'
import { inetMask, isLoopback, maskLength, type Inet } from '../../wire/inet.ts'
import { addressesOf, linkOf } from '../lib/nettools/interfaces.ts'

/** Prefix length of an address's class; null for a multicast group. Ref: inet_abc_len() */
function classLength(address: Inet): number | null {
  const first = address >>> 24
  if (first === 0 || address === 0xffffffff) return 0
  if (first < 128) return 8
  if (first < 192) return 16
  if (first < 224) return 24
  return first < 240 ? null : 32
}

function findIfa(p: Process, link: LinkMessage, label: string): AddrMessage | null {
  return addressesOf(p).find((addr) => addr.index === link.index && addr.label === label) ?? null
}

function requestOf(ifa: AddrMessage): AddrRequest {
  const {
    family,
    index,
    prefixlen,
    local,
    address,
    broadcast,
    label,
    scope,
    metric,
    validLft,
    preferredLft,
  } = ifa
  return {
    family,
    index,
    prefixlen,
    local,
    address,
    scope,
    flags: 0,
    validLft,
    preferredLft,
    ...(broadcast === undefined ? {} : { broadcast }),
    ...(label === undefined ? {} : { label }),
    ...(metric === undefined ? {} : { metric }),
  }
}

function removeIfa(p: Process, ifa: AddrMessage): void {
  p.net.rtnetlink({ type: 'RTM_DELADDR', addr: requestOf(ifa) })
}

/** One that is there already is not put in, and is lost where it was taken out before. Ref: inet_insert_ifa() */
function insertIfa(p: Process, addr: AddrRequest): Errno | null {
  if (addr.local === 0) return null
  const flags = { create: true, excl: true }
  return p.net.rtnetlink({ type: 'RTM_NEWADDR', flags, addr }).error?.errno ?? null
}

/** SIOCSIFADDR: the address of a label, with the mask of its class. */
export function setAddress(p: Process, name: string, address: Inet): Errno | null {
  const link = linkOf(p, name)
  if (link === null) return ENODEV
  const length = classLength(address)
  if (length === null) return EINVAL
  const ifa = findIfa(p, link, name)
  if (ifa?.local === address) return null
  if (ifa) removeIfa(p, ifa)
  const prefixlen = link.flags & IFF_POINTOPOINT ? 32 : length
  const addr: AddrRequest = {
    family: AF_INET,
    index: link.index,
    prefixlen,
    local: address,
    address,
    label: name,
    scope: isLoopback(address) ? RT_SCOPE_HOST : RT_SCOPE_UNIVERSE,
    flags: 0,
  }
  if (!(link.flags & IFF_POINTOPOINT) && link.flags & IFF_BROADCAST && prefixlen < 31) {
    addr.broadcast = (address | ~inetMask(prefixlen)) >>> 0
  }
  return insertIfa(p, addr)
}

/** The address of a label is taken out and put in again, changed. */
function change(
  p: Process,
  name: string,
  changed: (ifa: AddrMessage, link: LinkMessage) => AddrRequest | Errno | null,
) {
  const link = linkOf(p, name)
  if (link === null) return ENODEV
  const ifa = findIfa(p, link, name)
  if (ifa === null) return EADDRNOTAVAIL
  const addr = changed(ifa, link)
  if (addr === null || !('family' in addr)) return addr
  removeIfa(p, ifa)
  insertIfa(p, addr)
  return null
}

/** SIOCSIFNETMASK: a broadcast address that fitted the old mask follows. */
export function setNetmask(p: Process, name: string, mask: Inet): Errno | null {
  return change(p, name, (ifa, link) => {
    const prefixlen = maskLength(mask)
    if (prefixlen === null) return EINVAL
    if (prefixlen === ifa.prefixlen) return null
    const addr = { ...requestOf(ifa), prefixlen }
    const local = Number(ifa.local)
    const fitted = ifa.broadcast === (local | ~inetMask(ifa.prefixlen)) >>> 0
    if (link.flags & IFF_BROADCAST && prefixlen < 31 && fitted) addr.broadcast = (local | ~mask) >>> 0
    return addr
  })
}

/** SIOCSIFBRDADDR. */
export function setBroadcast(p: Process, name: string, broadcast: Inet): Errno | null {
  return change(p, name, (ifa) => (ifa.broadcast === broadcast ? null : { ...requestOf(ifa), broadcast }))
}

/** SIOCSIFDSTADDR: the peer's address. */
export function setDestination(p: Process, name: string, address: Inet): Errno | null {
  return change(p, name, (ifa) => {
    if (ifa.address === address) return null
    return classLength(address) === null ? EINVAL : { ...requestOf(ifa), address }
  })
}

/** SIOCGIFFLAGS: of the device, whatever the label. */
export function getFlags(p: Process, name: string): number | Errno {
  return linkOf(p, name)?.flags ?? ENODEV
}

/** SIOCSIFFLAGS: a label can only be taken down, which removes its address. */
export function changeFlags(p: Process, name: string, change: number, flags: number): Errno | null {
  const link = linkOf(p, name)
  if (link === null) return ENODEV
  if (!name.includes(':')) return setLink(p, name, { change, flags })
  const ifa = findIfa(p, link, name)
  if (ifa === null) return EADDRNOTAVAIL
  if (change & IFF_UP && !(flags & IFF_UP)) removeIfa(p, ifa)
  return null
}

/** SIOCSIFMTU, SIOCSIFHWADDR, SIOCSIFTXQLEN, SIOCSIFNAME: of the device, whatever the label. */
export function setLink(p: Process, name: string, changed: LinkRequest): Errno | null {
  const link = linkOf(p, name)
  if (link === null) return ENODEV
  const request = { index: link.index, ...changed }
  return p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link: request }).error?.errno ?? null
}
