// The groups of all snoopers (RFC 4286 §2.4), to which a bridge that snoops listens.
// Ref: net/bridge/br_multicast.c:br_multicast_join_snoopers(), br_multicast_leave_snoopers()
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NetDevice } from '../core/net.ts'
import { ipMcDecGroup, ipMcIncGroup } from '../ipv4/igmp.ts'
import { inDev } from '../ipv4/in_device.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { ipv6DevMcDec, ipv6DevMcInc } from '../ipv6/mcast.ts'

const ALL_SNOOPERS: Inet = 0xe000006a
const ALL_SNOOPERS6: Inet6 = (0xff02n << 112n) | 0x6an

export function brMulticastJoinSnoopers(dev: NetDevice): void {
  const inet = inDev(dev)
  if (inet) ipMcIncGroup(inet, ALL_SNOOPERS)
  const inet6 = inet6Dev(dev)
  if (inet6) ipv6DevMcInc(inet6, ALL_SNOOPERS6)
}

export function brMulticastLeaveSnoopers(dev: NetDevice): void {
  const inet = inDev(dev)
  if (inet) ipMcDecGroup(inet, ALL_SNOOPERS)
  const inet6 = inet6Dev(dev)
  if (inet6) ipv6DevMcDec(inet6, ALL_SNOOPERS6)
}
