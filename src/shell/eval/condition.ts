import type { CompoundList } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import type { ShellState } from '../state.ts'

/** The status of a condition, whose failing ends no shell. */
export function* condition(shell: ShellState, clause: CompoundList): Blocking<number> {
  shell.tested++
  yield* shell.language.list(shell, clause.commands)
  shell.tested--
  return shell.status
}
