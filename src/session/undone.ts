// What was undone and can be done again.
import { groupsOf, type LogEntry } from './log.ts'
import type { SheetState } from './sheet.ts'

/** A group of commands, a change of the sheet, or both where they were made as one. */
export interface Undone {
  readonly entries: readonly LogEntry[]
  /** What stood with the change. */
  readonly sheet: SheetState | null
}

/** The groups of a log, the last to come back first. */
export function undoneOf(log: readonly LogEntry[]): readonly Undone[] {
  return groupsOf(log)
    .reverse()
    .map((entries) => ({ entries, sheet: null }))
}
