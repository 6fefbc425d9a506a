// Neighbours. Ref: net/core/neighbour.c:neigh_add(), neigh_delete(), neigh_dump_info()
import { EEXIST, EINVAL, ENODEV, ENOENT, EOPNOTSUPP } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  AF_INET,
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NTF_ROUTER,
  NUD_FAILED,
  type CreateFlags,
  type NeighMessage,
  type NeighRequest,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import { NEIGH_UPDATE_ADMIN, NEIGH_UPDATE_OVERRIDE, neighFillInfo, neighUpdate } from '../core/neighbour.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'

interface Target {
  readonly dev: NetDevice
  readonly key: Inet
}

function target(net: Net, neigh: NeighRequest): Target | Refusal {
  if (neigh.dst === undefined) return refuse(EINVAL, 'Network address not specified')
  if (typeof neigh.dst === 'bigint') return refuse(EOPNOTSUPP, 'IPv6 neighbours are not supported in vethlab')
  const dev = net.devices.get(neigh.index)
  if (!dev) return refuse(ENODEV)
  return { dev, key: dev.flags & IFF_LOOPBACK ? 0 : neigh.dst }
}

export function rtmNewneigh(net: Net, flags: CreateFlags, request: NeighRequest): Refusal | null {
  if (request.flags & NTF_PROXY) return addProxy(net, request)
  const found = target(net, request)
  if ('errno' in found) return found
  const { dev, key } = found
  const { arp } = ipv4Of(net)
  let neigh = arp.lookup(key, dev)
  let update = NEIGH_UPDATE_ADMIN | NEIGH_UPDATE_OVERRIDE
  if (!neigh) {
    if (!flags.create) return refuse(ENOENT)
    neigh = arp.create(key, dev)
  } else {
    if (flags.excl) return refuse(EEXIST)
    if (!flags.replace) update &= ~NEIGH_UPDATE_OVERRIDE
  }
  neigh.flags = request.flags & (NTF_ROUTER | NTF_EXT_LEARNED)
  return neighUpdate(arp, neigh, request.lladdr ?? null, request.state, update)
}

/** Without a device it is for all of them. Ref: pneigh_create() */
function addProxy(net: Net, request: NeighRequest): Refusal | null {
  const { dst: key, index } = request
  if (typeof key !== 'number') return refuse(EINVAL, 'Network address not specified')
  const dev = index === 0 ? null : net.devices.get(index)
  if (dev === undefined) return refuse(ENODEV)
  const { proxies } = ipv4Of(net).arp
  const devices = proxies.get(key)
  if (devices) devices.add(dev)
  else proxies.set(key, new Set([dev]))
  net.version++
  return null
}

export function rtmDelneigh(net: Net, request: NeighRequest): Refusal | null {
  const found = target(net, request)
  if ('errno' in found) return found
  const { arp } = ipv4Of(net)
  if (request.flags & NTF_PROXY) {
    net.version++
    return arp.proxies.get(found.key)?.delete(found.dev) ? null : refuse(ENOENT)
  }
  const neigh = arp.lookup(found.key, found.dev)
  if (!neigh) return refuse(ENOENT)
  neighUpdate(arp, neigh, null, NUD_FAILED, NEIGH_UPDATE_ADMIN | NEIGH_UPDATE_OVERRIDE)
  arp.remove(neigh)
  return null
}

export function rtmGetneigh(net: Net, proxy: boolean): NeighMessage[] {
  const { arp } = ipv4Of(net)
  if (!proxy) return [...arp].map((neigh) => neighFillInfo(neigh))
  return [...arp.proxies].flatMap(([key, devices]) =>
    [...devices].map((dev) => ({
      type: 'RTM_NEWNEIGH' as const,
      family: AF_INET,
      index: dev?.index ?? 0,
      state: 0,
      flags: NTF_PROXY,
      dst: key,
      confirmed: 0,
      used: 0,
      updated: 0,
      refcnt: 0,
      probes: 0,
    })),
  )
}
