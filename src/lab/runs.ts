// Programs that ask whether somebody can be reached, as they end: what one may want to know more about.
import type { Task } from '../os/task.ts'

/** A program that has ended. */
export interface FinishedRun {
  /** Rising from 1 over the life of a lab. */
  readonly id: number
  readonly machine: string
  /** Inode of the namespace it ran in. */
  readonly netns: number
  readonly argv: readonly string[]
  readonly status: number
  /** `maybe`: its status does not say, as of a dig for a name that is not there. */
  readonly failed: 'yes' | 'maybe' | 'no'
}

const PROBES = /^(ping|curl|wget|nc|telnet|dig|host|nslookup|traceroute|tracepath)$/
/** Status 0 says no more than that they came to their end. */
const NEVER_SAY = /^(dig|traceroute|tracepath)$/

/** null for every other program. */
export function runOf(task: Task, id: number): FinishedRun | null {
  const { comm, argv, status, endedBy, netns } = task
  if (!PROBES.test(comm) || argv.length < 2) return null
  const failed =
    endedBy !== null || status === 130
      ? 'maybe'
      : status !== 0
        ? 'yes'
        : NEVER_SAY.test(comm)
          ? 'maybe'
          : 'no'
  return {
    id,
    machine: netns.stack.machine,
    netns: netns.inode,
    argv: [comm, ...argv.slice(1)],
    status,
    failed,
  }
}
