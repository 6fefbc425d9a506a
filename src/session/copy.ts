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

export function copyOf({ world, log, places, future, now }: Snapshot, software: Software): Lab {
  const stage = new Stage(world, software)
  const { lab } = stage
  lab.journal.copier = null
  // Nobody looks at the packets of the past.
  lab.trace.listener = null
  const byId = new Map(places.map((place) => [place.id, { ...place }]))
  stage.openMachines(byId)
  performTimed(stage, log, byId, future, now, () => false)
  return lab
}
