import { isErrno } from '../../uapi/errno.ts'
import type { Applet } from './applet.ts'
import { showUsage } from './getopt.ts'

export const realpathApplet: Applet = {
  name: 'realpath',
  usage: ` FILE...

Print absolute pathnames of FILEs`,
  *run(p) {
    const names = p.argv.slice(1)
    if (names.length === 0) return showUsage(p, realpathApplet)
    let status = 0
    for (const name of names) {
      const stat = p.fs.stat(name)
      if (isErrno(stat)) {
        p.io.err(`realpath: ${name}: ${stat.text}\n`)
        status = 1
      } else p.io.out(`${p.fs.realpath(name)}\n`)
    }
    return status
  },
}
