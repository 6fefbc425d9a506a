// What happens to routes when a device, an address or a next hop changes. Ref: net/ipv4/fib_semantics.c
import { RT_SCOPE_NOWHERE, RTNH_F_DEAD, RTNH_F_LINKDOWN } from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Net, NetDevice } from '../core/net.ts'
import type { FibAlias, Nexthop } from './fib_table.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** Removes the routes that have died. Ref: fib_table_flush() */
function fibFlush(net: Net): void {
  const { fib } = ipv4Of(net)
  const dead: FibAlias[] = []
  fib.forEach((alias) => {
    if (alias.info.flags & RTNH_F_DEAD) dead.push(alias)
  })
  for (const alias of dead) fib.get(alias.table)?.remove(alias)
  net.version++
}

/** Routes that name a next hop go with it. Ref: net/ipv4/nexthop.c:__remove_nexthop_fib() */
export function fibFlushNexthop(net: Net, nexthop: Nexthop): void {
  ipv4Of(net).fib.forEach(({ info }) => {
    if (info.nexthop === nexthop) info.flags |= RTNH_F_DEAD
  })
  fibFlush(net)
}

/** Marks next hops on a device that went down, lost its carrier or is going. Ref: fib_sync_down_dev() */
export function fibSyncDownDev(
  dev: NetDevice,
  event: 'DOWN' | 'UNREGISTER' | 'CHANGE',
  force: boolean,
): void {
  const { net } = dev
  const spared = force ? -1 : RT_SCOPE_NOWHERE
  let died = false
  ipv4Of(net).fib.forEach(({ info }) => {
    if (info.nexthop || !info.nhs.some((nh) => nh.dev === dev && nh.scope !== spared)) return
    for (const nh of info.nhs) {
      if (nh.dev !== dev || nh.scope === spared) continue
      nh.flags |= event === 'CHANGE' ? RTNH_F_LINKDOWN : RTNH_F_DEAD | RTNH_F_LINKDOWN
    }
    if (!info.nhs.every((nh) => nh.flags & RTNH_F_DEAD || (nh.dev === dev && nh.scope !== spared))) return
    info.flags |= event === 'CHANGE' ? RTNH_F_LINKDOWN : RTNH_F_DEAD | RTNH_F_LINKDOWN
    died ||= event !== 'CHANGE'
  })
  net.version++
  if (died) fibFlush(net)
}

/** Brings next hops back. Ref: fib_sync_up() */
export function fibSyncUp(dev: NetDevice, flags: number): void {
  const cleared = dev.carrier ? flags | RTNH_F_LINKDOWN : flags
  ipv4Of(dev.net).fib.forEach(({ info }) => {
    if (info.nexthop || !info.nhs.some((nh) => nh.dev === dev)) return
    for (const nh of info.nhs) if (nh.dev === dev) nh.flags &= ~cleared
    info.flags &= ~cleared
  })
  dev.net.version++
}

/** An address is gone: so are the routes that prefer it. Ref: fib_sync_down_addr() */
export function fibSyncDownAddr(net: Net, local: Inet): void {
  if (local === 0) return
  let died = false
  ipv4Of(net).fib.forEach(({ info }) => {
    if (info.prefsrc !== local) return
    info.flags |= RTNH_F_DEAD
    died = true
  })
  if (died) fibFlush(net)
}
