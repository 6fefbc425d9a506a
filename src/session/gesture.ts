// A gesture on the canvas: its commands are typed into the terminal of the machine, for the person to see.
import type { LogEntry } from './log.ts'
import type { TerminalId } from './protocol.ts'
import type { Stage } from './stage.ts'
import type { Window, WindowPlace } from './window.ts'

/** What only sets something, and has ended before one looks. */
const QUICK = /^(ip (?!netns exec)|bridge |brctl |lab |sysctl )/

interface MachineLine {
  readonly machine: string
  readonly line: string
}

interface Gesture {
  readonly machine: string
  readonly lines: readonly string[]
  /** What was done, in words. */
  readonly note: string
}

/** Commands on several machines. */
interface Mend {
  readonly type: 'mend'
  readonly commands: readonly MachineLine[]
  readonly note: string
}

/** What is typed here is undone as one. */
export function act(
  stage: Stage,
  places: ReadonlyMap<TerminalId, WindowPlace>,
  what: (Gesture & { readonly type: 'gesture' }) | Mend,
): void {
  const group = stage.nextGroup()
  if (what.type === 'gesture') return gesture(stage, places, what, group)
  const { commands, note } = what
  for (const machine of new Set(commands.map((command) => command.machine))) {
    const lines = commands.filter((command) => command.machine === machine).map(({ line }) => line)
    gesture(stage, places, { machine, lines, note }, group)
  }
}

/** Types the lines one after the other; each runs when the one before has ended. */
function gesture(
  stage: Stage,
  places: ReadonlyMap<TerminalId, WindowPlace>,
  { machine, lines, note }: Gesture,
  group: number,
): void {
  stage.openMachines(places)
  const window = windowFor(stage, machine)
  if (!window) return
  const words = note.trim() === '' ? null : `# ${note.replace(/\s+/g, ' ').trim()}`
  if (words) window.type({ line: words, entry: null })
  for (const [i, line] of lines.entries()) {
    const entry: LogEntry = {
      terminal: window.place.id,
      machine,
      netns: null,
      line,
      comments: i === 0 ? stage.comments.splice(0) : [],
      note: i === 0 ? words : null,
      group,
      start: null,
      held: false,
      ran: null,
      lasted: null,
      typed: [],
      shellOnly: false,
    }
    window.type({ line, entry })
  }
}

/** The machine's own window; while a program runs in it another one, for a gesture does not wait for a ping to end. */
function windowFor(stage: Stage, machine: string): Window | null {
  const all = [...stage.windows.values()].filter(
    ({ place }) => place.machine === machine && place.netns === null,
  )
  const ready = all.find(isReady)
  if (ready) return ready
  let n = 2
  while (stage.windows.has(`${machine} ${n}`)) n++
  return stage.open({ id: `${machine} ${n}`, machine, netns: null, columns: 80, rows: 24 })
}

/** It takes a line now, or as soon as other gestures are done. */
function isReady({ terminal, running, expected }: Window): boolean {
  if (terminal.depth > 0) return false
  const [outer] = running
  if (!outer) return terminal.atPrompt || expected.length > 0
  return QUICK.test(outer.entry.line)
}
