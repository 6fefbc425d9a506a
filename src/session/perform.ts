// Plays a log on a stage: at the times it was made, or one command after the other.
import { SECOND, type Nanoseconds } from '../sim/clock.ts'
import type { LogEntry } from './log.ts'
import type { TerminalId } from './protocol.ts'
import type { FutureKeys, Stage } from './stage.ts'
import type { Window, WindowPlace } from './window.ts'

/** A command of a text that does not end by itself is interrupted after this. */
const LONGEST_COMMAND: Nanoseconds = 60 * SECOND
const MOST_INSTANTS = 5_000_000
/** What moves on a program that waits for somebody to type: the end of the file. What ends any other: Ctrl-C, Ctrl-\. */
const END_OF_FILE = '\x04'
const INTERRUPTS = ['\x03', '\x1c', '\x1c']

export type Places = ReadonlyMap<TerminalId, WindowPlace>

/** What of a log was not played. */
export interface Rest {
  readonly entries: readonly LogEntry[]
}

/**
 * Gives commands and keys at the virtual times at which they were given, until `stop` says so after an instant, and
 * then lets the time pass until `end`. `future`: keys that were still to come. Those of commands under way that are left
 * over come later.
 */
export function performTimed(
  stage: Stage,
  log: readonly LogEntry[],
  places: Places,
  future: readonly FutureKeys[],
  end: Nanoseconds,
  stop: () => boolean,
): Rest {
  const actions = timelineOf(log, future)
  for (const [i, action] of actions.entries()) {
    if (runUntil(stage, action.time, stop)) return leave(stage, actions.slice(i))
    stage.held = action.held
    if (action.kind === 'line') give(stage, action.entry, places)
    else {
      const window = stage.windows.get(action.terminal)
      if (window) stage.keys(window, action.data)
      stage.runReady()
    }
    stage.held = false
    if (stop()) return leave(stage, actions.slice(i + 1))
  }
  runUntil(stage, end, stop)
  return { entries: [] }
}

/** Gives commands one after the other, each when the one before has ended. */
export function performNow(stage: Stage, log: readonly LogEntry[], places: Places): void {
  stage.held = false
  for (const entry of log) {
    const window = give(stage, { ...entry, start: null }, places)
    if (window) finish(stage, window, entry.ran ?? (entry.lasted === 'itself' ? null : entry.lasted))
  }
  stage.openMachines(places)
}

type Action = (
  | { readonly kind: 'line'; readonly entry: LogEntry }
  | { readonly kind: 'keys'; readonly data: string }
) & {
  readonly time: Nanoseconds
  readonly terminal: TerminalId
  readonly held: boolean
}

function timelineOf(log: readonly LogEntry[], future: readonly FutureKeys[]): Action[] {
  const actions: Action[] = []
  for (const entry of log) {
    const { terminal, held } = entry
    actions.push({ kind: 'line', time: entry.start ?? 0, terminal, held, entry })
    for (const keys of entry.typed) actions.push({ kind: 'keys', terminal, ...keys })
  }
  for (const keys of future) actions.push({ kind: 'keys', ...keys })
  // Of equal times what was logged first comes first: the sort is stable.
  return actions.sort((a, b) => a.time - b.time)
}

function leave(stage: Stage, actions: readonly Action[]): Rest {
  const entries: LogEntry[] = []
  const future: FutureKeys[] = []
  // Keys of a command that was not given are not given either.
  const silent = new Set<TerminalId>()
  for (const action of actions) {
    if (action.kind === 'line') {
      entries.push(action.entry)
      silent.add(action.terminal)
    } else if (!silent.has(action.terminal)) future.push(action)
  }
  stage.future = future
  return { entries }
}

/** True when it was stopped. */
function runUntil(stage: Stage, time: Nanoseconds, stop: () => boolean): boolean {
  while (stage.ready || stage.next <= time) {
    stage.runInstant()
    if (stop()) return true
  }
  stage.advanceTo(time)
  return false
}

/** Types the command into its window; null when there is none to type it into. */
function give(stage: Stage, entry: LogEntry, places: Places): Window | null {
  stage.openMachines(places)
  const { terminal, machine, netns } = entry
  const place = places.get(terminal) ?? { id: terminal, machine, netns, columns: 80, rows: 24 }
  const window = stage.windows.get(terminal) ?? stage.open(place)
  const fresh: LogEntry = { ...entry, start: null, ran: null, typed: [] }
  if (!window) {
    stage.record({ ...fresh, start: stage.now })
    const [first] = stage.windows.values()
    if (first) first.output += `vethlab: there is no machine named ${machine}\r\n`
    return null
  }
  for (const comment of entry.comments)
    if (comment.startsWith('#')) window.type({ line: comment, entry: null })
  window.type({ line: entry.line, entry: fresh })
  stage.runReady()
  return window
}

/** Runs until the window's shell is ready for the next line. */
function finish(stage: Stage, window: Window, ran: Nanoseconds | null): void {
  let limit = stage.now + (ran ?? LONGEST_COMMAND)
  let nudges = ran === null ? [END_OF_FILE, ...INTERRUPTS] : INTERRUPTS
  for (let i = 0; !window.idle; i++) {
    const late = stage.next > limit || i > MOST_INSTANTS
    const waiting = ran === null && (!(stage.busy || stage.listening) || leftOpen(window))
    if (stage.ready || !(late || waiting)) {
      stage.runInstant()
      continue
    }
    if (!waiting && nudges[0] === END_OF_FILE) nudges = INTERRUPTS
    const [nudge] = nudges
    if (nudge === undefined) break
    nudges = nudges.slice(1)
    if (late) stage.advanceTo(limit)
    limit = Math.max(limit, stage.now) + SECOND
    stage.keys(window, nudge)
    stage.runReady()
  }
  window.expected = []
}

/** A shell inside the shell waits for a line that is not in the text. */
function leftOpen(window: Window): boolean {
  return window.terminal.atPrompt && window.terminal.depth > 0
}
