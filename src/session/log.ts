// The log of a lab: every command a person gave, where and when; and the text it makes.
import { insideNetns } from '../lab/inside.ts'
import {
  composeText,
  proseOf,
  withoutOutput,
  type LabText,
  type TextNote,
  type TextPlacement,
} from '../lab/text.ts'
import type { WorldName } from '../lab/worlds/names.ts'
import type { Nanoseconds } from '../sim/clock.ts'
import type { TerminalId } from './protocol.ts'

/** Keys that reached a program while it ran. */
export interface Typed {
  readonly time: Nanoseconds
  readonly data: string
  /** The clock stood still: the lab was paused, or a hop was watched. */
  readonly held: boolean
}

export interface LogEntry {
  readonly terminal: TerminalId
  readonly machine: string
  /** Namespace it was typed in; null for the machine's own. */
  readonly netns: string | null
  /** As typed, without prompts; lines joined by newlines. */
  readonly line: string
  /** Comments that stand above it in the text. */
  readonly comments: readonly string[]
  /** Shown above it in the terminal, but no part of the text: which gesture it stands for. */
  readonly note: string | null
  /** Commands of one gesture are undone together. */
  readonly group: number
  /** Virtual time at which it was given; null for one of a text, which is given when the one before has ended. */
  start: Nanoseconds | null
  /** The clock stood still when it was given: see Typed. */
  held: boolean
  /** How long it ran before it was interrupted; null when it ended by itself, or still runs. */
  ran: Nanoseconds | null
  /** How it ended when it was last seen to end: by itself, or interrupted after that time; null when it never was. */
  lasted: Nanoseconds | 'itself' | null
  readonly typed: Typed[]
  /** It was no more than the opening or closing of a shell inside the shell: the text does without. */
  shellOnly: boolean
}

export interface Headings {
  readonly world: WorldName
  readonly title: string
  readonly placements: readonly TextPlacement[]
  readonly notes: readonly TextNote[]
  /** Comments after the last command. */
  readonly tail: readonly string[]
}

/** The commands of a text, to be given one after the other. */
export function entriesOf(text: LabText): LogEntry[] {
  return withoutOutput(text).steps.map((step, i) => ({
    terminal: step.machine,
    machine: step.machine,
    netns: null,
    line: step.command,
    comments: proseOf(step.comments),
    note: null,
    group: -1 - i,
    start: null,
    held: false,
    ran: step.ran,
    lasted: null,
    typed: [],
    shellOnly: false,
  }))
}

export function textOf(headings: Headings, log: readonly LogEntry[]): LabText {
  const steps = log
    .filter((entry) => !entry.shellOnly)
    .map((entry) => ({
      machine: entry.machine,
      command: entry.netns === null ? entry.line : insideNetns(entry.netns, entry.line),
      comments: entry.comments,
      ran: entry.ran,
      output: '',
      status: 0,
    }))
  return composeText({ ...headings, steps })
}

/** Commands that are undone together. */
export function groupsOf(log: readonly LogEntry[]): LogEntry[][] {
  const groups: LogEntry[][] = []
  for (const entry of log) {
    const last = groups.at(-1)
    if (last?.[0]?.group === entry.group) last.push(entry)
    else groups.push([entry])
  }
  return groups
}
