// A forked shell: a child that begins as a copy of this one.
import type { Blocking, SpawnOptions } from '../os/program.ts'
import { flat } from './deep.ts'
import type { ShellState } from './state.ts'

/** Stands for a child that could not be made: no process has this number (PID_MAX_LIMIT). */
export const NOT_FORKED = 4_194_304
/** Status of the command that could not be forked. */
export const FORK_FAILED = 254

/** Its pid, or NOT_FORKED. What it starts with is what the shell is now; it runs when the shell next waits. */
export function forkShell(
  shell: ShellState,
  options: Omit<SpawnOptions, 'argv'>,
  body: (inner: ShellState) => Blocking<number>,
): number {
  if (forkFails(shell)) return NOT_FORKED
  const adopt = shell.fork()
  const { argv, procs } = shell.p
  return procs.spawn(
    (child) => {
      const inner = adopt(child)
      inner.options.delete('monitor')
      return flat(body(inner))
    },
    { ...shell.inheritance(), ...options, argv },
  )
}

/** True, having told, when no child can be made: the rest of the command is given up. Ref: bash jobs.c:make_child() */
export function forkFails(shell: ShellState): boolean {
  const refused = shell.p.procs.mayFork()
  if (!refused) return false
  if (!shell.unwind) shell.err(`${shell.arg0}: fork: ${refused.text}\n`)
  shell.status = FORK_FAILED
  shell.unwind = { kind: shell.interactive ? 'discard' : 'exit' }
  return true
}
