import type { PlainBuiltin } from './builtin.ts'
import { builtin } from './builtin.ts'

/** The line editor's keys are as they are. */
export const bind: PlainBuiltin = builtin(
  'bind',
  '[-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]',
  'Set Readline key bindings and variables.',
  (shell) => {
    shell.err('bash: bind is not supported in vethlab\n')
    return 1
  },
)
