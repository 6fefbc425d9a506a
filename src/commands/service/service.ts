// service(8) of init-system-helpers, with the init script of the one service that has one here; and systemctl(1) on a
// machine that was not started by systemd, as a container is not.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { execvp } from '../lib/spawn.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'

const VERBS = ['start', 'stop', 'restart', 'reload', 'force-reload', 'status', 'configtest'] as const
const PID_FILE = '/run/nginx.pid'
const NOT_RUNNING = 3
const MOST_WAIT = 5e9

export const serviceCommand: Command = definePlainTool({
  name: 'service',
  path: '/usr/sbin/service',
  summary: 'start and stop services by their init scripts',
  supports: ['service nginx start | stop | restart | reload | status | configtest'],
  complete: (_, words) =>
    (words.length <= 2 ? ['nginx'] : VERBS).filter((one) => one.startsWith(words.at(-1) ?? '')),
  main: service,
})

export const systemctlCommand: Command = definePlainTool({
  name: 'systemctl',
  path: '/usr/bin/systemctl',
  summary: 'says that the machine was not started by systemd',
  supports: [],
  complete: () => [],
  main({ p }) {
    p.io.err(
      "System has not been booted with systemd as init system (PID 1). Can't operate.\n" +
        'Failed to connect to bus: Host is down\n',
    )
    return 1
  },
})

function* service(tool: PlainTool, [name, verb]: readonly string[]): Blocking<number> {
  const { p } = tool
  if (name === undefined) {
    p.io.out('Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n')
    return 1
  }
  if (name !== 'nginx') {
    p.io.err(`${name}: unrecognized service\n`)
    return 1
  }
  switch (verb) {
    case 'start':
      return yield* told(p, 'Starting nginx: nginx', () => start(p))
    case 'stop':
      return yield* told(p, 'Stopping nginx: nginx', () => stop(p))
    case 'restart':
      return yield* told(p, 'Restarting nginx: nginx', function* () {
        yield* stop(p)
        return yield* start(p)
      })
    case 'reload':
    case 'force-reload':
      return yield* told(p, 'Reloading nginx configuration: nginx', () => reload(p))
    case 'configtest':
      return yield* told(p, 'Testing nginx configuration:', () => quiet(p, ['nginx', '-t', '-q']))
    case 'status':
      if (running(p) !== null) {
        p.io.out('nginx is running.\n')
        return 0
      }
      p.io.out('nginx is not running ... failed!\n')
      return NOT_RUNNING
    default:
      p.io.err('Usage: nginx {start|stop|restart|reload|force-reload|status|configtest|rotate|upgrade}\n')
      return NOT_RUNNING
  }
}

/** `Starting nginx: nginx.`, or ` failed!` in the end. */
function* told(p: Process, words: string, what: () => Blocking<number>): Blocking<number> {
  p.io.out(words)
  const status = yield* what()
  p.io.out(status === 0 ? '.\n' : ' failed!\n')
  return status
}

/** The master process; null when there is none. */
function running(p: Process): number | null {
  const text = p.fs.readText(PID_FILE)
  if (isErrno(text)) return null
  const pid = Number(text)
  return p.procs.kill(pid, null) === null ? pid : null
}

function* start(p: Process): Blocking<number> {
  if (running(p) !== null) return 0
  if ((yield* quiet(p, ['nginx', '-t', '-q'])) !== 0) return 1
  return yield* quiet(p, ['nginx'])
}

function* stop(p: Process): Blocking<number> {
  const pid = running(p)
  if (pid === null) return 0
  p.procs.kill(pid, 'QUIT')
  const until = p.clock.now() + MOST_WAIT
  while (running(p) !== null && p.clock.now() < until) yield* p.clock.sleep(1e7)
  return 0
}

function* reload(p: Process): Blocking<number> {
  const pid = running(p)
  if (pid === null) return 1
  if ((yield* quiet(p, ['nginx', '-t', '-q'])) !== 0) return 1
  p.procs.kill(pid, 'HUP')
  return 0
}

/** A program; what it says to standard error is shown. */
function* quiet(p: Process, argv: readonly string[]): Blocking<number> {
  const pid = p.procs.spawn(
    function* (child) {
      const result = yield* execvp(child, argv)
      return isErrno(result) ? 1 : result
    },
    { argv },
  )
  const ended = yield* p.procs.wait(pid)
  return isErrno(ended) ? 1 : ended.status
}
