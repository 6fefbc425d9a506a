// What the page asks about a copy of the lab, and what it is told. Plain values only, as in protocol.ts.
import type { FinishedRun } from '../lab/runs.ts'
import type { Matrix } from '../lab/why/reach.ts'
import type { Answer } from '../lab/why/why.ts'
import type { Snapshot } from './copy.ts'

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
  | { readonly kind: 'reach'; readonly port: number | null }

/** To the second worker. */
export interface ToAsker {
  readonly type: 'ask'
  readonly id: number
  readonly snapshot: Snapshot
  readonly question: Question
}

export type Told = { readonly answer: Answer | null } | { readonly matrix: Matrix }

/** From it. */
export interface FromAsker {
  readonly type: 'told'
  readonly id: number
  /** null: it could not be found out. */
  readonly told: Told | null
}
