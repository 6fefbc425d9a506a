// ps: every process there is, whatever is asked. Ref: busybox procps/ps.c
import type { Blocking, Process, ProcessInfo } from '../../os/program.ts'
import type { Applet } from './applet.ts'
import { usageText } from './applet.ts'

export const psApplet: Applet = {
  name: 'ps',
  usage: ` [-o COL1,COL2=HEADER] [-T]

Show list of processes

	-o COL1,COL2=HEADER	Select columns for display
	-T			Show threads`,
  run: ps,
}

interface Column {
  readonly header: string
  readonly width: number
  readonly right: boolean
  readonly value: (p: Process, info: ProcessInfo) => string
}

const left = (header: string, width: number, value: Column['value']): Column => ({
  header,
  width,
  right: false,
  value,
})
const right = (header: string, width: number, value: Column['value']): Column => ({
  header,
  width,
  right: true,
  value,
})

const COLUMNS: Readonly<Record<string, Column>> = {
  user: left('USER', 8, () => 'root'),
  group: left('GROUP', 8, () => 'root'),
  comm: left('COMMAND', 16, comm),
  args: left('COMMAND', 256, args),
  pid: right('PID', 5, (_, { pid }) => String(pid)),
  ppid: right('PPID', 5, (_, { ppid }) => String(ppid)),
  pgid: right('PGID', 5, (_, { pgid }) => String(pgid)),
  nice: right('NI', 5, () => '0'),
  rgroup: left('RGROUP', 8, () => 'root'),
  ruser: left('RUSER', 8, () => 'root'),
  tty: left('TT', 6, (p, { pid }) => statField(p, pid, 4, '0')),
  vsz: left('VSZ', 4, (p, { pid }) => kilobytes(Number(statField(p, pid, 20, '0')) / 1024)),
  sid: right('SID', 5, (p, { pid, pgid }) => statField(p, pid, 3, String(pgid))),
  stat: left('STAT', 4, (_, { state }) => state),
  rss: left('RSS', 4, (p, { pid }) => kilobytes(Number(statField(p, pid, 21, '0')) * 4)),
}

function kilobytes(size: number): string {
  return String(Math.trunc(size))
}

/** A field of /proc/PID/stat, counted from the one after the name. */
function statField(p: Process, pid: number, n: number, otherwise: string): string {
  const text = p.fs.readText(`/proc/${pid}/stat`)
  if (typeof text !== 'string') return otherwise
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[n] ?? otherwise
}

function comm(p: Process, { pid, argv }: ProcessInfo): string {
  const text = p.fs.readText(`/proc/${pid}/comm`)
  return typeof text === 'string' ? text.trimEnd() : (argv[0] ?? '')
}

/** A command line that does not begin with the process's name has it in front. Ref: procps/ps.c:read_cmdline() */
function args(p: Process, info: ProcessInfo): string {
  const name = comm(p, info)
  const [first] = info.argv
  if (first === undefined || info.state === 'Z') return `[${name}]`
  const base = first.slice(first.lastIndexOf('/') + 1)
  const named = first.startsWith('-') || base.startsWith(name)
  return `${named ? '' : `{${name}} `}${info.argv.join(' ')}`
}

/** Options of other makes that it takes and forgets. */
const IGNORED = /^-?[aefluwx]+$/

function* ps(p: Process): Blocking<number> {
  let names = ['pid', 'user', 'args']
  const headers = new Map<string, string>()
  const words = p.argv.slice(1)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '-T' || IGNORED.test(word) || !word.startsWith('-')) continue
    if (!word.startsWith('-o')) {
      p.io.err(`ps: invalid option -- '${word.charAt(1)}'\n${usageText('ps', psApplet.usage)}`)
      return 1
    }
    names = []
    for (const item of (word.length > 2 ? word.slice(2) : (words[++i] ?? '')).split(',')) {
      const [name = '', header] = item.split('=')
      if (!(name in COLUMNS)) {
        const all = Object.keys(COLUMNS).join(',')
        p.io.err(`ps: bad -o argument '${name}', supported arguments: ${all}\n`)
        return 1
      }
      names.push(name)
      if (header !== undefined) headers.set(name, header)
    }
  }
  const columns = names.flatMap((name) => {
    const column = COLUMNS[name]
    return column ? [{ ...column, header: headers.get(name) ?? column.header }] : []
  })
  const line = (cell: (column: Column) => string, heads: boolean): string =>
    columns
      .map((column, i) => {
        const text = cell(column)
        const last = i === columns.length - 1
        if (column.right && !heads) return text.padStart(column.width)
        return last ? text : text.padEnd(column.width)
      })
      .join(' ')
  const width = p.io.fds.get(1)?.tty?.columns ?? Infinity
  const rows = [line((column) => column.header, true)]
  for (const info of p.procs.list()) rows.push(line((column) => column.value(p, info), false).slice(0, width))
  p.io.out(rows.map((row) => `${row}\n`).join(''))
  return 0
}
