// Builtins that bash has and that would have nothing to do here: refused in words.
import type { PlainBuiltin } from './builtin.ts'
import { builtin } from './builtin.ts'

function refused(name: string, usage: string, summary: string): PlainBuiltin {
  return builtin(name, usage, summary, (shell) => {
    shell.err(`bash: ${name} is not supported in vethlab\n`)
    return 1
  })
}

const COMPLETION =
  '[-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix]'

export const REFUSED: readonly PlainBuiltin[] = [
  refused(
    'bind',
    '[-lpsvPSVX] [-m keymap] [-f filename] [-q name]',
    'Set Readline key bindings and variables.',
  ),
  refused(
    'compgen',
    `[-abcdefgjksuv] ${COMPLETION} [word]`,
    'Display possible completions depending on the options.',
  ),
  refused(
    'complete',
    `[-abcdefgjksuv] [-pr] [-DEI] ${COMPLETION} [name ...]`,
    'Specify how arguments are to be completed by Readline.',
  ),
  refused('compopt', '[-o|+o option] [-DEI] [name ...]', 'Modify or display completion options.'),
  refused('enable', '[-a] [-dnps] [-f filename] [name ...]', 'Enable and disable shell builtins.'),
  refused(
    'fc',
    '[-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]',
    'Display or execute commands from the history list.',
  ),
  refused('suspend', '[-f]', 'Suspend shell execution.'),
  refused('times', '', 'Display process times.'),
]
