// The four places where the trace is written: a step, a drop, a decision, a device's tap.
import type { DropReason, TraceEvent, TracePlace } from '../../sim/trace.ts'
import type { Errno } from '../../uapi/errno.ts'
import type { Packet } from '../../wire/ethernet.ts'
import type { NetDevice, Stack } from './net.ts'
import { SkBuff } from './skb.ts'

/** True while somebody listens to it: guards whatever would be built only for the trace. */
export function tracing(skb: SkBuff): boolean {
  return skb.dev.net.stack.trace.listener !== null && !skb.quiet
}

function place(skb: SkBuff, dev: NetDevice): TracePlace {
  const { net } = dev
  return {
    time: net.stack.clock.now,
    machine: net.stack.machine,
    netns: net.inode,
    device: dev.serial,
    deviceName: dev.name,
    skb: skb.id,
  }
}

type Detail = TraceEvent extends infer E ? (E extends TraceEvent ? Omit<E, keyof TracePlace> : never) : never

/** Records a decision or a tap. Call it only when `tracing(skb)`. */
export function record(skb: SkBuff, detail: Detail, dev: NetDevice = skb.dev): void {
  if (!skb.quiet) dev.net.stack.trace.listener?.({ ...place(skb, dev), ...detail } as TraceEvent)
}

/** Entry into a function of the packet path, as a kprobe would see it. */
export function step(skb: SkBuff, fn: string): void {
  const { listener } = skb.dev.net.stack.trace
  if (listener !== null && !skb.quiet) listener({ ...place(skb, skb.dev), kind: 'step', fn })
}

/** The end of a packet that went wrong. `errno` is what a sender on this machine is told. */
export function drop(skb: SkBuff, fn: string, reason: DropReason, errno: Errno | null = null): void {
  if (errno && skb.sender) skb.sender.error = errno
  const { listener } = skb.dev.net.stack.trace
  if (listener !== null && !skb.quiet) listener({ ...place(skb, skb.dev), kind: 'drop', fn, reason })
}

/** The end of a packet that was delivered. */
export function consume(skb: SkBuff, fn: string, by: string): void {
  const { listener } = skb.dev.net.stack.trace
  if (listener !== null && !skb.quiet) listener({ ...place(skb, skb.dev), kind: 'consume', fn, by })
}

/** A packet made here, or derived from `parent`. */
export function allocSkb(stack: Stack, dev: NetDevice, packet: Packet, parent: SkBuff | null): SkBuff {
  const skb = new SkBuff(stack.trace.nextSkb(), dev, null, packet)
  if (parent) {
    skb.mark = parent.mark
    skb.iif = parent.iif
    skb.sender = parent.sender
  }
  if (stack.trace.listener !== null) {
    skb.quiet = stack.trace.ignores(packet)
    record(skb, { kind: 'born', parent: parent?.id ?? null, packet })
  }
  return skb
}

/** Another skb of the same frame (Ref: skb_clone()). */
export function cloneSkb(skb: SkBuff, dev: NetDevice): SkBuff {
  const clone = skb.clone(skb.dev.net.stack.trace.nextSkb(), dev)
  if (tracing(skb)) record(clone, { kind: 'born', parent: skb.id, packet: skb.packet })
  return clone
}
