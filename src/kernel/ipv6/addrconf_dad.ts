// Duplicate address detection (RFC 4862 §5.4, RFC 7527): an address is asked for before it is used.
// Ref: net/ipv6/addrconf.c:addrconf_dad_work()
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { IFF_LOOPBACK, IFF_NOARP } from '../../uapi/if.ts'
import {
  IFA_F_DADFAILED,
  IFA_F_NODAD,
  IFA_F_OPTIMISTIC,
  IFA_F_PERMANENT,
  IFA_F_TENTATIVE,
} from '../../uapi/rtnetlink.ts'
import {
  IN6ADDR_ANY,
  IN6ADDR_LINKLOCAL_ALLNODES,
  isLinkLocal6,
  linkLocalOf,
  solicitedNode,
} from '../../wire/inet6.ts'
import { timerDelay } from '../core/timer.ts'
import { ifaUsable, joinSolict } from './addrconf_ifa.ts'
import { acceptsRa, startRs } from './addrconf_rs.ts'
import { inet6IfaNotify } from './ifa6_message.ts'
import { inet6Dev, type Inet6Dev, type Inet6Ifa } from './inet6_dev.ts'
import { ipv6GetLladdr } from './locals.ts'
import { ipv6McDadComplete } from './mcast.ts'
import { ndiscSendNa, ndiscSendNs } from './ndisc_send.ts'
import { ipv6Of } from './netns_ipv6.ts'

/** Set by addrconf.ts, which this file cannot know: taking an address away, and IPv6 off a device. */
export const dadHook: { remove(ifa: Inet6Ifa): void; disable(device: Inet6Dev): void } = {
  remove: () => {},
  disable: () => {},
}

/** Ref: addrconf_dad_start() */
export function dadStart(ifa: Inet6Ifa): void {
  const device = inet6Dev(ifa.dev)
  if (!device || ifa.state === 'dead') return
  ifa.state = 'dad'
  dadBegin(device, ifa)
}

/** Ref: addrconf_dad_begin() */
function dadBegin(device: Inet6Dev, ifa: Inet6Ifa): void {
  const { dev, conf } = device
  joinSolict(device, ifa.address)
  const off = conf.accept_dad < 1 && ipv6Of(dev.net).all.accept_dad < 1
  const needless = dev.flags & (IFF_NOARP | IFF_LOOPBACK) || off || ifa.flags & IFA_F_NODAD
  if (needless || !(ifa.flags & IFA_F_TENTATIVE)) {
    const tentative = (ifa.flags & IFA_F_TENTATIVE) !== 0 && !(ifa.flags & IFA_F_OPTIMISTIC)
    ifa.flags &= ~(IFA_F_TENTATIVE | IFA_F_OPTIMISTIC | IFA_F_DADFAILED)
    return dadCompleted(device, ifa, tentative)
  }
  // Without a link it waits until there is one.
  if (!device.ready) return dadStop(ifa, false)
  if (ifa.flags & IFA_F_OPTIMISTIC) ifaUsable(device, ifa)
  dadKick(device, ifa)
}

/** Ref: addrconf_dad_kick() */
function dadKick(device: Inet6Dev, ifa: Inet6Ifa): void {
  const { random } = device.dev.net.stack
  ifa.nonce = random.u48()
  const most = device.conf.router_solicitation_delay * SECOND
  ifa.probes = device.conf.dad_transmits
  schedule(ifa, ifa.flags & IFA_F_OPTIMISTIC || most === 0 ? 0 : random.below(most))
}

function schedule(ifa: Inet6Ifa, delay: number): void {
  ifa.timer?.cancel()
  const { clock } = ifa.dev.net.stack
  ifa.timer = clock.after(timerDelay(clock.now, delay), dadWork, ifa, null)
}

/** Ref: addrconf_dad_work() */
function dadWork(ifa: Inet6Ifa): void {
  ifa.timer = null
  const device = inet6Dev(ifa.dev)
  if (!device || ifa.state !== 'dad') return
  if (ifa.probes === 0) {
    ifa.flags &= ~(IFA_F_TENTATIVE | IFA_F_OPTIMISTIC | IFA_F_DADFAILED)
    return dadCompleted(device, ifa, false)
  }
  ifa.probes--
  schedule(ifa, Math.max(device.neigh.retrans, 10 * MILLISECOND))
  const nonce = device.conf.enhanced_dad || ipv6Of(ifa.dev.net).all.enhanced_dad ? ifa.nonce : null
  ndiscSendNs(ifa.dev, ifa.address, solicitedNode(ifa.address), IN6ADDR_ANY, nonce)
}

/** Nobody else has it. Ref: addrconf_dad_completed() */
function dadCompleted(device: Inet6Dev, ifa: Inet6Ifa, announce: boolean): void {
  const { dev, conf } = device
  ifa.timer?.cancel()
  ifa.timer = null
  ifa.state = 'postdad'
  ifaUsable(device, ifa)
  const first = isLinkLocal6(ifa.address) && lonelyLladdr(device, ifa)
  if (first) ipv6McDadComplete(device)
  if (announce && (conf.ndisc_notify || ipv6Of(dev.net).all.ndisc_notify)) {
    const how = { router: conf.forwarding !== 0, solicited: false, override: true, option: true }
    ndiscSendNa(dev, IN6ADDR_LINKLOCAL_ALLNODES, ifa.address, how)
  }
  if (!first || !acceptsRa(device) || conf.router_solicitations === 0 || dev.flags & IFF_LOOPBACK) return
  const lladdr = ipv6GetLladdr(dev, IFA_F_TENTATIVE)
  if (lladdr !== null) startRs(device, lladdr)
}

/** Ref: ipv6_lonely_lladdr() */
function lonelyLladdr(device: Inet6Dev, ifa: Inet6Ifa): boolean {
  const unsettled = IFA_F_TENTATIVE | IFA_F_OPTIMISTIC | IFA_F_DADFAILED
  return !device.addresses.some(
    (other) =>
      other !== ifa &&
      isLinkLocal6(other.address) &&
      (other.flags & (IFA_F_PERMANENT | unsettled)) === IFA_F_PERMANENT,
  )
}

/** The link is there now: what waited for it is asked for. Ref: addrconf_dad_run() */
export function dadRun(device: Inet6Dev): void {
  for (const ifa of device.addresses) {
    if (ifa.flags & IFA_F_TENTATIVE && ifa.state === 'dad') dadKick(device, ifa)
  }
}

/** Ref: addrconf_dad_stop() */
function dadStop(ifa: Inet6Ifa, failed: boolean): void {
  if (failed) ifa.flags |= IFA_F_DADFAILED
  if (failed && !(ifa.flags & IFA_F_PERMANENT)) return dadHook.remove(ifa)
  ifa.timer?.cancel()
  ifa.timer = null
  ifa.flags |= IFA_F_TENTATIVE
  if (failed) {
    ifa.flags &= ~IFA_F_OPTIMISTIC
    inet6IfaNotify('RTM_NEWADDR', ifa)
  }
  ifa.dev.net.version++
}

/** Somebody else has it, or asks for it too. Ref: addrconf_dad_failure() */
export function dadFailure(ifa: Inet6Ifa): void {
  const device = inet6Dev(ifa.dev)
  if (!device || ifa.state !== 'dad') return
  ifa.state = 'errdad'
  const made = ifa.address === linkLocalOf(ifa.dev.mac)
  dadStop(ifa, true)
  const strict = Math.max(device.conf.accept_dad, ipv6Of(ifa.dev.net).all.accept_dad) > 1
  if (strict && made && !device.conf.disable_ipv6) dadHook.disable(device)
}
