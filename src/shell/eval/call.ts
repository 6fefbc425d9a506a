// Calling a function.
import type { Blocking } from '../../os/program.ts'
import type { ShellFunction, ShellState } from '../state.ts'
import { debugTrap, runTrap } from '../traps.ts'

/** bash dies of its own stack long after this; here it is told. */
const DEEPEST = 5000

export function* callFunction(
  shell: ShellState,
  name: string,
  definition: ShellFunction,
  args: readonly string[],
): Blocking<number> {
  if (shell.calls.length >= DEEPEST) {
    shell.discard(`${name}: maximum function nesting level exceeded (${DEEPEST})`)
    return shell.status
  }
  const { positional, loops, origin, pos } = shell
  const callLine = shell.line()
  shell.vars.push()
  shell.positional = [...args]
  shell.loops = 0
  shell.origin = definition.origin
  shell.calls.push({ name, origin: definition.origin, callLine })
  const returned = shell.option('functrace') ? undefined : shell.traps.get('RETURN')
  if (returned !== undefined) shell.traps.delete('RETURN')
  if (shell.node && shell.option('functrace')) yield* debugTrap(shell, shell.node)
  const { body } = definition.node
  if (body.type !== 'CompoundList') yield* shell.language.command(shell, body)
  if (shell.traps.has('RETURN')) yield* runReturnTrap(shell)
  else if (returned !== undefined) shell.traps.set('RETURN', returned)
  shell.calls.pop()
  shell.origin = origin
  shell.pos = pos
  shell.loops = loops
  shell.positional = positional
  shell.vars.pop()
  if (shell.unwind?.kind === 'return') shell.unwind = null
  return shell.status
}

function* runReturnTrap(shell: ShellState): Blocking<void> {
  const { unwind } = shell
  if (unwind && unwind.kind !== 'return') return
  shell.unwind = null
  yield* runTrap(shell, 'RETURN')
  shell.unwind ??= unwind
}
