import { builtin } from './builtin.ts'

export const letBuiltin = builtin(
  'let',
  'arg [arg ...]',
  'Evaluate arithmetic expressions.',
  (shell, args) => {
    if (args.length === 0) return shell.fail('let', 'expression expected')
    let value: bigint | null = 0n
    for (const arg of args) {
      value = shell.language.arithmetic(shell, arg, 'let: ')
      if (value === null) return 1
    }
    return value === 0n ? 1 : 0
  },
)
