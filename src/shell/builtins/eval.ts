import type { Blocking } from '../../os/program.ts'
import { deeper } from '../deep.ts'
import type { ShellState } from '../state.ts'
import { builtin } from './builtin.ts'

/** bash allows 4096. */
const DEEPEST = 4096

export const evalBuiltin = builtin(
  'eval',
  '[arg ...]',
  'Execute arguments as a shell command.',
  (shell, args) => {
    const rest = args[0] === '--' ? args.slice(1) : args
    const text = rest.join(' ')
    return text.trim() === '' ? 0 : evaluate(shell, text)
  },
)

/** Runs a text as `eval` does. */
export function* evaluate(shell: ShellState, text: string): Blocking<number> {
  if (shell.evals >= DEEPEST) {
    shell.discard(`eval: maximum eval nesting level exceeded (${DEEPEST})`)
    return shell.status
  }
  shell.evals++
  const origin = { ...shell.origin, text, firstLine: shell.line(), input: 'eval' }
  yield* deeper(shell.language.text(shell, origin))
  shell.evals--
  return shell.status
}
