// `set -x`
import type { Assigned } from '../assign.ts'
import { quoteIfNeeded } from '../expand/quote.ts'
import type { ShellState } from '../state.ts'

/** A line of the trace, after $PS4; its first character stands once more for each level of substitution. */
export function traceLine(shell: ShellState, text: string): void {
  const ps4 = shell.vars.get('PS4') ?? '+ '
  const [first = ''] = ps4
  shell.err(`${first.repeat(shell.substituted)}${ps4}${text}\n`)
}

export function traceCommand(
  shell: ShellState,
  words: readonly string[],
  assignments: readonly Assigned[],
): void {
  for (const assigned of assignments) traceAssignment(shell, assigned)
  traceLine(shell, words.map(quoteIfNeeded).join(' '))
}

export function traceAssignment(shell: ShellState, assigned: Assigned): void {
  const { name, subscript, append, value, elements } = assigned
  const target = subscript === null ? name : `${name}[${subscript}]`
  const text =
    value === null
      ? `(${elements.map((e) => (e.subscript === null ? '' : `[${e.subscript}]=`) + quoteIfNeeded(e.value)).join(' ')})`
      : value === ''
        ? ''
        : quoteIfNeeded(value)
  traceLine(shell, `${target}${append ? '+' : ''}=${text}`)
}
