import { expect, test } from 'vitest'
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { timerDelay } from './timer.ts'

test.each([
  [0, 10 * MILLISECOND, 12],
  [0, 1 * SECOND, 1024],
  [20 * MILLISECOND, 1 * SECOND, 1004],
  [0, 5 * SECOND, 5120],
  [0, 30 * SECOND, 30720],
])('at %d a timer for %d fires after %d ms', (now, delay, late) => {
  expect(timerDelay(now, delay)).toBe(late * MILLISECOND)
})
