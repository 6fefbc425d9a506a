import type { Applet } from './applet.ts'
import { getoptLong } from './getopt.ts'

export const nprocApplet: Applet = {
  name: 'nproc',
  usage: ` [--all] [--ignore=N]

Print number of available CPUs

	--all		Number of installed CPUs
	--ignore=N	Exclude N CPUs`,
  *run(p) {
    if (!getoptLong(p, nprocApplet, '', { all: false, ignore: true })) return 1
    const text = p.fs.readText('/proc/cpuinfo')
    p.io.out(`${typeof text === 'string' ? (text.match(/^processor/gm)?.length ?? 1) : 1}\n`)
    return 0
  },
}
