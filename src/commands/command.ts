// What a program's folder gives to the registry.
import type { Process, Program } from '../os/program.ts'

/** How another make of the same tool differs. */
export interface Manner {
  readonly name: string
  /** Of the tool's options it has only these. */
  readonly letters: ReadonlySet<string>
  readonly long: ReadonlySet<string>
  /** Spellings of options that it has besides and that are refused. */
  readonly refused: readonly string[]
  /** Exit status of wrong usage. */
  readonly badUsage: number
  /** Printed when it was called wrongly. */
  readonly usage: string
  /** The worst exit status it has. */
  readonly worst: number
  /** Its words for what the tool complains of; null: only `usage` is printed; empty: nothing is. */
  message(text: string): string | null
}

export interface Command {
  readonly name: string
  /** Where it is installed: `/usr/sbin/ip`. */
  readonly path: string
  readonly run: Program
  /** The same tool of another make. */
  readonly inManner?: (manner: Manner) => Program
  /** One line for `help` and the list of what is supported. */
  readonly summary: string
  /** Forms and options that work, for the list of what is supported. */
  readonly supports: readonly string[]
  /** What is installed with it, by path. */
  readonly files?: Readonly<Record<string, string>>
  /** Words that could stand where the last of `words` does (which may be empty); the name itself is words[0]. */
  readonly complete?: (p: Process, words: readonly string[]) => readonly string[]
}
