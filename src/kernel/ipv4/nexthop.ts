// Next hops that stand by themselves, and groups of them: routes name them by number, and follow when they change.
// Ref: net/ipv4/nexthop.c
import { EEXIST, EINVAL, ENETDOWN, ENOENT, ENOSPC, EOPNOTSUPP } from '../../uapi/errno.ts'
import { IFF_LOWER_UP, IFF_RUNNING } from '../../uapi/if.ts'
import type { NexthopAttrs, NexthopMessage, NexthopRequest } from '../../uapi/nexthop.ts'
import {
  AF_INET,
  AF_INET6,
  RT_SCOPE_UNIVERSE,
  RTNH_F_ONLINK,
  type CreateFlags,
  type RtnetlinkReply,
} from '../../uapi/rtnetlink.ts'
import type { KernelModule } from '../core/module.ts'
import { refuse, type Net, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import { loopbackOf } from '../drivers/loopback.ts'
import { rtmsgFib } from './fib_dump.ts'
import { fibCheckNexthop } from './fib_semantics.ts'
import { fibFlushNexthop } from './fib_sync.ts'
import type { Nexthop } from './fib_table.ts'
import { ipv4Of } from './netns_ipv4.ts'

export const nexthopModule: KernelModule = {
  name: 'nexthop',
  init(stack) {
    stack.notifiers.push(nhNetdevEvent)
  },
  netInit(net) {
    ipv4Of(net).nexthopRcv = nexthopRcv
  },
}

function nexthopRcv(net: Net, request: NexthopRequest): RtnetlinkReply {
  const { nexthops } = ipv4Of(net)
  switch (request.type) {
    case 'RTM_NEWNEXTHOP': {
      const refused = nexthopAdd(net, request.flags, request.nexthop)
      return refused ? { error: refused } : { messages: [] }
    }
    case 'RTM_DELNEXTHOP': {
      const nexthop = nexthops.get(request.id)
      if (!nexthop) return { error: refuse(ENOENT) }
      removeNexthop(net, nexthop, true)
      return { messages: [] }
    }
    case 'RTM_GETNEXTHOP': {
      const nexthop = nexthops.get(request.id)
      return nexthop ? { messages: [nhFillNode(nexthop)] } : { error: refuse(ENOENT) }
    }
    case 'RTM_GETNEXTHOPS':
      return { messages: [...nexthops.values()].filter((n) => dumped(n, request)).map(nhFillNode) }
  }
}

/** Ref: nh_dump_filtered() */
function dumped(
  nexthop: Nexthop,
  { oif, master, groups }: { oif?: number; master?: number; groups?: boolean },
): boolean {
  if (groups && !nexthop.members) return false
  if (oif === undefined && master === undefined) return true
  const dev = nexthop.members ? null : nexthop.nhs[0]?.dev
  if (!dev) return false
  return (oif === undefined || dev.index === oif) && (master === undefined || dev.master?.index === master)
}

/** Ref: nh_fill_node() */
function nhFillNode(nexthop: Nexthop): NexthopMessage {
  const { id, protocol, members, blackhole } = nexthop
  const base = { type: 'RTM_NEWNEXTHOP', id, protocol, flags: 0, scope: RT_SCOPE_UNIVERSE } as const
  if (members) {
    return { ...base, family: 0, group: members.map((m) => ({ id: m.nexthop.id, weight: m.weight })) }
  }
  const [nh] = nexthop.nhs
  if (blackhole || !nh?.dev) return { ...base, family: AF_INET, blackhole: true }
  return {
    ...base,
    family: AF_INET,
    scope: nh.scope,
    flags: nh.flags,
    oif: nh.dev.index,
    ...(nh.gateway ? { gateway: nh.gateway } : {}),
  }
}

function notify(net: Net, type: NexthopMessage['type'], nexthop: Nexthop): void {
  rtnlNotify(net, 'nexthop', () => ({ ...nhFillNode(nexthop), type }))
}

/** Ref: rtm_to_nh_config(), nexthop_add() */
function nexthopAdd(net: Net, flags: CreateFlags, attrs: NexthopAttrs): Refusal | null {
  const refused = attrs.group ? checkAttrGroup(net, attrs) : checkAttrs(net, attrs)
  if (refused) return refused
  if (flags.replace && attrs.id === 0) return refuse(EINVAL, 'Replace requires nexthop id')
  const id = attrs.id || findUnusedId(net)
  if (id === 0) return refuse(ENOSPC, 'No unused id')
  const made = attrs.group ? createGroup(net, id, attrs) : createSingle(net, id, attrs)
  return 'errno' in made ? made : insertNexthop(net, flags, made)
}

function checkAttrs(net: Net, attrs: NexthopAttrs): Refusal | null {
  const { gateway, oif, blackhole, fdb } = attrs
  if (attrs.family !== AF_INET && attrs.family !== AF_INET6) return refuse(EINVAL, 'Invalid address family')
  if (fdb) {
    if (oif !== undefined || blackhole)
      return refuse(EINVAL, 'Fdb attribute can not be used with encap, oif or blackhole')
    if (attrs.flags) return refuse(EINVAL, 'Unsupported nexthop flags in ancillary header')
    return refuse(EOPNOTSUPP, 'A nexthop for FDB entries is not supported in vethlab')
  }
  if (blackhole) {
    if (gateway === undefined && oif === undefined) return null
    return refuse(EINVAL, 'Blackhole attribute can not be used with gateway, oif, encap or fdb')
  }
  if (oif === undefined)
    return refuse(EINVAL, 'Device attribute required for non-blackhole and non-fdb nexthops')
  const dev = net.devices.get(oif)
  if (!dev) return refuse(EINVAL, 'Invalid device index')
  if (!dev.up) return refuse(ENETDOWN, 'Nexthop device is not up')
  if (!dev.carrier) return refuse(ENETDOWN, 'Carrier for nexthop device is down')
  if (gateway === undefined && attrs.flags & RTNH_F_ONLINK)
    return refuse(EINVAL, 'ONLINK flag can not be set for nexthop without a gateway')
  if (attrs.family === AF_INET6 || typeof gateway === 'bigint')
    return refuse(EOPNOTSUPP, 'An IPv6 nexthop is not supported in vethlab')
  return null
}

/** Ref: nh_check_attr_group(), valid_group_nh() */
function checkAttrGroup(net: Net, { family, group = [], fdb }: NexthopAttrs): Refusal | null {
  if (family !== 0) return refuse(EINVAL, 'Invalid family for group')
  if (new Set(group.map(({ id }) => id)).size < group.length)
    return refuse(EINVAL, 'Nexthop id can not be used twice in a group')
  for (const { id } of group) {
    const nexthop = ipv4Of(net).nexthops.get(id)
    if (!nexthop) return refuse(EINVAL, 'Invalid nexthop id')
    if (nexthop.members) return refuse(EINVAL, 'Hash-threshold group can not be a nexthop within a group')
    if (nexthop.blackhole && group.length > 1)
      return refuse(EINVAL, 'Blackhole nexthop can not be used in a group with more than 1 path')
    if (fdb) return refuse(EINVAL, 'FDB nexthop group can only have fdb nexthops')
  }
  return null
}

/** Ref: nh_find_unused_id() */
function findUnusedId(net: Net): number {
  const ip = ipv4Of(net)
  do ip.lastNexthopId++
  while (ip.nexthops.has(ip.lastNexthopId))
  return ip.lastNexthopId
}

/** Ref: nexthop_create(), nh_create_ipv4() */
function createSingle(net: Net, id: number, attrs: NexthopAttrs): Nexthop | Refusal {
  const blackhole = attrs.blackhole ?? false
  const oif = blackhole ? (loopbackOf(net)?.index ?? 0) : (attrs.oif ?? 0)
  const gateway = typeof attrs.gateway === 'number' ? attrs.gateway : 0
  const nh = fibCheckNexthop(net, { oif, gateway, flags: attrs.flags, weight: 1 })
  if ('errno' in nh) return nh
  return { id, protocol: attrs.protocol, blackhole, nhs: [nh], members: null }
}

/** Ref: nexthop_create_group() */
function createGroup(net: Net, id: number, { protocol, group = [] }: NexthopAttrs): Nexthop {
  const members = group.flatMap((member) => {
    const nexthop = ipv4Of(net).nexthops.get(member.id)
    return nexthop ? [{ nexthop, weight: member.weight }] : []
  })
  const made = { id, protocol, blackhole: false, nhs: [], members }
  regroup(made)
  return made
}

/** A group's paths are those of its members, with weights. */
function regroup(group: Nexthop): void {
  group.blackhole = group.members?.some(({ nexthop }) => nexthop.blackhole) ?? false
  group.nhs =
    group.members?.flatMap(({ nexthop, weight }) => nexthop.nhs.map((nh) => ({ ...nh, weight }))) ?? []
}

function groupsWith(net: Net, nexthop: Nexthop): Nexthop[] {
  return [...ipv4Of(net).nexthops.values()].filter((n) => n.members?.some((m) => m.nexthop === nexthop))
}

/** Ref: insert_nexthop() */
function insertNexthop(net: Net, flags: CreateFlags, made: Nexthop): Refusal | null {
  const ip = ipv4Of(net)
  const old = ip.nexthops.get(made.id)
  if (old && !flags.replace) return refuse(EEXIST)
  if (old) return replaceNexthop(net, old, made)
  if (!flags.create) return refuse(ENOENT, 'Replace specified without create and no entry exists')
  // The numbers stay sorted, as the tree of the kernel is.
  const later = [...ip.nexthops].filter(([id]) => id > made.id)
  for (const [id] of later) ip.nexthops.delete(id)
  for (const [id, nexthop] of [[made.id, made] as const, ...later]) ip.nexthops.set(id, nexthop)
  net.version++
  notify(net, 'RTM_NEWNEXTHOP', made)
  return null
}

/** Ref: replace_nexthop(), nexthop_replace_notify() */
function replaceNexthop(net: Net, old: Nexthop, made: Nexthop): Refusal | null {
  if (made.members && !old.members) return refuse(EINVAL, 'Can not replace a nexthop with a nexthop group.')
  if (!made.members && old.members) return refuse(EINVAL, 'Can not replace a nexthop group with a nexthop.')
  const groups = groupsWith(net, old)
  if (made.blackhole && groups.some(({ members }) => (members?.length ?? 0) > 1)) {
    return refuse(EINVAL, 'Blackhole nexthop can not be a member of a group with more than one path')
  }
  old.protocol = made.protocol
  old.blackhole = made.blackhole
  old.nhs = made.nhs
  old.members = made.members
  for (const group of groups) regroup(group)
  net.version++
  notify(net, 'RTM_NEWNEXTHOP', old)
  if (ipv4Of(net).sysctls['nexthop_compat_mode'] === 0) return null
  const changed = new Set([old, ...groups])
  for (const table of ipv4Of(net).fib.all()) {
    for (const alias of table.all()) {
      if (alias.info.nexthop && changed.has(alias.info.nexthop)) rtmsgFib(net, 'RTM_NEWROUTE', alias)
    }
  }
  return null
}

/** The routes that name it go, and the groups that have no other member. Ref: remove_nexthop() */
function removeNexthop(net: Net, nexthop: Nexthop, told: boolean): void {
  ipv4Of(net).nexthops.delete(nexthop.id)
  if (told) notify(net, 'RTM_DELNEXTHOP', nexthop)
  fibFlushNexthop(net, nexthop)
  for (const group of groupsWith(net, nexthop)) {
    if (group.members?.length === 1) {
      removeNexthop(net, group, told)
      continue
    }
    group.members = group.members?.filter((member) => member.nexthop !== nexthop) ?? null
    regroup(group)
    if (told) notify(net, 'RTM_NEWNEXTHOP', group)
  }
  net.version++
}

/** A next hop does not outlive its link. Ref: nh_netdev_event(), nexthop_flush_dev() */
function nhNetdevEvent(event: NetdevEvent, dev: NetDevice): void {
  const lost = event === 'CHANGE' && (dev.userFlags & (IFF_RUNNING | IFF_LOWER_UP)) === 0
  if (event !== 'DOWN' && event !== 'UNREGISTER' && !lost) return
  for (const nexthop of [...ipv4Of(dev.net).nexthops.values()]) {
    if (!nexthop.members && nexthop.nhs[0]?.dev === dev) removeNexthop(dev.net, nexthop, false)
  }
}
