// Frames that go round in a loop of bridges. A real machine is then busy with nothing else, and loses what its queues
// cannot hold: here too they go round for ever, but never so many, nor so fast, that nothing else is done.
// Ref: net/core/dev.c:enqueue_to_backlog()
import { MILLISECOND } from '../../sim/clock.ts'
import type { NetDevice, Stack } from './net.ts'
import type { SkBuff } from './skb.ts'
import { drop } from './trace.ts'

/** More cables than a frame goes through on its way, loops aside. */
export const FAR = 12
const LOOPING = 64
/** Frames that have come that far and are on their way at once. */
const MOST_FAR = 500
const MOST_LOOPING = 20
/** A hop of a machine that is too busy. */
const BUSY_DELAY = MILLISECOND

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
