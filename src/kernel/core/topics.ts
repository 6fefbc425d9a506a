// Frames that reach many devices and concern few: who they are, and how the others count them.
import type { Frame } from '../../wire/ethernet.ts'
import type { NetDevice } from './net.ts'

/** Tells frames that reach many devices apart by what they are about: groups and addresses, as numbers. */
export interface Topics {
  /** All that the frame is about; null when it may concern anybody. */
  of(frame: Frame): readonly number[] | null
  /** All that concerns a device; null when anything may. It lasts until its namespace's `version` rises. */
  heardBy(dev: NetDevice): readonly number[] | null
}

/** Frames that were counted for many devices at once, and not yet in each one's own counters. */
export interface Owed {
  settle(): void
  /** What it was made for has changed. */
  end(): void
}
