// Columns of ps: what each is called, how wide it is and what stands in it. Ref: procps src/ps/output.c
import type { ProcessInfo, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { strftime } from '../lib/calendar.ts'

export interface Row {
  readonly info: ProcessInfo
  readonly comm: string
  readonly args: string
  /** `pts/0`, or `?`. */
  readonly tty: string
  readonly foreground: boolean
  /** Seconds since 1970. */
  readonly started: number
  readonly now: number
}

export interface Field {
  readonly header: string
  readonly width: number
  readonly right: boolean
  readonly value: (row: Row) => string
}

function left(header: string, width: number, value: (row: Row) => string): Field {
  return { header, width, right: false, value }
}

function right(header: string, width: number, value: (row: Row) => string): Field {
  return { header, width, right: true, value }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** `[[DD-]HH:]MM:SS` */
function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [d, h, m, s] = [
    Math.floor(whole / 86400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  const clock = `${two(m)}:${two(s)}`
  if (d > 0) return `${d}-${two(h)}:${clock}`
  return h > 0 ? `${two(h)}:${clock}` : clock
}

/** The time of day, or for what is older than a day the date. */
function startTime(row: Row): string {
  return strftime(row.now - row.started < 86400 ? '%H:%M' : '%b%d', row.started)
}

function stat(row: Row): string {
  const { state, pid, pgid, ppid } = row.info
  const leader = pid === pgid && ppid <= 1 && row.tty !== '?' ? 's' : ''
  return `${state}${leader}${row.foreground ? '+' : ''}`
}

const COMMAND = left('COMMAND', 27, (row) => row.args)
const PID = right('PID', 7, (row) => String(row.info.pid))
const PGID = right('PGID', 7, (row) => String(row.info.pgid))
const TT = left('TT', 8, (row) => row.tty)
const TIME = right('TIME', 8, () => '00:00:00')
const USER = left('USER', 8, () => 'root')

export const FIELDS: Readonly<Record<string, Field>> = {
  args: COMMAND,
  c: right('C', 2, () => '0'),
  cmd: { ...COMMAND, header: 'CMD' },
  comm: left('COMMAND', 15, (row) => row.comm),
  command: COMMAND,
  cputime: TIME,
  etime: right('ELAPSED', 11, (row) => elapsed(row.now - row.started)),
  etimes: right('ELAPSED', 7, (row) => String(Math.floor(row.now - row.started))),
  euid: right('EUID', 5, () => '0'),
  euser: { ...USER, header: 'EUSER' },
  gid: right('GID', 5, () => '0'),
  group: left('GROUP', 8, () => 'root'),
  lstart: right('STARTED', 24, (row) => strftime('%a %b %e %H:%M:%S %Y', row.started)),
  netns: right('NETNS', 10, (row) => String(row.info.netns.inode)),
  ni: right('NI', 3, () => '0'),
  pcpu: right('%CPU', 4, () => '0.0'),
  pgid: PGID,
  pgrp: PGID,
  pid: PID,
  pmem: right('%MEM', 4, () => '0.0'),
  ppid: right('PPID', 7, (row) => String(row.info.ppid)),
  pri: right('PRI', 3, () => '19'),
  rss: right('RSS', 5, () => '0'),
  s: left('S', 1, (row) => row.info.state),
  start: left('START', 5, startTime),
  start_time: left('START', 5, startTime),
  stat: left('STAT', 4, stat),
  state: left('S', 1, (row) => row.info.state),
  stime: left('STIME', 5, startTime),
  time: TIME,
  bsdtime: right('TIME', 6, () => '0:00'),
  tname: { ...TT, header: 'TTY' },
  tt: TT,
  tty: TT,
  ucmd: left('CMD', 15, (row) => row.comm),
  ucomm: left('COMMAND', 15, (row) => row.comm),
  uid: right('UID', 5, () => '0'),
  user: USER,
  vsz: right('VSZ', 6, () => '0'),
  '%cpu': right('%CPU', 4, () => '0.0'),
  '%mem': right('%MEM', 4, () => '0.0'),
}

/** Where a process's standard descriptors show its terminal. */
export function ttyOf(p: Process, pid: number): string {
  for (const fd of [0, 1, 2]) {
    const target = p.fs.readlink(`/proc/${pid}/fd/${fd}`)
    const match = isErrno(target) ? null : /^\/dev\/((?:pts\/|tty|console).*)$/.exec(target)
    if (match) return match[1] ?? '?'
  }
  return '?'
}

export function rowOf(p: Process, info: ProcessInfo): Row {
  const comm = p.fs.readText(`/proc/${info.pid}/comm`)
  const name = isErrno(comm) ? baseOf(info.argv[0] ?? '') : comm.trimEnd()
  const tty = ttyOf(p, info.pid)
  const foreground = tty !== '?' && [...p.io.fds.values()].some((file) => file.tty?.foreground === info.pgid)
  const born = p.clock.epoch() - p.clock.now() / SECOND
  return {
    info,
    comm: info.state === 'Z' ? `${name} <defunct>` : name,
    args:
      info.state === 'Z' || info.argv.length === 0
        ? `[${name}]${info.state === 'Z' ? ' <defunct>' : ''}`
        : info.argv.join(' '),
    tty,
    foreground,
    started: born + info.started / SECOND,
    now: p.clock.epoch(),
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^-/, '')
}
