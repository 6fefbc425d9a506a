import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { parsePs, type PsRequest } from './arguments.ts'
import { FIELDS, rowOf, type Field, type Row } from './fields.ts'
import { USAGE } from './usage.ts'

export const psCommand: Command = {
  name: 'ps',
  path: '/usr/bin/ps',
  summary: 'list processes',
  supports: [
    'ps, ps -e, -f, -F, -j, -l, -y, -L, -T, ps ax, aux, u, j, l, r, k',
    '-p PIDS, -C NAMES, -u USER, --ppid PIDS, -s SESSIONS, -t TTYS, -N',
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
    if ('version' in request) {
      p.io.out('ps from procps-ng 4.0.2\n')
      return 0
    }
    if ('help' in request) {
      p.io.out(USAGE)
      return 0
    }
    const broken = checkProc(p)
    if (broken !== null) return broken
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

/**
 * ps looks itself up in /proc before anything else, by the number it has in its own namespace: after `unshare --pid`
 * without --mount-proc that may be nobody's there. Ref: procps library/readproc.c:look_up_our_self()
 */
function checkProc(p: Process): number | null {
  if (isErrno(p.fs.stat('/proc/self/stat'))) {
    p.io.err('Error, do this: mount -t proc proc /proc\n')
    return NO_PROC
  }
  if (!isErrno(p.fs.stat(`/proc/${p.pid}/stat`))) return null
  p.io.err('fatal library error, lookup self\n')
  return 1
}

const NO_PROC = 47

const LAYOUTS: Readonly<Record<PsRequest['format'], readonly string[]>> = {
  default: ['pid', 'tname', 'time', 'ucmd'],
  full: ['user=UID', 'pid', 'ppid', 'c', 'stime', 'tname', 'time', 'cmd'],
  extra: ['user=UID', 'pid', 'ppid', 'c', 'sz', 'rss', 'psr', 'stime', 'tname', 'time', 'cmd'],
  user: ['user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'tname', 'stat', 'start_time', 'bsdtime', 'args'],
  bsd: ['pid', 'tname', 'stat', 'bsdtime', 'args'],
  jobs: ['pid', 'pgid', 'sid', 'tname', 'time', 'ucmd'],
  bsdJobs: ['ppid', 'pid', 'pgid', 'sid', 'tname', 'tpgid', 'stat', 'uid', 'bsdtime', 'args'],
  long: ['f', 's', 'uid', 'pid', 'ppid', 'c', 'opri', 'ni', 'addr', 'sz', 'wchan', 'tname', 'time', 'ucmd'],
  bsdLong: [
    'f',
    'uid',
    'pid',
    'ppid',
    'priority',
    'ni',
    'vsz',
    'rss',
    'wchan',
    'stat',
    'tname',
    'bsdtime',
    'args',
  ],
}

/** -y and -L change what a format shows. */
function layoutOf(request: PsRequest): readonly string[] {
  let names = LAYOUTS[request.format]
  if (request.format === 'long' && request.shortLong) {
    names = names.flatMap((name) => (name === 'f' ? [] : name === 'addr' ? ['rss'] : [name]))
  }
  const { threads } = request
  if (threads === null) return names
  return names.flatMap((name) => {
    if (threads === 'T') return name === 'pid' ? ['pid', 'spid'] : [name]
    if (request.format === 'full' || request.format === 'extra') {
      return name === 'ppid' ? ['ppid', 'lwp'] : name === 'c' ? ['c', 'nlwp'] : [name]
    }
    return name === 'pid' ? ['pid', 'lwp'] : [name]
  })
}

/** The columns, or the name of one that there is not. */
function columnsOf(request: PsRequest): readonly Field[] | string {
  const names = request.columns.length > 0 ? request.columns : layoutOf(request)
  const columns: Field[] = []
  for (const text of names) {
    const match = /^([^:=]+)(?::([0-9]+))?(?:=(.*))?$/s.exec(text)
    const name = match?.[1] ?? text
    const field = FIELDS[name]
    if (!field) return name
    const header = match?.[3] ?? field.header
    const given = match?.[2] === undefined ? null : Number(match[2])
    // A header of one's own widens its column; the long format's ADDR leans on what follows it.
    const width = given ?? (match?.[3] === undefined ? field.width : Math.max(field.width, header.length))
    columns.push({ ...field, header, width })
  }
  return columns
}

function selects(p: Process, request: PsRequest, row: Row): boolean {
  const { info } = row
  if (request.running && info.state !== 'R') return false
  const lists = [
    request.pids?.includes(info.pid),
    request.names?.includes(row.comm),
    request.parents?.includes(info.ppid),
    request.sessions?.includes(info.sid),
    request.ttys?.some(
      (tty) => row.tty === (tty === '-' ? '?' : tty.replace(/^\/dev\//, '').replace(/^(?=\d)/, 'pts/')),
    ),
    request.users?.some((user) => user === row.user || user === String(row.uid)),
  ].filter((chosen) => chosen !== undefined)
  if (request.everything) return !request.negated
  if (lists.length > 0) return lists.includes(true) !== request.negated
  if (request.bsd) {
    const withTty = row.tty !== '?'
    const own = row.tty === ownTty(p)
    return (withTty || request.bsdNoTty) && (own || request.bsdAll || request.bsdNoTty)
  }
  return (row.tty === ownTty(p)) !== request.negated
}

/** Of the terminal that ps itself runs on. */
function ownTty(p: Process): string {
  return p.procs.get(p.pid)?.tty ?? '?'
}

function sorted(rows: readonly Row[], request: PsRequest): readonly Row[] {
  const order = [...rows].sort((a, b) => a.info.pid - b.info.pid)
  if (request.sort === null) return order
  const keys = request.sort.split(',').flatMap((key) => {
    const field = FIELDS[key.replace(/^[-+]/, '')]
    return field ? [{ field, sign: key.startsWith('-') ? -1 : 1 }] : []
  })
  const compare = (x: string, y: string): number =>
    /^[0-9.]+$/.test(x) && /^[0-9.]+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0
  return order.sort((a, b) => {
    for (const { field, sign } of keys) {
      const difference = compare(field.value(a), field.value(b)) * sign
      if (difference !== 0) return difference
    }
    return 0
  })
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
  const isTree = request.forest || request.indented
  const ordered = isTree ? forest(rows, request.indented) : rows.map((row) => ({ row, branch: '' }))
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

/** A cell that is too long takes the room of the blanks before the next. Ref: procps src/ps/output.c:show_one_proc() */
function join(columns: readonly Field[], cells: readonly string[]): string {
  let line = ''
  let place = 0
  columns.forEach((column, i) => {
    const cell = cells[i] ?? ''
    if (i > 0) place++
    const end = place + column.width
    const start = column.right ? end - cell.length : place
    line += ' '.repeat(Math.max(i > 0 ? 1 : 0, start - line.length)) + cell
    place = end
  })
  const last = columns.at(-1)
  return last && !last.right ? line : line.trimEnd()
}

/** Children below their parents, with `\_` before each, or indented. What process 1 begot stands by itself. */
function forest(
  rows: readonly Row[],
  indented: boolean,
): readonly { readonly row: Row; readonly branch: string }[] {
  const pids = new Set(rows.map((row) => row.info.pid))
  const out: { row: Row; branch: string }[] = []
  const least = indented ? 0 : 1
  const isRoot = ({ info }: Row): boolean =>
    info.ppid <= least || !pids.has(info.ppid) || info.ppid === info.pid
  const visit = (row: Row, depth: number): void => {
    const branch = indented ? '  '.repeat(depth) : depth === 0 ? '' : `${'    '.repeat(depth - 1)} \\_ `
    out.push({ row, branch })
    for (const other of rows) if (!isRoot(other) && other.info.ppid === row.info.pid) visit(other, depth + 1)
  }
  for (const row of rows) if (isRoot(row)) visit(row, 0)
  return out
}
