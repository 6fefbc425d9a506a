// Addresses. Ref: net/ipv4/devinet.c:inet_rtm_newaddr(), inet_rtm_deladdr(); net/ipv6/addrconf.c
import { EADDRNOTAVAIL, EEXIST, EINVAL, ENODEV, EOPNOTSUPP, ERANGE } from '../../uapi/errno.ts'
import { IFNAMSIZ } from '../../uapi/if.ts'
import {
  AF_INET,
  AF_INET6,
  IFA_F_MCAUTOJOIN,
  INFINITY_LIFE_TIME,
  type AddrMessage,
  type AddrRequest,
  type CreateFlags,
} from '../../uapi/rtnetlink.ts'
import { inetMask, isMulticast } from '../../wire/inet.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import { expire, inetDelIfa, inetInsertIfa, makeIfa } from '../ipv4/devinet.ts'
import { inetFillIfaddr, rtmsgIfa } from '../ipv4/ifa_message.ts'
import { fibModifyPrefixMetric } from '../ipv4/fib_frontend.ts'
import { ipMcDecGroup, ipMcIncGroup } from '../ipv4/igmp.ts'
import { inDev, type Ifa } from '../ipv4/in_device.ts'
import { inet6Getaddr, inet6RtmDeladdr, inet6RtmNewaddr } from './addr6.ts'

export function rtmNewaddr(net: Net, flags: CreateFlags, addr: AddrRequest): Refusal | null {
  if (addr.family === AF_INET6) return inet6RtmNewaddr(net, flags, addr)
  const dev = net.devices.get(addr.index)
  if (!dev) return refuse(ENODEV, 'ipv4: Device not found')
  if (addr.prefixlen > 32) return refuse(EINVAL, 'ipv4: Invalid prefix length')
  if ((addr.label?.length ?? 0) >= IFNAMSIZ) return refuse(ERANGE, 'Attribute failed policy validation')
  if (typeof addr.local !== 'number' || typeof addr.address === 'bigint') {
    return refuse(EINVAL, 'ipv4: Local address is not supplied')
  }
  const device = inDev(dev)
  if (!device) return refuse(EOPNOTSUPP)
  const { local } = addr
  const address = addr.address ?? local
  const existing = device.addresses.find(
    (o) =>
      o.prefixlen === addr.prefixlen &&
      o.local === local &&
      ((o.address ^ address) & inetMask(addr.prefixlen)) === 0,
  )
  device.confKept = true
  if (!existing) {
    if (addr.flags & IFA_F_MCAUTOJOIN && isMulticast(local)) ipMcIncGroup(device, local)
    return inetInsertIfa(
      makeIfa({
        dev,
        local,
        address,
        prefixlen: addr.prefixlen,
        broadcast: addr.broadcast ?? null,
        scope: addr.scope,
        flags: addr.flags,
        label: addr.label ?? dev.name,
        metric: addr.metric ?? 0,
        validLft: addr.validLft ?? INFINITY_LIFE_TIME,
        preferredLft: addr.preferredLft ?? INFINITY_LIFE_TIME,
      }),
    )
  }
  if (flags.excl || !flags.replace) return refuse(EEXIST, 'ipv4: Address already assigned')
  return changeIfa(existing, addr)
}

/** Lifetimes and metric of an address that stands; all else stays as it is. */
function changeIfa(ifa: Ifa, addr: AddrRequest): null {
  fibModifyPrefixMetric(ifa, addr.metric ?? 0)
  const { validLft, preferredLft, flags } = makeIfa({
    ...ifa,
    flags: ifa.flags & ~0x80,
    validLft: addr.validLft ?? INFINITY_LIFE_TIME,
    preferredLft: addr.preferredLft ?? INFINITY_LIFE_TIME,
  })
  ifa.validLft = validLft
  ifa.preferredLft = preferredLft
  ifa.flags = flags
  ifa.stamp = ifa.dev.net.stack.clock.now
  if (validLft !== INFINITY_LIFE_TIME) expire(ifa)
  ifa.dev.net.version++
  rtmsgIfa('RTM_NEWADDR', ifa)
  return null
}

export function rtmDeladdr(net: Net, addr: AddrRequest): Refusal | null {
  if (addr.family === AF_INET6) return inet6RtmDeladdr(net, addr)
  const dev = net.devices.get(addr.index)
  if (!dev) return refuse(ENODEV, 'ipv4: Device not found')
  const found = inDev(dev)?.addresses.find((ifa) => deleteMatches(ifa, addr))
  if (!found) return refuse(EADDRNOTAVAIL, 'ipv4: Address not found')
  const device = inDev(dev)
  if (device && isMulticast(found.local)) ipMcDecGroup(device, found.local)
  inetDelIfa(found)
  return null
}

function deleteMatches(ifa: Ifa, addr: AddrRequest): boolean {
  if (addr.local !== undefined && addr.local !== ifa.local) return false
  if (addr.label !== undefined && addr.label !== ifa.label) return false
  if (addr.address === undefined) return true
  if (typeof addr.address === 'bigint' || addr.prefixlen !== ifa.prefixlen) return false
  return ((addr.address ^ ifa.address) & inetMask(ifa.prefixlen)) === 0
}

export function rtmGetaddr(net: Net, family: number): AddrMessage[] {
  const all: AddrMessage[] = []
  const devices = [...net.devices.values()]
  if (family !== AF_INET6)
    for (const dev of devices) for (const ifa of inDev(dev)?.addresses ?? []) all.push(inetFillIfaddr(ifa))
  if (family !== AF_INET) for (const dev of devices) all.push(...inet6Getaddr(dev))
  return all
}
