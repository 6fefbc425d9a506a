// Frames that reach many devices and concern few: who they are, and how the others count them.
import type { Frame } from '../../wire/ethernet.ts'
import type { NetDevice } from './net.ts'

/** A group or an address that a frame is about, or that concerns a device. */
export interface Topic {
  readonly about: number
  /** What the frame says of it, or what is known of it: who is told what he knows takes no notice. Null: no matter what. */
  readonly said: number | null
}

/** Tells frames of one EtherType that reach many devices apart. */
export interface Topics {
  /** All that the frame is about; null when it may concern anybody. */
  of(frame: Frame): readonly Topic[] | null
  /** All that concerns a device; null when anything may. It lasts until its namespace's `version` rises. */
  heardBy(dev: NetDevice): readonly Topic[] | null
}

/** Frames that were counted for many devices at once, and not yet in each one's own counters. */
export interface Owed {
  settle(): void
  /** What it was made for has changed. */
  end(): void
}
