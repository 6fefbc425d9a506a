// A terminal's window: the lab's terminal in it, the commands under way, and what is still to be typed for the person.
import type { LabTerminal } from '../lab/terminal.ts'
import type { Nanoseconds } from '../sim/clock.ts'
import type { LogEntry } from './log.ts'
import type { TerminalId } from './protocol.ts'

export interface WindowPlace {
  readonly id: TerminalId
  readonly machine: string
  /** Namespace it was opened in; null for the machine's own. */
  readonly netns: string | null
  columns: number
  rows: number
}

/** A line that is typed for the person. `entry` is null for a comment. */
export interface Expected {
  readonly line: string
  readonly entry: LogEntry | null
}

/** A command under way. */
export interface Running {
  readonly entry: LogEntry
  /** When Ctrl-C was last pressed meanwhile. */
  interrupted: Nanoseconds | null
}

/** How much a page is asked to show at a time: characters, and what a new line costs in them. */
const MOST_OUTPUT = 16 * 1024
const LINE = 16

export class Window {
  readonly place: WindowPlace
  terminal: LabTerminal
  /** By depth of the shell: the outermost first. */
  running: Running[] = []
  /** What was given to be typed and has not been accepted yet, the oldest first. */
  expected: Expected[] = []
  /** What is to be shown and was not posted yet. */
  output = ''
  /** What that is worth, in characters. */
  #weight = 0
  /** What runs in it waits until some of that was posted. */
  paused = false
  /** Takes back the call that goes on without the page's word. */
  giveUp: (() => void) | null = null

  constructor(place: WindowPlace, terminal: LabTerminal) {
    this.place = place
    this.terminal = terminal
  }

  /** Nothing runs in it, nothing is to be typed, and no shell stands inside the shell. */
  get idle(): boolean {
    return this.terminal.atPrompt && this.terminal.depth === 0 && this.expected.length === 0
  }

  show(data: string): void {
    this.output += data
    this.#weight += data.length + LINE * linesIn(data)
    if (this.#weight < MOST_OUTPUT || this.paused) return
    this.paused = true
    this.terminal.pause(true)
  }

  /** What was shown since this was last asked. */
  take(): string {
    const data = this.output
    this.output = ''
    this.#weight = 0
    return data
  }

  resume(): void {
    if (!this.paused) return
    this.giveUp?.()
    this.giveUp = null
    this.paused = false
    this.terminal.pause(false)
  }

  /** Types a line for the person. */
  type(expected: Expected): void {
    if (expected.line.trim() !== '') this.expected.push(expected)
    this.terminal.type(expected.line)
  }

  /** Whether keys pressed now reach a program, and are to be remembered with its command. */
  keepsKeys(data: string): boolean {
    if (this.running.length === 0 || this.terminal.atPrompt) return false
    return /[\x03\x04\x1a\x1c]/.test(data) || this.terminal.awaited
  }
}

function linesIn(data: string): number {
  let lines = 0
  for (let at = data.indexOf('\n'); at >= 0; at = data.indexOf('\n', at + 1)) lines++
  return lines
}
