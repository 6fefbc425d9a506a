// Groups that devices listen to, and the reports that tell of it (MLDv2, RFC 3810). Ref: net/ipv6/mcast.c
import { MILLISECOND } from '../../sim/clock.ts'
import { IFA_F_TENTATIVE } from '../../uapi/rtnetlink.ts'
import {
  ICMPV6_MLD2_REPORT,
  MLD2_CHANGE_TO_EXCLUDE,
  MLD2_CHANGE_TO_INCLUDE,
  type MldRecord,
} from '../../wire/icmp6.ts'
import {
  IN6ADDR_ANY,
  IN6ADDR_LINKLOCAL_ALLNODES,
  IN6ADDR_MLDV2_ROUTERS,
  multicastMac6,
  type Inet6,
} from '../../wire/inet6.ts'
import { devMcAdd, devMcDel } from '../core/dev.ts'
import type { NetDevice } from '../core/net.ts'
import { timerDelay } from '../core/timer.ts'
import { IPV6_ADDR_SCOPE_LINKLOCAL, ipv6AddrScope } from './addr_type.ts'
import { inet6Dev, type Inet6Dev, type McGroup } from './inet6_dev.ts'
import { ipv6GetLladdr } from './locals.ts'
import { ndiscXmit } from './ndisc_xmit.ts'

/** How often a change is reported (net.ipv6.mld_qrv). */
const QRV = 2
/** Two ticks: what every report waits at least. */
const SOON = 8 * MILLISECOND
/** The longest MTU's worth of records, 20 octets each, after 40 + 8 + 8 octets of headers. */
function mostRecords(dev: NetDevice): number {
  return Math.floor((dev.mtu - 56) / 20)
}

/** Ref: __ipv6_dev_mc_inc() */
export function ipv6DevMcInc(device: Inet6Dev, address: Inet6): void {
  const known = device.groups.find((group) => group.address === address)
  if (known) {
    known.users++
    return
  }
  const noReport =
    address === IN6ADDR_LINKLOCAL_ALLNODES || ipv6AddrScope(address) < IPV6_ADDR_SCOPE_LINKLOCAL
  const group: McGroup = { address, users: 1, noReport, loaded: false, crcount: 0 }
  device.groups = device.groups.toSpliced(0, 0, group)
  device.dev.net.version++
  forgetLeft(device, address)
  groupAdded(device, group)
}

/** Ref: __ipv6_dev_mc_dec() */
export function ipv6DevMcDec(device: Inet6Dev, address: Inet6): void {
  const at = device.groups.findIndex((group) => group.address === address)
  const group = device.groups[at]
  if (!group || --group.users > 0) return
  device.groups = device.groups.toSpliced(at, 1)
  device.dev.net.version++
  groupDropped(device, group)
}

/** Ref: igmp6_group_added() */
function groupAdded(device: Inet6Dev, group: McGroup): void {
  if (ipv6AddrScope(group.address) < IPV6_ADDR_SCOPE_LINKLOCAL) return
  if (!group.loaded) {
    group.loaded = true
    devMcAdd(device.dev, multicastMac6(group.address))
  }
  if (!device.dev.up || group.noReport) return
  group.crcount = QRV
  mldIfcEvent(device)
}

/** Ref: igmp6_group_dropped() */
function groupDropped(device: Inet6Dev, group: McGroup): void {
  if (ipv6AddrScope(group.address) < IPV6_ADDR_SCOPE_LINKLOCAL) return
  unload(device, group)
  if (group.noReport || !device.dev.up) return
  group.crcount = QRV
  device.left.push(group)
  mldIfcEvent(device)
}

function unload(device: Inet6Dev, group: McGroup): void {
  if (!group.loaded) return
  group.loaded = false
  devMcDel(device.dev, multicastMac6(group.address))
}

function forgetLeft(device: Inet6Dev, address: Inet6): void {
  const at = device.left.findIndex((group) => group.address === address)
  if (at >= 0) device.left.splice(at, 1)
}

