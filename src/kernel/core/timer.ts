// When a kernel timer really fires: the timer wheel rounds up, the more the further off it is. That is why a
// neighbour's second question comes a little over a second after the first. Ref: kernel/time/timer.c
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'

/** One tick: CONFIG_HZ is 250. */
const JIFFY = SECOND / 250
/** Each level of the wheel has 64 buckets, eight times as wide as those of the level below. */
const LEVEL_BITS = 6
const LEVEL_SHIFT = 3
const LEVELS = 9

/** The delay after which a timer fires that was set for `delay` from `now`. Ref: calc_wheel_index() */
export function timerDelay(now: Nanoseconds, delay: Nanoseconds): Nanoseconds {
  const ticks = Math.floor(delay / JIFFY)
  const expires = Math.floor(now / JIFFY) + ticks
  let level = 0
  while (level < LEVELS - 1 && ticks >= (2 ** LEVEL_BITS - 1) * 2 ** (level * LEVEL_SHIFT)) level++
  const width = 2 ** (level * LEVEL_SHIFT)
  const bucket = Math.floor((expires + width) / width)
  return bucket * width * JIFFY - now
}
