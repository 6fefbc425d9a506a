// `(( … ))` and the expressions of `for (( … ))`.
import type { ArithmeticCommand } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { expandString } from '../expand/word.ts'
import type { ShellState } from '../state.ts'
import { debugTrap } from '../traps.ts'
import { traceLine } from './trace.ts'

/** Null, having said why and set the status, when it is no expression. */
export function* arithmeticPart(shell: ShellState, text: string): Blocking<bigint | null> {
  const expression = yield* expandString(shell, text)
  if (expression === null) return null
  if (shell.option('xtrace')) traceLine(shell, `(( ${expression.trim()} ))`)
  const value = shell.language.arithmetic(shell, expression, '((: ')
  if (value === null) shell.status = 1
  return value
}

export function* runArithmetic(shell: ShellState, node: ArithmeticCommand): Blocking<number> {
  shell.pos = node.pos
  yield* debugTrap(shell, node)
  const value = yield* arithmeticPart(shell, node.body)
  shell.status = value === null || value === 0n ? 1 : 0
  shell.pipeStatus = [shell.status]
  return shell.status
}
