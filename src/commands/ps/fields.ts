// Columns of ps: what each is called, how wide it is and what stands in it. Ref: procps src/ps/output.c
import type { ProcessInfo, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { uidOf, userName } from '../lib/owner.ts'
import { strftime } from '../lib/calendar.ts'

export interface Row {
  readonly info: ProcessInfo
  readonly comm: string
  readonly args: string
  readonly uid: number
  readonly user: string
  /** `pts/0`, or `?`. */
  readonly tty: string
  readonly foreground: boolean
  /** Seconds since 1970. */
  readonly started: number
  readonly now: number
  /** A file and a link of its directory in /proc. */
  readonly read: (path: string) => string
  readonly link: (path: string) => string
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
  const { state, pid, sid } = row.info
  return `${state}${pid === sid ? 's' : ''}${row.foreground ? '+' : ''}`
}

const COMMAND = left('COMMAND', 27, (row) => row.args)
const PID = right('PID', 7, (row) => String(row.info.pid))
const PGID = right('PGID', 7, (row) => String(row.info.pgid))
const TT = left('TT', 8, (row) => row.tty)
const TIME = right('TIME', 8, () => '00:00:00')
const USER = left('USER', 8, (row) => row.user)

/** A namespace by the number of its inode. */
function namespace(header: string, kind: string): Field {
  return right(header, 10, (row) => /\d+/.exec(row.link(`ns/${kind}`))?.[0] ?? '-')
}

/** Process group that the terminal's Ctrl-C reaches, field 8 of /proc/PID/stat. */
function tpgid(row: Row): string {
  return (
    row
      .read('stat')
      .replace(/^.*\) /s, '')
      .split(' ')[5] ?? '-1'
  )
}

function zero(header: string, width: number): Field {
  return right(header, width, () => '0')
}

const SID = (header: string): Field => right(header, 7, (row) => String(row.info.sid))
const LWP = (header: string): Field => right(header, 7, (row) => String(row.info.pid))

export const FIELDS: Readonly<Record<string, Field>> = {
  addr: left('ADDR', 1, () => '-'),
  args: COMMAND,
  c: right('C', 2, () => '0'),
  cgroup: left('CGROUP', 27, (row) => row.read('cgroup').trimEnd()),
  cgroupns: namespace('CGROUPNS', 'cgroup'),
  class: left('CLS', 3, () => 'TS'),
  cls: left('CLS', 3, () => 'TS'),
  cmd: { ...COMMAND, header: 'CMD' },
  comm: left('COMMAND', 15, (row) => row.comm),
  command: COMMAND,
  cputime: TIME,
  etime: right('ELAPSED', 11, (row) => elapsed(row.now - row.started)),
  etimes: right('ELAPSED', 7, (row) => String(Math.floor(row.now - row.started))),
  egid: zero('EGID', 5),
  egroup: left('EGROUP', 8, () => 'root'),
  euid: right('EUID', 5, (row) => String(row.uid)),
  euser: { ...USER, header: 'EUSER' },
  f: right('F', 1, (row) => (row.comm === 'bash' ? '4' : '0')),
  flags: right('F', 1, (row) => (row.comm === 'bash' ? '4' : '0')),
  gid: right('GID', 5, () => '0'),
  group: left('GROUP', 8, () => 'root'),
  ipcns: namespace('IPCNS', 'ipc'),
  label: left('LABEL', 31, () => '-'),
  lstart: right('STARTED', 24, (row) => strftime('%a %b %e %H:%M:%S %Y', row.started)),
  lwp: LWP('LWP'),
  mntns: namespace('MNTNS', 'mnt'),
  netns: namespace('NETNS', 'net'),
  ni: zero('NI', 3),
  nice: zero('NI', 3),
  nlwp: right('NLWP', 4, () => '1'),
  opri: right('PRI', 3, () => '80'),
  pcpu: right('%CPU', 4, () => '0.0'),
  pgid: PGID,
  pgrp: PGID,
  pid: PID,
  pidns: namespace('PIDNS', 'pid'),
  pmem: right('%MEM', 4, () => '0.0'),
  ppid: right('PPID', 7, (row) => String(row.info.ppid)),
  pri: right('PRI', 3, () => '19'),
  priority: right('PRI', 3, () => '20'),
  psr: zero('PSR', 3),
  rgid: zero('RGID', 5),
  rgroup: left('RGROUP', 8, () => 'root'),
  rss: right('RSS', 5, () => '0'),
  ruid: zero('RUID', 5),
  ruser: left('RUSER', 8, (row) => row.user),
  s: left('S', 1, (row) => row.info.state),
  sess: SID('SESS'),
  session: SID('SESS'),
  sid: SID('SID'),
  spid: LWP('SPID'),
  start: left('START', 5, startTime),
  start_time: left('START', 5, startTime),
  stat: left('STAT', 4, stat),
  state: left('S', 1, (row) => row.info.state),
  stime: left('STIME', 5, startTime),
  sz: zero('SZ', 5),
  thcount: right('THCNT', 5, () => '1'),
  tid: LWP('TID'),
  time: TIME,
  timens: namespace('TIMENS', 'time'),
  tpgid: right('TPGID', 7, tpgid),
  bsdtime: right('TIME', 6, () => '0:00'),
  tname: { ...TT, header: 'TTY' },
  tt: TT,
  tty: TT,
  ucmd: left('CMD', 15, (row) => row.comm),
  ucomm: left('COMMAND', 15, (row) => row.comm),
  uid: right('UID', 5, (row) => String(row.uid)),
  user: USER,
  userns: namespace('USERNS', 'user'),
  utsns: namespace('UTSNS', 'uts'),
  vsz: right('VSZ', 6, () => '0'),
  wchan: left('WCHAN', 6, () => '-'),
  '%cpu': right('%CPU', 4, () => '0.0'),
  '%mem': right('%MEM', 4, () => '0.0'),
}

export function rowOf(p: Process, info: ProcessInfo): Row {
  const name = info.comm
  const uid = uidOf(p, info.pid)
  const born = p.clock.epoch() - p.clock.now() / SECOND
  return {
    info,
    uid,
    user: userName(p, uid),
    comm: info.state === 'Z' ? `${name} <defunct>` : name,
    args:
      info.state === 'Z' || info.argv.length === 0
        ? `[${name}]${info.state === 'Z' ? ' <defunct>' : ''}`
        : info.argv.join(' '),
    tty: info.tty ?? '?',
    foreground: info.foreground,
    read: (path) => {
      const text = p.fs.readText(`/proc/${info.pid}/${path}`)
      return isErrno(text) ? '' : text
    },
    link: (path) => {
      const text = p.fs.readlink(`/proc/${info.pid}/${path}`)
      return isErrno(text) ? '-' : text
    },
    started: born + info.started / SECOND,
    now: p.clock.epoch(),
  }
}
