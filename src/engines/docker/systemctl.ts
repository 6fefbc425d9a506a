// systemctl(1) as far as Docker's service: what it starts has no systemd around it.
import type { Command } from '../../commands/command.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'

const PID_FILE = '/var/run/docker.pid'
const UNITS: ReadonlySet<string> = new Set(['docker', 'docker.service'])
const INACTIVE = 3
const NOT_FOUND = 5
const POLL = 20 * MILLISECOND

export const systemctlCommand: Command = {
  name: 'systemctl',
  path: '/usr/bin/systemctl',
  summary: 'start and stop the Docker daemon',
  supports: ['systemctl start|stop|restart|reload|is-active|status docker'],
  *run(p) {
    const [verb = '', ...units] = p.argv.slice(1).filter((word) => !word.startsWith('-'))
    const [unit = ''] = units
    const verbs = ['start', 'stop', 'restart', 'reload', 'is-active', 'status', 'enable', 'disable']
    if (!verbs.includes(verb)) {
      p.io.err(`systemctl ${verb} is not supported in vethlab\n`)
      return 1
    }
    if (!UNITS.has(unit)) {
      const name = unit.includes('.') ? unit : `${unit}.service`
      if (verb === 'is-active') {
        p.io.out('inactive\n')
        return INACTIVE
      }
      if (verb === 'status') p.io.err(`Unit ${name} could not be found.\n`)
      else p.io.err(`Failed to ${verb} ${name}: Unit ${name} not found.\n`)
      return NOT_FOUND
    }
    return yield* docker(p, verb)
  },
}

function* docker(p: Process, verb: string): Blocking<number> {
  switch (verb) {
    case 'stop':
      yield* stop(p)
      return 0
    case 'restart':
      yield* stop(p)
      return yield* start(p)
    case 'start':
      return running(p) === null ? yield* start(p) : 0
    case 'is-active':
    case 'status':
      p.io.out(running(p) === null ? 'inactive\n' : 'active\n')
      return running(p) === null ? INACTIVE : 0
    case 'reload':
      return reload(p)
    default:
      return 0
  }
}

/** The daemon's process; null when it does not run. */
function running(p: Process): number | null {
  const text = p.fs.readText(PID_FILE)
  if (isErrno(text)) return null
  const pid = Number(text)
  return p.procs.get(pid) === null ? null : pid
}

/** It reads again what it may read again. */
function reload(p: Process): number {
  const pid = running(p)
  if (pid === null) return 1
  p.procs.kill(pid, 'HUP')
  return 0
}

function* stop(p: Process): Blocking<void> {
  const pid = running(p)
  if (pid === null) return
  p.procs.kill(pid, 'TERM')
  while (running(p) !== null) yield* p.clock.sleep(POLL)
}

/** Waits until it serves, or has given up. */
function* start(p: Process): Blocking<number> {
  const nothing = p.fs.open('/dev/null', { read: true, write: true })
  if (isErrno(nothing)) return 1
  // Its parent is process 1: this one is gone by then.
  const argv = ['dockerd']
  const starter = p.procs.spawn(
    function* daemonize(child) {
      const pid = child.procs.spawn(
        function* exec(c) {
          c.fs.chdir('/')
          const status = yield* c.procs.exec('/usr/sbin/dockerd', argv)
          return isErrno(status) ? 127 : status
        },
        { argv, fds: descriptors(nothing), pgid: 'own' },
      )
      for (;;) {
        const ended = child.procs.poll(pid)
        if (ended !== null) return 1
        if (running(child) === pid) return 0
        yield* child.clock.sleep(POLL)
      }
    },
    { argv: ['systemd'], fds: descriptors(nothing), pgid: 'own' },
  )
  nothing.close()
  const outcome = yield* p.procs.wait(starter)
  if (!isErrno(outcome) && outcome.status === 0) return 0
  p.io.err(
    'Job for docker.service failed because the control process exited with error code.\n' +
      'See "systemctl status docker.service" and "journalctl -xeu docker.service" for details.\n',
  )
  return 1
}

function descriptors<T>(nothing: T): ReadonlyMap<number, T> {
  return new Map([
    [0, nothing],
    [1, nothing],
    [2, nothing],
  ])
}
