// What a terminal's shell tells and asks of whoever has put the lab together.
import type { Process } from '../os/program.ts'
import type { LineSource } from './linesource.ts'

/** Words that could stand where the last of `words` does. */
export type Completer = (p: Process, words: readonly string[]) => readonly string[]

export interface ShellHooks {
  /** A command's own completer, by the command's name. */
  readonly completions: (name: string) => Completer | undefined
  /** A command line has been accepted, whole, and is about to run. */
  readonly onCommand: (p: Process, line: string) => void
  /** The shell is ready for the next line. */
  readonly onPrompt: (p: Process) => void
  /** Lines that appear and run as though typed; null: none ever come. */
  readonly injected: (p: Process) => LineSource | null
  /** What a shell that stood here before has left: its lines and `$?`; null when there was none. */
  readonly before: (p: Process) => { readonly history: readonly string[]; readonly status: number } | null
}
