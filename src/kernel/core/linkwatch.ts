// Carrier and operational state (RFC 2863), as the kernel works them out: not at once, but when the link watcher
// runs, at most once a second unless it is urgent. Ref: net/core/link_watch.c
import { MICROSECOND, SECOND, type Timer } from '../../sim/clock.ts'
import type { OperState } from '../../uapi/if.ts'
import { IF_LINK_MODE_DORMANT } from '../../uapi/if_link.ts'
import type { NetDevice, Stack } from './net.ts'
import { rtmsgIfinfo } from './rtnl_notify.ts'

/** A workqueue item runs a little after it was asked for. */
const SOON = 10 * MICROSECOND

interface Watch {
  readonly pending: Set<NetDevice>
  /** Not before this may an event that is not urgent run. */
  nextEvent: number
  timer: Timer | null
  due: number
}

const watches = new WeakMap<Stack, Watch>()

function watchOf(stack: Stack): Watch {
  let watch = watches.get(stack)
  if (!watch) watches.set(stack, (watch = { pending: new Set(), nextEvent: 0, timer: null, due: 0 }))
  return watch
}

/** Ref: net/core/link_watch.c:default_operstate(). The peer's number is looked up in the device's own namespace. */
function operstateOf(dev: NetDevice): OperState {
  if (dev.carrier) return dev.linkmode === IF_LINK_MODE_DORMANT ? 'DORMANT' : 'UP'
  const { iflink } = dev
  if (iflink === dev.index) return 'DOWN'
  const lower = dev.net.devices.get(iflink)
  if (!lower) return 'DOWN'
  return lower.carrier ? 'DOWN' : 'LOWERLAYERDOWN'
}

/** Ref: linkwatch_urgent_event() */
function urgent(dev: NetDevice): boolean {
  if (!dev.up) return false
  if (dev.iflink !== dev.index) return true
  return dev.carrier && !dev.active
}

function schedule(stack: Stack, watch: Watch, isUrgent: boolean): void {
  const { now } = stack.clock
  const due = isUrgent ? now + SOON : Math.max(now + SOON, watch.nextEvent)
  if (watch.timer?.pending) {
    if (watch.due <= due) return
    watch.timer.cancel()
  }
  watch.due = due
  watch.timer = stack.clock.after(due - now, runQueue, stack, watch)
}

/** Ref: __linkwatch_run_queue() */
function runQueue(stack: Stack, watch: Watch): void {
  watch.timer = null
  const urgentOnly = watch.nextEvent > stack.clock.now
  if (!urgentOnly) watch.nextEvent = stack.clock.now + SECOND
  for (const dev of [...watch.pending]) {
    if (urgentOnly && !urgent(dev)) continue
    watch.pending.delete(dev)
    doDev(dev)
  }
  if (watch.pending.size > 0) schedule(stack, watch, false)
}

/** Ref: linkwatch_do_dev() */
function doDev(dev: NetDevice): void {
  dev.operstate = operstateOf(dev)
  if (!dev.registered || !dev.up) return
  dev.active = dev.carrier
  dev.net.stack.notify('CHANGE', dev)
  rtmsgIfinfo('RTM_NEWLINK', dev)
}

/** Ref: linkwatch_fire_event() */
export function linkwatchFire(dev: NetDevice): void {
  const { stack } = dev.net
  const watch = watchOf(stack)
  watch.pending.add(dev)
  dev.net.version++
  schedule(stack, watch, urgent(dev))
}

export function netifCarrierOn(dev: NetDevice): void {
  if (dev.carrier) return
  dev.carrier = true
  dev.carrierChanges++
  if (dev.registered) linkwatchFire(dev)
}

export function netifCarrierOff(dev: NetDevice): void {
  if (!dev.carrier) return
  dev.carrier = false
  dev.carrierChanges++
  if (dev.registered) linkwatchFire(dev)
}

/** What was pending for this device is done now: done before a single device is shown. Ref: linkwatch_sync_dev() */
export function linkwatchSync(dev: NetDevice): void {
  if (watchOf(dev.net.stack).pending.delete(dev)) doDev(dev)
}

export function linkwatchForget(dev: NetDevice): void {
  watchOf(dev.net.stack).pending.delete(dev)
}

/** A device stacked on another has carrier when that one has. Ref: net/core/dev.c:netif_stacked_transfer_operstate() */
export function netifStackedTransferOperstate(lower: NetDevice, dev: NetDevice): void {
  if (lower.carrier) netifCarrierOn(dev)
  else netifCarrierOff(dev)
}
