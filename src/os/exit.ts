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
  task.runner.onExit?.(task)
  release(task)
  if (task.sid === task.pid && task.terminal) leaveTerminal(task)
  if (task.pid === task.pidns.reaper && task.pidns.parent) return closeNamespace(task)
  orphan(task)
  announce(task)
}

/** Its parent may ask for it; who has none that would is buried at once. */
function announce(task: Task): void {
  const { parent } = task
  if (!parent || parent.parent === null || parent.state === 'Z') return reap(task)
  parent.zombies.push(task)
  tellParent(task)
}

/**
 * Process 1 takes all others of its namespace with it; only when they are gone does its parent hear of its end.
 * Ref: kernel/pid_namespace.c:zap_pid_ns_processes()
 */
function closeNamespace(task: Task): void {
  const { pidns, table } = task
  pidns.closed = true
  for (const zombie of task.zombies) reap(zombie)
  task.zombies.length = 0
  for (const other of table.all()) {
    if (other !== task && pidns.holds(other.pidns)) sendSignal(other, 'KILL')
  }
  if (pidns.population === 1) announce(task)
}

/** The namespaces of someone who was buried: the last but its process 1 lets that one go. */
function leaveNamespaces(task: Task): void {
  const { pidns, table } = task
  if (!pidns.parent) return
  const isNamed = task.pgid === task.pid || task.sid === task.pid
  pidns.remove(task.pid, isNamed && table.group(task.pid).length > 0)
  for (let ns: typeof pidns | null = pidns; ns?.parent; ns = ns.parent) {
    const reaper = ns.closed && ns.population === 1 ? table.get(ns.reaper) : null
    if (reaper && reaper !== task) announce(reaper)
  }
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
  const foreground = task.terminal?.pgrp ?? 0
  if (foreground > 0) {
    signalGroup(task.table, foreground, 'HUP')
    signalGroup(task.table, foreground, 'CONT')
  }
  for (const other of task.table.all()) if (other.sid === task.sid) other.terminal = null
}

/** Its children become those of process 1 of its namespace. The machine's buries those that have ended. */
function orphan(task: Task): void {
  if (!task.children || task.children.size === 0) return
  const init = task.table.get(task.pidns.reaper) ?? task.table.init
  init.children ??= new Set()
  for (const child of task.children) {
    child.parent = init
    child.ppid = init.pid
    init.children.add(child)
    if (child.deathSignal) sendSignal(child, child.deathSignal)
    // A stopped job whose shell is gone would sleep for ever. Ref: kernel/exit.c:kill_orphaned_pgrp()
    if (child.stopped && child.sid === task.sid) {
      sendSignal(child, 'HUP')
      sendSignal(child, 'CONT')
    }
  }
  for (const zombie of task.zombies) announce(zombie)
  task.zombies.length = 0
  task.children = null
}

/** Takes an ended process off the table. */
export function reap(task: Task): void {
  task.table.remove(task)
  leaveNamespaces(task)
  task.parent?.children?.delete(task)
  task.onExit?.(childStatus(task))
}

export function childStatus(task: Task): ChildStatus {
  const stopped = task.state !== 'Z'
  const signal = stopped ? task.stoppedBy : task.endedBy
  const status = stopped && signal ? 128 + SIGNALS[signal] : task.status
  return { pid: task.pid, status, signal, stopped }
}
