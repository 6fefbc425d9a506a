import type { Applet } from './applet.ts'
import { getopt } from './getopt.ts'
import { memory } from './memory.ts'

export const freeApplet: Applet = {
  name: 'free',
  usage: ` [-bkmgh]

Display free and used memory`,
  *run(p) {
    const options = getopt(p, freeApplet, 'bkmgh')
    if (!options) return 1
    const unit = [...options.given.keys()].at(-1) ?? 'k'
    const m = memory(p)
    const used = m.total - m.free - m.buffers - m.cached
    const row = [m.total, used, m.free, m.shared, m.buffers + m.cached, m.available]
    p.io.out('              total        used        free      shared  buff/cache   available\n')
    p.io.out(
      `Mem:    ${row
        .map((size) => scaled(size, unit).padStart(12))
        .join('')
        .slice(1)}\n`,
    )
    p.io.out(
      `Swap:   ${[0, 0, 0]
        .map(() => '0'.padStart(12))
        .join('')
        .slice(1)}\n`,
    )
    return 0
  },
}

/** Of kilobytes. */
function scaled(size: number, unit: string): string {
  if (unit === 'b') return String(size * 1024)
  if (unit === 'm') return String(Math.round(size / 1024))
  if (unit === 'g') return String(Math.round(size / 1024 ** 2))
  if (unit !== 'h') return String(size)
  let value = size
  for (const letter of 'KMGT') {
    if (value < 1024 || letter === 'T') return `${value.toFixed(1)}${letter}`
    value /= 1024
  }
  return String(size)
}
