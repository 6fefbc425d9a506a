import type { Blocking, Process } from '../../os/program.ts'
import { strftime } from '../lib/calendar.ts'
import { spawnProgram } from '../lib/spawn.ts'
import type { Applet } from './applet.ts'
import { getopt, parseDuration, showUsage } from './getopt.ts'

export const watchApplet: Applet = {
  name: 'watch',
  usage: ` [-n SEC] [-t] PROG ARGS

Run PROG periodically

	-n SEC	Period (default 2)
	-t	Don't print header`,
  run: watch,
}

/** The command goes through sh. */
function* watch(p: Process): Blocking<number> {
  const options = getopt(p, watchApplet, '+dtn:')
  if (!options) return 1
  const { given, operands } = options
  if (operands.length === 0) return showUsage(p, watchApplet)
  const word = given.get('n') ?? '2'
  const span = parseDuration(p, 'watch', word)
  if (span === null) return 1
  const command = operands.join(' ')
  for (;;) {
    p.io.out('\x1b[H\x1b[J')
    if (!given.has('t')) {
      const width = p.io.fds.get(1)?.tty?.columns ?? 80
      const stamp = strftime('%Y-%m-%d %H:%M:%S', p.clock.epoch())
      const head = `Every ${Number(word)}s: ${command}`
      p.io.out(`${head.slice(0, width - stamp.length - 1).padEnd(width - stamp.length)}${stamp}\n\n`)
    }
    const pid = spawnProgram(p, ['sh', '-c', command], (error) => {
      p.io.err(`watch: can't execute 'sh': ${error.text}\n`)
    })
    yield* p.procs.wait(pid)
    yield* p.clock.sleep(span)
  }
}
