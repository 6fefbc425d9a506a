import { builtin } from './builtin.ts'

export const evalBuiltin = builtin(
  'eval',
  '[arg ...]',
  'Execute arguments as a shell command.',
  (shell, args) => {
    const rest = args[0] === '--' ? args.slice(1) : args
    const text = rest.join(' ')
    if (text.trim() === '') return 0
    return shell.language.text(shell, { ...shell.origin, text, firstLine: shell.line(), input: 'eval' })
  },
)