/** The link is there, perhaps another one: all groups are reported. Ref: ipv6_mc_up() */
export function ipv6McUp(device: Inet6Dev): void {
  for (const group of device.groups) groupAdded(device, group)
}

/** Ref: ipv6_mc_down() */
export function ipv6McDown(device: Inet6Dev): void {
  for (const group of device.groups) unload(device, group)
  device.left.length = 0
  device.mcReports = 0
  device.mcTimer?.cancel()
  device.mcTimer = null
  device.mcDadReports = 0
  device.mcDadTimer?.cancel()
  device.mcDadTimer = null
}

/** Ref: mld_ifc_event() */
function mldIfcEvent(device: Inet6Dev): void {
  device.mcReports = QRV
  startReports(device, 0)
}

/** What is already due stays so. Ref: mld_ifc_start_work() */
function startReports(device: Inet6Dev, delay: number): void {
  if (device.mcTimer?.pending) return
  const { clock } = device.dev.net.stack
  device.mcTimer = clock.after(timerDelay(clock.now, SOON + delay), reportsDue, device, null)
}

/** Ref: unsolicited_report_interval() */
function unsolicitedInterval(device: Inet6Dev): number {
  return device.dev.net.stack.random.below(device.conf.mldv2_unsolicited_report_interval * MILLISECOND)
}

/** Ref: mld_ifc_work() */
function reportsDue(device: Inet6Dev): void {
  device.mcTimer = null
  sendChanges(device)
  if (device.mcReports > 0) device.mcReports--
  if (device.mcReports > 0) startReports(device, unsolicitedInterval(device))
}

/** Ref: mld_send_cr() */
function sendChanges(device: Inet6Dev): void {
  const records: MldRecord[] = []
  for (const group of device.left) {
    records.push({ type: MLD2_CHANGE_TO_INCLUDE, group: group.address })
    group.crcount--
  }
  for (let i = device.left.length - 1; i >= 0; i--) {
    if ((device.left[i]?.crcount ?? 0) <= 0) device.left.splice(i, 1)
  }
  for (const group of device.groups) {
    if (group.crcount <= 0) continue
    records.push({ type: MLD2_CHANGE_TO_EXCLUDE, group: group.address })
    group.crcount--
  }
  sendReport(device, records)
}

/** An address to send from is there: all is told again. Ref: ipv6_mc_dad_complete() */
export function ipv6McDadComplete(device: Inet6Dev): void {
  device.mcDadReports = QRV
  dadReportsDue(device)
}

/** Ref: mld_dad_work() */
function dadReportsDue(device: Inet6Dev): void {
  device.mcDadTimer = null
  const reported = device.groups.filter((group) => !group.noReport)
  sendReport(
    device,
    reported.map((group) => ({ type: MLD2_CHANGE_TO_EXCLUDE, group: group.address })),
  )
  if (--device.mcDadReports <= 0) return
  const { clock } = device.dev.net.stack
  const after = timerDelay(clock.now, SOON + unsolicitedInterval(device))
  device.mcDadTimer = clock.after(after, dadReportsDue, device, null)
}

/** Ref: mld_sendpack(), mld_newpack() */
function sendReport(device: Inet6Dev, records: readonly MldRecord[]): void {
  const { dev } = device
  const most = mostRecords(dev)
  for (let at = 0; at < records.length; at += most) {
    ndiscXmit(dev, {
      src: ipv6GetLladdr(dev, IFA_F_TENTATIVE) ?? IN6ADDR_ANY,
      dst: IN6ADDR_MLDV2_ROUTERS,
      hopLimit: 1,
      routerAlert: true,
      payload: {
        kind: 'icmp6',
        type: ICMPV6_MLD2_REPORT,
        code: 0,
        records: records.slice(at, at + most),
      },
    })
  }
}

/** Whether this device listens to a group. Ref: ipv6_chk_mcast_addr() */
export function ipv6ChkMcastAddr(dev: NetDevice, group: Inet6): boolean {
  return inet6Dev(dev)?.groups.some((g) => g.address === group) ?? false
}
