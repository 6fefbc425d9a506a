import { builtin } from './builtin.ts'

export const caller = builtin(
  'caller',
  '[expr]',
  'Return the context of the current subroutine call.',
  (shell, args) => {
    const depth = args[0] === undefined ? 0 : Number(args[0])
    if (Number.isNaN(depth)) return shell.fail('caller', `${args[0]}: invalid number`, 2)
    const calls = shell.calls.toReversed()
    const call = calls[depth]
    if (!call) return 1
    const above = calls[depth + 1]
    const file = above?.origin.name ?? (shell.commandString ? 'NULL' : shell.arg0)
    if (args[0] === undefined) return shell.emit('caller', `${call.callLine} ${file}\n`)
    return shell.emit('caller', `${call.callLine} ${above?.name ?? 'main'} ${file}\n`)
  },
)
