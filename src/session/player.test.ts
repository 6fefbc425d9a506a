import { describe, expect, it } from 'vitest'
import { MILLISECOND, SECOND } from '../sim/clock.ts'
import type { Hop } from '../lab/hops.ts'
import { Player, type Playable } from './player.ts'

/** A lab whose events are times at which a number of frames leave; busy until its last event. */
class ScriptedLab implements Playable {
  now = 0
  ready = false
  listening = false
  ran: number[] = []
  /** Numbers of the frames that only manage a cluster. */
  management = new Set<number>()
  #events: { at: number; frames: number }[]
  #fresh: Hop[] = []
  #id = 0
  constructor(
    events: readonly (readonly [at: number, frames: number])[],
    public busyUntil = Infinity,
  ) {
    this.#events = events.map(([at, frames]) => ({ at, frames }))
  }
  get next(): number {
    return this.#events[0]?.at ?? Infinity
  }
  get busy(): boolean {
    return this.now < this.busyUntil && this.#events.length > 0
  }
  runReady(): void {}
  runInstant(): void {
    const event = this.#events.shift()
    if (!event) return
    this.now = event.at
    this.ran.push(event.at)
    for (let i = 0; i < event.frames; i++) this.#fresh.push(hop(++this.#id, this.now, this.management))
    if (event.frames > 0) this.#events.unshift({ at: this.now + 5000, frames: 0 })
  }
  advanceTo(time: number): void {
    this.now = Math.max(this.now, Math.min(time, this.next))
  }
  takeHops(): readonly Hop[] {
    return this.#fresh.splice(0)
  }
}

function hop(id: number, time: number, management: ReadonlySet<number>): Hop {
  const rest = {
    from: 'a#1',
    to: 'b#1',
    skb: id,
    root: id,
    label: '',
    inner: null,
    summary: '',
    length: 60,
    management: management.has(id),
  }
  return { id, time, delay: 5000, protocol: 'ICMP', ...rest }
}

/** Real time that passes only when told to. */
class Watch {
  time = 0
  #calls: { at: number; fn: () => void }[] = []
  now = (): number => this.time
  schedule = (milliseconds: number, fn: () => void): (() => void) => {
    const call = { at: this.time + milliseconds, fn }
    this.#calls.push(call)
    return () => {
      this.#calls = this.#calls.filter((c) => c !== call)
    }
  }
  get idle(): boolean {
    return this.#calls.length === 0
  }
  /** Lets real time pass, calling back on the way. */
  pass(milliseconds: number): void {
    const until = this.time + milliseconds
    for (;;) {
      const [first] = this.#calls.filter((c) => c.at <= until).sort((a, b) => a.at - b.at)
      if (!first) break
      this.#calls = this.#calls.filter((c) => c !== first)
      this.time = Math.max(this.time, first.at)
      first.fn()
    }
    this.time = until
  }
}

function play(lab: ScriptedLab): { player: Player; watch: Watch; seen: [number, number | null][] } {
  const watch = new Watch()
  const seen: [number, number | null][] = []
  const player = new Player(lab, watch, {
    hops: (hops, ms) => seen.push(...hops.map((h): [number, number | null] => [h.id, ms])),
    rest: () => {},
  })
  return { player, watch, seen }
}

