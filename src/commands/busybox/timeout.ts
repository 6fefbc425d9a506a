// timeout: becomes the program, and leaves a child behind that kills it. Ref: busybox coreutils/timeout.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { parseSignal } from '../lib/signals.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import type { Applet } from './applet.ts'
import { getopt, parseDuration, showUsage } from './getopt.ts'

export const timeoutApplet: Applet = {
  name: 'timeout',
  usage: ` [-s SIG] [-k KILL_SECS] SECS PROG ARGS

Run PROG. Send SIG to it if it is not gone in SECS seconds.
Default SIG: TERM.If it still exists in KILL_SECS seconds, send KILL.
`,
  run: timeout,
}

function* timeout(p: Process): Blocking<number> {
  const options = getopt(p, timeoutApplet, '+s:k:')
  if (!options) return 1
  const word = options.given.get('s') ?? 'TERM'
  const signal = parseSignal(word)
  if (signal === null || signal === 0) {
    p.io.err(`timeout: unknown signal '${word}'\n`)
    return 1
  }
  const kill = options.given.get('k')
  const killSpan = kill === undefined ? 0 : parseDuration(p, 'timeout', kill)
  const [seconds, ...argv] = options.operands
  if (seconds === undefined) return showUsage(p, timeoutApplet)
  const span = parseDuration(p, 'timeout', seconds)
  if (span === null || killSpan === null) return 1
  if (argv.length === 0) return showUsage(p, timeoutApplet)
  const parent = p.pid
  const watcher = p.procs.spawn(
    function* (child) {
      yield* child.clock.sleep(span)
      if (child.procs.kill(parent, signal) !== null || killSpan === 0) return 0
      yield* child.clock.sleep(killSpan)
      child.procs.kill(parent, 'KILL')
      return 0
    },
    { argv: p.argv, fds: new Map(), pgid: 'own' },
  )
  const result = yield* execvp(p, argv)
  p.procs.kill(watcher, 'KILL')
  if (!isErrno(result)) return result
  p.io.err(`timeout: can't execute '${argv[0] ?? ''}': ${result.text}\n`)
  return statusOfFailure(result)
}
