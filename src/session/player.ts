// Decides how fast the lab's clock runs on a screen: each hop long enough to be watched, waits without frames in real
// time, everything else at once; what only manages a cluster is seen in passing. It wakes only while somebody waits for something; idle time passes when it is over.
import { MILLISECOND, SECOND, type Nanoseconds } from '../sim/clock.ts'
import type { Hop } from '../lab/hops.ts'

/** Hops a second at 1 are about two; 0, “at once”, shows none; `real`: time passes as it does outside, hops wait for nobody. */
export type Pace = number | 'real'

/** What the player drives. */
export interface Playable {
  readonly now: Nanoseconds
  /** When the next event is due; Infinity when there is none. */
  readonly next: Nanoseconds
  /** A program runs, sleeps or listens for somebody: not a shell at its prompt. */
  readonly busy: boolean
  /** A program waits for packets: time is to pass, though nothing may ever come. */
  readonly listening: boolean
  /** Processes could go on at the present instant, but are not let before other things had their turn. */
  readonly ready: boolean
  /** Lets processes run that can, at the present instant, for a while. */
  runReady(): void
  /** Runs whatever can at the present instant, or else everything of the next one. */
  runInstant(): void
  /** Lets time pass without events, at most up to the next one. */
  advanceTo(time: Nanoseconds): void
  /** Frames put on cables since this was last asked. */
  takeHops(): readonly Hop[]
}

/** The world outside: real time in milliseconds, and call-backs from it. */
export interface Outside {
  now(): number
  /** Gives how to take it back. */
  schedule(milliseconds: number, fn: () => void): () => void
}

export interface Audience {
  /** `milliseconds`: how long each is to be seen moving; null when they are of the past and only listed. */
  hops(hops: readonly Hop[], milliseconds: number | null): void
  /** A stretch of work is over: what changed may be shown. */
  rest(): void
}

/** How long a hop is watched at speed 1. */
const HOP_MILLISECONDS = 450
/** In real time a hop is over before an eye could follow it: what is seen is where it went. */
const REAL_TIME_FLIGHT = 300
/** After the last program ended, the kernel's own timers still run for a while: links settle, addresses are probed. */
const SETTLING: Nanoseconds = 2 * SECOND
/** A pause of hours is not made up for: nothing in a network stack changes after that long. */
const LONGEST_PAUSE: Nanoseconds = 600 * SECOND
/** A wait shorter than this is none: programs that start, frames on their way. */
const SHORT = 5
/** Timers of pages take no more than 2³¹ milliseconds. */
const LONGEST_WAIT = 3_600_000
/** Real milliseconds of work in one turn, so that input is heard meanwhile. */
const TURN = 12
/** At once is meant for programs that end: one that goes on longer than this passes in real time. */
const AT_ONCE: Nanoseconds = 60 * SECOND
/** Time enough for programs to start. */
const TICK: Nanoseconds = 20 * MILLISECOND
/** A step looks no further than this for something to show. */
const MOST_INSTANTS_A_STEP = 10_000

export class Player {
  playing = true
  speed: Pace = 1
  #watching = false
  readonly #lab: Playable
  readonly #outside: Outside
  readonly #audience: Audience
  #cancel: (() => void) | null = null
  /** Real time at which virtual time last stood at `#mark`; null while hops are watched or nothing runs. */
  #since: { real: number; virtual: Nanoseconds } | null = null
  #busyUntil: Nanoseconds
  #busyFrom: Nanoseconds
  /** Somebody waited for something when this was last looked at. */
  #active = false
  /** When the last frame seen arrives. */
  #landing: Nanoseconds = -1
  #asleepSince: number | null

  constructor(lab: Playable, outside: Outside, audience: Audience) {
    this.#lab = lab
    this.#outside = outside
    this.#audience = audience
    this.#busyFrom = lab.now
    this.#busyUntil = lab.now
    this.#asleepSince = outside.now()
  }

  /** Frames are on cables. */
  get inFlight(): boolean {
    return this.#landing > this.#lab.now
  }

  /** Nothing will happen by itself. */
  get asleep(): boolean {
    return this.#asleepSince !== null
  }

  /** Something is under way that a step would move on. */
  get busy(): boolean {
    return this.#lab.busy || this.inFlight
  }

