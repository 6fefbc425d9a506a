import type { ShellState } from '../state.ts'
import { builtin, parseCount, tooManyArguments } from './builtin.ts'

export const exit = builtin('exit', '[n]', 'Exit the shell.', (shell, args) => {
  if (shell.interactive && shell.subshell === 0) {
    // ash and dash leave without a word.
    if (!shell.dialect) shell.err('exit\n')
    const stopped = shell.jobs.jobs.some((job) => job.state === 'stopped')
    if (stopped && !shell.warnedOfJobs) {
      shell.err('There are stopped jobs.\n')
      shell.warnedOfJobs = true
      return 1
    }
  }
  return end(shell, 'exit', args)
})

export const logout = builtin('logout', '[n]', 'Exit a login shell.', (shell, args) => {
  if (!shell.login) return shell.fail('logout', "not login shell: use `exit'")
  return end(shell, 'logout', args)
})

function end(shell: ShellState, name: string, args: readonly string[]): number {
  const [given, extra] = args[0] === '--' ? args.slice(1) : args
  if (given === undefined) return shell.exit(shell.status)
  const status = parseCount(given)
  if (status === null) {
    shell.report(`${name}: ${given}: numeric argument required`)
    return shell.exit(2)
  }
  if (extra !== undefined) return tooManyArguments(shell, name)
  return shell.exit(status)
}
