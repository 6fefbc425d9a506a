// What `docker events` tells: the last 256 are kept. Ref: moby daemon/events/events.go
import { SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { EventMessage } from '../api/others.ts'
import { unixSeconds } from './time.ts'

const KEPT = 256

export class Events {
  readonly changed = new WaitQueue()
  #kept: EventMessage[] = []
  #count = 0

  constructor(private readonly now: () => Nanoseconds) {}

  log(
    Type: string,
    Action: string,
    ID: string,
    attributes: Readonly<Record<string, string>>,
    legacy = false,
  ): void {
    const time = this.now()
    const sorted = Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
    const seconds = unixSeconds(time)
    const message: EventMessage = {
      ...(legacy
        ? {
            status: Action,
            id: ID,
            ...(attributes['image'] === undefined ? {} : { from: attributes['image'] }),
          }
        : {}),
      Type,
      Action,
      Actor: { ID, Attributes: sorted },
      scope: 'local',
      time: seconds,
      timeNano: seconds * SECOND + Math.floor(time % SECOND),
    }
    this.#kept.push(message)
    this.#count++
    if (this.#kept.length > KEPT) this.#kept.shift()
    this.changed.wake()
  }

  /** Those after the first `seen`, and how many there have been. */
  since(seen: number): { readonly events: readonly EventMessage[]; readonly count: number } {
    const first = this.#count - this.#kept.length
    return { events: this.#kept.slice(Math.max(0, seen - first)), count: this.#count }
  }
}
