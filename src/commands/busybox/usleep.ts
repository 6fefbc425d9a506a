import { MICROSECOND } from '../../sim/clock.ts'
import type { Applet } from './applet.ts'
import { showUsage, xatou } from './getopt.ts'

export const usleepApplet: Applet = {
  name: 'usleep',
  usage: ` N

Pause for N microseconds`,
  *run(p) {
    const [, word] = p.argv
    if (word === undefined || p.argv.length > 2) return showUsage(p, usleepApplet)
    const span = xatou(p, 'usleep', word)
    if (span === null) return 1
    yield* p.clock.sleep(span * MICROSECOND)
    return 0
  },
}
