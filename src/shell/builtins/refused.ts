// Builtins that bash has and that would have nothing to do here: refused in words.
import type { PlainBuiltin } from './builtin.ts'
import { builtin } from './builtin.ts'

function refused(name: string, usage: string, summary: string): PlainBuiltin {
  return builtin(name, usage, summary, (shell) => {
    shell.err(`bash: ${name} is not supported in vethlab\n`)
    return 1
  })
}

export const REFUSED: readonly PlainBuiltin[] = [
  refused(
    'bind',
    '[-lpsvPSVX] [-m keymap] [-f filename] [-q name]',
    'Set Readline key bindings and variables.',
  ),
  refused('enable', '[-a] [-dnps] [-f filename] [name ...]', 'Enable and disable shell builtins.'),
  refused('suspend', '[-f]', 'Suspend shell execution.'),
  refused('times', '', 'Display process times.'),
]
