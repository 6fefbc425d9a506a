import type { Applet } from './applet.ts'

export const resetApplet: Applet = {
  name: 'reset',
  usage: `

Reset the screen`,
  *run(p) {
    if (p.io.isatty(1)) p.io.out('\x1bc\x1b(B\x1b[m\x1b[J\x1b[?25h')
    return 0
  },
}
