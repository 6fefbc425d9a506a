// ipvsadm 1.31: services that the kernel balances among servers. Read entry.ts for how a command line is read.
// Ref: ipvsadm's ipvsadm.c, libipvs/libipvs.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { IPVS_SCHEDULERS, type IpvsRequest } from '../../uapi/ipvs.ts'
import type { Command } from '../command.ts'
import { parseEntry, type Entry } from './entry.ts'
import {
  addressesOf,
  formatConns,
  formatService,
  Names,
  sorted,
  TITLE,
  titleOf,
  type Format,
} from './list.ts'
import { Failure } from './options.ts'
import { TRY_HELP, USAGE, VERSION } from './usage.ts'

const BAD = 255

export const ipvsadmCommand: Command = {
  name: 'ipvsadm',
  path: '/usr/sbin/ipvsadm',
  summary: 'IP Virtual Server: services that the kernel balances among servers',
  supports: [
    'ipvsadm -A|-E -t|-u HOST:PORT or -f MARK [-s SCHEDULER] [-p [SECONDS]] [-M MASK] [-o] [-b FLAGS]',
    'ipvsadm -a|-e SERVICE -r HOST[:PORT] [-m|-g] [-w WEIGHT] [-x UPPER] [-y LOWER]',
    'ipvsadm -d SERVICE -r HOST[:PORT], -D SERVICE, -C, -S [-n], -R, -Z [SERVICE], --set TCP TCPFIN UDP',
    'ipvsadm -L [SERVICE] [-n] [-c] [--stats] [--rate] [--exact] [--thresholds] [--persistent-conn] [--nosort] [--timeout]',
    `schedulers: ${IPVS_SCHEDULERS.join(' ')}`,
  ],
  *run(p) {
    return yield* ipvsadm(p, p.argv.slice(1), false)
  },
}

/** Its companions, two scripts. */
export const ipvsadmScripts: readonly Command[] = [
  {
    name: 'ipvsadm-save',
    path: '/usr/sbin/ipvsadm-save',
    summary: 'the services of IPVS as commands for ipvsadm-restore',
    supports: ['ipvsadm-save [-n]'],
    *run(p) {
      return yield* ipvsadm(p, ['-S', ...(p.argv.includes('-n') ? ['-n'] : [])], false)
    },
  },
  {
    name: 'ipvsadm-restore',
    path: '/usr/sbin/ipvsadm-restore',
    summary: 'makes the services of IPVS anew from what ipvsadm-save wrote',
    supports: ['ipvsadm-restore'],
    *run(p) {
      const cleared = yield* ipvsadm(p, ['-C'], false)
      return cleared || (yield* ipvsadm(p, ['-R'], false))
    },
  },
]

function* ipvsadm(p: Process, words: readonly string[], restoring: boolean): Blocking<number> {
  const probe = p.net.ipvs({ type: 'IPVS_CMD_GET_CONFIG' })
  if (probe.error) {
    p.io.err(
      `Can't initialize ipvs: ${strerror('', probe.error)}\n` +
        'Are you sure that IP Virtual Server is built in the kernel or as module?\n',
    )
    return 2
  }
  if (words.length === 0) return yield* list(p, null, { options: new Set(), rules: false })
  const entry = yield* parseEntry(p, words)
  if (entry instanceof Failure) {
    p.io.err(entry.text)
    return entry.status
  }
  return yield* perform(p, entry, restoring)
}

function* perform(p: Process, entry: Entry, restoring: boolean): Blocking<number> {
  const { command, given } = entry
  switch (command) {
    case 'h':
      p.io.out(VERSION + USAGE)
      return 0
    case 'v':
      p.io.out(VERSION)
      return 0
    case 'L':
      return yield* listing(p, entry)
    case 'S':
      return yield* list(p, null, { options: given, rules: true })
    case 'R':
      return restoring ? tryHelp(p) : yield* restore(p)
    default: {
      const request = requestOf(entry)
      const { error } = request ? p.net.ipvs(request) : {}
      if (!request || !error) return 0
      p.io.err(`${strerror(request.type, error)}\n`)
      return BAD
    }
  }
}

function tryHelp(p: Process): number {
  p.io.err(TRY_HELP)
  return BAD
}

