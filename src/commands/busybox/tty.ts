import type { Applet } from './applet.ts'
import { getopt } from './getopt.ts'

export const ttyApplet: Applet = {
  name: 'tty',
  usage: ` [-s]

Print file name of stdin's terminal

	-s	Print nothing, only return exit status`,
  *run(p) {
    const options = getopt(p, ttyApplet, 's')
    if (!options) return 2
    const is = p.io.isatty(0)
    const name = is ? p.fs.readlink('/proc/self/fd/0') : 'not a tty'
    if (!options.given.has('s')) p.io.out(`${typeof name === 'string' ? name : '/dev/tty'}\n`)
    return is ? 0 : 1
  },
}
