// Addresses of a namespace and its devices, looked up. Ref: net/ipv6/addrconf.c
import { IFA_F_OPTIMISTIC, IFA_F_TENTATIVE } from '../../uapi/rtnetlink.ts'
import { isLinkLocal6, type Inet6 } from '../../wire/inet6.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { inet6Dev, type Inet6Ifa } from './inet6_dev.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** The address on one device. Ref: ipv6_get_ifaddr() */
export function ipv6GetIfaddr(address: Inet6, dev: NetDevice): Inet6Ifa | null {
  return inet6Dev(dev)?.addresses.find((ifa) => ifa.address === address) ?? null
}

/** Whether it is one's own, and may be used; with a device: on that. Ref: ipv6_chk_addr() */
export function ipv6ChkAddr(net: Net, address: Inet6, dev: NetDevice | null): boolean {
  return ipv6FindAddr(net, address, dev, IFA_F_TENTATIVE) !== null
}

/** Without any of `banned` flags. Ref: ipv6_chk_addr_and_flags() */
export function ipv6FindAddr(
  net: Net,
  address: Inet6,
  dev: NetDevice | null,
  banned: number,
): Inet6Ifa | null {
  for (const ifa of ipv6Of(net).locals.get(address) ?? []) {
    // Optimistic addresses count although they are tentative.
    const flags = ifa.flags & IFA_F_OPTIMISTIC ? ifa.flags & ~IFA_F_TENTATIVE : ifa.flags
    if (flags & banned) continue
    if (dev === null || ifa.dev === dev) return ifa
  }
  return null
}

/** The link-local address of a device; null when it has none. Ref: ipv6_get_lladdr() */
export function ipv6GetLladdr(dev: NetDevice, banned: number): Inet6 | null {
  const list = inet6Dev(dev)?.addresses ?? []
  for (let i = list.length - 1; i >= 0; i--) {
    const ifa = list[i]
    if (!ifa || !isLinkLocal6(ifa.address)) break
    if (!(ifa.flags & banned)) return ifa.address
  }
  return null
}
