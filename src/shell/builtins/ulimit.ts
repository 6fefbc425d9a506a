// Limits as a fresh Debian has them. They are kept and shown; of those that would make a difference here none is enforced,
// so that lowering them is refused.
import { DEFAULT_LIMITS, type Resource } from '../../uapi/resource.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

interface Row {
  readonly letter: string
  readonly name: string
  readonly unit: string
  /** Null: the size of a pipe, which nobody changes. */
  readonly resource: Resource | null
  /** Octets in one of its units. */
  readonly size: number
  /** A lower one would be felt. */
  readonly felt: boolean
}

const MANY = Infinity
const PIPE_BLOCKS = 8

/** In the order of `ulimit -a`. Ref: bash builtins/ulimit.def */
const ROWS: readonly Row[] = [
  row('R', 'real-time non-blocking time', 'microseconds', 'rttime'),
  row('c', 'core file size', 'blocks', 'core', 1024),
  row('d', 'data seg size', 'kbytes', 'data', 1024, true),
  row('e', 'scheduling priority', '', 'nice'),
  row('f', 'file size', 'blocks', 'fsize', 1024, true),
  row('i', 'pending signals', '', 'sigpending'),
  row('l', 'max locked memory', 'kbytes', 'memlock', 1024),
  row('m', 'max memory size', 'kbytes', 'rss', 1024),
  row('n', 'open files', '', 'nofile'),
  row('p', 'pipe size', '512 bytes', null),
  row('q', 'POSIX message queues', 'bytes', 'msgqueue'),
  row('r', 'real-time priority', '', 'rtprio'),
  row('s', 'stack size', 'kbytes', 'stack', 1024),
  row('t', 'cpu time', 'seconds', 'cpu', 1, true),
  row('u', 'max user processes', '', 'nproc'),
  row('v', 'virtual memory', 'kbytes', 'as', 1024, true),
  row('x', 'file locks', '', 'locks'),
]

function row(
  letter: string,
  name: string,
  unit: string,
  resource: Resource | null,
  size = 1,
  felt = false,
): Row {
  return { letter, name, unit, resource, size, felt }
}

export const ulimit: PlainBuiltin = builtin(
  'ulimit',
  '[-SHabcdefiklmnpqrstuvxPRT] [limit]',
  'Modify shell resource limits.',
  (shell, args) => {
    // BusyBox's -p is bash's -u.
    const given =
      shell.dialect?.name === 'ash' ? args.map((word) => word.replace(/^-([SH]*)p$/, '-$1u')) : args
    const options = parseOptions(given, `SHa${ROWS.map(({ letter }) => letter).join('')}`)
    if (options.wrong !== null) return invalidOption(shell, ulimit, options.wrong)
    const { letters, rest } = options
    const hard = letters.has('H')
    const wanted = ROWS.filter(({ letter }) => letters.has('a') || letters.has(letter))
    const which = wanted.length > 0 ? wanted : ROWS.filter(({ letter }) => letter === 'f')
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

function valueOf({ p }: ShellState, { resource, size }: Row, hard: boolean): number {
  if (resource === null) return PIPE_BLOCKS
  const own = p.procs.limit(resource)
  const octets = hard ? own.hard : own.soft
  return octets === MANY ? MANY : Math.floor(octets / size)
}

function shown(value: number): string {
  return value === MANY ? 'unlimited' : String(value)
}

function label({ name, unit, letter }: Row): string {
  return `${name.padEnd(20)} ${`(${unit === '' ? '' : `${unit}, `}-${letter})`.padStart(20)} `
}

function change(
  shell: ShellState,
  limit: Row,
  text: string,
  sets: { readonly soft: boolean; readonly hard: boolean },
): number {
  const [softNow, hardNow] = [valueOf(shell, limit, false), valueOf(shell, limit, true)]
  const words: Readonly<Record<string, number>> = { unlimited: MANY, soft: softNow, hard: hardNow }
  const value = /^\d+$/.test(text) ? Number(text) : words[text]
  if (value === undefined) return shell.fail('ulimit', `${text}: invalid number`)
  if (limit.resource === null)
    return shell.fail('ulimit', `${limit.name}: cannot modify limit: Invalid argument`)
  if (limit.felt && value < softNow)
    return shell.fail('ulimit', `-${limit.letter} is not supported in vethlab`)
  // More descriptors than fs.nr_open nobody may have.
  const most = limit.resource === 'nofile' ? DEFAULT_LIMITS.nofile.hard : MANY
  const raises = value > hardNow && !shell.p.procs.capable('SYS_RESOURCE')
  if (value > most || (sets.hard && raises))
    return shell.fail('ulimit', `${limit.name}: cannot modify limit: Operation not permitted`)
  if (sets.soft && !sets.hard && value > hardNow)
    return shell.fail('ulimit', `${limit.name}: cannot modify limit: Invalid argument`)
  const hard = sets.hard ? value : hardNow
  const soft = sets.soft ? value : Math.min(softNow, hard)
  shell.p.procs.setLimit(limit.resource, { soft: soft * limit.size, hard: hard * limit.size })
  return 0
}
