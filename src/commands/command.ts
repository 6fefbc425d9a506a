// What a program's folder gives to the registry.
import type { Process, Program } from '../os/program.ts'

export interface Command {
  readonly name: string
  /** Where it is installed: `/usr/sbin/ip`. */
  readonly path: string
  readonly run: Program
  /** One line for `help` and the list of what is supported. */
  readonly summary: string
  /** Forms and options that work, for the list of what is supported. */
  readonly supports: readonly string[]
  /** Words that could stand where the last of `words` does (which may be empty); the name itself is words[0]. */
  readonly complete?: (p: Process, words: readonly string[]) => readonly string[]
}
