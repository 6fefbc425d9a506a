// Frames that go round in a loop of bridges. A real machine is then busy with nothing else, and loses what its queues
// cannot hold: here too they go round for ever, but never so many, nor so fast, that nothing else is done.
// Ref: net/core/dev.c:enqueue_to_backlog()
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import type { NetDevice, Stack } from './net.ts'
import type { SkBuff } from './skb.ts'
import { drop } from './trace.ts'

/** More cables than a frame goes through on its way, loops aside. */
export const FAR = 12
const LOOPING = 64
/** Frames that have come that far and are on their way at once. */
const MOST_FAR = 200
const MOST_LOOPING = 20
/** A hop of a machine that is too busy. */
const BUSY_DELAY = MILLISECOND

/** Floods that a machine can take at once, and in a second after. */
const FLOOD_BURST = 20_000
const FLOOD_RATE = 5000

const floods = new WeakMap<Stack, { left: number; at: number }>()

/** Whether the machine can take one more: in a loop each frame is flooded again and again, and answered by everybody. */
export function mayFlood(stack: Stack): boolean {
  const { now } = stack.clock
  let bucket = floods.get(stack)
  if (!bucket) floods.set(stack, (bucket = { left: FLOOD_BURST, at: now }))
  bucket.left = Math.min(FLOOD_BURST, bucket.left + ((now - bucket.at) / SECOND) * FLOOD_RATE)
  bucket.at = now
  if (bucket.left < 1) return false
  bucket.left--
  return true
}

const underway = new WeakMap<Stack, { far: number; looping: number }>()

/** `arrive`: what receives it. */
export function xmitFar(
  skb: SkBuff,
  to: NetDevice,
  delay: number,
  arrive: (skb: SkBuff, to: NetDevice) => void,
): void {
  const { stack } = to.net
  let count = underway.get(stack)
  if (!count) underway.set(stack, (count = { far: 0, looping: 0 }))
  const kind = skb.hops > LOOPING ? 'looping' : 'far'
  if (count[kind] >= (kind === 'far' ? MOST_FAR : MOST_LOOPING))
    return drop(skb, 'enqueueToBacklog', 'CPU_BACKLOG')
  count[kind]++
  const counted = count
  stack.clock.post(
    kind === 'far' ? delay : BUSY_DELAY,
    (frame: SkBuff, dev: NetDevice) => {
      counted[kind]--
      arrive(frame, dev)
    },
    skb,
    to,
  )
}
