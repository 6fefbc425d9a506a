// Remembers what happened to the last packets: listens to the trace, counts hops, tells a packet's story.
import type { Trace, TraceEvent } from '../sim/trace.ts'
import type { Frame, Packet } from '../wire/ethernet.ts'
import type { Caught } from './captures.ts'
import { dropOf, type Drop, type DropEvent } from './drops.ts'
import type { Birth } from './earlier.ts'
import { hopOf, isChatter, type Hop } from './hops.ts'
import type { Names, Story, StoryOf } from './story.ts'

/** Packets (with all copies of each) whose stories are kept, and how long a story may become. */
const MOST_PACKETS = 2000
const MOST_EVENTS = 4000
/** Hops whose frames are kept. */
const MOST_CAUGHT = 5000
/** Deaths that are kept until somebody takes them. */
const MOST_DROPS = 200

/** A packet with all that was cloned or rewritten from it. */
interface Family {
  readonly root: number
  readonly members: number[]
  readonly events: TraceEvent[]
}

/** One packet of a family. */
interface Member {
  readonly family: Family
  /** What it was cloned or rewritten from, if that is known. */
  readonly parent: number | null
  /** As it was born, if that was heard. */
  readonly packet: Packet | null
}

export class PacketLog {
  /** Hops so far. */
  hops = 0
  #fresh: Hop[] = []
  readonly #caught = new Map<number, Caught>()
  #drops = 0
  #freshDrops: Drop[] = []
  readonly #families = new Map<number, Family>()
  readonly #members = new Map<number, Member>()

  constructor(trace: Trace) {
    trace.listener = (event) => this.#hear(event)
    trace.ignores = isChatter
  }

  /** The hops since this was last asked. */
  take(): readonly Hop[] {
    if (this.#fresh.length === 0) return this.#fresh
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }

  /** Frames of the last hops, by the hop's number, oldest first. */
  get caught(): ReadonlyMap<number, Caught> {
    return this.#caught
  }

  /** The last deaths since this was last asked. */
  takeDrops(): readonly Drop[] {
    if (this.#freshDrops.length === 0) return this.#freshDrops
    const fresh = this.#freshDrops.slice(-MOST_DROPS)
    this.#freshDrops = []
    return fresh
  }

  /** Where it came from, what became of it and of its copies, as `storyOf` tells it; null when it is too long ago. */
  story(skb: number, names: Names, storyOf: StoryOf): Story | null {
    const family = this.#members.get(skb)?.family
    if (!family) return null
    const forebears = new Map<number, number>()
    for (let child = skb, parent = this.#parentOf(child); parent !== null; parent = this.#parentOf(child)) {
      forebears.set(parent, child)
      child = parent
    }
    /** Forebears whose child in the line was already cloned: what they did after that is another branch. */
    const left = new Set<number>()
    const events = family.events.filter((event) => {
      if (event.kind === 'born' && event.parent !== null && forebears.get(event.parent) === event.skb) {
        left.add(event.parent)
      }
      if (forebears.has(event.skb)) return !left.has(event.skb)
      return event.skb === skb || this.#descends(event.skb, skb)
    })
    return storyOf(skb, events, frameOf(events, skb), names, this.#births(family))
  }

  /** The packet it came of in the end; null when it is too long ago. */
  rootOf(skb: number): number | null {
    return this.#members.get(skb)?.family.root ?? null
  }

  /** Births of the packets that came of no other, oldest first, up to that of a family. */
  #births(until: Family): readonly Birth[] {
    const births: Birth[] = []
    for (const family of this.#families.values()) {
      const [first] = family.events
      if (first?.kind === 'born') births.push(first)
      if (family === until) break
    }
    return births
  }

  #descends(skb: number, from: number): boolean {
    for (let at = this.#parentOf(skb); at !== null; at = this.#parentOf(at)) if (at === from) return true
    return false
  }

  #parentOf(skb: number): number | null {
    return this.#members.get(skb)?.parent ?? null
  }

  #hear(event: TraceEvent): void {
    const { family, packet } = this.#memberOf(event)
    const whole = family.events.length < MOST_EVENTS
    if (whole) family.events.push(event)
    if (whole && event.kind === 'drop') this.#died(family, event, packet)
    if (event.kind !== 'xmit') return
    const hop = hopOf(event, this.hops + 1, family.root)
    if (!hop) return
    this.hops++
    this.#fresh.push(hop)
    this.#caught.set(hop.id, { time: event.time, frame: event.frame })
    if (this.#caught.size > MOST_CAUGHT) this.#caught.delete(hop.id - MOST_CAUGHT)
  }

  #died(family: Family, event: DropEvent, packet: Packet | null): void {
    const drop = dropOf(event, packet, family.events, this.#drops + 1, this.hops)
    if (!drop) return
    this.#drops++
    this.#freshDrops.push(drop)
    if (this.#freshDrops.length > 2 * MOST_DROPS) this.#freshDrops.splice(0, MOST_DROPS)
  }

  #memberOf(event: TraceEvent): Member {
    const known = this.#members.get(event.skb)
    if (known) return known
    const born = event.kind === 'born' ? event : null
    const from = born?.parent ?? null
    let family = from === null ? undefined : this.#members.get(from)?.family
    const parent = family ? from : null
    if (!family) {
      family = { root: event.skb, members: [], events: [] }
      this.#families.set(family.root, family)
      if (this.#families.size > MOST_PACKETS) this.#forget()
    }
    const member = { family, parent, packet: born?.packet ?? null }
    family.members.push(event.skb)
    this.#members.set(event.skb, member)
    return member
  }

  #forget(): void {
    for (const family of this.#families.values()) {
      this.#families.delete(family.root)
      for (const member of family.members) this.#members.delete(member)
      return
    }
  }
}

/** The packet's own frame when last seen on a cable; else that of the one it was cloned from. */
function frameOf(events: readonly TraceEvent[], skb: number): Frame | null {
  let own: Frame | null = null
  let any: Frame | null = null
  for (const event of events) {
    if (event.kind !== 'xmit' && event.kind !== 'receive') continue
    any ??= event.frame
    if (event.skb === skb) own = event.frame
  }
  return own ?? any
}
