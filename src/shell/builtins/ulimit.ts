// Limits as a fresh Debian has them. They are kept and shown; of those that would make a difference here none is enforced,
// so that lowering them is refused.
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

interface Limit {
  readonly letter: string
  readonly name: string
  readonly unit: string
  readonly soft: number
  readonly hard: number
  /** A lower one would be felt. */
  readonly felt: boolean
}

const MANY = Infinity

/** In the order of `ulimit -a`. Ref: bash builtins/ulimit.def */
const LIMITS: readonly Limit[] = [
  {
    letter: 'R',
    name: 'real-time non-blocking time',
    unit: 'microseconds',
    soft: MANY,
    hard: MANY,
    felt: false,
  },
  { letter: 'c', name: 'core file size', unit: 'blocks', soft: 0, hard: MANY, felt: false },
  { letter: 'd', name: 'data seg size', unit: 'kbytes', soft: MANY, hard: MANY, felt: true },
  { letter: 'e', name: 'scheduling priority', unit: '', soft: 0, hard: 0, felt: false },
  { letter: 'f', name: 'file size', unit: 'blocks', soft: MANY, hard: MANY, felt: true },
  { letter: 'i', name: 'pending signals', unit: '', soft: 7823, hard: 7823, felt: false },
  { letter: 'l', name: 'max locked memory', unit: 'kbytes', soft: 8192, hard: 8192, felt: false },
  { letter: 'm', name: 'max memory size', unit: 'kbytes', soft: MANY, hard: MANY, felt: false },
  { letter: 'n', name: 'open files', unit: '', soft: 1024, hard: 1_048_576, felt: false },
  { letter: 'p', name: 'pipe size', unit: '512 bytes', soft: 8, hard: 8, felt: false },
  { letter: 'q', name: 'POSIX message queues', unit: 'bytes', soft: 819_200, hard: 819_200, felt: false },
  { letter: 'r', name: 'real-time priority', unit: '', soft: 0, hard: 0, felt: false },
  { letter: 's', name: 'stack size', unit: 'kbytes', soft: 8192, hard: MANY, felt: false },
  { letter: 't', name: 'cpu time', unit: 'seconds', soft: MANY, hard: MANY, felt: true },
  { letter: 'u', name: 'max user processes', unit: '', soft: 512, hard: 512, felt: true },
  { letter: 'v', name: 'virtual memory', unit: 'kbytes', soft: MANY, hard: MANY, felt: true },
  { letter: 'x', name: 'file locks', unit: '', soft: MANY, hard: MANY, felt: false },
]

/** What a shell has set, by letter. */
const changed = new WeakMap<ShellState, Map<string, { soft: number; hard: number }>>()

export const ulimit: PlainBuiltin = builtin(
  'ulimit',
  '[-SHabcdefiklmnpqrstuvxPRT] [limit]',
  'Modify shell resource limits.',
  (shell, args) => {
    const options = parseOptions(args, `SHa${LIMITS.map(({ letter }) => letter).join('')}`)
    if (options.wrong !== null) return invalidOption(shell, ulimit, options.wrong)
    const { letters, rest } = options
    const hard = letters.has('H')
    const wanted = LIMITS.filter(({ letter }) => letters.has('a') || letters.has(letter))
    const which = wanted.length > 0 ? wanted : LIMITS.filter(({ letter }) => letter === 'f')
    const [text] = rest
    if (text === undefined || letters.has('a')) {
      const labelled = letters.has('a') || which.length > 1
      const lines = which.map(
        (limit) => `${labelled ? label(limit) : ''}${shown(valueOf(shell, limit, hard))}\n`,
      )
      return shell.emit('ulimit', lines.join(''), 0)
    }
    for (const limit of which) {
      const status = change(shell, limit, text, {
        soft: letters.has('S') || !hard,
        hard: hard || !letters.has('S'),
      })
      if (status !== 0) return status
    }
    return 0
  },
)

function valueOf(shell: ShellState, limit: Limit, hard: boolean): number {
  const own = changed.get(shell)?.get(limit.letter) ?? limit
  return hard ? own.hard : own.soft
}

function shown(value: number): string {
  return value === MANY ? 'unlimited' : String(value)
}

function label({ name, unit, letter }: Limit): string {
  return `${name.padEnd(20)} ${`(${unit === '' ? '' : `${unit}, `}-${letter})`.padStart(20)} `
}

function change(
  shell: ShellState,
  limit: Limit,
  text: string,
  sets: { readonly soft: boolean; readonly hard: boolean },
): number {
  const [softNow, hardNow] = [valueOf(shell, limit, false), valueOf(shell, limit, true)]
  const words: Readonly<Record<string, number>> = { unlimited: MANY, soft: softNow, hard: hardNow }
  const value = /^\d+$/.test(text) ? Number(text) : words[text]
  if (value === undefined) return shell.fail('ulimit', `${text}: invalid number`)
  if (limit.letter === 'p')
    return shell.fail('ulimit', `${limit.name}: cannot modify limit: Invalid argument`)
  if (limit.felt && value < softNow)
    return shell.fail('ulimit', `-${limit.letter} is not supported in vethlab`)
  // More descriptors than fs.nr_open nobody may have.
  const most = limit.letter === 'n' ? limit.hard : MANY
  if (value > most) return shell.fail('ulimit', `${limit.name}: cannot modify limit: Operation not permitted`)
  if (sets.soft && !sets.hard && value > hardNow)
    return shell.fail('ulimit', `${limit.name}: cannot modify limit: Invalid argument`)
  const own = changed.get(shell) ?? new Map<string, { soft: number; hard: number }>()
  changed.set(shell, own)
  const hard = sets.hard ? value : hardNow
  own.set(limit.letter, { soft: sets.soft ? value : Math.min(softNow, hard), hard })
  return 0
}
