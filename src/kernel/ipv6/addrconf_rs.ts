// A host asks for routers, ever more seldom while none answers (RFC 7559). Ref: net/ipv6/addrconf.c:addrconf_rs_timer()
import { SECOND } from '../../sim/clock.ts'
import { IFA_F_TENTATIVE } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Stack } from '../core/net.ts'
import { timerDelay } from '../core/timer.ts'
import type { Inet6Dev } from './inet6_dev.ts'
import { ipv6GetLladdr } from './locals.ts'
import { ndiscSendRs } from './ndisc_send.ts'

/** Ref: ipv6_accept_ra() */
export function acceptsRa(device: Inet6Dev): boolean {
  const { forwarding, accept_ra: accept } = device.conf
  return forwarding ? accept === 2 : accept !== 0
}

/** Between `low` and `low` + 0.2 times as long. Ref: rfc3315_s14_backoff_init() */
function spread(stack: Stack, interval: number, low: number): number {
  return Math.floor((interval * (low * 1_000_000 + stack.random.below(200_001))) / 1_000_000)
}

/** The first at once: the address has waited already. Ref: addrconf_dad_completed() */
export function startRs(device: Inet6Dev, lladdr: Inet6): void {
  const { dev, conf } = device
  ndiscSendRs(dev, lladdr)
  device.rsInterval = spread(dev.net.stack, conf.router_solicitation_interval * SECOND, 0.9)
  device.rsProbes = 1
  setTimer(device, device.rsInterval)
}

function setTimer(device: Inet6Dev, delay: number): void {
  device.rsTimer?.cancel()
  const { clock } = device.dev.net.stack
  device.rsTimer = clock.after(timerDelay(clock.now, delay), rsTimer, device, null)
}

function rsTimer(device: Inet6Dev): void {
  const { dev, conf } = device
  device.rsTimer = null
  const most = conf.router_solicitations
  if (!device.ready || !acceptsRa(device)) return
  if (most >= 0 && device.rsProbes >= most) return
  device.rsProbes++
  const lladdr = ipv6GetLladdr(dev, IFA_F_TENTATIVE)
  if (lladdr === null) return
  ndiscSendRs(dev, lladdr)
  const { stack } = dev.net
  const longest = conf.router_solicitation_max_interval * SECOND
  const next = spread(stack, device.rsInterval, 1.9)
  device.rsInterval = next > longest ? spread(stack, longest, 0.9) : next
  const last = device.rsProbes === most
  setTimer(device, last ? conf.router_solicitation_delay * SECOND : device.rsInterval)
}