function requestOf({ command, service, options, dest, destOptions, timeouts }: Entry): IpvsRequest | null {
  switch (command) {
    case 'C':
      return { type: 'IPVS_CMD_FLUSH' }
    case 'set':
      return { type: 'IPVS_CMD_SET_CONFIG', timeouts }
    case 'Z':
      return { type: 'IPVS_CMD_ZERO', service }
    default:
  }
  if (!service) return null
  switch (command) {
    case 'A':
      return { type: 'IPVS_CMD_NEW_SERVICE', service, options }
    case 'E':
      return { type: 'IPVS_CMD_SET_SERVICE', service, options }
    case 'D':
      return { type: 'IPVS_CMD_DEL_SERVICE', service }
    case 'a':
      return { type: 'IPVS_CMD_NEW_DEST', service, dest, options: destOptions }
    case 'e':
      return { type: 'IPVS_CMD_SET_DEST', service, dest, options: destOptions }
    case 'd':
      return { type: 'IPVS_CMD_DEL_DEST', service, dest }
    default:
      return null
  }
}

/** Each line is a command line of its own; the last one's exit status counts. */
function* restore(p: Process): Blocking<number> {
  const text = yield* p.io.text(0)
  if (isErrno(text)) return 0
  let status = 0
  for (const line of text.split('\n')) {
    const words = line
      .replace(/#.*/, '')
      .split(/\s+/)
      .filter((word) => word !== '')
    if (words[0] === 'ipvsadm') words.shift()
    if (words.length === 0) continue
    const entry = yield* parseEntry(p, words)
    if (entry instanceof Failure) {
      p.io.err(entry.text)
      return entry.status
    }
    status = yield* perform(p, entry, true)
  }
  return status
}

function* listing(p: Process, { given, service }: Entry): Blocking<number> {
  const has = (...options: readonly Parameters<typeof given.has>[0][]): boolean =>
    options.some((option) => given.has(option))
  const conflict =
    (has('connection', 'timeout', 'daemon') && has('stats', 'rate', 'thresholds')) ||
    (has('timeout', 'daemon') && has('persistent-conn'))
  if (conflict) {
    p.io.err('options conflicts in the list command\n')
    return 2
  }
  const format: Format = { options: given, rules: false }
  if (has('connection')) return yield* listConns(p, format)
  if (service) return yield* list(p, service, format)
  // No daemon runs: there is nothing to be said of it.
  if (has('daemon')) return 0
  if (!has('timeout')) return yield* list(p, null, format)
  const reply = p.net.ipvs({ type: 'IPVS_CMD_GET_CONFIG' })
  if (reply.error) return 1
  const { tcp, tcpFin, udp } = reply.timeouts
  p.io.out(`Timeout (tcp tcpfin udp): ${tcp} ${tcpFin} ${udp}\n`)
  return 0
}

function* list(p: Process, service: Entry['service'], format: Format): Blocking<number> {
  const { options, rules } = format
  const reply = p.net.ipvs({ type: 'IPVS_CMD_GET_SERVICE', service })
  if (reply.error) {
    p.io.err(`${strerror('IPVS_CMD_GET_SERVICE', reply.error)}\n`)
    return 1
  }
  const services = options.has('nosort') ? reply.services : sorted(reply.services)
  const names = new Names(p, options.has('numeric'))
  yield* names.ask(addressesOf(services))
  if (service === null && !rules) p.io.out(TITLE)
  p.io.out(titleOf(format) + services.map((each) => formatService(each, names, format)).join(''))
  return 0
}

function* listConns(p: Process, format: Format): Blocking<number> {
  const text = p.fs.readText('/proc/net/ip_vs_conn')
  if (isErrno(text)) {
    p.io.err('cannot open file /proc/net/ip_vs_conn\n')
    return 1
  }
  p.io.out(yield* formatConns(text, new Names(p, format.options.has('numeric')), format))
  return 0
}

const NO_SCHEDULER = 'Scheduler or persistence engine not found'

/** Ref: libipvs.c:ipvs_strerror() */
const ERRORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  IPVS_CMD_NEW_SERVICE: { EEXIST: 'Service already exists', ENOENT: NO_SCHEDULER },
  IPVS_CMD_SET_SERVICE: { ESRCH: 'No such service', ENOENT: NO_SCHEDULER },
  IPVS_CMD_DEL_SERVICE: { ESRCH: 'No such service' },
  IPVS_CMD_ZERO: { ESRCH: 'No such service' },
  IPVS_CMD_GET_SERVICE: { ESRCH: 'No such service' },
  IPVS_CMD_NEW_DEST: { ESRCH: 'Service not defined', EEXIST: 'Destination already exists' },
  IPVS_CMD_SET_DEST: { ESRCH: 'Service not defined', ENOENT: 'No such destination' },
  IPVS_CMD_DEL_DEST: { ESRCH: 'Service not defined', ENOENT: 'No such destination' },
}
const ANY: Readonly<Record<string, string>> = {
  EPERM: 'Permission denied (you must be root)',
  EINVAL: 'Invalid operation.  Possibly wrong module version, address not unicast, ...',
}

function strerror(request: string, error: Errno): string {
  return ERRORS[request]?.[error.name] ?? ANY[error.name] ?? error.text
}
