// What a running tool prints and complains with.
import type { Blocking, Process } from '../../os/program.ts'
import { Stdout } from './stdout.ts'

/** A running tool. */
export interface Tool {
  readonly p: Process
  readonly name: string
  readonly make: 'gnu' | 'busybox'
  readonly out: Stdout
  /** `NAME: message` on standard error. */
  complain(message: string): void
  /** A complaint about usage, and the hint after it: gives the exit status. */
  usageError(message: string): number
  /** Says that real Linux has it and vethlab has not: gives the exit status. */
  unsupported(what: string): number
}

/** How it words what is wrong. */
interface Wording {
  readonly badUsage: number
  /** What follows a complaint about usage. */
  readonly hint: string
  readonly unflushedErrors: boolean
  /** Another make's words for a complaint; null: only the hint is printed; empty: nothing is. */
  readonly message?: (text: string) => string | null
}

export function startTool(p: Process, name: string, wording: Wording): Tool {
  const { badUsage, hint, unflushedErrors } = wording
  const make = wording.message ? 'busybox' : 'gnu'
  const out = new Stdout(p)
  const complain = (message: string): void => {
    if (!unflushedErrors) out.flush()
    const said = wording.message ? wording.message(message) : message
    if (said !== '') p.io.err(said === null ? hint : `${name}: ${said}\n`)
  }
  const unsupported = (what: string): number => {
    complain(`${what} is not supported in vethlab`)
    return 1
  }
  const usageError = (message: string): number => {
    complain(message)
    if (make === 'gnu') p.io.err(hint)
    return badUsage
  }
  return { p, name, make, out, complain, usageError, unsupported }
}

/** Runs it to its end, and says so when its output could not be written. */
export function* finishTool(
  tool: Tool,
  result: number | Blocking<number>,
  badUsage: number,
): Blocking<number> {
  const { out } = tool
  const status = typeof result === 'number' ? result : yield* result
  out.flush()
  yield* out.room()
  if (out.error === null) return status
  tool.complain(`write error: ${out.error.text}`)
  return Math.max(status, badUsage)
}
