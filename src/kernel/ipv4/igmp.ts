// Joining groups of hosts and telling routers of it (RFC 3376). Read ipMcIncGroup, then sendChanges.
// Ref: net/ipv4/igmp.c
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import {
  IGMP_ALL_HOSTS,
  IGMP_ALL_ROUTER,
  IGMP_HOST_LEAVE_MESSAGE,
  IGMP_HOST_MEMBERSHIP_QUERY,
  IGMP_HOST_MEMBERSHIP_REPORT,
  igmpMaxResp,
  IGMPV2_HOST_MEMBERSHIP_REPORT,
  IGMPV3_ALL_MCR,
  IGMPV3_CHANGE_TO_EXCLUDE,
  IGMPV3_CHANGE_TO_INCLUDE,
  IGMPV3_HOST_MEMBERSHIP_REPORT,
  IGMPV3_MODE_IS_EXCLUDE,
  type Igmp,
  type IgmpQuery,
  type IgmpRecord,
} from '../../wire/igmp.ts'
import type { Inet } from '../../wire/inet.ts'
import { igmpPacket, type Ipv4 } from '../../wire/ipv4.ts'
import { devMcAdd, devMcDel } from '../core/dev.ts'
import type { NetDevice, NetdevEvent } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, consume, drop, step } from '../core/trace.ts'
import { timerDelay } from '../core/timer.ts'
import { inDev, type InDevice } from './in_device.ts'
import { ipLocalOut, multicastMac } from './ip_output.ts'
import type { McGroup } from './mc_state.ts'
import { ipv4Of } from './netns_ipv4.ts'
import { ipRouteOutput } from './route.ts'

/** RFC 3376 §8.12: how long one who asks in an older version is minded. */
const OLDER_VERSION_TIMEOUT = 260 * SECOND
/** Two ticks: what every report of a change waits at least. Ref: igmp_ifc_start_timer() */
const SOON = 8 * MILLISECOND
/** A timer for the next tick. */
const TICK = 1 * MILLISECOND

/** How often a change is told of. */
function robustness({ dev }: InDevice): number {
  return ipv4Of(dev.net).sysctls['igmp_qrv'] ?? 2
}

/** The version that is spoken on this device. Ref: IGMP_V1_SEEN(), IGMP_V2_SEEN() */
export function igmpVersion(device: InDevice): 1 | 2 | 3 {
  const { now } = device.dev.net.stack.clock
  const forced = ipv4Of(device.dev.net).all.force_igmp_version || device.conf.force_igmp_version
  if (forced === 1 || (forced === 0 && device.mc.v1Until > now)) return 1
  return forced === 2 || (forced === 0 && device.mc.v2Until > now) ? 2 : 3
}

/** One more who wants to hear a group. Ref: ip_mc_inc_group() */
export function ipMcIncGroup(device: InDevice, group: Inet): void {
  const known = device.mc.groups.find((one) => one.group === group)
  if (known) {
    known.users++
    return
  }
  const made: McGroup = { group, users: 1, loaded: false, changes: 0, timer: null }
  device.mc.groups = device.mc.groups.toSpliced(0, 0, made)
  if (device.dev.up) groupAdded(device, made)
  device.dev.net.version++
}

/** One less; the last leaves the group. Ref: __ip_mc_dec_group() */
export function ipMcDecGroup(device: InDevice, group: Inet): void {
  const { mc } = device
  const known = mc.groups.find((one) => one.group === group)
  if (!known || --known.users > 0) return
  mc.groups = mc.groups.filter((one) => one !== known)
  groupDropped(device, known)
  device.dev.net.version++
}

/** Ref: igmp_group_added() */
function groupAdded(device: InDevice, group: McGroup): void {
  const { dev, mc } = device
  if (!group.loaded) {
    group.loaded = true
    devMcAdd(dev, multicastMac(group.group))
  }
  if (group.group === IGMP_ALL_HOSTS) return
  mc.left = mc.left.filter((one) => one.group !== group.group)
  group.changes = robustness(device)
  if (igmpVersion(device) === 3) return changed(device)
  startTimer(device, group, 10 * SECOND)
  sendOldReport(device, group.group)
}

