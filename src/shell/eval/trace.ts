// `set -x`
import type { Assigned } from '../assign.ts'
import type { Argument } from '../builtins/builtin.ts'
import { expandString } from '../expand/word.ts'
import { quoteIfNeeded } from '../expand/quote.ts'
import type { ShellState } from '../state.ts'

/** A line of the trace, after $PS4; its first character stands once more for each level of substitution. */
export function traceLine(shell: ShellState, text: string): void {
  const ps4 = prefix(shell)
  const [first = ''] = ps4
  shell.err(`${first.repeat(shell.substituted)}${ps4}${text}\n`)
}

/** $PS4 expanded; one with a command in it, which would have to be waited for, stands as it is. */
function prefix(shell: ShellState): string {
  const text = shell.vars.get('PS4') ?? '+ '
  if (!text.includes('$') || text.includes('$(') || text.includes('`')) return text
  shell.options.delete('xtrace')
  const step = expandString(shell, text).next('ready')
  shell.options.add('xtrace')
  return step.done && step.value !== null ? step.value : text
}

export function traceCommand(
  shell: ShellState,
  words: readonly string[],
  args: readonly Argument[] | null,
  assignments: readonly Assigned[],
): void {
  for (const assigned of assignments) traceAssignment(shell, assigned)
  const shown = args ? [...words.slice(0, 1), ...args.map(written)] : words
  traceLine(shell, shown.map(quoteIfNeeded).join(' '))
}

/** An argument of `declare` and its like: what is assigned has been expanded. */
function written(argument: Argument): string {
  if (typeof argument === 'string') return argument
  const { name, subscript, append, value, elements } = argument
  const list = elements.map((e) => (e.subscript === null ? e.value : `[${e.subscript}]=${e.value}`))
  const target = subscript === null ? name : `${name}[${subscript}]`
  return `${target}${append ? '+' : ''}=${value ?? `(${list.join(' ')})`}`
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