describe('the player', () => {
  it('shows each instant with frames for a while, and waits without frames in real time', () => {
    const lab = new ScriptedLab([
      [0, 1],
      [8000, 2],
      [16_000, 0],
      [SECOND, 1],
    ])
    const { player, watch, seen } = play(lab)
    player.poke(true)
    expect(seen).toEqual([[1, 450]])
    watch.pass(449)
    expect(seen.length).toBe(1)
    watch.pass(1)
    expect(seen.length).toBe(3)
    watch.pass(450)
    expect(lab.ran).toEqual([0, 5000, 8000, 13_000, 16_000])
    watch.pass(999)
    expect(seen.length).toBe(3)
    watch.pass(1)
    expect(seen.length).toBe(4)
  })

  it('is quicker at a higher speed', () => {
    const lab = new ScriptedLab([
      [0, 1],
      [2 * SECOND, 1],
    ])
    const { player, watch, seen } = play(lab)
    player.setSpeed(2)
    player.poke(true)
    expect(seen).toEqual([[1, 225]])
    watch.pass(225 + 999)
    expect(seen.length).toBe(1)
    watch.pass(2)
    expect(seen.length).toBe(2)
  })

  it('does not wait for what manages a cluster, unless things are slow', () => {
    const scripted = (): ScriptedLab => {
      const lab = new ScriptedLab([
        [0, 1],
        [8000, 1],
        [16_000, 1],
      ])
      lab.management = new Set([1, 2])
      return lab
    }
    const usual = play(scripted())
    usual.player.poke(true)
    expect(usual.seen).toEqual([
      [1, 450],
      [2, 450],
      [3, 450],
    ])
    const slow = play(scripted())
    slow.player.setSpeed(0.5)
    slow.player.poke(true)
    expect(slow.seen).toEqual([[1, 900]])
    slow.watch.pass(900)
    expect(slow.seen.length).toBe(2)
  })

  it('lets time pass as it does outside, and hops wait for nobody', () => {
    const lab = new ScriptedLab([
      [0, 1],
      [MILLISECOND, 1],
      [2 * SECOND, 1],
    ])
    const { player, watch, seen } = play(lab)
    player.setSpeed('real')
    player.poke(true)
    expect(seen).toEqual([
      [1, 300],
      [2, 300],
    ])
    watch.pass(1990)
    expect(seen.length).toBe(2)
    watch.pass(15)
    expect(seen.length).toBe(3)
  })

  it('runs everything at once at speed 0, up to a minute of it', () => {
    const seconds = Array.from({ length: 100 }, (_, i): [number, number] => [i * SECOND, 1])
    const lab = new ScriptedLab(seconds)
    const { player, watch, seen } = play(lab)
    player.setSpeed(0)
    player.poke(true)
    expect(seen.length).toBe(61)
    expect(seen[0]).toEqual([1, null])
    watch.pass(5000)
    expect(seen.length).toBe(66)
  })

  it('sleeps when nobody waits, and makes up for it when something is done', () => {
    const chatter = Array.from({ length: 1000 }, (_, i): [number, number] => [(i + 1) * SECOND, 1])
    const lab = new ScriptedLab(chatter, 0)
    const { player, watch, seen } = play(lab)
    player.poke(true)
    expect(player.busy).toBe(false)
    watch.pass(10_000)
    expect(lab.now).toBe(2 * SECOND + 5000)
    expect(watch.idle).toBe(true)
    watch.pass(90_000)
    player.catchUp()
    expect(lab.now).toBeGreaterThan(90 * SECOND)
    expect(seen.at(-1)?.[1]).toBe(null)
    watch.pass(10 * 3_600_000)
    const before = lab.now
    player.poke(true)
    watch.pass(10_000)
    player.catchUp()
    expect(lab.now - before).toBeLessThan(700 * SECOND)
  })

  it('freezes, and goes on hop by hop', () => {
    const lab = new ScriptedLab([
      [0, 1],
      [8000, 1],
      [20_000, 0],
      [SECOND, 1],
      [2 * SECOND, 0],
    ])
    const { player, watch, seen } = play(lab)
    player.setPlaying(false)
    player.poke(true)
    watch.pass(10_000)
    expect(seen).toEqual([[1, 450]])
    player.step()
    expect(seen.length).toBe(2)
    player.step()
    expect(lab.now).toBe(SECOND)
    expect(seen.length).toBe(3)
    player.setPlaying(true)
    expect(player.playing).toBe(true)
  })

  it('lets a key press in the middle of a wait find the time that has passed', () => {
    const lab = new ScriptedLab([[SECOND, 0]])
    const { player, watch } = play(lab)
    player.poke(true)
    watch.pass(300)
    player.catchUp()
    expect(lab.now).toBe(300 * MILLISECOND)
  })

  it('calls nobody back once closed', () => {
    const lab = new ScriptedLab([[SECOND, 1]])
    const { player, watch, seen } = play(lab)
    player.poke(true)
    player.close()
    watch.pass(5000)
    expect(seen).toEqual([])
  })
})
