import type { Applet } from './applet.ts'
import { pidsByName } from './kill.ts'

export const pidofApplet: Applet = {
  name: 'pidof',
  usage: ` [NAME]...

List PIDs of all processes with names that match NAMEs`,
  *run(p) {
    const pids = p.argv.slice(1).flatMap((name) => [...pidsByName(p, name)].reverse())
    if (pids.length === 0) return 1
    p.io.out(`${pids.join(' ')}\n`)
    return 0
  },
}
