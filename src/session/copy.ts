// A copy of a lab on stage: its history, played again at the times at which it happened.
import type { Lab } from '../lab/lab.ts'
import type { Software } from '../lab/programs.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import type { Nanoseconds } from '../sim/clock.ts'
import type { LogEntry } from './log.ts'
import { performTimed } from './perform.ts'
import { Stage, type FutureKeys } from './stage.ts'
import type { TerminalId } from './protocol.ts'
import type { WindowPlace } from './window.ts'

/** What a lab on stage is made of: plain values, so that another worker can make it too. */
export interface Snapshot {
  readonly world: WorldName
  readonly log: readonly LogEntry[]
  readonly places: readonly WindowPlace[]
  readonly future: readonly FutureKeys[]
  readonly now: Nanoseconds
}

export function snapshotOf(stage: Stage, places: ReadonlyMap<TerminalId, WindowPlace>): Snapshot {
  const { lab, log, future, now } = stage
  return { world: lab.world, log, places: [...places.values()], future, now }
}

export function copyOf(snapshot: Snapshot, software: Software): Lab {
  return new Copy(snapshot, software).lab
}

/** One that can go on as the lab it is of goes on. */
export class Copy {
  readonly #stage: Stage
  /** As it was when this was last brought up to date. */
  #of: Snapshot

  constructor(snapshot: Snapshot, software: Software) {
    this.#of = { ...snapshot, log: [], future: [] }
    this.#stage = new Stage(snapshot.world, software)
    const { lab } = this.#stage
    lab.journal.copier = null
    // Nobody looks at the packets of the past.
    lab.trace.listener = null
    this.#stage.openMachines(byId(snapshot))
    this.#perform(snapshot)
  }

  get lab(): Lab {
    return this.#stage.lab
  }

  /** Brings it up to date; false when that lab is another by now, or what it did before was undone. */
  follow(snapshot: Snapshot): boolean {
    const { world, log, future, now } = this.#of
    const grown =
      snapshot.world === world &&
      future.length === 0 &&
      snapshot.now >= now &&
      log.length <= snapshot.log.length &&
      log.every((entry, i) => deedOf(entry) === deedOf(snapshot.log[i]))
    if (grown) this.#perform(snapshot)
    return grown
  }

  #perform(snapshot: Snapshot): void {
    const { log, future, now } = snapshot
    performTimed(this.#stage, log.slice(this.#of.log.length), byId(snapshot), future, now, () => false)
    this.#of = snapshot
  }
}

function byId({ places }: Snapshot): Map<TerminalId, WindowPlace> {
  return new Map(places.map((place) => [place.id, { ...place }]))
}

/** What of it makes the lab: a command that was under way may have been given keys since. */
function deedOf(entry: LogEntry | undefined): string {
  if (!entry) return ''
  const { terminal, machine, netns, line, start, held, typed } = entry
  return JSON.stringify([terminal, machine, netns, line, start, held, typed])
}
