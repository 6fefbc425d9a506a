import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, notSupported, parseOptions } from './builtin.ts'

/** No shell was started by one that could continue it, but for those that a person starts in a terminal. */
export const suspend: PlainBuiltin = builtin('suspend', '[-f]', 'Suspend shell execution.', (shell, args) => {
  const options = parseOptions(args, 'f')
  if (options.wrong !== null) return invalidOption(shell, suspend, options.wrong)
  if (!options.letters.has('f')) {
    if (!shell.option('monitor')) return shell.fail('suspend', 'cannot suspend: no job control')
    if (shell.login) return shell.fail('suspend', 'cannot suspend a login shell')
  }
  return notSupported(shell, 'suspend', options.letters.has('f') ? '-f' : 'stopping the shell')
})