  /** The clock stands still with frames on cables: paused, or a hop is watched. */
  get held(): boolean {
    return (!this.playing || this.#watching) && this.inFlight
  }

  /** To be called before anything is done to the lab from outside: brings virtual time up to now. */
  catchUp(): void {
    if (!this.playing) return
    if (this.#asleepSince !== null) return this.#wake()
    if (!this.#since) return
    const { real, virtual } = this.#since
    this.#lab.advanceTo(virtual + this.#virtualOf(this.#outside.now() - real))
  }

  /** To be told of hops that it has not shown itself: some may still be under way. */
  notice(hops: readonly Hop[]): void {
    for (const hop of hops) this.#landing = Math.max(this.#landing, hop.time + hop.delay)
  }

  /** To be called after something was done to the lab: what can run runs, and time goes on. `given`: a command was. */
  poke(given: boolean): void {
    this.#lab.runReady()
    this.#settle()
    if (!this.playing && given) this.#tick()
    this.#audience.rest()
    if (this.playing && !this.#watching) this.#turn()
  }

  /** While paused, with nothing on a cable that would move on: programs start, and go as far as their first frame. */
  #tick(): void {
    const until = this.#lab.now + TICK
    while (!this.inFlight && (this.#lab.ready || (this.#lab.busy && this.#lab.next <= until))) {
      this.#lab.runInstant()
      if (this.#settle().length > 0) return
    }
  }

  setPlaying(playing: boolean): void {
    if (playing === this.playing) return
    if (!playing) {
      this.catchUp()
      this.#stop()
    }
    this.playing = playing
    if (playing) this.#turn()
    this.#audience.rest()
  }

  setSpeed(speed: Pace): void {
    this.catchUp()
    this.speed = speed
    if (this.playing) {
      this.#stop()
      this.#turn()
    }
    this.#audience.rest()
  }

  /** Stops playing and goes on to the next instant at which there is something to see. */
  step(): void {
    if (this.playing) this.setPlaying(false)
    if (this.busy) {
      for (let i = 0; i < MOST_INSTANTS_A_STEP; i++) {
        if (this.#lab.next === Infinity && !this.#lab.ready) break
        this.#lab.runInstant()
        if (this.#settle().length > 0 || !this.busy) break
      }
    }
    this.#audience.rest()
  }

  /** No further call-back comes. */
  close(): void {
    this.#stop()
    this.playing = false
  }

  #turn(): void {
    this.#stop()
    const began = this.#outside.now()
    for (;;) {
      const { next, now } = this.#lab
      if (!this.#awake(next)) {
        this.#asleepSince = this.#outside.now()
        break
      }
      const wait = this.#lab.ready ? 0 : this.#realOf(next - now)
      if (wait === Infinity) break
      if (wait >= SHORT) {
        this.#since = { real: this.#outside.now(), virtual: now }
        this.#cancel = this.#outside.schedule(Math.min(wait, LONGEST_WAIT), () => {
          if (wait <= LONGEST_WAIT) return this.#go()
          this.catchUp()
          this.#turn()
        })
        break
      }
      this.#lab.runInstant()
      if (this.#holds(this.#settle())) {
        this.#watch()
        break
      }
      if (this.#outside.now() - began > TURN) {
        this.#cancel = this.#outside.schedule(0, () => this.#turn())
        break
      }
    }
    this.#audience.rest()
  }

  /** A wait is over: its event runs now. */
  #go(): void {
    this.#since = null
    this.#cancel = null
    this.#lab.runInstant()
    if (this.#holds(this.#settle())) {
      this.#watch()
      this.#audience.rest()
      return
    }
    this.#turn()
  }

  #watch(): void {
    this.#stop()
    this.#watching = true
    this.#cancel = this.#outside.schedule(this.#flight ?? 0, () => {
      this.#watching = false
      this.#turn()
    })
  }

  #stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#since = null
    this.#watching = false
  }

  /** Shows what was put on cables, and gives it. Notes how long there is a reason to stay awake. */
  #settle(): readonly Hop[] {
    const { now, busy, ready } = this.#lab
    const active = busy || ready
    if (active && !this.#active) this.#busyFrom = now
    if (active || this.#active) this.#busyUntil = now
    this.#active = active
    const hops = this.#lab.takeHops()
    if (hops.length === 0) return hops
    this.notice(hops)
    this.#audience.hops(hops, this.#flight)
    return hops
  }

  #awake(next: Nanoseconds): boolean {
    if (this.#lab.busy || this.#lab.ready || this.#lab.listening || this.inFlight) return true
    return next <= this.#busyUntil + SETTLING
  }

  /** What happened while nobody looked happens now, all at once. */
  #wake(): void {
    const pause = (this.#outside.now() - (this.#asleepSince ?? 0)) * MILLISECOND
    this.#asleepSince = null
    const until = this.#lab.now + Math.min(Math.max(0, Math.round(pause)), LONGEST_PAUSE)
    while (this.#lab.next < until) this.#lab.runInstant()
    this.#lab.advanceTo(until)
    const hops = this.#lab.takeHops()
    if (hops.length > 0) this.#audience.hops(hops, null)
    this.#busyFrom = this.#lab.now
    this.#busyUntil = this.#lab.now
  }

  /** The clock stands still while a hop is seen moving: one of a cluster's management only where things are slow. */
  #holds(hops: readonly Hop[]): boolean {
    const { speed } = this
    return speed !== 'real' && speed > 0 && hops.some((hop) => !hop.management || speed < 1)
  }

  /** Real milliseconds in which a hop is seen moving; null: it is not. */
  get #flight(): number | null {
    if (this.speed === 'real') return REAL_TIME_FLIGHT
    return this.speed > 0 ? HOP_MILLISECONDS / this.speed : null
  }

  /** How much faster than outside waits are over. */
  get #rate(): number {
    return this.speed === 'real' ? 1 : Math.max(1, this.speed)
  }

  get #atOnce(): boolean {
    return this.speed === 0 && this.#lab.now - this.#busyFrom < AT_ONCE
  }

  #realOf(span: Nanoseconds): number {
    if (span === Infinity) return Infinity
    return this.#atOnce ? 0 : span / MILLISECOND / this.#rate
  }

  #virtualOf(milliseconds: number): Nanoseconds {
    return Math.round(milliseconds * MILLISECOND * this.#rate)
  }
}
