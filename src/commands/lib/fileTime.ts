import type { FileStat, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'

/** When a file was last changed, in seconds since 1970. */
export function modifiedAt(p: Process, stat: FileStat): number {
  return p.clock.epoch() - p.clock.now() / SECOND + stat.mtime / SECOND
}
