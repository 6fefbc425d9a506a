// A forked shell: a child that begins as a copy of this one.
import type { Blocking, SpawnOptions } from '../os/program.ts'
import { SECOND } from '../sim/clock.ts'
import { EAGAIN } from '../uapi/errno.ts'
import { flat } from './deep.ts'
import type { ShellState } from './state.ts'

/** Seconds between two tries grow up to this. Ref: jobs.c, FORKSLEEP_MAX */
const LONGEST_SLEEP = 16
/** $? after a command that no process could be made for. Ref: jobs.c:make_child() */
const NO_PROCESS = 254
/** The same in dash and BusyBox's sh, which try once. Ref: ash.c:forkshell(), ash_msg_and_raise_error() */
const ERROR = 2

/** Its pid, null when there can be no more processes. What it starts with is what the shell is now; it runs when the
 *  shell next waits. */
export function* forkShell(
  shell: ShellState,
  options: Omit<SpawnOptions, 'argv'>,
  body: (inner: ShellState) => Blocking<number>,
): Blocking<number | null> {
  if (!(yield* canFork(shell))) return null
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

/** Waits for room for one more process, as long as bash does; false when there can be none: the command is given up. */
export function* canFork(shell: ShellState): Blocking<boolean> {
  const { p, origin } = shell
  let refused = p.procs.mayFork()
  if (!refused) return true
  const name = shell.interactive || !origin.numbered ? shell.arg0 : origin.name
  if (shell.dialect) return giveUp(shell, ERROR, `${name}: can't fork: ${refused.text}\n`)
  for (let seconds = 1; seconds < LONGEST_SLEEP && refused === EAGAIN; seconds *= 2) {
    shell.err(`${name}: fork: retry: ${refused.text}\n`)
    const slept = yield* p.clock.sleep(seconds * SECOND)
    refused = p.procs.mayFork()
    if (!refused) return true
    if (!slept) break
  }
  return giveUp(shell, NO_PROCESS, shell.unwind ? '' : `${name}: fork: ${refused.text}\n`)
}

function giveUp(shell: ShellState, status: number, complaint: string): false {
  shell.err(complaint)
  shell.status = status
  shell.unwind = { kind: shell.interactive ? 'discard' : 'exit' }
  return false
}
