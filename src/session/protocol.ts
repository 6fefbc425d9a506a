// What the page and the lab in its worker say to each other. Plain values only: every message can be cloned.
import type { Drop } from '../lab/drops.ts'
import type { ExportForm } from '../lab/export/exports.ts'
import type { Hop } from '../lab/hops.ts'
import type { Story } from '../lab/story.ts'
import type { TextNote as Note, TextPlacement as Placement } from '../lab/text.ts'
import type { InsideView } from '../lab/netfilterview.ts'
import type { FinishedRun } from '../lab/runs.ts'
import type { Snapshot } from './copy.ts'
import type { Pace } from './player.ts'
import type { LabView, NetnsId } from '../lab/view.ts'
import type { MachineChange } from './viewchange.ts'

export type { FromAsker, Question, ToAsker, Told } from './asking.ts'
export type { FinishedRun } from '../lab/runs.ts'
export type { Matrix, ReachCell, ReachEnd } from '../lab/why/reach.ts'
export type { Way } from '../lab/why/probe.ts'
export type { Command } from '../lab/why/commands.ts'
export type { Answer } from '../lab/why/why.ts'
export type { Pace } from './player.ts'
export type { Snapshot } from './copy.ts'
export type { HeaderLayer } from '../lab/headers.ts'
export type { Drop, DropReason } from '../lab/drops.ts'
export type { ExportForm } from '../lab/export/exports.ts'
export type { Hop } from '../lab/hops.ts'
export type {
  FirewallChainView,
  FirewallRuleView,
  FirewallTableView,
  FlowView,
  InsideView,
} from '../lab/netfilterview.ts'
export type { PhraseKey } from '../lab/phrases.ts'
export type { Provenance } from '../sim/provenance.ts'
export type { Story, StoryStep } from '../lab/story.ts'
export type { TextNote as Note, TextPlacement as Placement } from '../lab/text.ts'

export type {
  DeviceId,
  DeviceView,
  DoorView,
  FdbView,
  LabView,
  MachineId,
  MachineView,
  NeighbourView,
  NetnsId,
  NetnsView,
  PublishedPort,
  RouteView,
} from '../lab/view.ts'

/** A terminal: an interactive bash on a machine, in one of its namespaces. */
export type TerminalId = string

export interface TerminalCommand {
  readonly id: TerminalId
  /** Lines joined by newlines. */
  readonly command: string
}

export interface PlayerState {
  readonly playing: boolean
  readonly speed: Pace
  /** Virtual time in nanoseconds. */
  readonly now: number
  /** Hops so far. */
  readonly hops: number
  /** Something is under way that Step would move on. */
  readonly busy: boolean
}

