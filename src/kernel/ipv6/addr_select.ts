// Which of one's addresses to send from (RFC 6724 §5). Ref: net/ipv6/addrconf.c:ipv6_dev_get_saddr()
import { EADDRNOTAVAIL, type Errno } from '../../uapi/errno.ts'
import { IFA_F_DEPRECATED, IFA_F_OPTIMISTIC, IFA_F_TENTATIVE } from '../../uapi/rtnetlink.ts'
import { inet6Mask, isLinkLocal6, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { IPV6_ADDR_SCOPE_LINKLOCAL, ipv6AddrScope } from './addr_type.ts'
import { inet6Dev, type Inet6Ifa } from './inet6_dev.ts'

/** Prefixes by which addresses suit each other (RFC 6724 §2.1), the longest first. Ref: net/ipv6/addrlabel.c */
const LABELS: readonly { readonly prefix: Inet6; readonly length: number; readonly label: number }[] = [
  { prefix: 1n, length: 128, label: 0 },
  { prefix: 0xffffn << 32n, length: 96, label: 4 },
  { prefix: 0n, length: 96, label: 3 },
  { prefix: 0x20010000n << 96n, length: 32, label: 6 },
  { prefix: 0x20010010n << 96n, length: 28, label: 7 },
  { prefix: 0x2002n << 112n, length: 16, label: 2 },
  { prefix: 0xfc00n << 112n, length: 7, label: 5 },
  { prefix: 0n, length: 0, label: 1 },
]

function labelOf(address: Inet6): number {
  return LABELS.find(({ prefix, length }) => (address & inet6Mask(length)) === prefix)?.label ?? 1
}

/** How many leading bits are the same. Ref: ipv6_addr_diff() */
function commonLength(a: Inet6, b: Inet6): number {
  const diff = a ^ b
  return diff === 0n ? 128 : 128 - diff.toString(2).length
}

/** True when `a` is strictly better than `b`: the first rule that tells them apart decides. */
function better(a: Inet6Ifa, b: Inet6Ifa, daddr: Inet6, out: NetDevice | null): boolean {
  const same = Number(a.address === daddr) - Number(b.address === daddr)
  if (same !== 0) return same > 0
  const scope = scopeRank(a.address, daddr) - scopeRank(b.address, daddr)
  if (scope !== 0) return scope > 0
  const deprecated = IFA_F_DEPRECATED | IFA_F_OPTIMISTIC
  const preferred = Number(!(a.flags & deprecated)) - Number(!(b.flags & deprecated))
  if (preferred !== 0) return preferred > 0
  const outgoing = Number(a.dev === out) - Number(b.dev === out)
  if (out && outgoing !== 0) return outgoing > 0
  const label = labelOf(daddr)
  const labels = Number(labelOf(a.address) === label) - Number(labelOf(b.address) === label)
  if (labels !== 0) return labels > 0
  return prefixMatch(a, daddr) > prefixMatch(b, daddr)
}

/** A scope at least the destination's, the smallest such; else the widest there is. */
function scopeRank(address: Inet6, daddr: Inet6): number {
  const scope = ipv6AddrScope(address)
  return scope >= ipv6AddrScope(daddr) ? 100 - scope : scope - 100
}

function prefixMatch(ifa: Inet6Ifa, daddr: Inet6): number {
  return Math.min(commonLength(ifa.address, daddr), ifa.prefixlen)
}

/** Ref: ipv6_dev_get_saddr() */
export function ipv6DevGetSaddr(net: Net, out: NetDevice | null, daddr: Inet6): Inet6 | Errno {
  const near = isMulticast6(daddr) ? ipv6AddrScope(daddr) <= IPV6_ADDR_SCOPE_LINKLOCAL : isLinkLocal6(daddr)
  const onlyOut = out && (near || inet6Dev(out)?.conf.use_oif_addrs_only)
  const devices = onlyOut ? [out] : net.devices.values()
  let best: Inet6Ifa | null = null
  for (const dev of devices) {
    for (const ifa of inet6Dev(dev)?.addresses ?? []) {
      if (ifa.flags & IFA_F_TENTATIVE && !(ifa.flags & IFA_F_OPTIMISTIC)) continue
      if (!best || better(ifa, best, daddr, out)) best = ifa
    }
  }
  return best?.address ?? EADDRNOTAVAIL
}
