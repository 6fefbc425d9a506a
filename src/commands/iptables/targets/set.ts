// Ref: extensions/libxt_SET.c
import type { XtSetTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { parseSet } from '../ipset.ts'
import { parseUnsigned } from '../numbers.ts'

export const setTarget = defineTarget<XtSetTarget>({
  name: 'SET',
  options: [
    { name: 'add-set', argument: true, bare: true },
    { name: 'del-set', argument: true, bare: true },
    { name: 'timeout', argument: true, bare: true },
    { name: 'exist', argument: false, bare: true },
    { name: 'map-set', argument: true, absent: true },
    ...['map-mark', 'map-prio', 'map-queue'].map((name) => ({ name, argument: false, absent: true })),
  ],
  help: `SET target options:
 --add-set name flags [--exist] [--timeout n]
 --del-set name flags
 --map-set name flags [--map-mark] [--map-prio] [--map-queue]
		add/del src/dst IP/port from/to named sets,
		where flags are the comma separated list of
		'src' and 'dst' specifications.
`,
  parse: (x) => {
    let data: XtSetTarget | null = null
    let timeout: number | null = null
    return {
      option: (given) => {
        const { id } = given
        if (id === 'timeout') {
          timeout =
            parseUnsigned(given.value, 0xfffffffe) ??
            x.problem('Invalid value for option --timeout or out of range 0-4294967294')
        }
        if (id !== 'add-set' && id !== 'del-set') return
        if (data !== null) x.unsupported('SET with more than one set')
        const op = id === 'add-set' ? 'add' : 'del'
        data = { name: 'SET', op, ...parseSet(given, `--${id}`), exist: false, timeout: null }
      },
      finish: (given) => {
        if (data === null) {
          return x.problem("You must specify either `--add-set' or `--del-set' or `--map-set'")
        }
        if (data.op === 'del' && given.has('exist')) {
          x.problem("Flag `--exist' can be used with `--add-set' only")
        }
        return { ...data, exist: given.has('exist'), timeout }
      },
    }
  },
  print: ({ op, set, directions, exist, timeout }) =>
    ` ${op}-set ${set} ${directions.join(',')}${exist ? ' exist' : ''}${timeout === null ? '' : ` timeout ${timeout}`}`,
  save: ({ op, set, directions, exist, timeout }) =>
    ` --${op}-set ${set} ${directions.join(',')}${exist ? ' --exist' : ''}${timeout === null ? '' : ` --timeout ${timeout}`}`,
})
