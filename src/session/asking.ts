// What the page asks about a copy of the lab, and what it is told. Plain values only, as in protocol.ts.
import type { FinishedRun } from '../lab/runs.ts'
import type { Answer } from '../lab/why/why.ts'
import type { Snapshot } from './copy.ts'

export type { Command } from '../lab/why/commands.ts'
export type { Answer } from '../lab/why/why.ts'

export type Question =
  /** Why the program fails. */
  | { readonly kind: 'why'; readonly run: FinishedRun }
  /** Why one namespace does not reach an address: by ping, or on a TCP port. */
  | {
      readonly kind: 'between'
      readonly machine: string
      readonly netns: number
      readonly to: string
      readonly port: number | null
    }

/** To the second worker. */
export interface ToAsker {
  readonly id: number
  readonly snapshot: Snapshot
  readonly question: Question
}

/** From it; `answer` is null when nothing can be said. */
export interface FromAsker {
  readonly id: number
  readonly answer: Answer | null
}
