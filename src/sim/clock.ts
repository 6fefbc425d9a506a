// Virtual time and the one event queue. Events of equal time run in the order they were asked for.
// Most events wait one of a few fixed delays (a hop on a cable), and time never runs back, so the events of one
// delay are already in order: each short delay has a ring of its own, and only the rest pay for a heap.

/** Virtual time and spans of it: whole nanoseconds since the lab began. */
export type Nanoseconds = number

export const MICROSECOND = 1_000
export const MILLISECOND = 1_000_000
export const SECOND = 1_000_000_000

type Handler<A, B> = (a: A, b: B) => void

/** A pending event; `cancel` makes it never happen. */
export interface Timer {
  cancel(): void
  readonly pending: boolean
}

class Event implements Timer {
  fn: Handler<never, never> | null
  constructor(
    readonly at: Nanoseconds,
    readonly order: number,
    fn: Handler<never, never>,
    readonly a: unknown,
    readonly b: unknown,
    private readonly clock: { live: number },
  ) {
    this.fn = fn
  }
  get pending(): boolean {
    return this.fn !== null
  }
  cancel(): void {
    if (this.fn) this.clock.live--
    this.fn = null
  }
}

/** FIFO of the events of one delay. */
class Lane {
  readonly queue: Event[] = []
  head = 0
  constructor(readonly delay: Nanoseconds) {}
  peek(): Event | undefined {
    return this.queue[this.head]
  }
  shift(): void {
    if (++this.head > 1024 && this.head * 2 > this.queue.length) {
      this.queue.splice(0, this.head)
      this.head = 0
    }
  }
}

const LONGEST_LANE = 1 * MILLISECOND
const MOST_LANES = 8

export class Clock {
  #now: Nanoseconds = 0
  #order = 0
  /** Events that are still to happen. */
  live = 0
  readonly #heap: Event[] = []
  readonly #lanes: Lane[] = []

  get now(): Nanoseconds {
    return this.#now
  }

  /** Calls `fn(a, b)` after `delay`. Arguments instead of a closure keep the packet path free of allocations. */
  after<A, B>(delay: Nanoseconds, fn: Handler<A, B>, a: A, b: B): Timer {
    const event = new Event(this.#now + delay, this.#order++, fn as Handler<never, never>, a, b, this)
    this.live++
    const lane = delay <= LONGEST_LANE ? this.#lane(delay) : null
    if (lane) lane.queue.push(event)
    else this.#push(event)
    return event
  }

  /** Calls `fn()` at a time that has not passed; a past one counts as now. */
  at(time: Nanoseconds, fn: () => void): Timer {
    const event = new Event(Math.max(time, this.#now), this.#order++, fn, undefined, undefined, this)
    this.live++
    this.#push(event)
    return event
  }

  /** When the next event is due; Infinity when there is none. */
  get next(): Nanoseconds {
    return this.#peek()?.at ?? Infinity
  }

  /** Moves to the next event and runs it; false when there is none. */
  step(): boolean {
    const event = this.#peek()
    if (!event) return false
    this.#take(event)
    const fn = event.fn
    event.fn = null
    this.live--
    this.#now = event.at
    ;(fn as Handler<unknown, unknown> | null)?.(event.a, event.b)
    return true
  }

  /** Moves time forward without running anything: only up to the next event. */
  advanceTo(time: Nanoseconds): void {
    if (time > this.#now) this.#now = Math.min(time, this.next)
  }

  #lane(delay: Nanoseconds): Lane | null {
    for (const lane of this.#lanes) if (lane.delay === delay) return lane
    if (this.#lanes.length >= MOST_LANES) return null
    const lane = new Lane(delay)
    this.#lanes.push(lane)
    return lane
  }

  /** The earliest live event, left where it is; cancelled ones before it are thrown away. */
  #peek(): Event | undefined {
    let best: Event | undefined
    for (const lane of this.#lanes) {
      let head = lane.peek()
      while (head && head.fn === null) {
        lane.shift()
        head = lane.peek()
      }
      if (head && (!best || before(head, best))) best = head
    }
    while (this.#heap[0] && this.#heap[0].fn === null) this.#pop()
    const top = this.#heap[0]
    return top && (!best || before(top, best)) ? top : best
  }

  #take(event: Event): void {
    if (event === this.#heap[0]) {
      this.#pop()
      return
    }
    for (const lane of this.#lanes) if (lane.peek() === event) return lane.shift()
  }

  #push(event: Event): void {
    const heap = this.#heap
    let i = heap.push(event) - 1
    while (i > 0) {
      const up = (i - 1) >> 1
      const parent = heap[up]
      if (!parent || before(parent, event)) break
      heap[i] = parent
      i = up
    }
    heap[i] = event
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      let least = heap[child]
      if (!least) break
      const right = heap[child + 1]
      if (right && before(right, least)) {
        least = right
        child++
      }
      if (before(last, least)) break
      heap[i] = least
      i = child
    }
    heap[i] = last
  }
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
