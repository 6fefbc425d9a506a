import { builtin, parseCount, tooManyArguments } from './builtin.ts'

export const returnBuiltin = builtin('return', '[n]', 'Return from a shell function.', (shell, args) => {
  const [given, extra] = args[0] === '--' ? args.slice(1) : args
  if (shell.calls.length === 0 && shell.sourcing === 0) {
    shell.report("return: can only `return' from a function or sourced script")
    return 2
  }
  if (extra !== undefined) return tooManyArguments(shell, 'return')
  const status = given === undefined ? shell.status : parseCount(given)
  shell.unwind = { kind: 'return' }
  if (status !== null) return status & 255
  shell.report(`return: ${given}: numeric argument required`)
  return 2
})
