// Neighbours. Ref: net/core/neighbour.c:neigh_add(), neigh_delete(), neigh_dump_info()
import { EEXIST, EINVAL, ENODEV, ENOENT } from '../../uapi/errno.ts'
import { IFF_LOOPBACK } from '../../uapi/if.ts'
import {
  AF_INET,
  AF_INET6,
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NTF_ROUTER,
  NUD_FAILED,
  type CreateFlags,
  type NeighMessage,
  type NeighRequest,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import {
  NEIGH_UPDATE_ADMIN,
  NEIGH_UPDATE_OVERRIDE,
  neighFillInfo,
  neighUpdate,
  type NeighTable,
} from '../core/neighbour.ts'
import { credit } from '../core/provenance.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'

type Key = Inet | Inet6

interface Target {
  readonly dev: NetDevice
  readonly key: Key
}

/** The neighbours of an address's family: what a caller does with them is the same for both. */
function tableOf(net: Net, key: Key): NeighTable<Key> {
  const table: unknown = typeof key === 'bigint' ? ipv6Of(net).ndisc : ipv4Of(net).arp
  return table as NeighTable<Key>
}

function target(net: Net, neigh: NeighRequest): Target | Refusal {
  if (neigh.dst === undefined) return refuse(EINVAL, 'Network address not specified')
  const dev = net.devices.get(neigh.index)
  if (!dev) return refuse(ENODEV)
  return { dev, key: dev.flags & IFF_LOOPBACK && neigh.family === AF_INET ? 0 : neigh.dst }
}

export function rtmNewneigh(net: Net, flags: CreateFlags, request: NeighRequest): Refusal | null {
  if (request.flags & NTF_PROXY) return addProxy(net, request)
  const found = target(net, request)
  if ('errno' in found) return found
  const { dev, key } = found
  const table = tableOf(net, key)
  let neigh = table.lookup(key, dev)
  let update = NEIGH_UPDATE_ADMIN | NEIGH_UPDATE_OVERRIDE
  if (!neigh) {
    if (!flags.create) return refuse(ENOENT)
    neigh = table.create(key, dev)
  } else {
    if (flags.excl) return refuse(EEXIST)
    if (!flags.replace) update &= ~NEIGH_UPDATE_OVERRIDE
  }
  credit(net.stack, neigh)
  neigh.flags = request.flags & (NTF_ROUTER | NTF_EXT_LEARNED)
  return neighUpdate(table, neigh, request.lladdr ?? null, request.state, update)
}

/** Without a device it is for all of them. Ref: pneigh_create() */
function addProxy(net: Net, request: NeighRequest): Refusal | null {
  const { dst: key, index } = request
  if (key === undefined) return refuse(EINVAL, 'Network address not specified')
  const dev = index === 0 ? null : net.devices.get(index)
  if (dev === undefined) return refuse(ENODEV)
  const { proxies } = tableOf(net, key)
  const devices = proxies.get(key)
  if (devices) devices.add(dev)
  else proxies.set(key, new Set([dev]))
  net.version++
  return null
}

export function rtmDelneigh(net: Net, request: NeighRequest): Refusal | null {
  const found = target(net, request)
  if ('errno' in found) return found
  const table = tableOf(net, found.key)
  if (request.flags & NTF_PROXY) {
    net.version++
    return table.proxies.get(found.key)?.delete(found.dev) ? null : refuse(ENOENT)
  }
  const neigh = table.lookup(found.key, found.dev)
  if (!neigh) return refuse(ENOENT)
  neighUpdate(table, neigh, null, NUD_FAILED, NEIGH_UPDATE_ADMIN | NEIGH_UPDATE_OVERRIDE)
  table.remove(neigh)
  return null
}

/** Of the last four octets, as a little-endian machine reads them. Ref: pneigh_hash() */
function pneighHash(key: Inet | Inet6): number {
  const last = typeof key === 'bigint' ? Number(key & 0xffffffffn) : key
  let hash = (last >>> 24) | ((last >>> 8) & 0xff00) | ((last << 8) & 0xff0000) | (last << 24)
  for (const shift of [16, 8, 4]) hash ^= hash >>> shift
  return hash & 15
}

export function rtmGetneigh(net: Net, family: number, proxy: boolean): NeighMessage[] {
  const table = tableOf(net, family === AF_INET6 ? 0n : 0)
  if (!proxy) return [...table].map((neigh) => neighFillInfo(neigh))
  // Of one bucket the newest is first.
  const proxies = [...table.proxies].reverse().sort(([a], [b]) => pneighHash(a) - pneighHash(b))
  return proxies.flatMap(([key, devices]) =>
    [...devices].reverse().map((dev) => ({
      type: 'RTM_NEWNEIGH' as const,
      family: typeof key === 'bigint' ? AF_INET6 : AF_INET,
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
