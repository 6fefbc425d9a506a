import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const exec: PlainBuiltin = builtin(
  'exec',
  '[-cl] [-a name] [command [argument ...]] [redirection ...]',
  'Replace the shell with the given command.',
  (shell, args) => {
    const options = parseOptions(args, 'cl', 'a')
    if (options.wrong !== null) return invalidOption(shell, exec, options.wrong)
    const [name] = options.rest
    if (name === undefined) return 0
    return replace(shell, name, options.rest, options.values.get('a') ?? name, options.letters.has('c'))
  },
)

function* replace(
  shell: ShellState,
  name: string,
  words: readonly string[],
  arg0: string,
  empty: boolean,
): Blocking<number> {
  const { p } = shell
  const path = name.includes('/') ? name : p.procs.find(name)
  if (path === null) return missing(shell, `exec: ${name}: not found`, 127)
  const shown = shell.dialect?.isApplet(name, true) ? p.argv : null
  const result = yield* p.procs.exec(path, [arg0, ...words.slice(1)], empty ? new Map() : undefined, shown)
  if (!isErrno(result)) {
    shell.traps.clear()
    return shell.exit(result)
  }
  const stat = p.fs.stat(path)
  const directory = !isErrno(stat) && stat.kind === 'dir'
  const reason = directory ? `cannot execute: Is a directory` : result.text
  return missing(
    shell,
    directory ? `exec: ${name}: ${reason}` : `${path}: ${reason}`,
    result.name === 'ENOENT' ? 127 : 126,
  )
}

function missing(shell: ShellState, message: string, status: number): number {
  shell.report(message)
  return shell.interactive || shell.shopts.has('execfail') ? status : shell.exit(status)
}
