import type { Blocking, ProcessClock, Wait, WakeReason } from '../../os/program.ts'
import { SECOND, type Clock } from '../../sim/clock.ts'

/** 2026-01-01 00:00:00 UTC */
export const BIRTHDAY = 1_767_225_600

export class FakeClock implements ProcessClock {
  constructor(private readonly clock: Clock) {}
  now(): number {
    return this.clock.now
  }
  epoch(): number {
    return BIRTHDAY + this.clock.now / SECOND
  }
  *sleep(span: number): Blocking<boolean> {
    return (yield { on: [], until: this.clock.now + span }) !== 'signal'
  }
  *wait(on: Wait['on'], until = Infinity): Blocking<WakeReason> {
    return yield { on, until }
  }
}
