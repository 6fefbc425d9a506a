import type { Process, ProcessInfo } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { parsePs, type PsRequest } from './arguments.ts'
import { FIELDS, rowOf, ttyOf, type Field, type Row } from './fields.ts'
import { USAGE } from './usage.ts'

export const psCommand: Command = {
  name: 'ps',
  path: '/usr/bin/ps',
  summary: 'list processes',
  supports: [
    'ps, ps -e, ps -ef, ps -f, ps ax, ps aux, ps u',
    '-p PIDS, -C NAMES, -u USER, --ppid PIDS, -N',
    `-o COLUMNS: ${Object.keys(FIELDS).join(', ')}`,
    '--no-headers, --sort=[-]COLUMN, --forest, -H, f',
  ],
  *run(p: Process) {
    const request = parsePs(p.argv.slice(1))
    if ('unsupported' in request) {
      p.io.err(`ps: ${request.unsupported} is not supported in vethlab\n`)
      return 1
    }
    if ('error' in request) {
      p.io.err(`error: ${request.error}\n${USAGE}`)
      return 1
    }
    const columns = columnsOf(request)
    if (typeof columns === 'string') {
      p.io.err(`error: unknown user-defined format specifier "${columns}"\n${USAGE}`)
      return 1
    }
    const all = p.procs.list().map((info) => rowOf(p, info))
    const rows = sorted(
      all.filter((row) => selects(p, request, row)),
      request,
    )
    p.io.out(table(columns, rows, request))
    yield* p.io.drain(1)
    return rows.length > 0 ? 0 : 1
  },
}

const LAYOUTS: Readonly<Record<PsRequest['format'], readonly string[]>> = {
  default: ['pid', 'tname', 'time', 'ucmd'],
  full: ['user=UID', 'pid', 'ppid', 'c', 'stime', 'tname', 'time', 'cmd'],
  extra: ['user=UID', 'pid', 'ppid', 'c', 'vsz:6=SZ', 'rss', 'stime', 'tname', 'time', 'cmd'],
  user: ['user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'tname', 'stat', 'start_time', 'bsdtime', 'args'],
  bsd: ['pid', 'tname', 'stat', 'bsdtime', 'args'],
}

/** The columns, or the name of one that there is not. */
function columnsOf(request: PsRequest): readonly Field[] | string {
  const names = request.columns.length > 0 ? request.columns : LAYOUTS[request.format]
  const columns: Field[] = []
  for (const text of names) {
    const match = /^([^:=]+)(?::([0-9]+))?(?:=(.*))?$/s.exec(text)
    const name = match?.[1] ?? text
    const field = FIELDS[name]
    if (!field) return name
    const header = match?.[3] ?? field.header
    const width = match?.[2] === undefined ? Math.max(field.width, header.length) : Number(match[2])
    columns.push({ ...field, header, width })
  }
  return columns
}

function selects(p: Process, request: PsRequest, row: Row): boolean {
  const { info } = row
  const lists = [
    request.pids?.includes(info.pid),
    request.names?.includes(row.comm),
    request.parents?.includes(info.ppid),
    request.users?.some((user) => user === 'root' || user === '0'),
  ].filter((chosen) => chosen !== undefined)
  if (request.everything) return !request.negated
  if (lists.length > 0) return lists.includes(true) !== request.negated
  if (request.bsd) {
    const withTty = row.tty !== '?'
    const own = row.tty === ttyOf(p, p.pid)
    return (withTty || request.bsdNoTty) && (own || request.bsdAll || request.bsdNoTty)
  }
  return (row.tty === ttyOf(p, p.pid)) !== request.negated
}

function sorted(rows: readonly Row[], request: PsRequest): readonly Row[] {
  const key = request.sort
  const order = [...rows].sort((a, b) => a.info.pid - b.info.pid)
  if (key === null) return order
  const descending = key.startsWith('-')
  const field = FIELDS[key.replace(/^[-+]/, '')]
  if (!field) return order
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [field.value(a), field.value(b)]
    return /^[0-9.]+$/.test(x) && /^[0-9.]+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0
  }
  return order.sort((a, b) => (descending ? compare(b, a) : compare(a, b)))
}

function table(columns: readonly Field[], rows: readonly Row[], request: PsRequest): string {
  const lines: string[] = []
  const bare = columns.every((c) => c.header === '')
  if (!request.noHeaders && !bare)
    lines.push(
      join(
        columns,
        columns.map((c) => c.header),
      ),
    )
  const ordered = request.forest ? forest(rows) : rows.map((row) => ({ row, branch: '' }))
  for (const { row, branch } of ordered) {
    lines.push(
      join(
        columns,
        columns.map((c) => (isCommand(c) ? branch + c.value(row) : c.value(row))),
      ),
    )
  }
  return lines.map((line) => `${line}\n`).join('')
}

function isCommand(field: Field): boolean {
  return field.header === 'CMD' || field.header === 'COMMAND'
}

function join(columns: readonly Field[], cells: readonly string[]): string {
  return cells
    .map((cell, i) => {
      const column = columns[i]
      if (!column) return cell
      if (column.right) return cell.padStart(column.width)
      return i === columns.length - 1 ? cell : cell.padEnd(column.width)
    })
    .join(' ')
}

/** Children below their parents, with `\_` before each. */
function forest(rows: readonly Row[]): readonly { readonly row: Row; readonly branch: string }[] {
  const pids = new Set(rows.map((row) => row.info.pid))
  const out: { row: Row; branch: string }[] = []
  const visit = (info: ProcessInfo | null, depth: number): void => {
    for (const row of rows) {
      const root = !pids.has(row.info.ppid) || row.info.ppid === row.info.pid
      if (info === null ? !root : root || row.info.ppid !== info.pid) continue
      out.push({ row, branch: depth === 0 ? '' : `${'    '.repeat(depth - 1)} \\_ ` })
      visit(row.info, depth + 1)
    }
  }
  visit(null, 0)
  return out
}
