import type { Applet } from './applet.ts'

export const clearApplet: Applet = {
  name: 'clear',
  usage: `

Clear screen`,
  *run(p) {
    p.io.out('\x1b[H\x1b[J')
    return 0
  },
}
