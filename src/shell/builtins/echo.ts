import { unescape } from '../expand/quote.ts'
import { builtin } from './builtin.ts'

export const echo = builtin(
  'echo',
  '[-neE] [arg ...]',
  'Write arguments to the standard output.',
  (shell, args) => {
    let first = 0
    let newline = true
    let escapes = shell.shopts.has('xpg_echo')
    if (shell.dialect?.name === 'dash') {
      const quiet = args[0] === '-n'
      const { text, stop } = unescape(args.slice(quiet ? 1 : 0).join(' '), 'b')
      return shell.emit('echo', quiet || stop ? text : `${text}\n`)
    }
    for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
      for (const c of (args[first] ?? '').slice(1)) {
        if (c === 'n') newline = false
        else escapes = c === 'e'
      }
    }
    const text = args.slice(first).join(' ')
    if (!escapes) return shell.emit('echo', newline ? `${text}\n` : text)
    const { text: out, stop } = unescape(text, 'echo')
    return shell.emit('echo', newline && !stop ? `${out}\n` : out)
  },
)