/** Ref: igmp_group_dropped() */
function groupDropped(device: InDevice, group: McGroup): void {
  const { dev, mc } = device
  if (group.loaded) {
    group.loaded = false
    devMcDel(dev, multicastMac(group.group))
  }
  group.timer?.cancel()
  group.timer = null
  if (group.group === IGMP_ALL_HOSTS || !dev.up) return
  const version = igmpVersion(device)
  if (version === 2) {
    const leave = { kind: 'igmp', type: IGMP_HOST_LEAVE_MESSAGE, group: group.group } as const
    return igmpSend(device, leave, IGMP_ALL_ROUTER)
  }
  if (version === 1) return
  mc.left.push({ ...group, changes: robustness(device) })
  changed(device)
}

/** Ref: igmp_ifc_event() */
function changed(device: InDevice): void {
  const { mc, dev } = device
  mc.changeRounds = robustness(device)
  mc.changeTimer?.cancel()
  const { clock } = dev.net.stack
  mc.changeTimer = clock.after(timerDelay(clock.now, SOON), sendChanges, device, null)
}

/** Tells of what changed, and once more later. Ref: igmp_ifc_timer_expire(), igmpv3_send_cr() */
function sendChanges(device: InDevice): void {
  const { mc, dev } = device
  const { clock, random } = dev.net.stack
  mc.changeTimer = null
  const records: IgmpRecord[] = []
  const tell = (type: number, groups: readonly McGroup[]): void => {
    for (const group of groups) {
      if (group.changes === 0) continue
      group.changes--
      records.push({ type, group: group.group, sources: [] })
    }
  }
  tell(IGMPV3_CHANGE_TO_INCLUDE, mc.left)
  mc.left = mc.left.filter((group) => group.changes > 0)
  tell(IGMPV3_CHANGE_TO_EXCLUDE, mc.groups)
  if (records.length > 0) sendV3(device, records)
  if (--mc.changeRounds <= 0) return
  const interval = device.conf.igmpv3_unsolicited_report_interval
  mc.changeTimer = clock.after(random.below(interval) * MILLISECOND + TICK, sendChanges, device, null)
}

function sendV3(device: InDevice, records: readonly IgmpRecord[]): void {
  igmpSend(device, { kind: 'igmp', type: IGMPV3_HOST_MEMBERSHIP_REPORT, records }, IGMPV3_ALL_MCR)
}

function sendOldReport(device: InDevice, group: Inet): void {
  const type = igmpVersion(device) === 1 ? IGMP_HOST_MEMBERSHIP_REPORT : IGMPV2_HOST_MEMBERSHIP_REPORT
  igmpSend(device, { kind: 'igmp', type, group }, group)
}

/** With Router Alert, one hop far. Ref: igmpv3_newpack(), igmp_send_report() */
function igmpSend(device: InDevice, igmp: Igmp, daddr: Inet): void {
  const { dev } = device
  if (!dev.up) return
  const route = ipRouteOutput(dev.net, { daddr, saddr: 0, tos: 0, oif: dev.index, mark: 0 })
  if (isErrno(route)) return
  const own = device.addresses.some((ifa) => ifa.local === route.saddr)
  const packet = igmpPacket(own ? route.saddr : 0, daddr, igmp)
  const skb = allocSkb(dev.net.stack, dev, packet, null)
  skb.dst = route.dst
  ipLocalOut(skb)
}

/** Answers a query about one group at some time within `most`. Ref: igmp_mod_timer() */
function startTimer(device: InDevice, group: McGroup, most: number): void {
  const { clock, random } = device.dev.net.stack
  group.timer?.cancel()
  const wait = random.below(Math.max(1, Math.floor(most / MILLISECOND))) * MILLISECOND + TICK
  group.timer = clock.after(wait, groupTimer, device, group)
}

