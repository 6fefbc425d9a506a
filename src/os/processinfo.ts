// A process as others see it.
import type { PidNamespace } from './pidns.ts'
import type { ProcessInfo } from './program.ts'
import type { Task } from './task.ts'

/** In the numbers of a namespace it is in. */
export function processInfo(task: Task, pidns: PidNamespace): ProcessInfo {
  const { terminal } = task
  return {
    pid: pidns.numberOf(task.pid),
    ppid: pidns.numberOf(task.ppid),
    pgid: pidns.numberOf(task.pgid),
    sid: pidns.numberOf(task.sid),
    comm: task.comm,
    tty: terminal ? terminal.path.replace('/dev/', '') : null,
    foreground: terminal !== null && terminal.pgrp === task.pgid,
    state: stateOf(task),
    argv: task.cmdline ?? task.argv,
    netns: task.netns,
    started: task.started,
  }
}

/** As ps shows it: a process is running when it looks at itself. */
export function stateOf(task: Task): ProcessInfo['state'] {
  if (task.state === 'Z') return 'Z'
  if (task.stopped) return 'T'
  return task.state
}
