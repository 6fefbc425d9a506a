import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock } from './clock.ts'

describe('the clock', () => {
  it('runs events by time, and equal times in the order they were asked for', () => {
    const delays = fc.array(
      fc.record({ delay: fc.constantFrom(0, 5, 8, 8, 1000, 7_000_000), posted: fc.boolean() }),
      {
        maxLength: 3000,
      },
    )
    fc.assert(
      fc.property(delays, (asked) => {
        const clock = new Clock()
        const ran: { at: number; i: number }[] = []
        const note = (i: number): void => void ran.push({ at: clock.now, i })
        for (const [i, { delay, posted }] of asked.entries()) {
          if (posted) clock.post(delay, note, i, null)
          else clock.after(delay, note, i, null)
        }
        while (clock.step());
        const wanted = asked
          .map(({ delay }, i) => ({ at: delay, i }))
          .sort((x, y) => x.at - y.at || x.i - y.i)
        expect(ran).toEqual(wanted)
      }),
      { numRuns: 50 },
    )
  })

  it('never runs what was cancelled', () => {
    const clock = new Clock()
    const ran: string[] = []
    const timer = clock.after(10, (name: string) => void ran.push(name), 'a', null)
    clock.after(10, (name: string) => void ran.push(name), 'b', null)
    timer.cancel()
    expect(timer.pending).toBe(false)
    expect(clock.next).toBe(10)
    while (clock.step());
    expect(ran).toEqual(['b'])
  })

  it('advances no further than the next event', () => {
    const clock = new Clock()
    clock.post(100, () => {}, null, null)
    clock.advanceTo(500)
    expect(clock.now).toBe(100)
    clock.step()
    clock.advanceTo(500)
    expect(clock.now).toBe(500)
    expect(clock.step()).toBe(false)
  })
})
