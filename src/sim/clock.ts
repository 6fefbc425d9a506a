// Virtual time and the one event queue. Events of equal time run in the order they were asked for.
// Most events wait one of a few fixed delays (a hop on a cable), and time never runs back, so the events of one
// delay are already in order: each such delay has a queue of its own, and only the rest pay for a heap.

/** Virtual time and spans of it: whole nanoseconds since the lab began. */
export type Nanoseconds = number

export const MICROSECOND = 1_000
export const MILLISECOND = 1_000_000
export const SECOND = 1_000_000_000

/** When every lab began: seconds since 1970 (2025-01-01 00:00:00 UTC). */
export const BIRTHDAY = 1_735_689_600

export type Handler<A, B> = (a: A, b: B) => void

/** A pending event; `cancel` makes it never happen. */
export interface Timer {
  cancel(): void
  readonly pending: boolean
}

/** What is in the heap. */
class Event implements Timer {
  fn: Handler<never, never> | null
  readonly at: Nanoseconds
  readonly order: number
  readonly a: unknown
  readonly b: unknown
  constructor(at: Nanoseconds, order: number, fn: Handler<never, never>, a: unknown, b: unknown) {
    this.at = at
    this.order = order
    this.fn = fn
    this.a = a
    this.b = b
  }
  get pending(): boolean {
    return this.fn !== null
  }
  cancel(): void {
    this.fn = null
  }
}

const CHUNK = 1024

/** A piece of a lane: five columns, so that an event is no object of its own. */
class Chunk {
  readonly at = new Float64Array(CHUNK)
  readonly order = new Float64Array(CHUNK)
  readonly fn: (Handler<never, never> | null)[] = []
  readonly a: unknown[] = []
  readonly b: unknown[] = []
  next: Chunk | null = null
}

/** The events of one delay, first in first out. */
class Lane {
  readonly delay: Nanoseconds
  /** Time and order of the first event; Infinity when there is none. */
  at: Nanoseconds = Infinity
  order = Infinity
  #first = new Chunk()
  #last = this.#first
  #head = 0
  #tail = 0

  constructor(delay: Nanoseconds) {
    this.delay = delay
  }

  push(at: Nanoseconds, order: number, fn: Handler<never, never>, a: unknown, b: unknown): void {
    if (this.#tail === CHUNK) {
      const chunk = new Chunk()
      this.#last.next = chunk
      this.#last = chunk
      this.#tail = 0
    }
    const chunk = this.#last
    const i = this.#tail++
    chunk.at[i] = at
    chunk.order[i] = order
    chunk.fn[i] = fn
    chunk.a[i] = a
    chunk.b[i] = b
    if (this.at !== Infinity) return
    this.at = at
    this.order = order
  }

  /** Takes the first out and runs it. */
  run(): void {
    const chunk = this.#first
    const i = this.#head
    const fn = chunk.fn[i] as Handler<unknown, unknown> | null | undefined
    const a = chunk.a[i]
    const b = chunk.b[i]
    chunk.fn[i] = null
    chunk.a[i] = null
    chunk.b[i] = null
    this.#advance(i + 1)
    fn?.(a, b)
  }

  #advance(to: number): void {
    this.#head = to
    if (to === CHUNK && this.#first.next) {
      this.#first = this.#first.next
      this.#head = 0
    }
    if (this.#first === this.#last && this.#head === this.#tail) {
      this.#head = 0
      this.#tail = 0
      this.at = Infinity
      this.order = Infinity
      return
    }
    this.at = this.#first.at[this.#head] ?? Infinity
    this.order = this.#first.order[this.#head] ?? Infinity
  }
}

const MOST_LANES = 8

export class Clock {
  #now: Nanoseconds = 0
  #order = 0
  readonly #heap: Event[] = []
  readonly #lanes: Lane[] = []

  get now(): Nanoseconds {
    return this.#now
  }

  /**
   * Calls `fn(a, b)` after a delay that many events share (a hop on a cable): it cannot be taken back, and costs the
   * least. Arguments instead of a closure keep the packet path free of allocations.
   */
  post<A, B>(delay: Nanoseconds, fn: Handler<A, B>, a: A, b: B): void {
    const at = this.#now + delay
    const lane = this.#lane(delay)
    if (lane) lane.push(at, this.#order++, fn as Handler<never, never>, a, b)
    else this.#push(new Event(at, this.#order++, fn as Handler<never, never>, a, b))
  }

  /** Calls `fn(a, b)` after `delay`, unless it is cancelled first. */
  after<A, B>(delay: Nanoseconds, fn: Handler<A, B>, a: A, b: B): Timer {
    const event = new Event(this.#now + delay, this.#order++, fn as Handler<never, never>, a, b)
    this.#push(event)
    return event
  }

  /** When the next event is due; Infinity when there is none. */
  get next(): Nanoseconds {
    const top = this.#top()
    let at = top ? top.at : Infinity
    for (const lane of this.#lanes) if (lane.at < at) at = lane.at
    return at
  }

  /** Moves to the next event and runs it; false when there is none. */
  step(): boolean {
    const top = this.#top()
    let at = top ? top.at : Infinity
    let order = top ? top.order : Infinity
    let first: Lane | null = null
    for (const lane of this.#lanes) {
      if (lane.at > at || (lane.at === at && lane.order > order)) continue
      first = lane
      at = lane.at
      order = lane.order
    }
    if (at === Infinity) return false
    this.#now = at
    if (first) {
      first.run()
      return true
    }
    this.#pop()
    const fn = top?.fn as Handler<unknown, unknown> | null | undefined
    if (top) top.fn = null
    fn?.(top?.a, top?.b)
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

  /** The heap's first live event; cancelled ones before it are thrown away. */
  #top(): Event | undefined {
    let top = this.#heap[0]
    while (top && top.fn === null) {
      this.#pop()
      top = this.#heap[0]
    }
    return top
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
