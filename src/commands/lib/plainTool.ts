// A program that reads its command line in its own way, not as getopt does.
import type { Blocking, Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { Stdout } from './stdout.ts'

export interface PlainTool {
  readonly p: Process
  readonly name: string
  readonly out: Stdout
  /** Says that real Linux has it and vethlab has not: gives the exit status. */
  unsupported(what: string): number
}

export interface PlainSpec {
  readonly name: string
  readonly path: string
  readonly summary: string
  readonly supports: readonly string[]
  readonly complete: NonNullable<Command['complete']>
  /** `words` is the command line without the program's name. Gives the exit status. */
  readonly main: (tool: PlainTool, words: readonly string[]) => number | Blocking<number>
}

export function definePlainTool(spec: PlainSpec): Command {
  const { name, path, summary, supports, complete } = spec
  function* run(p: Process): Blocking<number> {
    const out = new Stdout(p)
    const unsupported = (what: string): number => {
      p.io.err(`${name}: ${what} is not supported in vethlab\n`)
      return 1
    }
    const result = spec.main({ p, name, out, unsupported }, p.argv.slice(1))
    const status = typeof result === 'number' ? result : yield* result
    out.flush()
    yield* out.room()
    return status
  }
  return { name, path, summary, supports, complete, run }
}
