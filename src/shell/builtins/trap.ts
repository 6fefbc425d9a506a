import { SIGNALS } from '../../uapi/signal.ts'
import { singleQuote } from '../expand/quote.ts'
import type { ShellState, Trap } from '../state.ts'
import { setTrap } from '../traps.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions, usageError } from './builtin.ts'
import { signalList } from './signalnames.ts'

export const trap: PlainBuiltin = builtin(
  'trap',
  '[-lp] [[arg] signal_spec ...]',
  'Trap signals and other events.',
  (shell, args) => {
    const options = parseOptions(args, 'lp')
    if (options.wrong !== null) return invalidOption(shell, trap, options.wrong)
    const { letters, rest } = options
    if (letters.has('l')) return shell.emit('trap', signalList())
    if (letters.has('p') || rest.length === 0) return list(shell, rest)
    const [first = '', ...others] = rest
    // A number or a lone signal name puts the default back.
    const reset = first === '-' || others.length === 0 || /^\d+$/.test(first)
    const names = first === '-' ? others : reset ? rest : others
    if (names.length === 0) return usageError(shell, trap)
    let status = 0
    for (const name of names) {
      const target = parseTrap(name)
      if (target) setTrap(shell, target, reset ? null : first)
      else {
        shell.report(`trap: ${name}: invalid signal specification`)
        status = 1
      }
    }
    return status
  },
)

/** `INT`, `SIGINT`, `2`, `EXIT`, `0`. */
export function parseTrap(text: string): Trap | null {
  const name = text.toUpperCase().replace(/^SIG/, '')
  if (name === '0' || name === 'EXIT') return 'EXIT'
  if (name === 'ERR' || name === 'DEBUG' || name === 'RETURN') return name
  for (const [signal, number] of Object.entries(SIGNALS)) {
    if (signal === name || String(number) === name) return signal as Trap
  }
  return null
}

function list(shell: ShellState, names: readonly string[]): number {
  let status = 0
  const wanted = new Set<Trap>()
  for (const name of names) {
    const found = parseTrap(name)
    if (found) wanted.add(found)
    else {
      shell.report(`trap: ${name}: invalid signal specification`)
      status = 1
    }
  }
  const order = (one: Trap): number =>
    one in SIGNALS ? SIGNALS[one as keyof typeof SIGNALS] : one === 'EXIT' ? 0 : 99
  const traps = [...(shell.parentTraps ?? shell.traps)].filter(
    ([one]) => names.length === 0 || wanted.has(one),
  )
  const out = traps
    .sort(([a], [b]) => order(a) - order(b))
    .map(([one, action]) => `trap -- ${singleQuote(action)} ${one in SIGNALS ? 'SIG' : ''}${one}\n`)
  return shell.emit('trap', out.join(''), status)
}
