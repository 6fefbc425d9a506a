// Traps: commands to run when a signal comes or the shell ends.
import type { PipelineNode } from 'unbash'
import type { Blocking } from '../os/program.ts'
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { ShellState, Trap } from './state.ts'

export function isSignal(name: string): name is Signal {
  return Object.hasOwn(SIGNALS, name)
}

/** Sets what a trap does; null: the default again. */
export function setTrap(shell: ShellState, trap: Trap, action: string | null): void {
  shell.parentTraps = null
  if (action === null) shell.traps.delete(trap)
  else shell.traps.set(trap, action)
  if (!isSignal(trap)) return
  const { procs } = shell.p
  if (action === null)
    procs.onSignal(trap, shell.interactive && (trap === 'INT' || trap === 'TERM') ? 'ignore' : 'default')
  else if (action === '') procs.onSignal(trap, 'ignore')
  else procs.onSignal(trap, () => shell.pendingTraps.push(trap))
}

export function* runPendingTraps(shell: ShellState): Blocking<void> {
  if (shell.inTrap) return
  for (let trap = shell.pendingTraps.shift(); trap !== undefined; trap = shell.pendingTraps.shift()) {
    yield* runTrap(shell, trap)
    if (shell.unwind) return
  }
}

/** Runs a trap's command; `$?` is afterwards what it was before. */
export function* runTrap(shell: ShellState, trap: Trap): Blocking<void> {
  const action = shell.traps.get(trap)
  if (!action) return
  if (trap === 'EXIT') shell.traps.delete('EXIT')
  const { status, unwind, inTrap } = shell
  shell.unwind = null
  shell.inTrap = true
  yield* shell.language.text(shell, { ...shell.origin, text: action, firstLine: shell.line(), input: 'trap' })
  shell.inTrap = inTrap
  if (shell.unwind) return
  shell.status = status
  shell.unwind = unwind
}

/** The trap of DEBUG, before a command; functions have it only under `set -T`. */
export function* debugTrap(shell: ShellState, node: PipelineNode): Blocking<void> {
  if (shell.inTrap || !shell.traps.has('DEBUG')) return
  if (shell.calls.length > 0 && !shell.option('functrace')) return
  shell.node = node
  yield* runTrap(shell, 'DEBUG')
}
