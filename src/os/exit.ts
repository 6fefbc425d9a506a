// The end of a process. Ref: kernel/exit.c:do_exit(), wait_task_zombie()
import type { Signal } from '../uapi/signal.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { ChildStatus } from './program.ts'
import { sendSignal, signalGroup, tellParent } from './signals.ts'
import type { Task } from './task.ts'

/** `status` counts when no signal ended it. */
export function exitTask(task: Task, status: number, signal: Signal | null): void {
  task.state = 'Z'
  task.stopped = false
  task.forgetWait()
  task.status = signal ? 128 + SIGNALS[signal] : status & 0xff
  task.endedBy = signal
  release(task)
  if (task.sid === task.pid && task.terminal) leaveTerminal(task)
  orphan(task)
  const { parent } = task
  if (!parent || parent.parent === null) return reap(task)
  parent.zombies.push(task)
  tellParent(task)
}

function release(task: Task): void {
  for (const file of task.fds.values()) file.close()
  task.fds.clear()
  if (task.sockets) for (const socket of task.sockets.values()) socket.close()
  if (task.madeNets) for (const net of task.madeNets) net.put()
  task.sockets = null
  task.madeNets = null
  task.mounts.put()
  task.netns.put()
  task.generator = null
  task.handlers = null
}

/** A session without its leader loses its terminal. Ref: drivers/tty/tty_jobctrl.c:disassociate_ctty() */
function leaveTerminal(task: Task): void {
  const foreground = task.terminal?.foreground ?? 0
  if (foreground > 0) {
    signalGroup(task.table, foreground, 'HUP')
    signalGroup(task.table, foreground, 'CONT')
  }
  for (const other of task.table.all()) if (other.sid === task.sid) other.terminal = null
}

/** Its children become init's, which buries those that have ended. */
function orphan(task: Task): void {
  if (!task.children || task.children.size === 0) return
  const { init } = task.table
  init.children ??= new Set()
  for (const child of task.children) {
    child.parent = init
    child.ppid = 1
    init.children.add(child)
    // A stopped job whose shell is gone would sleep for ever. Ref: kernel/exit.c:kill_orphaned_pgrp()
    if (child.stopped && child.sid === task.sid) {
      sendSignal(child, 'HUP')
      sendSignal(child, 'CONT')
    }
  }
  for (const zombie of task.zombies) reap(zombie)
  task.zombies.length = 0
  task.children = null
}

/** Takes an ended process off the table. */
export function reap(task: Task): void {
  task.table.remove(task)
  task.parent?.children?.delete(task)
  task.onExit?.(childStatus(task))
}

export function childStatus(task: Task): ChildStatus {
  const stopped = task.state !== 'Z'
  const signal = stopped ? task.stoppedBy : task.endedBy
  const status = stopped && signal ? 128 + SIGNALS[signal] : task.status
  return { pid: task.pid, status, signal, stopped }
}