export interface LabState {
  /** The text of the lab: commands as typed, placements as `#!` lines. */
  readonly text: string
  readonly title: string
  readonly world: string
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** What a person put on the canvas. */
export interface SheetMessage {
  readonly placements: readonly Placement[]
  readonly notes: readonly Note[]
}

/** From the page. */
export type ToLab =
  /** Replaces the lab by the one of this text. Answered by `opened` or, the old one staying, by `refused`. `step`: how
   *  many of its commands are given; the rest can be redone. */
  | { readonly type: 'open'; readonly text: string; readonly step?: number | null }
  | {
      readonly type: 'terminal-open'
      readonly id: TerminalId
      readonly machine: string
      readonly netns: string | null
    }
  | { readonly type: 'terminal-input'; readonly id: TerminalId; readonly data: string }
  | {
      readonly type: 'terminal-resize'
      readonly id: TerminalId
      readonly columns: number
      readonly rows: number
    }
  | { readonly type: 'terminal-close'; readonly id: TerminalId }
  /** Whole commands, in this order: each is typed into its terminal when the one before has ended. */
  | { readonly type: 'terminal-run'; readonly commands: readonly TerminalCommand[] }
  /** Output that something waits behind was shown. */
  | { readonly type: 'terminal-shown'; readonly id: TerminalId }
  /** A view was shown: the page is ready for the next one. */
  | { readonly type: 'view-shown' }
  /** A gesture: `lines` are typed one after the other into the machine's terminal, under a comment that says what was done. */
  | {
      readonly type: 'gesture'
      readonly machine: string
      readonly lines: readonly string[]
      readonly note: string
    }
  /** `from`: where those of them stood that nobody had placed yet. Things that are still to come (a gesture that makes
   *  them follows) are placed as part of that. */
  | {
      readonly type: 'place'
      readonly placements: readonly Placement[]
      readonly from?: readonly Placement[]
    }
  /** All notes there are now. `joined`: part of the gesture that follows, and undone with it. */
  | { readonly type: 'notes'; readonly notes: readonly Note[]; readonly joined?: boolean }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Back to the world the lab began with. */
  | { readonly type: 'reset' }
  | { readonly type: 'play'; readonly playing: boolean }
  | { readonly type: 'speed'; readonly speed: Pace }
  | { readonly type: 'step' }
  | { readonly type: 'step-back' }
  | { readonly type: 'story'; readonly skb: number }
  /** The run a packet belongs to, and the one before that asked the same; answered by `compared`. */
  | { readonly type: 'compare'; readonly skb: number }
  /** Which hops an expression of tcpdump finds, of those behind number `after`; answered by `found`. */
  | { readonly type: 'find'; readonly expression: string; readonly after: number }
  /** These hops as a capture file; answered by `captured`. */
  | { readonly type: 'capture'; readonly hops: readonly number[] }
  /** The lab in another form; answered by `exported`. `link` opens it, for forms that say so. */
  | { readonly type: 'export'; readonly form: ExportForm; readonly link: string }
  /** What a copy is made of: see asking.ts. */
  | { readonly type: 'snapshot' }
  /** Commands that mend something, typed like a gesture's and undone as one. */
  | {
      readonly type: 'mend'
      readonly commands: readonly { readonly machine: string; readonly line: string }[]
      readonly note: string
    }
  /** Which namespace is looked at: its counters, and with `inside` its rule sets and flows, are posted when they change. */
  | { readonly type: 'look'; readonly netns: NetnsId | null; readonly inside: boolean }

/** To the page. */
export type FromLab =
  | { readonly type: 'opened'; readonly view: LabView; readonly sheet: SheetMessage }
  /** What stands on the canvas was taken back, or done again. */
  | { readonly type: 'sheet'; readonly sheet: SheetMessage }
  | { readonly type: 'refused'; readonly reason: string }
  /** What changed of machines, and which there are, in the lab's order. */
  | { readonly type: 'view'; readonly changed: readonly MachineChange[]; readonly order: readonly string[] }
  /** The lab opened a terminal itself (each machine has one named after it). */
  | {
      readonly type: 'terminal-opened'
      readonly id: TerminalId
      readonly machine: string
      readonly netns: string | null
    }
  /** `waits`: the program goes on when it hears by `terminal-shown` that this was shown. */
  | {
      readonly type: 'terminal-output'
      readonly id: TerminalId
      readonly data: string
      readonly waits: boolean
    }
  /** Clear it: the lab was rebuilt, and what stood there is printed again. */
  | { readonly type: 'terminal-reset'; readonly id: TerminalId }
  | { readonly type: 'terminal-closed'; readonly id: TerminalId }
  /** `replay`: they are of the past (an opened text, an undo) and are listed, not animated. */
  | {
      readonly type: 'hops'
      readonly hops: readonly Hop[]
      readonly replay: boolean
      readonly hopMilliseconds: number
    }
  /** Packets that died just now. */
  | { readonly type: 'drops'; readonly drops: readonly Drop[] }
  /** Forget hops after this one (undo, step back, a new lab: 0). */
  | { readonly type: 'hops-cut'; readonly last: number }
  | { readonly type: 'player'; readonly player: PlayerState }
  | { readonly type: 'lab'; readonly lab: LabState }
  | { readonly type: 'story'; readonly story: Story | null }
  | { readonly type: 'compared'; readonly before: Story | null; readonly now: Story | null }
  /** `hops`: null when the expression is none of tcpdump's. */
  | { readonly type: 'found'; readonly expression: string; readonly hops: readonly number[] | null }
  | { readonly type: 'captured'; readonly data: Uint8Array }
  /** A file's name and what is in it. */
  | { readonly type: 'exported'; readonly form: ExportForm; readonly name: string; readonly data: string }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** The ping, curl or the like that ended last. */
  | { readonly type: 'run'; readonly run: FinishedRun | null }
  | { readonly type: 'inside'; readonly netns: NetnsId; readonly inside: InsideView }
  /** The lab stopped answering and was brought back to its last good command. */
  | { readonly type: 'failed'; readonly reason: string }
