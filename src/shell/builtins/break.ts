import type { ShellState } from '../state.ts'
import { builtin, parseCount, tooManyArguments } from './builtin.ts'

export const breakBuiltin = builtin('break', '[n]', 'Exit for, while, or until loops.', (shell, args) =>
  leave(shell, 'break', args),
)
export const continueBuiltin = builtin(
  'continue',
  '[n]',
  'Resume for, while, or until loops.',
  (shell, args) => leave(shell, 'continue', args),
)

function leave(shell: ShellState, kind: 'break' | 'continue', args: readonly string[]): number {
  if (shell.loops === 0) {
    shell.report(`${kind}: only meaningful in a \`for', \`while', or \`until' loop`)
    return 0
  }
  const [given, extra] = args
  const levels = given === undefined ? 1 : parseCount(given)
  if (levels === null) {
    shell.report(`${kind}: ${given}: numeric argument required`)
    return shell.exit(128)
  }
  if (extra !== undefined) return tooManyArguments(shell, kind)
  if (levels < 1) {
    shell.report(`${kind}: ${given}: loop count out of range`)
    shell.unwind = { kind: 'break', levels: shell.loops }
    return 1
  }
  shell.unwind = { kind, levels: Math.min(levels, shell.loops) }
  return 0
}
