// What the page asks about a copy of the lab, and what it is told. Plain values only, as in protocol.ts.
import type { FinishedRun } from '../lab/runs.ts'
import type { Command } from '../lab/why/commands.ts'
import type { Matrix } from '../lab/why/reach.ts'
import type { Way } from '../lab/why/probe.ts'
import type { Answer } from '../lab/why/why.ts'
import type { Snapshot } from './copy.ts'

export type Question =
  /** Why the program fails. */
  | { readonly kind: 'why'; readonly run: FinishedRun }
  /** Whether one namespace reaches an address or a name, and why not. */
  | {
      readonly kind: 'between'
      readonly machine: string
      readonly netns: number
      readonly to: string
      readonly way: Way
    }
  | { readonly kind: 'reach'; readonly port: number | null }

/** To the second worker. */
export type ToAsker =
  | {
      readonly type: 'ask'
      readonly id: number
      readonly snapshot: Snapshot
      readonly question: Question
    }
  /** A question about it may follow. */
  | { readonly type: 'prepare'; readonly snapshot: Snapshot }

export type Told = { readonly answer: Answer | null } | { readonly matrix: Matrix }

/** From it. */
export type FromAsker =
  /** null: it could not be found out. */
  | { readonly type: 'told'; readonly id: number; readonly told: Told | null }
  /** What is tried at the moment. */
  | { readonly type: 'trying'; readonly id: number; readonly commands: readonly Command[] }
