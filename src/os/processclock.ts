// A process and time.
import type { Clock, Nanoseconds } from '../sim/clock.ts'
import { BIRTHDAY, SECOND } from '../sim/clock.ts'
import type { Waitable } from '../uapi/socket.ts'
import type { Blocking, ProcessClock, WakeReason } from './program.ts'

const NOTHING: readonly Waitable[] = []

export class TaskClock implements ProcessClock {
  constructor(private readonly clock: Clock) {}

  now(): Nanoseconds {
    return this.clock.now
  }

  epoch(): number {
    return BIRTHDAY + this.clock.now / SECOND
  }

  *sleep(span: Nanoseconds): Blocking<boolean> {
    const reason = yield { on: NOTHING, until: this.clock.now + span }
    return reason !== 'signal'
  }

  *wait(on: readonly Waitable[], until: Nanoseconds = Infinity): Blocking<WakeReason> {
    return yield { on, until }
  }
}