/** Ref: igmp_timer_expire() */
function groupTimer(device: InDevice, group: McGroup): void {
  group.timer = null
  if (igmpVersion(device) !== 3) return sendOldReport(device, group.group)
  sendV3(device, [{ type: IGMPV3_MODE_IS_EXCLUDE, group: group.group, sources: [] }])
}

/** Ref: igmp_gq_timer_expire() */
function generalTimer(device: InDevice): void {
  device.mc.queryTimer = null
  const groups = device.mc.groups.filter((one) => one.group !== IGMP_ALL_HOSTS)
  if (groups.length === 0) return
  sendV3(
    device,
    groups.map(({ group }) => ({ type: IGMPV3_MODE_IS_EXCLUDE, group, sources: [] })),
  )
}

/** Ref: igmp_rcv() */
export function igmpRcv(skb: SkBuff, packet: Ipv4): void {
  step(skb, 'igmpRcv')
  const device = inDev(skb.dev)
  const igmp = packet.payload
  if (igmp.kind !== 'igmp' || !device) return drop(skb, 'igmpRcv', 'NOT_SPECIFIED')
  if (igmp.type === IGMP_HOST_MEMBERSHIP_QUERY) heardQuery(device, igmp)
  else if (igmp.type !== IGMPV3_HOST_MEMBERSHIP_REPORT && igmp.type !== IGMP_HOST_LEAVE_MESSAGE) {
    // Somebody else answered for the group: older versions leave it at that.
    const group = device.mc.groups.find((one) => one.group === igmp.group)
    group?.timer?.cancel()
  }
  consume(skb, 'igmpRcv', 'the groups of this device')
}

/** Ref: igmp_heard_query() */
function heardQuery(device: InDevice, { code, group, v3 }: IgmpQuery): void {
  const { mc, dev } = device
  const { clock, random } = dev.net.stack
  if (!v3) {
    if (code === 0) mc.v1Until = clock.now + OLDER_VERSION_TIMEOUT
    else mc.v2Until = clock.now + OLDER_VERSION_TIMEOUT
    mc.changeTimer?.cancel()
    mc.changeTimer = null
  }
  const most = (v3 ? igmpMaxResp(code) : code || 100) * (SECOND / 10)
  if (v3 && group === 0 && igmpVersion(device) === 3) {
    mc.queryTimer ??= clock.after(random.below(Math.max(1, most)) + TICK, generalTimer, device, null)
    return
  }
  for (const one of mc.groups) {
    if (one.group === IGMP_ALL_HOSTS || (group !== 0 && group !== one.group)) continue
    startTimer(device, one, most)
  }
}

/** Every device that is up listens to all hosts. Ref: ip_mc_up() */
function ipMcUp(device: InDevice): void {
  ipMcIncGroup(device, IGMP_ALL_HOSTS)
  for (const group of device.mc.groups) if (!group.loaded) groupAdded(device, group)
}

/** Ref: ip_mc_down() */
function ipMcDown(device: InDevice): void {
  const { mc } = device
  for (const group of mc.groups) if (group.group !== IGMP_ALL_HOSTS) groupDropped(device, group)
  mc.changeTimer?.cancel()
  mc.queryTimer?.cancel()
  mc.changeTimer = null
  mc.queryTimer = null
  mc.left = []
  ipMcDecGroup(device, IGMP_ALL_HOSTS)
}

/** Follows what happens to devices; told before inetdevEvent() forgets them. Ref: net/ipv4/devinet.c:inetdev_event() */
export function igmpEvent(event: NetdevEvent, dev: NetDevice): void {
  const device = inDev(dev)
  if (!device) return
  if (event === 'UP') ipMcUp(device)
  else if (event === 'DOWN') ipMcDown(device)
  else if (event === 'UNREGISTER') device.mc.groups = []
}
